"""The cheapest step that would move a clock, and why it would.

A clerk's means in the order of their cost: get a missing proof, telephone, send a letter, agree a plan, go to
court. What is short of time skips what needs the post or the debtor's good will.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from models.rules.reasons import Reason

CALL, LETTER, PLAN, EVIDENCE, COURT, GUARANTOR = "call", "letter", "plan", "evidence", "court", "guarantor"
STEPS = (EVIDENCE, CALL, LETTER, PLAN, GUARANTOR, COURT)
"""Cheapest first."""

POST_DAYS = 10
"""A letter needs so many days to arrive with its proof; with fewer left it may come too late."""


@dataclass(frozen=True)
class Move:
    """A step and why it moves the clock."""

    step: str
    why: Reason


class Limitation(NamedTuple):
    """What the choice of a step depends on; ``left`` days to the earlier of both last days."""

    left: int
    claimed_left: int
    missing: tuple[str, ...] = ()
    reached: bool = True
    demand_interrupts: bool = True


_REVIVE = Move(PLAN, Reason("move_plan_revives"))
_SUE = Move(COURT, Reason("move_suit"))
_TALK = Move(CALL, Reason("move_call"))
_WRITE = Move(LETTER, Reason("move_letter"))


def for_limitation(state: Limitation) -> Move:
    """The cheapest step for a limitation clock."""
    if state.claimed_left < 0:
        return _REVIVE
    if state.left < state.claimed_left and state.missing:
        return Move(EVIDENCE, Reason("move_evidence", {"item": state.missing[0]}))
    if state.left < 0 or (state.left < POST_DAYS and not state.reached):
        return _SUE
    return _TALK if state.reached or not state.demand_interrupts else _WRITE


def for_guarantee(kind: str, state: str, left: int) -> Move:
    """The cheapest step for a guarantor: a general one is saved by a suit against the debtor only (CC 693)."""
    if state == "lapsed":
        return Move(GUARANTOR, Reason("move_guarantee_lapsed"))
    if kind == "general":
        return Move(COURT, Reason("move_sue_debtor"))
    if left < POST_DAYS:
        return Move(COURT, Reason("move_sue_guarantor"))
    return Move(GUARANTOR, Reason("move_claim_guarantor"))


_FIXED = {
    "guarantee_debt": GUARANTOR,
    "security": EVIDENCE,
    "instalment": CALL,
    "mail_query": EVIDENCE,
}


def for_kind(kind: str) -> Move:
    """The step for every other kind; what has none of its own goes to court or its like."""
    return Move(_FIXED.get(kind, COURT), Reason(f"move_{kind}"))
