"""Instalment schedules of a payment plan: dates without drift, sums that add up to the fen.

Principal only is shared out; interest, where agreed, is charged on the open principal by actual days over
365.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from models.rules.money import divided_half_up
from models.rules.problems import Problem, Refused
from models.rules.workdays import Calendar, add_months

Rhythm = Literal["month", "quarter"] | int
Shape = Literal["equal", "rising"]

LARGEST_COUNT = 600
"""Fifty years of months: more is a slip of the finger."""

LAST_YEAR = 2199
"""A plan that runs longer is one too, and its limitation would leave the calendar."""

_MONTHS = {"month": 1, "quarter": 3}
_BP_DAYS = 10_000 * 365


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
) -> tuple[Instalment, ...]:
    """The instalments of a plan over ``total_fen``.

    Each is total ÷ count rounded half up to the fen, the last takes the difference; ``rising`` weighs them 1,
    2, 3 …. A first payment, where given, is the first of the ``count`` and the rest is shared over the
    others. Months are counted from the first day, so 31 January is followed by 28 February and 31 March. With
    ``roll`` a day off moves to the next working day. Interest runs from ``interest_from``, or from the first
    day where None. Raises Refused: ``instalment_too_small`` where one would be below one fen,
    ``instalment_count``, ``instalment_rhythm``, ``instalment_rate``, ``first_payment_out_of_range``.
    """
    _check_terms(count, every, annual_rate_bp)
    days = _days(count, first_on, every)
    principals = _principals(total_fen, count, first_payment_fen, shape)
    dates = [(day, roll.rolled(day) if roll else day) for day in days]
    bare = tuple(
        Instalment(
            number,
            due_on,
            principal,
            0,
            0,
            moved_from=day if day != due_on else None,
            published=roll is None or roll.published(day.year),
        )
        for number, ((day, due_on), principal) in enumerate(zip(dates, principals, strict=True), start=1)
    )
    return _carried_forward(bare, total_fen, annual_rate_bp, interest_from)


def rebalance(
    instalments: Sequence[Instalment],
    number: int,
    new_principal_fen: int,
    *,
    annual_rate_bp: int = 0,
    interest_from: date | None = None,
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
    changed = tuple(
        replace(each, principal_fen=fen) for each, fen in zip(instalments, principals, strict=True)
    )
    return _carried_forward(changed, total, annual_rate_bp, interest_from)


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
    if first_payment_fen < 0 or (first_payment_fen and (first_payment_fen >= total_fen or count < 2)):
        raise Refused(Problem("first_payment_out_of_range", {"count": str(count)}))
    first = [first_payment_fen] if first_payment_fen else []
    number = count - len(first)
    weights = [1] * number if shape == "equal" else list(range(1, number + 1))
    principals = first + _shared(total_fen - first_payment_fen, weights)
    _check_sizes(principals)
    return principals


def _shared(total_fen: int, weights: Sequence[int]) -> list[int]:
    """Shares by weight, each half up, the last taking the difference; none for no weights."""
    whole = sum(weights)
    shares = [divided_half_up(total_fen * weight, whole) for weight in weights]
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
    instalments: Sequence[Instalment], total_fen: int, annual_rate_bp: int, interest_from: date | None
) -> tuple[Instalment, ...]:
    """The same instalments with interest on the open principal and the balance after each."""
    balance = total_fen
    since = interest_from or instalments[0].due_on
    carried = []
    for each in instalments:
        days = max(0, (each.due_on - since).days)
        interest = divided_half_up(max(0, balance) * annual_rate_bp * days, _BP_DAYS)
        balance -= each.principal_fen
        since = each.due_on
        carried.append(replace(each, interest_fen=interest, balance_after_fen=balance))
    return tuple(carried)
