"""A form of the post to scale: the sheet with its rulers, what must stay blank, and each field where it falls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from models.rules.post_forms import STEP_MM, Drawn, Form, Place, place_faults
from ui.common.painted import CENTRE, LEFT
from ui.common.painting import focus_ring, shows_focus
from ui.theme import Theme, current, made

_RULER, _MARGIN = 22, 14
_FAR = 5.0
"""Millimetres that Shift and an arrow move a field."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SheetPicture(QWidget):
    """``show_form`` draws a form. Paper is white in every theme.

    ``picked`` carries the number of a field, ``moved`` (number, x, y) in mm, in steps of half a mm: dragged, or pushed
    by the arrow keys, with Shift ten steps at once.
    """

    picked = Signal(int)
    moved = Signal(int, float, float)

    def __init__(self, named: Callable[[str], str]) -> None:
        super().__init__()
        self.named = named
        self.form: Form | None = None
        self.current = -1
        self.faulty: frozenset[int] = frozenset()
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("版面"))

    def sizeHint(self) -> QSize:
        """As much as there is; this at least."""
        return QSize(420, 360)

    def show_form(self, form: Form, current_field: int) -> None:
        """Draw this form, one of its fields being the current one; -1: none."""
        self.form, self.current = form, current_field
        self.faulty = frozenset(at for at, place in enumerate(form.places) if any(place_faults(form, place)))
        place = form.places[current_field] if 0 <= current_field < len(form.places) else None
        self.setAccessibleDescription(
            f"{self.named(place.what)} {place.x:g}, {place.y:g} mm" if place else ""
        )
        self.update()

    # --- where things are ------------------------------------------------------------------------------

    @property
    def scale(self) -> float:
        """Pixels a millimetre."""
        if self.form is None:
            return 1.0
        edge = current().px(_RULER) + 2 * _MARGIN
        return max(
            0.5, min((self.width() - edge) / self.form.width, (self.height() - edge) / self.form.height)
        )

    def sheet(self) -> QRectF:
        """Where the sheet is drawn."""
        assert self.form is not None  # noqa: S101 (asked only while a form is shown)
        wide, high = self.form.width * self.scale, self.form.height * self.scale
        ruler = current().px(_RULER)
        return QRectF(
            ruler + (self.width() - ruler - wide) / 2, ruler + (self.height() - ruler - high) / 2, wide, high
        )

    def rect_of(self, place: Place) -> QRectF:
        """Where a field is drawn."""
        return self._placed(place.left, place.y, place.width, place.deep)

    def _placed(self, x: float, y: float, width: float, height: float) -> QRectF:
        sheet, scale = self.sheet(), self.scale
        return QRectF(sheet.x() + x * scale, sheet.y() + y * scale, width * scale, height * scale)

    # --- the mouse and the keys -----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the smallest field under the pointer."""
        hit = [
            (rect.width() * rect.height(), at)
            for at, place in enumerate(self.form.places if self.form else ())
            if (rect := self.rect_of(place)).adjusted(-2, -2, 2, 2).contains(event.position())
        ]
        if hit and self.form:
            at = min(hit)[1]
            corner = self.rect_of(self.form.places[at]).topLeft()
            self._held = event.position() - corner
            self.picked.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the current field."""
        if self._held is None or self.form is None or not 0 <= self.current < len(self.form.places):
            return
        place, spot = self.form.places[self.current], event.position() - self._held - self.sheet().topLeft()
        x, y = _stepped(spot.x() / self.scale + place.x - place.left), _stepped(spot.y() / self.scale)
        if (x, y) != (place.x, place.y):
            self.moved.emit(self.current, x, y)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let it go."""
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows push the current field."""
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is None or self.form is None or not 0 <= self.current < len(self.form.places):
            super().keyPressEvent(event)
            return
        far = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP_MM
        place = self.form.places[self.current]
        self.moved.emit(self.current, _stepped(place.x + way[0] * far), _stepped(place.y + way[1] * far))

    # --- drawing ------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rulers, sheet, zones, what is printed on it, fields."""
        if self.form is None:
            return
        painter, here, paper = QPainter(self), current(), made("light")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), here["sunken"])
        self._draw_rulers(painter, here)
        painter.setPen(QPen(here["line2"], 1))
        painter.setBrush(paper["surface"])
        painter.drawRect(self.sheet())
        painter.setClipRect(self.sheet())
        self._draw_zones(painter, paper)
        for drawn in self.form.drawn:
            self._draw_own(painter, drawn, paper["text3"])
        painter.setClipping(False)
        for at, place in enumerate(self.form.places):
            self._draw_field(painter, at, place, paper)
        if shows_focus(self):
            focus_ring(painter, QRectF(self.rect()), here["accent"], 0)
        painter.end()

    def _draw_rulers(self, painter: QPainter, theme: Theme) -> None:
        """A tick every 5 mm, a number where there is room for it."""
        sheet, scale, form = self.sheet(), self.scale, self.form
        assert form is not None  # noqa: S101
        every = 10 if scale * 10 >= theme.px(26) else 50
        painter.setPen(QPen(theme["text3"], 1))
        painter.setFont(theme.font(11))
        for mm in range(0, int(max(form.width, form.height)) + 1, 5):
            deep = 6 if mm % 10 == 0 else 3
            if mm <= form.width:
                x = sheet.x() + mm * scale
                painter.drawLine(QPointF(x, sheet.y() - 2), QPointF(x, sheet.y() - 2 - deep))
                if mm % every == 0:
                    painter.drawText(QRectF(x - 20, sheet.y() - 22, 40, 14), CENTRE, str(mm))
            if mm <= form.height:
                y = sheet.y() + mm * scale
                painter.drawLine(QPointF(sheet.x() - 2, y), QPointF(sheet.x() - 2 - deep, y))
                if mm % every == 0 and mm:
                    painter.drawText(QRectF(sheet.x() - 34, y - 8, 24, 16), CENTRE, str(mm))

    def _draw_zones(self, painter: QPainter, theme: Theme) -> None:
        """Hatched, and named: readable without its colour."""
        for zone in self.form.zones if self.form else ():
            rect = self._placed(zone.x, zone.y, zone.width, zone.height)
            painter.fillRect(rect, theme["bad_tint"])
            painter.setBrush(QBrush(theme["line2"], Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(theme["bad"], 1, Qt.PenStyle.DashLine))
            painter.drawRect(rect)
            words = self.tr("不得印字")
            if zone.allows:
                allowed = "、".join(self.named(what) for what in zone.allows)
                words = self.tr("只印：%1").replace("%1", allowed)
            painter.setFont(theme.font(11))
            painter.setPen(theme["bad"])
            if theme.metric(11).horizontalAdvance(words) + 6 <= rect.width():
                painter.drawText(rect.adjusted(4, 2, -2, -2), Qt.AlignmentFlag.AlignBottom, words)

    def _draw_own(self, painter: QPainter, drawn: Drawn, colour: QColor) -> None:
        """A line, a box or words that the form itself prints."""
        rect = self._placed(drawn.x, drawn.y, drawn.width, drawn.height)
        painter.setPen(QPen(colour, max(1.0, drawn.weight)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if drawn.kind == "rule":
            painter.drawLine(rect.topLeft(), QPointF(rect.right(), rect.top()))
        elif drawn.kind == "upright":
            painter.drawLine(rect.topLeft(), QPointF(rect.left(), rect.bottom()))
        elif drawn.kind == "box":
            painter.drawRect(rect)
        else:
            painter.setFont(self._type(drawn.size))
            painter.drawText(QPointF(rect.x(), rect.y() + drawn.size * self.scale * _MM_PER_PT), drawn.text)

    def _draw_field(self, painter: QPainter, at: int, place: Place, theme: Theme) -> None:
        rect, chosen, wrong = self.rect_of(place), at == self.current, at in self.faulty
        tone = theme["bad" if wrong else "accent"]
        ground = QColor(theme["bad_tint" if wrong else "accent_tint"])
        ground.setAlpha(235 if chosen else 150)
        painter.setPen(
            QPen(tone, 2 if chosen else 1, Qt.PenStyle.DashLine if wrong else Qt.PenStyle.SolidLine)
        )
        painter.setBrush(ground)
        painter.drawRect(rect)
        for box in range(1, round(place.width / place.step) if place.step else 0):
            x = rect.x() + box * place.step * self.scale
            painter.drawLine(QPointF(x, rect.y()), QPointF(x, rect.bottom()))
        font = self._type(place.size)
        painter.setFont(font)
        painter.setPen(theme["text"])
        painter.drawText(rect.adjusted(2, 0, -1, 0), LEFT, self.named(place.what))

    def _type(self, points: float) -> QFont:
        """The window's face as large as it will be on paper, beside the sheet as drawn; never under 6 px."""
        font = QFont(current().font())
        font.setPixelSize(max(6, round(points * _MM_PER_PT * self.scale)))
        return font


_MM_PER_PT = 25.4 / 72


def _stepped(mm: float) -> float:
    return round(mm / STEP_MM) * STEP_MM
