"""One half of a table with frozen columns: no grid, one current row, ticks instead of a selection."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from ui.common.table.columns import Paint
from ui.common.table.delegate import CellDelegate
from ui.common.table.header import HeaderView
from ui.common.table.model import TableModel
from ui.theme import ROW_HEIGHTS, current


class HalfView(QTableView):
    """One half. ``pressed_at`` carries (place, modifiers); ``keyed`` is asked about each key first."""

    pressed_at = Signal(int, object)
    hovered = Signal(int)

    def __init__(self, delegate: CellDelegate, table: QWidget) -> None:
        super().__init__(table)
        self.keyed: Callable[[QKeyEvent], bool] = lambda _event: False
        self.cells = delegate
        self.overscroll = 0
        self.row_height = "standard"
        self.head = HeaderView(self)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.set_row_height("standard")

    def set_row_height(self, name: str) -> None:
        """``compact``, ``standard`` or ``loose`` rows, grown with the font."""
        self.row_height = name
        height = current().px(ROW_HEIGHTS[name])
        rows = self.verticalHeader()
        if (rows.minimumSectionSize(), rows.defaultSectionSize()) != (height, height):
            rows.setMinimumSectionSize(height)
            rows.setDefaultSectionSize(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows reach as far as the head does, also where their columns end earlier."""
        super().paintEvent(event)
        view = self.viewport().rect()
        end = self.head.length() - self.head.offset()
        if end >= view.width():
            return
        model: TableModel = self.model()  # type: ignore[assignment]
        painter = QPainter(self.viewport())
        last = self.rowAt(view.bottom())
        for place in range(max(0, self.rowAt(0)), (last if last >= 0 else model.count() - 1) + 1):
            top, high = self.rowViewportPosition(place), self.rowHeight(place)
            self.cells.ground(painter, model, QRect(end, top, view.width() - end, high), place)
        painter.end()

    def updateGeometries(self) -> None:
        """Room below the last row for what floats above it."""
        super().updateGeometries()
        if self.overscroll:
            bar = self.verticalScrollBar()
            bar.setMaximum(bar.maximum() + self.overscroll)

    def changeEvent(self, event: QEvent) -> None:
        """Another font size, other rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.set_row_height(self.row_height)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; finding has its own field."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the row current; modifiers and the tick box tick."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            if event.button() == Qt.MouseButton.LeftButton and self._on_tick(index):
                self.pressed_at.emit(index.row(), Qt.KeyboardModifier.ControlModifier)
                return
            if event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
                self.pressed_at.emit(index.row(), event.modifiers())
                return
        super().mousePressEvent(event)
        if index.isValid():
            self.pressed_at.emit(index.row(), Qt.KeyboardModifier.NoModifier)

    def _on_tick(self, index: QModelIndex) -> bool:
        model: TableModel = self.model()  # type: ignore[assignment]
        return model.columns[index.column()].paint is Paint.TICK

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is lit. Dragging does not move the current row."""
        self.hovered.emit(self.rowAt(int(event.position().y())))
        if event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """And goes out."""
        super().leaveEvent(event)
        self.hovered.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The table's own keys first, unless they end the typing in a cell."""
        if self.state() == QAbstractItemView.State.EditingState or not self.keyed(event):
            super().keyPressEvent(event)

    def commitData(self, editor: QWidget) -> None:
        """Both halves hear of an editor, since they share their delegate; only its own half acts."""
        if editor.parent() is self.viewport():
            super().commitData(editor)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The same when it is left."""
        if editor.parent() is self.viewport():
            super().closeEditor(editor, hint)

    def repaint_row(self, place: int) -> None:
        """Draw one row again."""
        if 0 <= place < self.model().rowCount():
            top = self.rowViewportPosition(place)
            self.viewport().update(QRect(0, top, self.viewport().width(), self.rowHeight(place)))

    def go_to(self, place: int, column: int) -> None:
        """Make a row current."""
        index = self.model().index(place, column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
