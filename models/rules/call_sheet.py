"""What a printed call sheet says, as frozen records; its words are filled in already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class SheetLine:
    """One debtor to see to: why, whom to ask for, how much, how late; room to write is left beside it."""

    group: str
    debtor: str
    why: str
    person: str | None
    phone: str | None
    currency: str
    balance_fen: int
    late: str


@dataclass(frozen=True)
class CallSheetFacts:
    """The open rows of a day, in their order."""

    on: date
    clerk: str
    creditor_name: str | None
    lines: tuple[SheetLine, ...]
