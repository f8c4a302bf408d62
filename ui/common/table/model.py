"""Tables of frozen records: in memory, or fetched by the page as they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.common.table.columns import TICK, Column, Order, Paint
from ui.common.text import tip_text

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _SHOWN | Qt.ItemFlag.ItemIsEditable


class TableModel(QAbstractTableModel):
    """What both kinds share: columns, roles, ticks by identifier, the order in force.

    ``ticks_changed`` comes after any tick; ``edited`` carries (identifier, column key, typed text).
    ``ground`` may give a colour token for a whole row; ``find_words`` (casefolded) are marked where they stand.
    """

    ticks_changed = Signal()
    edited = Signal(object, str, str)
    order_changed = Signal()

    def __init__(self, columns: Sequence[Column], *, ticking: bool = True) -> None:
        super().__init__()
        self.columns: list[Column] = [TICK, *columns] if ticking else list(columns)
        self.ticks: set[Hashable] = set()
        self.order = Order()
        self.ground: Callable[[Any], str] | None = None
        self.find_words = ""

    def count(self) -> int:
        """How many rows are shown."""
        raise NotImplementedError

    def row_at(self, place: int) -> Any:
        """The record shown at ``place``."""
        raise NotImplementedError

    def id_at(self, place: int) -> Hashable:
        """Its identifier, without fetching the record."""
        raise NotImplementedError

    def place_of(self, identifier: Hashable) -> int | None:
        """Where a record is shown, or None."""
        raise NotImplementedError

    def set_order(self, order: Order) -> None:
        """Show by another order or other filters."""
        raise NotImplementedError

    def values(self, key: str) -> list[tuple[str, int]]:
        """The values of a column among all rows, and how many have each."""
        raise NotImplementedError

    def column(self, key: str) -> int:
        """The number of the column with that key."""
        return next(place for place, column in enumerate(self.columns) if column.key == key)

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows shown."""
        return 0 if parent is not None and parent.isValid() else self.count()

    def columnCount(self, parent: Index | None = None) -> int:
        """Columns, hidden ones too."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Text for eyes and ears, the record itself under UserRole."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if column.paint is Paint.TICK and role == Role.CheckStateRole:
            ticked = self.id_at(index.row()) in self.ticks
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        reader = _READERS.get(role)
        return reader(column, self.row_at(index.row())) if reader else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Titles of columns."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self.columns[section].title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable where the column is."""
        return _EDITABLE if index.isValid() and self.columns[index.column()].editable else _SHOWN

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Typed text goes to who owns the data; the cell changes when the record does."""
        if role != Role.EditRole or not self.columns[index.column()].editable:
            return False
        self.edited.emit(self.id_at(index.row()), self.columns[index.column()].key, str(value))
        return True

    def is_ticked(self, place: int) -> bool:
        """Whether the row at ``place`` is ticked."""
        return self.id_at(place) in self.ticks

    def tick(self, places: Iterable[int], on: bool = True) -> None:
        """Tick the rows at these places, or take the ticks away."""
        changed = {self.id_at(place) for place in places}
        self.ticks = self.ticks | changed if on else self.ticks - changed
        self._ticks_moved()

    def set_ticks(self, identifiers: Iterable[Hashable]) -> None:
        """Tick exactly these."""
        self.ticks = set(identifiers)
        self._ticks_moved()

    def tick_state(self) -> bool | None:
        """Whether all shown rows are ticked, none, or (None) some."""
        if not self.ticks or not self.count():
            return False
        shown = sum(1 for place in range(self.count()) if self.id_at(place) in self.ticks)
        return False if not shown else True if shown == self.count() else None

    def _ticks_moved(self) -> None:
        if self.count():
            self.dataChanged.emit(self.index(0, 0), self.index(self.count() - 1, len(self.columns) - 1))
        self.ticks_changed.emit()


def _spoken(column: Column, row: Any) -> str:
    return column.spoken(row) if column.spoken else f"{column.title} {column.text(row)}".strip()


def _aligned(column: Column, _row: Any) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.at_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_READERS: dict[int, Callable[[Column, Any], Any]] = {
    Role.DisplayRole: lambda column, row: column.text(row),
    Role.EditRole: lambda column, row: column.text(row),
    Role.UserRole: lambda _column, row: row,
    Role.AccessibleTextRole: _spoken,
    Role.ToolTipRole: lambda column, row: tip_text(column.tip(row)) if column.tip else None,
    Role.TextAlignmentRole: _aligned,
}


class RowsModel(TableModel):
    """Records that are all in memory; sorts, filters and searches by itself.

    ``id_of`` gives the identifier of a record (its ``id`` by default).
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Any] = (),
        *,
        id_of: Callable[[Any], Hashable] = attrgetter("id"),
        ticking: bool = True,
    ) -> None:
        super().__init__(columns, ticking=ticking)
        self.id_of = id_of
        self.rows: list[Any] = list(rows)
        self.search = ""
        self._places: dict[Hashable, int] | None = None
        self._shown: list[int] = list(range(len(self.rows)))

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Other records, in the order and under the filters in force. Ticks of vanished ones go."""
        self.beginResetModel()
        self.rows = list(rows)
        self._arrange()
        if self.ticks:
            self.ticks &= {self.id_of(row) for row in self.rows}
        self.endResetModel()

    def set_search(self, words: str) -> None:
        """Show only rows where some column contains ``words``, upper and lower case alike."""
        self.beginResetModel()
        self.search = self.find_words = words.strip().casefold()
        self._arrange()
        self.endResetModel()

    def set_order(self, order: Order) -> None:
        """Show by another order or other filters."""
        self.beginResetModel()
        self.order = order
        self._arrange()
        self.endResetModel()
        self.order_changed.emit()

    def replace(self, row: Any) -> None:
        """Show a newer version of one record, where it stands."""
        identifier = self.id_of(row)
        for place, old in enumerate(self.rows):
            if self.id_of(old) == identifier:
                self.rows[place] = row
        shown = self.place_of(identifier)
        if shown is not None:
            self.dataChanged.emit(self.index(shown, 0), self.index(shown, len(self.columns) - 1))

    def count(self) -> int:
        """How many rows are shown."""
        return len(self._shown)

    def row_at(self, place: int) -> Any:
        """The record shown at ``place``."""
        return self.rows[self._shown[place]]

    def id_at(self, place: int) -> Hashable:
        """Its identifier."""
        return self.id_of(self.row_at(place))

    def place_of(self, identifier: Hashable) -> int | None:
        """Where a record is shown, or None."""
        if self._places is None:
            shown = map(self.id_of, map(self.rows.__getitem__, self._shown))
            self._places = {known: place for place, known in enumerate(shown)}
        return self._places.get(identifier)

    def values(self, key: str) -> list[tuple[str, int]]:
        """The values of a column among all rows, and how many have each, in the order of the column."""
        column = self.columns[self.column(key)]
        counts: dict[str, int] = {}
        for row in sorted(self.rows, key=_orderly(column)):
            counts[column.text(row)] = counts.get(column.text(row), 0) + 1
        return list(counts.items())

    def _arrange(self) -> None:
        self._places = None
        shown = list(range(len(self.rows)))
        if self.search or self.order.filters:
            shown = [place for place in shown if self._let_through(self.rows[place])]
        if self.order.key:
            sort_key = _orderly(self.columns[self.column(self.order.key)], self.order.descending)
            shown.sort(key=lambda place: sort_key(self.rows[place]), reverse=self.order.descending)
        self._shown = shown

    def _let_through(self, row: Any) -> bool:
        for column in self.columns:
            allowed = self.order.filters.get(column.key)
            if allowed is not None and column.text(row) not in allowed:
                return False
        if not self.search:
            return True
        return any(self.search in column.text(row).casefold() for column in self.columns)


def _orderly(column: Column, descending: bool = False) -> Callable[[Any], tuple[bool, Any]]:
    """A sort key that puts what is missing last, in both directions."""
    reader = column.sort_key or column.text

    def key(row: Any) -> tuple[bool, Any]:
        value = reader(row)
        missing = value is None
        return (missing != descending, 0 if missing else value)

    return key


class PagedModel(TableModel):
    """Records far more than are ever seen: identifiers in order, pages fetched when rows come into sight.

    ``ids(order)`` gives the identifiers; ``fetch(identifiers)`` their records (one that has vanished may be
    missing: it is shown empty); ``values(key, order)`` what the list of a column's filter offers.
    """

    PAGE = 256
    KEPT = 24

    def __init__(
        self,
        columns: Sequence[Column],
        ids: Callable[[Order], Sequence[int]],
        fetch: Callable[[Sequence[int]], Sequence[Any]],
        values: Callable[[str, Order], list[tuple[str, int]]],
        *,
        ticking: bool = True,
        id_of: Callable[[Any], int] = lambda row: row.id,
    ) -> None:
        super().__init__(columns, ticking=ticking)
        self._ask_ids, self._fetch, self._ask_values, self.id_of = ids, fetch, values, id_of
        self.ids: Sequence[int] = ()
        self._places: dict[int, int] | None = None
        self._pages: dict[int, list[Any]] = {}

    def reload(self) -> None:
        """Ask for the identifiers anew: something changed, or is searched for."""
        self.set_ids(self._ask_ids(self.order))

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these, in this order. Ticks stay even where their rows are out of sight."""
        self.beginResetModel()
        self.ids = ids
        self._places = None
        self._pages.clear()
        self.endResetModel()

    def refresh(self, identifiers: Iterable[int]) -> None:
        """Fetch these anew where they stand; the order stays as it is."""
        for identifier in identifiers:
            place = self.place_of(identifier)
            if place is not None:
                self._pages.pop(place // self.PAGE, None)
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def set_order(self, order: Order) -> None:
        """Show by another order or other filters."""
        self.order = order
        self.reload()
        self.order_changed.emit()

    def values(self, key: str) -> list[tuple[str, int]]:
        """The values of a column, and how many rows have each."""
        return self._ask_values(key, self.order)

    def count(self) -> int:
        """How many rows are shown."""
        return len(self.ids)

    def id_at(self, place: int) -> int:
        """The identifier at ``place``."""
        return self.ids[place]

    def place_of(self, identifier: Hashable) -> int | None:
        """Where a record is shown, or None."""
        if self._places is None:
            self._places = {known: place for place, known in enumerate(self.ids)}
        return self._places.get(identifier) if isinstance(identifier, int) else None

    def row_at(self, place: int) -> Any:
        """The record at ``place``, fetched with its page; None where it has vanished."""
        page = self._pages.get(place // self.PAGE)
        if page is None:
            page = self._load(place // self.PAGE)
        return page[place % self.PAGE]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Nothing for a vanished record."""
        if index.isValid() and self.row_at(index.row()) is None:
            return None
        return super().data(index, role)

    def _load(self, number: int) -> list[Any]:
        wanted = self.ids[number * self.PAGE : (number + 1) * self.PAGE]
        found = {self.id_of(row): row for row in self._fetch(wanted)}
        if len(self._pages) >= self.KEPT:
            del self._pages[next(iter(self._pages))]
        page = self._pages[number] = [found.get(identifier) for identifier in wanted]
        return page
