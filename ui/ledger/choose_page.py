"""Step 1 of an import: a file or the clipboard, a password, an encoding, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.common.ask import choose_file
from ui.common.buttons import Button
from ui.common.cards import DropZone
from ui.common.fields import Field
from ui.common.marks import Icon
from ui.common.text import text
from ui.ledger.draft import Unsure
from ui.ledger.encoding_pane import EncodingPane

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".txt", ".tsv", ".htm", ".html", ".xml")
ASKS_PASSWORD = frozenset(("ledger_password", "ledger_wrong_password"))


class ChoosePage(QWidget):
    """``file_chosen`` carries a path, ``pasted`` the clipboard's wish, ``password_given`` a password.

    ``encoding_chosen`` carries the code in which a text file is to be read.
    """

    file_chosen = Signal(object)
    pasted = Signal()
    password_given = Signal(str)
    encoding_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._zone(), 0)
        self.trouble = text("", tone="bad", wrap=True, selectable=True)
        self.trouble.hide()
        column.addWidget(self.trouble)
        column.addWidget(self._password())
        self.encodings = EncodingPane()
        self.encodings.accepted.connect(self.encoding_chosen)
        self.encodings.hide()
        column.addWidget(self.encodings)
        column.addStretch(3)

    def _zone(self) -> DropZone:
        zone = self.zone = DropZone(SUFFIXES)
        zone.dropped.connect(lambda paths: self.file_chosen.emit(paths[0]))
        zone.column.setContentsMargins(16, 32, 16, 28)
        self.pick = Button(self.tr("选择文件"), "folder")
        self.pick.clicked.connect(self.choose)
        self.paste = Button(self.tr("从剪贴板粘贴"), "clipboard", "Ctrl+V", bind=True)
        self.paste.clicked.connect(self.pasted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.pick)
        row.addWidget(self.paste)
        row.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        zone.column.addWidget(Icon("import", "accent", 32), 0, centre)
        zone.column.addWidget(text(self.tr("拖入 .xlsx / .xls / .csv"), size=15, bold=True), 0, centre)
        zone.column.addLayout(row)
        hint = self.tr("支持金蝶、用友、SAP 等导出的应收明细，也可以在 Excel 里复制后粘贴")
        zone.column.addWidget(text(hint, size=12, tone="text2"), 0, centre)
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

    def choose(self) -> None:
        """Ask the system for a file."""
        kinds = self.tr("台账") + " (" + " ".join(f"*{suffix}" for suffix in SUFFIXES) + ")"
        path = choose_file(self, self.tr("选择台账"), kinds)
        if path is not None:
            self.file_chosen.emit(path)

    @property
    def asking(self) -> bool:
        """Whether an encoding is asked for."""
        return not self.encodings.isHidden()

    def go_on(self) -> None:
        """Take the encoding that is asked for, else ask the system for a file."""
        if self.asking:
            self.encodings.accept()
        else:
            self.choose()

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
        self.encodings.hide()
        asks = bool(codes & ASKS_PASSWORD)
        self.locked.setVisible(asks)
        if asks:
            self.password.clear()
            self.password.setFocus()

    def ask_encoding(self, unsure: Unsure) -> None:
        """Show how the file reads in each encoding."""
        self.trouble.hide()
        self.encodings.show_choices(unsure.encodings, unsure.likeliest)
        self.encodings.show()
        self.encodings.focus_choice()
