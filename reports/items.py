"""The debt item by item: the table of letters and agreements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from models.rules.facts import ItemFacts
from models.rules.money import grouped
from reports.flow import Strip
from reports.inline import Inline
from reports.style import MEASURE, Language
from reports.tables import Column, table
from reports.values import one_contract
from reports.wording import Values, wording

_MANY = 10
"""From so many items on the rows are numbered."""


class ItemColumn(NamedTuple):
    """A column before it is set: the key of its head, whether it holds figures, its cells, its total."""

    key: str
    figures: bool
    cells: list[str]
    total: str = ""


def items_table(
    items: Sequence[ItemFacts], values: Values, under: Sequence[Sequence[Inline]], language: Language
) -> list[Strip]:
    """The items with their total and what is said under it; a column in which nothing is known is left out."""
    words = wording("common", language)
    shown = _columns(items)
    heads = [Column(words.text(f"columns.{column.key}", values), column.figures) for column in shown]
    total = [column.total for column in shown]
    total[0] = words.text("total", values)
    rows = list(zip(*(column.cells for column in shown), strict=True))
    return table(heads, rows, total, under, MEASURE, language)


def _columns(items: Sequence[ItemFacts]) -> list[ItemColumn]:
    """Columns that have something to say; the contract, instead of the day of issue, where there are several."""
    one = one_contract(items)
    dated = any(item.due_on for item in items)
    texts = [
        ItemColumn("number", False, [item.number or "" for item in items]),
        ItemColumn("contract", False, ["" if one else item.contract or "" for item in items]),
        ItemColumn(
            "issued_on", False, [item.issued_on.isoformat() if item.issued_on else "" for item in items]
        ),
        ItemColumn("due_on", False, [_due(item) if dated else "" for item in items]),
    ]
    shown = [column for column in texts if any(column.cells)]
    if any(column.key == "contract" for column in shown):
        shown = [column for column in shown if column.key != "issued_on"]
    if len(items) >= _MANY or not shown:
        shown.insert(0, ItemColumn("place", False, [str(place) for place in range(1, len(items) + 1)]))
    if any(item.days_overdue > 0 for item in items):
        days = [str(item.days_overdue) if item.days_overdue > 0 else "—" for item in items]
        shown.append(ItemColumn("days", True, days))
    return [
        *shown,
        _sums("amount", [item.amount_fen for item in items]),
        _sums("paid", [item.paid_fen for item in items]),
        _sums("balance", [item.balance_fen for item in items]),
    ]


def _due(item: ItemFacts) -> str:
    return item.due_on.isoformat() if item.due_on else "—"


def _sums(key: str, fens: list[int]) -> ItemColumn:
    return ItemColumn(key, True, [grouped(fen) for fen in fens], grouped(sum(fens)))
