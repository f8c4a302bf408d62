"""Who stands behind the plan, if anybody does: a block that opens when it is ticked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from models.rules.facts import GuarantorFacts
from models.rules.guarantee import guaranteed_until
from ui.common.fields import DateEdit, Field, level


class GuarantorBox(QWidget):
    """``guarantor`` is None while the box is not ticked. ``changed`` comes with each change."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.there = QCheckBox(self.tr("有连带责任保证人"))
        self.name, self.code = QLineEdit(), QLineEdit()
        self.representative = QLineEdit()
        self.address, self.phone, self.spouse_name = QLineEdit(), QLineEdit(), QLineEdit()
        self.until = DateEdit(today)
        self.last_on: date | None = None
        self.is_person = QCheckBox(self.tr("保证人是自然人"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.there)
        self.block = QWidget(self)
        grid = QGridLayout(self.block)
        grid.setContentsMargins(24, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.until_field = Field(self.tr("保证期间至"), self.until)
        self.name_field = Field(self.tr("保证人名称"), self.name)
        fields = [
            self.name_field,
            Field(self.tr("统一社会信用代码或身份证号"), self.code),
            Field(self.tr("法定代表人"), self.representative),
            Field(self.tr("地址"), self.address),
            Field(self.tr("电话"), self.phone),
            self.until_field,
        ]
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 3, place % 3)
        grid.addWidget(level(self.is_person), 2, 0)
        self.spouse_field = Field(self.tr("丙方配偶，一同签署"), self.spouse_name)
        self.spouse_field.hide()
        grid.addWidget(self.spouse_field, 2, 1)
        self.block.hide()
        column.addWidget(self.block)

    def _connect(self) -> None:
        self.there.toggled.connect(self._opened)
        for edit in (self.name, self.code, self.representative, self.address, self.phone, self.spouse_name):
            edit.textEdited.connect(lambda _: self.changed.emit())
        self.until.changed.connect(lambda _: self._doubt())
        self.until.changed.connect(lambda _: self.changed.emit())
        self.is_person.toggled.connect(self.spouse_field.setVisible)
        self.is_person.toggled.connect(lambda _: self.changed.emit())

    def _opened(self, on: bool) -> None:
        self.block.setVisible(on)
        if on:
            self.name.setFocus()
        self.changed.emit()

    def propose_until(self, last_on: date) -> None:
        """Three years after the last instalment, as long as no day was typed."""
        self.last_on = last_on
        if not self.until.isModified():
            self.until.set_day(guaranteed_until(last_on))
        self._doubt()

    def _doubt(self) -> None:
        """A guarantee that ends no later than the debt is due counts as one without a day (CC 692)."""
        day = self.until.day
        early = day is not None and self.last_on is not None and day <= self.last_on
        words = self.tr("不晚于末期到期日，依法视为没有约定，只有六个月")
        self.until_field.set_doubt(words if early else "")

    def set_guarantor(self, guarantor: GuarantorFacts | None, spouse: str | None = None) -> None:
        """Begin with this one; the last day is proposed anew."""
        self.there.setChecked(guarantor is not None)
        if guarantor is None:
            return
        for edit, value in (
            (self.name, guarantor.name),
            (self.code, guarantor.uscc),
            (self.representative, guarantor.representative),
            (self.address, guarantor.address),
            (self.phone, guarantor.phone),
            (self.spouse_name, spouse),
        ):
            edit.setText(value or "")
        self.is_person.setChecked(guarantor.is_person)

    @property
    def nameless(self) -> bool:
        """Ticked without a name."""
        return self.there.isChecked() and not self.name.text().strip()

    @property
    def spouse(self) -> str | None:
        """Who signs beside a guarantor who is a natural person."""
        person = self.there.isChecked() and self.is_person.isChecked()
        return (self.spouse_name.text().strip() or None) if person else None

    @property
    def guarantor(self) -> GuarantorFacts | None:
        """As typed."""
        if not self.there.isChecked() or self.nameless:
            return None

        def typed(edit: QLineEdit) -> str | None:
            return edit.text().strip() or None

        return GuarantorFacts(
            name=self.name.text().strip(),
            uscc=typed(self.code),
            address=typed(self.address),
            phone=typed(self.phone),
            until=self.until.day,
            is_person=self.is_person.isChecked(),
            representative=typed(self.representative),
        )
