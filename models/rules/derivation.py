"""How a sum came about, step by step: from, to, days, base, rate, where the rate stands, and the formula as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from models.rules.day_count import Terms, span
from models.rules.interest import Interest, Line, Payment
from models.rules.late_rate import LateRate
from models.rules.money import grouped
from models.rules.payment_order import STATUTE_ORDER, Item
from models.rules.reasons import Reason

What = Literal["interest", "payment", "stop", "total"]

AGREED = Reason("article_agreed")
AGREED_CAP = Reason("article_agreed_cap")
LOAN_CAP = Reason("article_loan_cap")


@dataclass(frozen=True)
class Step:
    """One step, in the order of days. ``end`` is exclusive; sums in fen.

    ``percent`` is a year's or a day's (``per``), None for a payment or the total. ``source`` says where the rate or
    the rule stands, ``quote`` from which publication a rate was taken. ``formula`` reads the same in every language.
    """

    what: What
    start: date
    end: date
    days: int
    base_fen: int
    percent: Fraction | None
    per: Literal["year", "day"]
    amount_fen: int
    source: Reason
    quote: Reason | None
    formula: str


def derivation(
    result: Interest,
    rate: LateRate,
    terms: Terms,
    *,
    source: Reason | None = None,
    order: Sequence[Item] = STATUTE_ORDER,
    ceiling: Reason = LOAN_CAP,
) -> tuple[Step, ...]:
    """The steps of a reckoning: each line and payment on its day, then the total.

    ``source`` is the rule that gave the rate, where a decision chose it; else agreed rates cite CC 585 and
    published ones 买卖合同解释 18(4). ``order`` is that in which payments were taken, ``ceiling`` where the ceiling
    stands that lowered a rate.
    """
    found: list[Step] = [_line(line, rate, terms, source, ceiling) for line in result.lines]
    found += [_payment(payment, order) for payment in result.payments]
    found += _stop(result, rate)
    found.sort(key=lambda step: (step.start, step.what != "payment"))
    return (*found, *_total(result, rate, terms))


def _line(line: Line, rate: LateRate, terms: Terms, source: Reason | None, ceiling: Reason) -> Step:
    by_day = rate.mode == "day"
    length = str(line.days) if by_day else str(span(line.start, line.end, terms))
    base, percent, amount = grouped(line.base_fen), percent_text(line.percent), grouped(line.amount_fen)
    return Step(
        what="interest",
        start=line.start,
        end=line.end,
        days=line.days,
        base_fen=line.base_fen,
        percent=line.percent,
        per="day" if by_day else "year",
        amount_fen=line.amount_fen,
        source=ceiling if line.capped else source or _article(rate),
        quote=_quote(line),
        formula=f"{base} × {percent}% × {length} = {amount}",
    )


def _article(rate: LateRate) -> Reason:
    return AGREED if rate.percent is not None else Reason("article_sale_18_4")


def _quote(line: Line) -> Reason | None:
    """The publication a line's rate was taken from."""
    if line.quote is None:
        return None
    quote = line.quote
    params = {
        "published_on": quote.published_on.isoformat(),
        "percent": percent_text(Fraction(quote.rate_bp, 100)),
        "multiple": plain(quote.multiple),
    }
    return Reason(f"derived_{quote.series}", params)


def _payment(payment: Payment, order: Sequence[Item]) -> Step:
    """What a payment paid, in the order it was taken, and last what was more than owed."""
    paid: dict[Item, int] = {
        "costs": payment.costs_fen,
        "interest": payment.interest_fen,
        "principal": payment.principal_fen,
    }
    parts = [*(paid[item] for item in order), payment.left_fen]
    statute = tuple(order) == STATUTE_ORDER
    return Step(
        what="payment",
        start=payment.on,
        end=payment.on,
        days=0,
        base_fen=payment.principal_fen,
        percent=None,
        per="year",
        amount_fen=-payment.amount_fen,
        source=Reason("article_payment_order" if statute else "article_payment_agreed"),
        quote=None,
        formula=f"{grouped(payment.amount_fen)} = {' + '.join(grouped(part) for part in parts if part)}",
    )


def _stop(result: Interest, rate: LateRate) -> Iterator[Step]:
    """From when on nothing accrues, because a petition in bankruptcy was accepted."""
    if result.stopped_on is None:
        return
    yield Step(
        what="stop",
        start=result.stopped_on,
        end=result.stopped_on,
        days=0,
        base_fen=result.principal_left_fen,
        percent=None,
        per="day" if rate.mode == "day" else "year",
        amount_fen=0,
        source=Reason("article_bankruptcy_46"),
        quote=None,
        formula="",
    )


def _total(result: Interest, rate: LateRate, terms: Terms) -> Iterator[Step]:
    """The sum of the lines; where only the total is rounded it may differ from them by a fen or two."""
    if not result.lines:
        return
    amounts = " + ".join(grouped(line.amount_fen) for line in result.lines)
    sign = "=" if sum(line.amount_fen for line in result.lines) == result.total_fen else "≈"
    yield Step(
        what="total",
        start=result.lines[0].start,
        end=result.lines[-1].end,
        days=result.days,
        base_fen=0,
        percent=None,
        per="day" if rate.mode == "day" else "year",
        amount_fen=result.total_fen,
        source=Reason(f"derived_rounding_{terms.rounding}"),
        quote=None,
        formula=f"{amounts} {sign} {grouped(result.total_fen)}",
    )


def percent_text(value: Fraction) -> str:
    """A percentage as text, at least two decimals: ``3.45``, ``5.175``; at most eight, half up."""
    text = plain((Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("1E-8")))
    return text if len(text.partition(".")[2]) > 1 else f"{Decimal(text):.2f}"


def plain(value: Decimal) -> str:
    """A decimal without trailing zeros or exponent."""
    return f"{value.normalize():f}"
