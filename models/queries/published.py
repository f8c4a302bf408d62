"""Holidays and rates as this portfolio knows them: what came with the program and what the clerk added since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models import reference
from models.queries.settings import kept
from models.rules.rates import RateTables
from models.rules.workdays import Calendar, Kind
from models.store import Store

HOLIDAYS_KEY = "holidays"
RATES_KEY = "lpr"


def own_holidays(store: Store) -> dict[date, Kind]:
    """The days the clerk added."""
    return {
        date.fromisoformat(day): kind for day, kind in json.loads(kept(store, HOLIDAYS_KEY) or "{}").items()
    }


def own_rates(store: Store) -> dict[date, tuple[int, int]]:
    """The loan prime rates the clerk added: day of publication → 1Y and 5Y basis points."""
    rows = json.loads(kept(store, RATES_KEY) or "{}")
    return {date.fromisoformat(day): (one, five) for day, (one, five) in rows.items()}


def calendar_of(store: Store) -> Calendar:
    """The calendar to reckon with in this portfolio."""
    return reference.calendar().with_own(own_holidays(store))


def rates_of(store: Store) -> RateTables:
    """The rates to reckon with in this portfolio."""
    return reference.rates().with_own(own_rates(store))


@dataclass(frozen=True)
class HolidayYear:
    """One year of the calendar: stretches off (both ends with it), weekend days worked, how many days are own."""

    year: int
    published: bool
    off: tuple[tuple[date, date], ...]
    work: tuple[date, ...]
    own: int


def holiday_years(store: Store) -> tuple[HolidayYear, ...]:
    """Every year something is known of, the newest first."""
    own, china = own_holidays(store), calendar_of(store)
    years = china.years | {day.year for day in own}
    return tuple(_year(year, china, own) for year in sorted(years, reverse=True))


def _year(year: int, china: Calendar, own: Mapping[date, Kind]) -> HolidayYear:
    return HolidayYear(
        year,
        china.published(year),
        _stretches(sorted(day for day in china.holidays if day.year == year)),
        tuple(sorted(day for day in china.worked_weekends if day.year == year)),
        sum(day.year == year for day in own),
    )


def _stretches(days: list[date]) -> tuple[tuple[date, date], ...]:
    """Days in a row as one stretch."""
    found: list[tuple[date, date]] = []
    for day in days:
        if found and day - found[-1][1] == timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)
