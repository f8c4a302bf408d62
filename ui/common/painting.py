"""What several painted widgets and the table share: boxes, keycaps, step glyphs, pills, evidence boxes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.common import icons
from ui.theme import Theme

PILL_HEIGHT = 22
GLYPH_WIDTH = 19
_STEPS = 5


def box(
    painter: QPainter, rect: QRectF, fill: QColor | None, edge: QColor | None = None, radius: float = 6
) -> None:
    """A rounded rectangle with a crisp one-pixel edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(edge, 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5) if edge else rect, radius, radius)


def shows_focus(widget: QWidget) -> bool:
    """Whether to draw the ring: it has the focus, and the keyboard brought it there."""
    return widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def focus_ring(painter: QPainter, rect: QRectF, colour: QColor, radius: float = 6) -> None:
    """Two pixels of accent just inside ``rect``: where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def keycap_width(theme: Theme, key: str) -> int:
    """How wide the cap of ``key`` is drawn."""
    return max(theme.px(18), theme.metric(11).horizontalAdvance(key) + 10)


def keycap(painter: QPainter, theme: Theme, rect: QRectF, key: str, colour: QColor, edge: QColor) -> None:
    """The cap of a key, centred in ``rect``."""
    width, height = keycap_width(theme, key), theme.px(18)
    cap = QRectF(rect.x(), rect.y() + round((rect.height() - height) / 2), width, height)
    box(painter, cap, None, edge, 4)
    painter.setFont(theme.font(11))
    painter.setPen(colour)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


def step_glyph(
    painter: QPainter, rect: QRectF, step: int, colour: QColor, rest: QColor | None = None
) -> None:
    """Five rising bars, ``step`` of them filled: how far the dunning has come, readable without colour."""
    faint = rest or QColor(colour.red(), colour.green(), colour.blue(), 64)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    bottom = round(rect.y() + (rect.height() + 9) / 2)
    for bar in range(_STEPS):
        height = 3 + round(bar * 1.5)
        painter.fillRect(
            round(rect.x()) + bar * 4, bottom - height, 3, height, colour if bar < step else faint
        )


def pill_width(theme: Theme, words: str) -> int:
    """How wide the pill with ``words`` is drawn."""
    return theme.metric(12).horizontalAdvance(words) + GLYPH_WIDTH + 22


def pill(painter: QPainter, theme: Theme, rect: QRectF, step: int, words: str) -> None:
    """The aging pill at the left of ``rect``: ground, step glyph and words of the band."""
    band = theme.bands[step]
    height = theme.px(PILL_HEIGHT)
    width = min(pill_width(theme, words), rect.width())
    ground = QRectF(rect.x(), rect.y() + round((rect.height() - height) / 2), width, height)
    box(painter, ground, band.pill, None, 4)
    step_glyph(painter, ground.adjusted(8, 0, 0, 0), step, band.text)
    painter.setFont(theme.font(12))
    painter.setPen(band.text)
    painter.drawText(
        ground.adjusted(GLYPH_WIDTH + 13, 0, -2, 0),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        words,
    )


def evidence_boxes(painter: QPainter, theme: Theme, rect: QRectF, present: Sequence[bool]) -> None:
    """One small box a slot, filled where the piece is there."""
    top = round(rect.y() + (rect.height() - 8) / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for place, there in enumerate(present):
        spot = QRectF(rect.x() + place * 9, top, 7, 8)
        box(painter, spot, theme["text2"] if there else None, None if there else theme["field"], 1.5)


def tick_box(painter: QPainter, theme: Theme, rect: QRectF, state: bool | None) -> None:
    """A tick box centred in ``rect``: on, off, or None for some."""
    side = theme.px(16)
    left = rect.x() + round((rect.width() - side) / 2)
    spot = QRectF(left, rect.y() + round((rect.height() - side) / 2), side, side)
    if state is False:
        box(painter, spot, theme["surface"], theme["field"], 4)
        return
    box(painter, spot, theme["fill"], None, 4)
    painter.setPen(
        QPen(theme["on_fill"], 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    marks = ((0.28, 0.5), (0.72, 0.5)) if state is None else ((0.27, 0.52), (0.44, 0.69), (0.75, 0.34))
    painter.drawPolyline(QPolygonF([QPointF(spot.x() + x * side, spot.y() + y * side) for x, y in marks]))


def round_icon(painter: QPainter, theme: Theme, rect: QRectF, name: str, tone: str) -> None:
    """An icon on a tinted disc of 24 px: the mark of a timeline entry."""
    tinted = tone in ("ok", "warn", "bad", "info", "accent")
    ground = theme[f"{tone}_tint"] if tinted else theme["sunken"]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(rect)
    icons.paint(painter, name, theme[tone if tinted else "text2"], rect, 14)
