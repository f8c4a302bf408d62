"""What a kind of letter asks the clerk to fill in: the answer to a dispute, the assignee and its account."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.rules.letter_kinds import LETTER_KINDS
from ui.common.fields import Field
from ui.problems import worded
from ui.theme import current

LONG = ("answer",)
"""Fields that take more than a line."""


class FillIn(QWidget):
    """One edit a field of the kind; ``changed`` when one was typed in. What is typed outlives a change of kind."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.edits: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_kind(self, kind: str) -> None:
        """Show the fields of a kind."""
        asks = LETTER_KINDS[kind].asks
        for name in asks:
            if name not in self.edits:
                self._add(name)
        for name, field in self._fields.items():
            field.setVisible(name in asks)
        self.setVisible(bool(asks))

    def said(self, kind: str) -> dict[str, str]:
        """What is filled in for a kind."""
        texts = ((name, self._text(name)) for name in LETTER_KINDS[kind].asks if name in self.edits)
        return {name: text for name, text in texts if text}

    def _add(self, name: str) -> None:
        edit: QLineEdit | QPlainTextEdit = QPlainTextEdit() if name in LONG else QLineEdit()
        if isinstance(edit, QPlainTextEdit):
            edit.setFixedHeight(current().px(110))
            edit.setTabChangesFocus(True)
        edit.textChanged.connect(lambda *_: self.changed.emit())
        self.edits[name] = edit
        label = worded(f"letter_field_{name}", self.language)
        field = self._fields[name] = Field(label[:1].upper() + label[1:], edit)
        self._column.addWidget(field)

    def _text(self, name: str) -> str:
        edit = self.edits[name]
        return (edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()).strip()
