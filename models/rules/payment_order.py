"""In what order money pays one debt: costs of realising it, then interest, then principal (CC 561)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from models.rules.problems import Problem, Refused

Item = Literal["costs", "interest", "principal"]

STATUTE_ORDER: tuple[Item, ...] = ("costs", "interest", "principal")
"""CC 561; the parties may agree otherwise."""

PRINCIPAL_FIRST: tuple[Item, ...] = ("principal", "interest", "costs")
"""How a ledger books: what comes in lowers the balance, since interest was never booked as owed."""


def check_order(order: Sequence[str]) -> None:
    """Raise Refused ``payment_order_unknown`` unless each of the three is named once."""
    if sorted(order) != sorted(STATUTE_ORDER):
        raise Refused(Problem("payment_order_unknown", {"order": ",".join(order)}, "order"))


def split(fen: int, owed: Mapping[Item, int], order: Sequence[Item] = STATUTE_ORDER) -> dict[Item, int]:
    """What a sum pays of each; what all three do not take is left out."""
    paid: dict[Item, int] = {}
    left = fen
    for item in order:
        paid[item] = min(left, owed[item])
        left -= paid[item]
    return paid
