"""How late the last claims were paid: a bar each, and the same as a small line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from models.queries.behaviour import PaidClaim
from ui.common.formats import Formats
from ui.common.painted import CENTRE, Painted
from ui.common.text import tip
from ui.debtors.columns import step_of_days
from ui.theme import Theme

SHOWN, LINE_DAYS = 12, 30
"""So many claims are drawn; the dashed line stands where a written demand is due."""
_WIDEST, _LEAST_TOP = 72, 40
"""The widest bar in pixels; the days that fill the height where nothing was later."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class LateBars(Painted):
    """A bar for each of the last claims paid, in the colour of its age, with its days and its month."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.paid: Sequence[PaidClaim] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_paid(self, paid: Sequence[PaidClaim]) -> None:
        """The newest at the right."""
        self.paid = tuple(paid[-SHOWN:])
        told = [
            f"{each.number or each.claim} {self.formats.day(each.settled_on)} {self.formats.days(each.days_late)}"
            for each in self.paid
        ]
        self.setAccessibleName(self.formats.listed(told))
        tip(self, "\n".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(360, self.theme.px(148))

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """The line, and before it the bars with their days."""
        if not self.paid:
            return
        ground = rect.adjusted(0, 20, 0, -22)
        top = max(_LEAST_TOP, *(each.days_late for each in self.paid))
        slot = min(rect.width() / len(self.paid), _WIDEST + 8)
        height = ground.bottom() - ground.height() * LINE_DAYS / top
        painter.setPen(QPen(theme["text2"], 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(ground.x(), height), QPointF(ground.right(), height))
        for place, each in enumerate(self.paid):
            spot = QRectF(ground.x() + place * slot, ground.y(), slot, ground.height())
            self._bar(painter, theme, spot, each, top, newest=each is self.paid[-1])
            if place == 0 or each.settled_on.month != self.paid[place - 1].settled_on.month:
                self._month(painter, theme, spot, each)

    def _bar(
        self, painter: QPainter, theme: Theme, spot: QRectF, each: PaidClaim, top: int, *, newest: bool
    ) -> None:
        height = max(2.0, spot.height() * each.days_late / top)
        bar = QRectF(spot.x() + 3, spot.bottom() - height, spot.width() - 6, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(bar, theme.bands[step_of_days(each.days_late)].chart)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        words = str(each.days_late)
        width = theme.metric(12, newest).horizontalAdvance(words) + 6
        ground = QRectF(spot.center().x() - width / 2, bar.y() - 19, width, 17)
        painter.fillRect(ground, theme["surface"])  # the dashed line must not cross the figure
        painter.setFont(theme.font(12, newest))
        painter.setPen(theme["text"])
        painter.drawText(ground, CENTRE, words)

    def _month(self, painter: QPainter, theme: Theme, spot: QRectF, each: PaidClaim) -> None:
        month = each.settled_on.month
        words = f"{month}月" if self.formats.chinese else _MONTHS[month - 1]
        painter.setFont(theme.font(12))
        painter.setPen(theme["text2"])
        painter.drawText(QRectF(spot.x() - 8, spot.bottom() + 4, spot.width() + 16, 18), CENTRE, words)


class Sparkline(Painted):
    """Days late as a line without axes; the newest is a dot."""

    def __init__(self) -> None:
        super().__init__()
        self.days: tuple[int, ...] = ()

    def show_days(self, days: Sequence[int]) -> None:
        """Other days, the newest last."""
        self.days = tuple(days[-SHOWN:])
        self.setVisible(len(self.days) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        """Small."""
        return QSize(84, 32)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """The line."""
        if len(self.days) < 2:
            return
        top, inner = max(1, *self.days), rect.adjusted(4, 5, -5, -5)
        step = inner.width() / (len(self.days) - 1)
        points = [
            QPointF(inner.x() + place * step, inner.bottom() - inner.height() * days / top)
            for place, days in enumerate(self.days)
        ]
        painter.setPen(QPen(theme["text2"], 1.4))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme["accent"])
        painter.drawEllipse(points[-1], 3, 3)
