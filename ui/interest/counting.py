"""How days and fen are counted: the year, the months, the last day, the rounding."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from models.rules.day_count import ACTUAL, Terms
from ui.common.fields import Field, level
from ui.interest.rate_choice import narrow


class Counting(QWidget):
    """``terms`` are what is chosen; ``changed`` comes with each change."""

    changed = Signal()

    def __init__(self, terms: Terms | None = None) -> None:
        super().__init__()
        self.basis, self.counting, self.rounding = QComboBox(), QComboBox(), QComboBox()
        self.end = QCheckBox(self.tr("截止日计入"))
        for basis, words in (
            (365, self.tr("365 天")),
            (360, self.tr("360 天")),
            (ACTUAL, self.tr("当年实际天数")),
        ):
            self.basis.addItem(words, basis)
        self.counting.addItem(self.tr("按天"), "days")
        self.counting.addItem(self.tr("整月按月，余数按天"), "months")
        self.rounding.addItem(self.tr("每段舍入"), "each")
        self.rounding.addItem(self.tr("合计舍入"), "total")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.addWidget(Field(self.tr("一年按"), self.basis), 0, 0)
        grid.addWidget(Field(self.tr("计算方法"), self.counting), 0, 1)
        grid.addWidget(Field(self.tr("四舍五入"), self.rounding), 1, 0)
        grid.addWidget(level(self.end), 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.set_terms(terms or Terms())
        for combo in (self.basis, self.counting, self.rounding):
            narrow(combo)
        for combo in (self.basis, self.counting, self.rounding):
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.end.toggled.connect(lambda _: self.changed.emit())

    @property
    def terms(self) -> Terms:
        """What is chosen."""
        return Terms(
            self.basis.currentData(),
            self.end.isChecked(),
            self.rounding.currentData(),
            self.counting.currentData(),
        )

    def set_terms(self, terms: Terms) -> None:
        """Show these."""
        self.basis.setCurrentIndex(self.basis.findData(terms.basis))
        self.counting.setCurrentIndex(self.counting.findData(terms.counting))
        self.rounding.setCurrentIndex(self.rounding.findData(terms.rounding))
        self.end.setChecked(terms.count_end)
