"""The agreement is saved: onto paper with it, or into a file; it waits for signature."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.actions.plans import Made
from ui.common.buttons import Button
from ui.common.cards import Card
from ui.common.marks import Icon
from ui.common.paper import KeptPaper
from ui.common.text import set_tone, text
from ui.context import AppContext


class SavedPage(QWidget):
    """Shows what was made; its three buttons have keys of their own."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.paper = KeptPaper(context, self)
        self.paper.said.connect(self.say)
        self.title = text(size=17, bold=True, wrap=True, selectable=True)
        self.next = text(
            self.tr("打印两份，双方签字盖章；再到“协议”里登记签好的扫描件，协议才生效。"),
            tone="text2",
            wrap=True,
        )
        self.said = text(tone="text2", wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._card(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _card(self) -> Card:
        card = Card(padding=24)
        card.setFixedWidth(560)
        card.column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Icon("check", "ok", 32))
        head.addWidget(self.title, 1)
        card.column.addLayout(head)
        card.column.addWidget(self.next)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.print = Button(self.tr("打印"), "printer", "Ctrl+P", bind=True)
        self.save = Button(self.tr("存为 PDF"), "save", "Ctrl+S", bind=True)
        self.open = Button(self.tr("打开"), "open", "Ctrl+O", bind=True)
        acts = (self.paper.print, self.paper.save, self.paper.open)
        for button, act in zip((self.print, self.save, self.open), acts, strict=True):
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        card.column.addLayout(row)
        card.column.addWidget(self.said)
        return card

    def show_made(self, made: Made) -> None:
        """This plan; its unsigned agreement is what is printed."""
        words = self.tr("协议 %1 已保存，待签").replace("%1", made.number)
        self.title.setText(words)
        self.paper.take(made.draft)

    def say(self, words: str, tone: str) -> None:
        """How printing or saving went."""
        self.said.setText(words)
        set_tone(self.said, tone)
