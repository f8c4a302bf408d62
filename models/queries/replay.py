"""Whether a debtor's money would have been shared otherwise, had all of it been entered on its day."""

from __future__ import annotations

from datetime import date

from models.queries.claims import claim_rows
from models.queries.receipts import receipts_of
from models.rules.allocation import Debt
from models.rules.replay import Owed, Posted, Replay, replay_differs
from models.store import Store

LEDGER = "ledger"
"""A receipt without a rule: a ledger said which claim was paid."""


def replay_of(store: Store, debtor: int, today: date, currency: str = "CNY") -> Replay:
    """The proposal for one debtor and currency; receipts and claims go by their keys as text.

    What was reversed is left out together with its reversal. Credits take no part.
    """
    rows = claim_rows(store, today, today, debtor=debtor, settled=True)
    owed = [
        Owed(Debt(str(row.id), row.amount_fen, due_on=row.due_on), row.issued_on)
        for row in rows
        if row.currency == currency and row.amount_fen > 0
    ]
    receipts = [
        Posted(
            str(row.id),
            row.received_on,
            row.amount_fen,
            {str(claim): fen for claim, _, fen in row.shares},
            row.rule or LEDGER,
            row.id,
        )
        for row in receipts_of(store, debtor)
        if row.currency == currency and row.can_be_reversed and row.amount_fen > 0
    ]
    return replay_differs(receipts, owed)
