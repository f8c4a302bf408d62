"""Step 4 of an import: what was written, and the ways back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.actions.imports import Imported, Undone
from ui.common.buttons import Button
from ui.common.cards import Card, KeyValues
from ui.common.formats import Formats
from ui.common.marks import Icon
from ui.common.text import set_tone, text


class DonePage(QWidget):
    """The result. ``undo_wanted`` takes the batch back, ``errors_wanted`` saves the rows with errors."""

    undo_wanted = Signal()
    errors_wanted = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        column = QVBoxLayout(self)
        column.addStretch(1)
        card = Card(padding=24)
        card.setFixedWidth(520)
        self.sign = Icon("check", "ok", 32)
        self.title = text("", size=17, bold=True, wrap=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.sign)
        head.addWidget(self.title, 1)
        card.column.addLayout(head)
        self.facts = KeyValues(label_width=96)
        for label in (self.tr("新增"), self.tr("更新"), self.tr("不变"), self.tr("错误"), self.tr("缺失")):
            self.facts.add(label, "")
        card.column.addSpacing(8)
        card.column.addWidget(self.facts)
        card.column.addSpacing(12)
        card.column.addLayout(self._buttons())
        self.trouble = text("", tone="bad", wrap=True, selectable=True)
        self.trouble.hide()
        card.column.addWidget(self.trouble)
        middle = QHBoxLayout()  # an aligned item would not grow with its wrapped words
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.undo = Button(self.tr("撤销整批"), "undo", "Ctrl+Z", bind=True)
        self.undo.clicked.connect(self.undo_wanted)
        self.errors = Button(self.tr("错误行另存为 Excel"), "sheet")
        self.errors.clicked.connect(self.errors_wanted)
        row.addWidget(self.undo)
        row.addWidget(self.errors)
        row.addStretch(1)
        return row

    def show_imported(self, imported: Imported, same: int, errors: int, missing: int) -> None:
        """Say what was written."""
        count = self.formats.count
        words = self.tr("已导入 %1 行").replace("%1", count(imported.new + imported.changed))
        self.title.setText(words)
        numbers = (imported.new, imported.changed, same, errors, missing)
        for label, number in zip(list(self.facts.values), numbers, strict=True):
            self.facts.show_value(label, count(number))
        self.errors.setVisible(bool(errors))
        self.undo.setEnabled(True)

    def show_undone(self, undone: Undone) -> None:
        """Say that all is as before."""
        words = self.tr("已撤销整批：移除 %1 笔，恢复 %2 笔")
        self.title.setText(
            words.replace("%1", self.formats.count(undone.removed)).replace(
                "%2", self.formats.count(undone.restored)
            )
        )
        self.sign.picture = "undo"
        self.sign.update()
        self.undo.setEnabled(False)
        self.trouble.hide()

    def say_wrong(self, words: str) -> None:
        """Say why it was not done."""
        self.trouble.setText(words)
        set_tone(self.trouble, "bad")
        self.trouble.show()
