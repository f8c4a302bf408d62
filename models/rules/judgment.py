"""Interest after a judgment: what was judged goes on, and delay adds the doubled part (民诉法 264, 法释〔2014〕8号).

The doubled part is 0.0175 % a day on the judged money still unpaid, judged interest left out of its base. Where
money is short the judged debt is paid first, the doubled part last (Art. 4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from models.rules.day_count import USUAL, Terms
from models.rules.interest import Interest, Line, accrued, interest
from models.rules.late_rate import LateRate
from models.rules.money import divided_half_up
from models.rules.problems import Problem, Refused
from models.rules.rates import RateTables

DOUBLED = LateRate("day", Decimal("0.0175"))
"""0.0175 % a day (法释〔2014〕8号 1)."""


@dataclass(frozen=True)
class Judged:
    """Judged money: ``base_fen`` without judged interest, the first day on which it is late.

    That day is the one after the time to perform, of each instalment its own; where the judgment sets no time, the
    day it took effect (法释〔2014〕8号 2).
    """

    base_fen: int
    late_from: date


@dataclass(frozen=True)
class Doubled:
    """The doubled part: all that accrued, line by line; what late money paid of it; what is left. In fen."""

    total_fen: int
    lines: tuple[Line, ...]
    paid_fen: int
    left_fen: int


def doubled(
    judged: Sequence[Judged],
    until: date,
    *,
    paid: Sequence[tuple[date, int]] = (),
    surplus_fen: int = 0,
    count_end: bool = False,
    bankrupt_on: date | None = None,
) -> Doubled:
    """The doubled part up to ``until`` (exclusive unless counted), each line rounded half up.

    ``paid`` is what reduced the base, by day; it pays the instalment due first. ``surplus_fen`` is money left over
    when all that was judged had been paid: it pays the doubled part. From the acceptance of a bankruptcy petition
    none is admitted (破产法解释三 3). Raises Refused for a sum that is not above zero.
    """
    if any(each.base_fen <= 0 for each in judged) or any(fen <= 0 for _, fen in paid):
        raise Refused(Problem("judged_sum_not_above_zero"))
    stop = until + timedelta(days=1) if count_end else until
    stop = min(stop, bankrupt_on or stop)
    days = sorted({each.late_from for each in judged} | {on for on, _ in paid} | {stop})
    days = [day for day in days if day <= stop]
    found = []
    for start, end in pairwise(days):
        base = _base(judged, paid, start)
        if base:
            found.append(_line(start, end, base))
    total = sum(line.amount_fen for line in found)
    settled = min(total, surplus_fen)
    return Doubled(total, tuple(found), settled, total - settled)


def _base(judged: Sequence[Judged], paid: Sequence[tuple[date, int]], day: date) -> int:
    """What is late and unpaid on a day: judged sums late by then less all money paid by then."""
    late = sum(each.base_fen for each in judged if each.late_from <= day)
    return max(0, late - sum(fen for on, fen in paid if on <= day))


def _line(start: date, end: date, base_fen: int) -> Line:
    percent = Fraction(DOUBLED.percent or 0)
    amount = accrued(base_fen, start, end, percent, USUAL, by_day=True)
    fen = divided_half_up(amount.numerator, amount.denominator)
    return Line(start, end, (end - start).days, base_fen, percent, fen)


@dataclass(frozen=True)
class AfterJudgment:
    """What is owed under a judgment: the interest it awarded, and the doubled part."""

    general: Interest
    doubled: Doubled


def after_judgment(
    principal_fen: int,
    costs_fen: int,
    interest_from: date,
    late_from: date,
    until: date,
    rate: LateRate,
    tables: RateTables,
    *,
    terms: Terms = USUAL,
    paid: Sequence[tuple[date, int]] = (),
    bankrupt_on: date | None = None,
) -> AfterJudgment:
    """A judgment for principal, costs (fees, penalty) and interest at ``rate``, as it stands on ``until``.

    Money pays costs, judged interest, principal (CC 561), and what is left the doubled part. The doubled part runs
    on principal and costs. Raises Refused like ``interest``.
    """
    general = interest(
        principal_fen,
        interest_from,
        until,
        rate,
        tables,
        terms=terms,
        costs_fen=costs_fen,
        paid=paid,
        bankrupt_on=bankrupt_on,
    )
    on_base = [(each.on, each.costs_fen + each.principal_fen) for each in general.payments]
    late = doubled(
        [Judged(principal_fen + costs_fen, late_from)],
        until,
        paid=[(on, fen) for on, fen in on_base if fen],
        surplus_fen=sum(each.left_fen for each in general.payments),
        count_end=terms.count_end,
        bankrupt_on=bankrupt_on,
    )
    return AfterJudgment(general, late)
