"""One level of the dunning policy as a line of fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from models.rules.policy import LEVEL_DAYS, Level
from ui.common.buttons import icon_button
from ui.common.choices import Choice
from ui.common.fields import MoneyEdit
from ui.common.formats import Formats
from ui.common.text import text
from ui.problems import worded

COLUMNS = 6
LONGEST_WAIT = 365


class LevelRow(QWidget):
    """``changed`` comes with every edit; ``removed`` where a narrowed level is taken out. ``level`` is what stands."""

    changed = Signal()
    removed = Signal()

    def __init__(self, level: Level, formats: Formats) -> None:
        super().__init__()
        self.held, self.formats = level, formats
        self.days, self.wait = QSpinBox(), QSpinBox()
        self.least = MoneyEdit(level.least_fen or None)
        self.active = Choice(self.tr("启用"))
        self.remove = icon_button("trash", self.tr("去掉这一条"))
        self._fill()

    def _fill(self) -> None:
        level = self.held
        self.days.setRange(LEVEL_DAYS[0], LEVEL_DAYS[-1])
        self.days.setValue(level.days)
        self.days.setAccessibleName(self.tr("到期日后天数"))
        self.wait.setRange(0, LONGEST_WAIT)
        self.wait.setValue(level.wait_days)
        self.wait.setAccessibleName(self.tr("距上一步至少天数"))
        self.least.setAccessibleName(self.tr("最低金额"))
        self.active.setChecked(not level.off)
        self.remove.setVisible(bool(level.weight))
        for spin in (self.days, self.wait):
            spin.valueChanged.connect(lambda _: self.changed.emit())
        self.least.changed.connect(lambda _: self.changed.emit())
        self.active.toggled.connect(lambda _: self.changed.emit())
        self.remove.clicked.connect(self.removed)

    def place(self, grid: QGridLayout, line: int) -> None:
        """Put the fields into a line of the table."""
        name = worded(f"level_{self.held.action}", self.formats.language)
        scope = self.formats.listed((*self.held.debtors, *self.held.kinds, *self.held.industries))
        label = text(self.formats.joined((name, scope)), wrap=True)
        for column, widget in enumerate((label, self.days, self.wait, self.least, self.active, self.remove)):
            grid.addWidget(widget, line, column)

    @property
    def level(self) -> Level:
        """The level as the fields say."""
        return replace(
            self.held,
            days=self.days.value(),
            wait_days=self.wait.value(),
            least_fen=self.least.fen or 0,
            off=not self.active.isChecked(),
        )
