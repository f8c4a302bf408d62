"""The bar below a list: a few named values of what is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.common.text import text
from ui.theme import current

GAP = 12


class StatusBar(QWidget):
    """Name and value side by side; ``values`` are the labels to be filled, by key; ``state`` stands at the right.

    A bar that is too narrow cuts off the state first, then leaves out values from the right.
    """

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
        self.pairs: list[QWidget] = []
        self.state = text("", size=12, tone="text2", yielding=True)
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def lay_out(self, names: Mapping[str, str]) -> None:
        """{key: what it is called}, from the left."""
        self.values = {key: self._add(name) for key, name in names.items()}
        self.row.addWidget(self.state, 1)

    def _add(self, name: str) -> QLabel:
        label, value = text(name, size=12, tone="text2"), text("", size=12, bold=True)
        value.setAccessibleName(name)
        pair = QWidget()
        inside = QHBoxLayout(pair)
        inside.setContentsMargins(0, 0, GAP, 0)
        inside.setSpacing(5)
        inside.addWidget(label)
        inside.addWidget(value)
        self.pairs.append(pair)
        self.row.addWidget(pair)
        return value

    def minimumSizeHint(self) -> QSize:
        """The first value; the window never grows because a sum does."""
        first = self.pairs[0].sizeHint().width() if self.pairs else 0
        return QSize(first + 32 + self.state.minimumSizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more of them, or fewer."""
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Another value may need more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        room = self.width() - 32 - self.state.minimumSizeHint().width()
        for pair in self.pairs:
            room -= pair.sizeHint().width() + self.row.spacing()
            pair.setVisible(room >= 0 or pair is self.pairs[0])
