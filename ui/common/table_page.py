"""A page of rows: header, the table or the page that says why there is none, and the current row in full beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.fields import SearchEdit
from ui.common.page_head import EDGE, PageHead
from ui.common.table import FrozenTable, RowsModel


class TablePage(QWidget):
    """What every list does alike: finding, filters taken back, empty pages, a pane, keys of the focused table.

    Make it with the model, ``lay_out`` once, then add to its header, filters and foot. After filling the model call
    ``show_stack``, with ``any_rows`` where the model holds only a part of what there is. ``rows_changed``
    tells that others are shown, ``row_changed`` that another is current, or none. Where the finder ``asks`` the books
    it stays open though there is no row yet.
    """

    rows_changed = Signal()
    row_changed = Signal()

    def __init__(self, model: RowsModel, pane: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model, self.pane = model, pane
        self.table = FrozenTable(model)
        self.setFocusProxy(self.table)
        self.stack = QStackedWidget()
        self.stack.setContentsMargins(EDGE - 8, 0, 0, 0)
        self.finder = SearchEdit(self.tr("查找 Ctrl F"))
        self.any_rows = self.asks = False

    # --- building --------------------------------------------------------------------------------

    def lay_out(self, title: str, empty: EmptyState, nothing_found: EmptyState) -> None:
        """Put it together: ``empty`` where there is nothing at all, ``nothing_found`` where all is filtered away."""
        self.empty, self.nothing_found = empty, nothing_found
        for page in (self.table, empty, nothing_found):
            self.stack.addWidget(page)
        left = QWidget()
        self.column = QVBoxLayout(left)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.head = PageHead(title, self.finder)
        self.subtitle = self.head.subtitle
        self.column.addLayout(self.head)
        self.column.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(left if self.pane is None else _beside(left, self.pane))
        self._connect_list()

    def add_buttons(self, *buttons: Button) -> None:
        """At the right of the header, the primary one last."""
        self.head.buttons.add(*buttons)

    def add_filters(self, *filters: QWidget) -> None:
        """A row of them between header and table."""
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 0, EDGE, 10)
        row.setSpacing(8)
        for widget in filters:
            row.addWidget(widget)
        row.addStretch(1)
        self.column.insertLayout(1, row)

    def add_foot(self, foot: QWidget) -> None:
        """Under the table."""
        self.column.addWidget(foot)

    def _connect_list(self) -> None:
        self.finder.searched.connect(self._search)
        self.finder.entered.connect(self.table.setFocus)
        self.finder.left.connect(self.table.setFocus)
        self.nothing_found.acted.connect(self.clear_filters)
        self.model.order_changed.connect(lambda: self.show_stack())
        self.table.current_changed.connect(lambda _: self.row_changed.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl F in a window of its own; in the main window that key is the main window's, and comes from there."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.finder.setFocus()
        else:
            super().keyPressEvent(event)

    def bind(self, acts: Mapping[str, Callable[[], object]]) -> None:
        """Keys that act only while the table has the keyboard: in a field they are letters."""
        for key, act in acts.items():
            pressed = QKeySequence(key)[0]  # type: ignore[index]
            self.table.commands[pressed.keyboardModifiers(), pressed.key()] = act

    # --- showing ---------------------------------------------------------------------------------

    def show_stack(self, any_rows: bool | None = None) -> None:
        """The table where it has rows, else why it has none; ``any_rows`` keeps its last value where not given."""
        self.any_rows = self.any_rows if any_rows is None else any_rows
        shown = self.table if self.model.count() else self.nothing_found if self.any_rows else self.empty
        self.stack.setCurrentWidget(shown)
        self.finder.setEnabled(self.any_rows or self.asks)
        if self.pane is not None:
            self.pane.setVisible(self.any_rows)
        self.rows_changed.emit()
        self.row_changed.emit()

    def _search(self, words: str) -> None:
        self.model.set_search(words)
        self.show_stack()

    def clear_filters(self) -> None:
        """Show every row again."""
        self.finder.clear()
        for key in list(self.model.order.filters):
            self.table.set_filter(key, None)
        self.table.setFocus()

    @property
    def current(self) -> Any:
        """The row the keyboard is on, or None."""
        place = self.table.current_place
        return self.model.row_at(place) if 0 <= place < self.model.count() else None

    def row_menu(self) -> QMenu:
        """An empty menu for the current row; it goes when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


def _beside(left: QWidget, pane: QWidget) -> QSplitter:
    """The page gives way first; the pane keeps its width."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    splitter.addWidget(left)
    splitter.addWidget(pane)
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 0)
    return splitter
