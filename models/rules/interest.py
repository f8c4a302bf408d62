"""Late-payment interest that shows its work, line by line, with part payments on the way.

A payment pays costs, then interest, then principal (CC 561). Its own day bears no interest on the principal
it paid. All arithmetic is exact; a fen is rounded half up, each line or once at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from models.rules.late_rate import LateRate, RateStep, steps, unverified
from models.rules.money import divided_half_up
from models.rules.problems import Problem, Refused
from models.rules.rates import RateTables

Rounding = Literal["each", "total"]


@dataclass(frozen=True)
class Line:
    """One stretch at one rate on one base, ``end`` exclusive. ``percent`` is a year's, or a day's."""

    start: date
    end: date
    days: int
    base_fen: int
    percent: Fraction
    amount_fen: int


@dataclass(frozen=True)
class Payment:
    """A payment with what it paid, in fen; ``left_fen`` is more than was owed."""

    on: date
    costs_fen: int
    interest_fen: int
    principal_fen: int
    left_fen: int

    @property
    def amount_fen(self) -> int:
        """The whole payment."""
        return self.costs_fen + self.interest_fen + self.principal_fen + self.left_fen


@dataclass(frozen=True)
class Interest:
    """The result. ``total_fen`` is all that accrued, paid or not; ``days`` the whole stretch.

    ``unverified``: a rate published after the last verified one was assumed unchanged.
    """

    total_fen: int
    days: int
    lines: tuple[Line, ...]
    payments: tuple[Payment, ...]
    costs_left_fen: int
    interest_left_fen: int
    principal_left_fen: int
    unverified: bool


@dataclass(frozen=True)
class Terms:
    """How days and fen are counted. ``basis`` days a year; a rate by the day ignores it.

    ``count_end``: the last day bears interest too. ``rounding``: ``each`` line or the ``total``.
    """

    basis: int = 365
    count_end: bool = False
    rounding: Rounding = "each"


def interest(
    principal_fen: int,
    start: date,
    end: date,
    rate: LateRate,
    tables: RateTables,
    *,
    terms: Terms = Terms(),
    costs_fen: int = 0,
    paid: Sequence[tuple[date, int]] = (),
) -> Interest:
    """Interest on a principal from ``start``, which bears it, to ``end``, which does not unless counted.

    ``paid`` are days and fen in any order; a payment before ``start`` lowers what interest begins on. Raises
    Refused for an end before the start, a sum below zero, a payment after the end, or a day without a
    published rate.
    """
    _check(principal_fen, start, end, costs_fen, paid)
    stop = end + timedelta(days=1) if terms.count_end else end
    run = _Run(principal_fen, costs_fen, start, terms, by_day=rate.mode == "day")
    moments: list[tuple[date, int, RateStep | tuple[date, int]]] = [
        *((step.start, 0, step) for step in steps(rate, start, stop, tables)),
        *((max(on, start), 1, (on, fen)) for on, fen in sorted(paid)),
    ]
    for day, _, moment in sorted(moments, key=lambda each: each[:2]):
        if isinstance(moment, RateStep):
            run.turn(day, moment.percent)
        else:
            run.pay(day, *moment)
    run.close(stop)
    return run.result((stop - start).days, unverified(rate, start, stop, tables))


def _check(
    principal_fen: int, start: date, end: date, costs_fen: int, paid: Sequence[tuple[date, int]]
) -> None:
    """Refuse what cannot be computed, with every reason."""
    problems = []
    if end < start:
        problems.append(Problem("interest_end_before_start", {"from": str(start), "to": str(end)}, "to"))
    if principal_fen < 0 or costs_fen < 0 or any(fen <= 0 for _, fen in paid):
        problems.append(Problem("interest_sum_below_zero"))
    problems += [
        Problem("interest_payment_after_end", {"on": str(on), "to": str(end)}, "paid")
        for on, _ in paid
        if on > end >= start
    ]
    if problems:
        raise Refused(*problems)


class _Run:
    """The account as days go by: open line, closed lines, what is owed and what was paid."""

    def __init__(
        self, principal_fen: int, costs_fen: int, start: date, terms: Terms, *, by_day: bool
    ) -> None:
        self._base = principal_fen
        self._costs = costs_fen
        self._start = start
        self._percent = Fraction(0)
        self._terms = terms
        self._year = 1 if by_day else terms.basis
        self._accrued = Fraction(0)
        self._lines: list[Line] = []
        self._payments: list[Payment] = []

    def turn(self, day: date, percent: Fraction) -> None:
        """A new rate from that day."""
        self.close(day)
        self._percent = percent

    def pay(self, day: date, on: date, fen: int) -> None:
        """A payment of ``on`` that counts on ``day``; the line breaks only where principal is paid."""
        costs = min(fen, self._costs)
        owed = _half_up(self._accrued + self._open(day)) - self._paid_interest
        interest_fen = min(fen - costs, owed)
        principal = min(fen - costs - interest_fen, self._base)
        self._costs -= costs
        left = fen - costs - interest_fen - principal
        self._payments.append(Payment(on, costs, interest_fen, principal, left))
        if principal:
            self.close(day)
            self._base -= principal

    def close(self, day: date) -> None:
        """End the open line before that day."""
        days = (day - self._start).days
        if days > 0 and self._base:
            amount = self._open(day)
            rounded = _half_up(amount)
            self._accrued += rounded if self._terms.rounding == "each" else amount
            self._lines.append(Line(self._start, day, days, self._base, self._percent, rounded))
        self._start = day

    def result(self, days: int, doubtful: bool) -> Interest:
        """The account as it stands."""
        total = _half_up(self._accrued)
        left = total - self._paid_interest
        return Interest(
            total, days, tuple(self._lines), tuple(self._payments), self._costs, left, self._base, doubtful
        )

    @property
    def _paid_interest(self) -> int:
        return sum(payment.interest_fen for payment in self._payments)

    def _open(self, day: date) -> Fraction:
        """Fen accrued on the open line until that day, exact."""
        return self._base * self._percent * (day - self._start).days / (100 * self._year)


def _half_up(value: Fraction) -> int:
    return divided_half_up(value.numerator, value.denominator)
