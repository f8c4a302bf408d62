"""Which columns a table shows, in which order and how wide; kept with the settings and with saved views."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.common.table.columns import Paint
from ui.common.table.model import TableModel
from ui.common.table.view import HalfView
from ui.theme import current


class Arrangement(QObject):
    """The columns of both halves: the first ``frozen`` stand in ``left``, the rest in ``right``."""

    resized = Signal()

    def __init__(
        self, parent: QObject, model: TableModel, left: HalfView, right: HalfView, frozen: int
    ) -> None:
        super().__init__(parent)
        self.model, self.left, self.right, self.frozen = model, left, right, frozen
        left.head.sectionResized.connect(self.fit_left)
        for half in (left, right):
            half.head.sectionMoved.connect(self._keep_frozen_first)

    def half(self, place: int) -> HalfView:
        """The half a column stands in."""
        return self.left if place < self.frozen else self.right

    def reset(self) -> None:
        """Widths, order and columns as they come."""
        for place, column in enumerate(self.model.columns):
            head = self.half(place).head
            head.moveSection(head.visualIndex(place), place)
            self.half(place).setColumnWidth(place, current().px(column.width))
            self.set_shown(place, not column.hidden)
        self.fit_left()

    def set_shown(self, place: int, shown: bool) -> None:
        """Show or hide a column in the half it belongs to."""
        self.left.setColumnHidden(place, not (shown and place < self.frozen))
        self.right.setColumnHidden(place, not (shown and place >= self.frozen))

    def is_shown(self, place: int) -> bool:
        """Whether a column is shown."""
        return not self.half(place).isColumnHidden(place)

    def shown_columns(self) -> list[int]:
        """Numbers of the columns shown, from left to right, without the ticks."""
        everything = range(len(self.model.columns))
        first = [self.left.head.logicalIndex(place) for place in everything]
        rest = [self.right.head.logicalIndex(place) for place in everything]
        places = [place for place in first if place < self.frozen]
        places += [place for place in rest if place >= self.frozen]
        return [
            place
            for place in places
            if self.is_shown(place) and self.model.columns[place].paint is not Paint.TICK
        ]

    def fit_left(self) -> None:
        """Make the left half as wide as its columns."""
        width = sum(self.left.columnWidth(place) for place in range(self.frozen) if self.is_shown(place))
        self.left.setFixedWidth(width)
        self.resized.emit()

    def _keep_frozen_first(self, logical: int, old: int, new: int) -> None:
        """A column stays in its half, and the ticks stay first."""
        ticks = new == 0 and self.model.columns[0].paint is Paint.TICK
        if (logical < self.frozen) != (new < self.frozen) or (ticks and logical != 0):
            self.half(logical).head.moveSection(new, old)

    def menu(self, parent: QWidget) -> QMenu:
        """A menu with every column, ticked where shown."""
        menu = QMenu(parent)
        for place, column in enumerate(self.model.columns):
            if column.paint is not Paint.TICK:
                action = QAction(column.title, menu, checkable=True, checked=self.is_shown(place))
                action.setEnabled(place >= self.frozen)
                action.toggled.connect(lambda on, place=place: self.set_shown(place, on))
                menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("恢复默认列"), self.reset)
        return menu

    def state(self) -> dict[str, Any]:
        """Order, widths at standard font size, and sorting."""
        columns, shown = self.model.columns, self.shown_columns()
        widths = {
            columns[place].key: round(self.half(place).columnWidth(place) / current().scale)
            for place in shown
        }
        sort = [self.model.order.key, self.model.order.descending]
        return {"order": [columns[place].key for place in shown], "widths": widths, "sort": sort}

    def restore(self, state: dict[str, Any]) -> None:
        """Take back order and widths; columns the state does not name are hidden, unless it names none."""
        places = {column.key: place for place, column in enumerate(self.model.columns)}
        for key, width in state.get("widths", {}).items():
            if key in places:
                self.half(places[key]).setColumnWidth(places[key], current().px(width))
        shown = [places[key] for key in state.get("order", []) if key in places]
        if shown:
            self._show_in_order([place for place in shown if place >= self.frozen])
        self.fit_left()

    def _show_in_order(self, shown: list[int]) -> None:
        for place in range(self.frozen, len(self.model.columns)):
            self.set_shown(place, place in shown)
        for target, place in enumerate(shown, self.frozen):
            self.right.head.moveSection(self.right.head.visualIndex(place), target)
