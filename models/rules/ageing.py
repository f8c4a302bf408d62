"""How old a claim is, and in which band of the aging it stands.

Days overdue count whole days after the due date: 0 before it and on it. Day 30 belongs to the band that ends
with 30.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

UNDATED = "undated"
NOT_DUE = "not_due"
ACTION_ENDS = (14, 29, 89, 179)
"""Last days of the action bands: call from day 15, letter from 30, task force from 90, legal from 180."""

BANDS = (UNDATED, NOT_DUE, "1-14", "15-29", "30-89", "90-179", "180+")
"""Names of the action bands, oldest last."""

CREDIT = "credit"
"""The band of open credit: a debtor's advance or overpayment, never netted into an age."""


def days_overdue(due_on: date | None, on: date) -> int:
    """Whole days by which a claim is late on a day; 0 before the due date, on it, and where there is none."""
    return 0 if due_on is None else max(0, (on - due_on).days)


@dataclass(frozen=True)
class Bands:
    """The bands of an aging: no due date, not due, then ranges of days overdue.

    ``ends`` are the last days of all ranges but the open one, rising: 14, 29, 89 … ``names`` follow that
    order, with ``undated`` and ``not_due`` before them.
    """

    names: tuple[str, ...]
    ends: tuple[int, ...]

    def of(self, due_on: date | None, on: date) -> str:
        """The band of a claim on a day."""
        return UNDATED if due_on is None else self.of_days(days_overdue(due_on, on))

    def of_days(self, days: int) -> str:
        """The band of so many days overdue; 0 and less is not due."""
        return NOT_DUE if days <= 0 else self.names[2 + bisect_left(self.ends, days)]


def bands_from_ends(ends: Sequence[int]) -> Bands:
    """Bands whose ranges end with the given days: (30, 60, 90) gives 1-30, 31-60, 61-90 and 91+.

    Raises ValueError unless the days are positive and rising.
    """
    starts = [1, *(end + 1 for end in ends)]
    if not ends or any(end < start for start, end in zip(starts, ends, strict=False)):
        raise ValueError(f"ends of bands must be positive and rising: {list(ends)}")
    ranges = [f"{start}-{end}" for start, end in zip(starts, ends, strict=False)]
    return Bands((UNDATED, NOT_DUE, *ranges, f"{starts[-1]}+"), tuple(ends))


def action_bands() -> Bands:
    """The bands the dunning policy works by; their names are ``BANDS``."""
    return bands_from_ends(ACTION_ENDS)


def action_step(days: int | None) -> int:
    """How far the dunning has come with so many days late: 0 before due or undated, to 5 from 180 days on."""
    return 0 if days is None else action_bands().names.index(action_bands().of_days(days)) - 1
