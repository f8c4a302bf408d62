"""The same rate over very many debts: the sum of ``interest`` without its lines, a hundred thousand in a second.

It is the same reckoning with the steps of the rate laid out once; a test holds the two against each other. Months and
calendar years are left to ``interest``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import lcm
from typing import NamedTuple

from models.rules.day_count import ACTUAL, USUAL, Terms
from models.rules.interest import interest
from models.rules.late_rate import LateRate, RateStep, steps, tier
from models.rules.payment_order import PRINCIPAL_FIRST
from models.rules.rates import LPR_BEGINS, RateTables

_LAST = date(2300, 1, 1)


class Delay(NamedTuple):
    """What a delay comes to on any base: each of its lines is base × factor / divisor, rounded half up by itself."""

    factors: tuple[int, ...]
    divisor: int

    def fen(self, base_fen: int) -> int:
        """Interest on a base above zero."""
        divisor, total = self.divisor, 0
        for factor in self.factors:
            total += (2 * base_fen * factor + divisor) // (2 * divisor)
        return total


class Accrual:
    """A rate with its terms, ready for many debts."""

    def __init__(
        self, rate: LateRate, tables: RateTables, terms: Terms = USUAL, cap: Sequence[RateStep] = ()
    ) -> None:
        """Keep what is the same for every debt."""
        self._rate, self._tables, self._terms, self._cap = rate, tables, terms, tuple(cap)
        benchmark_alone = rate.benchmark is not None and rate.prime is None
        self._plain = terms.counting == "days" and terms.basis != ACTUAL and not benchmark_alone
        self._laid_out: dict[str, _Steps] = {}
        self._delays: dict[tuple[date, date], Delay | None] = {}

    def fen(self, base_fen: int, start: date, end: date) -> int:
        """Interest on a base, as ``interest(...).total_fen``; 0 where the end is not later than the start.

        Raises Refused ``rate_not_published`` for a day before the rate's tables.
        """
        if base_fen <= 0 or end < start:
            return 0
        delay = self.delay(start, end)
        return delay.fen(base_fen) if delay else self._reckoned(base_fen, start, end)

    def delay(self, start: date, end: date) -> Delay | None:
        """What all debts late from ``start`` to ``end`` share; None where each is left to ``interest``."""
        if (start, end) not in self._delays:
            self._delays[start, end] = self._delay(start, end)
        return self._delays[start, end]

    def _delay(self, start: date, end: date) -> Delay | None:
        first, stop = start.toordinal(), end.toordinal() + self._terms.count_end
        found = self._steps(start, stop) if self._plain else None
        if found is None or first < found.starts[0] or end < start:
            return None
        return self._part(found, first, stop, first)

    def _part(self, found: _Steps, first: int, stop: int, breach: int) -> Delay:
        """From ``first`` to ``stop`` (exclusive), at the rate of the day of breach where that is fixed."""
        if self._rate.mode == "fixed" and not self._cap:
            return found.fixed(first, stop, breach)
        return found.delay(first, stop, each=self._terms.rounding == "each")

    def falling(
        self,
        principal_fen: int,
        start: date,
        end: date,
        paid: Sequence[tuple[date, int]],
        since: date | None = None,
        bankrupt_on: date | None = None,
    ) -> int:
        """The same on a principal that payments until ``end`` brought down, each from its own day on.

        Nothing accrues before ``since`` or from ``bankrupt_on``, as ``interest`` has it.
        """
        if principal_fen <= 0 or end < start or (bankrupt_on or end) < start:
            return 0
        first, stop = start.toordinal(), end.toordinal() + self._terms.count_end
        stop = min(stop, bankrupt_on.toordinal()) if bankrupt_on else stop
        found = self._steps(start, stop) if self._plain and self._terms.rounding == "each" else None
        if found is None or first < found.starts[0]:
            return self._reckoned(principal_fen, start, end, paid, since, bankrupt_on)
        total, day, base = 0, max(first, since.toordinal() if since else first), principal_fen
        for on, fen in sorted(paid):
            until = min(on.toordinal(), stop)
            if until > day:
                total += self._part(found, day, until, first).fen(base)
                day = until
            base = max(0, base - fen)
        return total + self._part(found, day, stop, first).fen(base) if base and stop > day else total

    def _reckoned(
        self,
        base_fen: int,
        start: date,
        end: date,
        paid: Sequence[tuple[date, int]] = (),
        since: date | None = None,
        bankrupt_on: date | None = None,
    ) -> int:
        found = interest(
            base_fen,
            start,
            end,
            self._rate,
            self._tables,
            terms=self._terms,
            cap=self._cap,
            paid=paid,
            order=PRINCIPAL_FIRST,
            since=since,
            bankrupt_on=bankrupt_on,
        )
        return found.total_fen

    def _steps(self, start: date, stop: int) -> _Steps | None:
        """The steps for a delay of this length; None where a fixed rate under a ceiling needs its own."""
        if self._rate.mode == "fixed" and self._cap:
            return None
        part = self._rate.benchmark
        name = tier(start, date.fromordinal(stop)) if part and part.series == "pboc" else ""
        if name not in self._laid_out:
            self._laid_out[name] = self._lay_out(name)
        return self._laid_out[name]

    def _lay_out(self, name: str) -> _Steps:
        """Every step from the first day the rate is known, whatever the debt; a fixed one as if it floated."""
        rate, part = self._rate, self._rate.benchmark
        if part and name:
            part = replace(part, series=name)
        begins = date(1900, 1, 1) if rate.percent is not None else LPR_BEGINS
        if part:
            begins = self._tables.series[part.series].starts[0]
        floating = replace(rate, benchmark=part, mode="floating" if rate.mode == "fixed" else rate.mode)
        found = steps(floating, begins, _LAST, self._tables, cap=self._cap)
        return _Steps(found, 1 if rate.mode == "day" else self._terms.basis)


class _Steps:
    """Steps in whole numbers: days as ordinals, percents over one denominator."""

    def __init__(self, found: Sequence[RateStep], year: int) -> None:
        common = lcm(*(step.percent.denominator for step in found))
        self.starts = [step.start.toordinal() for step in found]
        self._percents = [step.percent.numerator * (common // step.percent.denominator) for step in found]
        self._divisor = 100 * common * year

    def fixed(self, first: int, stop: int, breach: int) -> Delay:
        """The rate of the day of breach throughout."""
        percent = self._percents[bisect_right(self.starts, breach) - 1]
        return Delay((percent * (stop - first),), self._divisor)

    def delay(self, first: int, stop: int, *, each: bool) -> Delay:
        """From ``first`` to ``stop`` (exclusive), each step a line of its own or all of them one."""
        index, factors = bisect_right(self.starts, first) - 1, []
        while first < stop:
            until = self.starts[index + 1] if index + 1 < len(self.starts) else stop
            until = min(until, stop)
            factors.append(self._percents[index] * (until - first))
            first, index = until, index + 1
        return Delay(tuple(factors) if each else (sum(factors),), self._divisor)
