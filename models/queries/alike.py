"""The steps of claims on which nothing happened, worked out once for all that the ladder cannot tell apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.queries.matters import Marks
from models.rules.claim_state import ClaimState, NextStep
from models.rules.dunning import all_steps
from models.rules.ladder import outlook
from models.rules.policy import Policy

Days = tuple[date | None, date | None]
"""The nominal last day as claimed and as provable."""


class Alike:
    """The steps of a day; ``marks`` tell what the clerk has let pass."""

    def __init__(self, today: date, marks: Marks) -> None:
        self.today, self.marks = today, marks
        self._known: dict[tuple[Any, ...], tuple[NextStep, ...]] = {}
        self._outlooks: dict[tuple[Any, ...], tuple[NextStep, ...]] = {}

    def steps(
        self,
        due_on: date | None,
        entered_on: date,
        debtor: int,
        handed_to: str | None,
        policy: Policy,
        near: Days | None = None,
        *,
        disputed: bool = False,
    ) -> tuple[NextStep, ...]:
        """All steps of a claim; ``near`` are the ends of its clock where that asks for something."""
        passed = self.marks.passed.get(debtor)
        key = (due_on, entered_on, handed_to, disputed, near, id(passed), id(policy))
        steps = self._known.get(key)
        if steps is None:
            seen = outlook(due_on, entered_on, passed or {}, policy.ladder) if due_on else None
            alike = (due_on, seen, handed_to, disputed, near, id(policy))
            steps = self._outlooks.get(alike)
            if steps is None:
                state = ClaimState(
                    self.today, due_on, 1, *(near or (None, None)), disputed, handed_to, entered_on=entered_on,
                    passed=self.marks.passed_since(debtor, entered_on),
                )  # fmt: skip
                steps = self._outlooks[alike] = all_steps(state, policy)
            self._known[key] = steps
        return steps
