"""The tabs of the detail pane: a word, a count beside it, a line below the one shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.common.painted import LEFT
from ui.common.painting import focus_ring, shows_focus
from ui.theme import current


class Tab(QAbstractButton):
    """One tab."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.count = ""
        self.setText(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def tell(self, count: str) -> None:
        """Another count."""
        self.count = count
        self.setAccessibleName(f"{self.text()} {count}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Word and count."""
        theme = current()
        width = theme.metric(13, True).horizontalAdvance(self.text())
        width += theme.metric(12).horizontalAdvance(self.count) + 5 if self.count else 0
        return QSize(width + 2, theme.px(36))

    def paintEvent(self, event: QEvent) -> None:
        """Bold with a line below when shown."""
        painter, theme, rect = QPainter(self), current(), QRectF(self.rect())
        chosen = self.isChecked()
        painter.setFont(theme.font(13, chosen))
        painter.setPen(theme["text" if chosen or self.underMouse() else "text2"])
        painter.drawText(rect, LEFT, self.text())
        painter.setFont(theme.font(12))
        painter.setPen(theme["text2"])
        left = theme.metric(13, chosen).horizontalAdvance(self.text()) + 5
        painter.drawText(rect.adjusted(left, 0, 0, 0), LEFT, self.count)
        if chosen:
            painter.fillRect(QRectF(0, rect.height() - 2, rect.width(), 2), theme["accent"])
        if shows_focus(self):
            focus_ring(painter, rect, theme["accent"], 4)
        painter.end()


class Tabs(QWidget):
    """A row of tabs; ``changed`` carries the place of the one shown. Left and right move."""

    changed = Signal(int)

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(20)
        self.group = QButtonGroup(self)
        self.tabs = [Tab(each) for each in words]
        for place, tab in enumerate(self.tabs):
            self.group.addButton(tab, place)
            row.addWidget(tab)
        row.addStretch(1)
        self.tabs[0].setChecked(True)
        self.group.idToggled.connect(lambda place, on: self.changed.emit(place) if on else None)

    def show_tab(self, place: int) -> None:
        """Show that one."""
        self.tabs[place].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        target = self.tabs[(self.group.checkedId() + step) % len(self.tabs)]
        target.setChecked(True)
        target.setFocus()

    def paintEvent(self, event: QEvent) -> None:
        """A hairline below them all."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, current()["line"])
        painter.end()
