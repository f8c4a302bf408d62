"""The head of a table: titles, the sorted column's arrow, the filtered ones' funnel, the tick for all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.common import icons, painting
from ui.common.painted import LEFT, RIGHT
from ui.common.table.columns import Paint
from ui.common.table.delegate import PADDING
from ui.common.table.model import TableModel
from ui.theme import Theme, current

_FUNNEL = 20


class HeaderView(QHeaderView):
    """``sort_wanted`` and ``filter_wanted`` carry the column's number, ``tick_wanted`` nothing."""

    sort_wanted = Signal(int)
    filter_wanted = Signal(int)
    tick_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(34)
        self.setDefaultAlignment(LEFT)
        self.setMouseTracking(True)
        self.hovered = -1
        self.tick_state: bool | None = False
        self._pressed_at: QPoint | None = None

    def sizeHint(self) -> QSize:
        """34 px high; Qt's own would measure every title, and is asked with each change of the look."""
        return QSize(self.length(), current().px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The head goes on where its columns end earlier."""
        super().paintEvent(event)
        end, view = self.length() - self.offset(), self.viewport().rect()
        if end < view.width():
            painter = QPainter(self.viewport())
            painter.fillRect(view.adjusted(end, 0, 0, 0), current()["head"])
            painter.fillRect(QRect(end, view.bottom(), view.width() - end, 1), current()["line"])
            painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """One title with its signs."""
        theme = current()
        model: TableModel = self.model()  # type: ignore[assignment]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(rect, theme["head"])
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme["line"])
        column = model.columns[logical]
        if column.paint is Paint.TICK:
            painting.tick_box(painter, theme, QRectF(rect), self.tick_state)
        else:
            self._title(painter, theme, rect, logical, model)
        painter.restore()

    def _title(self, painter: QPainter, theme: Theme, rect: QRect, logical: int, model: TableModel) -> None:
        column, order = model.columns[logical], model.order
        sorted_here, filtered = order.key == column.key, column.key in order.filters
        inner = rect.adjusted(PADDING, 0, -PADDING, -1)
        funnel = filtered or (self.hovered == logical and column.filterable)
        if funnel:
            icons.paint(
                painter, "filter", theme["accent" if filtered else "text3"], QRectF(self._funnel(rect)), 13
            )
        room = inner.width() - (14 if sorted_here else 0) - (_FUNNEL - PADDING + 2 if funnel else 0)
        metric = theme.metric(12, sorted_here)
        words = metric.elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        advance = metric.horizontalAdvance(words)
        if column.at_right:
            inner.setRight(
                inner.right() - (_FUNNEL - PADDING + 2 if funnel else 0) - (14 if sorted_here else 0)
            )
        painter.setFont(theme.font(12, sorted_here))
        painter.setPen(theme["text" if sorted_here else "text2"])
        painter.drawText(inner, RIGHT if column.at_right else LEFT, words)
        if sorted_here:
            left = inner.right() + 2 if column.at_right else inner.x() + advance + 2
            name = "sort-down" if order.descending else "sort-up"
            icons.paint(painter, name, theme["accent"], QRectF(left, rect.y(), 12, rect.height()), 12)

    def _funnel(self, rect: QRect) -> QRect:
        return QRect(rect.right() - _FUNNEL, rect.y(), _FUNNEL - 2, rect.height())

    def _section(self, logical: int) -> QRect:
        return QRect(self.sectionViewportPosition(logical), 0, self.sectionSize(logical), self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The funnel appears under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """And goes."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, logical: int) -> None:
        if logical != self.hovered:
            self.hovered = logical
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a drag."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the funnel filters, elsewhere sorts; a drag does neither."""
        where = event.position().toPoint()
        super().mouseReleaseEvent(event)
        moved = self._pressed_at is None or (where - self._pressed_at).manhattanLength() > 4
        resizing = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        if event.button() == Qt.MouseButton.LeftButton and not moved and not resizing:
            self.click(self.logicalIndexAt(where), where)

    def click(self, logical: int, where: QPoint) -> None:
        """What a click there means."""
        model: TableModel = self.model()  # type: ignore[assignment]
        if logical < 0:
            return
        column = model.columns[logical]
        if column.paint is Paint.TICK:
            self.tick_wanted.emit()
        elif column.filterable and self._funnel(self._section(logical)).contains(where):
            self.filter_wanted.emit(logical)
        else:
            self.sort_wanted.emit(logical)
