"""Working days of mainland China, and how periods of months and days end.

The State Council moves working days about every year, so the calendar is data. A year whose plan is not out
is answered by the weekday and says so: ``published`` is False there.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from models.rules.facts import Deadline

ONE_DAY = timedelta(days=1)
YEARS = range(1950, 2200)
"""The years in which sums and periods make sense."""
SATURDAY = 5

Kind = Literal["off", "work"]
"""A day off, or a weekend day worked in exchange."""

STATUTORY_DAYS = 13
"""Days off the law gives a year since 2025 (全国年节及纪念日放假办法): a year with fewer is not known yet."""


def add_months(day: date, months: int) -> date:
    """The same day so many months on, else the last day of that month (CC 202). Months may be negative."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The same day so many years on; 29 February ends on 28 February (CC 202)."""
    return add_months(day, 12 * years)


@dataclass(frozen=True)
class Calendar:
    """Published days off, weekend days worked in exchange, and the years that are out."""

    holidays: frozenset[date]
    worked_weekends: frozenset[date]
    years: frozenset[int]

    def with_own(self, days: Mapping[date, Kind]) -> Calendar:
        """The calendar with what the clerk added, whose word stands where both name a day.

        A year not shipped counts as published once at least as many days off as the law gives are known of it.
        """
        if not days:
            return self
        off = frozenset(day for day, kind in days.items() if kind == "off")
        work = frozenset(day for day, kind in days.items() if kind == "work")
        told = [day.year for day in off]
        known = frozenset(year for year in told if told.count(year) >= STATUTORY_DAYS)
        return Calendar((self.holidays - work) | off, (self.worked_weekends - off) | work, self.years | known)

    def published(self, year: int) -> bool:
        """Whether the holidays of that year are known."""
        return year in self.years

    def is_workday(self, day: date) -> bool:
        """Whether people work on that day; in an unpublished year Monday to Friday."""
        if day in self.worked_weekends:
            return True
        return day.weekday() < SATURDAY and day not in self.holidays

    def next_workday(self, day: date) -> date:
        """The first working day after the given one, which itself never counts."""
        return self.add_workdays(day, 1)

    def rolled(self, day: date) -> date:
        """Where a period really ends whose last day is a day off: the next working day (CC 203).

        Nothing is rolled on a guess: in an unpublished year, or where the days off run into one, the last day
        stays where it is, which is the earlier and so the safe reading.
        """
        end = day
        while self.published(end.year) and not self.is_workday(end):
            end += ONE_DAY
        return end if self.published(end.year) else day

    def deadline(self, day: date) -> Deadline:
        """The day itself or the next working day, for a day that we choose ourselves, such as a letter's.

        By weekday where the year is not out, and then marked unpublished.
        """
        end, published = day, self.published(day.year)
        while not self.is_workday(end):
            end += ONE_DAY
            published = published and self.published(end.year)
        return Deadline(end, published)

    def add_workdays(self, day: date, count: int) -> date:
        """The count-th working day after the given one; the same day for 0. Count is not negative."""
        end = day
        for _ in range(count):
            end += ONE_DAY
            while not self.is_workday(end):
                end += ONE_DAY
        return end

    def workdays_between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and with ``end``; 0 where ``end`` is not later."""
        return sum(self.is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))
