"""F1: every key of the window on one page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.commands import Command
from ui.common.buttons import KeyCap
from ui.common.text import text
from ui.theme import current

COLUMNS = 2


class ShortcutSheet(QDialog):
    """The keys of the commands, and those of the table, which no menu has."""

    def __init__(self, parent: QWidget | None, commands: Sequence[Command]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("surface")
        self.resize(current().px(680), current().px(640))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for title, rows in self._sections(commands):
            column.addWidget(text(title, size=15, bold=True))
            column.addLayout(self._grid(rows))
            column.addSpacing(12)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _sections(self, commands: Sequence[Command]) -> list[tuple[str, list[tuple[str, str]]]]:
        anywhere = [(each.words, each.key) for each in commands if each.key and not each.in_list]
        in_list = [(each.words, each.key) for each in commands if each.key and each.in_list]
        return [(self.tr("任何时候"), anywhere), (self.tr("在债权表格中"), in_list + self._table())]

    def _table(self) -> list[tuple[str, str]]:
        return [
            (self.tr("勾选当前行"), "Space"),
            (self.tr("连选"), "Shift+↑ ↓"),
            (self.tr("全选或全不选"), "Ctrl+A"),
            (self.tr("复制，带表头"), "Ctrl+C"),
            (self.tr("复制，不带表头"), "Ctrl+Shift+C"),
            (self.tr("从剪贴板导入"), "Ctrl+V"),
            (self.tr("本列的筛选"), "Alt+↓"),
            (self.tr("账龄分段"), "Alt+1 … 8"),
            (self.tr("再加一个账龄分段"), "Alt+Shift+1 … 8"),
            (self.tr("首行、末行"), "Home, End"),
            (self.tr("取消勾选、清除查找"), "Escape"),
        ]

    def _grid(self, rows: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, (words, key) in enumerate(rows):
            line, side = divmod(place, COLUMNS)
            grid.addWidget(text(words), line, side * 2)
            grid.addWidget(KeyCap(key), line, side * 2 + 1, Qt.AlignmentFlag.AlignRight)
            grid.setColumnStretch(side * 2, 1)
        return grid
