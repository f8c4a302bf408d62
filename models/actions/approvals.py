"""Four eyes: asking for a write-off, a waived penalty, a large plan, and deciding what another asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.actions.people import require
from models.actions.receipts import Money, book_within
from models.changes import Changes
from models.queries.approvals import ApprovalRow, approval, approvals
from models.queries.claims import ClaimRow, claim_rows
from models.queries.people import at_work
from models.rules.approvals import APPROVED, DECIDED_BY, REFUSED, WITHDRAWN, WRITE_OFF
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import Approval


@dataclass(frozen=True)
class Asked:
    """The question that waits for another's decision, or the receipt of what was done at once."""

    approval: int | None
    receipt: int | None
    changes: Changes


def write_off(desk: Desk, claim: int, why: str, *, fen: int | None = None, file: Path | None = None) -> Asked:
    """Give up what cannot be had: asked of another where people are set up, else done at once, today.

    It is a receipt of kind ``write_off``: no payment, so no clock moves. ``fen`` None: the whole balance. Refused:
    ``no_reason``, ``unknown_id``, ``write_off_above_balance``, ``already_asked``, ``not_allowed``, ``file_unreadable``.
    """
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    require(desk, "ask")
    with desk.store.acting():
        row = _claim(desk, claim)
        sum_fen = _within(row, row.balance_fen if fen is None else fen)
        alone = not at_work(desk.store)
        _refuse_twice(desk, claim)
        with desk.act("write_off" if alone else "ask_approval") as unit:
            if file is not None:
                taken = desk.store.folder.vault.take_in(file)
                keep(desk, unit, taken, file.name, "other", [claim], source=WRITE_OFF)
            receipt = _book(desk, unit, row, sum_fen, why) if alone else None
            key = None if alone else ask_within(desk, unit, WRITE_OFF, ("claim", claim), sum_fen, why)
            unit.touch_claims([claim])
    return Asked(key, receipt, unit.changes)


def ask_within(desk: Desk, unit: Unit, what: str, subject: tuple[str, int], fen: int, why: str) -> int:
    """A question as part of a larger act; returns its key."""
    kind, key = subject
    asked = {"asked_at": unit.at, "asked_by": desk.who}
    return unit.add(Approval, what=what, subject=kind, subject_id=key, fen=fen, why=why.strip(), **asked)


def approve(desk: Desk, key: int, why: str = "") -> Asked:
    """Let it happen: a write-off is booked today, a plan may be signed.

    Refused: ``unknown_id``, ``approval_decided``, ``approval_own``, ``not_allowed``, ``write_off_above_balance``.
    """
    with desk.store.acting():
        asked = _open(desk, key)
        _may_decide(desk, asked)
        with desk.act("approve") as unit:
            receipt = None
            if asked.what == WRITE_OFF:
                row = _claim(desk, asked.subject_id)
                receipt = _book(desk, unit, row, _within(row, asked.fen), asked.why)
            _decide(desk, unit, asked, APPROVED, why)
    return Asked(key, receipt, unit.changes)


def refuse(desk: Desk, key: int, why: str) -> Asked:
    """Say no, and why. Refused: ``no_reason`` and as ``approve``."""
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    with desk.store.acting():
        asked = _open(desk, key)
        _may_decide(desk, asked)
        with desk.act("refuse_approval") as unit:
            _decide(desk, unit, asked, REFUSED, why)
    return Asked(key, None, unit.changes)


def withdraw(desk: Desk, key: int) -> Asked:
    """Take one's own question back. Refused: ``unknown_id``, ``approval_decided``, ``approval_of_another``."""
    with desk.store.acting():
        asked = _open(desk, key)
        if asked.asked_by != desk.who:
            raise Refused(Problem("approval_of_another", {"who": asked.asked_by}, str(key)))
        with desk.act("undo_ask_approval") as unit:
            _decide(desk, unit, asked, WITHDRAWN, "")
    return Asked(key, None, unit.changes)


def _decide(desk: Desk, unit: Unit, asked: ApprovalRow, decision: str, why: str) -> None:
    told = {"decision": decision, "decision_why": why.strip() or None}
    unit.change(Approval, asked.id, decided_at=unit.at, decided_by=desk.who, **told)
    if asked.subject == "claim":
        unit.touch_claims([asked.subject_id])


def _open(desk: Desk, key: int) -> ApprovalRow:
    asked = approval(desk.store, key)
    if asked is None:
        raise Refused(Problem("unknown_id", {"what": "approval", "id": str(key)}, str(key)))
    if asked.decision is not None:
        raise Refused(Problem("approval_decided", {"who": str(asked.decided_by)}, str(key)))
    return asked


def _may_decide(desk: Desk, asked: ApprovalRow) -> None:
    """Never the one who asked; of the others whose role decides this."""
    if asked.asked_by == desk.who:
        raise Refused(Problem("approval_own", {"who": desk.who}, str(asked.id)))
    require(desk, DECIDED_BY[asked.what])


def _claim(desk: Desk, claim: int) -> ClaimRow:
    rows = claim_rows(desk.store, desk.today, desk.today, claims=[claim], settled=True)
    if not rows:
        raise Refused(Problem("unknown_id", {"what": "claim", "id": str(claim)}, str(claim)))
    return rows[0]


def _within(row: ClaimRow, fen: int) -> int:
    refuse_if([] if 0 < fen <= row.balance_fen else [Problem("write_off_above_balance", {}, "amount")])
    return fen


def _refuse_twice(desk: Desk, claim: int) -> None:
    waiting = [row for row in approvals(desk.store) if (row.subject, row.subject_id) == ("claim", claim)]
    refuse_if([Problem("already_asked", {"who": row.asked_by}, str(row.id)) for row in waiting])


def _book(desk: Desk, unit: Unit, row: ClaimRow, fen: int, why: str) -> int:
    money = Money(row.debtor_id, row.currency, fen, desk.today, why.strip(), kind=WRITE_OFF)
    return book_within(desk, unit, money, {row.id: fen}, "for_one")[0]
