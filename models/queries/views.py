"""A claim with everything the table and the clerk want to know of it today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models import reference
from models.queries.claims import ClaimRow, band_of
from models.queries.conduct import Conduct, conduct
from models.queries.events import Events, claim_events
from models.queries.evidence import kinds_on_file
from models.queries.settings import setting
from models.rules.ageing import action_bands
from models.rules.chains import filled
from models.rules.classification import classify
from models.rules.dunning import REASONS, ClaimState, NextStep, next_step, stage, worklist_reasons
from models.rules.limitation import ClaimEvent, both
from models.rules.workdays import Calendar
from models.settings import PROMISE_GRACE_DAYS, WATCH_DAYS
from models.store import Store


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as of today: its row, its age band, its class, where it stands, what comes next, its clock.

    ``evidence`` says for each slot of its chain whether it is filled; ``limitation_on`` is as claimed,
    ``provable_on`` what could be shown today; both are nominal last days.
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


class Views:
    """Looks once at all conduct, events and evidence of the portfolio, then views any number of claims."""

    def __init__(self, store: Store, today: date) -> None:
        """Read what the views of this day need; ``store.reading`` around it keeps them of one moment."""
        self.today = today
        self._conduct = conduct(store, today, setting(store, PROMISE_GRACE_DAYS))
        self._events: Events = claim_events(store)
        self._kinds = kinds_on_file(store)
        self._watch_days = setting(store, WATCH_DAYS)
        self._calendar: Calendar = reference.calendar()
        self._bands = action_bands()
        self._quiet: dict[date | None, tuple[date | None, date | None]] = {}

    def of(self, row: ClaimRow) -> ClaimView:
        """One claim's view."""
        standing = self._conduct.get(row.id, _NOTHING)
        claimed, provable = self._limitation(row)
        state = _state(row, standing, self.today, claimed, provable)
        return ClaimView(
            row,
            band_of(row, self._bands),
            classify(row.due_on, self.today, watch_days=self._watch_days),
            stage(state),
            next_step(state),
            claimed,
            provable,
            filled(row.kind, self._kinds.get(row.id, frozenset())),
            state,
        )

    def all(self, rows: Iterable[ClaimRow]) -> list[ClaimView]:
        """The views of many claims, in their order."""
        return [self.of(row) for row in rows]

    def events_of(self, claim: int) -> list[ClaimEvent]:
        """What moved this claim's clock, oldest first."""
        return sorted(self._events.get(claim, []), key=lambda event: event.on)

    def _limitation(self, row: ClaimRow) -> tuple[date | None, date | None]:
        if row.balance_fen <= 0:
            return None, None
        events = self._events.get(row.id)
        if events:
            return both(row.due_on, events, calendar=self._calendar)
        if row.due_on not in self._quiet:
            self._quiet[row.due_on] = both(row.due_on, (), calendar=self._calendar)
        return self._quiet[row.due_on]


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
        for step in worklist_reasons(view.state):
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
