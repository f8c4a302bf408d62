"""The lines of fields within the window of a case: its name and goal, and somebody who joins."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from models.queries.people import at_work
from models.rules.cases import MEMBER_ROLES
from ui.common.buttons import Button
from ui.common.fields import Field
from ui.context import AppContext
from ui.problems import worded


class OpenCaseFields(QWidget):
    """The name and the goal of a case that is to be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.goal = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Field(self.tr("专案名称"), self.title), 1)
        row.addWidget(Field(self.tr("目标"), self.goal), 2)


class MemberFields(QWidget):
    """Who joins, and as what. ``joined`` carries name and role."""

    joined = Signal(str, str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.name, self.role = QComboBox(), QComboBox()
        self.name.setEditable(True)
        self.name.setAccessibleName(self.tr("组员姓名"))
        self.role.setAccessibleName(self.tr("在专案里的身份"))
        self.name.addItems([person.name for person in at_work(context.store)])
        self.name.setCurrentText("")
        for role in MEMBER_ROLES:
            self.role.addItem(worded(f"case_role_{role}", context.language), role)
        self.role.setCurrentIndex(MEMBER_ROLES.index("clerk"))
        self.add = Button(self.tr("加组员"), "plus")
        self.add.clicked.connect(lambda: self.joined.emit(self.name.currentText(), self.role.currentData()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.role)
        row.addWidget(self.add)
