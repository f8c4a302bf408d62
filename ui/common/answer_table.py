"""Rows that explain a result: what is shown, what is copied and what goes into a workbook are the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from models.ledger.sheet_out import Column as SheetColumn
from models.ledger.sheet_out import Entry, Table
from ui.common.formats import Formats
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.table.tsv import tab_text
from ui.problems import worded


@dataclass(frozen=True)
class Head:
    """A column: the code of its words, its width in px, whether it holds sums in fen, or other figures.

    One that is ``long`` is cut where the window is narrow; ``AnswerTable.whole`` has its words.
    """

    code: str
    width: int
    money: bool = False
    figures: bool = False
    long: bool = False


@dataclass(frozen=True)
class _Row:
    id: int
    cells: tuple[str, ...]


class AnswerTable(FrozenTable):
    """``show_rows`` takes words and sums in fen."""

    def __init__(self, formats: Formats, heads: Sequence[Head], parent: QWidget | None = None) -> None:
        self.formats, self.heads = formats, heads
        self.rows: list[list[Entry]] = []
        self.answers = RowsModel([self._column(place) for place in range(len(heads))], ticking=False)
        super().__init__(self.answers, parent=parent)

    def show_rows(self, rows: list[list[Entry]]) -> None:
        """These and no others; a whole number is a sum only in a column of sums."""
        self.rows = [
            [
                cell if head.money or cell is None else str(cell)
                for head, cell in zip(self.heads, row, strict=True)
            ]
            for row in rows
        ]
        self.answers.set_rows([_Row(place, self._cells(row)) for place, row in enumerate(self.rows, 1)])

    def whole(self) -> list[str]:
        """What stands in the long columns of the current row."""
        place = self.current_place
        cells = self._cells(self.rows[place]) if 0 <= place < len(self.rows) else ()
        return [words for head, words in zip(self.heads, cells, strict=False) if head.long and words]

    def copied(self) -> str:
        """The rows for a workbook, between tabs; empty where there are none."""
        shown = [self._cells(row) for row in self.rows]
        return tab_text([[self._words(head) for head in self.heads], *shown]) if shown else ""

    def sheet(self, name: str, asked: str) -> Table:
        """The rows as a sheet; what was asked stands under its title."""
        columns = [
            SheetColumn(self._words(head), "money" if head.money else "text", head.width // 7)
            for head in self.heads
        ]
        return Table(name, name, asked, columns, self.rows)

    def _cells(self, row: Sequence[Entry]) -> tuple[str, ...]:
        return tuple(
            self.formats.amount(cell) if isinstance(cell, int) else str(cell) if cell else "" for cell in row
        )

    def _words(self, head: Head) -> str:
        return worded(head.code, self.formats.language)

    def _column(self, place: int) -> Column:
        def words(row: _Row) -> str:
            return row.cells[place]

        head = self.heads[place]
        paint = Paint.MONEY if head.money else Paint.TEXT
        return Column(
            str(place), self._words(head), head.width, words, paint,
            right=head.figures, tip=words, filterable=False,
        )  # fmt: skip
