"""What a late claim bears: what was agreed, else what the law gives; from which day, and under which ceiling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from models.rules.day_count import USUAL, Terms
from models.rules.interest_doubts import annual_percent
from models.rules.late_rate import LateRate, RateStep, parse, steps
from models.rules.late_terms import Mode, Proposal, Situation, late_terms
from models.rules.problems import Problem, Refused
from models.rules.rates import LPR_BEGINS, RateTables
from models.rules.reasons import Reason

GRACE_DAYS = range(366)


@dataclass(frozen=True)
class Agreed:
    """What a contract says of paying late. ``cap`` is a rate above which nothing is owed, ``on`` the day it was signed.

    Rates are written as the commands write them. Raises Refused ``rate_unreadable``, ``terms_grace``.
    """

    rate: str
    terms: Terms = USUAL
    grace_days: int = 0
    cap: str | None = None
    on: date | None = None

    def __post_init__(self) -> None:
        """Only what can be reckoned with."""
        for spec in (self.rate, self.cap):
            if spec is not None:
                parse(spec)
        if self.grace_days not in GRACE_DAYS:
            raise Refused(Problem("terms_grace", {"days": str(self.grace_days)}, "grace"))


@dataclass(frozen=True)
class House:
    """What this firm claims where 买卖合同解释 18(4) leaves room: how often the LPR, fixed at breach or floating."""

    multiple: Decimal = Decimal("1.5")
    mode: Mode = "fixed"


@dataclass(frozen=True)
class Bearing:
    """The terms of one claim, from ``start``, the first day in delay. ``rate`` None: none can be named yet.

    ``proposal`` says where the rate stands and what else can be argued.
    """

    start: date
    rate: LateRate | None
    spec: str | None
    terms: Terms
    cap: tuple[RateStep, ...]
    proposal: Proposal


def first_day(due_on: date, agreed: Agreed | None) -> date:
    """The first day in delay: the one after the due date and the days of grace."""
    return due_on + timedelta(days=1 + (agreed.grace_days if agreed else 0))


def bearing(
    kind: str,
    due_on: date,
    agreed: Agreed | None,
    tables: RateTables,
    today: date,
    *,
    signed_on: date | None = None,
    currency: str = "CNY",
    house: House | None = None,
) -> Bearing:
    """What a claim of a kind bears from the day after it was due.

    ``signed_on`` is the contract's day where the terms tell none. The LPR is no rate for another currency: there
    nothing is proposed.
    """
    start = first_day(due_on, agreed)
    contract_on = (agreed.on if agreed else None) or signed_on
    choice = house or House()
    known = Situation(
        kind,
        start,
        contract_on,
        agreed.rate if agreed else None,
        mode=choice.mode,
        multiple=choice.multiple,
    )
    found = late_terms(known, tables, sued_on=today)
    if agreed is None and currency != "CNY":
        found = replace(
            found, rate=None, confidence="ask", why=(Reason("late_ask_currency"),), alternatives=()
        )
    cap = found.cap
    if agreed and agreed.cap:
        cap = lower(cap, _ceiling(agreed.cap, agreed.on or start, tables))
    rate = parse(found.rate) if found.rate else None
    return Bearing(start, rate, found.rate, agreed.terms if agreed else USUAL, cap, found)


def _ceiling(spec: str, signed_on: date, tables: RateTables) -> tuple[RateStep, ...]:
    """A cap as steps of percent a year; a fixed one is that of the day it was agreed on."""
    rate = parse(spec)
    if rate.mode == "fixed":
        (step,) = steps(rate, signed_on, signed_on, tables)
        return (RateStep(date.min, step.percent),)
    begins = date.min if rate.percent is not None else LPR_BEGINS
    if rate.benchmark:
        begins = tables.series["pboc1y"].starts[0]
    found = steps(rate, begins, max(begins, tables.verified_until), tables)
    return tuple(RateStep(step.start, annual_percent(step.percent, rate)) for step in found)


def lower(one: Sequence[RateStep], other: Sequence[RateStep]) -> tuple[RateStep, ...]:
    """Of two ceilings the lower one, day by day."""
    found = []
    for day in sorted({step.start for step in (*one, *other)}):
        in_force = [
            next(step.percent for step in reversed(ceiling) if step.start <= day)
            for ceiling in (one, other)
            if ceiling and ceiling[0].start <= day
        ]
        found.append(RateStep(day, min(in_force)))
    return tuple(found)
