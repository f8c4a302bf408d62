"""Registering a claim by hand and changing what a clerk may change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.actions.desk import Desk
from models.actions.evidence import require_claims
from models.actions.parties import debtor_for
from models.actions.people import require, require_person
from models.changes import Changes
from models.queries.claims import claim_rows
from models.rules.problems import Problem, refuse_if
from models.tables import Claim, Note

KINDS = (
    "sale", "construction", "loan", "service", "transport", "lease", "property", "factoring", "export", "sea_carriage",
    "charter", "other",
)  # fmt: skip
STAGES_SET = (None, "task_force")


@dataclass(frozen=True)
class ClaimDraft:
    """What the clerk typed for one claim; ``amount_fen`` is the whole sum, receipts are booked apart."""

    debtor: str
    amount_fen: int | None
    number: str | None = None
    kind: str = "sale"
    contract: str | None = None
    issued_on: date | None = None
    due_on: date | None = None
    currency: str = "CNY"
    owner: str | None = None
    memo: str | None = None


def problems_of(draft: ClaimDraft) -> tuple[Problem, ...]:
    """Why this draft cannot be registered: all reasons at once."""
    found = []
    if not draft.debtor.strip():
        found.append(Problem("no_name", {}, "debtor"))
    if not draft.amount_fen:
        found.append(Problem("no_amount", {}, "amount"))
    if draft.kind not in KINDS:
        found.append(Problem("unknown_kind", {"kind": draft.kind, "kinds": ", ".join(KINDS)}, "kind"))
    if draft.issued_on and draft.due_on and draft.due_on < draft.issued_on:
        found.append(Problem("due_before_issued", {}, "due_on"))
    return tuple(found)


def register(desk: Desk, draft: ClaimDraft) -> tuple[int, Changes]:
    """A new claim, typed by hand; returns its key. Refused: everything of ``problems_of``."""
    refuse_if(problems_of(draft))
    with desk.act("register_claim") as unit:
        debtor = debtor_for(desk, unit, draft.debtor)
        key = unit.add(Claim, debtor=debtor, registered_on=desk.today, **_values(draft))
    return key, unit.changes


def amend(desk: Desk, claim: int, draft: ClaimDraft) -> Changes:
    """Correct a claim's registration; the journal keeps what stood there before. Refused as ``register``."""
    refuse_if(problems_of(draft))
    require_claims(desk, [claim])
    with desk.act("amend_claim") as unit:
        unit.change(Claim, claim, debtor=debtor_for(desk, unit, draft.debtor), **_values(draft))
    return unit.changes


def set_owner(desk: Desk, claims: Sequence[int], owner: str | None, note: str | None = None) -> Changes:
    """Hand claims to a colleague, or to nobody; the note says to the colleague where each of them stands.

    Refused: ``unknown_person`` and ``not_allowed`` where people are set up, ``unknown_id``.
    """
    require_claims(desk, claims)
    name, words = require_person(desk, owner), (note or "").strip()
    held = claim_rows(desk.store, desk.today, desk.today, claims=claims, settled=True)
    others = any(claim.owner not in (None, desk.who) for claim in held)
    require(desk, "assign", *(["assign_others"] if others else []))
    with desk.act("set_owner") as unit:
        for claim in held:
            unit.change(Claim, claim.id, owner=name)
            if words:
                told = {"text": words, "written_at": unit.at, "written_by": desk.who}
                unit.add(Note, debtor=claim.debtor_id, claim=claim.id, **told)
    return unit.changes


def set_stage(desk: Desk, claims: Sequence[int], stage: str | None) -> Changes:
    """Put claims into the task force, or give them back to the rules with None."""
    refuse_if([] if stage in STAGES_SET else [Problem("unknown_stage", {"stage": str(stage)}, "stage")])
    require(desk, "task_force")
    return _set(desk, "set_stage", claims, stage_set=stage)


def set_memo(desk: Desk, claim: int, memo: str | None) -> Changes:
    """The remark that stands in the table."""
    return _set(desk, "set_memo", [claim], memo=(memo or "").strip() or None)


def _set(desk: Desk, verb: str, claims: Sequence[int], **values: object) -> Changes:
    require_claims(desk, claims)
    with desk.act(verb) as unit:
        for claim in claims:
            unit.change(Claim, claim, **values)
    return unit.changes


def _values(draft: ClaimDraft) -> dict[str, object]:
    def text(value: str | None) -> str | None:
        return (value or "").strip() or None

    return {
        "number": text(draft.number),
        "kind": draft.kind,
        "contract": text(draft.contract),
        "issued_on": draft.issued_on,
        "due_on": draft.due_on,
        "amount_fen": draft.amount_fen,
        "currency": draft.currency,
        "owner": text(draft.owner),
        "memo": text(draft.memo),
    }
