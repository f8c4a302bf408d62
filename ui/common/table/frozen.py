"""The table of every list: ticks and first column stay, the rest scrolls; keys as in a workbook."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QGridLayout, QMenu, QScrollBar, QWidget

from ui.common.table.arrangement import Arrangement
from ui.common.table.columns import Order, Paint
from ui.common.table.delegate import CellDelegate
from ui.common.table.model import TableModel
from ui.common.table.tsv import tab_text
from ui.common.table.value_filter import ValueFilter
from ui.common.table.view import HalfView

BULK_ROOM = 56
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class FrozenTable(QWidget):
    """A table over a TableModel.

    ``current_changed`` carries the identifier of the current row or None; ``activated`` one that was opened
    (Enter, double click); ``menu_wanted`` (identifier, global point); ``paste_wanted`` the clipboard's text.
    ``commands`` are the keys of whoever owns the table: letters that act only while it has the focus; ``openers`` say
    by column what a double click there does in place of ``activated``, given the identifier.
    Ticks live in the model (``model.ticks_changed``): Space, Shift and Ctrl with click or arrows, Ctrl A.
    """

    current_changed = Signal(object)
    activated = Signal(object)
    menu_wanted = Signal(object, QPoint)
    paste_wanted = Signal(str)

    def __init__(self, model: TableModel, *, frozen: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.frozen = frozen + (1 if model.columns[0].paint is Paint.TICK else 0)
        self.delegate = CellDelegate(self)
        self.left, self.right = HalfView(self.delegate, self), HalfView(self.delegate, self)
        self.arrangement = Arrangement(self, model, self.left, self.right, self.frozen)
        self.edge = QFrame(self)
        self.edge.setObjectName("rule")
        self.commands: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]] = {}
        self.openers: dict[str, Callable[[Any], object]] = {}
        self._kept: Hashable | None = None
        self._anchor = 0
        self._lay_out()
        self._connect_model()
        self._connect_views()
        self.arrangement.reset()
        self._show_tick_state()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        self.across = QScrollBar(Qt.Orientation.Horizontal)
        self.across.hide()
        grid.addWidget(self.left, 0, 0)
        grid.addWidget(self.right, 0, 1)
        grid.addWidget(self.across, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.left.setFocusProxy(self.right)
        self.left.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.right)

    def _connect_model(self) -> None:
        for half in (self.left, self.right):
            half.setModel(self.model)
        self.left.setSelectionModel(self.right.selectionModel())
        self.model.modelAboutToBeReset.connect(self._keep_place)
        self.model.modelReset.connect(self._return_to_place)
        self.model.ticks_changed.connect(self._show_tick_state)
        self.right.selectionModel().currentRowChanged.connect(self._moved)

    def _connect_views(self) -> None:
        up_down, other = self.right.verticalScrollBar(), self.left.verticalScrollBar()
        up_down.valueChanged.connect(other.setValue)
        other.valueChanged.connect(up_down.setValue)
        sideways = self.right.horizontalScrollBar()
        sideways.rangeChanged.connect(self._range_across)
        sideways.valueChanged.connect(self._scrolled_across)
        self.across.valueChanged.connect(sideways.setValue)
        for half in (self.left, self.right):
            half.keyed = self._key
            half.pressed_at.connect(self._pressed)
            half.hovered.connect(self._hover)
            half.doubleClicked.connect(self._open)
            half.head.sort_wanted.connect(self.sort_by)
            half.head.filter_wanted.connect(self.open_filter)
            half.head.tick_wanted.connect(self.tick_all)
            half.head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            half.head.customContextMenuRequested.connect(self._head_menu)
        self.arrangement.resized.connect(self._place_edge)

    def _open(self, index: QModelIndex) -> None:
        """A double click: what its column opens, else the row."""
        opener = self.openers.get(self.model.columns[index.column()].key, self.activated.emit)
        opener(self.model.id_at(index.row()))

    # --- columns ---------------------------------------------------------------------------------

    def type_over(self) -> None:
        """Let typing begin in any cell that can be changed; otherwise F2 does."""
        triggers = QAbstractItemView.EditTrigger
        for half in (self.left, self.right):
            half.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)

    def set_shown(self, place: int, shown: bool) -> None:
        """Show or hide a column."""
        self.arrangement.set_shown(place, shown)

    def column_menu(self) -> QMenu:
        """A menu with every column, ticked where shown."""
        return self.arrangement.menu(self)

    def state(self) -> dict[str, Any]:
        """Order, widths, hidden columns and sorting, to be kept in the settings or a saved view."""
        return self.arrangement.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Take back what ``state`` gave, sorting included; unknown columns keep their default."""
        self.arrangement.restore(state)
        key, descending = state.get("sort", ["", False])
        if key in {column.key for column in self.model.columns}:
            self.model.set_order(Order(key, descending, self.model.order.filters))

    def _head_menu(self, where: QPoint) -> None:
        head = self.sender()
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(head.mapToGlobal(where) if isinstance(head, QWidget) else where)

    # --- order and filters -----------------------------------------------------------------------

    def sort_by(self, place: int) -> None:
        """Sort by a column; the second time the other way round, the third time not."""
        key, order = self.model.columns[place].key, self.model.order
        if order.key != key:
            self.model.set_order(Order(key, False, order.filters))
        elif not order.descending:
            self.model.set_order(Order(key, True, order.filters))
        else:
            self.model.set_order(Order("", False, order.filters))

    def set_filter(self, key: str, values: frozenset[str] | None) -> None:
        """Let only these values of a column through; None lets all."""
        order = self.model.order
        filters = {name: kept for name, kept in order.filters.items() if name != key}
        if values is not None:
            filters[key] = values
        self.model.set_order(Order(order.key, order.descending, filters))

    def open_filter(self, place: int) -> ValueFilter:
        """The list of values of a column, below its title."""
        column = self.model.columns[place]
        popup = ValueFilter(self, self.model.values(column.key), self.model.order.filters.get(column.key))
        popup.applied.connect(lambda values: self.set_filter(column.key, values))
        head = (self.left if place < self.frozen else self.right).head
        popup.open_at(head.mapToGlobal(QPoint(head.sectionViewportPosition(place), head.height())))
        return popup

    # --- the current row and ticks -----------------------------------------------------------------

    @property
    def current_place(self) -> int:
        """Where the current row is, or -1."""
        return self.right.currentIndex().row()

    @property
    def current_id(self) -> Hashable | None:
        """Its identifier, or None."""
        return self.model.id_at(self.current_place) if self.current_place >= 0 else None

    def chosen_ids(self) -> list[Any]:
        """What a command acts on: the ticked rows that are shown, in their order; else the current one."""
        shown = (self.model.id_at(place) for place in range(self.model.count() if self.model.ticks else 0))
        ticked = [identifier for identifier in shown if identifier in self.model.ticks]
        return ticked or ([self.current_id] if self.current_id is not None else [])

    def go_to(self, place: int) -> None:
        """Make a row current and bring it into sight."""
        if 0 <= place < self.model.count():
            column = self.right.currentIndex().column()
            self.right.go_to(place, column if column >= self.frozen else self._first_column())
            self.right.scrollTo(self.right.currentIndex())

    def go_to_id(self, identifier: Hashable) -> bool:
        """Make the row of a record current; whether it is shown."""
        place = self.model.place_of(identifier)
        if place is not None:
            self.go_to(place)
        return place is not None

    def _first_column(self) -> int:
        shown = [place for place in self.arrangement.shown_columns() if place >= self.frozen]
        return shown[0] if shown else 0

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        old, self.delegate.current_row = self.delegate.current_row, now.row()
        for half in (self.left, self.right):
            half.repaint_row(old)
            half.repaint_row(now.row())
        self.current_changed.emit(self.model.id_at(now.row()) if now.isValid() else None)

    def _keep_place(self) -> None:
        self._kept = self.current_id

    def _return_to_place(self) -> None:
        self.delegate.current_row = self.delegate.hover_row = -1
        self._show_tick_state()
        place = self.model.place_of(self._kept) if self._kept is not None else None
        if place is None:
            place = 0 if self.model.count() else None
        if place is None:
            self.current_changed.emit(None)
        else:
            self.go_to(place)

    def _pressed(self, place: int, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & _SHIFT:
            self._tick_to(place)
            return
        if modifiers & _CTRL:
            self.model.tick([place], not self.model.is_ticked(place))
        self._anchor = place
        if self.right.currentIndex().column() < self.frozen or self.current_place != place:
            self.go_to(place)
        self.right.setFocus()

    def _tick_to(self, place: int) -> None:
        anchor = min(self._anchor, self.model.count() - 1)  # fewer rows may be shown by now
        first, last = sorted((anchor, place))
        self.model.tick(range(first, last + 1))
        self.go_to(place)

    def tick_all(self) -> None:
        """Tick every shown row; where all are, none."""
        everything = range(self.model.count())
        self.model.tick(everything, self.model.tick_state() is not True)

    def _show_tick_state(self) -> None:
        self.left.head.tick_state = self.model.tick_state()
        self.left.head.viewport().update()

    def _hover(self, place: int) -> None:
        old, self.delegate.hover_row = self.delegate.hover_row, place
        if old != place:
            for half in (self.left, self.right):
                half.repaint_row(old)
                half.repaint_row(place)

    # --- keys ----------------------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        """Whether the key was the table's own."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._keys().get((held, Qt.Key(event.key())))
        if act is None or not self.model.count():
            return False
        act()
        return True

    def _keys(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Any]:
        none, alt, key = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.Key
        last = self.model.count() - 1
        return {
            (none, key.Key_Space): self._toggle_current,
            (none, key.Key_Return): self._activate,
            (none, key.Key_Enter): self._activate,
            (none, key.Key_Home): lambda: self.go_to(0),
            (none, key.Key_End): lambda: self.go_to(last),
            (_CTRL, key.Key_Home): lambda: self.go_to(0),
            (_CTRL, key.Key_End): lambda: self.go_to(last),
            (_CTRL, key.Key_A): self.tick_all,
            (_CTRL, key.Key_C): self.copy,
            (_CTRL | _SHIFT, key.Key_C): lambda: self.copy(titles=False),
            (_CTRL, key.Key_V): lambda: self.paste_wanted.emit(QGuiApplication.clipboard().text()),
            (_SHIFT, key.Key_Down): lambda: self._extend(1),
            (_SHIFT, key.Key_Up): lambda: self._extend(-1),
            (alt, key.Key_Down): lambda: self.open_filter(self.right.currentIndex().column()),
            **self.commands,
        }

    def _toggle_current(self) -> None:
        place = self.current_place
        if place >= 0:
            self._anchor = place
            self.model.tick([place], not self.model.is_ticked(place))

    def _activate(self) -> None:
        if self.current_id is not None:
            self.activated.emit(self.current_id)

    def _extend(self, step: int) -> None:
        if not self.model.count():
            return
        here = max(0, self.current_place)
        if not self.model.is_ticked(here):
            self._anchor = here
        target = min(max(0, self.current_place + step), self.model.count() - 1)
        self._tick_to(target)

    def copy(self, titles: bool = True) -> None:
        """Put the ticked rows, or the current one, on the clipboard as a workbook takes them."""
        columns = [self.model.columns[place] for place in self.arrangement.shown_columns()]
        places = [self.model.place_of(identifier) for identifier in self.chosen_ids()]
        rows = [
            [column.text(self.model.row_at(place)) for column in columns]
            for place in places
            if place is not None and self.model.row_at(place) is not None
        ]
        head = [[column.title for column in columns]] if titles else []
        QGuiApplication.clipboard().setText(tab_text(head + rows))

    # --- looks ---------------------------------------------------------------------------------------

    def set_row_height(self, name: str) -> None:
        """``compact``, ``standard`` or ``loose``."""
        for half in (self.left, self.right):
            half.set_row_height(name)

    def make_room(self, on: bool) -> None:
        """Let the last row scroll clear of the bulk bar."""
        for half in (self.left, self.right):
            half.overscroll = BULK_ROOM if on else 0
            half.updateGeometries()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the current row."""
        if self.current_id is not None:
            self.menu_wanted.emit(self.current_id, event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The edge follows."""
        super().resizeEvent(event)
        self._place_edge()

    def _range_across(self, low: int, high: int) -> None:
        self.across.setRange(low, high)
        self.across.setPageStep(self.right.horizontalScrollBar().pageStep())
        self.across.setVisible(high > low)

    def _scrolled_across(self, value: int) -> None:
        self.across.setValue(value)
        self.edge.setVisible(value > 0)

    def _place_edge(self) -> None:
        self.edge.setGeometry(self.left.width() - 1, 0, 1, self.left.height())
        self.edge.setVisible(self.right.horizontalScrollBar().value() > 0)
        self.edge.raise_()
