"""The limitation clocks of the portfolio: as claimed, as provable, and what is missing between the two."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from models.queries.claims import ClaimRow
from models.queries.events import Events, claim_events
from models.queries.published import calendar_of
from models.queries.settings import setting
from models.rules.limitation import (
    ClaimEvent,
    Clock,
    Period,
    both,
    period_for,
    provable_part,
    run,
    unproved,
)
from models.rules.proof import NEEDS
from models.rules.workdays import Calendar
from models.settings import SEA_BY_DEMAND, SEA_INTERRUPTION
from models.store import Store


@dataclass(frozen=True)
class Limitation:
    """Both clocks of one claim, with every event that was told."""

    claimed: Clock
    provable: Clock
    events: tuple[ClaimEvent, ...]


class Limitations:
    """Looks once at all events, then tells the clocks of any number of claims.

    Claims on which nothing happened share one reckoning a due date, so a large portfolio stays cheap.
    """

    def __init__(self, store: Store, claims: Collection[int] | None = None) -> None:
        """Read the events, of these claims or of all; ``store.reading`` around it keeps them of one moment."""
        self.events: Events = claim_events(store, claims)
        self._calendar = calendar_of(store)
        self._sea_demand = setting(store, SEA_INTERRUPTION) == SEA_BY_DEMAND
        self._moved: dict[int, tuple[date | None, date | None]] = {}
        self._lacking: dict[int, tuple[str, ...]] = {}
        self._quiet: dict[tuple[date | None, str], tuple[date | None, date | None]] = {}

    @property
    def calendar(self) -> Calendar:
        """The days off it reckons with."""
        return self._calendar

    def period(self, kind: str) -> Period:
        """The period of a kind of claim, by the choice of this portfolio where the law leaves one."""
        return period_for(kind, sea_demand=self._sea_demand)

    def of(self, row: ClaimRow) -> tuple[date | None, date | None]:
        """Nominal last day as claimed and as provable; (None, None) where nothing is open."""
        if row.amount_fen <= row.paid_fen:
            return None, None
        return self.ends(row.id, row.due_on, row.kind)

    def until(self, row: ClaimRow, horizon: date) -> tuple[date | None, date | None]:
        """The same, exact up to a horizon; beyond it as if nothing had happened, which is never later."""
        quiet = self.quiet(row.due_on, row.kind)
        if quiet[0] and quiet[0] > horizon:
            return quiet
        return self.ends(row.id, row.due_on, row.kind)

    def ends(self, claim: int, due_on: date | None, kind: str) -> tuple[date | None, date | None]:
        """The same of an open claim that falls due then."""
        if claim not in self.events:
            return self.quiet(due_on, kind)
        found = self._moved.get(claim)
        if found is None:
            period = self.period(kind)
            found = both(due_on, self.events[claim], calendar=self._calendar, period=period)
            self._moved[claim] = found
        return found

    def quiet(self, due_on: date | None, kind: str) -> tuple[date | None, date | None]:
        """The same of a claim on which nothing happened."""
        key = (due_on, kind)
        found = self._quiet.get(key)
        if found is None:
            found = self._quiet[key] = both(due_on, (), calendar=self._calendar, period=self.period(kind))
        return found

    def missing(self, row: ClaimRow) -> tuple[str, ...]:
        """The items that would prove the newest event that counts only as claimed, the cheap way."""
        found = self._lacking.get(row.id)
        if found is None:
            events = self.events.get(row.id, ())
            event = unproved(row.due_on, events, calendar=self._calendar, period=self.period(row.kind))
            found = self._lacking[row.id] = () if event is None else lacking(event)
        return found

    def clocks(self, row: ClaimRow, more: tuple[ClaimEvent, ...] = ()) -> Limitation:
        """Both clocks in full, as if ``more`` had happened too."""
        events = (*self.events.get(row.id, ()), *more)
        shown, period = provable_part(row.due_on, events), self.period(row.kind)
        return Limitation(
            run(row.due_on, events, calendar=self._calendar, period=period),
            run(row.due_on, shown, calendar=self._calendar, period=period),
            events,
        )


def limitations_of(store: Store) -> Limitations:
    """Those of the whole portfolio; read once for all who ask while nothing is written."""
    with store.reading():
        return store.kept("limitations", None, lambda _held: Limitations(store))


def lacking(event: ClaimEvent) -> tuple[str, ...]:
    """The items without which the event cannot be proved."""
    if event.proof is None:
        return ()
    what = event.source if event.source in NEEDS else event.code
    return tuple(item for item in NEEDS[what].needed if item in event.proof.missing)
