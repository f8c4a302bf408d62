"""A second reckoning of late-payment interest: one day after another, in Decimal, from the words of the law.

It shares no code with the program. Rates are read from the published tables anew; a day bears base × percent a year ÷
days of the year; a payment lowers costs, interest, principal before its own day is counted; a stretch at one rate on
one base is rounded half up to the fen, or all of it once at the end.
"""

from __future__ import annotations

import csv
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from pathlib import Path
from random import Random

RATES = Path(__file__).resolve().parents[3] / "resources" / "rates"
COLUMNS = {"pboc6m": 1, "pboc1y": 2, "pboc3y": 3, "pboc5y": 4, "pbocover5y": 5, "lpr1y": 1, "lpr5y": 2}
REFORM = date(2019, 8, 20)
CEILING = date(2020, 8, 20)
DAY = timedelta(days=1)
FEN = Decimal("0.01")
SCALE = 12 * 360 * 365 * 366
"""Parts of a year are counted in this many parts, so that nothing is divided before the very end."""


@dataclass(frozen=True)
class Case:
    """A debt and what happened to it. Sums in yuan; ``benchmark`` and ``prime`` are (series, multiple)."""

    principal: Decimal
    start: date
    end: date
    percent: Decimal | None = None
    by_day: bool = False
    fixed: bool = False
    benchmark: tuple[str, Decimal] | None = None
    prime: tuple[str, Decimal] | None = None
    basis: str = "365"
    months: bool = False
    count_end: bool = False
    each: bool = True
    costs: Decimal = Decimal(0)
    paid: tuple[tuple[date, Decimal], ...] = ()
    loan_on: date | None = None
    bankrupt_on: date | None = None


@dataclass
class Outcome:
    """What was found, in yuan: lines as (first day, base, amount)."""

    total: Decimal = Decimal(0)
    paid: Decimal = Decimal(0)
    costs: Decimal = Decimal(0)
    principal: Decimal = Decimal(0)
    lines: list[tuple[date, Decimal, Decimal]] = field(default_factory=list)


@cache
def published(series: str) -> dict[date, Decimal]:
    """The rate of every single day."""
    name = "lpr.csv" if series.startswith("lpr") else "pboc_benchmark.csv"
    with (RATES / name).open(encoding="utf-8", newline="") as file:
        rows = [(date.fromisoformat(row[0]), row[COLUMNS[series]]) for row in list(csv.reader(file))[1:]]
    rates = {}
    for (first, percent), (after, _) in zip(rows, [*rows[1:], (date(2030, 1, 1), "")], strict=True):
        while first < after:
            rates[first] = Decimal(percent)
            first += DAY
    return rates


def months_on(day: date, months: int) -> date:
    """The same day of a later month, or its last where there is none (CC 202)."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def term_of(start: date, stop: date) -> str:
    """The benchmark's term for a delay of this length."""
    for months, series in ((6, "pboc6m"), (12, "pboc1y"), (36, "pboc3y"), (60, "pboc5y")):
        if stop <= months_on(start, months):
            return series
    return "pbocover5y"


def percent_on(case: Case, day: date, stop: date) -> Decimal:
    """365 times the percent a year (or a day) that a day bears, no more than a court grants."""
    percent = case.percent
    if percent is None:
        quoted = case.start if case.fixed else day
        series, multiple = (case.prime if quoted >= REFORM else case.benchmark) or ("", Decimal(0))
        percent = published(term_of(case.start, stop) if series == "pboc" else series)[quoted] * multiple
    if case.loan_on is None:
        return percent * 365
    if case.loan_on < CEILING and day < CEILING:
        most = Decimal(24)
    else:
        most = 4 * published("lpr1y")[case.loan_on if case.loan_on >= CEILING else max(case.end, CEILING)]
    return min(percent * 365, most if case.by_day else most * 365)


def part_of_year(case: Case, first: date, after: date) -> int:
    """A stretch as a part of a year, or its days where the rate is one by the day, times SCALE."""
    if case.by_day:
        return (after - first).days * SCALE
    whole = 0
    while case.months and months_on(first, whole + 1) <= after:
        whole += 1
    part, day = whole * SCALE // 12, months_on(first, whole)
    while day < after:
        length = 366 if day.year % 4 == 0 and (day.year % 100 or day.year % 400 == 0) else 365
        part += SCALE // (length if case.basis == "actual" else int(case.basis))
        day += DAY
    return part


def rounded(scaled: Decimal) -> Decimal:
    """Yuan of interest in scaled parts, half a fen up."""
    return (scaled / (100 * 365 * SCALE)).quantize(FEN, ROUND_HALF_UP)


def reckoned(case: Case) -> Outcome:
    """The debt as it stands, day after day."""
    with localcontext() as context:
        context.prec = 60
        return _reckoned(case)


def _reckoned(case: Case) -> Outcome:
    found = Outcome(costs=case.costs, principal=case.principal)
    stop = case.end + DAY if case.count_end else case.end
    if case.bankrupt_on:
        stop = max(case.start, min(stop, case.bankrupt_on))
    closed = Decimal(0)  # interest of finished lines, scaled
    first, percent = case.start, Decimal(-1)  # of the line that is open

    def open_interest(day: date) -> Decimal:
        return found.principal * max(percent, Decimal(0)) * part_of_year(case, first, day)

    def close(day: date) -> None:
        nonlocal closed, first
        if day > first and found.principal and percent >= 0:
            amount = open_interest(day)
            found.lines.append((first, found.principal, rounded(amount)))
            closed += rounded(amount) * (100 * 365 * SCALE) if case.each else amount
        first = day

    day = case.start
    waiting = sorted(case.paid)
    while True:
        if day < stop and percent_on(case, day, stop) != percent:
            close(day)
            percent = percent_on(case, day, stop)
        while waiting and (waiting[0][0] <= day or day >= stop):
            money = waiting.pop(0)[1]
            costs = min(money, found.costs)
            interest = min(money - costs, rounded(closed + open_interest(day)) - found.paid)
            principal = min(money - costs - interest, found.principal)
            found.costs -= costs
            found.paid += interest
            if principal:
                close(day)
                found.principal -= principal
        if day >= stop:
            break
        day += DAY
    close(stop)
    found.total = rounded(closed)
    return found


def drawn(chance: Random) -> Case:
    """A debt at random, of every kind the program knows."""
    principal = Decimal(chance.choice((1, 99, 10**4, 10**7, 10**9)) * chance.randint(1, 100)) / 100
    start = date(2012, 1, 1) + DAY * chance.randint(0, 5300)
    end = start + DAY * chance.choice((0, 1, 30, 90, 366, 900)) * chance.randint(0, 2)
    end = min(end + DAY * chance.randint(0, 200), date(2027, 6, 1))
    paid = tuple(
        (
            start + DAY * chance.randint(-20, max(0, (end - start).days)),
            Decimal(chance.randint(1, 10**6)) / 100,
        )
        for _ in range(chance.choice((0, 0, 1, 3)))
    )
    rate = _drawn_rate(chance, start)
    loan = chance.random() < 0.25
    return Case(
        principal,
        start,
        end,
        **rate,
        basis=chance.choice(("365", "360", "actual")),
        months=chance.random() < 0.3,
        count_end=chance.random() < 0.5,
        each=chance.random() < 0.5,
        costs=Decimal(chance.choice((0, 0, 12345))) / 100,
        paid=tuple(each for each in paid if each[0] <= end),
        loan_on=start - DAY * chance.randint(1, 700) if loan else None,
        bankrupt_on=start + DAY * chance.randint(-10, 900) if chance.random() < 0.1 else None,
    )


def _drawn_rate(chance: Random, start: date) -> dict[str, object]:
    """A rate that is published on every day of the delay."""
    kind = chance.choice(("percent", "day", "fixed", "floating", "floating"))
    if kind in ("percent", "day"):
        scale = 100 if kind == "percent" else 10_000
        return {"percent": Decimal(chance.randint(1, 4000)) / scale, "by_day": kind == "day"}
    multiples = (Decimal(1), Decimal("1.3"), Decimal("1.5"), Decimal("4"))
    series = chance.choice(("pboc", "pboc", "pboc1y", "pbocover5y"))
    prime = (chance.choice(("lpr1y", "lpr5y")), chance.choice(multiples))
    benchmark = (series, chance.choice(multiples)) if start < REFORM or chance.random() < 0.2 else None
    return {"fixed": kind == "fixed", "benchmark": benchmark, "prime": prime}
