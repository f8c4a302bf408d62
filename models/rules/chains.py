"""The evidence chain of a claim: which slots its kind has, which are filled, what to ask for next.

Slots run from how the debt came about, over the creditor's own performance, to what confirms and claims it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

EVIDENCE_KINDS = (
    "contract",
    "order",
    "delivery",
    "invoice",
    "statement",
    "demand",
    "payment",
    "recording",
    "chat",
    "other",
)
"""What a file can be. What fits no slot of a claim stands beside the chain and does not count."""


@dataclass(frozen=True)
class Slot:
    """One link. ``key`` names it; any file of ``kinds`` fills it."""

    key: str
    kinds: frozenset[str]


_CONTRACT = Slot("contract", frozenset({"contract"}))
_ORDER = Slot("order", frozenset({"order"}))
_DELIVERY = Slot("delivery", frozenset({"delivery"}))
_INVOICE = Slot("invoice", frozenset({"invoice"}))
_STATEMENT = Slot("statement", frozenset({"statement"}))
_DEMAND = Slot("demand", frozenset({"demand", "recording", "chat"}))

CHAINS: Mapping[str, tuple[Slot, ...]] = {
    "sale": (_CONTRACT, _ORDER, _DELIVERY, _INVOICE, _STATEMENT, _DEMAND),
    "construction": (
        _CONTRACT,
        Slot("variation", frozenset({"order"})),
        Slot("completion", frozenset({"delivery"})),
        Slot("final_account", frozenset({"statement"})),
        _INVOICE,
        _DEMAND,
    ),
    "loan": (
        Slot("loan_note", frozenset({"contract"})),
        Slot("transfer", frozenset({"payment"})),
        _STATEMENT,
        _DEMAND,
    ),
    "service": (_CONTRACT, Slot("acceptance", frozenset({"delivery"})), _INVOICE, _STATEMENT, _DEMAND),
    "transport": (
        _CONTRACT,
        Slot("consignment", frozenset({"delivery", "order"})),
        _INVOICE,
        _STATEMENT,
        _DEMAND,
    ),
    "lease": (_CONTRACT, Slot("handover", frozenset({"delivery"})), _STATEMENT, _DEMAND),
    "property": (_CONTRACT, Slot("service_record", frozenset({"delivery"})), _STATEMENT, _DEMAND),
    "factoring": (
        _CONTRACT,
        Slot("underlying", frozenset({"order", "delivery", "invoice"})),
        _STATEMENT,
        _DEMAND,
    ),
}
"""Kinds of claim and their slots, in the order a court reads them."""


def chain_for(kind: str) -> tuple[Slot, ...]:
    """The slots of that kind of claim; a kind the table does not know is proved like a sale."""
    return CHAINS.get(kind, CHAINS["sale"])


def slot_of(kind: str, evidence_kind: str) -> str | None:
    """The key of the slot a file of that kind fills, or None where it fits none."""
    return next((slot.key for slot in chain_for(kind) if evidence_kind in slot.kinds), None)


def filled(kind: str, evidence_kinds: Collection[str]) -> tuple[bool, ...]:
    """For each slot of the chain whether something on file fills it."""
    return tuple(not slot.kinds.isdisjoint(evidence_kinds) for slot in chain_for(kind))


def next_missing(kind: str, evidence_kinds: Collection[str]) -> str | None:
    """The key of the first empty slot, which is what to ask for next; None where the chain is complete."""
    slots = zip(chain_for(kind), filled(kind, evidence_kinds), strict=True)
    return next((slot.key for slot, there in slots if not there), None)
