"""A claim with everything the table and the clerk want to know of it today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from models.queries.claims import ClaimRow, band_of
from models.queries.conduct import Conduct, conduct
from models.queries.evidence import kinds_on_file
from models.queries.guarantors import Guarantees
from models.queries.limitations import Limitations
from models.queries.settings import setting
from models.rules.ageing import action_bands
from models.rules.chains import filled
from models.rules.classification import classify
from models.rules.clocks import alarms_of
from models.rules.dunning import (
    DEFAULT_POLICY,
    REASONS,
    ClaimState,
    NextStep,
    Policy,
    next_step,
    stage,
    worklist_reasons,
)
from models.rules.limitation import ClaimEvent
from models.settings import ALARM_DAYS, PROMISE_GRACE_DAYS, WATCH_DAYS
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

    def __init__(self, store: Store, today: date) -> None:
        """Read what the views of this day need; ``store.reading`` around it keeps them of one moment."""
        self.today = today
        self._conduct = conduct(store, today, setting(store, PROMISE_GRACE_DAYS))
        self.limitations = Limitations(store)
        self._guarantees = Guarantees(store, self.limitations, today)
        self._kinds = kinds_on_file(store)
        self._watch_days = setting(store, WATCH_DAYS)
        self._bands = action_bands()
        self._policy = replace(DEFAULT_POLICY, limitation_days=alarms_of(setting(store, ALARM_DAYS))[0])

    def of(self, row: ClaimRow) -> ClaimView:
        """One claim's view."""
        standing = self._conduct.get(row.id, _NOTHING)
        claimed, provable = self.limitations.of(row)
        state = _state(row, standing, self.today, claimed, provable)
        if self._guarantees.of_debtor:
            state = self._with_guarantee(row, state)
        return ClaimView(
            row,
            band_of(row, self._bands),
            classify(row.due_on, self.today, watch_days=self._watch_days),
            stage(state, self._policy),
            next_step(state, self._policy),
            claimed,
            provable,
            filled(row.kind, self._kinds.get(row.id, frozenset())),
            state,
            self._policy,
        )

    def all(self, rows: Iterable[ClaimRow]) -> list[ClaimView]:
        """The views of many claims, in their order."""
        return [self.of(row) for row in rows]

    def events_of(self, claim: int) -> list[ClaimEvent]:
        """What moved this claim's clock, oldest first."""
        return sorted(self.limitations.events.get(claim, []), key=lambda event: event.on)

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


_NOTHING = Conduct()


def _state(
    row: ClaimRow, standing: Conduct, today: date, claimed: date | None, provable: date | None
) -> ClaimState:
    return ClaimState(
        today=today,
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
        disputed=row.disputed,
        handed_to=row.stage_set,
    )


@dataclass(frozen=True)
class WorkItem:
    """What to do today for one debtor and one reason: one row, however many claims. ``since`` is the oldest day."""

    reason: str
    step: NextStep
    debtor_id: int
    debtor: str
    claims: tuple[int, ...]
    balance_fen: int
    currency: str
    since: date | None


def worklist(views: Iterable[ClaimView]) -> list[WorkItem]:
    """Today's work, most damaging first and then the largest sums; one row a debtor, reason and currency."""
    groups: dict[tuple[int, str, str], list[tuple[ClaimView, NextStep]]] = {}
    for view in views:
        for step in worklist_reasons(view.state, view.policy):
            groups.setdefault((view.row.debtor_id, str(step.reason), view.row.currency), []).append(
                (view, step)
            )
    items = [_work_item(reason, currency, group) for (_, reason, currency), group in groups.items()]
    return sorted(items, key=lambda item: (REASONS.index(item.reason), -item.balance_fen, item.debtor))


def _work_item(reason: str, currency: str, group: list[tuple[ClaimView, NextStep]]) -> WorkItem:
    oldest, step = min(group, key=lambda pair: pair[1].due_on or date.max)
    return WorkItem(
        reason,
        step,
        oldest.row.debtor_id,
        oldest.row.debtor,
        tuple(view.row.id for view, _ in group),
        sum(view.row.balance_fen for view, _ in group),
        currency,
        step.due_on,
    )
