"""A card of something that is in force or is not: its name, what can be done, how it stands, what it is for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from ui.common.buttons import Button
from ui.common.cards import Card
from ui.common.text import set_tone, text


class StateCard(Card):
    """Its acts stand beside its name; ``tell`` says how it stands and which of them fit."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(text(name, bold=True))
        self._row.addStretch(1)
        self.column.addLayout(self._row)
        self.stands = text("", wrap=True)
        self.column.addWidget(self.stands)
        self.column.addWidget(text(words, size=12, tone="text2", wrap=True))
        self._buttons: list[tuple[Button, bool]] = []

    def add_act(self, words: str, icon: str, press: Callable[[], object], *, when: bool) -> Button:
        """A button for while it is in force (``when``), or while it is not."""
        button = Button(words, icon)
        button.clicked.connect(press)
        self._row.addWidget(button)
        self._buttons.append((button, when))
        return button

    def tell(self, words: str, *, there: bool) -> None:
        """How it stands, in a sentence; the acts that fit are shown."""
        self.stands.setText(words)
        set_tone(self.stands, "ok" if there else "text2")
        for button, when in self._buttons:
            button.setVisible(when == there)
