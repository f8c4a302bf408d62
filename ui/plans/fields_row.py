"""The six fields of a plan on one line, and what follows from toggles below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from models.rules.instalments import LARGEST_COUNT, Shape
from models.rules.workdays import add_months
from ui.common.choices import Choice, ChoiceRow
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.common.text import text
from ui.plans.facts import Fields
from ui.plans.percent_edit import PercentEdit
from ui.theme import current

FREE = "free"
"""The shape of a schedule whose days and sums are typed one by one."""

RHYTHMS = ("month", "quarter", 14, 7, 30)
_SHAPES: dict[str, Shape] = {"rising": "rising", "annuity": "annuity"}


class FieldsRow(QWidget):
    """``fields`` is what they say, None while something cannot be read; ``changed`` comes with each change."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.total = MoneyEdit()
        self.total.setReadOnly(True)
        self.count = QSpinBox()
        self.count.setRange(1, LARGEST_COUNT)
        self.count.setValue(3)
        self.first_on = DateEdit(today, add_months(today(), 1))
        self.every = QComboBox()
        self.first_payment = MoneyEdit(0)
        self.rate = PercentEdit(0)
        self._lay_out()
        self._name_rhythms()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        labelled = [
            (self.tr("分期总额"), self.total, 150),
            (self.tr("期数"), self.count, 80),
            (self.tr("首期日"), self.first_on, 140),
            (self.tr("间隔"), self.every, 168),
            (self.tr("首付"), self.first_payment, 120),
            (self.tr("年利率"), self.rate, 96),
        ]
        self.labelled = {}
        for words, edit, width in labelled:
            edit.setFixedWidth(current().px(width))
            self.labelled[edit] = Field(words, edit)
            row.addWidget(self.labelled[edit])
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(self._toggles())

    def _toggles(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        shapes = (
            ("equal", self.tr("等额本金")),
            ("annuity", self.tr("等额本息")),
            ("rising", self.tr("先少后多")),
            (FREE, self.tr("自定")),
        )
        self.shape = ChoiceRow([(shape, words, "") for shape, words in shapes], "equal")
        self.roll = Choice(self.tr("遇节假日顺延"))
        self.roll.setChecked(True)
        row.addWidget(self.shape)
        row.addWidget(self.roll)
        row.addWidget(text(self.tr("尾差并入末期"), size=12, tone="text2"))
        row.addStretch(1)
        return row

    def _name_rhythms(self) -> None:
        """每月 8 日 says more than 每月; the rest have no day to name."""
        day = self.first_on.day
        on = str(day.day) if day else ""
        names = [
            self.tr("每月 %1 日").replace("%1", on),
            self.tr("每季 %1 日").replace("%1", on),
            self.tr("每两周"),
            self.tr("每周"),
            self.tr("每 30 天"),
        ]
        for place, (name, rhythm) in enumerate(zip(names, RHYTHMS, strict=True)):
            if self.every.count() <= place:
                self.every.addItem(name, rhythm)
            else:
                self.every.setItemText(place, name)

    def _connect(self) -> None:
        self.count.valueChanged.connect(lambda _: self.changed.emit())
        self.first_on.changed.connect(lambda _: self._first_moved())
        self.every.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.first_payment.changed.connect(lambda _: self.changed.emit())
        self.rate.changed.connect(self.changed)
        self.shape.chosen.connect(self._shape_chosen)
        self.roll.toggled.connect(lambda _: self.changed.emit())

    def _first_moved(self) -> None:
        self._name_rhythms()
        self.changed.emit()

    def _shape_chosen(self, shape: str | None) -> None:
        if shape is None:
            self.shape.set_value("equal")
        self.changed.emit()

    @property
    def is_free(self) -> bool:
        """Whether days and sums are typed one by one."""
        return self.shape.value == FREE

    @property
    def fields(self) -> Fields | None:
        """What they say."""
        first = self.first_on.day
        if first is None or self.first_payment.unreadable or self.rate.unreadable:
            return None
        return Fields(
            self.count.value(),
            first,
            self.every.currentData(),
            self.first_payment.fen or 0,
            self.rate.bp or 0,
            _SHAPES.get(self.shape.value or "", "equal"),
            self.roll.isChecked(),
        )
