"""The claims as they were read at one moment, with their views made when they are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.progress import Progress
from models.queries.claims import ClaimRow, band_of, claim_rows
from models.queries.interest import Interests
from models.queries.reckoned import reckoned
from models.queries.views import ClaimView, Views, views_of
from models.rules.ageing import BANDS, CREDIT, UNDATED, action_bands
from models.rules.dunning import REASONS
from models.rules.money import yuan
from models.store import Store

AT_ONCE = 2_000
"""Up to so many claims their views are made while they are read; beyond that, after the first paint."""
FIRST = 200
"""So many claims are shown of a large portfolio before all of it is read."""
STRIP = (*BANDS[1:], UNDATED, CREDIT)
"""The cells of the aging strip, in the order of Alt 1 to 8."""
STEPS = {band: max(0, place - 1) for place, band in enumerate(BANDS)} | {CREDIT: 0}
"""The aging step that gives a band its colour and its bars."""
URGENCY, OLDEST = "", "oldest"
"""Names of the orders that no column has: by urgency, and by due date until urgency is known."""
_STEP = 500
_RANK = {"bad": 0, "due": 1, "later": 2, "none": 3}


@dataclass
class Portfolio:
    """``rows`` in the order they were registered. ``complete`` once every view and every text is there.

    ``ids``, ``balances`` and ``days`` are columns of the rows for sums over a hundred thousand of them;
    ``orders`` keeps what was sorted once: places with a value, rising, and places without.
    """

    rows: list[ClaimRow]
    views: Views | None = None
    interests: Interests | None = None
    whole: bool = True
    complete: bool = False
    texts: list[str] = field(default_factory=list)
    made: dict[int, ClaimView] = field(default_factory=dict)
    bands: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)
    of_debtor: dict[int, list[ClaimRow]] = field(default_factory=dict)
    orders: dict[str, tuple[list[int], list[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay the columns beside the rows."""
        self.ids = [row.id for row in self.rows]
        self.balances = [row.balance_fen for row in self.rows]
        self.days = [row.days_overdue for row in self.rows]
        self.places = {identifier: place for place, identifier in enumerate(self.ids)}

    def view(self, row: ClaimRow) -> ClaimView:
        """Everything the table says of one claim."""
        found = self.made.get(row.id)
        if found is None:
            assert self.views is not None  # noqa: S101 (an empty portfolio has no row to ask about)
            found = self.made[row.id] = self.views.of(row)
        return found

    def order(self, name: str, key: Callable[[ClaimRow], Any]) -> tuple[list[int], list[int]]:
        """The places of all rows by a key, and those for which it gives None; sorted once under that name."""
        found = self.orders.get(name)
        if found is None:
            keys = [key(row) for row in self.rows]
            missing = [place for place, value in enumerate(keys) if value is None]
            known = (
                [place for place, value in enumerate(keys) if value is not None]
                if missing
                else range(len(keys))
            )
            found = self.orders[name] = (sorted(known, key=keys.__getitem__), missing)
        return found

    def all_views(self) -> list[ClaimView]:
        """The views of all rows, in their order."""
        return [self.view(row) for row in self.rows]

    @property
    def mixed(self) -> bool:
        """Whether there is more than one currency in it."""
        return len(self.bands) > 1

    @property
    def currency(self) -> str:
        """The currency that the strip adds up: yuan where there is any, else the most frequent one."""
        if "CNY" in self.bands or not self.bands:
            return "CNY"
        return max(self.bands, key=lambda name: sum(count for _, count in self.bands[name].values()))


def read(store: Store, today: date) -> Portfolio:
    """All open claims and what their views need, as of one moment."""
    with store.reading():
        day = reckoned(store, today)
        found = Portfolio(list(day.rows), views_of(store, today), day.interests)
    _add_up(found)
    found.order(OLDEST, oldest)
    return found


def read_first(store: Store, today: date) -> Portfolio:
    """The oldest open claims of a large portfolio, to have something to show at once."""
    with store.reading():
        keys = store.database.execute_sql(
            "SELECT id FROM claim WHERE due_on IS NOT NULL ORDER BY due_on LIMIT ?", (FIRST,)
        ).fetchall()
        rows = claim_rows(store, today, today, claims=[key for (key,) in keys])
        return Portfolio(rows, views_of(store, today), Interests(store, today, today), whole=False)


def read_again(store: Store, today: date, old: Portfolio, claims: Iterable[int]) -> Portfolio:
    """The same portfolio with these claims as they stand now; the others keep what was made of them."""
    wanted = set(claims)
    with store.reading():
        fresh = {row.id: row for row in claim_rows(store, today, today, claims=wanted)}
        views, interests = Views(store, today), Interests(store, today, today)
    rows = [fresh.pop(row.id, row) for row in old.rows if row.id in fresh or row.id not in wanted]
    found = Portfolio([*rows, *fresh.values()], views, interests)
    found.made = {key: view for key, view in old.made.items() if key not in wanted}
    _add_up(found)
    return found


def oldest(row: ClaimRow) -> date:
    """The due date; what has none comes last."""
    return row.due_on or date.max


def count(store: Store) -> int:
    """How many claims are kept, open or settled."""
    return int(store.database.execute_sql("SELECT count(*) FROM claim").fetchone()[0])


def urgency(view: ClaimView) -> tuple[int, int, date, int]:
    """What must be done soonest stands first; within that, the largest sum."""
    step = view.next_step
    reason = REASONS.index(step.reason) if step.reason else len(REASONS)
    today = step.tone in ("bad", "due")
    on = date.min if today else step.due_on or date.max
    return _RANK[step.tone], reason if today else 0, on, -view.row.balance_fen


def complete(portfolio: Portfolio, progress: Progress) -> Portfolio:
    """Make every view, the texts that finding looks in, and the order of the first look."""
    for place, row in enumerate(portfolio.rows):
        portfolio.view(row)
        if place % _STEP == 0:
            progress(place, len(portfolio.rows))
    portfolio.texts = [searchable(row) for row in portfolio.rows]
    portfolio.order(URGENCY, lambda row: urgency(portfolio.view(row)))
    portfolio.complete = True
    return portfolio


def searchable(row: ClaimRow) -> str:
    """What finding looks in: names, initials, numbers, owner and remark, in lower case."""
    parts = (row.debtor, row.initials, row.number, row.contract, row.owner, row.industry, row.memo)
    return "\n".join((*(part for part in parts if part), yuan(row.balance_fen))).casefold()


def _add_up(portfolio: Portfolio) -> None:
    bands = action_bands()
    sums: dict[str, dict[str, list[int]]] = {}
    owners: dict[int, list[ClaimRow]] = defaultdict(list)
    for row in portfolio.rows:
        cell = sums.setdefault(row.currency, {}).setdefault(band_of(row, bands), [0, 0])
        cell[0] += row.balance_fen
        cell[1] += 1
        owners[row.debtor_id].append(row)
    portfolio.of_debtor = owners
    portfolio.bands = {
        currency: {band: (fen, number) for band, (fen, number) in cells.items()}
        for currency, cells in sums.items()
    }
