"""Whether a debtor's money would have been shared otherwise, had all of it been entered on its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.queries.charges import charge_rows
from models.queries.claims import ClaimRow, claim_rows
from models.queries.receipts import ReceiptRow, receipts_of
from models.queries.standing import Standing, standings
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
    stand, beside = standings(store, debts, today), _charges(store, debts)
    return [_debt(row, stand[row.id], tuple(beside[row.id])) for row in debts]


def _debt(row: ClaimRow, standing: Standing, beside: tuple[tuple[date, int], ...]) -> Owed:
    """The whole debt as it was; which part of it a share pays is settled when it is booked."""
    debt = Debt(
        str(row.id), row.amount_fen + sum(fen for _, fen in beside), due_on=row.due_on, covered=standing.covered,
        burden_percent=standing.burden, joint=standing.joint,
    )  # fmt: skip
    return Owed(debt, row.issued_on, standing.last_day, beside)


def _charges(store: Store, debts: Sequence[ClaimRow]) -> dict[int, list[tuple[date, int]]]:
    """What was ever owed beside the principal of these claims: day and fen."""
    found: dict[int, list[tuple[date, int]]] = {row.id: [] for row in debts}
    for each in charge_rows(store, debtor=debts[0].debtor_id) if debts else ():
        if each.claim_id in found:
            found[each.claim_id].append((each.owed_on, each.fen))
    return found


def _posted(row: ReceiptRow) -> Posted:
    paid = {str(claim): fen for claim, fen in row.whole_shares.items() if fen > 0}
    rule = SET_OFF if row.is_set_off else row.rule or LEDGER
    return Posted(str(row.id), row.received_on, row.amount_fen, paid, rule, row.id)
