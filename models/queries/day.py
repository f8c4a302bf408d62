"""How a day goes: what of this morning's list was seen to, by what and when, and what is still open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from models.clock import CHINA, instant, instant_text
from models.queries.claims import ClaimRow, claim_rows
from models.queries.matters import Mark, Matter
from models.queries.views import Views
from models.queries.worklist import WorkItem, Worklist, list_of, worklist
from models.store import Store

CALL, LETTER, PLAN, RECEIPT = "call", "letter", "plan", "receipt"
ANSWERS: dict[str, frozenset[str]] = {
    "promise_broken": frozenset({CALL, PLAN}),
    "plan_broken": frozenset({CALL, LETTER}),
    "limitation": frozenset({CALL, LETTER, PLAN}),
    "promise_due": frozenset({CALL}),
    "call_due": frozenset({CALL}),
    "letter_due": frozenset({LETTER}),
    "final_due": frozenset({LETTER}),
    "letter_unanswered": frozenset({CALL, LETTER}),
    "reminder_due": frozenset({CALL, LETTER}),
    "instalment_due": frozenset({CALL}),
}
"""What done today sees to a matter for the day, although the books still ask for it."""


@dataclass(frozen=True, slots=True)
class Handled:
    """A matter of this morning that was seen to: ``how`` is call, letter, receipt, plan or the kind of its mark."""

    item: WorkItem
    how: str
    at: datetime
    mark: Mark | None = None


@dataclass(frozen=True)
class Day:
    """A day on its way: ``open`` in the list's order, ``handled`` likewise.

    ``open_fen``: owed on the claims of the open rows, each once; ``promised_fen``: promised for today and not in yet;
    ``received_fen``: payments of this month; all in yuan only.
    """

    list: Worklist
    open: tuple[WorkItem, ...]
    handled: tuple[Handled, ...]
    open_fen: int
    promised_fen: int
    received_fen: int


@dataclass(frozen=True, slots=True)
class _Act:
    how: str
    at: datetime


def day_of(store: Store, today: date) -> Day:
    """The day so far."""
    with store.reading():
        found = worklist(store, today)
        acts, said = _acts(store, today), {_matter(mark): mark for mark in found.views.marks.today}
        touched = {*acts, *(debtor for debtor, _ in said)}
        morning = _morning(store, today, touched) if touched else []
        handled = _handled(morning, found.items, acts, said)
        seen = {(each.item.matter, each.item.currency) for each in handled}
        still = tuple(item for item in found.items if (item.matter, item.currency) not in seen)
        promised = sum(
            _due(item, today) for item in still if item.reason == "promise_due" and item.currency == "CNY"
        )
        return Day(found, still, tuple(handled), _owed(found, still), promised, _received(store, today))


def _owed(found: Worklist, still: Iterable[WorkItem]) -> int:
    claims = {claim for item in still if item.currency == "CNY" for claim in item.claims}
    return sum(found.rows[claim].balance_fen for claim in claims)


def _matter(mark: Mark) -> Matter:
    return mark.debtor_id, mark.reason


def _due(item: WorkItem, today: date) -> int:
    return item.asked_fen if item.since == today else 0


def _acts(store: Store, today: date) -> dict[int, list[_Act]]:
    """What was done today, by debtor, in the order of time."""
    found: dict[int, list[_Act]] = defaultdict(list)
    begins = datetime.combine(today, time(), CHINA)
    span = (instant_text(begins), instant_text(begins + timedelta(days=1)))
    day = today.isoformat()
    for how, query, params in (
        (CALL, "SELECT debtor_id, at FROM call WHERE at >= ? AND at < ? ORDER BY at", span),
        (
            LETTER,
            "SELECT l.debtor_id, r.issued_at FROM letter l JOIN letter_run r ON r.id = l.run_id "
            "WHERE l.issued_on = ? AND l.voided_at IS NULL ORDER BY l.id",
            (day,),
        ),
        (
            PLAN,
            "SELECT debtor_id, made_at FROM plan WHERE made_on = ? AND voided_at IS NULL ORDER BY id",
            (day,),
        ),
        (RECEIPT, "SELECT debtor_id, posted_at FROM receipt WHERE received_on = ? ORDER BY id", (day,)),
    ):
        for debtor, at in store.database.execute_sql(query, params):
            found[debtor].append(_Act(how, instant(at)))
    return found


def _morning(store: Store, today: date, debtors: Iterable[int]) -> list[WorkItem]:
    """The rows these debtors had on the list before anything was done today."""
    keys = ",".join(str(int(debtor)) for debtor in sorted(debtors))
    claims = [
        key
        for (key,) in store.database.execute_sql(f"SELECT id FROM claim WHERE debtor_id IN ({keys})")  # noqa: S608
    ]
    before = {
        row.id: row.paid_fen
        for row in claim_rows(store, today - timedelta(days=1), today, claims=claims, settled=True)
    }
    rows: list[ClaimRow] = [
        replace(row, paid_fen=before.get(row.id, 0))
        for row in claim_rows(store, today, today, claims=claims, settled=True)
    ]
    return list_of(store, Views(store, today, before=today), rows).items


def _handled(
    morning: Iterable[WorkItem],
    now: Iterable[WorkItem],
    acts: dict[int, list[_Act]],
    said: dict[Matter, Mark],
) -> list[Handled]:
    still = {(item.matter, item.currency): item for item in now}
    found = []
    for item in morning:
        same = still.get((item.matter, item.currency))
        mark = said.get(item.matter)
        if mark is not None and same is None:
            found.append(Handled(item, mark.kind, mark.at, mark))
            continue
        done = acts.get(item.debtor_id, [])
        fitting = [act for act in done if act.how in ANSWERS.get(item.reason, ())]
        if fitting or (same is None and done):
            last = (fitting or done)[-1]
            found.append(Handled(same or item, last.how, last.at))
    return found


def _received(store: Store, today: date) -> int:
    """Payments of this month in yuan, reversals taken off."""
    (fen,) = store.database.execute_sql(
        "SELECT coalesce(sum(amount_fen), 0) FROM receipt WHERE received_on BETWEEN ? AND ? "
        "AND currency = 'CNY' AND kind = 'payment'",
        (today.replace(day=1).isoformat(), today.isoformat()),
    ).fetchone()
    return int(fen)
