"""The rungs of the ladder: when each level of the policy is due on a claim, and when it is over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.rules.claim_state import ClaimState, NextStep, since, step_of
from models.rules.policy import ACTIONS, Level, Policy

LADDER_REASONS: Mapping[str, str] = {action: f"{action}_due" for action in ACTIONS}
"""The group of the worklist in which each level's action falls."""


def ladder_steps(state: ClaimState, policy: Policy) -> list[NextStep]:
    """The levels that are due or to come.

    Of several that are due the first, which is next in order, and the last, which is that of the claim's age; what lies
    between comes in its turn.
    """
    found = [step for rung in _rungs(state, policy) if (step := _step(rung))]
    due = [step for step in found if step.tone == "due"]
    return [step for step in found if step.tone != "due" or step in (due[0], due[-1])]


def outlook(
    due_on: date, entered_on: date, passed: Mapping[str, date], ladder: Sequence[Level]
) -> tuple[int | bool, ...]:
    """All that a ladder of rising days sees of when a claim on which nothing happened was entered, and of what passed.

    First how many levels had come by then, then for each whether the clerk has let it pass since. Claims of one due
    date for which this is the same are asked for the same.
    """
    entered = (entered_on - due_on).days
    come = sum([level.days <= entered for level in ladder])
    gone = {reason: (on - due_on).days for reason, on in passed.items() if on >= entered_on}
    if not gone:
        return (come,)
    return (come, *[gone.get(LADDER_REASONS[level.action], _NEVER) >= level.days for level in ladder])


_NEVER = -(10**6)


def _rungs(state: ClaimState, policy: Policy) -> list[Rung]:
    """The levels of the ladder with their days, counted from the due date; the last one is never over."""
    due_on = state.due_on or state.today
    days = [due_on + timedelta(days=level.days) for level in policy.ladder]
    spans = zip(policy.ladder, days, [*days, date.max][1:], strict=True)
    return [Rung(state, policy, place, *span) for place, span in enumerate(spans)]


def _step(rung: Rung) -> NextStep | None:
    """What a level asks for; nothing where the clerk has let it pass."""
    passed = since(rung.state.passed.get(LADDER_REASONS[rung.level.action]), rung.on)
    return None if passed else _LEVELS[rung.level.action](rung)


@dataclass(slots=True)  # nobody changes one; frozen, the day's list takes twice as long over them
class Rung:
    """One level of a dated claim: from ``on`` until ``over_on``, the day of the level that follows."""

    state: ClaimState
    policy: Policy
    place: int
    level: Level
    on: date
    over_on: date

    @property
    def begins_on(self) -> date:
        """When it is asked for: its day, later where it waits after the last call or letter."""
        if not self.level.wait_days:
            return self.on
        done = (self.state.last_call_on, self.state.last_letter_on)
        before = [day for day in done if day and day < self.on]
        return max(self.on, max(before) + timedelta(days=self.level.wait_days)) if before else self.on

    def missed(self, over_on: date) -> bool:
        """Whether it stays due beyond its time: it came due in the books, and nothing has taken its place."""
        entered = self.state.entered_on
        if entered is None or entered >= over_on:
            return False
        return not any(
            _acted(self.state, each.action, self.on) for each in self.policy.ladder[self.place + 1 :]
        )

    def step(self, code: str, on: date | None = None) -> NextStep:
        """The step that this level asks for."""
        return step_of(self.state, code, LADDER_REASONS[self.level.action], on or self.begins_on)


def _acted(state: ClaimState, action: str, first_on: date) -> bool:
    """Whether the act of a level was done on that day or later."""
    if action == "call":
        return since(state.last_call_on, first_on)
    if action == "letter":
        return state.demanded and since(state.last_letter_on, first_on)
    if action == "final":
        return since(state.final_on, first_on)
    if action == "task_force":
        return state.handed_to is not None
    return action == "legal" and state.handed_to in ("legal", "agency")


def _reminder(rung: Rung) -> NextStep | None:
    """The courtesy reminder: once, and until the due date; of what is late nobody need be reminded kindly."""
    state = rung.state
    gone = since(state.last_letter_on, rung.on) or since(state.last_call_on, rung.on)
    return None if gone or state.days_overdue > 0 else rung.step("step_reminder")


def _call(rung: Rung) -> NextStep | None:
    """Calls between their day and the next level's: the day after no answer, else after ``call_again_days``."""
    state, first_on, over_on = rung.state, rung.on, rung.over_on
    called = since(state.last_call_on, first_on)
    if state.today >= over_on:
        return None if called or not rung.missed(over_on) else rung.step("step_call_first")
    if not called or state.last_call_on is None:
        return rung.step("step_call_first")
    again = state.last_call_on + timedelta(days=rung.policy.call_again_days if state.last_call_reached else 1)
    return rung.step("step_call_again", again) if again < over_on else None


def _letter(rung: Rung) -> NextStep | None:
    """The first demand, from its day on until it was sent, however old the claim; another one only in its turn."""
    state = rung.state
    first = all(each.action != "letter" for each in rung.policy.ladder[: rung.place])
    if first:
        return None if state.demanded else rung.step("step_letter")
    done = not state.demanded or since(state.last_letter_on, rung.on)
    over = state.today >= rung.over_on and not rung.missed(rung.over_on)
    return None if done or over else rung.step("step_letter_again")


def _final(rung: Rung) -> NextStep | None:
    """The final notice, once the demand's day to pay by has passed; a later demand stands for it."""
    state = rung.state
    if not state.demanded:
        return None
    on = rung.begins_on
    if state.letter_deadline_on:
        on = max(on, state.letter_deadline_on + timedelta(days=1))
    sent = state.last_letter_kind == "final" or since(state.final_on, rung.on)
    over = max(on, state.today) >= rung.over_on and not rung.missed(rung.over_on)
    return None if sent or since(state.last_letter_on, on) or over else rung.step("step_final", on)


def _task_force(rung: Rung) -> NextStep | None:
    """Handing the case to the task force."""
    over = rung.state.today >= rung.over_on and not rung.missed(rung.over_on)
    return None if rung.state.handed_to is not None or over else rung.step("step_task_force")


def _legal(rung: Rung) -> NextStep | None:
    """Handing the case to legal or an agency."""
    return rung.step("step_legal")


_LEVELS: Mapping[str, Callable[[Rung], NextStep | None]] = {
    "reminder": _reminder,
    "call": _call,
    "letter": _letter,
    "final": _final,
    "task_force": _task_force,
    "legal": _legal,
}
