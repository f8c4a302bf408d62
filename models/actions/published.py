"""Adding what the state has published since the program was made: a year's holidays, a month's lending rate."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from models import reference
from models.actions.desk import Desk
from models.actions.settings import keep_value
from models.changes import Changes
from models.queries.published import HOLIDAYS_KEY, RATES_KEY, own_holidays, own_rates
from models.rules.holiday_text import read_holidays
from models.rules.problems import Problem
from models.rules.rate_text import read_rates


@dataclass(frozen=True)
class Added:
    """The days now in the books, and what looked odd about them."""

    days: tuple[date, ...]
    doubts: tuple[Problem, ...]
    changes: Changes


def add_holidays(desk: Desk, text: str, *, year: int | None = None) -> Added:
    """Add the days of a pasted text to the clerk's own; a day named before takes its new kind.

    Refused as ``read_holidays``; nothing was added then.
    """
    read = read_holidays(text, year=year)
    with desk.act("add_holidays") as unit:
        days = {**own_holidays(desk.store), **read.days}
        keep_value(desk, unit, HOLIDAYS_KEY, {day.isoformat(): kind for day, kind in days.items()})
    return Added(tuple(sorted(read.days)), read.doubts, unit.changes)


def drop_holidays(desk: Desk, days: Collection[date]) -> Changes:
    """Take own days out again; what came with the program stays."""
    with desk.act("drop_holidays") as unit:
        left = {day: kind for day, kind in own_holidays(desk.store).items() if day not in days}
        keep_value(desk, unit, HOLIDAYS_KEY, {day.isoformat(): kind for day, kind in left.items()})
    return unit.changes


def add_rates(desk: Desk, text: str) -> Added:
    """Add loan prime rates published since; a day entered before takes its new rates.

    Refused as ``read_rates``; nothing was added then. A day that came with the program is told and not used.
    """
    read = read_rates(text)
    shipped = reference.rates().verified_until
    with desk.act("add_rates") as unit:
        rates = own_rates(desk.store) | {day: pair for day, pair in read.items() if day > shipped}
        keep_value(
            desk, unit, RATES_KEY, {day.isoformat(): list(pair) for day, pair in sorted(rates.items())}
        )
    passed = [day for day in sorted(read) if day <= shipped]
    doubts = tuple(Problem("rate_day_shipped", {"day": day.isoformat()}, day.isoformat()) for day in passed)
    return Added(tuple(day for day in sorted(read) if day > shipped), doubts, unit.changes)


def drop_rates(desk: Desk, days: Collection[date]) -> Changes:
    """Take own rates out again."""
    with desk.act("drop_rates") as unit:
        left = {day: pair for day, pair in own_rates(desk.store).items() if day not in days}
        keep_value(desk, unit, RATES_KEY, {day.isoformat(): list(pair) for day, pair in sorted(left.items())})
    return unit.changes
