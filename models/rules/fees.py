"""Court fees by the State Council's order 481 (诉讼费用交纳办法 13-16, 18, 20), in fen.

Several money claims of one suit are added up first, interest accrued to the day of filing included (民诉解释 201).

Each table is the quick form of the steps: of the first row whose limit holds, rate × sum + constant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.rules.money import divided_half_up, grouped
from models.rules.reasons import Reason

YUAN = 100
_WAN = 10_000 * YUAN

Row = tuple[int | None, int, int]
"""Limit in fen (inclusive, None for all above), rate in thousandths, constant in yuan."""

_CASE: tuple[Row, ...] = (
    (1 * _WAN, 0, 50),
    (10 * _WAN, 25, -200),
    (20 * _WAN, 20, 300),
    (50 * _WAN, 15, 1_300),
    (100 * _WAN, 10, 3_800),
    (200 * _WAN, 9, 4_800),
    (500 * _WAN, 8, 6_800),
    (1_000 * _WAN, 7, 11_800),
    (2_000 * _WAN, 6, 21_800),
    (None, 5, 41_800),
)
_PRESERVATION: tuple[Row, ...] = (
    (1_000 * YUAN, 0, 30),
    (10 * _WAN, 10, 20),
    (None, 5, 520),
)
_PRESERVATION_CAP = 5_000 * YUAN
_ENFORCEMENT: tuple[Row, ...] = (
    (1 * _WAN, 0, 50),
    (50 * _WAN, 15, -100),
    (500 * _WAN, 10, 2_400),
    (1_000 * _WAN, 5, 27_400),
    (None, 1, 67_400),
)


_BANKRUPTCY_CAP = 300_000 * YUAN
_HEADS: Mapping[str, tuple[tuple[Row, ...], int, int | None, str]] = {
    "case": (_CASE, 1, None, "fee_article_case"),
    "case_half": (_CASE, 2, None, "fee_article_half"),
    "payment_order": (_CASE, 3, None, "fee_article_payment_order"),
    "preservation": (_PRESERVATION, 1, _PRESERVATION_CAP, "fee_article_preservation"),
    "enforcement": (_ENFORCEMENT, 1, None, "fee_article_enforcement"),
    "bankruptcy": (_CASE, 2, _BANKRUPTCY_CAP, "fee_article_bankruptcy"),
}
"""Each fee: its table, what it is divided by, its cap, its article."""


@dataclass(frozen=True)
class Fees:
    """Fees of one sum, in fen, exact, a half rounded up; courts usually drop the fen (``whole_yuan``).

    ``case_half``: simplified procedure, mediation, withdrawal, a counterclaim joined. ``enforcement`` is not paid in
    advance (20). ``bankruptcy``: a petition, the sum being the debtor's assets.
    """

    case: int
    case_half: int
    payment_order: int
    preservation: int
    enforcement: int
    bankruptcy: int


@dataclass(frozen=True)
class FeeStep:
    """How one fee came about: ``2.5% × 50,000.00 - 200 = 1,050.00``, and its article."""

    fee: str
    formula: str
    fen: int
    source: Reason


def fees(amount_fen: int) -> Fees:
    """What suit, simplified procedure, payment order, preservation, enforcement and bankruptcy cost.

    Raises ValueError below zero.
    """
    return Fees(**{step.fee: step.fen for step in fee_steps(amount_fen)})


def fee_steps(amount_fen: int) -> tuple[FeeStep, ...]:
    """Every fee of a sum with its formula. Raises ValueError below zero."""
    if amount_fen < 0:
        raise ValueError("no court hears a claim below zero")
    return tuple(_step(name, amount_fen) for name in _HEADS)


def whole_yuan(fen: int) -> int:
    """A fee as most courts ask it: rounded half up to the yuan, in fen."""
    return divided_half_up(fen, YUAN) * YUAN


def _step(name: str, amount_fen: int) -> FeeStep:
    table, divisor, cap, article = _HEADS[name]
    rate, constant = next((rate, add) for limit, rate, add in table if limit is None or amount_fen <= limit)
    fen = divided_half_up(amount_fen * rate, 1000) + constant * YUAN
    formula = _written(amount_fen, rate, constant)
    if divisor > 1:
        formula, fen = f"{grouped(fen)} ÷ {divisor}", divided_half_up(fen, divisor)
    if cap is not None and fen > cap:
        formula, fen = f"min({formula}, {grouped(cap)})", cap
    return FeeStep(name, f"{formula} = {grouped(fen)}", fen, Reason(article))


def _written(amount_fen: int, rate: int, constant: int) -> str:
    """Rate × sum ± constant as text; a flat fee is the constant alone."""
    if not rate:
        return f"{constant:,}"
    percent = f"{rate // 10}.{rate % 10}".removesuffix(".0")
    sign = "+" if constant >= 0 else "-"
    return f"{percent}% × {grouped(amount_fen)} {sign} {abs(constant):,}"
