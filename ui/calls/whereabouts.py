"""Where a visit or meeting was and who was there; to which address of theirs a message went from which of ours."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.rules.contact import MESSAGES
from ui.calls.answers import Answers

IN_PERSON = ("place", "present")
IN_WRITING = ("reached", "sent_from")


class Whereabouts(QWidget):
    """Two fields, as the channel asks; of a telephone call nothing. ``changed`` comes with each letter typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = {
            "place": self.tr("地点"),
            "present": self.tr("在场人员"),
            "reached": self.tr("对方号码、邮箱或账号"),
            "sent_from": self.tr("我方号码、邮箱或账号"),
        }
        self.edits: dict[str, QLineEdit] = {}
        for name, said in words.items():
            edit = self.edits[name] = QLineEdit()
            edit.setPlaceholderText(said)
            edit.setAccessibleName(said)
            edit.textChanged.connect(lambda _: self.changed.emit())
            row.addWidget(edit, 1)
        self.show_for("phone")

    def show_for(self, channel: str) -> None:
        """Ask what this channel needs."""
        asked = IN_WRITING if channel in MESSAGES else () if channel == "phone" else IN_PERSON
        for name, edit in self.edits.items():
            edit.setVisible(name in asked)
        self.setVisible(bool(asked))

    @property
    def told(self) -> dict[str, str]:
        """What is typed, by the field of ``Answers``."""
        return {name: edit.text().strip() for name, edit in self.edits.items()}

    def fill(self, answers: Answers) -> None:
        """Show what a draft held."""
        for name, edit in self.edits.items():
            edit.setText(getattr(answers, name))
