"""Late-payment interest that shows its work, line by line, with part payments on the way.

A payment pays costs, then interest, then principal (CC 561) unless another order was agreed. Its own day
bears no interest on the principal it paid. All arithmetic is exact; a fen is rounded half up, each line or
once at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from models.rules.day_count import USUAL, Terms, span
from models.rules.late_rate import LateRate, Quote, RateStep, steps, unverified
from models.rules.money import divided_half_up
from models.rules.payment_order import STATUTE_ORDER, Item, check_order, split
from models.rules.problems import Problem, Refused
from models.rules.rates import RateTables

__all__ = ["Interest", "Line", "Payment", "Terms", "accrued", "interest"]


@dataclass(frozen=True)
class Line:
    """One stretch at one rate on one base, ``end`` exclusive. ``percent`` is a year's, or a day's.

    ``quote`` is the publication the rate came from; ``capped`` where a ceiling lowered it.
    """

    start: date
    end: date
    days: int
    base_fen: int
    percent: Fraction
    amount_fen: int
    quote: Quote | None = None
    capped: bool = False


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

    ``unverified``: a rate published after the last verified one was assumed unchanged. ``stopped_on``: the
    day a bankruptcy petition was accepted, where it ended the stretch; that day bears none (企业破产法 46).
    """

    total_fen: int
    days: int
    lines: tuple[Line, ...]
    payments: tuple[Payment, ...]
    costs_left_fen: int
    interest_left_fen: int
    principal_left_fen: int
    unverified: bool
    stopped_on: date | None = None


def interest(
    principal_fen: int,
    start: date,
    end: date,
    rate: LateRate,
    tables: RateTables,
    *,
    terms: Terms = USUAL,
    costs_fen: int = 0,
    paid: Sequence[tuple[date, int]] = (),
    cap: Sequence[RateStep] = (),
    bankrupt_on: date | None = None,
    order: Sequence[Item] = STATUTE_ORDER,
    since: date | None = None,
) -> Interest:
    """Interest on a principal from ``start``, which bears it, to ``end``, which does not unless counted.

    ``paid`` are days and fen in any order, so a back-dated payment gives what it would have given in time; one
    before ``start`` lowers what interest begins on. ``cap`` is the most the law allows, percent a year by day.
    From ``bankrupt_on`` nothing accrues, nor before ``since``: for the days before, a sum was fixed. The rate stays
    that of the delay from ``start``. Raises Refused for an end before the start, a sum below zero, a
    payment after the end, an unknown order, or a day without a published rate.
    """
    _check(principal_fen, start, end, costs_fen, paid)
    check_order(order)
    asked = end + timedelta(days=1) if terms.count_end else end
    stop = max(start, min(asked, bankrupt_on or asked))
    begins = max(start, since or start)
    run = _Run(principal_fen, costs_fen, begins, terms, order, by_day=rate.mode == "day")
    moments: list[tuple[date, int, RateStep | tuple[date, int]]] = [
        *((step.start, 0, step) for step in steps(rate, start, stop, tables, cap=cap)),
        *((min(max(on, start), stop), 1, (on, fen)) for on, fen in sorted(paid)),
    ]
    for day, _, moment in sorted(moments, key=lambda each: each[:2]):
        if isinstance(moment, RateStep):
            run.turn(day, moment)
        else:
            run.pay(day, *moment)
    run.close(stop)
    doubtful = unverified(rate, start, stop, tables)
    return run.result(max(0, (stop - begins).days), doubtful, bankrupt_on if stop < asked else None)


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
        self,
        principal_fen: int,
        costs_fen: int,
        start: date,
        terms: Terms,
        order: Sequence[Item],
        *,
        by_day: bool,
    ) -> None:
        self._base = principal_fen
        self._costs = costs_fen
        self._start = start
        self._rate = RateStep(start, Fraction(0))
        self._terms = terms
        self._order = order
        self._by_day = by_day
        self._accrued = Fraction(0)
        self._lines: list[Line] = []
        self._payments: list[Payment] = []

    def turn(self, day: date, rate: RateStep) -> None:
        """A new rate from that day."""
        self.close(day)
        self._rate = rate

    def pay(self, day: date, on: date, fen: int) -> None:
        """A payment of ``on`` that counts on ``day``; the line breaks only where principal is paid."""
        accrued = _half_up(self._accrued + self._open(day)) - self._paid_interest
        owed: dict[Item, int] = {"costs": self._costs, "interest": accrued, "principal": self._base}
        paid = split(fen, owed, self._order)
        self._costs -= paid["costs"]
        left = fen - sum(paid.values())
        self._payments.append(Payment(on, paid["costs"], paid["interest"], paid["principal"], left))
        if paid["principal"]:
            self.close(day)
            self._base -= paid["principal"]

    def close(self, day: date) -> None:
        """End the open line before that day."""
        days = (day - self._start).days
        if days > 0 and self._base:
            amount = self._open(day)
            rounded = _half_up(amount)
            self._accrued += rounded if self._terms.rounding == "each" else amount
            rate = self._rate
            self._lines.append(
                Line(self._start, day, days, self._base, rate.percent, rounded, rate.quote, rate.capped)
            )
        self._start = max(self._start, day)

    def result(self, days: int, doubtful: bool, stopped_on: date | None) -> Interest:
        """The account as it stands."""
        total = _half_up(self._accrued)
        return Interest(
            total,
            days,
            tuple(self._lines),
            tuple(self._payments),
            self._costs,
            total - self._paid_interest,
            self._base,
            doubtful,
            stopped_on,
        )

    @property
    def _paid_interest(self) -> int:
        return sum(payment.interest_fen for payment in self._payments)

    def _open(self, day: date) -> Fraction:
        """Fen accrued on the open line until that day, exact."""
        return accrued(
            self._base,
            self._start,
            max(self._start, day),
            self._rate.percent,
            self._terms,
            by_day=self._by_day,
        )


def accrued(
    base_fen: int, start: date, end: date, percent: Fraction, terms: Terms, *, by_day: bool = False
) -> Fraction:
    """Fen on a base at one rate from ``start`` to ``end`` (exclusive), exact. ``percent`` a year, or a day."""
    length = Fraction((end - start).days) if by_day else span(start, end, terms).years
    return base_fen * length * percent * Fraction(1, 100)


def _half_up(value: Fraction) -> int:
    return divided_half_up(value.numerator, value.denominator)
