"""The bar below a list: a few named values of what is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.common.text import text
from ui.theme import current


class StatusBar(QWidget):
    """Name and value side by side; ``values`` are the labels to be filled, by key; ``state`` stands at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(current().px(30))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 0, 16, 0)
        self.row.setSpacing(5)
        self.values: dict[str, QLabel] = {}
        self.state = text("", size=12, tone="text2")

    def lay_out(self, names: Mapping[str, str]) -> None:
        """{key: what it is called}, from the left."""
        self.values = {key: self._add(name) for key, name in names.items()}
        self.row.addStretch(1)
        self.row.addWidget(self.state)

    def _add(self, name: str) -> QLabel:
        label, value = text(name, size=12, tone="text2"), text("", size=12, bold=True)
        value.setAccessibleName(name)
        self.row.addWidget(label)
        self.row.addWidget(value)
        self.row.addSpacing(12)
        return value
