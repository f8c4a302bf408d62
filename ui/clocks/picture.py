"""The time line of a clock as a picture: start, events with their proof, obstacles, last days, today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.common.painted import CENTRE, LEFT, Painted
from ui.common.painting import box
from ui.theme import Theme

MARK_WIDTH, MARK_HEIGHT, LANES = 30, 18, 2
TOP, AXIS, FIRST_SPAN, SPAN_STEP = 16, 62, 84, 34
MARGIN = 8
TONES = {"strong": "ok", "weak": "warn", "none": "bad", "": "text3"}


@dataclass(frozen=True)
class Mark:
    """An event on its day by its code; ``grade`` is that of its proof, empty where it moves nothing."""

    on: date
    code: str
    grade: str = ""


@dataclass(frozen=True)
class Span:
    """A bar from its base to its last day with words above; ``hatched`` for an obstacle."""

    words: str
    start: date
    end: date
    tone: str = "accent"
    hatched: bool = False


class ClockPicture(Painted):
    """Draws marks and spans on one axis of days; what it shows is said in words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.spans: tuple[Span, ...] = ()
        self.marks: tuple[Mark, ...] = ()
        self.today = date.min
        self.today_words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_clock(self, spans: Iterable[Span], marks: Iterable[Mark], today: date, today_words: str) -> None:
        """Show other bars and events."""
        self.spans, self.today, self.today_words = tuple(spans), today, today_words
        self.marks = tuple(sorted(marks, key=lambda mark: mark.on))
        told = [f"{span.words} {span.start} – {span.end}" for span in self.spans]
        self.setAccessibleName("; ".join([*told, *(f"{mark.code} {mark.on}" for mark in self.marks)]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room; a line for each bar."""
        high = FIRST_SPAN + SPAN_STEP * max(1, len(self.spans))
        return QSize(320, self.theme.px(high))

    def _days(self) -> tuple[int, int]:
        """First and last day of the axis, with some air."""
        days = [self.today, *(mark.on for mark in self.marks)]
        days += [day for span in self.spans for day in (span.start, span.end)]
        first, last = min(days).toordinal(), max(days).toordinal()
        air = max(30, (last - first) // 24)
        return first - air, last + air

    def place(self, day: date, width: float) -> float:
        """Where a day lies, in pixels from the left."""
        first, last = self._days()
        return MARGIN + (day.toordinal() - first) / (last - first) * (width - 2 * MARGIN)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Axis and years, bars, events, today."""
        if not self.spans:
            return
        self._draw_axis(painter, rect, theme)
        for number, span in enumerate(self.spans):
            self._draw_span(painter, rect, theme, number, span)
        self._draw_today(painter, rect, theme)
        self._draw_marks(painter, rect, theme)

    def _draw_axis(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        level = theme.px(AXIS)
        painter.setPen(QPen(theme["line2"], 1))
        painter.drawLine(QPointF(MARGIN, level), QPointF(rect.width() - MARGIN, level))
        painter.setFont(theme.font(12))
        painter.setPen(theme["text2"])
        first, last = (date.fromordinal(day) for day in self._days())
        free_from = 0.0
        for year in range(first.year + 1, last.year + 1):
            left = self.place(date(year, 1, 1), rect.width())
            painter.drawLine(QPointF(left, level - 3), QPointF(left, level + 3))
            width = theme.metric(12).horizontalAdvance(str(year))
            if left - width / 2 >= free_from and left + width / 2 <= rect.width():
                painter.drawText(
                    QRectF(left - width / 2, level + 3, width + 2, theme.px(16)), LEFT, str(year)
                )
                free_from = left + width / 2 + 8

    def _draw_span(self, painter: QPainter, rect: QRectF, theme: Theme, number: int, span: Span) -> None:
        top = theme.px(FIRST_SPAN + SPAN_STEP * number)
        painter.setFont(theme.font(12))
        painter.setPen(theme[span.tone] if span.tone in ("bad", "warn") else theme["text2"])
        words = theme.metric(12).elidedText(
            span.words, Qt.TextElideMode.ElideRight, round(rect.width() - 2 * MARGIN)
        )
        painter.drawText(QRectF(MARGIN, top, rect.width() - 2 * MARGIN, theme.px(16)), LEFT, words)
        left, right = (self.place(day, rect.width()) for day in (span.start, span.end))
        bar = QRectF(left, top + theme.px(18), max(3.0, right - left), theme.px(8))
        if span.hatched:
            box(painter, bar, theme["sunken"], theme[span.tone], 3)
        else:
            box(painter, bar, theme[f"{span.tone}_tint"], theme[span.tone], 3)
            painter.fillRect(QRectF(bar.right() - 3, bar.y() - 2, 3, bar.height() + 4), theme[span.tone])

    def _draw_today(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        left = self.place(self.today, rect.width())
        painter.setPen(QPen(theme["text"], 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left, theme.px(TOP)), QPointF(left, rect.height()))
        painter.setFont(theme.font(12, True))
        painter.setPen(theme["text"])
        width = theme.metric(12, True).horizontalAdvance(self.today_words) + 4
        start = min(max(0.0, left - width / 2), rect.width() - width)
        painter.drawText(QRectF(start, 0, width, theme.px(15)), CENTRE, self.today_words)

    def _draw_marks(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        level = theme.px(AXIS)
        for mark, lane in zip(self.marks, self._lanes(rect.width()), strict=True):
            middle = self.place(mark.on, rect.width())
            top = level - theme.px(8 + MARK_HEIGHT + lane * (MARK_HEIGHT + 2))
            colour = theme[TONES[mark.grade]]
            painter.setPen(QPen(colour, 1))
            painter.drawLine(QPointF(middle, top + theme.px(MARK_HEIGHT)), QPointF(middle, level))
            spot = QRectF(middle - MARK_WIDTH / 2, top, MARK_WIDTH, theme.px(MARK_HEIGHT))
            self._draw_mark(painter, theme, spot, mark, colour)

    def _draw_mark(self, painter: QPainter, theme: Theme, spot: QRectF, mark: Mark, colour: QColor) -> None:
        """Filled where the proof is strong, outlined where it is fair, dashed where it is lacking."""
        painter.setBrush(colour if mark.grade == "strong" else theme["surface"])
        dashed = mark.grade in ("none", "")
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(spot.adjusted(1, 1, -1, -1), 8, 8)
        painter.setFont(theme.font(11, True))
        painter.setPen(theme["surface"] if mark.grade == "strong" else colour)
        painter.drawText(spot, CENTRE, mark.code)

    def _lanes(self, width: float) -> Sequence[int]:
        """Which row each mark stands in, so that neighbours do not cover one another."""
        taken = [-1e9] * LANES
        lanes = []
        for mark in self.marks:
            left = self.place(mark.on, width)
            lane = next((row for row in range(LANES) if left - taken[row] >= MARK_WIDTH), None)
            lane = taken.index(min(taken)) if lane is None else lane
            taken[lane] = left
            lanes.append(lane)
        return lanes
