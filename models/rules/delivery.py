"""What the post says became of a letter, and whether the letter has reached the debtor by it.

A demand that arrives, or should have arrived, interrupts limitation (诉讼时效规定 8(1)(2)). Which entry of the tracking
counts as arrival depends on where the letter was sent and by whom it was carried.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Arrival = Literal["yes", "open", "no"]
"""``open``: arrived as claimed, though the other side may still show the contrary."""

CARRIERS = ("ems", "registered", "courier", "hand")
"""China Post's two ways with a receipt; a private courier, who may not carry letters (邮政法 55); handed over."""

POSTS = ("ems", "registered")

ADDRESS_SOURCES = ("agreed", "registered", "last_used", "other")
"""In the order in which an address is tried (民诉解释 3; 法院专递规定 5)."""

GOOD_ADDRESSES = ("agreed", "registered")
"""Where a letter counts as arrived even when it comes back (法发〔2017〕19号 8)."""

PROOFS = ("tracking", "reply_slip", "envelope", "stub", "packing")
"""Print of the tracking, signed slip, returned envelope kept sealed; stub of the waybill, picture of the packing."""

RECORDS = ("tracking", "reply_slip", "envelope")
"""Those that show what became of the letter; the others only that it was sent."""


@dataclass(frozen=True)
class Outcome:
    """One entry of the tracking. ``result`` is its kind: signed | refused | returned | lost | presumed.

    ``entitled``: whoever took or refused it binds the debtor (诉讼时效规定 8, last paragraph). ``needs`` is the
    proof to keep, ``source`` the authority.
    """

    key: str
    result: str
    entitled: bool
    needs: tuple[str, ...]
    source: str


def _outcomes(*outcomes: Outcome) -> Mapping[str, Outcome]:
    return {outcome.key: outcome for outcome in outcomes}


OUTCOMES = _outcomes(
    Outcome("signed_addressee", "signed", True, ("tracking", "reply_slip"), "诉讼时效规定 8"),
    Outcome("signed_mail_room", "signed", True, ("tracking", "reply_slip"), "诉讼时效规定 8; 法院专递规定 9"),
    Outcome("signed_other", "signed", False, ("tracking",), "诉讼时效规定 8"),
    Outcome("refused", "refused", True, ("tracking", "envelope"), "诉讼时效规定 8(1)(2)"),
    Outcome("returned_unknown", "returned", True, ("tracking", "envelope"), "(2020)最高法民再253号"),
    Outcome("returned_moved", "returned", True, ("tracking", "envelope"), "法发〔2017〕19号 8"),
    Outcome("no_record", "presumed", False, ("stub",), "[2003]民二他字第6号"),
    Outcome("lost", "lost", False, ("tracking",), "邮政法 49"),
    Outcome("signed", "signed", False, ("tracking",), "诉讼时效规定 8"),
    Outcome("returned", "returned", True, ("tracking", "envelope"), "法发〔2017〕19号 8"),
)
"""By key; the last two are what stands where nobody told who signed or why it came back."""

TOLD = tuple(key for key in OUTCOMES if key not in ("signed", "returned"))
"""Those a clerk chooses from."""


def arrival(outcome: str, address_source: str | None, carrier: str) -> Arrival:
    """Whether a letter has reached the debtor.

    Returned: only from an agreed or registered address (法发〔2017〕19号 8; (2020)最高法民再253号). Without any record
    of delivery a letter by China Post is presumed to have arrived, rebuttably ([2003]民二他字第6号); of another courier
    arrival must be shown. KeyError for an outcome no table has.
    """
    found = OUTCOMES[outcome]
    if found.result == "lost":
        return "no"
    if found.result == "returned":
        return "yes" if address_source in GOOD_ADDRESSES else "no"
    if found.result == "presumed":
        return "open" if carrier in POSTS else "no"
    return "yes" if found.entitled else "open"


@dataclass(frozen=True)
class Tried:
    """One attempt as far as its standing goes; ``outcome`` is None while nothing is known."""

    attempt: int
    outcome: str | None
    address_source: str | None
    carrier: str


def standing(attempts: Iterable[Tried]) -> int | None:
    """Which attempt a letter stands by: the newest that arrived, else the newest; None where there is none."""
    tried = sorted(attempts, key=lambda each: -each.attempt)
    for each in tried:
        if each.outcome and arrival(each.outcome, each.address_source, each.carrier) != "no":
            return each.attempt
    return tried[0].attempt if tried else None


def next_address(sources: Iterable[tuple[str, str]], used: Iterable[str]) -> str | None:
    """The address to try next: the best by its source that no attempt went to yet; (source, address) pairs."""
    gone = set(used)
    fresh = [(source, address) for source, address in sources if address not in gone]
    fresh.sort(key=lambda each: ADDRESS_SOURCES.index(each[0]))
    return fresh[0][1] if fresh else None
