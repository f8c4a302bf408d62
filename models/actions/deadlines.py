"""Setting down the periods that run beside limitation, and that they were met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.changes import Changes
from models.rules.clocks import ENTERED, MUST_BE_SET
from models.rules.problems import Problem, Refused, refuse_if
from models.tables import Claim, Deadline, Debtor


@dataclass(frozen=True)
class DeadlineDraft:
    """What the clerk typed: the kind, the day it runs from, and its end only where somebody else set that."""

    kind: str
    base_on: date | None
    until_on: date | None = None
    note: str | None = None
    file: Path | None = None


@dataclass(frozen=True)
class Kept:
    """The key of the deadline, and what it changed."""

    key: int
    changes: Changes


def problems_of(draft: DeadlineDraft) -> tuple[Problem, ...]:
    """Why this deadline cannot be kept: all reasons at once."""
    if draft.kind not in ENTERED:
        return (Problem("deadline_kind_unknown", {"kind": draft.kind, "kinds": ", ".join(ENTERED)}, "kind"),)
    found = []
    if draft.until_on is None and (draft.kind in MUST_BE_SET or draft.base_on is None):
        found.append(Problem("deadline_needs_end", {"kind": draft.kind}, "until"))
    if draft.until_on and draft.base_on and draft.until_on < draft.base_on:
        days = {"until": str(draft.until_on), "base": str(draft.base_on)}
        found.append(Problem("deadline_end_before_base", days, "until"))
    return tuple(found)


def add_deadline(
    desk: Desk, draft: DeadlineDraft, *, claim: int | None = None, debtor: int | None = None
) -> Kept:
    """Keep a period of a claim, or of a debtor as a whole.

    Refused: everything of ``problems_of``, ``deadline_needs_subject``, ``unknown_id``, ``file_unreadable``.
    """
    refuse_if(problems_of(draft))
    owner = _owner(desk, claim, debtor)
    with desk.store.acting(), desk.act("add_deadline") as unit:
        evidence = None
        if draft.file is not None:
            taken = desk.store.folder.vault.take_in(draft.file)
            claims = [claim] if claim else []
            evidence = keep(desk, unit, taken, draft.file.name, "other", claims, source="deadline")
        key = unit.add(
            Deadline,
            debtor=owner,
            claim=claim,
            kind=draft.kind,
            base_on=draft.base_on or desk.today,
            until_on=draft.until_on,
            evidence=evidence,
            note=(draft.note or "").strip() or None,
            entered_at=unit.at,
            entered_by=desk.who,
        )
    return Kept(key, unit.changes)


def _owner(desk: Desk, claim: int | None, debtor: int | None) -> int:
    if claim is None:
        if debtor is None:
            raise Refused(Problem("deadline_needs_subject", {}, "claim"))
        if Debtor.select().where(Debtor.id == debtor).first(desk.store.database) is None:
            raise Refused(Problem("unknown_id", {"what": "debtor", "id": str(debtor)}, str(debtor)))
        return debtor
    row = Claim.select().where(Claim.id == claim).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": "claim", "id": str(claim)}, str(claim)))
    return int(row.debtor_id)


def finish(desk: Desk, deadline: int, why: str = "", on: date | None = None) -> Changes:
    """Say that what the period asked for was done; it leaves the board. Refused: ``unknown_id``, ``after_today``."""
    day = desk.day_of_act(on)
    _require(desk, deadline)
    with desk.act("finish_deadline") as unit:
        unit.change(Deadline, deadline, done_on=day, done_why=why.strip() or None)
    return unit.changes


def void(desk: Desk, deadline: int, why: str) -> Changes:
    """Say that a period was entered by mistake. Refused: ``no_reason``, ``unknown_id``."""
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    _require(desk, deadline)
    with desk.act("void_deadline") as unit:
        unit.change(Deadline, deadline, voided_at=unit.at, void_why=why.strip())
    return unit.changes


def _require(desk: Desk, deadline: int) -> None:
    if Deadline.select().where(Deadline.id == deadline).first(desk.store.database) is None:
        raise Refused(Problem("unknown_id", {"what": "deadline", "id": str(deadline)}, str(deadline)))
