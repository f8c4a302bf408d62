"""One clock in full: its picture, and below it how it was reckoned, line by line, with the articles."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.clock_words import Line
from ui.clocks.facts import Story
from ui.clocks.picture import ClockPicture, Mark, Span
from ui.common.formats import Formats
from ui.common.marks import Icon
from ui.common.slot import Slot
from ui.common.text import text
from ui.problems import worded

START = "0"


class ClockView(QWidget):
    """Shows a ``Story``."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.picture = ClockPicture()
        self.list = Slot(8)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self.picture)
        self.column.addWidget(self.list)
        self.lines: tuple[Line, ...] = ()

    def show_story(self, story: Story, today: date) -> None:
        """Another clock."""
        spans = [
            Span(self._words(code, end), start, end, tone, code == "obstacle")
            for code, start, end, tone in story.spans
        ]
        marks = [Mark(on, self.tr("起") if code == START else code, grade) for on, code, grade in story.marks]
        self.picture.setVisible(bool(spans))
        self.picture.show_clock(
            spans, marks, today, self.tr("今天 %1").replace("%1", self.formats.day(today))
        )
        self.lines = story.lines
        self.list.fill(*map(_row, self.lines))

    def _words(self, code: str, end: date) -> str:
        names = {
            "claimed": self.tr("按主张，至 %1"),
            "provable": self.tr("按现有证据，至 %1"),
            "obstacle": self.tr("障碍，至 %1"),
        }
        words = names.get(code) or self.tr("%2，至 %1").replace(
            "%2", worded(f"clock_{code}", self.formats.language)
        )
        return words.replace("%1", self.formats.day(end))


def _row(line: Line) -> QHBoxLayout:
    row, words = QHBoxLayout(), QVBoxLayout()
    row.setSpacing(8)
    words.setSpacing(1)
    icon = Icon(line.icon or "info", line.tone if line.tone != "text" else "text2")
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    words.addWidget(
        text(
            line.words, size=12, tone="text3" if line.tone == "text3" else "text", wrap=True, selectable=True
        )
    )
    if line.detail:
        words.addWidget(text(line.detail, size=12, tone=line.tone, wrap=True, selectable=True))
    row.addLayout(words, 1)
    return row
