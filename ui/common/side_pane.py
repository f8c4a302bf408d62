"""Beside a list: its current row in full, or what to do to see one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QStyle, QVBoxLayout, QWidget

from ui.common.cards import EmptyState
from ui.common.marks import Tag
from ui.common.scrolling import scrolling
from ui.common.text import set_tone, text
from ui.theme import current

NARROWEST = 352
_SCROLL_BAR = QStyle.PixelMetric.PM_ScrollBarExtent


class SidePane(QWidget):
    """What every pane has: ``name`` and ``state`` above, ``said`` below; widths in px at the normal size of text.

    Make the parts, then ``lay_out`` once; ``show_content`` says whether there is a row to be shown.
    """

    def __init__(self, *, width: int = 376, widest: int = 520) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.width_wanted = width
        self.setMaximumWidth(current().px(widest))
        self.name = text(size=16, bold=True, wrap=True, selectable=True)
        self.state = Tag("")
        self.state.hide()
        self.said = text(size=12, tone="text2", wrap=True, selectable=True)
        self.stack, self.inner = QStackedWidget(), QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def lay_out(self, hint: str, icon: str, *parts: QWidget | QLayout) -> None:
        """Name and state, the parts, what was said; ``hint`` stands there while no row is current."""
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        for part in (*parts, self.said):
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)
        self.stack.addWidget(EmptyState(hint, icon=icon))
        self.stack.addWidget(scrolling(self.inner))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def sizeHint(self) -> QSize:
        """The width wanted where there is room."""
        return QSize(current().px(self.width_wanted), 600)

    def minimumSizeHint(self) -> QSize:
        """Never so narrow that a row of its buttons is cut off: what is in it scrolls up and down only."""
        least = super().minimumSizeHint()
        wide = self.inner.minimumSizeHint().width() + self.style().pixelMetric(_SCROLL_BAR)
        return QSize(min(self.maximumWidth(), max(current().px(NARROWEST), wide)), least.height())

    def show_content(self, shown: bool) -> None:
        """The row in full, or the hint."""
        self.stack.setCurrentIndex(1 if shown else 0)
        self.updateGeometry()

    def show_state(self, words: str, tone: str) -> None:
        """How the row stands, beside its name."""
        self.state.show_words(words, tone)
        self.state.show()

    def say(self, words: str, tone: str = "text2") -> None:
        """Say something below everything else."""
        self.said.setText(words)
        set_tone(self.said, tone)
