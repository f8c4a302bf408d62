"""What to do next on a claim, from its age, its promises, its letters, its plan and its limitation clock.

The policy is a ladder of days counted from the due date. A claim waits on its rung while a promise is open,
while a signed plan is kept or while it is disputed; the limitation clock never waits. No level is skipped because a
day was missed: what came due while the claim was in the books stays due until it is done, skipped by the clerk or
overtaken by a later level's act; only the reminder lapses, with the due date. Of several that are due the next in
order and that of the claim's age are asked for. A claim that enters the books older starts on the rung of its age.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from models.rules.claim_state import DEMANDS, REASONS, STAGES, ClaimState, NextStep, since, step_of
from models.rules.ladder import ladder_steps
from models.rules.money import grouped
from models.rules.policy import DEFAULT_POLICY, Policy
from models.rules.workdays import add_years

__all__ = [
    "DEFAULT_POLICY", "DEMANDS", "KEPT", "NOTHING", "REASONS", "STAGES", "ClaimState", "NextStep", "Policy",
    "all_steps", "first_of", "next_step", "stage", "worklist_reasons",
]  # fmt: skip

PRINT_AFTER_DAYS = 30
"""So long after posting the tracking is to be printed: the post shows it for some weeks only."""
NOTHING = NextStep("step_none", None, None, "none")


def stage(state: ClaimState, policy: Policy = DEFAULT_POLICY) -> str:
    """Where the claim stands: settled, handed over, in a signed plan, or on the rung its age has reached.

    A final notice follows a demand: without one on file a claim stays on ``letter`` until the task force's
    day.
    """
    if state.balance_fen <= 0:
        return "settled"
    if state.handed_to in ("legal", "agency"):
        return state.handed_to
    if state.signed_plan:
        return "plan"
    if state.due_on is None:
        return "not_due"
    age = (state.today - state.due_on).days
    reached = [level.action for level in policy.ladder if age >= level.days]
    name = reached[-1] if reached else "not_due"
    if state.handed_to == "task_force" and name != "legal":
        return "task_force"
    return "letter" if name == "final" and not state.demanded else name


def next_step(state: ClaimState, policy: Policy = DEFAULT_POLICY) -> NextStep:
    """The one step to show: of what is due today the most damaging to leave, else the next to come."""
    return first_of(all_steps(state, policy))


def first_of(steps: tuple[NextStep, ...]) -> NextStep:
    """Of all steps of a claim the one to show."""
    for step in steps:
        if step.tone in ("bad", "due"):
            return step
    return min(steps, key=lambda step: step.due_on or date.max, default=NOTHING)


def worklist_reasons(state: ClaimState, policy: Policy = DEFAULT_POLICY) -> tuple[NextStep, ...]:
    """Every step due today, most damaging first; empty where the claim can rest."""
    return tuple(step for step in all_steps(state, policy) if step.tone in ("bad", "due"))


def all_steps(state: ClaimState, policy: Policy = DEFAULT_POLICY) -> tuple[NextStep, ...]:
    """All steps the claim will ask for, due or to come, in the order of ``REASONS``."""
    if state.balance_fen <= 0:
        return ()
    found = [step for source in _SOURCES if (step := source(state, policy))]
    if not _rests(state):
        found += ladder_steps(state, policy)
        answered = any(step.tone == "due" and step.reason in _SAY_MORE for step in found)
        unanswered = None if answered else _unanswered(state, policy)
        found += [unanswered] if unanswered else []
    if state.passed:
        found = [step for step in found if not _passed(state, str(step.reason), step.due_on)]
    return tuple(sorted(found, key=lambda step: _ORDER[str(step.reason)]))


_ORDER = {reason: place for place, reason in enumerate(REASONS)}
_SAY_MORE = frozenset({"letter_due", "final_due", "task_force_due", "legal_due"})
"""A level that answers a letter left unanswered."""
KEPT = frozenset({"limitation", "guarantee"})
"""Reasons no clerk can skip: what they warn of takes the claim itself."""


def _passed(state: ClaimState, reason: str, on: date | None) -> bool:
    """Whether the clerk has let this matter pass on its day or after it."""
    return reason not in KEPT and on is not None and since(state.passed.get(reason), on)


def _rests(state: ClaimState) -> bool:
    """Whether the ladder waits: for a promise, by a signed plan, a dispute, another desk, an unknown date."""
    promised = state.promise_on is not None and state.promise_on >= state.today
    away = state.handed_to in ("legal", "agency")
    return promised or state.signed_plan or state.disputed or away or state.due_on is None


def _limitation(state: ClaimState, policy: Policy) -> NextStep | None:
    """The clock, by the earlier of what is claimed and what can be proved."""
    known = [day for day in (state.limitation_on, state.provable_on) if day]
    if not known:
        return None
    last_day = min(known)
    left = (last_day - state.today).days
    if left >= policy.limitation_days:
        return None
    code = "step_limitation"
    if left < 0:
        passed = state.limitation_on is not None and state.limitation_on < state.today
        code = "step_limitation_passed" if passed else "step_limitation_unproved"
    return step_of(state, code, "limitation", last_day, {"days": str(abs(left))}, bad=True)


def _guarantee(state: ClaimState, policy: Policy) -> NextStep | None:
    """A guarantee that will be lost unless the creditor acts (CC 693); nothing brings it back afterwards."""
    if state.guarantee_on is None:
        return None
    left = (state.guarantee_on - state.today).days
    if not 0 <= left < policy.guarantee_days:
        return None
    code = "step_guarantee_general" if state.guarantee_kind == "general" else "step_guarantee_joint"
    params = {"days": str(left), "guarantor": state.guarantor}
    return step_of(state, code, "guarantee", state.guarantee_on, params, bad=True)


def _promise(state: ClaimState, _policy: Policy) -> NextStep | None:
    """A promise that was broken, is due today or is to come."""
    if state.promise_on is None:
        return None
    late = (state.today - state.promise_on).days
    params = {"days": str(late), "amount": grouped(state.promise_left_fen)}
    if late > 0:
        return step_of(state, "step_promise_broken", "promise_broken", state.promise_on, params, bad=True)
    return step_of(state, "step_promise_due", "promise_due", state.promise_on, params)


def _instalment(state: ClaimState, _policy: Policy) -> NextStep | None:
    """The first unpaid instalment of a signed plan."""
    if not state.signed_plan or state.instalment_on is None:
        return None
    late = (state.today - state.instalment_on).days
    params = {"days": str(late), "number": str(state.instalment_number or "")}
    if late > 0:
        return step_of(state, "step_plan_broken", "plan_broken", state.instalment_on, params, bad=True)
    return step_of(state, "step_instalment", "instalment_due", state.instalment_on, params)


def _unanswered(state: ClaimState, policy: Policy) -> NextStep | None:
    """A letter whose day to pay by has passed without money, talk or another letter."""
    if state.letter_deadline_on is None or state.last_letter_on is None or not state.demanded:
        return None
    on = state.letter_deadline_on + timedelta(days=policy.letter_unanswered_days)
    spoken = state.last_call_reached and since(state.last_call_on, state.last_letter_on)
    asked = since(state.last_call_on, state.letter_deadline_on + timedelta(days=1))
    if state.today < on or spoken or asked:
        return None
    return step_of(
        state, "step_letter_unanswered", "letter_unanswered", on, {"by": str(state.letter_deadline_on)}
    )


def _delivery(state: ClaimState, policy: Policy) -> NextStep | None:
    """A letter that was mailed and of whose arrival nothing is known; without proof it moves no clock."""
    if state.mailed_on is None:
        return None
    on = state.mailed_on + timedelta(days=policy.delivery_unknown_days)
    if state.today < on:
        return None
    return step_of(state, "step_delivery_unknown", "delivery_unknown", on, {"mailed": str(state.mailed_on)})


def _unshown(state: ClaimState, _policy: Policy) -> NextStep | None:
    """The print of the tracking, a month after posting, while the post still answers (邮政法 49)."""
    if state.unshown_on is None:
        return None
    on, until = state.unshown_on + timedelta(days=PRINT_AFTER_DAYS), add_years(state.unshown_on, 1)
    if not on <= state.today <= until:
        return None
    params = {"mailed": str(state.unshown_on), "until": str(until)}
    return step_of(state, "step_delivery_unshown", "delivery_unknown", on, params)


def _dispute(state: ClaimState, _policy: Policy) -> NextStep | None:
    """A dispute that was to be settled by now."""
    if state.dispute_on is None or state.today < state.dispute_on:
        return None
    return step_of(state, "step_dispute", "dispute_due", state.dispute_on)


_SOURCES: tuple[Callable[[ClaimState, Policy], NextStep | None], ...] = (
    _limitation, _guarantee, _promise, _instalment, _delivery, _unshown, _dispute,
)  # fmt: skip
