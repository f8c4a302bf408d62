"""The debt item by item: the table of letters and agreements."""

from __future__ import annotations

from collections.abc import Sequence

from models.rules.facts import ItemFacts
from models.rules.money import grouped
from reports.flow import Strip
from reports.inline import Inline
from reports.style import MEASURE, Language
from reports.tables import Column, table
from reports.values import one_contract
from reports.wording import Values, Wording, wording

_MANY = 10
"""From so many items on the rows are numbered."""


def items_table(
    items: Sequence[ItemFacts],
    values: Values,
    under: Sequence[Sequence[Inline]],
    language: Language,
    interest: Sequence[int | None] = (),
) -> list[Strip]:
    """The items with their total and what is said under it; a column in which nothing is known is left out.

    Where ``interest`` stands beside the balances and nothing was paid, the invoiced sums, being the same, are left out.
    """
    words = wording("common", language)
    columns = [
        column._replace(head=words.text(f"columns.{column.head}", values))
        for column in (*_texts(items, words, bool(interest)), *_figures(items, interest))
    ]
    return table(columns, words.text("total", values), under, MEASURE, language)


def _texts(items: Sequence[ItemFacts], words: Wording, narrow: bool) -> list[Column]:
    """Columns of text by the key of their head; the contract, instead of the day of issue, where there are several.

    ``narrow`` leaves out the day of issue, to make room.
    """
    one = one_contract(items)
    dated = any(item.due_on for item in items)
    columns = [
        Column("number", cells=[item.number or "" for item in items]),
        Column("charge", cells=[_owed_for(item, words) for item in items]),
        Column("contract", cells=["" if one else item.contract or "" for item in items]),
        Column("issued_on", cells=[item.issued_on.isoformat() if item.issued_on else "" for item in items]),
        Column("due_on", cells=[_due(item) if dated else "" for item in items]),
    ]
    shown = [column for column in columns if any(column.cells)]
    if narrow or any(column.head == "contract" for column in shown):
        shown = [column for column in shown if column.head != "issued_on"]
    if len(items) >= _MANY or not shown:
        shown.insert(0, Column("place", cells=[str(place) for place in range(1, len(items) + 1)]))
    return shown


def _owed_for(item: ItemFacts, words: Wording) -> str:
    return words.text(f"beside.{item.charge}").capitalize() if item.charge else ""


def _due(item: ItemFacts) -> str:
    return item.due_on.isoformat() if item.due_on else "—"


def _figures(items: Sequence[ItemFacts], interest: Sequence[int | None]) -> list[Column]:
    sums = [
        _sums("amount", [item.amount_fen for item in items]),
        _sums("paid", [item.paid_fen for item in items]),
        _sums("balance", [item.balance_fen for item in items]),
    ]
    if interest:
        cells = ["—" if fen is None else grouped(fen) for fen in interest]
        sums = sums if any(item.paid_fen for item in items) else sums[2:]
        sums.append(Column("interest", True, cells, grouped(sum(fen or 0 for fen in interest))))
    if not any(item.days_overdue > 0 for item in items):
        return sums
    days = [str(item.days_overdue) if item.days_overdue > 0 else "—" for item in items]
    return [Column("days", figures=True, cells=days), *sums]


def _sums(key: str, fens: list[int]) -> Column:
    return Column(key, True, [grouped(fen) for fen in fens], grouped(sum(fens)))
