"""What came of a contact: the answers fit the way it was made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.rules.contact import MESSAGES
from ui.common.choices import Choice, ChoiceRow

CHANNEL_KEYS = {"5": "phone", "6": "visit", "7": "wechat", "8": "sms", "9": "email", "0": "meeting"}


class OutcomeRows(QWidget):
    """``value`` is what came of it, chosen among those of ``channel``; ``chosen`` comes with each choice."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        talk = [("connected", self.tr("见到了"), "1"), ("no_answer", self.tr("没见到人"), "2")]
        message = [
            ("sent", self.tr("已发出"), "1"),
            ("connected", self.tr("对方已回复"), "2"),
            ("dead_number", self.tr("没有送达"), "3"),
        ]
        phone = [
            ("connected", self.tr("已接通"), "1"),
            ("no_answer", self.tr("无人接听"), "2"),
            ("busy", self.tr("占线或关机"), "3"),
            ("dead_number", self.tr("空号停机"), "4"),
        ]
        self.rows = {name: ChoiceRow(told, told[0][0]) for name, told in (
            ("phone", phone), ("talk", talk), ("message", message),
        )}  # fmt: skip
        self.channel = "phone"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for each in self.rows.values():
            row.addWidget(each)
            each.chosen.connect(self._chose)
        self.set_channel("phone")

    @property
    def row(self) -> ChoiceRow:
        """The answers that fit the channel."""
        if self.channel in MESSAGES:
            return self.rows["message"]
        return self.rows["phone" if self.channel == "phone" else "talk"]

    @property
    def buttons(self) -> dict[str, Choice]:
        """Its buttons by their value."""
        return self.row.buttons

    @property
    def value(self) -> str:
        """What came of it; one of them always holds."""
        return self.row.value or next(iter(self.buttons))

    def set_channel(self, channel: str) -> None:
        """Show the answers of another channel, silently."""
        self.channel = channel
        for each in self.rows.values():
            each.setVisible(each is self.row)

    def set_value(self, value: str) -> None:
        """Show ``value`` as chosen, silently; the first where the channel knows no such."""
        self.row.set_value(value if value in self.buttons else next(iter(self.buttons)))

    def press(self, key: str) -> bool:
        """Choose what that key stands for; whether there is such an answer."""
        found = next((value for value, button in self.buttons.items() if button.key == key), None)
        if found is None:
            return False
        self.buttons[found].setFocus()
        self.row.choose(found)
        return True

    def _chose(self, value: str | None) -> None:
        if value is None:
            self.row.set_value(next(iter(self.buttons)))
        self.chosen.emit(self.value)
