"""What proves an event on a claim: the items each kind asks for, and the grade of what is on file.

An event counts as provable only where everything *needed* is there; what is *better* makes it strong. Sources:
诉讼时效规定 8-17 for what has to be shown, 证据规定 and the practice on postal service for how.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Grade = Literal["strong", "weak", "none"]


@dataclass(frozen=True)
class Need:
    """Items without which an event cannot be proved, and those that make the proof hard to shake."""

    needed: tuple[str, ...]
    better: tuple[str, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """All of them, the needed ones first."""
        return (*self.needed, *self.better)


@dataclass(frozen=True)
class Proof:
    """How well an event is proved: ``strong`` all is there, ``weak`` what is needed, ``none`` not even that.

    ``missing`` names what to get, the needed items first.
    """

    grade: Grade
    present: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def provable(self) -> bool:
        """Whether it counts."""
        return self.grade != "none"


NEEDS: Mapping[str, Need] = {
    "D1": Need(("signed_slip",), ("letter_copy", "signer_authority")),
    "D2": Need(("arrival_proof",), ("letter_copy",)),
    "D3": Need(("waybill_stub", "letter_copy", "delivery_record"), ("good_address", "entitled_signer")),
    "D4": Need(("message_record",), ("account_identity", "message_names_debt")),
    "D5": Need(("debit_statement",)),
    "D6": Need(("newspaper",)),
    "P1": Need(("bank_slip",), ("bank_memo",)),
    "P2": Need(("acknowledgement",), ("debtor_identity",)),
    "P3": Need(("undated_note",)),
    "C1": Need(("filing_receipt",)),
    "C2": Need(("acceptance_notice",)),
    "C3": Need(("request_receipt",)),
    "C4": Need(("report_receipt",)),
    "C5": Need(("filing_receipt",)),
    "A1": Need(("assignment_notice", "delivery_record")),
    "A2": Need(("assumption_declaration",)),
    "S1": Need(("obstacle_proof",)),
    "R1": Need(("refusal_record",)),
    "call": Need(("recording",), ("acknowledgement", "debtor_identity", "recording_told")),
    "plan": Need(("signed_plan",)),
}
"""By event code; ``call`` and ``plan`` are the two ways a P2 comes about inside the program."""


@lru_cache(maxsize=1024)
def _judged(need: Need, there: frozenset[str]) -> Proof:
    present = tuple(item for item in need.items if item in there)
    missing = tuple(item for item in need.items if item not in there)
    if not there.issuperset(need.needed):
        return Proof("none", present, missing)
    return Proof("weak" if missing else "strong", present, missing)


def judge(what: str, there: Collection[str]) -> Proof:
    """How well an event of that kind is proved by these items. KeyError for a kind no table has."""
    return _judged(NEEDS[what], frozenset(there))
