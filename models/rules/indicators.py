"""What a period says of collecting: how long money is out, how much of what could come came, what a loss allowance is.

DSO, the best possible DSO, average days delinquent and CEI are those of the Credit Research Foundation (its National
Summary of Domestic Trade Receivables); turnover, the share overdue, counting back and roll rates are what the trade
does. No statute sets any of them; CAS 22 asks for the allowance and leaves its percents to the firm. Sums are fen, days
and percents exact fractions. Sales and receivables must be of one kind: both with the tax, or both without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from operator import mul

from models.rules.money import divided_half_up, grouped, yuan
from models.rules.problems import Problem, Refused


@dataclass(frozen=True)
class Period:
    """Sales on credit of so many days, receivables at both ends, and what of the closing ones is not due; in fen."""

    days: int
    sales_fen: int
    opening_fen: int
    closing_fen: int
    not_due_fen: int


@dataclass(frozen=True)
class Indicator:
    """One figure: ``days``, ``percent`` or ``times``, and how it came about."""

    name: str
    value: Fraction
    unit: str
    formula: str


def indicators(period: Period) -> tuple[Indicator, ...]:
    """DSO, the best it could be, the delay between them, CEI, turnover and its days, what is overdue.

    Raises Refused where sales or days are not above zero, a sum is below it, or more is not due than is open.
    """
    _check(period)
    days, sales, not_due = period.days, period.sales_fen, period.not_due_fen
    opening, closing = period.opening_fen, period.closing_fen
    dso, best = Fraction(closing * days, sales), Fraction(not_due * days, sales)
    came, could = opening + sales - closing, opening + sales - not_due
    mean = Fraction(opening + closing, 2)
    found = [
        Indicator("dso", dso, "days", f"{grouped(closing)} ÷ {grouped(sales)} × {days}"),
        Indicator("best_dso", best, "days", f"{grouped(not_due)} ÷ {grouped(sales)} × {days}"),
        Indicator("delay", dso - best, "days", f"{rounded(dso)} - {rounded(best)}"),
    ]
    if could:
        found.append(
            Indicator("cei", Fraction(100 * came, could), "percent", f"{grouped(came)} ÷ {grouped(could)}")
        )
    if mean:
        turned = Fraction(sales) / mean
        between = f"(({grouped(opening)} + {grouped(closing)}) ÷ 2)"
        found.append(Indicator("turnover", turned, "times", f"{grouped(sales)} ÷ {between}"))
        found.append(Indicator("turnover_days", days / turned, "days", f"{days} ÷ {rounded(turned)}"))
    if closing:
        late = closing - not_due
        share = Fraction(100 * late, closing)
        found.append(Indicator("overdue", share, "percent", f"{grouped(late)} ÷ {grouped(closing)}"))
    return tuple(found)


def _check(period: Period) -> None:
    sums = (period.opening_fen, period.closing_fen, period.not_due_fen)
    if period.days <= 0 or period.sales_fen <= 0 or min(sums) < 0:
        raise Refused(Problem("indicator_not_above_zero"))
    if period.not_due_fen > period.closing_fen:
        raise Refused(Problem("indicator_not_due_too_much"))


def counted_back(closing_fen: int, months: Sequence[tuple[int, int]]) -> Fraction | None:
    """DSO counted back over months of (sales in fen, days), the newest first; None where they do not reach so far."""
    days, left = Fraction(0), closing_fen
    for sales, length in months:
        if left <= sales:
            return days + (Fraction(left * length, sales) if left else 0)
        days, left = days + length, left - sales
    return days if not left else None


def provision(bands: Sequence[tuple[int, Fraction]]) -> tuple[int, ...]:
    """The allowance of each band of (balance in fen, percent), half up to the fen (CAS 22, provision matrix)."""
    shares = [fen * percent * Fraction(1, 100) for fen, percent in bands]
    return tuple(divided_half_up(share.numerator, share.denominator) for share in shares)


def loss_rates(transitions: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Percent lost of each band where so many percent of it roll into the next, and of the last are lost."""
    rolled = accumulate((percent / 100 for percent in reversed(transitions)), mul)
    return tuple(100 * rate for rate in rolled)[::-1]


def rounded(value: Fraction) -> str:
    """With two decimals, half up."""
    return yuan(divided_half_up(value.numerator * 100, value.denominator))
