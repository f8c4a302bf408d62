"""How money was shared over claims, debt by debt: the order of CC 560, the parts of CC 561."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.ledger.sheet_out import Entry
from models.queries.claims import ClaimRow
from models.queries.receipts import ReceiptRow
from models.queries.standing import Standing, debts_of
from models.rules.allocation import Allocation, Ranked, Share, ranking
from models.rules.charges import ITEMS
from models.rules.derivation import percent_text
from ui.common.answer_table import Head
from ui.common.formats import Formats
from ui.common.how_window import How
from ui.problems import worded

_OF_DEBT = (Head("how_head_number", 140), Head("how_head_due", 150))
_PAID = (
    Head("how_head_costs", 96, money=True),
    Head("how_head_interest", 110, money=True),
    Head("how_head_principal", 116, money=True),
)
_BECAUSE = Head("how_head_because", 270)
_RANKED = (
    Head("how_head_place", 48), *_OF_DEBT, _BECAUSE, Head("how_head_owed", 116, money=True), *_PAID,
    Head("how_head_left", 116, money=True), Head("how_head_covered", 84), Head("how_head_burden", 110),
)  # fmt: skip
_NO_SHARE = Share("", 0, 0, 0)


@dataclass(frozen=True)
class Payment:
    """Money about to be shared over the open claims of a debtor, and what was said of it."""

    debtor: str
    fen: int
    currency: str
    on: date
    rows: Sequence[ClaimRow]
    standing: Mapping[int, Standing]
    kind: str = "payment"
    designated: tuple[int, ...] = ()
    agreed: tuple[int, ...] = ()
    principal_first: bool = False


def how_shared(asked: Payment, found: Allocation, memo: str, formats: Formats) -> How:
    """Every debt in its order, with what it gets and why it stands there. ``memo`` is what the memo names."""
    names = {str(row.id): row.number or f"#{row.id}" for row in asked.rows}
    debts = debts_of(asked.rows, asked.standing, asked.on, asked.kind)
    there = {debt.id for debt in debts}
    ranked = ranking(
        debts,
        asked.on,
        designated=[str(claim) for claim in asked.designated if str(claim) in there],
        agreed=[str(claim) for claim in asked.agreed if str(claim) in there],
    )
    shares = {share.debt: share for share in found.shares}
    steps = [
        _step(each, names[each.debt.id], shares.get(each.debt.id, _NO_SHARE), asked.on, formats)
        for each in ranked
    ]
    within = "how_allocation_principal" if asked.principal_first else "how_allocation_within"
    rules = (memo, worded(found.why.code, formats.language), worded(within, formats.language))
    result = formats.joined([asked.debtor, formats.day(asked.on), formats.money(asked.fen, asked.currency)])
    return How(worded("how_allocation", formats.language), result, tuple(filter(None, rules)), _RANKED, steps)


def _step(each: Ranked, name: str, share: Share, on: date, formats: Formats) -> list[Entry]:
    debt, language = each.debt, formats.language
    burden = percent_text(debt.burden_percent) if debt.burden_percent else ""
    if debt.joint:
        burden = worded("how_joint", language, {"burden": burden or "0"})
    covered = f"{percent_text(debt.covered * 100)}%" if debt.covered else ""
    return [
        str(each.place), name, _due(debt.due_on, on, formats), worded(f"how_because_{each.because}", language),
        debt.open_fen, share.costs, share.interest, share.principal, debt.open_fen - share.amount, covered, burden,
    ]  # fmt: skip


def _due(due_on: date | None, on: date, formats: Formats) -> str:
    if due_on is None:
        return worded("how_due_none", formats.language)
    code = "how_due_yes" if due_on <= on else "how_due_no"
    return worded(code, formats.language, {"day": formats.day(due_on)})


def how_booked(row: ReceiptRow, due: dict[int, date | None], basis: str, formats: Formats) -> How:
    """Of a receipt in the books: what it paid on each claim, by the rule kept with it. ``due`` by claim."""
    language = formats.language
    rules = [basis, worded("how_allocation_within", language) if row.charges else ""]
    rules.append(worded("how_allocation_memo", language, {"memo": row.memo}) if row.memo else "")
    if row.left_fen > 0:
        left = {"amount": formats.money(row.left_fen, row.currency)}
        rules.append(worded("how_allocation_left", language, left))
    rules.append(worded("how_allocation_reversed", language) if row.reversed_by else "")
    result = formats.joined(
        [row.debtor, formats.day(row.received_on), formats.money(row.amount_fen, row.currency)]
    )
    heads = (*_OF_DEBT, *_PAID, _BECAUSE)
    return How(
        worded("how_allocation", language),
        result,
        tuple(filter(None, rules)),
        heads,
        _booked(row, due, formats),
    )


def _booked(row: ReceiptRow, due: dict[int, date | None], formats: Formats) -> list[list[Entry]]:
    principal = {claim: fen for claim, _, fen in row.shares}
    names = {claim: number or f"#{claim}" for claim, number, _ in row.shares}
    beside = {claim: {"costs": 0, "interest": 0} for claim in (*names, *(each.claim for each in row.charges))}
    for each in row.charges:
        names[each.claim] = each.number or f"#{each.claim}"
        beside[each.claim][ITEMS[each.kind]] += each.fen
    said = worded("how_because_booked", formats.language)
    return [
        [
            name, _due(due.get(claim), row.received_on, formats), beside[claim]["costs"], beside[claim]["interest"],
            principal.get(claim, 0), said,
        ]
        for claim, name in names.items()
    ]  # fmt: skip
