"""What the clerk needs to book a payment, read in one go. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.actions.calls import one_debtor
from models.queries.claims import ClaimRow, claim_rows
from models.queries.receipts import ReceiptRow, receipts_of
from models.rules.problems import Problem, Refused
from models.store import Store


@dataclass(frozen=True)
class ReceiptFacts:
    """One debtor: all its open claims in the currency of those chosen, and what it has paid so far."""

    debtor_id: int
    debtor: str
    currency: str
    chosen: tuple[int, ...]
    rows: tuple[ClaimRow, ...]
    receipts: tuple[ReceiptRow, ...]

    @property
    def chosen_fen(self) -> int:
        """What is open on the chosen claims."""
        return sum(row.balance_fen for row in self.rows if row.id in self.chosen and row.balance_fen > 0)

    @property
    def others(self) -> bool:
        """Whether the debtor owes more than what was chosen, so that it matters what a payment is for."""
        return any(row.balance_fen > 0 and row.id not in self.chosen for row in self.rows)


def read_facts(store: Store, today: date, claims: Sequence[int]) -> ReceiptFacts:
    """All of it. Refused: ``several_debtors``, ``several_currencies``."""
    told = claim_rows(store, today, today, claims=claims, settled=True)
    debtor = one_debtor(told)
    if len({row.currency for row in told}) > 1:
        raise Refused(Problem("several_currencies", {}, "claims"))
    currency = told[0].currency
    rows = [row for row in claim_rows(store, today, today, debtor=debtor) if row.currency == currency]
    rows.sort(key=lambda row: (row.due_on or date.max, row.id))
    return ReceiptFacts(
        debtor,
        told[0].debtor,
        currency,
        tuple(claims),
        tuple(row for row in rows if row.balance_fen > 0),
        tuple(receipts_of(store, debtor)),
    )
