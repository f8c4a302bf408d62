"""Whether money may have been booked twice: a receipt that equals an earlier one of its debtor.

Two equal payments of one day do happen, so it is only said; taking one of them back is the clerk's act.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol

from peewee import fn

from models.queries.bank import LEDGER_DAYS
from models.queries.receipts import ReceiptRow
from models.rules.money import grouped
from models.rules.problems import Problem
from models.store import Store
from models.tables import Debtor, Receipt


class Dated(Protocol):
    """When a receipt came, and whether that day is known or only that of the ledger that told it."""

    @property
    def received_on(self) -> date: ...  # noqa: D102
    @property
    def day_known(self) -> bool: ...  # noqa: D102


class Twin(NamedTuple):
    """A receipt and the earlier one that it equals in debtor, currency and amount; ``on`` is the earlier one's day."""

    receipt: int
    earlier: int
    debtor: str
    amount_fen: int
    currency: str
    on: date

    def doubt(self) -> Problem:
        """What the clerk is told."""
        params = {
            "debtor": self.debtor,
            "amount": f"{grouped(self.amount_fen)} {self.currency}",
            "day": self.on.isoformat(),
            "receipt": str(self.receipt),
            "earlier": str(self.earlier),
        }
        return Problem("receipt_twin", params, str(self.receipt))


def may_be_one(one: Dated, other: Dated) -> bool:
    """Whether two equal sums may be the same money: of one day, or one of them on a ledger's day soon after."""
    if one.day_known and other.day_known:
        return one.received_on == other.received_on
    if one.day_known == other.day_known:
        return False
    known, told = (one, other) if one.day_known else (other, one)
    return timedelta(0) <= told.received_on - known.received_on <= timedelta(LEDGER_DAYS)


class _Said(NamedTuple):
    """A receipt that is about to be booked."""

    received_on: date
    day_known: bool = True


def twin_among(receipts: Iterable[ReceiptRow], amount_fen: int, currency: str, on: date) -> ReceiptRow | None:
    """The payment of a debtor that one of this sum and day would be for the second time."""
    said = _Said(on)
    standing = (row for row in receipts if row.can_be_reversed and row.kind == "payment")
    same = (row for row in standing if (row.amount_fen, row.currency) == (amount_fen, currency))
    return next((row for row in same if may_be_one(row, said)), None)


def twins(store: Store, receipts: Sequence[int] = (), *, batch: int | None = None) -> list[Twin]:
    """The receipts of these, or of an import, that an earlier one equals; each of the earlier ones serves one."""
    asked = Receipt.batch == batch if batch is not None else Receipt.id.in_(list(receipts))
    first = Receipt.select(fn.min(Receipt.id)).where(asked).scalar(store.database)
    if first is None or not Receipt.select().where(Receipt.id < first).exists(store.database):
        return []  # nothing stands before them, as with a first ledger of a hundred thousand rows
    new = _payments(store, asked)
    known = defaultdict(list)
    for row in _payments(store, Receipt.id < first):
        known[row.debtor_id, row.currency, row.amount_fen].append(row)
    found = []
    for row in new:
        of_sum = known[row.debtor_id, row.currency, row.amount_fen]
        if earlier := next((each for each in of_sum if may_be_one(row, each)), None):
            of_sum.remove(earlier)
            told = (row.debtor.name, row.amount_fen, row.currency, earlier.received_on)
            found.append(Twin(row.id, earlier.id, *told))
    return found


def _payments(store: Store, wanted: Any) -> list[Any]:
    """Payments that stand, in the order of their entry."""
    back = Receipt.select(Receipt.reverses).where(Receipt.reverses.is_null(False))
    stands = (Receipt.kind == "payment") & Receipt.reverses.is_null() & Receipt.id.not_in(back)
    query = Receipt.select(Receipt, Debtor).join(Debtor).where(wanted, stands).order_by(Receipt.id)
    return list(query.execute(store.database))
