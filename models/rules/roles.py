"""Who may do what in a portfolio that several people work on: the rule table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

CLERK, SUPERVISOR, LEGAL, FINANCE = "clerk", "supervisor", "legal", "finance"
ROLES = (CLERK, SUPERVISOR, LEGAL, FINANCE)

MAY: Mapping[str, frozenset[str]] = {
    "dispute": frozenset({CLERK, SUPERVISOR, LEGAL}),
    "resolve": frozenset({CLERK, SUPERVISOR, LEGAL}),
    "credit": frozenset({SUPERVISOR, FINANCE}),
    "assign": frozenset({CLERK, SUPERVISOR}),
    "assign_others": frozenset({SUPERVISOR}),
    "task_force": frozenset({CLERK, SUPERVISOR, LEGAL}),
    "ask": frozenset(ROLES),
    "decide_write_off": frozenset({SUPERVISOR, FINANCE}),
    "decide_penalty": frozenset({SUPERVISOR}),
    "decide_plan": frozenset({SUPERVISOR, LEGAL}),
    "case": frozenset({SUPERVISOR, LEGAL}),
    "case_work": frozenset(ROLES),
    "review": frozenset({CLERK, SUPERVISOR, LEGAL}),
    "sign_review": frozenset({SUPERVISOR}),
    "sign_registration": frozenset({SUPERVISOR, FINANCE}),
    "people": frozenset({SUPERVISOR}),
    "receipt": frozenset({CLERK, SUPERVISOR, FINANCE}),
    "letters": frozenset({CLERK, SUPERVISOR, LEGAL}),
    "statement": frozenset(ROLES),
    "policy": frozenset({SUPERVISOR}),
}
"""Each act with the roles that may do it; a house default, after the separation of duties in 内控应用指引第9号 (sales):
who collects does not give up."""


def may(roles: Iterable[str], act: str) -> bool:
    """Whether somebody with these roles may do an act of ``MAY``; KeyError for an act the table does not know."""
    return not MAY[act].isdisjoint(roles)
