"""What is said: the sentence to read with what follows it, or the message that is sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.calls.script import Script
from ui.common.buttons import Button
from ui.common.cards import Card
from ui.common.text import text
from ui.theme import current


class ReadingCard(QWidget):
    """Shows a ``Script``; ``message`` is the draft as the clerk left it, ``changed`` comes when it is edited."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.card = Card("accent_tint", edge=False, padding=12)
        self.sentence = text(wrap=True, selectable=True)
        # A wrapped label asks for the height it had at no width at all; that would call for a scroll bar.
        self.sentence.setMinimumHeight(current().px(19))
        self.card.column.addWidget(self.sentence)
        column.addWidget(self.card)
        self.draft = QPlainTextEdit()
        self.draft.setAccessibleName(self.tr("消息内容"))
        self.draft.setTabChangesFocus(True)
        self.draft.setFixedHeight(current().px(84))
        column.addWidget(self.draft)
        row = QHBoxLayout()
        self.copier = Button(self.tr("复制消息"), "copy", "K", kind="ghost")
        self.copier.clicked.connect(self.copy)
        row.addWidget(self.copier)
        row.addStretch(1)
        column.addLayout(row)
        self._written = ""
        self.draft.textChanged.connect(self.changed)
        self.show_mode(False)

    @property
    def message(self) -> str:
        """What is, or was, sent."""
        return self.draft.toPlainText().strip()

    def show_mode(self, sends: bool) -> None:
        """The sentence for a talk, the draft for a message."""
        self.card.setVisible(not sends)
        self.draft.setVisible(sends)
        self.copier.setVisible(sends)

    def show_script(self, script: Script) -> None:
        """Another sentence; a draft the clerk has touched stays."""
        self.sentence.setText(f"“{script.ask}”" if script.ask else "")
        if self.message == self._written:
            self.set_message(script.message)
            self._written = self.message

    def set_message(self, message: str) -> None:
        """Fill the draft, silently."""
        self.draft.blockSignals(True)
        self.draft.setPlainText(message)
        self.draft.blockSignals(False)

    def copy(self) -> None:
        """Put the message on the clipboard, to be pasted where it is sent from."""
        QGuiApplication.clipboard().setText(self.message)
