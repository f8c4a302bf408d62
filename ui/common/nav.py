"""The entries of the sidebar and the head of a wizard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.common import icons
from ui.common.painted import CENTRE, LEFT, RIGHT, Painted
from ui.common.painting import box, focus_ring, shows_focus
from ui.common.text import tip
from ui.theme import Theme, current


class NavItem(QAbstractButton):
    """One line of the sidebar: icon, words, and at the right a count, a badge or a key.

    ``icon`` empty makes a saved view. ``badge`` shows the count on the fill colour. ``set_collapsed`` leaves
    the icon alone, with the words as tool tip.
    """

    def __init__(self, words: str, icon: str = "", trailing: str = "", *, badge: bool = False) -> None:
        super().__init__()
        self.picture, self.trailing, self.badge, self.collapsed = icon, trailing, badge, False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_trailing(self, words: str) -> None:
        """Show another count."""
        self.trailing = words
        self.update()

    def set_collapsed(self, collapsed: bool) -> None:
        """Icon only, or everything."""
        self.collapsed = collapsed
        tip(self, self.text() if collapsed else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """32 px high with an icon, 30 without."""
        theme = current()
        return QSize(36 if self.collapsed else 120, theme.px(32 if self.picture else 30))

    def changeEvent(self, event: QEvent) -> None:
        """Another font size needs other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QEvent) -> None:
        """Chosen: raised, with a bar at its left."""
        painter, theme, rect = QPainter(self), current(), QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            box(painter, rect, theme["surface"], theme["line"])
            painter.fillRect(QRectF(0, 8, 3, rect.height() - 16), theme["accent"])
        elif self.underMouse():
            box(painter, rect, theme["line"])
        left = 12.0
        if self.picture:
            spot = rect if self.collapsed else QRectF(12, 0, 16, rect.height())
            icons.paint(painter, self.picture, theme["accent" if chosen else "text2"], spot)
            left = 38
        if not self.collapsed:
            self._words(painter, theme, rect, left, chosen)
        if shows_focus(self):
            focus_ring(painter, rect, theme["accent"])
        painter.end()

    def _words(self, painter: QPainter, theme: Theme, rect: QRectF, left: float, chosen: bool) -> None:
        room = rect.width() - left - 10 - self._trailing(painter, theme, rect)
        painter.setFont(theme.font(13, chosen))
        painter.setPen(theme["text" if self.picture else "text2"])
        words = theme.metric(13, chosen).elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(rect.adjusted(left, 0, 0, 0), LEFT, words)

    def _trailing(self, painter: QPainter, theme: Theme, rect: QRectF) -> float:
        """Draw what stands at the right; how wide it is."""
        if not self.trailing:
            return 0.0
        width = theme.metric(12, self.badge).horizontalAdvance(self.trailing)
        painter.setFont(theme.font(12, self.badge))
        if self.badge:
            height = theme.px(18)
            spot = QRectF(rect.right() - width - 20, (rect.height() - height) / 2, width + 14, height)
            box(painter, spot, theme["fill"], None, height / 2)
            painter.setPen(theme["on_fill"])
            painter.drawText(spot, CENTRE, self.trailing)
        else:
            painter.setPen(theme["text2"])
            painter.drawText(rect.adjusted(0, 0, -11, 0), RIGHT, self.trailing)
        return width + 16


class Stepper(Painted):
    """The steps of a wizard: done with a tick, the present one filled, those to come ringed."""

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self.steps, self.step = tuple(steps), 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.go(0)

    def go(self, step: int) -> None:
        """Show step ``step``, counted from 0."""
        self.step = step
        self.setAccessibleName(f"{step + 1}/{len(self.steps)} {self.steps[step]}")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the words."""
        theme = self.theme
        words = sum(theme.metric(13, True).horizontalAdvance(name) for name in self.steps)
        return QSize(words + len(self.steps) * (30 + 60), theme.px(24))

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Discs, words, lines between."""
        left = 0.0
        for place, name in enumerate(self.steps):
            disc = QRectF(left, (rect.height() - 22) / 2, 22, 22)
            self._disc(painter, theme, disc, place)
            bold = place == self.step
            advance = theme.metric(13, bold).horizontalAdvance(name)
            painter.setFont(theme.font(13, bold))
            painter.setPen(theme["text" if place <= self.step else "text2"])
            painter.drawText(QRectF(left + 30, 0, advance + 2, rect.height()), LEFT, name)
            left += 30 + advance + 12
            if place < len(self.steps) - 1:
                painter.fillRect(QRectF(left, round(rect.height() / 2), 36, 1), theme["line2"])
                left += 48

    def _disc(self, painter: QPainter, theme: Theme, disc: QRectF, place: int) -> None:
        painter.setFont(theme.font(12, True))
        if place < self.step:
            box(painter, disc, theme["accent_tint"], None, 11)
            icons.paint(painter, "check", theme["accent"], disc, 14)
            return
        if place == self.step:
            box(painter, disc, theme["fill"], None, 11)
            painter.setPen(theme["on_fill"])
        else:
            box(painter, disc, None, theme["field"], 11)
            painter.setPen(QPen(theme["text2"]))
        painter.drawText(disc, CENTRE, str(place + 1))
