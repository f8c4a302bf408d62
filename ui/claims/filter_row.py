"""The row above the table: finding, the filters in force, the order, and what the table shows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.common.buttons import Button, icon_button
from ui.common.choices import Chip
from ui.common.fields import SearchEdit
from ui.common.text import text, tip
from ui.theme import current

FIND_WIDTHS = (120, 190)


class FilterRow(QWidget):
    """``chip_opened`` and ``chip_removed`` carry the name of a filter."""

    chip_opened = Signal(str)
    chip_removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        self.search = SearchEdit(self.tr("表内查找 Ctrl F"))
        narrowest, widest = FIND_WIDTHS
        self.search.setMinimumWidth(current().px(narrowest))
        self.search.setMaximumWidth(current().px(widest))
        tip(self.search, self.tr("名称、拼音首字母、编号、合同、金额"))
        row.addWidget(self.search, 100)
        self.chips: dict[str, Chip] = {}
        self._shown: list[tuple[str, str, str]] = []
        self.chip_row = QHBoxLayout()
        self.chip_row.setSpacing(8)
        row.addLayout(self.chip_row)
        self.filter = Button(self.tr("筛选"), "filter", kind="ghost")
        tip(self.filter, self.tr("筛选  Ctrl ⇧ L"))
        row.addWidget(self.filter)
        self.caption = text("", tone="text2", yielding=True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.caption, 1)
        self.columns = icon_button("columns", self.tr("列"))
        self.heights = icon_button("rows", self.tr("行高"))
        row.addWidget(self.columns)
        row.addWidget(self.heights)

    def show_chips(self, filters: Iterable[tuple[str, str, str]]) -> None:
        """One chip a filter in force: (name, label, value)."""
        wanted = list(filters)
        if wanted == self._shown:
            return
        self._shown = wanted
        for chip in self.chips.values():
            self.chip_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for name, label, value in wanted:
            chip = self.chips[name] = Chip(label, value)
            chip.removed.connect(lambda name=name: self.chip_removed.emit(name))
            chip.clicked.connect(lambda _=False, name=name: self.chip_opened.emit(name))
            self.chip_row.addWidget(chip)
