"""A place whose content is made anew each time it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget


class Slot(QWidget):
    """Holds what was last put in, at its top; what stood there before goes. ``spacing`` in px between the parts."""

    def __init__(self, spacing: int = 10, *, right: int = 0) -> None:
        super().__init__()
        self.spacing = spacing
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, right, 0)
        self.inner = QWidget()
        self.outer.addWidget(self.inner, 0, Qt.AlignmentFlag.AlignTop)

    def fill(self, *parts: QWidget | QLayout) -> None:
        """Put these in, one below the other."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.spacing)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        self.outer.addWidget(fresh, 0, Qt.AlignmentFlag.AlignTop)
        # Out of the tree at once: whoever looks for a button here must not find one that is going.
        self.inner.hide()
        self.inner.setParent(None)
        self.inner.deleteLater()
        self.inner = fresh
