"""What to do next on a claim, from its age, its promises, its letters, its plan and its limitation clock.

The policy is a ladder of days counted from the due date. A claim waits on its rung while a promise is open,
while a signed plan is kept or while it is disputed; the limitation clock never waits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from models.rules.ageing import days_overdue
from models.rules.money import grouped

Tone = Literal["bad", "due", "later", "none"]

STAGES = (
    "not_due",
    "reminder",
    "call",
    "letter",
    "final",
    "task_force",
    "plan",
    "legal",
    "agency",
    "settled",
)
"""Where a claim stands."""

REASONS = (
    "promise_broken",
    "plan_broken",
    "limitation",
    "guarantee",
    "promise_due",
    "call_due",
    "letter_due",
    "final_due",
    "task_force_due",
    "legal_due",
    "letter_unanswered",
    "delivery_unknown",
    "dispute_due",
    "reminder_due",
    "instalment_due",
    "unregistered",
)
"""Groups of the day's worklist in the order of the damage done by leaving them."""

DEMANDS = frozenset({"demand", "demand2", "final", "acceleration", "plan_default", "before_action"})
"""Kinds of letter that ask for the money."""


@dataclass(frozen=True)
class Policy:
    """The ladder: days from the due date on which each level falls, before it negative.

    ``call_again_days`` between calls that reached someone, ``limitation_days`` ahead of the last day of
    limitation, ``guarantee_days`` of a guarantee.
    """

    reminder: int = -3
    call: int = 15
    letter: int = 30
    final: int = 45
    task_force: int = 90
    legal: int = 180
    call_again_days: int = 7
    limitation_days: int = 180
    guarantee_days: int = 90

    def __post_init__(self) -> None:
        days = self.levels()
        if list(days.values()) != sorted(set(days.values())):
            raise ValueError(f"levels must rise: {days}")

    def levels(self) -> dict[str, int]:
        """The day of each level, in order."""
        return {
            "reminder": self.reminder,
            "call": self.call,
            "letter": self.letter,
            "final": self.final,
            "task_force": self.task_force,
            "legal": self.legal,
        }


DEFAULT_POLICY = Policy()


@dataclass(frozen=True)
class ClaimState:
    """All the ladder must know of one claim on one day. What is not known or never happened is None.

    ``promise_on``/``promise_left_fen``: the oldest promise not yet kept and what of it is still unpaid;
    before today it is broken. ``last_call_on``: last attempt; ``last_call_reached``: somebody answered.
    ``last_letter_*``: the last that asked for the money, else the last reminder. ``letter_deadline_on``: its
    day to pay by. ``instalment_on``: the first unpaid instalment of a *signed* plan, before today it is
    broken. ``handed_to``: ``task_force``, ``legal`` or ``agency`` once the case was handed over. ``guarantee_on``
    is the last day of the guarantee that ends next and is not saved yet, with its kind and guarantor.
    """

    today: date
    due_on: date | None
    balance_fen: int
    promise_on: date | None = None
    promise_left_fen: int = 0
    last_call_on: date | None = None
    last_call_reached: bool = False
    last_letter_kind: str | None = None
    last_letter_on: date | None = None
    letter_deadline_on: date | None = None
    signed_plan: bool = False
    instalment_on: date | None = None
    instalment_number: int | None = None
    limitation_on: date | None = None
    provable_on: date | None = None
    disputed: bool = False
    handed_to: str | None = None
    guarantee_on: date | None = None
    guarantee_kind: str = ""
    guarantor: str = ""

    @property
    def days_overdue(self) -> int:
        """Days after the due date; 0 before it."""
        return days_overdue(self.due_on, self.today)

    @property
    def demanded(self) -> bool:
        """Whether the last letter asked for the money."""
        return self.last_letter_kind in DEMANDS


@dataclass(frozen=True)
class NextStep:
    """What comes next, and when. ``code`` names its words, ``reason`` the group of the worklist it falls in.

    ``tone``: ``bad`` for what is broken or lapsing, ``due`` for today or earlier, ``later``, ``none``.
    """

    code: str
    reason: str | None
    due_on: date | None
    tone: Tone
    params: Mapping[str, str] = field(default_factory=dict)


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
    reached = [name for name, day in policy.levels().items() if age >= day]
    name = reached[-1] if reached else "not_due"
    if state.handed_to == "task_force" and name != "legal":
        return "task_force"
    return "letter" if name == "final" and not state.demanded else name


def next_step(state: ClaimState, policy: Policy = DEFAULT_POLICY) -> NextStep:
    """The one step to show: of what is due today the most damaging to leave, else the next to come."""
    steps = _steps(state, policy)
    due = [step for step in steps if step.tone in ("bad", "due")]
    if due:
        return due[0]
    return min(steps, key=lambda step: step.due_on or date.max, default=NOTHING)


def worklist_reasons(state: ClaimState, policy: Policy = DEFAULT_POLICY) -> tuple[NextStep, ...]:
    """Every step due today, most damaging first; empty where the claim can rest."""
    return tuple(step for step in _steps(state, policy) if step.tone in ("bad", "due"))


def _steps(state: ClaimState, policy: Policy) -> list[NextStep]:
    """All steps the claim will ask for, due or to come, in the order of ``REASONS``."""
    if state.balance_fen <= 0:
        return []
    sources: list[Callable[[ClaimState, Policy], NextStep | None]] = [
        _limitation,
        _guarantee,
        _promise,
        _instalment,
    ]
    if not _rests(state):
        sources += [_reminder, _call, _letter, _final, _task_force, _legal]
    found = [step for step in (source(state, policy) for source in sources) if step]
    return sorted(found, key=lambda step: REASONS.index(step.reason or REASONS[-1]))


def _rests(state: ClaimState) -> bool:
    """Whether the ladder waits: for a promise, by a signed plan, a dispute, another desk, an unknown date."""
    promised = state.promise_on is not None and state.promise_on >= state.today
    away = state.handed_to in ("legal", "agency")
    return promised or state.signed_plan or state.disputed or away or state.due_on is None


def _step(
    state: ClaimState,
    code: str,
    reason: str,
    due_on: date,
    params: Mapping[str, str] | None = None,
    *,
    bad: bool = False,
) -> NextStep:
    """A step with the days that all words may use; due today or earlier unless it lies ahead."""
    tone: Tone = "bad" if bad else "due" if due_on <= state.today else "later"
    days = {"days_overdue": str(state.days_overdue), "on": due_on.isoformat()}
    return NextStep(code, reason, due_on, tone, {**days, **(params or {})})


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
    return _step(state, code, "limitation", last_day, {"days": str(abs(left))}, bad=True)


def _guarantee(state: ClaimState, policy: Policy) -> NextStep | None:
    """A guarantee that will be lost unless the creditor acts (CC 693); nothing brings it back afterwards."""
    if state.guarantee_on is None:
        return None
    left = (state.guarantee_on - state.today).days
    if not 0 <= left < policy.guarantee_days:
        return None
    code = "step_guarantee_general" if state.guarantee_kind == "general" else "step_guarantee_joint"
    params = {"days": str(left), "guarantor": state.guarantor}
    return _step(state, code, "guarantee", state.guarantee_on, params, bad=True)


def _promise(state: ClaimState, _policy: Policy) -> NextStep | None:
    """A promise that was broken, is due today or is to come."""
    if state.promise_on is None:
        return None
    late = (state.today - state.promise_on).days
    params = {"days": str(late), "amount": grouped(state.promise_left_fen)}
    if late > 0:
        return _step(state, "step_promise_broken", "promise_broken", state.promise_on, params, bad=True)
    return _step(state, "step_promise_due", "promise_due", state.promise_on, params)


def _instalment(state: ClaimState, _policy: Policy) -> NextStep | None:
    """The first unpaid instalment of a signed plan."""
    if not state.signed_plan or state.instalment_on is None:
        return None
    late = (state.today - state.instalment_on).days
    params = {"days": str(late), "number": str(state.instalment_number or "")}
    if late > 0:
        return _step(state, "step_plan_broken", "plan_broken", state.instalment_on, params, bad=True)
    return _step(state, "step_instalment", "instalment_due", state.instalment_on, params)


def _day(state: ClaimState, days: int) -> date:
    """The day so many days after the due date; only asked of dated claims."""
    return (state.due_on or state.today) + timedelta(days=days)


def _reminder(state: ClaimState, policy: Policy) -> NextStep | None:
    """The courtesy reminder: from its day until the due date, once."""
    on = _day(state, policy.reminder)
    gone = state.days_overdue > 0 or _since(state.last_letter_on, on) or _since(state.last_call_on, on)
    return None if gone else _step(state, "step_reminder", "reminder_due", on)


def _call(state: ClaimState, policy: Policy) -> NextStep | None:
    """Calls between their day and the letter's: the day after no answer, else after ``call_again_days``."""
    first_on, letter_on = _day(state, policy.call), _day(state, policy.letter)
    if state.today >= letter_on:
        return None
    if state.last_call_on is None or state.last_call_on < first_on:
        return _step(state, "step_call_first", "call_due", first_on)
    again = state.last_call_on + timedelta(days=policy.call_again_days if state.last_call_reached else 1)
    return _step(state, "step_call_again", "call_due", again) if again < letter_on else None


def _letter(state: ClaimState, policy: Policy) -> NextStep | None:
    """The first demand, from its day on until it was sent, however old the claim."""
    return None if state.demanded else _step(state, "step_letter", "letter_due", _day(state, policy.letter))


def _final(state: ClaimState, policy: Policy) -> NextStep | None:
    """The final notice, once the demand's day to pay by has passed, until the task force's day."""
    if not state.demanded:
        return None
    on = _day(state, policy.final)
    if state.letter_deadline_on:
        on = max(on, state.letter_deadline_on + timedelta(days=1))
    over_on = _day(state, policy.task_force)
    done = state.last_letter_kind == "final" or _since(state.last_letter_on, on)
    if done or on >= over_on or state.today >= over_on:
        return None
    return _step(state, "step_final", "final_due", on)


def _task_force(state: ClaimState, policy: Policy) -> NextStep | None:
    """Handing the case to the task force, until legal's day."""
    gone = state.handed_to is not None or state.today >= _day(state, policy.legal)
    return None if gone else _step(state, "step_task_force", "task_force_due", _day(state, policy.task_force))


def _legal(state: ClaimState, policy: Policy) -> NextStep | None:
    """Handing the case to legal or an agency."""
    return _step(state, "step_legal", "legal_due", _day(state, policy.legal))


def _since(happened_on: date | None, day: date) -> bool:
    """Whether it happened on that day or after it."""
    return happened_on is not None and happened_on >= day
