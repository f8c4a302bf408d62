"""Court fees by the State Council's order 481 (诉讼费用交纳办法 13-16, 18, 20), in fen.

Each table is the quick form of the steps: of the first row whose limit holds, rate × sum + constant.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.rules.money import divided_half_up

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


@dataclass(frozen=True)
class Fees:
    """Fees of one sum, in fen. Courts usually drop the fen; these are exact, a half rounded up."""

    case: int
    case_half: int
    payment_order: int
    preservation: int
    enforcement: int


def fees(amount_fen: int) -> Fees:
    """What suit, simplified procedure or withdrawal, payment order, preservation and enforcement cost.

    Raises ValueError below zero.
    """
    if amount_fen < 0:
        raise ValueError("no court hears a claim below zero")
    case = _by_table(amount_fen, _CASE)
    return Fees(
        case=case,
        case_half=divided_half_up(case, 2),
        payment_order=divided_half_up(case, 3),
        preservation=min(_PRESERVATION_CAP, _by_table(amount_fen, _PRESERVATION)),
        enforcement=_by_table(amount_fen, _ENFORCEMENT),
    )


def _by_table(amount_fen: int, table: tuple[Row, ...]) -> int:
    """Rate and constant of the row the sum falls in."""
    rate, constant = next((rate, add) for limit, rate, add in table if limit is None or amount_fen <= limit)
    return divided_half_up(amount_fen * rate, 1000) + constant * YUAN
