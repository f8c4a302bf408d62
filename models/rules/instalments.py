"""Instalment schedules of a payment plan: dates without drift, sums that add up to the fen.

Principal only is shared out; interest, where agreed, is charged on the open principal as every interest is: by days
over 365 unless other terms are given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import Literal

from models.rules.day_count import USUAL, Span, Terms, span
from models.rules.interest import accrued
from models.rules.money import divided_half_up as _half_up
from models.rules.money import grouped
from models.rules.problems import Problem, Refused
from models.rules.workdays import Calendar, add_months

Rhythm = Literal["month", "quarter"] | int
Shape = Literal["equal", "rising", "annuity"]
"""``equal`` principal (with interest: 等额本金), principal ``rising`` 1, 2, 3 …, or one level sum of principal and
interest (``annuity``, 等额本息)."""

LARGEST_COUNT = 600
"""Fifty years of months: more is a slip of the finger."""

LAST_YEAR = 2199
"""A plan that runs longer is one too, and its limitation would leave the calendar."""

_MONTHS = {"month": 1, "quarter": 3}
BY_MONTHS = Terms(counting="months")
"""Whole months count as such: how banks reckon a level instalment."""


@dataclass(frozen=True)
class Instalment:
    """One instalment. ``moved_from`` is the agreed day where a day off moved it on; else None.

    ``published`` is False where moving was asked for but that year's holidays are not out: the day then
    stands.
    """

    number: int
    due_on: date
    principal_fen: int
    interest_fen: int
    balance_after_fen: int
    moved_from: date | None = None
    published: bool = True


@dataclass(frozen=True)
class Borne:
    """What an instalment's interest was reckoned on: the open principal, from ``start`` to ``end``, which bears none.

    ``part`` is the part of a year it counts as.
    """

    base_fen: int
    start: date
    end: date
    part: Span


def schedule(
    total_fen: int,
    count: int,
    first_on: date,
    every: Rhythm,
    *,
    roll: Calendar | None = None,
    first_payment_fen: int = 0,
    annual_rate_bp: int = 0,
    interest_from: date | None = None,
    shape: Shape = "equal",
    terms: Terms | None = None,
) -> tuple[Instalment, ...]:
    """The instalments of a plan over ``total_fen``.

    Each is total ÷ count rounded half up to the fen, the last takes the difference; ``rising`` weighs them 1,
    2, 3 …; ``annuity`` keeps principal and interest together level, the last differing by the fen of rounding. A first
    payment, where given, is the first of the ``count`` and the rest is shared over the others. Months are counted from
    the first day, so 31 January is followed by 28 February and 31 March. With ``roll`` a day off moves to the next
    working day. Interest runs from ``interest_from``, or from the first day where None, an annuity's from one period
    before it; ``terms`` count it (by days over 365, an annuity in months by months). Raises Refused:
    ``instalment_too_small`` where one would be below one fen, ``instalment_count``, ``instalment_rhythm``,
    ``instalment_rate``, ``first_payment_out_of_range``.
    """
    _check_terms(count, every, annual_rate_bp)
    days = _days(count, first_on, every)
    level = shape == "annuity"
    counted = terms or counting_of(shape, every)
    since = interest_from or (_before(first_on, every) if level else first_on)
    bare = _dated(days, roll)
    if level:
        ends = accumulate([since, *(_interest_day(each, counted) for each in bare)], max)
        principals = _level(total_fen, first_payment_fen, list(ends), annual_rate_bp, counted)
    else:
        principals = _principals(total_fen, count, first_payment_fen, shape)
    filled = [replace(each, principal_fen=fen) for each, fen in zip(bare, principals, strict=True)]
    return _carried_forward(filled, total_fen, annual_rate_bp, since, counted)


def free(
    total_fen: int,
    given: Sequence[tuple[date, int]],
    *,
    roll: Calendar | None = None,
    annual_rate_bp: int = 0,
    interest_from: date | None = None,
    terms: Terms = USUAL,
) -> tuple[Instalment, ...]:
    """A schedule of days and principals as the parties settled them, in order of day.

    Raises Refused: ``instalment_too_small``, ``instalment_days`` for two of one day, ``instalments_differ`` where they
    do not add up to the debt, ``instalment_count``, ``instalment_rate``.
    """
    _check_terms(len(given), "month", annual_rate_bp)
    ordered = sorted(given)
    days, principals = [day for day, _ in ordered], [fen for _, fen in ordered]
    _check_sizes(principals)
    if len(set(days)) < len(days):
        raise Refused(Problem("instalment_days"))
    if sum(principals) != total_fen:
        apart = {"difference": grouped(sum(principals) - total_fen)}
        raise Refused(Problem("instalments_differ", apart))
    bare = [
        replace(each, principal_fen=fen) for each, fen in zip(_dated(days, roll), principals, strict=True)
    ]
    return _carried_forward(bare, total_fen, annual_rate_bp, interest_from or days[0], terms)


def counting_of(shape: str, every: Rhythm) -> Terms:
    """How interest is counted unless told otherwise: an annuity in months by months, all else by days over 365."""
    return BY_MONTHS if shape == "annuity" and every in _MONTHS else USUAL


def borne(instalments: Sequence[Instalment], total_fen: int, since: date, terms: Terms) -> tuple[Borne, ...]:
    """On what and for which days each instalment's interest was reckoned."""
    balance, found = total_fen, []
    for each in instalments:
        until = max(since, _interest_day(each, terms))
        found.append(Borne(max(0, balance), since, until, span(since, until, terms)))
        balance -= each.principal_fen
        since = until
    return tuple(found)


def _dated(days: Sequence[date], roll: Calendar | None) -> list[Instalment]:
    """The days as instalments without sums, moved on where asked for."""
    return [
        Instalment(
            number,
            roll.rolled(day) if roll else day,
            0,
            0,
            0,
            moved_from=day if roll and roll.rolled(day) != day else None,
            published=roll is None or roll.published(day.year),
        )
        for number, day in enumerate(days, start=1)
    ]


def _before(first_on: date, every: Rhythm) -> date:
    """One period before the first day."""
    return (
        first_on - timedelta(days=every) if isinstance(every, int) else add_months(first_on, -_MONTHS[every])
    )


def _interest_day(each: Instalment, terms: Terms) -> date:
    """Until when interest runs: by days to the day paid; by months to the day agreed, wherever it moved."""
    return (each.moved_from or each.due_on) if terms.counting == "months" else each.due_on


def rebalance(
    instalments: Sequence[Instalment],
    number: int,
    new_principal_fen: int,
    *,
    annual_rate_bp: int = 0,
    interest_from: date | None = None,
    terms: Terms = USUAL,
) -> tuple[Instalment, ...]:
    """The schedule after one principal was changed by hand: the rest is shared equally over the later ones.

    Earlier instalments stand. A change of the last one leaves a difference, which ``difference`` tells.
    Raises Refused ``instalment_too_small`` where the change or a later share would be below one fen.
    """
    total = sum(each.principal_fen for each in instalments)
    kept = [each.principal_fen for each in instalments[: number - 1]]
    later = len(instalments) - number
    rest = total - sum(kept) - new_principal_fen
    principals = [*kept, new_principal_fen, *_shared(rest, [1] * later)]
    _check_sizes(principals)
    changed = [replace(each, principal_fen=fen) for each, fen in zip(instalments, principals, strict=True)]
    since = interest_from or instalments[0].due_on
    return _carried_forward(changed, total, annual_rate_bp, since, terms)


def difference(instalments: Sequence[Instalment], total_fen: int) -> int:
    """Fen by which the principals exceed the debt; below zero they fall short."""
    return sum(each.principal_fen for each in instalments) - total_fen


def adds_up(instalments: Sequence[Instalment], total_fen: int) -> bool:
    """Whether the principals are exactly the debt: a plan that does not add up is not printed."""
    return difference(instalments, total_fen) == 0


def _check_terms(count: int, every: Rhythm, annual_rate_bp: int) -> None:
    """Refuse what no plan has."""
    if not 1 <= count <= LARGEST_COUNT:
        raise Refused(Problem("instalment_count", {"count": str(count), "most": str(LARGEST_COUNT)}))
    if not (every in _MONTHS or (isinstance(every, int) and 1 <= every <= 3660)):
        raise Refused(Problem("instalment_rhythm", {"every": str(every)}))
    if annual_rate_bp < 0:
        raise Refused(Problem("instalment_rate", {"rate_bp": str(annual_rate_bp)}))


def _days(count: int, first_on: date, every: Rhythm) -> list[date]:
    """The agreed days; each is counted from the first, never from the one before."""
    try:
        if isinstance(every, int):
            days = [first_on + timedelta(days=every * n) for n in range(count)]
        else:
            days = [add_months(first_on, _MONTHS[every] * n) for n in range(count)]
    except (OverflowError, ValueError):
        days = [date.max]
    if days[-1].year > LAST_YEAR:
        raise Refused(Problem("instalment_count", {"count": str(count), "most": str(LARGEST_COUNT)}))
    return days


def _principals(total_fen: int, count: int, first_payment_fen: int, shape: Shape) -> list[int]:
    """The principal of each instalment, adding up to the total."""
    _check_first_payment(total_fen, count, first_payment_fen)
    first = [first_payment_fen] if first_payment_fen else []
    number = count - len(first)
    weights = [1] * number if shape == "equal" else list(range(1, number + 1))
    principals = first + _shared(total_fen - first_payment_fen, weights)
    _check_sizes(principals)
    return principals


def _check_first_payment(total_fen: int, count: int, first_payment_fen: int) -> None:
    if first_payment_fen < 0 or (first_payment_fen and (first_payment_fen >= total_fen or count < 2)):
        raise Refused(Problem("first_payment_out_of_range", {"count": str(count)}))


def _level(
    total_fen: int, first_payment_fen: int, days: Sequence[date], annual_rate_bp: int, terms: Terms
) -> list[int]:
    """The principals of a level schedule; ``days`` are the first of interest and each that pays.

    The level sum is what pays the debt exactly at this rate; rounded half up, the last instalment takes the rest.
    """
    _check_first_payment(total_fen, len(days) - 1, first_payment_fen)
    growth = [
        1 + Fraction(annual_rate_bp, 10_000) * span(start, end, terms).years for start, end in pairwise(days)
    ]
    first = [first_payment_fen] if first_payment_fen else []
    principals = first + _level_principals(total_fen - first_payment_fen, growth[len(first) :])
    _check_sizes(principals)
    return principals


def _level_principals(total_fen: int, growth: Sequence[Fraction]) -> list[int]:
    """Principal of each period; ``growth`` is what one fen grows to in it."""
    discount, worth = Fraction(1), Fraction(0)
    for factor in growth:
        discount /= factor
        worth += discount
    level = _half_up(total_fen * worth.denominator, worth.numerator)
    principals, balance = [], total_fen
    for factor in growth[:-1]:
        rate = factor - 1
        principals.append(level - _half_up(balance * rate.numerator, rate.denominator))
        balance -= principals[-1]
    return [*principals, balance]


def _shared(total_fen: int, weights: Sequence[int]) -> list[int]:
    """Shares by weight, each half up, the last taking the difference; none for no weights."""
    whole = sum(weights)
    shares = [_half_up(total_fen * weight, whole) for weight in weights]
    if shares:
        shares[-1] += total_fen - sum(shares)
    return shares


def _check_sizes(principals: Sequence[int]) -> None:
    small = [number for number, fen in enumerate(principals, start=1) if fen < 1]
    if small:
        raise Refused(
            Problem("instalment_too_small", {"number": str(small[0]), "count": str(len(principals))})
        )


def _carried_forward(
    instalments: Sequence[Instalment], total_fen: int, annual_rate_bp: int, since: date, terms: Terms
) -> tuple[Instalment, ...]:
    """The same instalments with interest on the open principal and the balance after each."""
    balance, percent = total_fen, Fraction(annual_rate_bp, 100)
    carried = []
    for each, on in zip(instalments, borne(instalments, total_fen, since, terms), strict=True):
        fen = accrued(on.base_fen, on.start, on.end, percent, terms)
        balance -= each.principal_fen
        interest_fen = _half_up(fen.numerator, fen.denominator)
        carried.append(replace(each, interest_fen=interest_fen, balance_after_fen=balance))
    return tuple(carried)
