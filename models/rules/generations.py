"""Which backups are kept: so many of the newest days, weeks and months, counted and never dated away."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from itertools import islice

DAYS, WEEKS, MONTHS = 12, 10, 9
"""trust.md, backups: 12 daily, 10 weekly, 9 monthly."""

NEWEST = 6
"""These stay whatever their day: that from before an import outlives the closing of the window."""


def kept(made: Sequence[tuple[int, date]]) -> frozenset[int]:
    """The numbers of those that stay, of backups told as (number, day in China).

    The number says which came later, the day only to which day, week and month a backup belongs. A clock that was
    wrong, or months without work, therefore takes no good backup away: a backup goes only when enough newer ones
    have come. Of each day, week (Monday to Sunday) and month the newest stays, and the few newest of all.
    """
    newest_first = sorted(made, reverse=True)
    recent = frozenset(number for number, _ in newest_first[:NEWEST])
    return recent.union(
        number
        for most, part in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month))
        for number in islice(_newest_of_each(newest_first, part), most)
    )


def _newest_of_each(
    newest_first: Sequence[tuple[int, date]], part: Callable[[date], Hashable]
) -> Sequence[int]:
    found: dict[Hashable, int] = {}
    for number, day in newest_first:
        found.setdefault(part(day), number)
    return list(found.values())


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month
