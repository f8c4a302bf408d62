"""The limitation clock of a claim: when it starts, what interrupts it, on which day it ends.

Sources: Civil Code 188-197 and 199-204; the Supreme Court's provisions on limitation (诉讼时效规定,
法释〔2008〕11号, 2020); for claims from before October 2017 法释〔2018〕12号. The base day is the due date or
the day of the event, not the day after, so the last day shown is the earlier of the two readings courts take.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from models.rules.proof import Proof
from models.rules.reasons import Reason
from models.rules.workdays import Calendar, add_months, add_years

GRACE_DAYS = 15
"""Days a first demand leaves the debtor of an undated claim before the clock starts."""

OBSTACLE = "S1"
"""Something that keeps the creditor from claiming, from its day until ``until`` (CC 194)."""
REFUSAL = "R1"
"""The debtor of an undated claim refuses outright at the first demand (诉讼时效规定 4)."""

_THREE_YEARS_SINCE = date(2017, 10, 1)
_CAP_YEARS = 20
_OBSTACLE_MONTHS = 6


@dataclass(frozen=True)
class Period:
    """How long a kind of claim may be sued on. ``demand_interrupts``: a mere demand restarts it (CC 195).

    ``key`` names it; ``own`` is one that somebody set.
    """

    key: str
    months: int
    article: str = ""
    demand_interrupts: bool = True


GENERAL = Period("general", 36, "CC 188")
PERIODS: Mapping[str, Period] = {
    "export": Period("export", 48, "CC 594"),
    "sea_carriage": Period("sea_carriage", 12, "海商法 284", demand_interrupts=False),
    "charter": Period("charter", 24, "海商法 286", demand_interrupts=False),
}
"""By kind of claim; every other has the general one. At sea a setting says whether a demand counts (海商法 267)."""
SHORTEST_PERIOD_DAYS = 365
"""No period is shorter than a year (海商法 284)."""


def period_for(kind: str, *, sea_demand: bool = False) -> Period:
    """The period of that kind of claim; with ``sea_demand`` a mere demand restarts that of the maritime code too."""
    found = PERIODS.get(kind, GENERAL)
    differs = sea_demand and not found.demand_interrupts
    return replace(found, key=f"{found.key}_demand", demand_interrupts=True) if differs else found


@dataclass(frozen=True)
class EventKind:
    """What may move the clock. ``article`` of 诉讼时效规定 unless it says otherwise.

    ``demand``: it asks for payment, so it starts the clock of an undated claim. ``revives``: the debtor
    itself agrees or performs, which after expiry takes its defence away (CC 192, 诉讼时效规定 19).
    """

    code: str
    article: str
    demand: bool = False
    revives: bool = False

    @property
    def procedure(self) -> bool:
        """Whether it opens a procedure, from whose end the period runs anew (CC 195)."""
        return self.code.startswith("C")


EVENT_KINDS: Mapping[str, EventKind] = {
    kind.code: kind
    for kind in (
        EventKind("D1", "8(1)(1)", demand=True),
        EventKind("D2", "8(1)(1)", demand=True),
        EventKind("D3", "8(1)(2)", demand=True),
        EventKind("D4", "8(1)(2); 电子签名法 11", demand=True),
        EventKind("D5", "8(1)(3)", demand=True),
        EventKind("D6", "8(1)(4)", demand=True),
        EventKind("P1", "14", revives=True),
        EventKind("P2", "14", revives=True),
        EventKind("P3", "法复〔1994〕3号", revives=True),
        EventKind("C1", "10", demand=True),
        EventKind("C2", "11", demand=True),
        EventKind("C3", "12", demand=True),
        EventKind("C4", "13"),
        EventKind("C5", "16", demand=True),
        EventKind("A1", "17(1)"),
        EventKind("A2", "17(2)", revives=True),
    )
}
"""What interrupts."""

OTHER_KINDS: Mapping[str, EventKind] = {
    OBSTACLE: EventKind(OBSTACLE, "CC 194"),
    REFUSAL: EventKind(REFUSAL, "4"),
}
"""What moves the clock without interrupting it."""

CODES = (*EVENT_KINDS, *OTHER_KINDS)


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, many take thrice as long to make
class ClaimEvent:
    """Something that happened on a claim. ``on`` is the day that counts in law: arrival, payment, filing.

    ``until`` ends a procedure or an obstacle. ``provable``: the evidence for it is on file; ``proof`` says which.
    ``source`` and ``key`` name the record it comes from. Raises ValueError for a code no table has.
    """

    code: str
    on: date
    provable: bool = True
    until: date | None = None
    proof: Proof | None = None
    source: str = ""
    key: int = 0

    def __post_init__(self) -> None:
        if self.code not in EVENT_KINDS and self.code not in OTHER_KINDS:
            raise ValueError(f"no such event: {self.code!r}")


@dataclass(frozen=True)
class JudgedEvent:
    """An event with its effect. ``revives``: it came too late to interrupt, yet takes the defence away.

    ``suspends``: an obstacle that moved the end; ``event`` is what was judged.
    """

    code: str
    on: date
    interrupts: bool
    why: Reason
    revives: bool = False
    suspends: bool = False
    event: ClaimEvent | None = None


@dataclass(frozen=True)
class Clock:
    """The state of limitation after all events; days are None while an undated claim was never demanded.

    ``last_day`` is nominal and the alarm to work by; ``rolled_last_day`` is where a day off moves it (CC
    203). ``cap_on`` ends twenty years (CC 188). Past it the clock goes on: steady demands keep a claim alive
    (guiding case 249), so it is a warning, not an end. ``base_on`` is the day it runs from in the end.
    """

    last_day: date | None
    rolled_last_day: date | None
    cap_on: date | None
    events: tuple[JudgedEvent, ...]
    start_on: date | None = None
    base_on: date | None = None
    period: Period = GENERAL

    @property
    def beyond_cap(self) -> bool:
        """Whether the last day lies after the twenty years."""
        return self.last_day is not None and self.cap_on is not None and self.last_day > self.cap_on


@lru_cache(maxsize=8192)
def period_end(base: date, period: Period = GENERAL) -> date:
    """The nominal last day of a period that starts from ``base``: three years unless the claim has its own.

    Two years where those had run out before 2017-10-01 (法释〔2018〕12号 1-3).
    """
    if period is GENERAL:
        two_years = add_years(base, 2)
        if two_years < _THREE_YEARS_SINCE:
            return two_years
    return add_months(base, period.months)


def run(
    due_on: date | None,
    events: Iterable[ClaimEvent],
    *,
    last_instalment_on: date | None = None,
    calendar: Calendar,
    grace_days: int = GRACE_DAYS,
    period: Period = GENERAL,
) -> Clock:
    """The clock of a claim after its events, in any order.

    A debt whose contract is payable by instalments runs from the last one (CC 189); a plan signed later for a
    debt already due is a P2 on its signing day. An undated claim runs from the end of the grace of the first
    demand, or from its refusal (诉讼时效规定 4). An event up to the starting day, or after the rolled last day,
    interrupts nothing; after it the debtor's own promise or payment revives. A procedure restarts the clock on
    its filing day, the earliest reading of CC 195, until the day it ended is known. An obstacle in the last six
    months lets the period end six months after it is gone (CC 194); one that has not ended moves nothing yet.
    """
    happened = sorted(events, key=_order)
    walk = _Walk(last_instalment_on or due_on, period, calendar, grace_days, happened)
    verdicts = [walk.verdict(event, walk.judge(event)) for event in happened if event.code != OBSTACLE]
    last_day = walk.end()
    verdicts += [walk.verdict(event, walk.judge_obstacle(event)) for event in walk.obstacles]
    return Clock(
        last_day,
        calendar.rolled(last_day) if last_day else None,
        add_years(walk.start, _CAP_YEARS) if walk.start else None,
        tuple(sorted(verdicts, key=lambda verdict: verdict.on)),
        walk.start,
        walk.base,
        period,
    )


def both(
    due_on: date | None,
    events: Sequence[ClaimEvent],
    *,
    last_instalment_on: date | None = None,
    calendar: Calendar,
    grace_days: int = GRACE_DAYS,
    period: Period = GENERAL,
) -> tuple[date | None, date | None]:
    """The nominal last day as claimed, and as it can be proved with what is on file today.

    What starts the clock of an undated claim counts in both: it speaks against the creditor, proved or not.
    """
    start = last_instalment_on or due_on

    def last_day(counted: Sequence[ClaimEvent]) -> date | None:
        if start and not counted:
            return period_end(start, period)
        happened = sorted(counted, key=_order) if len(counted) > 1 else counted
        walk = _Walk(start, period, calendar, grace_days, happened)
        for event in happened:
            if event.code != OBSTACLE:
                walk.judge(event)
        return walk.end()

    shown = provable_part(start, events)
    claimed_on = last_day(events)
    return claimed_on, claimed_on if len(shown) == len(events) else last_day(shown)


def unproved(
    due_on: date | None, events: Sequence[ClaimEvent], *, calendar: Calendar, period: Period = GENERAL
) -> ClaimEvent | None:
    """The newest event that moves the clock but cannot be proved: the one whose evidence is worth getting."""
    happened = sorted(events, key=_order)
    walk = _Walk(due_on, period, calendar, GRACE_DAYS, happened)
    found = None
    for event in happened:
        if event.code != OBSTACLE and walk.judge(event).moves and not event.provable:
            found = event
    return found


def provable_part(start: date | None, events: Sequence[ClaimEvent]) -> list[ClaimEvent]:
    """The events that count as far as can be proved: those with their evidence, and what speaks against us."""
    if all(event.provable for event in events):
        return list(events)
    against = {id(event) for event in events if event.code == REFUSAL}
    if start is None:
        demands = [event for event in events if _KINDS[event.code].demand]
        against |= {id(min(demands, key=_order))} if demands else set()
    return [event for event in events if event.provable or id(event) in against]


_KINDS = {**EVENT_KINDS, **OTHER_KINDS}


def _order(event: ClaimEvent) -> tuple[date, str, date]:
    """By day; of one day in an order of their own, so that the order told never matters."""
    return event.on, event.code, event.until or event.on


class _Effect(NamedTuple):
    """What an event did, not yet in words: the code of its reason and the days that names."""

    code: str
    days: Mapping[str, date] = MappingProxyType({})
    interrupts: bool = False
    revives: bool = False
    suspends: bool = False

    @property
    def moves(self) -> bool:
        """Whether the clock ends later for it."""
        return self.interrupts or self.revives


_INTERRUPTS = _Effect("limitation_interrupts", interrupts=True)


class _Walk:
    """One walk through the events: ``base`` is the day the clock runs from so far."""

    def __init__(
        self,
        start: date | None,
        period: Period,
        calendar: Calendar,
        grace_days: int,
        happened: Sequence[ClaimEvent],
    ) -> None:
        self.start = self.base = start
        self.period, self.calendar, self.grace_days = period, calendar, grace_days
        self.obstacles = [event for event in happened if event.code == OBSTACLE]
        self.in_grace = False
        self._counted: set[int] = set()
        self._suspended: set[int] = set()

    def end(self) -> date | None:
        """The nominal last day as things stand, obstacles in its last six months counted in."""
        if self.base is None:
            return None
        last = period_end(self.base, self.period)
        if not self.obstacles:
            return last
        self._counted.clear()
        for obstacle in self.obstacles:
            gone = obstacle.until
            if gone and obstacle.on <= last and gone >= add_months(last, -_OBSTACLE_MONTHS):
                later = add_months(gone, _OBSTACLE_MONTHS)
                if later > last:
                    self._counted.add(id(obstacle))
                    last = later
        return last

    def judge(self, event: ClaimEvent) -> _Effect:
        """What the event does to the clock; it moves ``base``."""
        kind, last = _KINDS[event.code], self.end()
        if event.code == REFUSAL:
            return self._refusal(event)
        if self.base is None or last is None:
            return self._first_demand(event, kind)
        runs_from = max(event.on, event.until or event.on) if kind.procedure else event.on
        if runs_from <= self.base:
            return _Effect("limitation_before_start", {"start": self.base})
        if event.on > last and event.on > self.calendar.rolled(last):
            return self._too_late(event, kind, last)
        if self._counted and event.on > period_end(self.base, self.period):
            self._suspended |= self._counted  # without them it would have come too late
        if not self.period.demand_interrupts and kind.code.startswith("D"):
            return _Effect("limitation_demand_idle")
        self.base, self.in_grace = runs_from, False
        if runs_from == event.on:
            return _INTERRUPTS
        return _Effect("limitation_interrupts_until", {"until": runs_from}, interrupts=True)

    def _too_late(self, event: ClaimEvent, kind: EventKind, last: date) -> _Effect:
        if not kind.revives:
            return _Effect("limitation_too_late", {"expired": last})
        self.base = event.on
        return _Effect("limitation_revives", {"expired": last}, revives=True)

    def _first_demand(self, event: ClaimEvent, kind: EventKind) -> _Effect:
        """An event on an undated claim: only a demand starts the clock, and it starts rather than interrupts."""
        if not kind.demand:
            return _Effect("limitation_not_started")
        # A suit leaves no grace: the clock starts on the earliest day it can.
        self.in_grace = not kind.procedure and self.grace_days > 0
        self.start = self.base = event.on + timedelta(days=self.grace_days if self.in_grace else 0)
        return _Effect("limitation_starts", {"start": self.base})

    def _refusal(self, event: ClaimEvent) -> _Effect:
        """A refusal at the first demand starts the clock at once; later it changes nothing."""
        if self.base is not None and not (self.in_grace and event.on < self.base):
            return _Effect("limitation_refusal_idle")
        self.start = self.base = event.on
        self.in_grace = False
        return _Effect("limitation_refusal_starts", {"start": event.on})

    def judge_obstacle(self, event: ClaimEvent) -> _Effect:
        """Whether an obstacle moved the end; asked after the walk."""
        if event.until is None:
            return _Effect("limitation_obstacle_open")
        if id(event) in self._suspended | self._counted:
            days = {"until": event.until, "extended": add_months(event.until, _OBSTACLE_MONTHS)}
            return _Effect("limitation_suspends", days, suspends=True)
        return _Effect("limitation_obstacle_idle", {"until": event.until})

    def verdict(self, event: ClaimEvent, effect: _Effect) -> JudgedEvent:
        """The event with its reason, which may name the last day as it stands now."""
        params = {name: day.isoformat() for name, day in effect.days.items()}
        params |= {"code": event.code, "on": event.on.isoformat()}
        last = self.end()
        if last:
            params["last_day"] = last.isoformat()
        why = Reason(effect.code, params)
        interrupts, revives, suspends = effect.interrupts, effect.revives, effect.suspends
        return JudgedEvent(event.code, event.on, interrupts, why, revives, suspends, event)
