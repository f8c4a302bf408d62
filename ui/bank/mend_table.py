"""The cells of a statement that could not be read: what stands there, why that is nothing, and room to type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.ledger.proposal import CellProblem
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import text
from ui.problems import worded
from ui.theme import current

_SHOWN_AT_ONCE = 4


@dataclass(frozen=True)
class _Cell:
    """One of them, by its place in the list."""

    id: int
    cell: str
    heading: str
    value: str
    why: str


class MendTable(QWidget):
    """``mended`` carries the address of a cell (``G12``) and what the clerk typed for it."""

    mended = Signal(str, str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        self.table.type_over()
        self.model.edited.connect(self._typed)
        self.table.setAccessibleName(self.tr("读不懂的单元格"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(
            text(self.tr("读不懂的单元格：直接输入正确的内容，F2 修改；原文件不动"), size=12, tone="bad")
        )
        column.addWidget(self.table)

    def _columns(self) -> list[Column]:
        return [
            Column("cell", self.tr("单元格"), 88, lambda row: row.cell, Paint.NAME, filterable=False),
            Column("value", self.tr("内容"), 150, lambda row: row.value, wrong=lambda _: True, editable=True,
                   filterable=False),
            Column("heading", self.tr("列"), 130, lambda row: row.heading, filterable=False),
            Column("why", self.tr("原因"), 500, lambda row: row.why, tip=lambda row: row.why, filterable=False),
        ]  # fmt: skip

    def show_cells(self, cells: Sequence[CellProblem]) -> None:
        """List these, or nothing at all."""
        self.model.set_rows([self._row(at, each) for at, each in enumerate(cells)])
        self.setVisible(bool(cells))
        self.table.setFixedHeight(current().px(36 + 30 * min(len(cells), _SHOWN_AT_ONCE) + 16))

    def _row(self, at: int, each: CellProblem) -> _Cell:
        params = {"value": each.value, **each.params}
        why = worded(each.code, self.language, params)
        return _Cell(at, each.cell, str(each.params.get("heading", "")), each.value, why)

    def _typed(self, place: int, _column: str, typed: str) -> None:
        row = self.model.rows[place]
        if typed.strip() != row.value:
            self.mended.emit(row.cell, typed.strip())
