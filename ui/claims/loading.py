"""Brings the claims to the window in the reading lane: something at once, then all, then what is computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from models.changes import Changes
from models.progress import Progress
from ui.claims import portfolio as reading
from ui.claims.criteria import SavedView, asks, tally
from ui.claims.portfolio import AT_ONCE, Portfolio
from ui.common.table import Column
from ui.context import AppContext


class Loader(QObject):
    """``read`` carries a Portfolio, more complete each time; ``counted`` the counts of the sidebar by name."""

    read = Signal(object)
    counted = Signal(object)

    def __init__(
        self, context: AppContext, columns: Sequence[Column], saved: Callable[[], Sequence[SavedView]]
    ) -> None:
        super().__init__()
        self.context, self.saved = context, saved
        self.columns = {column.key: column for column in columns}
        self.latest = Portfolio([])
        self._asked = 0

    def reload(self) -> None:
        """Read everything anew."""
        store, today = self.context.store, self.context.today
        if not self.latest.rows and reading.count(store) > AT_ONCE:
            self._ask(lambda _progress: reading.read_first(store, today), self.read.emit)
        self._asked += 1
        self._ask(lambda _progress: _ready(reading.read(store, today)), self._take)

    def refresh(self, changes: Changes) -> None:
        """Read what these changes touched: of a small portfolio all, of a large one those claims."""
        touched = set(changes.claims)
        for debtor in changes.debtors:
            touched |= {row.id for row in self.latest.of_debtor.get(debtor, ())}
        if changes.everything or changes.settings or len(self.latest.rows) <= AT_ONCE:
            self.reload()
        elif touched:
            store, today, old = self.context.store, self.context.today, self.latest
            self._asked += 1
            self._ask(lambda _progress: _ready(reading.read_again(store, today, old, touched)), self._take)

    def _ask(self, work: Callable[[Progress], Portfolio], done: Callable[[Portfolio], object]) -> None:
        number = self._asked
        self.context.jobs.read(
            work, lambda found: done(found) if number >= self._asked - 1 else None, owner=self
        )

    def _take(self, found: Portfolio) -> None:
        self.latest = found
        self.read.emit(found)
        if found.complete:
            self._count(found)
        else:
            self._ask(lambda progress: reading.complete(found, progress), self._completed)

    def _completed(self, found: Portfolio) -> None:
        if found is self.latest:
            self.read.emit(found)
            self._count(found)

    def count(self) -> None:
        """Count again: a view was kept or dropped."""
        if self.latest.complete:
            self._count(self.latest)

    def _count(self, found: Portfolio) -> None:
        today, user, saved = self.context.today, self.context.user, tuple(self.saved())

        def work(_progress: Progress) -> dict[str, int]:
            counts = tally(found.all_views(), today)
            counts["all"] = len(found.rows)
            counts["mine"] = sum(row.owner == user for row in found.rows) if user else 0
            return counts | {f"view:{view.name}": self._matching(found, view) for view in saved}

        self.context.jobs.read(work, self.counted.emit, owner=self)

    def _matching(self, found: Portfolio, saved: SavedView) -> int:
        """How many claims a kept filter shows."""
        criteria, words = saved.criteria, saved.words.casefold()
        test = asks(criteria.question, self.context.today) if criteria.question else None
        number = 0
        for row, text in zip(found.rows, found.texts, strict=True):
            if not criteria.lets(row) or words not in text:
                continue
            view = found.view(row)
            fits = all(
                self.columns[key].text(view) in values
                for key, values in saved.columns.items()
                if key in self.columns
            )
            number += fits and (test is None or test(view))
        return number


def _ready(found: Portfolio) -> Portfolio:
    """A small portfolio with all its views, in the same go."""
    return reading.complete(found, lambda _done, _total: None) if len(found.rows) <= AT_ONCE else found
