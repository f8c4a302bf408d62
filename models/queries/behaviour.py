"""How a debtor has paid and kept its word, counted from the books: facts, no judgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.queries.conduct import promises
from models.queries.settings import setting
from models.rules.money import divided_half_up
from models.settings import PROMISE_GRACE_DAYS
from models.store import Store

YEAR_DAYS = 365


@dataclass(frozen=True)
class PaidClaim:
    """A claim that payments settled: when it was due and when the last of the money came."""

    claim: int
    number: str | None
    due_on: date
    settled_on: date

    @property
    def days_late(self) -> int:
        """Days from the due date to the money; 0 where it came in time."""
        return max(0, (self.settled_on - self.due_on).days)


@dataclass(frozen=True)
class Behaviour:
    """The claims a debtor has settled, in the order of the money; ``undated`` of them nobody knows the day of.

    The means are of the year up to ``today`` (inclusive) and of the year before it, in whole days, half up; None where
    nothing was settled in it.
    """

    today: date
    paid: tuple[PaidClaim, ...]
    undated: int = 0

    @property
    def mean_days(self) -> int | None:
        """How late the claims settled in the last year were, on average."""
        return _mean(each for each in self.paid if each.settled_on > self._year_ago)

    @property
    def mean_before(self) -> int | None:
        """The same of the year before."""
        earliest = self._year_ago - timedelta(days=YEAR_DAYS)
        return _mean(each for each in self.paid if earliest < each.settled_on <= self._year_ago)

    @property
    def _year_ago(self) -> date:
        return self.today - timedelta(days=YEAR_DAYS)


def _mean(paid: Iterable[PaidClaim]) -> int | None:
    days = [each.days_late for each in paid]
    return divided_half_up(sum(days), len(days)) if days else None


_PAYMENTS = """
SELECT c.id, c.number, c.due_on, c.amount_fen, r.received_on, s.fen, r.kind = 'payment', r.day_known
FROM claim c JOIN share s ON s.claim_id = c.id JOIN receipt r ON r.id = s.receipt_id
WHERE c.debtor_id = ? AND c.amount_fen > 0 AND c.due_on IS NOT NULL AND r.received_on <= ?
  AND r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM receipt b WHERE b.reverses_id = r.id)
ORDER BY c.id, r.received_on, r.id
"""


def behaviour(store: Store, debtor: int, today: date) -> Behaviour:
    """What a debtor has settled by ``today``. What a credit note or a set-off settled says nothing of paying."""
    shares: dict[int, list[Any]] = defaultdict(list)
    for row in store.database.execute_sql(_PAYMENTS, (debtor, today.isoformat())):
        shares[row[0]].append(row)
    paid, undated = [], 0
    for rows in shares.values():
        last = _settling(rows)
        if last is None or not last[6]:
            continue
        if last[7]:
            paid.append(PaidClaim(last[0], last[1], _day(last[2]), _day(last[4])))
        else:
            undated += 1
    return Behaviour(today, tuple(sorted(paid, key=lambda each: (each.settled_on, each.claim))), undated)


def _settling(rows: Iterable[Any]) -> Any | None:
    """The share with which nothing was left of a claim."""
    left: int | None = None
    for row in rows:
        left = (row[3] if left is None else left) - row[5]
        if left <= 0:
            return row
    return None


def _day(text: str) -> date:
    return date.fromisoformat(text)


@dataclass(frozen=True)
class Kept:
    """Of the promises whose day has come, how many were kept; ``broken_on`` is the day of the last that was not."""

    kept: int = 0
    due: int = 0
    broken_on: date | None = None


def kept_promises(store: Store, today: date, debtor: int | None = None) -> dict[int, Kept]:
    """The word of every debtor who gave it, or of one. A promise counts once kept or once its grace is over."""
    grace = setting(store, PROMISE_GRACE_DAYS)
    found: dict[int, Kept] = {}
    for owner, due_on, kept in _settled(store, today, grace, debtor):
        held = found.get(owner, Kept())
        latest = held.broken_on if kept else max(due_on, held.broken_on or due_on)
        found[owner] = Kept(held.kept + kept, held.due + 1, latest)
    return found


def _settled(
    store: Store, today: date, grace_days: int, debtor: int | None
) -> Iterator[tuple[int, date, bool]]:
    for promise in promises(store, today, grace_days, debtor=debtor):
        if promise.state == "kept" or promise.due_on + timedelta(days=grace_days) < today:
            yield promise.debtor_id, promise.due_on, promise.state == "kept"
