"""The list itself: a view whose letters act on the current row, and whose circle and button can be clicked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from ui.today.lines import Head, Row
from ui.today.model import DayModel, Index
from ui.today.painter import DayPainter

Stroke = tuple[Qt.KeyboardModifier, Qt.Key]


class DayView(QListView):
    """``current_changed`` carries the open row or None; ``commands`` are the keys of whoever owns the list."""

    current_changed = Signal(object)
    ticked = Signal()
    acted = Signal()
    letters_wanted = Signal()

    def __init__(self, model: DayModel) -> None:
        super().__init__()
        self.lines = model
        self.painter = DayPainter(model.words, self)
        self.commands: dict[Stroke, Callable[[], object]] = {}
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        # A Chinese input method must not swallow the letters that act.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("今日清单"))

    @property
    def row(self) -> Row | None:
        """The open row the keyboard is on."""
        line = self.lines.line(self.currentIndex().row())
        return line if isinstance(line, Row) else None

    def go_to(self, place: int | None) -> None:
        """Make an open row current; None: none."""
        index = self.lines.index(place, 0) if place is not None else QModelIndex()
        self.setCurrentIndex(index)
        if place is not None and self.lines.open_from(place - 1, -1) is None:
            self.scrollToTop()

    def currentChanged(self, now: Index, before: Index) -> None:
        """Draw it as current and tell."""
        super().currentChanged(now, before)
        self.painter.current_place = now.row()
        self.viewport().update()
        self.current_changed.emit(self.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The owner's keys, then the arrows over open rows only."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = self.commands.get((held, Qt.Key(event.key())))
        if command is not None:
            command()
            return
        ways = {Qt.Key.Key_Down: (1, 1), Qt.Key.Key_Up: (-1, -1), Qt.Key.Key_PageDown: (12, 1),
                Qt.Key.Key_PageUp: (-12, -1)}  # fmt: skip
        ends = {Qt.Key.Key_Home: (0, 1), Qt.Key.Key_End: (self.lines.rowCount() - 1, -1)}
        place = self.currentIndex().row()
        if event.key() in ways:
            far, step = ways[Qt.Key(event.key())]
            self._step_to(place + far, step)
        elif event.key() in ends:
            self._step_to(*ends[Qt.Key(event.key())])
        elif not event.text() or held:
            super().keyPressEvent(event)

    def _step_to(self, place: int, step: int) -> None:
        place = min(max(place, 0), self.lines.rowCount() - 1)
        found = self.lines.open_from(place, step)
        if found is None:
            found = self.lines.open_from(place, -step)
        if found is not None:
            self.go_to(found)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The circle ticks, the button acts, the link of the letters' head writes them all."""
        index = self.indexAt(event.position().toPoint())
        line = self.lines.line(index.row())
        if event.button() != Qt.MouseButton.LeftButton or line is None:
            return
        if isinstance(line, Row):
            self.go_to(index.row())
            part = self.painter.part_at(self.visualRect(index), line.top, QPointF(event.position()))
            if part:
                (self.ticked if part == "circle" else self.acted).emit()
        elif (
            isinstance(line, Head) and line.name == "letter_due" and event.position().x() > self.width() * 0.6
        ):
            self.letters_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is lit."""
        place = self.indexAt(event.position().toPoint()).row()
        if place != self.painter.hover_place:
            self.painter.hover_place = place
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """And goes out."""
        super().leaveEvent(event)
        self.painter.hover_place = -1
        self.viewport().update()
