"""The day's list as a model: every line can be read by the keyboard, by finding and by a screen reader."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from models.queries.day import Handled
from models.queries.worklist import Coming, Resting
from ui.common.formats import Formats
from ui.today.lines import Head, Line, Lines, Row
from ui.today.words import DayWords

Index = QModelIndex | QPersistentModelIndex


class DayModel(QAbstractListModel):
    """Lines; ``UserRole`` is the line itself. Only open rows and what rests can become current."""

    def __init__(self, words: DayWords) -> None:
        super().__init__()
        self.words, self.lines = words, Lines()

    @property
    def formats(self) -> Formats:
        """How sums and days are written."""
        return self.words.formats

    def set_lines(self, lines: Lines) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines.all)

    def line(self, place: int) -> Line | None:
        """The line at a place."""
        return self.lines.all[place] if 0 <= place < len(self.lines.all) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What the keyboard may stand on."""
        if isinstance(self.line(index.row()), Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, or what it says in words."""
        line = self.line(index.row())
        if role == Qt.ItemDataRole.UserRole:
            return line
        if line is not None and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(line)
        return None

    def _said(self, line: Line) -> str:
        words, formats = self.words, self.formats
        if isinstance(line, Head):
            return formats.joined((words.group(line.name), str(line.count), formats.short(line.fen)))
        if isinstance(line, Row):
            top = line.top
            parts = (words.row(line), formats.money(top.called_fen, top.currency), formats.overdue(top.late))
            return formats.joined((top.debtor, *parts))
        if isinstance(line, Handled):
            return formats.joined((line.item.debtor, words.seen(line)))
        if isinstance(line, Resting):
            return formats.joined((line.item.debtor, words.rests(line)))
        assert isinstance(line, Coming)  # noqa: S101 (the last of the kinds of line)
        return formats.joined((words.comes(line), words.matters(line.count)))

    def place_of(self, key: tuple[int, str]) -> int | None:
        """Where the open row of a debtor and currency stands."""
        for place, line in enumerate(self.lines.all):
            if isinstance(line, Row) and line.key == key:
                return place
        return None

    def open_from(self, place: int, step: int = 1) -> int | None:
        """The first open row from a place on, in either direction."""
        while 0 <= place < len(self.lines.all):
            if isinstance(self.lines.all[place], Row):
                return place
            place += step
        return None
