"""A claim with everything the table and the clerk want to know of it today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from models.queries.alike import Alike
from models.queries.claims import ClaimRow, band_of
from models.queries.conduct import conduct
from models.queries.evidence import pieces_on_file
from models.queries.guarantors import Guarantees
from models.queries.limitations import limitations_of
from models.queries.matters import marks, open_disputes, unproved_mail, unshown_mail
from models.queries.policies import policy_of
from models.queries.settings import setting
from models.reference import chains
from models.rules.ageing import action_bands
from models.rules.chains import filled, gaps, to_ask_for
from models.rules.claim_state import ClaimState, Conduct, NextStep
from models.rules.classification import classify
from models.rules.dunning import all_steps, first_of, stage
from models.rules.limitation import ClaimEvent
from models.rules.policy import DEFAULT_POLICY, Ladders, Policy
from models.rules.scoring import CLOCK_DAYS
from models.settings import WATCH_DAYS
from models.store import Store


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as of today: its row, its age band, its class, where it stands, what comes next, its clock.

    ``evidence`` says for each slot of its chain whether it is filled; ``limitation_on`` is as claimed,
    ``provable_on`` what could be shown today; both are nominal last days. ``policy`` is the ladder it was judged by.
    """

    row: ClaimRow
    band: str
    classification: str
    stage: str
    next_step: NextStep
    limitation_on: date | None
    provable_on: date | None
    evidence: tuple[bool, ...]
    state: ClaimState
    policy: Policy = DEFAULT_POLICY


class Views:
    """Looks once at all conduct, events and evidence of the portfolio, then views any number of claims."""

    def __init__(
        self, store: Store, today: date, *, policy: Policy | None = None, before: date | None = None
    ) -> None:
        """Read what the views of this day need; ``store.reading`` around it keeps them of one moment.

        ``policy`` judges by another one than that in force; ``before`` a day leaves out what was done on it or later.
        """
        self.store, self.today = store, today
        self._conduct = conduct(store, today, before)
        self.limitations = limitations_of(store)
        self.guarantees = Guarantees(store, self.limitations, today)
        self.marks = marks(store, today, before)
        self._mail, self._disputes = unproved_mail(store), open_disputes(store)
        self._unshown = unshown_mail(store)
        self._pieces = pieces_on_file(store)
        self._watch_days = setting(store, WATCH_DAYS)
        self._bands = action_bands()
        self.policy = policy or policy_of(store)
        self.ladders = Ladders(self.policy)
        self.near = today + timedelta(days=self.policy.limitation_days)
        self.far = max(self.near, today + timedelta(days=CLOCK_DAYS))
        self.told = {*self._conduct, *self._mail, *self._unshown, *self._disputes}
        self._shared: dict[tuple[Any, ...], tuple[NextStep, ...]] = {}
        self.alike = Alike(today, self.marks)

    def of(self, row: ClaimRow) -> ClaimView:
        """One claim's view."""
        claimed, provable = self.limitations.of(row)
        policy = self.policy_for(row)
        state = self._state_of(row, claimed, provable)
        return ClaimView(
            row,
            band_of(row, self._bands),
            classify(row.due_on, self.today, watch_days=self._watch_days),
            stage(state, policy),
            first_of(self.steps(row)),
            claimed,
            provable,
            filled(chains(), row.kind, self._pieces.get(row.id, frozenset())),
            state,
            policy,
        )

    def all(self, rows: Iterable[ClaimRow]) -> list[ClaimView]:
        """The views of many claims, in their order."""
        return [self.of(row) for row in rows]

    def policy_for(self, row: ClaimRow) -> Policy:
        """The policy with the levels that are for this claim."""
        return self.ladders.of(row.debtor, row.kind, row.industry, row.balance_fen)

    def steps(self, row: ClaimRow) -> tuple[NextStep, ...]:
        """All steps of a claim, due and to come."""
        return self.steps_and_end(row)[0]

    def steps_and_end(self, row: ClaimRow) -> tuple[tuple[NextStep, ...], date | None]:
        """All steps, and when its nearest limitation ends, exact within a year. What stands alike shares its steps."""
        if row.amount_fen <= row.paid_fen:
            return (), None
        policy, days = self.ladders.one or self.policy_for(row), self.limitations.until(row, self.far)
        ends = earlier(*days)
        if row.debtor_id in self.guarantees.of_debtor:
            return all_steps(self._state_of(row, *days), policy), ends
        near = days if ends and ends < self.near else None  # a clock that ends far off asks for nothing
        if row.id not in self.told:
            return self.alike.steps(
                row.due_on, row.registered_on, row.debtor_id, row.stage_set, policy, near, disputed=row.rests
            ), ends
        passed = id(self.marks.passed.get(row.debtor_id))
        told = self._told_of(row.id)
        key = (row.due_on, row.registered_on, row.stage_set, row.rests, near, told, passed, id(policy))
        if key not in self._shared:
            self._shared[key] = all_steps(self._state_of(row, *days), policy)
        return self._shared[key], ends

    def _told_of(self, claim: int) -> tuple[Any, ...]:
        """What was done on a claim and what is open of it."""
        return (
            self._conduct.get(claim),
            self._mail.get(claim),
            self._unshown.get(claim),
            self._disputes.get(claim),
        )

    def events_of(self, claim: int) -> list[ClaimEvent]:
        """What moved this claim's clock, oldest first."""
        return sorted(self.limitations.events.get(claim, []), key=lambda event: event.on)

    def to_ask_for(self, rows: Iterable[ClaimRow]) -> str | None:
        """The document that the debtor of these claims could give and that would help their proof most."""
        held, book = self._pieces, chains()
        return to_ask_for(gap for row in rows for gap in gaps(book, row.kind, held.get(row.id, frozenset())))

    def _state_of(self, row: ClaimRow, claimed: date | None, provable: date | None) -> ClaimState:
        standing = self._conduct.get(row.id, _NOTHING)
        state = ClaimState(
            self.today,
            row.due_on,
            row.balance_fen,
            **vars(standing),
            limitation_on=claimed,
            provable_on=provable,
            disputed=row.rests,
            handed_to=row.stage_set,
            entered_on=row.registered_on,
            passed=self.marks.passed_since(row.debtor_id, row.registered_on),
            mailed_on=self._mail.get(row.id),
            unshown_on=self._unshown.get(row.id),
            dispute_on=self._disputes.get(row.id),
        )
        return self._with_guarantee(row, state) if row.debtor_id in self.guarantees.of_debtor else state

    def _with_guarantee(self, row: ClaimRow, state: ClaimState) -> ClaimState:
        """The guarantee of this claim that ends next and is not saved yet."""
        running = [
            each
            for each in self.guarantees.of(row)
            if each.clock.state == "open" or (each.clock.state == "locked" and not each.clock.provable)
        ]
        if not running:
            return state
        first = min(running, key=lambda each: each.provable_on)
        return replace(
            state,
            guarantee_on=first.provable_on,
            guarantee_kind=first.clock.kind,
            guarantor=first.guarantor.name,
        )


def views_of(store: Store, today: date) -> Views:
    """The views of today by the policy in force; made once for all who ask while nothing is written."""
    with store.reading():
        return store.kept("views", today, lambda _held: Views(store, today))


_NOTHING = Conduct()


def earlier(claimed: date | None, provable: date | None) -> date | None:
    """The nearer of two last days; None without any."""
    return min(claimed, provable) if claimed and provable else claimed or provable
