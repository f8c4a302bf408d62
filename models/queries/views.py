"""A claim with everything the table and the clerk want to know of it today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from models.queries.claims import ClaimRow, band_of
from models.queries.conduct import Conduct, conduct
from models.queries.evidence import pieces_on_file
from models.queries.guarantors import Guarantees
from models.queries.limitations import limitations_of
from models.queries.matters import marks, open_disputes, unproved_mail, unshown_mail
from models.queries.policies import policy_of
from models.queries.settings import setting
from models.reference import chains
from models.rules.ageing import action_bands
from models.rules.chains import filled, gaps, to_ask_for
from models.rules.claim_state import ClaimState, NextStep
from models.rules.classification import classify
from models.rules.dunning import all_steps, first_of, stage
from models.rules.limitation import ClaimEvent
from models.rules.policy import DEFAULT_POLICY, Ladders, Policy
from models.settings import PROMISE_GRACE_DAYS, WATCH_DAYS
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
        self._conduct = conduct(store, today, setting(store, PROMISE_GRACE_DAYS), before)
        self.limitations = limitations_of(store)
        self._guarantees = Guarantees(store, self.limitations, today)
        self.marks = marks(store, today, before)
        self._mail, self._disputes = unproved_mail(store), open_disputes(store)
        self._unshown = unshown_mail(store)
        self._pieces = pieces_on_file(store)
        self._watch_days = setting(store, WATCH_DAYS)
        self._bands = action_bands()
        self.policy = policy or policy_of(store)
        self._ladders = Ladders(self.policy)
        self._first_level = timedelta(days=min((level.days for level in self.policy.ladder), default=0))
        self._near = today + timedelta(days=self.policy.limitation_days)
        self._told = {*self._conduct, *self._mail, *self._unshown, *self._disputes}
        self._shared: dict[tuple[Any, ...], tuple[NextStep, ...]] = {}

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
        return self._ladders.of(row.debtor, row.kind, row.industry, row.balance_fen)

    def steps(self, row: ClaimRow) -> tuple[NextStep, ...]:
        """All steps of a claim, due and to come."""
        return self.steps_and_end(row)[0]

    def steps_and_end(self, row: ClaimRow) -> tuple[tuple[NextStep, ...], date | None]:
        """All steps, and when its nearest limitation ends. Claims that stand alike share theirs."""
        if row.amount_fen <= row.paid_fen:
            return (), None
        policy = self.policy_for(row)
        if row.debtor_id in self._guarantees.of_debtor:
            days = self.limitations.of(row)
            return all_steps(self._state_of(row, *days), policy), _earlier(*days)
        days = self.limitations.of(row)
        ends = _earlier(*days)
        near = days if ends and ends < self._near else None  # a clock that ends far off asks for nothing
        told = self._told_of(row.id) if row.id in self._told else None
        passed = id(self.marks.passed.get(row.debtor_id))
        key = (row.due_on, self._entered(row, told), row.stage_set, row.rests, near, told, passed, id(policy))
        steps = self._shared.get(key)
        if steps is None:
            steps = self._shared[key] = all_steps(self._state_of(row, *days), policy)
        return steps, ends

    def _entered(self, row: ClaimRow, told: object) -> date | None:
        """When it was entered; all the same where no level had come by then and nothing was done since."""
        early = told is None and row.due_on and row.registered_on < row.due_on + self._first_level
        return None if early else row.registered_on

    def _told_of(self, claim: int) -> tuple[Any, ...]:
        """What was done on a claim and what is open of it."""
        done = _SAID(self._conduct[claim]) if claim in self._conduct else None
        return done, self._mail.get(claim), self._unshown.get(claim), self._disputes.get(claim)

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
            today=self.today,
            due_on=row.due_on,
            balance_fen=row.balance_fen,
            promise_on=standing.promise_on,
            promise_left_fen=standing.promise_left_fen,
            last_call_on=standing.last_call_on,
            last_call_reached=standing.last_call_reached,
            last_letter_kind=standing.last_letter_kind,
            last_letter_on=standing.last_letter_on,
            letter_deadline_on=standing.letter_deadline_on,
            signed_plan=standing.signed_plan,
            instalment_on=standing.instalment_on,
            instalment_number=standing.instalment_number,
            limitation_on=claimed,
            provable_on=provable,
            disputed=row.rests,
            handed_to=row.stage_set,
            entered_on=row.registered_on,
            final_on=standing.final_on,
            passed=self.marks.passed_since(row.debtor_id, row.registered_on),
            mailed_on=self._mail.get(row.id),
            unshown_on=self._unshown.get(row.id),
            dispute_on=self._disputes.get(row.id),
        )
        return self._with_guarantee(row, state) if row.debtor_id in self._guarantees.of_debtor else state

    def _with_guarantee(self, row: ClaimRow, state: ClaimState) -> ClaimState:
        """The guarantee of this claim that ends next and is not saved yet."""
        running = [
            each
            for each in self._guarantees.of(row)
            if each.clock.state == "open" or (each.clock.state == "locked" and not each.clock.provable)
        ]
        if not running:
            return state
        first = min(running, key=lambda each: each.clock.period.last_day)
        return replace(
            state,
            guarantee_on=first.clock.period.last_day,
            guarantee_kind=first.clock.kind,
            guarantor=first.guarantor.name,
        )


def views_of(store: Store, today: date) -> Views:
    """The views of today by the policy in force; made once for all who ask while nothing is written."""
    with store.reading():
        return store.kept("views", today, lambda _held: Views(store, today))


_NOTHING = Conduct()
_SAID = attrgetter(*(each.name for each in fields(Conduct)))


def _earlier(claimed: date | None, provable: date | None) -> date | None:
    return min(claimed, provable) if claimed and provable else claimed or provable
