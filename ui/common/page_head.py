"""The head of a page: its name, what it holds, the field that finds, and buttons that fold away one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui.common.buttons import Button, icon_button
from ui.common.fields import SearchEdit
from ui.common.text import text
from ui.theme import current

EDGE = 20
GAP = 8
FINDER = (120, 180)
"""Narrowest and usual width of the field that finds."""
FIRST, THEN, LAST = 10_000, 100, 1
"""Who gets room that nobody else needs: the subtitle as far as its words go, then the field, then nobody."""


class PageHead(QHBoxLayout):
    """``subtitle`` gives way first; then the buttons fold from the left, and the last one stays; then ``finder``."""

    def __init__(self, title: str, finder: SearchEdit | None = None, widest: int = FINDER[1]) -> None:
        super().__init__()
        self.setContentsMargins(EDGE, 14, EDGE, 12)
        self.setSpacing(GAP)
        self.subtitle = text("", tone="text2", yielding=True)
        self.buttons = FoldingButtons()
        self.finder, self.widest = finder, current().px(widest)
        self.addWidget(text(title, size=20, bold=True))
        self.addSpacing(4)
        self.addWidget(self.subtitle, FIRST)
        self.addStretch(LAST)
        if finder is not None:
            finder.setMinimumWidth(current().px(FINDER[0]))
            finder.setMaximumWidth(self.widest)
            finder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.addWidget(finder, THEN)
        self.addWidget(self.buttons)

    def setGeometry(self, rect: QRect) -> None:
        """The subtitle takes no more than its words."""
        words = self.subtitle.fontMetrics().horizontalAdvance(self.subtitle.text())
        self.subtitle.setMaximumWidth(words + 2)
        super().setGeometry(rect)
        if self.finder is not None:
            self._favour(self.finder)

    def _favour(self, finder: SearchEdit) -> None:
        """What the field lacks of its usual width comes from the subtitle, then from the buttons."""
        said, field, row = (each.geometry() for each in (self.subtitle, finder, self.buttons))
        lacking = max(0, self.widest - field.width())
        left = min(lacking, max(0, said.width() - self.subtitle.minimumSizeHint().width()))
        right = min(lacking - left, max(0, row.width() - self.buttons.minimumSizeHint().width()))
        if left or right:
            self.subtitle.setGeometry(said.adjusted(0, 0, -left, 0))
            finder.setGeometry(field.adjusted(-left, 0, right, 0))
            self.buttons.setGeometry(row.adjusted(right, 0, 0, 0))


class FoldingButtons(QWidget):
    """A row of buttons; those that find no room, from the left, are behind ``more`` in the same order.

    Owners show, hide, enable and rename their buttons as everywhere: a hidden one takes no room and is in no menu.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.more = icon_button("more", self.tr("更多"), kind="secondary")
        self.more.setParent(self)
        self.more.hide()
        self.more.clicked.connect(self.open_menu)
        self.places: list[_Place] = []

    def add(self, *buttons: Button) -> None:
        """At the right of those there are, the primary one last."""
        self.places += [_Place(button, self) for button in buttons]
        self.arrange()

    @property
    def _wanted(self) -> list[_Place]:
        return [place for place in self.places if not place.button.isHidden()]

    @property
    def folded(self) -> list[Button]:
        """What stands in the menu now."""
        return [place.button for place in self._wanted if place.isHidden()]

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        return QSize(self._width(self._wanted), current().px(32))

    def minimumSizeHint(self) -> QSize:
        """The last one, and the way to the others."""
        wanted = self._wanted
        return QSize(self._width(wanted[-1:], folded=len(wanted) > 1), current().px(32))

    def _width(self, places: list[_Place], *, folded: bool = False) -> int:
        widths = [place.button.sizeHint().width() for place in places]
        widths += [self.more.sizeHint().width()] if folded else []
        return sum(widths) + GAP * max(0, len(widths) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more of them, or fewer."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Fold as many from the left as must be, and put the rest at the right."""
        wanted = self._wanted
        first = 0
        while first < len(wanted) - 1 and self._width(wanted[first:], folded=first > 0) > self.width():
            first += 1
        self.more.setVisible(first > 0)
        for place in self.places:
            place.setVisible(place in wanted[first:])
        self._put([self.more, *wanted[first:]] if first else wanted)

    def _put(self, row: Sequence[QWidget]) -> None:
        height, right = current().px(32), self.width()
        for each in reversed(row):
            width = each.sizeHint().width()
            each.setGeometry(right - width, (self.height() - height) // 2, width, height)
            right -= width + GAP

    def open_menu(self) -> QMenu:
        """What is folded away, with the keys; what cannot be done now is grey."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self.folded:
            action = menu.addAction(f"{button.text() or button.accessibleName()}\t{button.key}")
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))
        return menu


class _Place(QWidget):
    """Where a button stands: the owner hides the button, folding hides its place."""

    def __init__(self, button: Button, row: FoldingButtons) -> None:
        super().__init__(row)
        self.button, self.row = button, row
        self.inside = QHBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.addWidget(button)

    def event(self, event: QEvent) -> bool:
        """The button was shown, hidden or renamed: the whole row has another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.inside.activate()  # a hidden place would not do so, and tell of no other change
            self.row.arrange()
            self.row.updateGeometry()
        return super().event(event)
