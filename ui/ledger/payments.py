"""The receipts of a ledger of movements, and which invoices each pays, as the window shows them. No Qt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from models.ledger.proposal import LedgerRow, Proposal, Settlement
from models.rules.money import grouped
from ui.ledger.draft import Draft
from ui.ledger.written import written
from ui.problems import worded


@dataclass(frozen=True)
class Payment:
    """One receipt (``id`` is its row). ``pays`` are the rows of its invoices in their order; sums are fen.

    ``how`` are the reasons, as codes; ``left_fen`` stays an open credit of the debtor.
    """

    id: int
    row: str
    debtor: str
    number: str
    day: str
    currency: str
    fen: int
    left_fen: int
    pays: tuple[int, ...]
    how: tuple[str, ...]
    words: str


def payments_of(draft: Draft, language: str) -> list[Payment]:
    """Every receipt in the order of the sheet; none where the ledger is one of open items."""
    proposal = draft.comparison.proposal
    if not proposal.settlements:
        return []
    by_row = {row.row: row for row in proposal.rows}
    shares: dict[int, list[Settlement]] = defaultdict(list)
    for settlement in proposal.settlements:
        shares[settlement.row].append(settlement)
    return [_payment(draft, row, own, by_row, language) for row, own in sorted(shares.items())]


def _payment(
    draft: Draft, row: int, shares: list[Settlement], by_row: dict[int, LedgerRow], language: str
) -> Payment:
    paid = [each for each in shares if each.claim_row is not None]
    like = next((by_row[at] for at in (row, *(each.claim_row or 0 for each in paid)) if at in by_row), None)
    name = draft.comparison.proposal.row_name
    parts = [
        worded("pays_row", language, {"row": name(each.claim_row or 0), "amount": grouped(each.fen)})
        for each in paid
    ]
    return Payment(
        id=row,
        row=name(row),
        debtor=like.debtor if like else written(draft, row, "debtor"),
        number=written(draft, row, "number"),
        day=written(draft, row, "issued_on"),
        currency=like.currency if like else "CNY",
        fen=sum(each.fen for each in shares),
        left_fen=sum(each.fen for each in shares if each.claim_row is None),
        pays=tuple(each.claim_row for each in paid if each.claim_row is not None),
        how=tuple(dict.fromkeys(each.how for each in paid)),
        words=("；" if language == "zh_CN" else "; ").join(parts),
    )


def invoices_for(proposal: Proposal, payment: Payment) -> list[LedgerRow]:
    """What this receipt may pay: the invoices of its debtor in its currency, in the order of the sheet."""
    return [
        row
        for row in proposal.rows
        if row.amount_fen > 0 and row.debtor == payment.debtor and row.currency == payment.currency
    ]
