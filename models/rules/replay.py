"""Whether money entered late would have been shared otherwise had it been entered in time: told, never done by itself.

Shares stand as posted. Every receipt is shared anew in the order of its true day; where the statute decided and another
share comes out, that is a proposal for the clerk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from models.rules.allocation import Debt, allocate

BY_STATUTE = frozenset(
    {"single", "in_full", "due_first", "least_secured", "heavier_burden", "earlier_due", "pro_rata"}
)
"""Rules of ``Allocation`` that follow from the debts alone; any other was somebody's choice and stands."""


@dataclass(frozen=True)
class Posted:
    """A receipt as it stands in the books; one that was reversed is left out together with its reversal.

    ``entered`` orders receipts of one day. ``shares``: debt → fen; what they leave of ``amount_fen`` is advance.
    ``rule`` is what decided when it was booked.
    """

    id: str
    on: date
    amount_fen: int
    shares: Mapping[str, int]
    rule: str
    entered: int = 0


@dataclass(frozen=True)
class Owed:
    """A debt as it was before any receipt, and the day it arose; None where that is not known.

    ``last_day`` is that of its limitation: money that came later passes it over. ``later`` are (day, fen) of what the
    debt holds besides its principal: a payment cannot pay what came to be owed after it.
    """

    debt: Debt
    arisen_on: date | None = None
    last_day: date | None = None
    later: tuple[tuple[date, int], ...] = ()

    def stood(self, open_fen: Mapping[str, Debt], on: date) -> Debt:
        """The debt as a payment of ``on`` found it."""
        expired = self.last_day is not None and self.last_day < on
        found, to_come = open_fen[self.debt.id], sum(fen for day, fen in self.later if day > on)
        return replace(found, expired=expired, principal_fen=max(0, found.principal_fen - to_come))


@dataclass(frozen=True)
class Move:
    """Fen of a receipt that would have paid ``to`` and stand on ``from_``; None is the advance."""

    receipt: str
    from_: str | None
    to: str | None
    fen: int


@dataclass(frozen=True)
class Replay:
    """What would be otherwise: moves by receipt, all shares as the replay has them (receipt → debt → fen).

    ``rules``: what decides each receipt's shares then.
    """

    moves: tuple[Move, ...] = ()
    shares: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)

    @property
    def differs(self) -> bool:
        """Whether there is anything to propose."""
        return bool(self.moves)


def replay_differs(receipts: Sequence[Posted], owed: Sequence[Owed]) -> Replay:
    """The shares that booking in order of day would have given, against how they stand.

    A receipt whose shares somebody chose (agreed, designated, by hand, for one claim) keeps them as far as the debts
    take them, and the others share what those leave. A debt that had not arisen on a receipt's day takes nothing of it.
    """
    open_fen = {each.debt.id: each.debt for each in owed}
    chosen = {each.id: _kept(each, open_fen) for each in receipts if each.rule not in BY_STATUTE}
    for kept in chosen.values():
        open_fen = _after(open_fen, kept)
    shares: dict[str, Mapping[str, int]] = {}
    rules: dict[str, str] = {}
    moves: list[Move] = []
    for receipt in sorted(receipts, key=lambda each: (each.on, each.entered, each.id)):
        found, rules[receipt.id] = chosen.get(receipt.id), receipt.rule
        if found is None:
            there = [each.stood(open_fen, receipt.on) for each in owed if _there(each.arisen_on, receipt.on)]
            found, rules[receipt.id] = _shared(receipt, there)
            open_fen = _after(open_fen, found)
        shares[receipt.id] = found
        moves += _moves(receipt, found)
    return Replay(tuple(moves), shares, rules)


def _there(arisen_on: date | None, on: date) -> bool:
    return arisen_on is None or arisen_on <= on


def _kept(receipt: Posted, debts: Mapping[str, Debt]) -> dict[str, int]:
    """The shares as posted, as far as each debt takes them."""
    return {
        key: min(fen, debts[key].open_fen)
        for key, fen in receipt.shares.items()
        if key in debts and debts[key].open_fen
    }


def _shared(receipt: Posted, debts: Sequence[Debt]) -> tuple[dict[str, int], str]:
    found = allocate(receipt.amount_fen, debts, on=receipt.on)
    return {share.debt: share.amount for share in found.shares}, found.rule


def _after(debts: Mapping[str, Debt], paid: Mapping[str, int]) -> dict[str, Debt]:
    return {key: _less(debt, paid.get(key, 0)) for key, debt in debts.items()}


def _less(debt: Debt, fen: int) -> Debt:
    """The debt after so much was paid on it: costs, interest, principal in that order (CC 561)."""
    costs = min(fen, debt.costs_fen)
    interest = min(fen - costs, debt.interest_fen)
    return replace(
        debt,
        costs_fen=debt.costs_fen - costs,
        interest_fen=debt.interest_fen - interest,
        principal_fen=debt.principal_fen - (fen - costs - interest),
    )


def _moves(receipt: Posted, found: Mapping[str, int]) -> Iterable[Move]:
    """The fewest moves from the posted shares to those found; the advance balances them."""
    gain = Counter(found)
    gain.subtract(receipt.shares)
    gain[""] -= sum(gain.values())
    giving = {key: -fen for key, fen in sorted(gain.items()) if fen < 0}
    for key, wanted in sorted(gain.items()):
        for giver, has in list(giving.items()):
            fen = min(wanted, has)
            if fen > 0:
                yield Move(receipt.id, giver or None, key or None, fen)
                wanted -= fen
                giving[giver] -= fen
