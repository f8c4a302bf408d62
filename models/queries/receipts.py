"""What a debtor has paid, and which of it was taken back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from models.queries.claims import among
from models.rules.allocation import interrupts_limitation
from models.store import Store
from models.tables import BankLine, Claim, Debtor, Evidence, EvidenceClaim, Receipt, Share


class ChargePaid(NamedTuple):
    """Fen that a receipt paid on a charge, and the charge's claim and kind."""

    charge: int
    claim: int
    number: str | None
    kind: str
    fen: int


@dataclass(frozen=True)
class ReceiptRow:
    """One receipt or reversal. ``shares`` are (claim, its number, fen); what they leave is the debtor's advance.

    ``why`` is the reason of a reversal, or of shares that were changed by hand. ``bank_line`` is the line of the bank's
    statement behind it; ``slips`` are the pieces of evidence of kind ``payment`` on its claims. ``shares`` are of
    principal, ``charges`` of what was owed beside it.
    """

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
    kind: str = "payment"
    debtor_id: int = 0
    debtor: str = ""
    bank_line: int | None = None
    slips: tuple[int, ...] = ()
    charges: tuple[ChargePaid, ...] = ()

    @property
    def is_set_off(self) -> bool:
        """Whether no money came: an advance or a credit was set off against claims."""
        return self.amount_fen == 0 and self.kind == "offset"

    @property
    def wants_slip(self) -> bool:
        """Whether it would interrupt limitation but cannot be proved: a payment on claims without a bank slip."""
        moves = interrupts_limitation(self.kind) and self.day_known and self.can_be_reversed
        return moves and not self.slips and any(fen > 0 for fen in self.whole_shares.values())

    @property
    def left_fen(self) -> int:
        """What no share takes."""
        return (
            self.amount_fen - sum(fen for _, _, fen in self.shares) - sum(each.fen for each in self.charges)
        )

    @property
    def whole_shares(self) -> dict[int, int]:
        """What each claim took in all: principal and what is owed beside it."""
        whole: dict[int, int] = defaultdict(int)
        for claim, _, fen in self.shares:
            whole[claim] += fen
        for each in self.charges:
            whole[each.claim] += each.fen
        return dict(whole)

    @property
    def can_be_reversed(self) -> bool:
        """Neither a reversal nor taken back already."""
        return self.reverses is None and self.reversed_by is None


def receipts_of(store: Store, debtor: int) -> list[ReceiptRow]:
    """All receipts of a debtor, newest first."""
    return _rows(store, Receipt.debtor == debtor)


def receipt_rows(store: Store) -> list[ReceiptRow]:
    """All receipts of the portfolio, newest first."""
    return _rows(store, Receipt.id > 0)


def advances_of(store: Store, debtor: int) -> dict[str, int]:
    """What a debtor has paid in advance, by currency, in fen: what receipts brought and no share took."""
    statement = (
        "SELECT currency, sum(amount_fen - (SELECT coalesce(sum(fen), 0) FROM share WHERE receipt_id = r.id) "
        "- (SELECT coalesce(sum(fen), 0) FROM charge_share WHERE receipt_id = r.id)) "
        "FROM receipt r WHERE debtor_id = ? GROUP BY currency"
    )
    return {currency: fen for currency, fen in store.database.execute_sql(statement, (debtor,)) if fen}


def _rows(store: Store, wanted: Any) -> list[ReceiptRow]:
    query = (
        Receipt.select(Receipt, Debtor.id, Debtor.name).join(Debtor).where(wanted).order_by(Receipt.id.desc())
    )
    receipts: list[Any] = list(query.execute(store.database))
    back = {row.reverses_id: row.id for row in receipts if row.reverses_id is not None}
    shares, slips, lines = _shares(store, wanted), _slips(store, wanted), _bank_lines(store)
    charges = _charges(store, {row.id for row in receipts})
    return [
        _row(
            row, back.get(row.id), tuple(shares.get(row.id, ())), lines.get(row.id), slips.get(row.id, ()),
            tuple(charges.get(row.id, ())),
        )
        for row in receipts
    ]  # fmt: skip


_CHARGES = """
SELECT s.receipt_id, c.id, c.claim_id, l.number, c.kind, s.fen
FROM charge_share s JOIN charge c ON c.id = s.charge_id JOIN claim l ON l.id = c.claim_id
WHERE 1 {some} ORDER BY s.id
"""


def _charges(store: Store, receipts: set[int]) -> dict[int, list[ChargePaid]]:
    """What receipts paid beside the principal, by receipt."""
    found: dict[int, list[ChargePaid]] = defaultdict(list)
    statement = _CHARGES.format(some=among("s.receipt_id", receipts))
    for receipt, *told in store.database.execute_sql(statement):
        found[receipt].append(ChargePaid(*told))
    return found


def _shares(store: Store, wanted: Any) -> dict[int, list[tuple[int, str | None, int]]]:
    query = (
        Share.select(Share.receipt, Share.claim, Claim.number, Share.fen)
        .join(Receipt)
        .switch(Share)
        .join(Claim)
        .where(wanted)
        .order_by(Share.id)
        .tuples()
    )
    found: dict[int, list[tuple[int, str | None, int]]] = defaultdict(list)
    for receipt, claim, number, fen in query.execute(store.database):
        found[receipt].append((claim, number, fen))
    return found


def _slips(store: Store, wanted: Any) -> dict[int, tuple[int, ...]]:
    """The bank slips on the claims each receipt paid, newest last."""
    query = (
        Share.select(Share.receipt, Evidence.id)
        .distinct()
        .join(Receipt)
        .switch(Share)
        .join(EvidenceClaim, on=EvidenceClaim.claim == Share.claim)
        .join(Evidence)
        .where(wanted, Evidence.kind == "payment", Evidence.voided_at.is_null())
        .order_by(Evidence.id)
        .tuples()
    )
    found: dict[int, tuple[int, ...]] = {}
    for receipt, evidence in query.execute(store.database):
        found[receipt] = (*found.get(receipt, ()), evidence)
    return found


def _bank_lines(store: Store) -> dict[int, int]:
    query = BankLine.select(BankLine.receipt, BankLine.id).where(BankLine.receipt.is_null(False)).tuples()
    return dict(query.execute(store.database))


def _row(
    row: Any, back: int | None, shares: tuple[tuple[int, str | None, int], ...], line: int | None,
    slips: tuple[int, ...], charges: tuple[ChargePaid, ...],
) -> ReceiptRow:  # fmt: skip
    return ReceiptRow(
        row.id, row.received_on, row.day_known, row.amount_fen, row.currency, row.memo, row.source, row.rule,
        row.reverses_id, back, row.why, row.posted_by, shares, row.kind, row.debtor_id, row.debtor.name, line, slips,
        charges,
    )  # fmt: skip
