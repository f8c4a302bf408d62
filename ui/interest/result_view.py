"""A reckoning on the screen: the sum, the rate in words, every step with its source, and what to beware of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.ledger.sheet_out import Entry
from models.rules.derivation import Step
from models.rules.problems import Problem
from ui.common.formats import Formats
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.table.tsv import tab_text
from ui.common.text import set_tone, text
from ui.interest_sheet import entries, heads
from ui.interest_words import Kind, Reckoning, basis_said, rate_said, sentence
from ui.problems import sentences

_WIDTHS = (84, 92, 92, 60, 116, 130, 116, 400, 420)
_MONEY = (4, 6)
_FORMULA, _SOURCE = 7, 8
_SHOWN = (0, 1, 2, _FORMULA, 6, 3, 4, 5, _SOURCE)
"""The order on the screen: how a sum came about stands before the figures it repeats."""


@dataclass(frozen=True)
class _Row:
    id: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """What is on the screen: the reckoning, its steps, its warnings."""

    told: Reckoning
    steps: Sequence[Step]
    doubts: Sequence[Problem]


class ResultView(QWidget):
    """``show_result`` and ``show_nothing``; ``table_text`` and ``sentence`` are for copying."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formats = formats
        self.shown: Shown | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.total = text("", size=22, bold=True, selectable=True)
        self.left = text("", size=12, tone="text2", wrap=True)
        self.rate = text("", size=12, tone="text2", wrap=True, selectable=True)
        self.doubts = text("", size=12, tone="warn", wrap=True, selectable=True)
        self.model = RowsModel(_columns(formats), ticking=False)
        self.table = FrozenTable(self.model, parent=self)
        self.whole = text(size=12, tone="text2", wrap=True, selectable=True, broad=True)
        for widget in (self.total, self.left, self.rate, self.doubts):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        self.table.current_changed.connect(self._tell_whole)

    def show_result(self, shown: Shown, currency: str = "CNY") -> None:
        """The sum with all that explains it."""
        self.shown = shown
        formats, result, language = self.formats, shown.told.result, self.formats.language
        self.total.setText(formats.money(result.total_fen, currency))
        set_tone(self.total, "text")
        left = self.tr("%1 天；尚欠本金 %2，利息 %3").replace("%1", formats.count(result.days))
        left = left.replace("%2", formats.money(result.principal_left_fen, currency))
        self.left.setText(left.replace("%3", formats.money(result.interest_left_fen, currency)))
        told = shown.told
        self.rate.setText(formats.joined([rate_said(told, language), basis_said(told, language)]))
        self._warn(shown.doubts, "warn")
        rows = [_Row(place, tuple(cells)) for place, cells in enumerate(self.cells(), 1)]
        self.model.set_rows(rows)
        self._tell_whole()

    def _tell_whole(self, _current: object = None) -> None:
        """Formula and article of the current step, in as many lines as they need."""
        place, cells = self.table.current_place, self.cells()
        row = cells[place] if 0 <= place < len(cells) else []
        self.whole.setText("\n".join(filter(None, row[_FORMULA:])))

    def show_nothing(self, problems: Sequence[Problem]) -> None:
        """Why there is no sum."""
        self.shown = None
        self.total.setText("—")
        set_tone(self.total, "text3")
        self.left.clear()
        self.rate.clear()
        self._warn(problems, "bad")
        self.model.set_rows([])
        self.whole.clear()

    def _warn(self, problems: Sequence[Problem], tone: str) -> None:
        self.doubts.setText(sentences(problems, self.formats.language))
        set_tone(self.doubts, tone)
        self.doubts.setVisible(bool(problems))

    def cells(self) -> list[list[str]]:
        """Every step as words."""
        if self.shown is None:
            return []
        rows = entries(self.shown.steps, self.formats.language)
        return [[self._cell(place, entry) for place, entry in enumerate(row)] for row in rows]

    def _cell(self, place: int, entry: Entry) -> str:
        if entry is None:
            return ""
        if place in _MONEY and isinstance(entry, int):
            return self.formats.amount(entry)
        return str(entry)

    def table_text(self) -> str:
        """The steps for a workbook, between tabs; empty where there is no sum."""
        shown = self.cells()
        return tab_text([heads(self.formats.language), *shown]) if shown else ""

    def sentence(self, kind: Kind, language: str) -> str:
        """The sentence of a letter or a complaint; empty where there is no sum."""
        return sentence(self.shown.told, kind, language) if self.shown else ""


def _columns(formats: Formats) -> list[Column]:
    words = heads(formats.language)
    return [_column(place, words[place], _WIDTHS[place]) for place in _SHOWN]


def _column(place: int, head: str, width: int) -> Column:
    def words(row: _Row) -> str:
        return row.cells[place]

    paint = Paint.MONEY if place in _MONEY else Paint.FAINT
    return Column(str(place), head, width, words, paint, right=place in (3, 5), tip=words, filterable=False)
