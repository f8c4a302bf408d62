"""One numbered question of the call: its number on a disc, its title, a hint, and what answers it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.marks import NumberDisc
from ui.common.text import text


class Question(QWidget):
    """``column`` takes the widgets that answer it; ``head`` is the line of its title."""

    def __init__(self, parent: QWidget, number: int, title: str, hint: str = "") -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(NumberDisc(number), 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.title = title
        self.heading = text(title, bold=True)
        self.head.addWidget(self.heading)
        self.hint = text(hint, size=12, tone="text2")
        self.head.addWidget(self.hint)
        self.head.addStretch(1)
        grid.addLayout(self.head, 0, 1)
        self.column = QVBoxLayout()
        self.column.setSpacing(6)
        grid.addLayout(self.column, 1, 1)

    def ask(self, title: str, hint: str) -> None:
        """Ask it in other words."""
        self.heading.setText(title)
        self.hint.setText(hint)

    def add_row(self, *widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
        """One more line of widgets."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            if not widget.accessibleName():
                widget.setAccessibleName(self.title)
            row.addWidget(widget)
        if stretch:
            row.addStretch(1)
        self.column.addLayout(row)
        return row
