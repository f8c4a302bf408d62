from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.rules.dunning import (
    DEFAULT_POLICY,
    REASONS,
    STAGES,
    ClaimState,
    next_step,
    stage,
    worklist_reasons,
)
from models.rules.policy import policy_problems

TODAY = date(2026, 11, 20)


def late(days: int, **rest) -> ClaimState:
    return ClaimState(TODAY, TODAY - timedelta(days=days), 18_640_000, **rest)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


def codes(state: ClaimState) -> list[str]:
    return [step.code for step in worklist_reasons(state)]


LETTER = {"last_letter_kind": "demand"}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (late(-4), "not_due"),
        (late(-3), "reminder"),
        (late(14), "reminder"),
        (late(15), "call"),
        (late(29), "call"),
        (late(30), "letter"),
        (late(45), "letter"),
        (late(45, **LETTER), "final"),
        (late(90), "task_force"),
        (late(180), "legal"),
        (late(40, handed_to="task_force"), "task_force"),
        (late(5, handed_to="task_force"), "task_force"),
        (late(180, handed_to="task_force"), "legal"),
        (late(40, handed_to="legal"), "legal"),
        (late(40, handed_to="agency"), "agency"),
        (late(40, signed_plan=True), "plan"),
        (replace(late(40), balance_fen=0), "settled"),
        (replace(late(40), due_on=None), "not_due"),
    ],
)
def test_a_claim_stands_on_the_rung_its_age_has_reached(state: ClaimState, expected: str) -> None:
    assert stage(state) == expected
    assert expected in STAGES


@pytest.mark.parametrize(
    ("state", "code", "due_on", "tone"),
    [
        (late(-10), "step_reminder", ahead(7), "later"),
        (late(-3), "step_reminder", TODAY, "due"),
        (late(0), "step_reminder", ago(3), "due"),
        (late(5), "step_call_first", ahead(10), "later"),
        (late(15), "step_call_first", TODAY, "due"),
        (late(22, last_call_on=ago(4), last_call_reached=True), "step_call_again", ahead(3), "later"),
        (late(22, last_call_on=ago(1)), "step_call_again", TODAY, "due"),
        (late(29, last_call_on=TODAY, last_call_reached=True), "step_letter", ahead(1), "later"),
        (late(33), "step_letter", ago(3), "due"),
        (late(250), "step_letter", ago(220), "due"),
        (
            late(47, **LETTER, last_letter_on=ago(16), letter_deadline_on=ahead(2)),
            "step_final",
            ahead(3),
            "later",
        ),
        (late(47, **LETTER, last_letter_on=ago(16), letter_deadline_on=ago(1)), "step_final", TODAY, "due"),
        (late(96, **LETTER, last_letter_on=ago(60)), "step_task_force", ago(6), "due"),
        (late(190, **LETTER, last_letter_on=ago(60)), "step_legal", ago(10), "due"),
        (late(190, handed_to="legal"), "step_none", None, "none"),
    ],
)
def test_the_next_step_follows_the_ladder(
    state: ClaimState, code: str, due_on: date | None, tone: str
) -> None:
    step = next_step(state)
    assert (step.code, step.due_on, step.tone) == (code, due_on, tone)


def test_a_broken_promise_comes_first_and_tells_how_late() -> None:
    step = next_step(late(47, promise_on=ago(3), promise_left_fen=10_000_000))
    assert (step.code, step.reason, step.tone) == ("step_promise_broken", "promise_broken", "bad")
    assert (step.params["days"], step.params["amount"]) == ("3", "100,000.00")


def test_an_open_promise_lets_the_ladder_wait() -> None:
    state = late(74, promise_on=ahead(8), promise_left_fen=1)
    assert worklist_reasons(state) == ()
    assert next_step(state).code == "step_promise_due"
    assert next_step(replace(state, promise_on=TODAY)).tone == "due"


def test_the_limitation_clock_never_waits() -> None:
    state = late(
        1040, promise_on=ahead(8), promise_left_fen=1, limitation_on=ahead(55), provable_on=ahead(55)
    )
    step = next_step(state)
    assert (step.code, step.tone, step.params["days"]) == ("step_limitation", "bad", "55")


@pytest.mark.parametrize(
    ("limitation", "provable", "code"),
    [
        (ahead(180), ahead(180), None),
        (ahead(179), ahead(179), "step_limitation"),
        (ahead(900), ahead(10), "step_limitation"),
        (ahead(900), ago(1), "step_limitation_unproved"),
        (ago(1), ago(1), "step_limitation_passed"),
        (TODAY, TODAY, "step_limitation"),
    ],
)
def test_limitation_speaks_half_a_year_ahead_by_the_earlier_day(
    limitation: date, provable: date, code: str
) -> None:
    state = late(500, limitation_on=limitation, provable_on=provable, disputed=True)
    assert codes(state) == ([code] if code else [])


def test_a_signed_plan_is_watched_instead_of_the_ladder() -> None:
    state = late(62, signed_plan=True, instalment_on=TODAY, instalment_number=3)
    assert codes(state) == ["step_instalment"]
    broken = replace(state, instalment_on=ago(5))
    assert codes(broken) == ["step_plan_broken"]
    assert worklist_reasons(broken)[0].params["number"] == "3"
    assert codes(replace(state, instalment_on=ahead(5))) == []


def test_an_unsigned_plan_changes_nothing() -> None:
    assert codes(late(33, instalment_on=ago(5))) == ["step_letter"]


def test_a_disputed_claim_rests() -> None:
    assert codes(late(100, disputed=True)) == []


def test_a_settled_claim_asks_for_nothing() -> None:
    assert codes(replace(late(100, promise_on=ago(3)), balance_fen=0)) == []


def test_an_old_claim_never_demanded_needs_its_letter_and_the_task_force() -> None:
    assert codes(late(96)) == ["step_letter", "step_task_force"]


def test_a_second_demand_stands_for_the_final_notice() -> None:
    assert codes(late(60, **LETTER, last_letter_on=ago(2))) == []


def test_a_call_or_letter_of_the_last_days_stands_for_the_reminder() -> None:
    assert codes(late(-1, last_call_on=ago(1))) == []
    assert codes(late(-1, last_letter_kind="reminder", last_letter_on=ago(2))) == []


def test_the_ladder_is_the_users_but_must_rise() -> None:
    assert next_step(late(10), DEFAULT_POLICY.with_days(call=10)).code == "step_call_first"
    assert [each.code for each in policy_problems(DEFAULT_POLICY.with_days(call=40))] == ["policy_not_rising"]


def test_steps_stand_in_the_order_of_damage() -> None:
    state = late(96, promise_on=ago(1), limitation_on=ahead(3))
    reasons = [step.reason for step in worklist_reasons(state)]
    assert reasons == ["promise_broken", "limitation", "letter_due", "task_force_due"]
    assert reasons == sorted(reasons, key=lambda reason: REASONS.index(reason or ""))
