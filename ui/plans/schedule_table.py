"""The schedule, live: principals can be typed over, and the foot says whether it adds up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.rules.instalments import Instalment, difference
from models.rules.money import parse_yuan
from ui.common.cards import Card
from ui.common.day_words import parse_day
from ui.common.formats import Formats
from ui.common.marks import Icon
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import rule, set_tone, text
from ui.theme import current

ROWS_SEEN = 5


class ScheduleTable(QWidget):
    """``changed_by_hand`` carries (number, fen) of a principal typed over, ``day_by_hand`` (number, date) of a day."""

    changed_by_hand = Signal(int, object)
    day_by_hand = Signal(int, object)

    def __init__(self, formats: Formats, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formats, self.today = formats, today
        self.clashing: frozenset[int] = frozenset()
        self.model = RowsModel(self._columns(), id_of=lambda row: row.number, ticking=False)
        card = Card(padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.table = FrozenTable(self.model, parent=card)
        self.table.right.head.setStretchLastSection(True)
        self.table.type_over()
        self.model.edited.connect(self._typed)
        card.column.setContentsMargins(1, 1, 1, 1)
        card.column.setSpacing(0)
        card.column.addWidget(self.table, 1)
        card.column.addWidget(rule())
        card.column.addWidget(self._build_foot())
        self.setMinimumHeight(current().px(34) * (ROWS_SEEN + 2) + 10)

    def _columns(self) -> list[Column]:
        return [
            Column("number", self.tr("期次"), 60, lambda row: str(row.number), filterable=False),
            Column(
                "due",
                self.tr("应还日"),
                180,
                self._day,
                tone=self._day_tone,
                tip=self._moved,
                editable=True,
                filterable=False,
            ),
            self._money("principal", self.tr("应还本金"), 170, lambda row: row.principal_fen, editable=True),
            self._money("interest", self.tr("利息"), 130, lambda row: row.interest_fen),
            self._money("sum", self.tr("本期合计"), 170, lambda row: row.principal_fen + row.interest_fen),
            self._money("left", self.tr("剩余"), 180, lambda row: row.balance_after_fen),
        ]

    def _money(
        self, key: str, title: str, width: int, fen: Callable[[Instalment], int], *, editable: bool = False
    ) -> Column:
        def text_of(row: Instalment) -> str:
            return self.formats.amount(fen(row))

        return Column(key, title, width, text_of, Paint.MONEY, editable=editable, filterable=False)

    def _day(self, row: Instalment) -> str:
        return self.formats.day_and_weekday(row.due_on)

    def _day_tone(self, row: Instalment) -> str:
        return "warn" if row.number in self.clashing else "text"

    def _moved(self, row: Instalment) -> str:
        if row.moved_from is None:
            return ""
        return self.tr("由 %1 顺延").replace("%1", self.formats.day_and_weekday(row.moved_from))

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(8, 7, 12, 7)
        row.setSpacing(0)
        self.sums = {}
        widths = {"number": 60, "due": 180, "principal": 170, "interest": 130, "sum": 170}
        for key, width in widths.items():
            label = text(self.tr("合计") if key == "number" else "", bold=True)
            label.setFixedWidth(current().px(width))
            if key not in ("number", "due"):
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                label.setContentsMargins(0, 0, 16, 0)
            self.sums[key] = label
            row.addWidget(label)
        row.addStretch(1)
        self.sign = Icon("check", "ok")
        self.verdict = text(bold=True, tone="ok")
        row.addWidget(self.sign)
        row.addSpacing(6)
        row.addWidget(self.verdict)
        return foot

    def show_lines(
        self, lines: Sequence[Instalment], total_fen: int, currency: str, clashing: frozenset[int]
    ) -> None:
        """The schedule as it is now; ``clashing`` are the numbers of instalments on days off."""
        self.clashing = clashing
        self.model.set_rows(lines)
        principal = sum(line.principal_fen for line in lines)
        interest = sum(line.interest_fen for line in lines)
        for key, fen in (("principal", principal), ("interest", interest), ("sum", principal + interest)):
            self.sums[key].setText(self.formats.amount(fen))
        off = difference(lines, total_fen)
        self._judge(off, self.formats.money(abs(off), currency))

    def _judge(self, off: int, shown: str) -> None:
        good = not off
        words = self.tr("等于欠款") if good else self.tr("多 %1") if off > 0 else self.tr("差 %1")
        self.verdict.setText(words.replace("%1", shown))
        set_tone(self.verdict, "ok" if good else "bad")
        self.sign.picture, self.sign.tone = ("check", "ok") if good else ("error", "bad")
        self.sign.update()

    def _typed(self, number: object, key: str, typed: str) -> None:
        if key == "due":
            words = typed.split()
            day = parse_day(words[0], self.today()) if words else None  # the weekday stands behind it
            if day is not None:
                self.day_by_hand.emit(number, day)
            return
        try:
            fen = parse_yuan(typed.replace("，", ","))
        except ValueError:
            return
        self.changed_by_hand.emit(number, fen)
