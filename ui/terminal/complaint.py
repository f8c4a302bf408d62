"""The claim for interest as a complaint words it: in Chinese, whatever language the program speaks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from models.rules.interest import Interest, Payment, Terms
from models.rules.late_rate import LateRate, Part
from models.rules.money import grouped
from models.rules.rates import LPR_BEGINS
from ui.problems import worded

LANGUAGE = "zh_CN"


def complaint(
    principal_fen: int, start: date, end: date, rate: LateRate, terms: Terms, result: Interest
) -> str:
    """The claim for interest as a complaint words it, in Chinese."""
    parts = [_base_words(principal_fen, start, end, terms, result.days), _rate_words(rate, start, result)]
    if rate.mode != "day":
        parts.append(_said(f"interest_says_basis_{terms.rounding}", basis=str(terms.basis)))
    parts += [_payment_words(payment) for payment in result.payments]
    parts.append(_said("interest_says_total", total=grouped(result.total_fen)))
    if result.payments:
        interest_left, principal_left = grouped(result.interest_left_fen), grouped(result.principal_left_fen)
        parts.append(_said("interest_says_left", interest=interest_left, principal=principal_left))
    return "，".join(parts) + "。"


def _base_words(principal_fen: int, start: date, end: date, terms: Terms, days: int) -> str:
    """On what, from when until when."""
    params = {"principal": grouped(principal_fen), "from": _chinese(start), "to": _chinese(end)}
    counted = _said("interest_end_counted" if terms.count_end else "interest_end_excluded")
    return _said("interest_says_base", **params, end=counted, days=str(days))


def _payment_words(payment: Payment) -> str:
    """A payment and what it paid."""
    shares = (
        ("costs", payment.costs_fen),
        ("interest", payment.interest_fen),
        ("principal", payment.principal_fen),
    )
    paid = "、".join(_said(f"interest_paid_{name}", amount=grouped(fen)) for name, fen in shares if fen)
    return _said(
        "interest_says_payment", on=_chinese(payment.on), amount=grouped(payment.amount_fen), paid=paid
    )


def _rate_words(rate: LateRate, start: date, result: Interest) -> str:
    """The rate in words."""
    if rate.percent is not None:
        return _said(f"interest_says_{rate.mode}", percent=_plain(rate.percent))
    names = [_part_words(part) for part in (rate.benchmark, rate.prime) if part]
    if rate.mode == "fixed":
        percent = percent_text(result.lines[0].percent) if result.lines else "0.00"
        name = names[-1] if start >= LPR_BEGINS else names[0]
        return _said("interest_says_fixed", rate=name, percent=percent, **{"from": _chinese(start)})
    if len(names) == 2:
        return _said("interest_says_both", benchmark=names[0], prime=names[1])
    return _said("interest_says_floating", rate=names[0])


def _part_words(part: Part) -> str:
    name = _said(f"interest_rate_{part.series}")
    return name if part.multiple == 1 else _said("interest_times", rate=name, multiple=_plain(part.multiple))


def _said(code: str, **params: str) -> str:
    return worded(code, LANGUAGE, params)


def percent_text(value: Fraction) -> str:
    """A percentage as text, at least two decimals: ``3.45``, ``5.175``."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    text = _plain(exact)
    return text if len(text.partition(".")[2]) > 1 else f"{exact:.2f}"


def _plain(value: Decimal) -> str:
    """A decimal without trailing zeros or exponent."""
    return f"{value.normalize():f}"


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
