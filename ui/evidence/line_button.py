"""A line that can be pressed: a sign, a name and what is said of it, cut where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.common import icons
from ui.common.painted import LEFT
from ui.common.painting import box, focus_ring, round_icon, shows_focus
from ui.theme import Theme, current


class LineButton(QAbstractButton):
    """Two lines of words behind a sign, and an icon at the right. Enter and Space press it.

    ``sign`` is an icon; ``tone`` tints its disc, ``dashed`` draws an empty place instead. ``struck`` crosses
    the name out.
    """

    def __init__(self, sign: str, tone: str = "text2") -> None:
        super().__init__()
        self.sign, self.tone, self.trailing = sign, tone, ""
        self.body, self.body_tone = "", "text2"
        self.bold = self.dashed = self.struck = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, title: str, body: str, body_tone: str = "text2") -> None:
        """What it says."""
        self.setText(title)
        self.body, self.body_tone = body, body_tone
        self.setAccessibleName(f"{title}. {body}")
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(120, current().px(48))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow: words are cut."""
        return QSize(80, current().px(48))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QEvent) -> None:
        """Ground, sign, words."""
        painter, theme, rect = QPainter(self), current(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            box(painter, rect.adjusted(2, 2, -2, -2), theme["hover"], None, 6)
        disc = QRectF(14, (rect.height() - 24) / 2, 24, 24)
        if self.dashed:
            self._empty_place(painter, theme, disc)
        else:
            round_icon(painter, theme, disc, self.sign, self.tone)
        room = rect.width() - 50 - (40 if self.trailing else 12)
        self._words(painter, theme, rect, int(room))
        if self.trailing:
            spot = QRectF(rect.right() - 34, rect.y(), 20, rect.height())
            icons.paint(painter, self.trailing, theme["text2"], spot)
        if shows_focus(self):
            focus_ring(painter, rect, theme["accent"], 8)
        painter.end()

    def _empty_place(self, painter: QPainter, theme: Theme, disc: QRectF) -> None:
        pen = QPen(theme["warn"], 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(theme["warn_tint"])
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        icons.paint(painter, "plus", theme["warn"], disc, 14)

    def _words(self, painter: QPainter, theme: Theme, rect: QRectF, room: int) -> None:
        half = rect.height() / 2
        font = theme.font(13, self.bold)
        if self.struck:
            font = type(font)(font)
            font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(theme["text3" if self.struck else "text"])
        middle = Qt.TextElideMode.ElideMiddle
        title = theme.metric(13, self.bold).elidedText(self.text(), middle, room)
        painter.drawText(QRectF(50, rect.y() + 5, room + 2, half - 4), LEFT, title)
        painter.setFont(theme.font(12))
        painter.setPen(theme[self.body_tone])
        body = theme.metric(12).elidedText(self.body, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(50, rect.y() + half, room + 2, half - 5), LEFT, body)
