"""What the minutes of a debtor's case say, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CaseClaim:
    """One open claim on the day of the minutes; ``called_fen`` is the balance but for what is disputed."""

    number: str | None
    currency: str
    balance_fen: int
    called_fen: int
    due_on: date | None
    days_overdue: int


@dataclass(frozen=True)
class CaseNote:
    """A meeting, a decision or a measure (``ENTRY_KINDS``); ``person`` does the measure, else wrote it down."""

    kind: str
    on: date
    text: str
    person: str | None
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True)
class CaseMinutesFacts:
    """A case as it stands on ``as_of``. ``members`` are (person, role of ``MEMBER_ROLES``); notes oldest first."""

    as_of: date
    creditor_name: str | None
    debtor: str
    title: str
    goal: str | None
    opened_on: date
    closed_on: date | None
    outcome: str | None
    members: tuple[tuple[str, str], ...]
    claims: tuple[CaseClaim, ...]
    measures: tuple[CaseNote, ...]
    notes: tuple[CaseNote, ...]
    by: str
    journal_head: str
