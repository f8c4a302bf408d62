"""Who picked up, in what role, and what was told at the start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from ui.common.choices import Choice
from ui.problems import worded


class SpokenRow(QWidget):
    """``person``, ``role``, ``identity_checked``, ``recording_announced``; ``changed`` comes with each."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self._roles: dict[str, str | None] = {}
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setAccessibleName(self.tr("对方姓名"))
        typed = QLineEdit()
        typed.setPlaceholderText(self.tr("对方姓名"))
        typed.setObjectName("bare")
        self.name.setLineEdit(typed)
        self.role_box = QComboBox()
        self.role_box.setAccessibleName(self.tr("对方身份"))
        self.checked = Choice(self.tr("已核实身份"), "Y")
        self.announced = Choice(self.tr("已告知录音"), "T")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.name.setMinimumWidth(100)
        self.role_box.setMinimumWidth(84)
        row.addWidget(self.name, 3)
        row.addWidget(self.role_box, 2)
        row.addWidget(self.checked)
        row.addWidget(self.announced)

    def _connect(self) -> None:
        self.name.currentIndexChanged.connect(self._known_role)
        self.name.editTextChanged.connect(lambda _: self.changed.emit())
        self.role_box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.checked.toggled.connect(lambda _: self.changed.emit())
        self.announced.toggled.connect(lambda _: self.changed.emit())

    def offer(self, people: Sequence[tuple[str, str | None]], roles: Sequence[str]) -> None:
        """Who was spoken to before, and which roles there are; the first is taken."""
        self._roles = dict(people)
        for box in (self.name, self.role_box):
            box.blockSignals(True)
            box.clear()
        self.role_box.addItem(self.tr("身份"), None)
        for role in roles:
            self.role_box.addItem(worded(f"role_{role}", self.language), role)
        self.name.addItems([name for name, _ in people])
        for box in (self.name, self.role_box):
            box.blockSignals(False)
        self._known_role()

    def _known_role(self) -> None:
        role = self._roles.get(self.name.currentText())
        if role:
            self.role_box.setCurrentIndex(max(0, self.role_box.findData(role)))

    @property
    def person(self) -> str:
        """The name typed or chosen."""
        return self.name.currentText().strip()

    @property
    def role(self) -> str | None:
        """The role chosen."""
        chosen = self.role_box.currentData()
        return str(chosen) if chosen else None

    def show_spoken(self, person: str, role: str | None, checked: bool, announced: bool) -> None:
        """Fill in."""
        self.name.setCurrentText(person)
        self.role_box.setCurrentIndex(max(0, self.role_box.findData(role)) if role else 0)
        self.checked.setChecked(checked)
        self.announced.setChecked(announced)
