"""What the parties chose beside the schedule: each clause as a box to tick or a word to choose."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from models.rules.facts import PlanTerms
from ui.common.marks import Icon
from ui.common.text import text
from ui.plans.percent_edit import PercentEdit
from ui.theme import current

PENALTIES = ("kept", "replaced", "waived_if_punctual")


class Clauses(QWidget):
    """``terms(roll)`` are the PlanTerms they stand for. ``changed`` comes with each."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.penalty = QComboBox()
        names = (self.tr("保留合同违约金"), self.tr("由本协议金额代替"), self.tr("按期付清则免收"))
        for value, words in zip(PENALTIES, names, strict=True):
            self.penalty.addItem(words, value)
        self.days = QSpinBox()
        self.days.setRange(0, 90)
        self.days.setValue(PlanTerms().accelerate_after_days)
        self.days.setAccessibleName(self.tr("逾期几日后全部到期"))
        self.late = QCheckBox(self.tr("逾期部分按年利率计息"))
        self.late_rate = PercentEdit()
        self.late_rate.setAccessibleName(self.tr("逾期年利率"))
        self.court = QLineEdit()
        self.court.setPlaceholderText(self.tr("甲方住所地人民法院"))
        self.place = QLineEdit()
        self.notarise = QCheckBox(self.tr("办理具有强制执行效力的公证"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, current().px(400))
        left = (
            _line(text(self.tr("任一期逾期超过")), self.days, text(self.tr("日，全部剩余款项立即到期"))),
            _line(self.late, self.late_rate),
            _line(self.notarise),
        )
        right = (
            (self.tr("合同违约金"), self.penalty),
            (self.tr("管辖法院"), self.court),
            (self.tr("签订地"), self.place),
        )
        for row, (cell, (label, edit)) in enumerate(zip(left, right, strict=True)):
            grid.addWidget(cell, row, 0)
            grid.addWidget(text(label, tone="text2"), row, 1)
            grid.addWidget(edit, row, 2)
            edit.setAccessibleName(label)
        fact = text(self.tr("债务人确认欠款金额，诉讼时效自签署之日重新计算"), tone="text2")
        grid.addWidget(_line(Icon("check", "ok"), fact), len(left), 0, 1, 3)
        self.days.setFixedWidth(current().px(56))
        self.late_rate.setFixedWidth(current().px(84))
        self.late_rate.setEnabled(False)

    def _connect(self) -> None:
        self.late.toggled.connect(self.late_rate.setEnabled)
        for signal in (
            self.late.toggled,
            self.notarise.toggled,
            self.days.valueChanged,
            self.penalty.currentIndexChanged,
            self.late_rate.changed,
            self.court.textEdited,
            self.place.textEdited,
        ):
            signal.connect(lambda *_: self.changed.emit())

    @property
    def unreadable(self) -> bool:
        """Whether the late rate is ticked and says nothing."""
        return self.late.isChecked() and not self.late_rate.bp

    def terms(self, roll: bool) -> PlanTerms:
        """As ticked and typed; ``roll`` is the toggle beside the fields."""
        return PlanTerms(
            penalty=str(self.penalty.currentData()),
            accelerate_after_days=self.days.value(),
            late_rate_bp=self.late_rate.bp if self.late.isChecked() else None,
            roll_holidays=roll,
            court=self.court.text().strip() or None,
            place=self.place.text().strip() or None,
            notarise=self.notarise.isChecked(),
        )


def _line(*widgets: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return line
