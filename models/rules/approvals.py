"""What takes two people: one asks, another decides."""

from __future__ import annotations

from collections.abc import Mapping

WRITE_OFF, PENALTY, PLAN = "write_off", "penalty", "plan"

DECIDED_BY: Mapping[str, str] = {
    WRITE_OFF: "decide_write_off",
    PENALTY: "decide_penalty",
    PLAN: "decide_plan",
}
"""What may be asked, each with the act of ``roles.MAY`` that decides it."""

APPROVED, REFUSED, WITHDRAWN = "approved", "refused", "withdrawn"

WAIVES = frozenset({"waived_if_punctual"})
"""Penalty clauses of a plan that give up what is owed (``facts.PlanTerms.penalty``)."""


def plan_questions(total_fen: int, penalty: str, limit_yuan: int) -> tuple[str, ...]:
    """What must be approved before a plan is signed: a sum from the limit on, a penalty waived."""
    large = (PLAN,) if total_fen >= limit_yuan * 100 else ()
    return (*large, *((PENALTY,) if penalty in WAIVES else ()))
