"""Tables of frozen records: columns, models, the delegate of every cell, the view."""

from ui.common.table.columns import TICK, Change, Column, Order, Paint, Pill, Step
from ui.common.table.frozen import FrozenTable
from ui.common.table.model import PagedModel, RowsModel, TableModel

__all__ = [
    "TICK",
    "Change",
    "Column",
    "FrozenTable",
    "Order",
    "PagedModel",
    "Paint",
    "Pill",
    "RowsModel",
    "Step",
    "TableModel",
]
