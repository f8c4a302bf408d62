"""One row of a ledger against the claim of the books it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import compress
from typing import NamedTuple

from models.ledger.ledger_rows import ByColumn, LedgerRows
from models.ledger.proposal import LedgerRow


class Held(NamedTuple):
    """A claim of the books as the comparison sees it; ``paid_fen`` is what receipts up to the ledger's day paid.

    Among them is what later ledgers said was paid on a day unknown.
    ``batch`` is the import it came with, None where it was entered by hand.
    """

    id: int
    debtor: str
    number: str | None
    amount_fen: int
    due_on: date | None
    paid_fen: int
    open_fen: int
    currency: str = "CNY"
    batch: int | None = None


class Line(NamedTuple):
    """One row of the ledger against the books.

    ``outcome``: new | changed | same. ``amount_fen`` and ``paid_fen`` are the row's sums as they are booked: a credit
    is booked with what is left of it. ``more_paid_fen`` becomes a receipt by ledger. ``doubts`` are codes.
    """

    row: LedgerRow
    outcome: str
    held: Held | None
    amount_fen: int
    paid_fen: int
    more_paid_fen: int
    doubts: tuple[str, ...]


class Lines(ByColumn[Line]):
    """Every row of a ledger against the books."""

    kind = Line

    @classmethod
    def all_new(cls, rows: LedgerRows) -> Lines:
        """Rows of which the books know nothing: what they say was paid is all new."""
        count = len(rows)
        amounts, paid, balances = map(rows.column, ("amount_fen", "paid_fen", "balance_fen"))
        if count and (min(amounts) <= 0 or min(paid) < 0 or min(balances) < 0):
            amounts, paid = zip(*map(sums, amounts, paid, balances), strict=True)
        return cls([rows, ["new"] * count, [None] * count, amounts, paid, paid, [()] * count])

    @property
    def rows(self) -> LedgerRows:
        """The rows of the ledger alone."""
        return LedgerRows.of(self.column("row"))

    def balance_fen(self, currency: str) -> int:
        """The net sum of the balances in one currency."""
        balances, currencies = map(self.rows.column, ("balance_fen", "currency"))
        return sum(compress(balances, (each == currency for each in currencies)))

    def with_doubts(self, more: Mapping[int, str]) -> Lines:
        """One doubt more for some rows, by their number in the sheet."""
        if not more:
            return self
        told = zip(self.rows.column("row"), self.column("doubts"), strict=True)
        doubts = [(*doubts, more[row]) if row in more else doubts for row, doubts in told]
        return Lines([*self.columns[:-1], doubts])


def sums(amount: int, paid: int, balance: int) -> tuple[int, int]:
    """Amount and paid of a row as they are booked, in fen: their difference is its balance.

    A credit, and a balance above its own amount, is booked with its balance: nothing was paid on it.
    """
    return (balance, 0) if amount <= 0 or paid < 0 or balance < 0 else (amount, paid)
