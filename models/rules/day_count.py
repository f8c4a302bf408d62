"""What part of a year a stretch of days is: by days over 365, 360 or the calendar year, or by months and years.

No statute fixes it; banks and courts differ, so it is chosen, and printed with every result.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from models.rules.problems import Problem, Refused
from models.rules.workdays import add_months

Rounding = Literal["each", "total"]
Counting = Literal["days", "months"]

ACTUAL = 0
"""The basis that divides the days of each calendar year by that year's own 365 or 366."""

BASES = (365, 360, ACTUAL)


@dataclass(frozen=True)
class Terms:
    """How days and fen are counted. ``basis`` days a year (``ACTUAL`` = each year's own); a rate by the day ignores it.

    ``count_end``: the last day bears interest too. ``rounding``: ``each`` line or the ``total``. ``counting``:
    ``months`` takes whole years and months as such and only the rest in days. Raises Refused ``basis_unknown``.
    """

    basis: int = 365
    count_end: bool = False
    rounding: Rounding = "each"
    counting: Counting = "days"

    def __post_init__(self) -> None:
        """No division by a year of another length."""
        if self.basis not in BASES:
            raise Refused(Problem("basis_unknown", {"basis": str(self.basis)}, "basis"))


USUAL = Terms()
"""365 days, the last day not counted, each line rounded: what is assumed where nothing was agreed."""


@dataclass(frozen=True)
class Span:
    """A stretch in the units it is counted in: whole ``months``, then ``days`` as (days, days of the year)."""

    months: int
    days: tuple[tuple[int, int], ...]

    @property
    def years(self) -> Fraction:
        """The stretch as a part of a year, exact."""
        return sum((Fraction(days, year) for days, year in self.days), Fraction(self.months, 12))

    def __str__(self) -> str:
        """The same as it stands in a formula: ``336 ÷ 365``, ``(1 + 3 ÷ 12 + 5 ÷ 365)``."""
        years, months = divmod(self.months, 12)
        terms = [str(years)] if years else []
        terms += [f"{months} ÷ 12"] if months else []
        terms += [f"{days} ÷ {year}" for days, year in self.days]
        return terms[0] if len(terms) == 1 else f"({' + '.join(terms)})" if terms else "0"


def span(start: date, end: date, terms: Terms) -> Span:
    """``start`` to ``end`` (exclusive, not earlier) as these terms count it."""
    months = _whole_months(start, end) if terms.counting == "months" else 0
    return Span(months, tuple(_days(add_months(start, months), end, terms.basis)))


def _whole_months(start: date, end: date) -> int:
    """The most months from ``start`` that do not pass ``end``; a month ends as CC 202 has it."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def _days(start: date, end: date, basis: int) -> Iterator[tuple[int, int]]:
    """The days with the length of the year they are divided by, a calendar year at a time where that counts."""
    if basis != ACTUAL:
        if end > start:
            yield (end - start).days, basis
        return
    while start < end:
        stop = min(end, date(start.year + 1, 1, 1))
        yield (stop - start).days, (date(start.year + 1, 1, 1) - date(start.year, 1, 1)).days
        start = stop
