"""How much a row of the day's list matters: terms that anybody can check, weighed by the settings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

TERMS = ("amount", "age", "clock", "promise", "chance")
"""What a score is made of, in the order of its weights."""
_WAN = 10_000 * 100
_AMOUNTS = (1 * _WAN, 5 * _WAN, 10 * _WAN, 20 * _WAN, 50 * _WAN, 100 * _WAN, 200 * _WAN)
_AMOUNT_PERCENTS = (5, 20, 35, 45, 60, 75, 90, 100)
_CLOCKS = (30, 90, 180, 365)
CLOCK_DAYS = _CLOCKS[-1]
"""A clock that ends later than so many days ahead counts nothing."""
_CLOCK_PERCENTS = (100, 75, 50, 20, 0)
_OLDEST = 180
_PROMISES = 3
_UNKNOWN = 50


@dataclass(frozen=True, slots=True)
class Weights:
    """What each term counts; whole numbers, of which at least one is above zero."""

    amount: int = 30
    age: int = 20
    clock: int = 25
    promise: int = 15
    chance: int = 10


@dataclass(frozen=True, slots=True)
class Chance:
    """What a debtor did so far: promises kept of those whose day is past, attempts that reached somebody of all."""

    kept: int = 0
    promised: int = 0
    reached: int = 0
    tried: int = 0

    @property
    def broken(self) -> int:
        """Promises that were not kept."""
        return self.promised - self.kept


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its name, what of a hundred it reached, what it counts, and the points that makes (tenths)."""

    name: str
    percent: int
    weight: int
    tenths: int


UNKNOWN = Chance()


def percents(balance_fen: int, days_overdue: int, left: int | None, chance: Chance) -> tuple[int, ...]:
    """What of a hundred each term reaches, in the order of ``TERMS``.

    ``balance_fen`` in its own currency; ``left`` are the days to the nearest clock that still runs, None without one.
    The chance of success is the mean of what is known of promises kept and calls reached, 50 where nothing is.
    """
    return (
        _AMOUNT_PERCENTS[bisect_right(_AMOUNTS, balance_fen)],
        min(100, days_overdue * 100 // _OLDEST),
        0 if left is None or left < 0 else _CLOCK_PERCENTS[bisect_left(_CLOCKS, left)],
        min(100, chance.broken * 100 // _PROMISES),
        _likely(chance),
    )


def _likely(chance: Chance) -> int:
    if chance is UNKNOWN:
        return _UNKNOWN
    known = [
        part * 100 // whole
        for part, whole in ((chance.kept, chance.promised), (chance.reached, chance.tried))
        if whole
    ]
    return sum(known) // len(known) if known else _UNKNOWN


def score_of(reached: Sequence[int], weights: Weights) -> int:
    """The score from 0 to 100, rounded half up."""
    amount, age, clock, promise, chance = reached
    whole = weights.amount + weights.age + weights.clock + weights.promise + weights.chance
    told = amount * weights.amount + age * weights.age + clock * weights.clock
    told += promise * weights.promise + chance * weights.chance
    return (2 * told + whole) // (2 * whole) if whole else 0


def terms_of(reached: Sequence[int], weights: Weights) -> tuple[Term, ...]:
    """The terms behind a score; their tenths of points add up to it but for rounding."""
    counted = (weights.amount, weights.age, weights.clock, weights.promise, weights.chance)
    whole = sum(counted) or 1
    return tuple(
        Term(name, percent, weight, (20 * percent * weight + whole) // (2 * whole))
        for name, percent, weight in zip(TERMS, reached, counted, strict=True)
    )
