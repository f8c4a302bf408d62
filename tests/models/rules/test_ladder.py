"""No level is skipped because a day was missed, none is reached twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.rules.dunning import ClaimState, worklist_reasons
from models.rules.policy import DEFAULT_LADDER, DEFAULT_POLICY, Ladders, Level, Policy

TODAY = date(2026, 11, 20)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def late(days: int, entered: int | None = 400, **rest) -> ClaimState:
    """So many days overdue; entered so many days ago."""
    return ClaimState(TODAY, ago(days), 100_00, entered_on=None if entered is None else ago(entered), **rest)


def reasons(state: ClaimState, policy: Policy = DEFAULT_POLICY) -> list[str]:
    return [str(step.reason) for step in worklist_reasons(state, policy)]


def demand(days: int, **rest) -> dict:
    return {"last_letter_kind": "demand", "last_letter_on": ago(days), **rest}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        # Closed for ten days over the reminder, the call, the letter.
        (late(0), ["reminder_due"]),
        (late(31, last_call_on=ago(33)), ["call_due", "letter_due"]),
        (late(31), ["call_due", "letter_due"]),
        # Of several that are due: the next in order, and that of its age.
        (late(96), ["call_due", "task_force_due"]),
        (late(96, last_call_on=ago(1)), ["letter_due", "task_force_due"]),
        (late(200), ["call_due", "legal_due"]),
        # The reminder is for before the due date.
        (late(1), []),
        # Entered older: on the rung of its age.
        (late(6, entered=1), []),
        (late(31, entered=1), ["letter_due"]),
        (late(31, entered=2), ["call_due", "letter_due"]),
        (late(181, entered=1), ["letter_due", "legal_due"]),
        # A later level's act overtakes what was missed.
        (late(31, **demand(1)), []),
        (late(31, last_call_on=ago(1)), ["letter_due"]),
        (late(95, handed_to="task_force", **demand(30, letter_deadline_on=ago(2))), []),
        # Not done, it stays before the later one.
        (late(95, **demand(30, letter_deadline_on=ago(10))), ["final_due", "task_force_due"]),
        (late(185, **demand(30, letter_deadline_on=ago(10), final_on=ago(5))), ["task_force_due", "legal_due"]),
        # Done once, it does not come again although another demand went out since.
        (late(70, **demand(2, final_on=ago(10), letter_deadline_on=ago(1))), []),
    ],
)  # fmt: skip
def test_what_came_due_in_the_books_stays_due_until_it_is_done(
    state: ClaimState, expected: list[str]
) -> None:
    assert reasons(state) == expected


def test_a_level_left_out_by_the_clerk_does_not_come_back() -> None:
    state = late(31, last_call_on=ago(33))
    assert reasons(replace(state, passed={"call_due": ago(16)})) == ["letter_due"]
    assert reasons(replace(state, passed={"call_due": ago(17)})) == ["call_due", "letter_due"]
    assert reasons(replace(state, passed={"call_due": TODAY, "letter_due": TODAY})) == []


def test_a_clock_is_never_let_pass() -> None:
    assert "limitation" in reasons(late(1000, limitation_on=TODAY, passed={"limitation": TODAY}))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"letter_deadline_on": ago(7)}, ["letter_unanswered"]),
        ({"letter_deadline_on": ago(6)}, []),
        ({"letter_deadline_on": ago(7), "last_call_on": ago(2)}, []),
        ({"letter_deadline_on": ago(7), "last_call_on": ago(9), "last_call_reached": True}, []),
        ({"letter_deadline_on": ago(7), "promise_on": TODAY, "promise_left_fen": 1}, ["promise_due"]),
    ],
)
def test_a_letter_left_unanswered_asks_for_a_call(more: dict, expected: list[str]) -> None:
    state = late(60, last_letter_kind="final", last_letter_on=ago(20), final_on=ago(20), **more)
    assert reasons(state) == expected


def test_the_final_notice_answers_for_an_unanswered_demand() -> None:
    assert reasons(late(60, **demand(30, letter_deadline_on=ago(10)))) == ["final_due"]


def test_mail_without_a_result_and_a_dispute_past_its_day_are_asked_for_even_where_the_ladder_rests() -> None:
    state = late(60, disputed=True, mailed_on=ago(7), dispute_on=TODAY)
    assert reasons(state) == ["delivery_unknown", "dispute_due"]
    assert reasons(replace(state, mailed_on=ago(6), dispute_on=TODAY + timedelta(days=1))) == []


def test_a_level_waits_after_the_last_step() -> None:
    ladder = tuple(replace(each, wait_days=5) if each.key == "letter" else each for each in DEFAULT_LADDER)
    assert reasons(late(31, last_call_on=ago(2)), Policy(ladder)) == []
    assert reasons(late(31, last_call_on=ago(5)), Policy(ladder)) == ["letter_due"]


def test_a_second_level_of_an_action_is_reached_in_its_turn() -> None:
    policy = Policy((Level("letter", "letter", 30, "demand"), Level("demand2", "letter", 60, "demand2")))
    assert reasons(late(65, **demand(30)), policy) == ["letter_due"]
    assert reasons(late(65, **demand(4)), policy) == []


SCOPED = Policy((
    *DEFAULT_LADDER,
    Level("call", "call", 5, industries=("建筑",)),
    Level("call", "call", 3, kinds=("construction",)),
    Level("call", "call", 1, debtors=("甲",)),
    Level("legal", "legal", 180, debtors=("乙",), off=True),
    Level("task_force", "task_force", 90, least_fen=1_000_00, kinds=("loan",)),
))  # fmt: skip


@pytest.mark.parametrize(
    ("debtor", "kind", "industry", "call"),
    [
        ("丙", "sale", None, 15),
        ("丙", "sale", "建筑", 5),
        ("丙", "construction", "建筑", 3),
        ("甲", "construction", "建筑", 1),
    ],
)  # fmt: skip
def test_of_levels_with_one_key_the_most_specific_counts(
    debtor: str, kind: str, industry: str | None, call: int
) -> None:
    ladder = Ladders(SCOPED).of(debtor, kind, industry, 1).ladder
    assert [level.days for level in ladder if level.key == "call"] == [call]


def test_a_level_may_be_off_for_some_and_only_for_larger_sums() -> None:
    ladders = Ladders(SCOPED)

    def keys(*claim) -> list[str]:
        return [level.key for level in ladders.of(*claim).ladder]

    assert "legal" not in keys("乙", "sale", None, 1)
    assert "task_force" not in keys("丙", "loan", None, 999_99)
    assert "task_force" in keys("丙", "loan", None, 1_000_00)


@pytest.mark.parametrize(
    ("mailed", "expected"), [(29, []), (30, ["delivery_unknown"]), (365, ["delivery_unknown"]), (366, [])]
)
def test_a_result_without_its_proof_is_asked_for_until_the_posts_year_is_out(
    mailed: int, expected: list[str]
) -> None:
    assert reasons(late(60, disputed=True, unshown_on=ago(mailed))) == expected


def test_a_ladder_that_has_no_level_for_a_claim_asks_for_nothing() -> None:
    assert reasons(late(40), replace(DEFAULT_POLICY, ladder=())) == []
