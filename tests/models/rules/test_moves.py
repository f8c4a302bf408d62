from __future__ import annotations

import pytest

from models.rules.clocks import KINDS
from models.rules.moves import STEPS, Limitation, for_guarantee, for_kind, for_limitation


@pytest.mark.parametrize(
    ("state", "step", "why"),
    [
        (Limitation(120, 120), "call", "move_call"),
        (Limitation(120, 120, reached=False), "letter", "move_letter"),
        (Limitation(5, 5, reached=False), "court", "move_suit"),
        (Limitation(5, 5), "call", "move_call"),
        (Limitation(40, 900, ("bank_slip",)), "evidence", "move_evidence"),
        (Limitation(-3, 900, ("bank_slip",)), "evidence", "move_evidence"),
        (Limitation(-3, -3), "plan", "move_plan_revives"),
        (Limitation(120, 120, reached=False, demand_interrupts=False), "call", "move_call"),
    ],
)
def test_the_cheapest_step_that_moves_limitation(state: Limitation, step: str, why: str) -> None:
    move = for_limitation(state)
    assert (move.step, move.why.code) == (step, why)


@pytest.mark.parametrize(
    ("kind", "state", "left", "step"),
    [
        ("general", "open", 100, "court"),
        ("joint", "open", 100, "guarantor"),
        ("joint", "open", 3, "court"),
        ("joint", "lapsed", -3, "guarantor"),
    ],
)
def test_a_general_guarantor_is_kept_by_a_suit_only(kind: str, state: str, left: int, step: str) -> None:
    assert for_guarantee(kind, state, left).step == step


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"limitation", "guarantee"}))
def test_every_other_kind_has_a_step(kind: str) -> None:
    assert for_kind(kind).step in STEPS
