"""Registering claims in time: how many working days after the deal each was entered, and what it still lacks.

The limit is a house rule (product.md row 1: within two working days of the deal); the day of the deal does not count.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from models.rules.workdays import Calendar

MISSING = ("deal_day", "due_date", "contract", "contact", "address", "evidence")
"""What a registered claim may lack, in the order in which it is asked for."""
SWEEP, AUDIT = KINDS = ("sweep", "audit")
"""The lists that are signed off: each month's registrations, each quarter's."""
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})Q([1-4])", re.ASCII)


class Delays:
    """Working days between deal and registration; pairs of days repeat a thousandfold in a ledger."""

    def __init__(self, calendar: Calendar, allowed: int) -> None:
        """``allowed`` working days are in time."""
        self.calendar, self.allowed = calendar, allowed
        self._known: dict[tuple[date, date], int] = {}

    def of(self, issued_on: date | None, registered_on: date) -> int | None:
        """Working days after the day of the deal up to and with that of the registration; None without a deal day."""
        if issued_on is None:
            return None
        pair = (issued_on, registered_on)
        if pair not in self._known:
            self._known[pair] = self.calendar.workdays_between(*pair)
        return self._known[pair]

    def late(self, issued_on: date | None, registered_on: date) -> int:
        """Working days beyond the limit; 0 in time or where nobody can tell."""
        return max((self.of(issued_on, registered_on) or 0) - self.allowed, 0)


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a list, both inclusive, and how it is called: ``2026-11`` or ``2026Q4``."""

    name: str
    first: date
    last: date


def period_of(kind: str, text: str) -> Period:
    """A month for a sweep, a quarter for an audit; ValueError for anything else."""
    found = (_QUARTER if kind == AUDIT else _MONTH).fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, number = int(found[1]), int(found[2])
    months = range(3 * number - 2, 3 * number + 1) if kind == AUDIT else range(number, number + 1)
    first, last = date(year, months[0], 1), date(year, months[-1], 1)
    return Period(text, first, last.replace(day=monthrange(last.year, last.month)[1]))


def period_with(kind: str, day: date) -> Period:
    """The month or quarter a day lies in."""
    return period_of(kind, f"{day.year}Q{(day.month + 2) // 3}" if kind == AUDIT else f"{day:%Y-%m}")
