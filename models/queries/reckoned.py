"""All that a day makes of the books: its claims with interest, clocks and aging, read once for all rooms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.queries.claims import Aging, ClaimRow, aging, claim_rows
from models.queries.clocks import Clocks
from models.queries.interest import Interests
from models.rules.ageing import Bands
from models.store import Store


@dataclass(frozen=True)
class Reckoned:
    """The open claims of a day; ``interests`` and ``clocks`` tell what each of them bears and when it ends."""

    on: date
    rows: tuple[ClaimRow, ...]
    interests: Interests
    clocks: Clocks

    def aging(self, by: str = "debtor", bands: Bands | None = None) -> Aging:
        """Sums by band, as ``claims.aging``."""
        return aging(self.rows, self.on, by, bands)


def reckoned(store: Store, on: date) -> Reckoned:
    """The books as of today, shared by every room that shows this day until something is written."""
    with store.reading():
        return store.kept("reckoned", on, lambda _held: _reckoned(store, on))


def _reckoned(store: Store, on: date) -> Reckoned:
    rows = tuple(claim_rows(store, on, on))
    return Reckoned(on, rows, Interests(store, on, on), Clocks(store, rows, on))
