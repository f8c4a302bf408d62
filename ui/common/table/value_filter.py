"""The list of a column's values to let through, as a workbook offers it (Alt ↓)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.fields import SearchEdit

_VALUE = Qt.ItemDataRole.UserRole


class ValueFilter(QFrame):
    """A popup. ``applied`` carries the frozenset of values let through, or None for all."""

    applied = Signal(object)

    def __init__(
        self, parent: QWidget, values: Iterable[tuple[str, int]], chosen: frozenset[str] | None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self.search = SearchEdit(self.tr("查找值"))
        self.list = QListWidget()
        self.list.setMinimumSize(240, 260)
        for value, number in values:
            self._add(value, number, chosen)
        self._build_foot(column)
        self.search.searched.connect(self.narrow)
        self.search.entered.connect(self.apply)

    def _build_foot(self, column: QVBoxLayout) -> None:
        column.addWidget(self.search)
        column.addWidget(self.list)
        row = QHBoxLayout()
        clear, all_or_none = Button(self.tr("清除"), kind="ghost"), Button(self.tr("全选"), kind="ghost")
        apply = Button(self.tr("应用"), key="Return", kind="primary")
        clear.clicked.connect(lambda: self._finish(None))
        all_or_none.clicked.connect(self.toggle_all)
        apply.clicked.connect(self.apply)
        row.addWidget(clear)
        row.addWidget(all_or_none)
        row.addStretch(1)
        row.addWidget(apply)
        column.addLayout(row)

    def _add(self, value: str, number: int, chosen: frozenset[str] | None) -> None:
        item = QListWidgetItem(f"{value or self.tr('（空）')}  {number:,}")
        item.setData(_VALUE, value)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        on = chosen is None or value in chosen
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def items(self) -> list[QListWidgetItem]:
        """All values, hidden ones too."""
        return [self.list.item(row) for row in range(self.list.count())]

    def narrow(self, words: str) -> None:
        """Show only values that contain ``words``."""
        for item in self.items():
            item.setHidden(words.casefold() not in str(item.data(_VALUE)).casefold())

    def toggle_all(self) -> None:
        """Tick all that is shown; none, where all are ticked."""
        shown = [item for item in self.items() if not item.isHidden()]
        full = all(item.checkState() == Qt.CheckState.Checked for item in shown)
        for item in shown:
            item.setCheckState(Qt.CheckState.Unchecked if full else Qt.CheckState.Checked)

    def apply(self) -> None:
        """Let through what is ticked; of a narrowed list, only what is shown and ticked."""
        ticked = [
            item
            for item in self.items()
            if not item.isHidden() and item.checkState() == Qt.CheckState.Checked
        ]
        everything = len(ticked) == self.list.count()
        self._finish(None if everything else frozenset(str(item.data(_VALUE)) for item in ticked))

    def _finish(self, values: frozenset[str] | None) -> None:
        self.applied.emit(values)
        self.close()

    def open_at(self, where: QPoint) -> None:
        """Show it there, ready to type."""
        self.move(where)
        self.show()
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter applies, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.apply()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
