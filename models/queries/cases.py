"""A debtor's case: its members, its plan of measures, its meetings and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN

from models.store import Store
from models.tables import CaseEntry, CaseMember, Debtor, Evidence, TaskCase


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works on a case, and as what."""

    id: int
    person: str
    role: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A meeting, a decision or a measure; only a measure has an owner, a day to be done by and one when it was."""

    id: int
    kind: str
    text: str
    owner: str | None
    held_on: date
    due_on: date | None
    done_on: date | None
    evidence: int | None
    name: str | None
    by: str

    def is_late(self, today: date) -> bool:
        """Whether it is a measure that should be done by now."""
        return self.done_on is None and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case. ``entries`` newest day first."""

    id: int
    debtor_id: int
    debtor: str
    title: str
    opened_on: date
    goal: str | None
    closed_on: date | None
    outcome: str | None
    members: tuple[Member, ...]
    entries: tuple[EntryRow, ...]

    @property
    def to_do(self) -> tuple[EntryRow, ...]:
        """Measures not done yet, the next due first."""
        waiting = [each for each in self.entries if each.kind == "measure" and each.done_on is None]
        return tuple(sorted(waiting, key=lambda each: (each.due_on or date.max, each.id)))


def cases(store: Store, *, closed: bool = False, debtor: int | None = None) -> list[CaseRow]:
    """Open cases, the oldest first; with ``closed`` those that are over too."""
    query = (
        TaskCase.select(TaskCase, Debtor)
        .join(Debtor)
        .order_by(TaskCase.closed_on.is_null(False), TaskCase.id)
    )
    if not closed:
        query = query.where(TaskCase.closed_on.is_null())
    if debtor is not None:
        query = query.where(TaskCase.debtor == debtor)
    return [_case(store, held) for held in query.execute(store.database)]


def case(store: Store, key: int) -> CaseRow | None:
    """The case of this key, None where there is none."""
    held = TaskCase.select(TaskCase, Debtor).join(Debtor).where(TaskCase.id == key).first(store.database)
    return None if held is None else _case(store, held)


def _case(store: Store, held: Any) -> CaseRow:
    members = CaseMember.select().where(CaseMember.case == held.id).order_by(CaseMember.id)
    entries = (
        CaseEntry.select(CaseEntry, Evidence)
        .join(Evidence, JOIN.LEFT_OUTER)
        .where(CaseEntry.case == held.id)
        .order_by(CaseEntry.held_on.desc(), CaseEntry.id.desc())
    )
    return CaseRow(
        held.id, held.debtor_id, held.debtor.name, held.title, held.opened_on, held.goal, held.closed_on, held.outcome,
        tuple(Member(row.id, row.person, row.role) for row in members.execute(store.database)),
        tuple(_entry(row) for row in entries.execute(store.database)),
    )  # fmt: skip


def _entry(row: Any) -> EntryRow:
    name = row.evidence.name if row.evidence_id else None
    return EntryRow(
        row.id, row.kind, row.text, row.owner, row.held_on, row.due_on, row.done_on, row.evidence_id, name,
        row.written_by,
    )  # fmt: skip
