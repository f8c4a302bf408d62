"""The claims table's model: filters, finds and sorts an index of what was read; a view is made when it is seen."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from itertools import compress
from typing import Any

from PySide6.QtCore import Signal

from models.queries.claims import ClaimRow
from models.queries.views import ClaimView
from ui.claims.columns import LIGHT
from ui.claims.criteria import Criteria, asks
from ui.claims.portfolio import OLDEST, URGENCY, Portfolio, oldest, searchable, urgency
from ui.common.table import Column, Order, TableModel


class _RowOnly:
    """Stands for a view where a column asks for nothing but the row."""

    __slots__ = ("row",)

    def __init__(self, row: ClaimRow) -> None:
        self.row = row


class ClaimsModel(TableModel):
    """Shows a Portfolio. ``arranged`` comes after anything that changes which rows are shown.

    An order or question that needs every view waits until the portfolio is complete.
    """

    arranged = Signal()

    def __init__(self, columns: Sequence[Column], today: date) -> None:
        super().__init__(columns)
        self.today = today
        self.portfolio = Portfolio([])
        self.criteria = Criteria()
        self._sorted: list[int] = []
        self._shown: list[int] = []
        self._found: dict[str, list[int]] = {}
        """What each word shown since the last arranging has found."""

    def set_portfolio(self, portfolio: Portfolio) -> None:
        """Show what was read anew, by the order and filters in force. Ticks of vanished claims go."""
        self.beginResetModel()
        self.portfolio = portfolio
        if self.ticks and portfolio.whole:
            self.ticks &= portfolio.places.keys()
        self._arrange()
        self.endResetModel()
        self.arranged.emit()

    def set_criteria(self, criteria: Criteria) -> None:
        """Show other claims."""
        self.criteria = criteria
        self._reset()

    def set_order(self, order: Order) -> None:
        """Show by another order, or other values of a column."""
        self.order = order
        self._reset()
        self.order_changed.emit()

    def show_by(self, criteria: Criteria, order: Order, words: str) -> None:
        """All at once, as a saved view has it."""
        self.criteria, self.order, self.find_words = criteria, order, words.strip().casefold()
        self._reset()
        self.order_changed.emit()

    def set_words(self, words: str) -> None:
        """Show only claims in whose texts these words stand; a longer word narrows what is shown already."""
        new = words.strip().casefold()
        old, self.find_words = self.find_words, new
        if new == old:
            return
        self._found[old] = self._shown
        self.beginResetModel()
        if new in self._found:  # a letter taken back
            self._shown = self._found[new]
        else:
            self._find(self._shown if old and new.startswith(old) else self._sorted)
        if not new:
            self._found.clear()
        self.endResetModel()
        self.arranged.emit()

    def _reset(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()
        self.arranged.emit()

    def _arrange(self) -> None:
        known, missing = self._order()
        places = [*(reversed(known) if self.order.descending else known), *missing]
        if self.criteria != Criteria() or self.order.filters:
            let = set(self._filtered())
            places = [place for place in places if place in let]
        self._sorted = places
        self._found.clear()
        self._find(places)

    def _order(self) -> tuple[list[int], list[int]]:
        key, portfolio = self.order.key, self.portfolio
        if key and (key in LIGHT or self._knows_views()):
            return portfolio.order(key, self._reader(key, lambda column: column.sort_key or column.text))
        if self._knows_views():
            return portfolio.order(URGENCY, lambda row: urgency(portfolio.view(row)))
        return portfolio.order(OLDEST, oldest)

    def _filtered(self) -> list[int]:
        rows, criteria = self.portfolio.rows, self.criteria
        places: Iterable[int] = range(len(rows))
        if criteria != Criteria():
            places = [place for place in places if criteria.lets(rows[place])]
        if not criteria.light and self._knows_views():
            test = asks(criteria.question, self.today)
            places = [place for place in places if test(self.portfolio.view(rows[place]))]
        for name, allowed in self.order.filters.items():
            words = self._reader(name, lambda column: column.text)
            places = [place for place in places if words(rows[place]) in allowed]
        return list(places)

    def _knows_views(self) -> bool:
        return self.portfolio.complete or not self.portfolio.rows

    def _reader(self, key: str, of: Callable[[Column], Callable[[Any], Any]]) -> Callable[[ClaimRow], Any]:
        """What a column says of a row."""
        read, view = of(self.columns[self.column(key)]), self.portfolio.view
        if key in LIGHT:
            return lambda row: read(_RowOnly(row))
        return lambda row: read(view(row))

    def _find(self, among: list[int]) -> None:
        if not self.find_words:
            self._shown = self._sorted
            return
        if len(self.portfolio.texts) != len(self.portfolio.rows):
            self.portfolio.texts = [searchable(row) for row in self.portfolio.rows]
        words, texts = self.find_words, self.portfolio.texts
        if len(among) * 8 < len(texts):
            self._shown = [place for place in among if words in texts[place]]
            return
        # In the order in which they lie in memory: through a sorted index the same takes five times as long.
        hits = [words in text for text in texts]
        self._shown = list(compress(among, map(hits.__getitem__, among)))

    def count(self) -> int:
        """How many claims are shown."""
        return len(self._shown)

    def row_at(self, place: int) -> ClaimView:
        """The view of the claim shown at ``place``."""
        return self.portfolio.view(self.portfolio.rows[self._shown[place]])

    def id_at(self, place: int) -> int:
        """Its key."""
        return self.portfolio.ids[self._shown[place]]

    def place_of(self, identifier: Hashable) -> int | None:
        """Where a claim is shown, or None."""
        at = self.portfolio.places.get(identifier)  # type: ignore[call-overload]
        try:
            return None if at is None else self._shown.index(at)
        except ValueError:
            return None

    def tick_state(self) -> bool | None:
        """Whether all shown rows are ticked, none, or (None) some."""
        if not self.ticks or not self._shown:
            return False
        ticked = sum(map(self.ticks.__contains__, map(self.portfolio.ids.__getitem__, self._shown)))
        return False if not ticked else True if ticked == len(self._shown) else None

    def values(self, key: str) -> list[tuple[str, int]]:
        """The values of a column among all claims and how many have each, in the order of the column."""
        column = self.columns[self.column(key)]
        words = self._reader(key, lambda column: column.text)
        order = self._reader(key, lambda column: column.sort_key or column.text)
        counts: dict[str, int] = {}
        first: dict[str, Any] = {}
        for row in self.portfolio.rows:
            value = words(row)
            if value not in counts:
                first[value] = order(row)
            counts[value] = counts.get(value, 0) + 1
        known = sorted(
            (value for value in counts if first[value] is not None), key=lambda value: first[value]
        )
        missing = [value for value in counts if first[value] is None]
        return [(value, counts[value]) for value in (*known, *missing)] if column.filterable else []

    @property
    def shown(self) -> list[int]:
        """The places in the portfolio of the claims shown, in their order."""
        return self._shown

    @property
    def ticked(self) -> list[int]:
        """The places in the portfolio of the ticked claims, shown or not."""
        places = self.portfolio.places
        return [places[identifier] for identifier in self.ticks if identifier in places]

    def excludes(self) -> dict[str, int]:
        """How many claims each filter in force takes away on its own: which of them leaves nothing."""
        rows = self.portfolio.rows
        found = {}
        for part in ("bands", "owner", "question", "debtor"):
            alone = Criteria(**{part: getattr(self.criteria, part)})
            if alone != Criteria():
                found[part] = sum(not alone.lets(row) for row in rows)
        for name, allowed in self.order.filters.items():
            words = self._reader(name, lambda column: column.text)
            found[name] = sum(words(row) not in allowed for row in rows)
        return found
