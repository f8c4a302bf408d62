"""Setting down what a debtor contests, writing about it, ending it. Only that part rests; limitation does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.actions.people import require, require_person
from models.actions.receipts import Money, book_within
from models.changes import Changes
from models.queries.claims import ClaimRow, claim_rows
from models.queries.disputes import DisputeRow, dispute
from models.rules.disputes import CREDIT_NOTE, NEEDS_GROUNDS, REASONS, RESOLUTIONS, ROOT_CAUSES
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import Claim, Dispute, DisputeEntry


@dataclass(frozen=True)
class DisputeDraft:
    """What the clerk typed. ``fen`` None: all that is open; ``file`` is what the debtor wrote."""

    reason: str
    fen: int | None = None
    root_cause: str | None = None
    owner: str | None = None
    due_on: date | None = None
    note: str | None = None
    file: Path | None = None


@dataclass(frozen=True)
class Kept:
    """The key of the dispute, what its ending booked, and what changed."""

    key: int
    changes: Changes
    receipt: int | None = None


def problems_of(draft: DisputeDraft, today: date) -> tuple[Problem, ...]:
    """Why this cannot be kept as it stands: all reasons at once."""
    found = []
    if draft.reason not in REASONS:
        found.append(Problem("dispute_reason_unknown", {"reason": draft.reason}, "reason"))
    if draft.root_cause is not None and draft.root_cause not in ROOT_CAUSES:
        found.append(Problem("dispute_cause_unknown", {"cause": draft.root_cause}, "root_cause"))
    if draft.fen is not None and draft.fen <= 0:
        found.append(Problem("amount_not_above_zero", {}, "amount"))
    if draft.due_on is not None and draft.due_on < today:
        found.append(Problem("dispute_due_past", {"day": draft.due_on.isoformat()}, "due_on"))
    return tuple(found)


def open_dispute(desk: Desk, claim: int, draft: DisputeDraft) -> Kept:
    """From today that part of the claim rests from dunning. A ledger's mark on the whole gives way to it.

    Refused: all of ``problems_of``, ``unknown_id``, ``nothing_to_dispute``, ``dispute_above_balance``,
    ``unknown_person``, ``not_allowed``, ``file_unreadable``.
    """
    refuse_if(problems_of(draft, desk.today))
    require(desk, "dispute")
    owner = require_person(desk, draft.owner)
    with desk.store.acting():
        row = _claim(desk, claim)
        fen = _part(row, draft.fen, row.contested_fen)
        with desk.act("open_dispute") as unit:
            values = {**_values(draft, owner, fen), "opened_on": desk.today}
            key = unit.add(Dispute, claim=claim, opened_at=unit.at, opened_by=desk.who, **values)
            if row.disputed:
                unit.change(Claim, claim, disputed=False)
            if draft.file is not None:
                _write(desk, unit, key, claim, draft.note, draft.file)
    return Kept(key, unit.changes)


def amend_dispute(desk: Desk, key: int, draft: DisputeDraft) -> Kept:
    """Correct what is contested, or who settles it by when. Refused as ``open_dispute``, ``dispute_ended``."""
    require(desk, "dispute")
    with desk.store.acting():
        held = _open(desk, key)
        due_on = draft.due_on if draft.due_on != held.due_on else None
        asked = DisputeDraft(draft.reason, draft.fen, draft.root_cause, due_on=due_on)
        refuse_if(problems_of(asked, desk.today))
        owner = held.owner if draft.owner == held.owner else require_person(desk, draft.owner)
        row = _claim(desk, held.claim_id)
        fen = _part(row, draft.fen, row.contested_fen - held.fen)
        with desk.act("amend_dispute") as unit:
            unit.change(Dispute, key, **_values(draft, owner, fen))
            unit.touch_claims([held.claim_id])
            if draft.file is not None:
                _write(desk, unit, key, held.claim_id, draft.note, draft.file)
    return Kept(key, unit.changes)


def write_on(desk: Desk, key: int, text: str, file: Path | None = None) -> Kept:
    """One step of the correspondence, with its file. Refused: ``empty_note``, ``unknown_id``, ``dispute_ended``."""
    require(desk, "dispute")
    refuse_if([] if text.strip() or file else [Problem("empty_note", {}, "text")])
    with desk.store.acting():
        held = _open(desk, key)
        with desk.act("write_dispute") as unit:
            _write(desk, unit, key, held.claim_id, text, file)
            unit.touch_claims([held.claim_id])
    return Kept(key, unit.changes)


def resolve(
    desk: Desk, key: int, resolution: str, why: str = "", *, fen: int | None = None, file: Path | None = None
) -> Kept:
    """End a dispute today; what is then open is called for again. A credit note lowers the claim by ``fen``.

    ``fen`` None: all that was contested. Refused: ``resolution_unknown``, ``unknown_id``, ``dispute_ended``,
    ``resolution_needs_grounds``, ``credit_above_dispute``, ``not_allowed``.
    """
    if resolution not in RESOLUTIONS:
        raise Refused(Problem("resolution_unknown", {"resolution": resolution}, "resolution"))
    require(desk, "credit" if resolution == CREDIT_NOTE else "resolve")
    if resolution in NEEDS_GROUNDS and not (why.strip() or file):
        raise Refused(Problem("resolution_needs_grounds", {}, "why"))
    with desk.store.acting():
        held = _open(desk, key)
        credited = _credited(held, fen) if resolution == CREDIT_NOTE else 0
        with desk.act("resolve_dispute") as unit:
            receipt = _credit(desk, unit, held, credited, why) if credited else None
            told = {"resolution": resolution, "resolution_note": why.strip() or None, "receipt": receipt}
            unit.change(Dispute, key, resolved_on=desk.today, **told)
            if file is not None:
                _write(desk, unit, key, held.claim_id, why, file)
            unit.touch_claims([held.claim_id])
    return Kept(key, unit.changes, receipt)


def clear_mark(desk: Desk, claim: int, why: str) -> Changes:
    """A ledger's mark is wrong or settled: the claim is called for again. Refused: ``no_reason``, ``no_mark``."""
    require(desk, "resolve")
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    row = _claim(desk, claim, settled=True)
    refuse_if([] if row.disputed else [Problem("no_mark", {}, str(claim))])
    with desk.act("clear_dispute_mark") as unit:
        unit.change(Claim, claim, disputed=False)
        unit.state("dispute mark", claim=claim, why=why.strip())
    return unit.changes


def _claim(desk: Desk, claim: int, *, settled: bool = False) -> ClaimRow:
    rows = claim_rows(desk.store, desk.today, desk.today, claims=[claim], settled=True)
    if not rows:
        raise Refused(Problem("unknown_id", {"what": "claim", "id": str(claim)}, str(claim)))
    if rows[0].balance_fen <= 0 and not settled:
        raise Refused(Problem("nothing_to_dispute", {}, str(claim)))
    return rows[0]


def _part(row: ClaimRow, fen: int | None, contested_fen: int) -> int:
    """The part of the balance that is contested; what other disputes contest already is not contested twice."""
    left = row.balance_fen - contested_fen
    if left <= 0 or (fen or 0) > left:
        raise Refused(Problem("dispute_above_balance", {}, "amount"))
    return fen or left


def _open(desk: Desk, key: int) -> DisputeRow:
    held = dispute(desk.store, desk.today, key)
    if held is None:
        raise Refused(Problem("unknown_id", {"what": "dispute", "id": str(key)}, str(key)))
    refuse_if(
        [Problem("dispute_ended", {"day": str(held.resolved_on)}, str(key))] if held.resolved_on else []
    )
    return held


def _values(draft: DisputeDraft, owner: str | None, fen: int) -> dict[str, object]:
    note = (draft.note or "").strip() or None
    told = {"reason": draft.reason, "root_cause": draft.root_cause, "fen": fen, "owner": owner}
    return {**told, "due_on": draft.due_on, "note": note}


def _write(desk: Desk, unit: Unit, key: int, claim: int, text: str | None, file: Path | None) -> None:
    """One entry; a file without words stands under its name."""
    words = (text or "").strip()
    evidence = None
    if file is not None:
        taken = desk.store.folder.vault.take_in(file)
        evidence = keep(desk, unit, taken, file.name, "other", [claim], source="dispute")
        words = words or file.name
    told = {"text": words, "evidence": evidence, "written_at": unit.at, "written_by": desk.who}
    unit.add(DisputeEntry, dispute=key, **told)


def _credited(held: DisputeRow, fen: int | None) -> int:
    most = min(held.fen, held.balance_fen)
    wanted = most if fen is None else fen
    refuse_if([] if 0 < wanted <= most else [Problem("credit_above_dispute", {}, "amount")])
    return wanted


def _credit(desk: Desk, unit: Unit, held: DisputeRow, fen: int, why: str) -> int:
    memo = why.strip() or None
    money = Money(held.debtor_id, held.currency, fen, desk.today, memo, kind=CREDIT_NOTE)
    return book_within(desk, unit, money, {held.claim_id: fen}, "for_one")[0]
