"""Whether a debtor's money would have been shared otherwise, had all of it been entered on its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.queries.claims import ClaimRow, claim_rows
from models.queries.receipts import ReceiptRow, receipts_of
from models.queries.standing import standings
from models.rules.allocation import Debt
from models.rules.replay import Owed, Posted, Replay, replay_differs
from models.store import Store

LEDGER = "ledger"
"""A receipt without a rule: a ledger said which claim was paid."""

SET_OFF = "set_off"


@dataclass(frozen=True)
class Past:
    """All that a replay of one debtor's money looks at."""

    receipts: tuple[Posted, ...]
    owed: tuple[Owed, ...]

    def replay(self, *more: Posted) -> Replay:
        """What would be otherwise, with receipts that are not booked yet among them."""
        return replay_differs([*self.receipts, *more], self.owed)


def past_of(store: Store, debtor: int, today: date, currency: str = "CNY") -> Past:
    """One debtor's receipts and claims in a currency, by their keys as text.

    What was reversed is left out together with its reversal. Credits take no part; a set-off stands as it was done.
    """
    rows = claim_rows(store, today, today, debtor=debtor, settled=True)
    kept = [row for row in receipts_of(store, debtor) if row.currency == currency and row.can_be_reversed]
    return Past(tuple(_posted(row) for row in kept), tuple(_owed(store, rows, currency, today)))


def replay_of(store: Store, debtor: int, today: date, currency: str = "CNY") -> Replay:
    """The proposal for one debtor and currency."""
    return past_of(store, debtor, today, currency).replay()


def _owed(store: Store, rows: Sequence[ClaimRow], currency: str, today: date) -> list[Owed]:
    debts = [replace(row, paid_fen=0) for row in rows if row.currency == currency and row.amount_fen > 0]
    stand = standings(store, debts, today)
    return [
        Owed(
            Debt(str(row.id), row.amount_fen, due_on=row.due_on, covered=stand[row.id].covered),
            row.issued_on,
            stand[row.id].last_day,
        )
        for row in debts
    ]


def _posted(row: ReceiptRow) -> Posted:
    paid = {str(claim): fen for claim, _, fen in row.shares if fen > 0}
    rule = SET_OFF if row.is_set_off else row.rule or LEDGER
    return Posted(str(row.id), row.received_on, row.amount_fen, paid, rule, row.id)
