"""The rate of late-payment interest as a clerk writes it: ``lpr1y*1.5``, ``day:0.05``.

Grammar: ``lpr1y | lpr5y`` and ``pboc | pboc6m | pboc1y | pboc3y | pboc5y | pbocover5y``, each with
``*MULTIPLE``; a benchmark and an LPR joined by ``+``; ``fixed:`` before any of these; ``year:PERCENT``;
``day:PERCENT``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from models.rules.problems import Problem, Refused
from models.rules.rates import LPR_BEGINS, RateTables
from models.rules.workdays import add_months

Mode = Literal["floating", "fixed", "year", "day"]

_NUMBER = r"\d{1,4}(?:\.\d{1,8})?"
_BENCHMARK = re.compile(rf"(pboc(?:6m|1y|3y|5y|over5y)?)(?:\*({_NUMBER}))?")
_PRIME = re.compile(rf"(lpr1y|lpr5y)(?:\*({_NUMBER}))?")
_PERCENT = re.compile(rf"(year|day):({_NUMBER})")

_TIERS = ((6, "pboc6m"), (12, "pboc1y"), (36, "pboc3y"), (60, "pboc5y"))


@dataclass(frozen=True)
class Part:
    """A published series and by how much it is multiplied."""

    series: str
    multiple: Decimal


@dataclass(frozen=True)
class LateRate:
    """A parsed rate: ``percent`` a year's or a day's; ``benchmark`` until 2019-08-19, ``prime`` from then."""

    mode: Mode
    percent: Decimal | None = None
    benchmark: Part | None = None
    prime: Part | None = None


@dataclass(frozen=True)
class Quote:
    """What a rate was taken from: a published series, the day since which it stands so, and the multiple."""

    series: str
    published_on: date
    rate_bp: int
    multiple: Decimal

    @property
    def percent(self) -> Fraction:
        """Percent a year with the multiple."""
        return Fraction(self.rate_bp, 100) * Fraction(self.multiple)


@dataclass(frozen=True)
class RateStep:
    """A rate from a day on. ``percent`` is exact: a year's, or a day's for the mode ``day``.

    ``quote`` is None for an agreed percentage; ``capped`` where a ceiling lowered it.
    """

    start: date
    percent: Fraction
    quote: Quote | None = None
    capped: bool = False


def parse(spec: str) -> LateRate:
    """The rate behind a spec. Raises Refused ``rate_unreadable``."""
    text = spec.strip().lower()
    percent = _PERCENT.fullmatch(text)
    if percent:
        mode: Mode = "year" if percent[1] == "year" else "day"
        return LateRate(mode, Decimal(percent[2]))
    fixed = text.startswith("fixed:")
    parts = text.removeprefix("fixed:").split("+")
    benchmark = _part(_BENCHMARK.fullmatch(parts[0]))
    prime = _part(_PRIME.fullmatch(parts[-1]))
    if len(parts) > 2 or len(parts) != sum(part is not None for part in (benchmark, prime)):
        raise Refused(Problem("rate_unreadable", {"rate": spec}, "rate"))
    return LateRate("fixed" if fixed else "floating", None, benchmark, prime)


def _part(match: re.Match[str] | None) -> Part | None:
    return Part(match[1], Decimal(match[2] or 1)) if match else None


def tier(start: date, end: date) -> str:
    """The benchmark tier of a delay: up to six months, a year, three, five, over."""
    return next((name for months, name in _TIERS if end <= add_months(start, months)), "pbocover5y")


def steps(
    rate: LateRate, start: date, end: date, tables: RateTables, *, cap: Sequence[RateStep] = ()
) -> tuple[RateStep, ...]:
    """The rate over ``start`` to ``end`` (exclusive), a new step only where it changes.

    ``cap`` is the most allowed, percent a year from each day; a rate by the day is compared over 365 days.
    Raises Refused ``rate_not_published`` where a series has nothing to say for a day of it.
    """
    days = {start} | {each.start for each in cap if start < each.start < end}
    if rate.mode == "floating":
        days |= {day for series in tables.series.values() for day in series.changes(start, end) if day < end}
    benchmark_tier = tier(start, end)
    found: list[RateStep] = []
    for day in sorted(days):
        step = _capped(_step(rate, start, day, benchmark_tier, tables), cap, by_day=rate.mode == "day")
        if not found or found[-1].percent != step.percent:
            found.append(step)
    return tuple(found)


def _step(rate: LateRate, start: date, day: date, benchmark_tier: str, tables: RateTables) -> RateStep:
    """The rate on a day of a delay that began on ``start``."""
    if rate.percent is not None:
        return RateStep(day, Fraction(rate.percent))
    quote = _quote(rate, start if rate.mode == "fixed" else day, benchmark_tier, tables)
    return RateStep(day, quote.percent, quote)


def _capped(step: RateStep, cap: Sequence[RateStep], *, by_day: bool) -> RateStep:
    """The step, lowered to the ceiling of its day."""
    ceiling = next((each.percent for each in reversed(cap) if each.start <= step.start), None)
    if ceiling is None:
        return step
    most = ceiling / 365 if by_day else ceiling
    return step if step.percent <= most else RateStep(step.start, most, step.quote, capped=True)


def _quote(rate: LateRate, day: date, benchmark_tier: str, tables: RateTables) -> Quote:
    """What was published for a day: the benchmark before 2019-08-20, the LPR from that day."""
    part = rate.prime if day >= LPR_BEGINS else rate.benchmark
    if part is None:
        missing = rate.prime or rate.benchmark
        series = missing.series if missing else ""
        raise Refused(Problem("rate_not_published", {"series": series, "day": day.isoformat()}, "rate"))
    series = benchmark_tier if part.series == "pboc" else part.series
    rate_bp, since = tables.series[series].on(day), tables.series[series].since(day)
    if rate_bp is None or since is None:
        raise Refused(Problem("rate_not_published", {"series": series, "day": day.isoformat()}, "rate"))
    return Quote(series, since, rate_bp, part.multiple)


def unverified(rate: LateRate, start: date, end: date, tables: RateTables) -> bool:
    """Whether a day of ``start`` to ``end`` (exclusive) bears an LPR later than the last one verified."""
    if rate.prime is None or end <= start:
        return False
    last = start if rate.mode == "fixed" else date.fromordinal(end.toordinal() - 1)
    return last > tables.verified_until
