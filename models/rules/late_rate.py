"""The rate of late-payment interest as a clerk writes it: ``lpr1y*1.5``, ``day:0.05``.

Grammar: ``lpr1y | lpr5y`` and ``pboc | pboc6m | pboc1y | pboc3y | pboc5y | pbocover5y``, each with
``*MULTIPLE``; a benchmark and an LPR joined by ``+``; ``fixed:`` before any of these; ``year:PERCENT``;
``day:PERCENT``.
"""

from __future__ import annotations

import re
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
class RateStep:
    """A rate from a day on. ``percent`` is exact: a year's, or a day's for the mode ``day``."""

    start: date
    percent: Fraction


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


def steps(rate: LateRate, start: date, end: date, tables: RateTables) -> tuple[RateStep, ...]:
    """The rate over ``start`` to ``end`` (exclusive), a new step only where it changes.

    Raises Refused ``rate_not_published`` where a series has nothing to say for a day of it.
    """
    if rate.percent is not None:
        return (RateStep(start, Fraction(rate.percent)),)
    benchmark_tier = tier(start, end)
    if rate.mode == "fixed":
        return (RateStep(start, _percent(rate, start, benchmark_tier, tables)),)
    days = {start} | {
        day for series in tables.series.values() for day in series.changes(start, end) if day < end
    }
    found: list[RateStep] = []
    for day in sorted(days):
        percent = _percent(rate, day, benchmark_tier, tables)
        if not found or found[-1].percent != percent:
            found.append(RateStep(day, percent))
    return tuple(found)


def _percent(rate: LateRate, day: date, benchmark_tier: str, tables: RateTables) -> Fraction:
    """Percent a year on a day: the benchmark before 2019-08-20, the LPR from that day."""
    part = rate.prime if day >= LPR_BEGINS else rate.benchmark
    if part is None:
        missing = rate.prime or rate.benchmark
        series = missing.series if missing else ""
        raise Refused(Problem("rate_not_published", {"series": series, "day": day.isoformat()}, "rate"))
    series = benchmark_tier if part.series == "pboc" else part.series
    rate_bp = tables.series[series].on(day)
    if rate_bp is None:
        raise Refused(Problem("rate_not_published", {"series": series, "day": day.isoformat()}, "rate"))
    return Fraction(rate_bp, 100) * Fraction(part.multiple)


def unverified(rate: LateRate, start: date, end: date, tables: RateTables) -> bool:
    """Whether a day of ``start`` to ``end`` (exclusive) bears an LPR later than the last one verified."""
    if rate.prime is None or end <= start:
        return False
    last = start if rate.mode == "fixed" else date.fromordinal(end.toordinal() - 1)
    return last > tables.verified_until


def loan_cap_percent(contract_on: date, tables: RateTables) -> Fraction | None:
    """The most a private loan may bear: four times the one-year LPR of its contract day (民间借贷规定 25).

    None before the LPR began.
    """
    rate_bp = tables.series["lpr1y"].on(contract_on)
    return None if rate_bp is None else Fraction(4 * rate_bp, 100)


def loss_line_percent(day: date, tables: RateTables) -> Fraction | None:
    """The line above which agreed damages risk being cut: 130 % of the loss, the loss taken as 1.5 × LPR.

    合同编通则解释 65 with 买卖合同解释 18(4). None before the LPR began.
    """
    rate_bp = tables.series["lpr1y"].on(day)
    return None if rate_bp is None else Fraction(rate_bp, 100) * Fraction(3, 2) * Fraction(13, 10)
