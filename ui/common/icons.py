"""The stroke icons of resources/icons, tinted and sharp on every screen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme import RESOURCES

_pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}


@cache
def _source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")


def pixmap(name: str, colour: QColor, size: int = 16, dpr: float = 1.0) -> QPixmap:
    """The icon ``name`` in ``colour``, ``size`` logical pixels wide. Kept: tables ask again and again."""
    key = (name, colour.rgba(), size, dpr)
    found = _pixmaps.get(key)
    if found is None:
        found = _pixmaps[key] = _drawn(name, colour, size, dpr)
    return found


def _drawn(name: str, colour: QColor, size: int, dpr: float) -> QPixmap:
    svg = _source(name).replace("currentColor", colour.name())
    picture = QPixmap(round(size * dpr), round(size * dpr))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(dpr)
    return picture


def paint(painter: QPainter, name: str, colour: QColor, rect: QRectF, size: int = 16) -> None:
    """Draw the icon in the middle of ``rect``."""
    dpr = painter.device().devicePixelRatioF()
    left = round(rect.x() + (rect.width() - size) / 2)
    top = round(rect.y() + (rect.height() - size) / 2)
    painter.drawPixmap(left, top, pixmap(name, colour, size, dpr))


def icon(name: str, colour: QColor, size: int = 16) -> QIcon:
    """The same as a QIcon, for menus and line edits."""
    made = QIcon(pixmap(name, colour, size, 1.0))
    made.addPixmap(pixmap(name, colour, size, 2.0))
    return made
