"""Money in whole fen: reading, writing, sharing without loss.

One yuan is 100 fen. Other currencies are kept in their hundredth too. No float ever touches a sum.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

LARGEST_FEN = 10**15
"""Ten trillion yuan: above this a sum is a misread number, not a debt."""

_PLAIN = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?")


def parse_yuan(text: str) -> int:
    """Fen of a sum typed by a person or a script: ``"186400"``, ``"186,400.00"``, ``"-3.5"``.

    At most two decimals, so nothing is rounded. Raises ValueError for anything else.
    """
    cleaned = text.strip()
    if not _PLAIN.fullmatch(cleaned):
        raise ValueError(f"not a sum of money: {text!r}")
    fen = int((Decimal(cleaned.replace(",", "")) * 100).to_integral_exact())
    if abs(fen) > LARGEST_FEN:
        raise ValueError(f"beyond any debt: {text!r}")
    return fen


def yuan(fen: int) -> str:
    """The sum with two decimals and no separators, ``"186400.00"``: the form of JSON and workbooks."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"


def grouped(fen: int) -> str:
    """The sum with thousands commas and two decimals, ``"186,400.00"``: the form people read."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def half_up(value: Decimal) -> int:
    """Whole fen of a sum in fen, half a fen away from zero."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def divided_half_up(numerator: int, denominator: int) -> int:
    """``numerator / denominator`` (both whole, denominator > 0), half up, away from zero, without Decimal."""
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))
