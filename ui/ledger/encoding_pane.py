"""In which code a text file is written: the first lines as each would read, to choose by eye."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.ledger.decoding import Choice
from ui.common.cards import Card
from ui.common.choices import ChoiceRow
from ui.common.text import text

NAMES = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "gb18030": "GB18030 (GBK)",
    "big5hkscs": "Big5",
    "cp932": "Shift-JIS",
    "cp1252": "Latin-1",
}


def encoding_name(encoding: str) -> str:
    """How people call it."""
    return NAMES.get(encoding, encoding.upper())


class EncodingPane(QWidget):
    """The ways to read a file, each with its preview. ``accepted`` carries the encoding chosen."""

    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        question = self.tr("文件没有写明文字编码。请看下面哪一种读出来是对的：")
        self.column.addWidget(text(question, bold=True, wrap=True))
        self.row: ChoiceRow | None = None
        self.previews: dict[str, tuple[str, ...]] = {}
        self.place = QVBoxLayout()
        self.column.addLayout(self.place)
        card = Card("sunken")
        self.preview = text("", size=12, selectable=True)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(self.preview)
        self.column.addWidget(card)

    def show_choices(self, choices: Sequence[Choice], current: str | None) -> None:
        """Offer these, the one in force chosen, the keyboard on it."""
        if self.row is not None:
            self.row.hide()
            self.row.deleteLater()
        self.previews = {each.encoding: each.preview_lines for each in choices}
        value = current if current in self.previews else next(iter(self.previews), None)
        self.row = ChoiceRow([(each, encoding_name(each), "") for each in self.previews], value)
        self.row.chosen.connect(self._look)
        self.place.addWidget(self.row)
        self._look(value)

    def focus_choice(self) -> None:
        """Let ← and → choose at once."""
        if self.row is not None and self.row.value in self.row.buttons:
            self.row.buttons[self.row.value].setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, encoding: object) -> None:
        if encoding is None and self.row is not None:  # one is always chosen
            self.row.set_value(next(iter(self.previews), None))
            encoding = self.row.value
        self.preview.setText("\n".join(self.previews.get(str(encoding), ())))

    def accept(self) -> None:
        """Take the one that is chosen."""
        if self.row is not None and self.row.value is not None:
            self.accepted.emit(self.row.value)
