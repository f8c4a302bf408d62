"""What the ladder must know of one claim on one day, and the step it answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from models.rules.ageing import days_overdue

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


@dataclass(kw_only=True, unsafe_hash=True)  # changed only while the books are read
class Conduct:
    """What was said, promised, sent and agreed on one claim. What never happened is None.

    ``promise_on``/``promise_left_fen``: the oldest promise not yet kept and what of it is still unpaid;
    before today it is broken. ``last_call_on``: last attempt; ``last_call_reached``: somebody answered.
    ``last_letter_*``: the last that asked for the money, else the last reminder. ``letter_deadline_on``: its
    day to pay by. ``instalment_on``: the first unpaid instalment of a *signed* plan, before today it is
    broken. ``final_on``: the last final notice.
    """

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
    final_on: date | None = None

    @property
    def demanded(self) -> bool:
        """Whether the last letter asked for the money."""
        return self.last_letter_kind in DEMANDS


@dataclass  # nobody changes one; frozen, the day's list takes longer over them
class ClaimState(Conduct):
    """All the ladder must know of one claim on one day. What is not known or never happened is None.

    ``handed_to``: ``task_force``, ``legal`` or ``agency`` once the case was handed over. ``guarantee_on``
    is the last day of the guarantee that ends next and is not saved yet, with its kind and guarantor.
    ``entered_on``: since when it is in the books; None: as if since today.
    ``passed``: for each reason the newest day on which the clerk skipped it or ticked it off. ``mailed_on``: the oldest
    letter of whose delivery nothing is known, ``unshown_on``: the oldest whose result no file shows;
    ``dispute_on``: the day by which an open dispute is to be settled.
    """

    today: date
    due_on: date | None
    balance_fen: int
    limitation_on: date | None = None
    provable_on: date | None = None
    disputed: bool = False
    handed_to: str | None = None
    guarantee_on: date | None = None
    guarantee_kind: str = ""
    guarantor: str = ""
    entered_on: date | None = None
    passed: Mapping[str, date] = field(default_factory=dict)
    mailed_on: date | None = None
    unshown_on: date | None = None
    dispute_on: date | None = None

    @property
    def days_overdue(self) -> int:
        """Days after the due date; 0 before it."""
        return days_overdue(self.due_on, self.today)


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


def step_of(
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


def since(happened_on: date | None, day: date) -> bool:
    """Whether it happened on that day or after it."""
    return happened_on is not None and happened_on >= day
