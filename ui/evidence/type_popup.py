"""Asks, right where the file came, which link of the chain it belongs to: one key, 1 to 7."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.common.choices import Choice
from ui.common.text import text
from ui.problems import worded


class TypePopup(QFrame):
    """``chosen`` carries the slot; Esc takes nothing in."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, slots: Sequence[str], name: str, language: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("surface")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.slots = list(slots)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addWidget(text(self.tr("这是什么材料？"), bold=True))
        column.addWidget(text(name, size=12, tone="text2", wrap=True))
        for place, slot in enumerate(self.slots, start=1):
            choice = Choice(worded(f"slot_{slot}", language), str(place))
            choice.clicked.connect(lambda _=False, slot=slot: self._take(slot))
            column.addWidget(choice)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def open_at(self, where: QPoint) -> None:
        """Show it there, with the keys on it."""
        self.adjustSize()
        self.move(where)
        self.show()
        self.setFocus()

    def _take(self, slot: str) -> None:
        self.chosen.emit(slot)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure chooses."""
        typed = event.text()
        if typed.isdigit() and 1 <= int(typed) <= len(self.slots):
            self._take(self.slots[int(typed) - 1])
        else:
            super().keyPressEvent(event)
