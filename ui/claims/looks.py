"""How the clerk has arranged the table and the pane: taken back at the start, remembered after every change."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QSplitter, QWidget

from models.actions.settings import choose, remember
from models.queries.settings import preference, setting
from models.settings import ROW_HEIGHT
from ui.claims.detail import WIDTH
from ui.common.table import FrozenTable
from ui.context import AppContext
from ui.theme import ROW_HEIGHTS, current

KEY = "claims_table"
_LATER_MS = 800


class Looks(QObject):
    """Columns with their order and widths, the sorting, the width of the pane."""

    def __init__(self, context: AppContext, table: FrozenTable, splitter: QSplitter, pane: QWidget) -> None:
        super().__init__(table)
        self.context, self.table, self.splitter, self.pane = context, table, splitter, pane
        self.later = QTimer(self)
        self.later.setSingleShot(True)
        self.later.setInterval(_LATER_MS)
        self.later.timeout.connect(self.keep)
        self._restore()
        self._watch()

    def _restore(self) -> None:
        self.table.set_row_height(setting(self.context.store, ROW_HEIGHT))
        kept = preference(self.context.store, KEY)
        looks: dict[str, Any] = kept if isinstance(kept, dict) else {}
        if looks:
            self.table.restore(looks)
        self.splitter.setSizes([10_000, int(looks.get("pane", current().px(WIDTH)))])

    def _watch(self) -> None:
        for half in (self.table.left, self.table.right):
            half.head.sectionMoved.connect(lambda *_: self.later.start())
            half.head.sectionResized.connect(lambda *_: self.later.start())
        self.table.model.order_changed.connect(self.later.start)
        self.splitter.splitterMoved.connect(lambda *_: self.later.start())

    def keep(self) -> None:
        """Remember it now."""
        self.later.stop()
        if not self.context.store.writable:
            return
        looks = {
            **self.table.state(),
            "pane": self.pane.width() if self.pane.isVisible() else current().px(WIDTH),
        }
        desk = self.context.desk
        self.context.jobs.write(lambda _progress: remember(desk, KEY, looks), on_problem=lambda _: None)

    def choose_height(self, button: QWidget) -> QMenu:
        """A menu of row heights below a button."""
        menu = QMenu(self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = {"compact": self.tr("紧凑"), "standard": self.tr("标准"), "loose": self.tr("宽松")}
        for height in ROW_HEIGHTS:
            action = menu.addAction(names[height], lambda height=height: self.set_row_height(height))
            action.setCheckable(True)
            action.setChecked(self.table.right.row_height == height)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
        return menu

    def set_row_height(self, height: str) -> None:
        """Rows of another height, from now on."""
        self.table.set_row_height(height)
        desk = self.context.desk
        self.context.act(lambda _progress: choose(desk, ROW_HEIGHT, height), owner=self)
