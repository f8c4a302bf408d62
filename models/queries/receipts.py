"""What a debtor has paid, and which of it was taken back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.store import Store
from models.tables import Claim, Receipt, Share


@dataclass(frozen=True)
class ReceiptRow:
    """One receipt or reversal. ``shares`` are (claim, its number, fen); what they leave is the debtor's advance."""

    id: int
    received_on: date
    day_known: bool
    amount_fen: int
    currency: str
    memo: str | None
    source: str
    rule: str | None
    reverses: int | None
    reversed_by: int | None
    why: str | None
    posted_by: str
    shares: tuple[tuple[int, str | None, int], ...]

    @property
    def left_fen(self) -> int:
        """What no share takes."""
        return self.amount_fen - sum(fen for _, _, fen in self.shares)

    @property
    def can_be_reversed(self) -> bool:
        """Neither a reversal nor taken back already."""
        return self.reverses is None and self.reversed_by is None


def receipts_of(store: Store, debtor: int) -> list[ReceiptRow]:
    """All receipts of a debtor, newest first."""
    query = Receipt.select().where(Receipt.debtor == debtor).order_by(Receipt.id.desc())
    receipts: list[Any] = list(query.execute(store.database))
    back = {row.reverses_id: row.id for row in receipts if row.reverses_id is not None}
    shares = _shares_of(store, debtor)
    return [_row(row, back.get(row.id), tuple(shares.get(row.id, ()))) for row in receipts]


def _shares_of(store: Store, debtor: int) -> dict[int, list[tuple[int, str | None, int]]]:
    query = (
        Share.select(Share.receipt, Share.claim, Claim.number, Share.fen)
        .join(Receipt)
        .switch(Share)
        .join(Claim)
        .where(Receipt.debtor == debtor)
        .order_by(Share.id)
        .tuples()
    )
    found: dict[int, list[tuple[int, str | None, int]]] = defaultdict(list)
    for receipt, claim, number, fen in query.execute(store.database):
        found[receipt].append((claim, number, fen))
    return found


def _row(row: Any, back: int | None, shares: tuple[tuple[int, str | None, int], ...]) -> ReceiptRow:
    return ReceiptRow(
        row.id, row.received_on, row.day_known, row.amount_fen, row.currency, row.memo, row.source, row.rule,
        row.reverses_id, back, row.why, row.posted_by, shares,
    )  # fmt: skip
