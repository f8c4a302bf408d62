"""Entering what is owed besides the principal, and saying that an entry was a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.actions.taking_back import UNDONE
from models.changes import Changes
from models.queries.charges import ChargeRow, charge_rows
from models.queries.journal import Act
from models.rules.charges import ITEMS
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import Charge, Claim


@dataclass(frozen=True)
class ChargeDraft:
    """What the clerk typed: the kind, fen, from which day it is owed (today unless told), who fixed it, its paper."""

    kind: str
    fen: int
    source: str
    on: date | None = None
    file: Path | None = None


@dataclass(frozen=True)
class Kept:
    """The key of the charge, and what it changed."""

    key: int
    changes: Changes


def problems_of(draft: ChargeDraft) -> tuple[Problem, ...]:
    """Why this charge cannot be kept: all reasons at once."""
    found = []
    if draft.kind not in ITEMS:
        found.append(Problem("charge_kind_unknown", {"kind": draft.kind, "kinds": ", ".join(ITEMS)}, "kind"))
    if draft.fen <= 0:
        found.append(Problem("amount_not_above_zero", {}, "amount"))
    if not draft.source.strip():
        found.append(Problem("charge_needs_source", {}, "source"))
    return tuple(found)


def book_charge(desk: Desk, claim: int, draft: ChargeDraft) -> Kept:
    """Keep costs, interest or a penalty as owed on a claim, beside its principal; from then on payments pay it first.

    Refused: ``problems_of``, ``unknown_id``, ``charge_on_credit``, ``after_today``, ``file_unreadable``.
    """
    refuse_if(problems_of(draft))
    held = Claim.select().where(Claim.id == claim).first(desk.store.database)
    if held is None:
        raise Refused(Problem("unknown_id", {"what": "claim", "id": str(claim)}, str(claim)))
    refuse_if([] if held.amount_fen > 0 else [Problem("charge_on_credit", {"claim": str(claim)}, str(claim))])
    day = desk.day_of_act(draft.on)
    with desk.store.acting(), desk.act("book_charge") as unit:
        key = unit.add(
            Charge,
            claim=claim,
            kind=draft.kind,
            fen=draft.fen,
            owed_on=day,
            source=draft.source.strip(),
            evidence=_paper(desk, unit, claim, draft.file),
            entered_at=unit.at,
            entered_by=desk.who,
        )
    return Kept(key, unit.changes)


def _paper(desk: Desk, unit: Unit, claim: int, file: Path | None) -> int | None:
    if file is None:
        return None
    return keep(
        desk, unit, desk.store.folder.vault.take_in(file), file.name, "other", [claim], source="charge"
    )


def void_charge(desk: Desk, charge: int, why: str) -> Changes:
    """Say that a charge was entered by mistake, and why.

    Refused: ``no_reason``, ``unknown_id``, and ``charge_paid`` while a receipt that stands has paid some of it.
    """
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    return _void(desk, charge, why.strip(), "void_charge")


def unbook_charge(desk: Desk, done: Act) -> Changes:
    """The undo of an entry: it is voided. Refused as ``void_charge``, or ``changed_since``."""
    (charge,) = done.keys("charge")
    return _void(desk, charge, UNDONE, "undo_book_charge")


def _void(desk: Desk, charge: int, why: str, verb: str) -> Changes:
    with desk.store.acting():
        row = _standing(desk, charge)
        refuse_if([Problem("charge_paid", {}, str(charge))] if row.paid_fen else [])
        with desk.act(verb) as unit:
            unit.change(Charge, charge, voided_at=unit.at, void_why=why)
            unit.touch_claims([row.claim_id])
    return unit.changes


def _standing(desk: Desk, charge: int) -> ChargeRow:
    for row in charge_rows(desk.store):
        if row.id == charge:
            return row
    raise Refused(Problem("unknown_id", {"what": "charge", "id": str(charge)}, str(charge)))
