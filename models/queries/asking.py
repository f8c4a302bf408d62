"""Which claims may ask for something: told by the few columns that decide it, so that the others are never read.

Of a large portfolio most claims rest. A claim on which nothing happened asks for what all do that fell due and entered
the books with it; what happened on a dated claim only lets its clock end later, a dispute only lets it rest. What is
let through is judged in full by the views.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal

from models.queries.claims import among, paid_until
from models.queries.views import Views, earlier
from models.rules.limitation import SHORTEST_PERIOD_DAYS
from models.rules.policy import Policy
from models.store import Store

_BARE = """
SELECT c.id, c.debtor_id, c.kind, c.due_on, c.stage_set, c.registered_on, c.amount_fen, '', NULL FROM claim c
"""
_SCOPED = """
SELECT c.id, c.debtor_id, c.kind, c.due_on, c.stage_set, c.registered_on, c.amount_fen, d.name, d.industry
FROM claim c JOIN debtor d ON d.id = c.debtor_id
"""
_Verdict = Literal["asks", "rests", "clock"]
"""Of a claim on which nothing happened; ``clock``: it asks for something if its clock ends soon."""


def asking(store: Store, views: Views, until: date) -> set[int]:
    """The claims that may ask for something up to a day: at least all that do."""
    return {*views.told, *_guaranteed(store, views), *_Asking(views, until).claims(store)}


def _guaranteed(store: Store, views: Views) -> Iterable[int]:
    """The claims of debtors for whom somebody stands."""
    theirs = among("debtor_id", set(views.guarantees.of_debtor))
    told = store.database.execute_sql(f"SELECT id FROM claim WHERE 1 {theirs}")  # noqa: S608 (our own keys)
    return (claim for (claim,) in told)


class _Asking:
    def __init__(self, views: Views, until: date) -> None:
        self.views, self.until = views, until

    def claims(self, store: Store) -> Iterable[int]:
        """Open claims by their own days, whatever was done on them."""
        one, paid = self.views.ladders.one, paid_until(store, self.views.today)
        passed, known = self.views.marks.passed, dict[tuple[Any, ...], _Verdict]()
        statement = (_BARE if one else _SCOPED) + "WHERE c.due_on IS NULL OR c.due_on <= ?"
        cursor = store.database.connection().execute(statement, (self._latest().isoformat(),))
        for claim, debtor, kind, due, handed, entered, fen, name, industry in cursor:
            left = fen - paid.get(claim, 0)
            if left <= 0:
                continue
            policy = one or self.views.ladders.of(name, kind, industry, left)
            key = (due, entered, kind, handed, id(passed.get(debtor)), id(policy))
            verdict = known.get(key)
            if verdict is None:
                verdict = known[key] = self._verdict(_day(due), _day(entered), debtor, handed, kind, policy)
            if verdict == "asks" or (verdict == "clock" and self._ends_soon(claim, _day(due), kind)):
                yield claim

    def _latest(self) -> date:
        """On what falls due later no level comes in time, and no clock ends soon."""
        first = min((level.days for level in self.views.policy.ladder), default=0)
        return max(self.until - timedelta(days=first), self.views.near - timedelta(days=SHORTEST_PERIOD_DAYS))

    def _verdict(
        self,
        due_on: date | None,
        entered_on: date,
        debtor: int,
        handed: str | None,
        kind: str,
        policy: Policy,
    ) -> _Verdict:
        steps = self.views.alike.steps(due_on, entered_on, debtor, handed, policy)
        if any(step.due_on is None or step.due_on <= self.until for step in steps):
            return "asks"
        ends = earlier(*self.views.limitations.quiet(due_on, kind))
        return "clock" if ends is None or ends < self.views.near else "rests"

    def _ends_soon(self, claim: int, due_on: date | None, kind: str) -> bool:
        ends = earlier(*self.views.limitations.ends(claim, due_on, kind))
        return ends is not None and ends < self.views.near


@lru_cache(maxsize=8192)
def _day(text: Any) -> Any:
    """A day as the books have it; None for none."""
    return date.fromisoformat(text) if text else None
