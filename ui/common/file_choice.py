"""The first step of reading a file: where it is dropped or chosen, the password it may need, why it was not read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.common.ask import choose_file
from ui.common.buttons import Button
from ui.common.cards import DropZone
from ui.common.fields import Field
from ui.common.marks import Icon
from ui.common.text import text

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".txt", ".tsv", ".htm", ".html", ".xml")
_ASKS_PASSWORD = frozenset(("ledger_password", "ledger_wrong_password"))


class Wanted(NamedTuple):
    """What kind of file is wanted: its ``icon``, what it is called, what is asked for, the line and the hint shown."""

    icon: str
    kind: str
    ask: str
    line: str
    hint: str


class FileChoice(QWidget):
    """``file_chosen`` carries a path, ``password_given`` a password. Who builds on it adds to ``column``."""

    file_chosen = Signal(object)
    password_given = Signal(str)

    def __init__(self, wanted: Wanted, others: Sequence[Button] = ()) -> None:
        """``others`` stand beside the button that asks the system for a file."""
        super().__init__()
        self.wanted = wanted
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._zone(others))
        self.trouble = text("", tone="bad", wrap=True, selectable=True)
        self.trouble.hide()
        column.addWidget(self.trouble)
        column.addWidget(self._password())

    def _zone(self, others: Sequence[Button]) -> DropZone:
        zone = self.zone = DropZone(SUFFIXES)
        zone.dropped.connect(lambda paths: self.file_chosen.emit(paths[0]))
        zone.column.setContentsMargins(16, 32, 16, 28)
        self.pick = Button(self.tr("选择文件"), "folder")
        self.pick.clicked.connect(self.choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.pick, *others):
            row.addWidget(button)
        row.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        zone.column.addWidget(Icon(self.wanted.icon, "accent", 32), 0, centre)
        zone.column.addWidget(text(self.wanted.line, size=15, bold=True), 0, centre)
        zone.column.addLayout(row)
        zone.column.addWidget(text(self.wanted.hint, size=12, tone="text2"), 0, centre)
        return zone

    def _password(self) -> QWidget:
        self.locked = QWidget()
        row = QHBoxLayout(self.locked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaximumWidth(280)
        self.password.returnPressed.connect(self._give_password)
        give = Button(self.tr("打开"), "lock")
        give.clicked.connect(self._give_password)
        row.addWidget(Field(self.tr("打开密码"), self.password, self.tr("只用来打开文件，不会保存")))
        row.addWidget(give, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.locked.hide()
        return self.locked

    @property
    def next_words(self) -> str:
        """What ``go_on`` does, for the button that does it."""
        return self.tr("选择文件") if self.locked.isHidden() else self.tr("打开")

    def go_on(self) -> None:
        """Open the file with the password that is asked for, else ask the system for a file."""
        if self.locked.isHidden():
            self.choose()
        else:
            self._give_password()

    def choose(self) -> None:
        """Ask the system for a file."""
        kinds = self.wanted.kind + " (" + " ".join(f"*{suffix}" for suffix in SUFFIXES) + ")"
        path = choose_file(self, self.wanted.ask, kinds)
        if path is not None:
            self.file_chosen.emit(path)

    def _give_password(self) -> None:
        if self.password.text():
            self.password_given.emit(self.password.text())

    def show_reading(self) -> None:
        """A file is being read: nothing can be dropped."""
        self.trouble.hide()
        self.locked.hide()
        self.zone.setEnabled(False)

    def show_idle(self) -> None:
        """Nothing is being read."""
        self.zone.setEnabled(True)

    def show_problems(self, codes: set[str], words: str) -> None:
        """Say why it was not read; ask for the password where that is why."""
        self.trouble.setText(words)
        self.trouble.show()
        asks = bool(codes & _ASKS_PASSWORD)
        self.locked.setVisible(asks)
        if asks:
            self.password.clear()
            self.password.setFocus()
