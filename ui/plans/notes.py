"""What the plan window remarks under the schedule: days off, and what the agreement will leave open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.rules.problems import Problem
from ui.common.buttons import Button
from ui.common.formats import Formats
from ui.common.marks import Icon
from ui.common.text import text
from ui.plans.facts import Clash
from ui.problems import worded


class HolidayRow(QWidget):
    """Instalments on days off, to be moved on or kept. ``roll_chosen`` carries which."""

    roll_chosen = Signal(bool)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.words = text(tone="warn", wrap=True)
        self.move_button = Button(self.tr("顺延"), kind="ghost")
        self.keep_button = Button(self.tr("保持"), kind="ghost")
        row.addWidget(Icon("calendar", "warn"))
        row.addWidget(self.words, 1)
        row.addWidget(self.move_button)
        row.addWidget(self.keep_button)
        self.move_button.clicked.connect(lambda: self.roll_chosen.emit(True))
        self.keep_button.clicked.connect(lambda: self.roll_chosen.emit(False))
        self.hide()

    def show_days(self, found: Sequence[Clash], unpublished: Sequence[int], *, moves: bool) -> None:
        """What of the schedule falls on days off; years whose holidays are not out yet."""
        words = [self._clash_words(found)] if found else []
        if unpublished and moves:
            years = self.formats.listed(str(year) for year in unpublished)
            words.append(self.tr("%1 年节假日未公布，按原日期").replace("%1", years))
        self.words.setText(("；" if self.formats.chinese else "; ").join(words))
        self.move_button.setVisible(bool(found) and not moves)
        self.keep_button.setVisible(bool(found) and moves)
        self.setVisible(bool(words))

    def _clash_words(self, found: Sequence[Clash]) -> str:
        first = found[0]
        words = (
            self.tr("第 %1 期 %2 是休息日，已顺延至 %3")
            if first.moved
            else self.tr("第 %1 期 %2 是休息日，顺延至 %3？")
        )
        days = self.formats.day_and_weekday(first.on), self.formats.day_and_weekday(first.to)
        words = words.replace("%1", str(first.number)).replace("%2", days[0]).replace("%3", days[1])
        if len(found) > 1:
            words += self.tr("（共 %1 期）").replace("%1", str(len(found)))
        return words


class GapRow(QWidget):
    """What the agreement leaves open because nobody knows it yet, and where it is filled in."""

    debtor_wanted = Signal()
    creditor_wanted = Signal()

    def __init__(self, formats: Formats, language: str) -> None:
        super().__init__()
        self.formats, self.language = formats, language
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.words = text(size=12, tone="warn", wrap=True)
        self.fill_debtor = Button(self.tr("补债务人资料"), kind="ghost")
        self.fill_creditor = Button(self.tr("补本单位资料"), kind="ghost")
        row.addWidget(Icon("warning", "warn"))
        row.addWidget(self.words, 1)
        row.addWidget(self.fill_debtor)
        row.addWidget(self.fill_creditor)
        self.fill_debtor.clicked.connect(self.debtor_wanted)
        self.fill_creditor.clicked.connect(self.creditor_wanted)
        self.hide()

    def show_gaps(self, gaps: Sequence[Problem]) -> None:
        """Name them; ``where`` of each is its field."""
        listed = self.formats.listed(worded(f"plan_{problem.code}", self.language) for problem in gaps)
        self.words.setText(self.tr("协议上会以【待补】标出：%1").replace("%1", listed))
        sides = {(problem.where or "").partition(".")[0] for problem in gaps}
        self.fill_debtor.setVisible("debtor" in sides)
        self.fill_creditor.setVisible("creditor" in sides)
        self.setVisible(bool(gaps))
