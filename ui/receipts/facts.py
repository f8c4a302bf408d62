"""What the clerk needs to book a payment, read in one go. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.actions.calls import one_debtor
from models.queries.bank_register import letter_numbers
from models.queries.charges import payable_rows
from models.queries.claims import ClaimRow, claim_rows
from models.queries.receipts import ReceiptRow, advances_of, receipts_of
from models.queries.replay import Past, past_of
from models.queries.standing import Standing, standings
from models.rules.allocation import Allocation
from models.rules.problems import Problem, Refused
from models.rules.replay import Move, Posted
from models.store import Store

NEW = "new"
"""Stands for the receipt that is being entered."""


@dataclass(frozen=True)
class ReceiptFacts:
    """One debtor: all its open claims in the currency of those chosen, and what it has paid so far.

    ``credit_fen`` is its advance and its open credits, above 0, that could be set off.
    """

    debtor_id: int
    debtor: str
    currency: str
    chosen: tuple[int, ...]
    rows: tuple[ClaimRow, ...]
    receipts: tuple[ReceiptRow, ...]
    past: Past
    standing: Mapping[int, Standing] = field(default_factory=dict)
    credit_fen: int = 0
    letters: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @property
    def chosen_fen(self) -> int:
        """What is open on the chosen claims."""
        return sum(self.open_fen(row) for row in self.rows if row.id in self.chosen)

    def open_fen(self, row: ClaimRow) -> int:
        """All that a payment could pay on a claim: principal and what is owed beside it."""
        standing = self.standing.get(row.id)
        return row.balance_fen + (standing.charges_fen if standing else 0)

    def later(self, on: date) -> int:
        """How many receipts that stand came after a day: money of that day would be entered late."""
        return sum(
            row.received_on > on and row.can_be_reversed and row.currency == self.currency
            for row in self.receipts
        )

    def moves(self, amount_fen: int, on: date, found: Allocation) -> tuple[Move, ...]:
        """What a replay would share otherwise once this money is booked so."""
        shares = {share.debt: share.amount for share in found.shares}
        last = max((each.entered for each in self.past.receipts), default=0)
        return self.past.replay(Posted(NEW, on, amount_fen, shares, found.rule, last + 1)).moves


def read_facts(store: Store, today: date, claims: Sequence[int]) -> ReceiptFacts:
    """All of it. Refused: ``several_debtors``, ``several_currencies``."""
    told = claim_rows(store, today, today, claims=claims, settled=True)
    debtor = one_debtor(told)
    if len({row.currency for row in told}) > 1:
        raise Refused(Problem("several_currencies", {}, "claims"))
    currency = told[0].currency
    rows = [row for row in payable_rows(store, today, debtor) if row.currency == currency]
    rows.sort(key=lambda row: (row.due_on or date.max, row.id))
    credit_fen = sum(-row.balance_fen for row in rows if row.balance_fen < 0)
    return ReceiptFacts(
        debtor,
        told[0].debtor,
        currency,
        tuple(claims),
        tuple(row for row in rows if row.balance_fen >= 0),
        tuple(receipts_of(store, debtor)),
        past_of(store, debtor, today, currency),
        standings(store, rows, today),
        credit_fen + max(0, advances_of(store, debtor).get(currency, 0)),
        letter_numbers(store),
    )
