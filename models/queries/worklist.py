"""The day's list: what is due today, for whom and how urgently; what comes; what was put off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from models.queries.asking import asking
from models.queries.claims import ClaimRow, claim_rows
from models.queries.matters import DONE, HANDED, SKIPPED, SNOOZED, Mark, Marks, Matter, chances
from models.queries.policies import weights_of
from models.queries.registration import LateEntries
from models.queries.views import ClaimView, Views, views_of
from models.rules.claim_state import REASONS, NextStep
from models.rules.ladder import LADDER_REASONS
from models.rules.money import parse_yuan
from models.rules.policy import Policy
from models.rules.scoring import UNKNOWN, Chance, Term, Weights, percents, score_of, terms_of
from models.store import Store

WEEK_DAYS = 7
"""So far the list of what comes looks ahead."""
_PLACE = {reason: place for place, reason in enumerate(REASONS)}
_LADDER = frozenset(LADDER_REASONS.values())


@dataclass(slots=True)
class WorkItem:
    """What to do today for one debtor and one reason in one currency, however many claims.

    ``since`` is the oldest day; ``reached`` what of a hundred each term of the score reaches. ``late``: days since
    the oldest due date, before it negative. ``put_off``: how often in a row it was put off.
    """

    reason: str
    step: NextStep
    debtor_id: int
    debtor: str
    claims: tuple[int, ...]
    balance_fen: int
    currency: str
    since: date | None
    late: int | None
    reached: tuple[int, ...]
    score: int
    put_off: int = 0
    disputed_fen: int = 0

    @property
    def called_fen(self) -> int:
        """What is called for: the balance but for what is disputed; all of it where nothing else is left."""
        return self.balance_fen - self.disputed_fen or self.balance_fen

    @property
    def asked_fen(self) -> int:
        """What the oldest step asks for: the sum promised, else what is called for."""
        amount = self.step.params.get("amount")
        return self.called_fen if amount is None else parse_yuan(amount)

    @property
    def matter(self) -> Matter:
        """What a mark speaks of."""
        return self.debtor_id, self.reason

    def terms(self, weights: Weights) -> tuple[Term, ...]:
        """What its score is made of."""
        return terms_of(self.reached, weights)


@dataclass(frozen=True, slots=True)
class Resting:
    """A matter that was put off, or ticked off and still so: it comes back on ``until``."""

    item: WorkItem
    mark: Mark
    until: date


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes on a day: how many debtors with how many matters, and what they owe in yuan."""

    on: date
    count: int
    fen: int


@dataclass
class Worklist:
    """The list of one day; ``items`` most damaging first, then by score. ``views`` are those it was made of."""

    today: date
    items: list[WorkItem]
    resting: list[Resting]
    coming: list[Coming]
    rows: dict[int, ClaimRow]
    views: Views
    weights: Weights

    def view(self, claim: int) -> ClaimView | None:
        """Everything of one claim of the list; None where it is not open."""
        row = self.rows.get(claim)
        return None if row is None else self.views.of(row)

    def to_ask_for(self, claims: Iterable[int]) -> str | None:
        """The document that would help these claims of the list most and that their debtor could give."""
        return self.views.to_ask_for(row for claim in claims if (row := self.rows.get(claim)))


def worklist(store: Store, today: date, *, policy: Policy | None = None) -> Worklist:
    """The list of a day from the books as they are; ``policy`` as if another one held."""
    with store.reading():
        views = views_of(store, today) if policy is None else Views(store, today, policy=policy)
        late = LateEntries(store, today)
        wanted = asking(store, views, today + timedelta(days=WEEK_DAYS)) | late.claims()
        return list_of(store, views, claim_rows(store, today, today, claims=wanted), late)


def list_of(
    store: Store, views: Views, rows: Sequence[ClaimRow], late: LateEntries | None = None
) -> Worklist:
    """The list of the day of these views, over these open claims; at least all that ask for something."""
    made = _Gathering(store, views, late or LateEntries(store, views.today))
    for row in rows:
        made.take(row)
    items, resting = _settled(made.items(), views.marks, views)
    return Worklist(
        views.today, items, resting, made.coming(), {row.id: row for row in rows}, views, made.weights
    )


_Key = tuple[int, str, str]


class _Group:
    """The claims of one debtor, reason and currency, added up as they come."""

    __slots__ = ("age", "balance", "claims", "disputed", "first", "late", "nearest", "step")

    def __init__(self, row: ClaimRow, step: NextStep) -> None:
        self.first, self.step = row, step
        self.claims: list[int] = []
        self.balance, self.disputed, self.age = 0, 0, 0
        self.late, self.nearest = date.max, date.max

    def add(self, row: ClaimRow, step: NextStep, ends: date | None) -> None:
        """One more claim, whose nearest clock ends on that day."""
        self.claims.append(row.id)
        self.balance += row.amount_fen - row.paid_fen
        if row.disputed or row.contested_fen:
            self.disputed += row.disputed_fen
        if row.days_overdue > self.age:
            self.age = row.days_overdue
        if row.due_on and row.due_on < self.late:
            self.late = row.due_on
        if ends and ends < self.nearest:
            self.nearest = ends
        if step is not self.step and (step.due_on or date.max) < (self.step.due_on or date.max):
            self.step = step


class _Gathering:
    """Collects the steps of all claims by debtor, reason and currency."""

    def __init__(self, store: Store, views: Views, late: LateEntries) -> None:
        self.views, self.today, self.late = views, views.today, late
        calendar = views.limitations.calendar
        self.comes = lru_cache(maxsize=None)(lambda on: calendar.deadline(on).on)
        self.known: dict[int, Chance] = chances(store, views.today)
        self.weights = weights_of(store)
        self.groups: dict[_Key, _Group] = {}
        self.later: dict[date, dict[_Key, int]] = defaultdict(lambda: defaultdict(int))
        self.horizon = self.today + timedelta(days=WEEK_DAYS)

    def take(self, row: ClaimRow) -> None:
        """One claim's steps into their groups."""
        steps, ends = self.views.steps_and_end(row)
        for step in steps:
            if step.tone == "later":
                if step.due_on and step.due_on <= self.horizon:
                    key = (row.debtor_id, str(step.reason), row.currency)
                    self.later[self.comes(step.due_on)][key] += row.balance_fen
            elif step.reason:
                self._add(row, step, step.reason, ends)
        late = self.late.step(row) if row.amount_fen > row.paid_fen else None
        if late and not self._passed(row):
            self._add(row, late, "unregistered", ends)

    def _passed(self, row: ClaimRow) -> bool:
        """Whether the clerk has let it pass that this claim was entered late."""
        return "unregistered" in self.views.marks.passed_since(row.debtor_id, row.registered_on)

    def _add(self, row: ClaimRow, step: NextStep, reason: str, ends: date | None) -> None:
        key = (row.debtor_id, reason, row.currency)
        group = self.groups.get(key)
        if group is None:
            group = self.groups[key] = _Group(row, step)
        group.add(row, step, ends)

    def items(self) -> list[WorkItem]:
        """The groups as rows, in their order."""
        found = [self._item(key, group) for key, group in self.groups.items()]
        found.sort(key=order)
        return found

    def _item(self, key: _Key, group: _Group) -> WorkItem:
        debtor_id, reason, currency = key
        left = None if group.nearest == date.max else (group.nearest - self.today).days
        reached = percents(group.balance, group.age, left, self.known.get(debtor_id, UNKNOWN))
        return WorkItem(
            reason,
            group.step,
            debtor_id,
            group.first.debtor,
            tuple(group.claims),
            group.balance,
            currency,
            group.step.due_on,
            None if group.late == date.max else (self.today - group.late).days,
            reached,
            score_of(reached, self.weights),
            self.views.marks.put_off.get((debtor_id, reason), 0),
            group.disputed,
        )

    def coming(self) -> list[Coming]:
        """What comes within a week, day by day; what falls on a day off comes on the next working day."""
        return [
            Coming(
                on, len(matters), sum(fen for (_, _, currency), fen in matters.items() if currency == "CNY")
            )
            for on, matters in sorted(self.later.items())
            if on > self.today
        ]


def order(item: WorkItem) -> tuple[int, int, int, str]:
    """The place of a row: damage, score, sum, name."""
    return _PLACE[item.reason], -item.score, -item.balance_fen, item.debtor


def _settled(items: Iterable[WorkItem], held: Marks, views: Views) -> tuple[list[WorkItem], list[Resting]]:
    """What is to be done today, and what rests because the clerk said so."""
    if not held.last:
        return list(items), []
    due: list[WorkItem] = []
    resting: list[Resting] = []
    for item in items:
        mark = held.last.get(item.matter)
        until = None if mark is None else rests_until(item, mark, views.policy.again_days)
        if mark is None or until is None or until <= views.today:
            due.append(item)
        else:
            resting.append(Resting(item, mark, until))
    return due, resting


def rests_until(item: WorkItem, mark: Mark, again_days: int) -> date | None:
    """The day on which a marked matter is asked for again; None where the mark does not let it rest.

    What was ticked off and is still so comes back after ``again_days``, the next day where its last day is nearer.
    """
    if mark.kind == SNOOZED:
        return mark.until_on
    if mark.kind == SKIPPED or item.reason in _LADDER:
        return None
    if mark.kind not in (DONE, HANDED):
        return None
    again = mark.marked_on + timedelta(days=again_days)
    ends = item.step.due_on
    return mark.marked_on + timedelta(days=1) if ends and mark.marked_on < ends <= again else again
