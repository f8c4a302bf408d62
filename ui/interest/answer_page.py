"""A page of the calculator: fields on top, what comes out below, row by row with its rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.ledger.sheet_out import Column as SheetColumn
from models.ledger.sheet_out import Entry, Table
from ui.common.formats import Formats
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.table.tsv import tab_text
from ui.common.text import text
from ui.problems import worded


@dataclass(frozen=True)
class Head:
    """A column of a page: the code of its words, its width in px, whether it holds sums in fen."""

    code: str
    width: int
    money: bool = False


@dataclass(frozen=True)
class _Row:
    id: int
    cells: tuple[str, ...]


class AnswerPage(QWidget):
    """A subclass names the page, puts its edits into ``fields`` and calls ``show_rows`` as they change.

    ``first`` is the edit to type into, ``asked`` what was typed, ``said`` what can be copied as a sentence,
    (language, words) each.
    """

    def __init__(self, formats: Formats, first: QWidget, heads: Sequence[Head]) -> None:
        super().__init__()
        self.formats, self.heads, self.first, self.language = formats, heads, first, formats.language
        self.name = self.asked = ""
        self.rows: list[list[Entry]] = []
        self.said: list[tuple[str, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.fields = QHBoxLayout()
        self.fields.setSpacing(12)
        self.note = text("", size=12, tone="text2", wrap=True, selectable=True)
        self.note.hide()
        self.model = RowsModel([self._column(place) for place in range(len(heads))], ticking=False)
        self.table = FrozenTable(self.model)
        column.addLayout(self.fields)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)

    def show_rows(
        self, rows: list[list[Entry]], asked: str = "", said: Sequence[tuple[str, str]] = ()
    ) -> None:
        """What came out; no rows while something is missing."""
        self.rows, self.asked, self.said = rows, asked, list(said)
        self.model.set_rows([_Row(place, self._cells(row)) for place, row in enumerate(rows, 1)])

    def tell(self, words: str) -> None:
        """What to know about all of it."""
        self.note.setText(words)
        self.note.show()

    def table_text(self) -> str:
        """The rows for a workbook, between tabs; empty where there are none."""
        shown = [self._cells(row) for row in self.rows]
        return tab_text([[self._words(head) for head in self.heads], *shown]) if shown else ""

    def sheet(self) -> Table:
        """The rows as a sheet; what was asked stands under its title."""
        columns = [
            SheetColumn(self._words(head), "money" if head.money else "text", head.width // 7)
            for head in self.heads
        ]
        return Table(self.name, self.name, self.asked, columns, self.rows)

    def _cells(self, row: Sequence[Entry]) -> tuple[str, ...]:
        return tuple(self.formats.amount(cell) if isinstance(cell, int) else str(cell) for cell in row)

    def _words(self, head: Head) -> str:
        return worded(head.code, self.language)

    def _column(self, place: int) -> Column:
        def words(row: _Row) -> str:
            return row.cells[place]

        head = self.heads[place]
        paint = Paint.MONEY if head.money else Paint.TEXT
        return Column(str(place), self._words(head), head.width, words, paint, tip=words, filterable=False)
