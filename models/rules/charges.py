"""What is owed besides the principal once its sum is fixed, and how a payment goes through it (CC 561)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.rules.payment_order import STATUTE_ORDER, Item, split

ITEMS: Mapping[str, Item] = {"costs": "costs", "interest": "interest", "penalty": "interest"}
"""Kinds of charge and where CC 561 ranks them. It does not name the penalty for delay: that ranks with interest."""


@dataclass(frozen=True)
class OpenCharge:
    """A charge as far as it is unpaid, in fen; owed from ``owed_on``."""

    key: int
    kind: str
    owed_on: date
    fen: int


@dataclass(frozen=True)
class Paid:
    """A payment of one claim taken apart: the principal, and fen by charge."""

    principal: int
    charges: Mapping[int, int]


def owed_by(charges: Iterable[OpenCharge], on: date) -> tuple[OpenCharge, ...]:
    """Those that were owed on a day, inclusive, the earliest first: a payment cannot pay what came after it."""
    return tuple(
        sorted((each for each in charges if each.owed_on <= on), key=lambda each: (each.owed_on, each.key))
    )


def item_sums(charges: Iterable[OpenCharge]) -> dict[Item, int]:
    """Fen of costs and of interest among them."""
    sums: dict[Item, int] = {"costs": 0, "interest": 0}
    for each in charges:
        sums[ITEMS[each.kind]] += each.fen
    return sums


def taken_apart(
    fen: int, principal_fen: int, charges: Sequence[OpenCharge], order: Sequence[Item] = STATUTE_ORDER
) -> Paid:
    """What a payment of one claim pays of its principal and of each charge; within a rank the earliest goes first.

    ``charges`` are those of ``owed_by``. What all of them do not take is left out.
    """
    paid = split(fen, {**item_sums(charges), "principal": principal_fen}, order)
    shares = {}
    for each in charges:
        item = ITEMS[each.kind]
        shares[each.key] = min(each.fen, paid[item])
        paid[item] -= shares[each.key]
    return Paid(paid["principal"], {key: part for key, part in shares.items() if part})


def after(charges: Iterable[OpenCharge], paid: Mapping[int, int]) -> tuple[OpenCharge, ...]:
    """What is left of them once so much was paid of each."""
    left = (replace(each, fen=each.fen - paid.get(each.key, 0)) for each in charges)
    return tuple(each for each in left if each.fen)
