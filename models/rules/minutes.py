"""What the minutes of a monthly review say, as frozen records for paper and workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.rules.review import ClassSum, Move


@dataclass(frozen=True)
class MinuteItem:
    """One claim of the minutes; ``cause`` and ``measure`` are in words already."""

    debtor: str
    number: str | None
    currency: str
    balance_fen: int
    days_overdue: int
    due_on: date | None
    cause: str | None
    measure: str | None
    owner: str | None
    measure_on: date | None
    note: str | None


@dataclass(frozen=True)
class SupplementFacts:
    """A later word on one claim: its class as signed, the class that holds instead, why, when and who."""

    item: MinuteItem
    before: str
    after: str
    why: str
    on: date
    by: str


@dataclass(frozen=True)
class MinutesFacts:
    """The minutes of one month. Sums are in CNY; ``other_currencies`` gives (currency, class sums, credit, ledger).

    ``sums`` and ``credit_fen`` add up to ``ledger_fen``. Not signed yet: ``signed_by`` None, a draft.
    """

    month: str
    as_of: date
    creditor_name: str | None
    before_month: str | None
    sums: tuple[ClassSum, ...]
    credit_fen: int
    ledger_fen: int
    moves: tuple[Move, ...]
    bad: tuple[MinuteItem, ...]
    watch: tuple[MinuteItem, ...]
    other_currencies: tuple[tuple[str, tuple[ClassSum, ...], int], ...] = ()
    signed_by: str | None = None
    signed_on: date | None = None
    supplements: tuple[SupplementFacts, ...] = ()
