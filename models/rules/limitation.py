"""The limitation clock of a claim: when it starts, what interrupts it, on which day it ends.

Sources: Civil Code 188-197 and 199-204; the Supreme Court's provisions on limitation (诉讼时效规定,
法释〔2008〕11号, 2020); for claims from before October 2017 法释〔2018〕12号. The base day is the due date or
the day of the event, not the day after, so the last day shown is the earlier of the two readings courts take.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from models.rules.reasons import Reason
from models.rules.workdays import Calendar, add_years

GRACE_DAYS = 15
"""Days a first demand leaves the debtor of an undated claim before the clock starts."""

_THREE_YEARS_SINCE = date(2017, 10, 1)


@dataclass(frozen=True)
class EventKind:
    """What may move the clock. ``article`` of 诉讼时效规定, ``proof`` the evidence that carries it.

    ``demand``: it asks for payment, so it starts the clock of an undated claim. ``revives``: the debtor
    itself agrees or performs, which after expiry takes its defence away (CC 192, 诉讼时效规定 19).
    """

    code: str
    article: str
    proof: tuple[str, ...]
    demand: bool = False
    revives: bool = False


EVENT_KINDS: Mapping[str, EventKind] = {
    kind.code: kind
    for kind in (
        EventKind("D1", "8(1)(1)", ("demand",), demand=True),
        EventKind("D2", "8(1)(1)", ("demand", "recording"), demand=True),
        EventKind("D3", "8(1)(2)", ("demand",), demand=True),
        EventKind("D4", "8(1)(2)", ("chat",), demand=True),
        EventKind("D5", "8(1)(3)", ("payment",), demand=True),
        EventKind("D6", "8(1)(4)", ("demand",), demand=True),
        EventKind("P1", "14", ("payment",), revives=True),
        EventKind("P2", "14", ("contract", "chat", "recording"), revives=True),
        EventKind("P3", "法复〔1994〕3号", ("statement",), revives=True),
        EventKind("C1", "10", ("other",), demand=True),
        EventKind("C2", "11", ("other",), demand=True),
        EventKind("C3", "12", ("other",), demand=True),
        EventKind("C4", "13", ("other",)),
        EventKind("C5", "16", ("other",), demand=True),
        EventKind("A1", "17(1)", ("demand",)),
        EventKind("A2", "17(2)", ("contract",), revives=True),
    )
}


@dataclass(frozen=True)
class ClaimEvent:
    """Something that happened on a claim. ``on`` is the day that counts in law: arrival, payment, filing.

    ``provable``: the evidence for it is on file. Raises ValueError for a code the table does not have.
    """

    code: str
    on: date
    provable: bool = True

    def __post_init__(self) -> None:
        if self.code not in EVENT_KINDS:
            raise ValueError(f"no such event: {self.code!r}")


@dataclass(frozen=True)
class JudgedEvent:
    """An event with its effect. ``revives``: it came too late to interrupt, yet takes the defence away."""

    code: str
    on: date
    interrupts: bool
    why: Reason
    revives: bool = False


@dataclass(frozen=True)
class Clock:
    """The state of limitation after all events; days are None while an undated claim was never demanded.

    ``last_day`` is nominal and the alarm to work by; ``rolled_last_day`` is where a day off moves it (CC
    203). ``cap_on`` ends twenty years (CC 188). Past it the clock goes on: steady demands keep a claim alive
    (guiding case 249), so it is a warning, not an end.
    """

    last_day: date | None
    rolled_last_day: date | None
    cap_on: date | None
    events: tuple[JudgedEvent, ...]

    @property
    def beyond_cap(self) -> bool:
        """Whether the last day lies after the twenty years."""
        return self.last_day is not None and self.cap_on is not None and self.last_day > self.cap_on


@lru_cache(maxsize=4096)
def period_end(base: date) -> date:
    """The nominal last day of a period that starts from ``base``: three years (CC 188).

    Two years where those had run out before 2017-10-01 (法释〔2018〕12号 1-3).
    """
    two_years = add_years(base, 2)
    return two_years if two_years < _THREE_YEARS_SINCE else add_years(base, 3)


def run(
    due_on: date | None,
    events: Iterable[ClaimEvent],
    *,
    last_instalment_on: date | None = None,
    calendar: Calendar,
    grace_days: int = GRACE_DAYS,
) -> Clock:
    """The clock of a claim after its events, in any order.

    A debt whose contract is payable by instalments runs from the last one (CC 189); a plan signed later for a
    debt already due is a P2 on its signing day. An undated claim runs from the end of the grace of the first
    demand (诉讼时效规定 4). An event up to the starting day, or after the rolled last day, interrupts
    nothing; after it the debtor's own promise or payment revives. Procedures restart the clock on their
    filing day, the earliest reading of CC 195.
    """
    start = last_instalment_on or due_on
    base = start
    judged: list[JudgedEvent] = []
    for event in sorted(events, key=lambda each: each.on):
        verdict, base = _judge(event, base, calendar, grace_days)
        start = start or base
        judged.append(verdict)
    last_day = period_end(base) if base else None
    return Clock(
        last_day,
        calendar.rolled(last_day) if last_day else None,
        add_years(start, 20) if start else None,
        tuple(judged),
    )


def both(
    due_on: date | None,
    events: Sequence[ClaimEvent],
    *,
    last_instalment_on: date | None = None,
    calendar: Calendar,
    grace_days: int = GRACE_DAYS,
) -> tuple[date | None, date | None]:
    """The nominal last day as claimed, and as it can be proved with what is on file today."""

    def last_day(counted: Sequence[ClaimEvent]) -> date | None:
        start = last_instalment_on or due_on
        if start and not counted:
            return period_end(start)
        return run(
            due_on, counted, last_instalment_on=last_instalment_on, calendar=calendar, grace_days=grace_days
        ).last_day

    provable = [event for event in events if event.provable]
    claimed_on = last_day(events)
    return claimed_on, claimed_on if len(provable) == len(events) else last_day(provable)


def _judge(
    event: ClaimEvent, base: date | None, calendar: Calendar, grace_days: int
) -> tuple[JudgedEvent, date | None]:
    """What the event does, and the day the clock runs from after it."""
    kind = EVENT_KINDS[event.code]
    if base is None:
        return _first_demand(event, kind, grace_days)
    if event.on <= base:
        return _verdict(event, "limitation_before_start", base, start=base), base
    last_day = period_end(base)
    if event.on <= calendar.rolled(last_day):
        return _verdict(event, "limitation_interrupts", event.on, interrupts=True), event.on
    if kind.revives:
        return _verdict(event, "limitation_revives", event.on, revives=True, expired=last_day), event.on
    return _verdict(event, "limitation_too_late", base, expired=last_day), base


def _first_demand(event: ClaimEvent, kind: EventKind, grace_days: int) -> tuple[JudgedEvent, date | None]:
    """An event on an undated claim: only a demand starts the clock, and it starts rather than interrupts."""
    if not kind.demand:
        return _verdict(event, "limitation_not_started", None), None
    # A suit leaves no grace: the clock starts on the earliest day it can.
    start = event.on + timedelta(days=0 if event.code.startswith("C") else grace_days)
    return _verdict(event, "limitation_starts", start, start=start), start


def _verdict(
    event: ClaimEvent,
    code: str,
    base: date | None,
    *,
    interrupts: bool = False,
    revives: bool = False,
    **days: date,
) -> JudgedEvent:
    """The event with its reason; ``base`` gives the last day the reason may name."""
    params = {name: day.isoformat() for name, day in days.items()}
    params |= {"code": event.code, "on": event.on.isoformat()}
    if base:
        params["last_day"] = period_end(base).isoformat()
    return JudgedEvent(event.code, event.on, interrupts, Reason(code, params), revives)
