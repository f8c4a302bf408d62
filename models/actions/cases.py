"""A debtor's case in the hands of a task force: opened with a goal, worked on, closed with an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.actions.people import require, require_person
from models.changes import Changes
from models.queries.cases import CaseRow, case, cases
from models.queries.claims import claim_rows
from models.rules.cases import ENTRY_KINDS, MEASURE, MEMBER_ROLES
from models.rules.problems import Problem, Refused, refuse_if
from models.tables import CaseEntry, CaseMember, Claim, Debtor, TaskCase


@dataclass(frozen=True)
class Kept:
    """The key of the case, and what changed."""

    key: int
    changes: Changes


@dataclass(frozen=True)
class EntryDraft:
    """What the clerk typed: a meeting or decision held on a day, a measure with its owner and day."""

    kind: str
    text: str
    owner: str | None = None
    held_on: date | None = None
    due_on: date | None = None
    file: Path | None = None


def open_case(desk: Desk, debtor: int, title: str, goal: str | None = None) -> Kept:
    """Open a case; its opener leads it, and all open claims of the debtor go to the task force.

    Refused: ``unknown_id``, ``case_needs_title``, ``case_open_already``, ``not_allowed``.
    """
    require(desk, "case")
    refuse_if([] if title.strip() else [Problem("case_needs_title", {}, "title")])
    with desk.store.acting():
        if Debtor.select().where(Debtor.id == debtor).first(desk.store.database) is None:
            raise Refused(Problem("unknown_id", {"what": "debtor", "id": str(debtor)}, str(debtor)))
        refuse_if(
            Problem("case_open_already", {"title": held.title}, str(held.id))
            for held in cases(desk.store, debtor=debtor)
        )
        rows = claim_rows(desk.store, desk.today, desk.today, debtor=debtor)
        with desk.act("open_case") as unit:
            told = {"title": title.strip(), "goal": (goal or "").strip() or None, "opened_on": desk.today}
            key = unit.add(TaskCase, debtor=debtor, opened_at=unit.at, opened_by=desk.who, **told)
            unit.add(CaseMember, case=key, person=desk.who, role="lead")
            for row in rows:
                if row.balance_fen > 0 and row.stage_set is None:
                    unit.change(Claim, row.id, stage_set="task_force")
    return Kept(key, unit.changes)


def set_goal(desk: Desk, key: int, title: str, goal: str | None) -> Kept:
    """What the case is called and what it wants. Refused: ``case_needs_title``, ``unknown_id``, ``case_closed``."""
    require(desk, "case")
    refuse_if([] if title.strip() else [Problem("case_needs_title", {}, "title")])
    _open(desk, key)
    with desk.act("amend_case") as unit:
        unit.change(TaskCase, key, title=title.strip(), goal=(goal or "").strip() or None)
    return Kept(key, unit.changes)


def add_member(desk: Desk, key: int, person: str, role: str) -> Kept:
    """One more who works on it, or the same in another role.

    Refused: ``case_role_unknown``, ``no_person_name``, ``unknown_person``, ``unknown_id``, ``case_closed``.
    """
    require(desk, "case")
    if role not in MEMBER_ROLES:
        raise Refused(Problem("case_role_unknown", {"role": role}, "role"))
    name = require_person(desk, person, "person")
    if name is None:
        raise Refused(Problem("no_person_name", {}, "person"))
    held = _open(desk, key)
    with desk.act("set_case_member") as unit:
        there = next((member.id for member in held.members if member.person == name), None)
        if there is None:
            unit.add(CaseMember, case=key, person=name, role=role)
        else:
            unit.change(CaseMember, there, role=role)
    return Kept(key, unit.changes)


def drop_member(desk: Desk, key: int, person: str) -> Kept:
    """Somebody works on it no longer. Refused: ``unknown_person``, ``unknown_id``, ``case_closed``."""
    require(desk, "case")
    held = _open(desk, key)
    there = [member.id for member in held.members if member.person == person.strip()]
    if not there:
        raise Refused(Problem("unknown_person", {"name": person}, "person"))
    with desk.act("set_case_member") as unit:
        unit.remove_many(CaseMember, there)
    return Kept(key, unit.changes)


def problems_of(draft: EntryDraft, opened_on: date, today: date) -> tuple[Problem, ...]:
    """Why this cannot stand on the time line: all reasons at once."""
    found = []
    if draft.kind not in ENTRY_KINDS:
        found.append(Problem("case_entry_unknown", {"kind": draft.kind}, "kind"))
    if not draft.text.strip():
        found.append(Problem("empty_note", {}, "text"))
    if draft.held_on is not None and draft.held_on > today:
        found.append(Problem("after_today", {"day": str(draft.held_on), "today": str(today)}, "on"))
    if draft.kind == MEASURE and not (draft.due_on and (draft.owner or "").strip()):
        found.append(Problem("measure_needs_owner_and_day", {}, "due_on"))
    if draft.due_on is not None and draft.due_on < opened_on:
        found.append(Problem("measure_before_case", {"day": str(draft.due_on)}, "due_on"))
    return tuple(found)


def write_on(desk: Desk, key: int, draft: EntryDraft) -> Kept:
    """A meeting, a decision or a measure. Refused: all of ``problems_of``, ``unknown_id``, ``case_closed``."""
    require(desk, "case_work")
    with desk.store.acting():
        held = _open(desk, key)
        refuse_if(problems_of(draft, held.opened_on, desk.today))
        owner = require_person(desk, draft.owner)
        with desk.act("write_case") as unit:
            evidence = None
            if draft.file is not None:
                claims = [
                    row.id for row in claim_rows(desk.store, desk.today, desk.today, debtor=held.debtor_id)
                ]
                taken = desk.store.folder.vault.take_in(draft.file)
                evidence = keep(desk, unit, taken, draft.file.name, "other", claims, source="case")
            told = {"kind": draft.kind, "text": draft.text.strip(), "owner": owner, "due_on": draft.due_on}
            written = {"evidence": evidence, "written_at": unit.at, "written_by": desk.who}
            unit.add(CaseEntry, case=key, held_on=draft.held_on or desk.today, **told, **written)
    return Kept(key, unit.changes)


def finish_measure(desk: Desk, entry: int) -> Kept:
    """It was done today. Refused: ``unknown_id``, ``case_closed``."""
    require(desk, "case_work")
    held = (
        CaseEntry.select().where(CaseEntry.id == entry, CaseEntry.kind == MEASURE).first(desk.store.database)
    )
    if held is None:
        raise Refused(Problem("unknown_id", {"what": "measure", "id": str(entry)}, str(entry)))
    key = int(held.case.id)
    _open(desk, key)
    with desk.act("finish_measure") as unit:
        unit.change(CaseEntry, entry, done_on=desk.today)
    return Kept(key, unit.changes)


def close_case(desk: Desk, key: int, outcome: str) -> Kept:
    """Close it with what came of it; its claims go back to the rules.

    Refused: ``case_needs_outcome``, ``unknown_id``, ``case_closed``, ``not_allowed``.
    """
    require(desk, "case")
    refuse_if([] if outcome.strip() else [Problem("case_needs_outcome", {}, "outcome")])
    with desk.store.acting():
        held = _open(desk, key)
        rows = claim_rows(desk.store, desk.today, desk.today, debtor=held.debtor_id, settled=True)
        with desk.act("close_case") as unit:
            unit.change(TaskCase, key, closed_on=desk.today, outcome=outcome.strip())
            for row in rows:
                if row.stage_set == "task_force":
                    unit.change(Claim, row.id, stage_set=None)
    return Kept(key, unit.changes)


def _open(desk: Desk, key: int) -> CaseRow:
    held = case(desk.store, key)
    if held is None:
        raise Refused(Problem("unknown_id", {"what": "case", "id": str(key)}, str(key)))
    if held.closed_on is not None:
        raise Refused(Problem("case_closed", {"day": str(held.closed_on)}, str(key)))
    return held
