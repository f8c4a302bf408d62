"""Above the day's list: the day, the segments, how far it has come; in focus mode one line of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.queries.day import Day
from ui.common.buttons import Button, icon_button
from ui.common.cards import Card
from ui.common.choices import Segment
from ui.common.marks import ProgressLine
from ui.common.text import text
from ui.context import AppContext
from ui.theme import current
from ui.today.lines import ALL, BY_CALL, BY_LETTER, OTHER, Lines, Row


class DayHead(QWidget):
    """Title, segments and the card of progress. ``segment_changed`` carries the segment."""

    segment_changed = Signal(object)
    focus_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.figures: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(12)
        column.addLayout(self._title_row())
        column.addWidget(self._progress())

    def _names(self) -> dict[str, str]:
        return {
            ALL: self.tr("全部"),
            BY_CALL: self.tr("电话"),
            BY_LETTER: self.tr("函件"),
            OTHER: self.tr("其他"),
        }

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        formats, today = self.context.formats, self.context.today
        day = formats.long_day(today) if not formats.chinese else f"{today.month} 月 {today.day} 日"
        row.addWidget(text(self.tr("今日"), size=20, bold=True))
        row.addSpacing(4)
        self.subtitle = text(f"{day} {formats.weekday(today)}", tone="text2", yielding=True)
        row.addWidget(self.subtitle, 1)
        self.segment = Segment(list(self._names().items()), ALL)
        self.segment.changed.connect(self.segment_changed)
        row.addWidget(self.segment)
        self.printed = icon_button("printer", self.tr("打印催收单（电话不遮）"), "Ctrl+P", kind="secondary")
        self.printed.clicked.connect(self.print_wanted)
        row.addWidget(self.printed)
        self.focus = Button(self.tr("逐项处理"), "play", "F6", kind="primary")
        self.focus.clicked.connect(self.focus_wanted)
        row.addWidget(self.focus)
        return row

    def _progress(self) -> Card:
        card = Card(padding=14)
        row = QHBoxLayout()
        row.setSpacing(14)
        self.done = text("", bold=True)
        self.line = ProgressLine()
        row.addWidget(self.done)
        row.addWidget(self.line, 1)
        for name, words in (
            ("open", self.tr("今日涉及")),
            ("promised", self.tr("今日承诺应到")),
            ("received", self.tr("本月已回")),
        ):
            row.addWidget(text(words, size=12, tone="text2"))
            self.figures[name] = text("", bold=True)
            row.addWidget(self.figures[name])
        card.column.addLayout(row)
        return card

    def show_day(self, day: Day, lines: Lines) -> None:
        """Counts of the segments, progress and sums."""
        formats = self.context.formats
        for name, words in self._names().items():
            part = self.segment.buttons[name]
            part.setText(f"{words} {lines.counts.get(name, 0)}")
            part.updateGeometry()
        whole = lines.open + lines.seen
        told = self.tr("已完成 %1 / %2").replace("%1", str(lines.seen)).replace("%2", str(whole))
        self.done.setText(told)
        self.line.set_share(lines.seen / whole if whole else 1.0)
        sums = {"open": day.open_fen, "promised": day.promised_fen, "received": day.received_fen}
        for name, fen in sums.items():
            self.figures[name].setText(formats.short(fen))
        self.focus.setEnabled(bool(lines.open))


class FocusBar(QWidget):
    """Focus mode: the list shrunk to a line, and which row is in hand."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.line = ProgressLine(height=4)
        column.addWidget(self.line)
        row = QHBoxLayout()
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(12)
        self.place = text("", bold=True)
        self.why = text("", tone="text2", yielding=True)
        self.keys = text(
            self.tr("空格 完成，S 改期，X 略过，Esc 回到清单"), size=12, tone="text3", yielding=True
        )
        self.keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.back = Button(self.tr("回到清单"), "rows", "F6")
        self.back.clicked.connect(self.left)
        row.addWidget(self.place)
        row.addWidget(self.why, 2)
        row.addWidget(self.keys, 1)
        row.addWidget(self.back)
        column.addLayout(row)
        self.setMinimumHeight(current().px(52))

    def show_row(self, row: Row | None, words: str, lines: Lines) -> None:
        """Which row is in hand, and how many are left."""
        whole = lines.open + lines.seen
        self.line.set_share(lines.seen / whole if whole else 1.0)
        place = lines.rows.index(row) + 1 if row in lines.rows else 0
        self.place.setText(f"{place} / {len(lines.rows)}")
        self.why.setText(words)
