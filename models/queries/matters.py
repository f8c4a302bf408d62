"""What the day's list must know beside conduct: what the clerk put off, unproved mail, open disputes, past success."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from models.clock import instant
from models.queries.claims import among
from models.queries.conduct import all_promises
from models.rules.claim_state import REASONS
from models.rules.ladder import LADDER_REASONS
from models.rules.scoring import Chance
from models.store import Store

DONE, SNOOZED, SKIPPED, HANDED = "done", "snoozed", "skipped", "handed"
"""What a clerk may say of a matter of the day."""
_LADDER = tuple(sorted(LADDER_REASONS.values()))


@dataclass(frozen=True, slots=True)
class Mark:
    """What a clerk said of one reason of one debtor on a day."""

    id: int
    debtor_id: int
    reason: str
    kind: str
    marked_on: date
    until_on: date | None
    handed_to: str | None
    why: str | None
    at: datetime
    by: str


Matter = tuple[int, str]
"""A debtor and a reason."""


@dataclass
class Marks:
    """What was said, read once.

    ``last`` and how often in a row it was put off: of each matter of which a mark was to bring it back. ``passed``: by
    debtor what was let pass, and on which day last; debtors of whom the same was said share it. ``today``: the marks
    of this day.
    """

    last: dict[Matter, Mark]
    put_off: dict[Matter, int]
    passed: dict[int, Mapping[str, date]]
    today: list[Mark]

    def passed_since(self, debtor: int, entered_on: date) -> dict[str, date]:
        """What was let pass of a claim that was in the books by then."""
        return {reason: on for reason, on in self.passed.get(debtor, {}).items() if on >= entered_on}


_PASSES = f"(kind = '{SKIPPED}' OR (kind IN ('{DONE}', '{HANDED}') AND reason IN {_LADDER}))"
"""Such a mark lets its matter pass for good; any other one brings it back."""
_PASSED = f"""
SELECT debtor_id, group_concat(reason || ' ' || marked_on) FROM day_mark
WHERE marked_on < ? AND {_PASSES} GROUP BY debtor_id
"""  # noqa: S608 (our own names)
_SPEAKING = f"""
SELECT DISTINCT debtor_id FROM day_mark WHERE marked_on < :before AND (marked_on = :today OR NOT {_PASSES})
"""  # noqa: S608
_MARKS = """
SELECT id, debtor_id, reason, kind, marked_on, until_on, handed_to, why, marked_at, marked_by FROM day_mark
WHERE marked_on < :before AND (marked_on = :today OR (debtor_id, reason) IN
      (SELECT debtor_id, reason FROM day_mark WHERE NOT {passes} {theirs})) {theirs} ORDER BY id
"""


def marks(store: Store, today: date, before: date | None = None) -> Marks:
    """What was said up to today; ``before`` a day: only what was said by then."""
    before = before or date.max
    found = Marks({}, defaultdict(int), _passed(store, before), [])
    for mark in _marks(store, today, before):
        matter = (mark.debtor_id, mark.reason)
        found.last[matter] = mark
        found.put_off[matter] = found.put_off[matter] + 1 if mark.kind == SNOOZED else 0
        if mark.marked_on == today:
            found.today.append(mark)
    return found


def _passed(store: Store, before: date) -> dict[int, Mapping[str, date]]:
    """What was let pass, each text of many debtors read once."""
    read = lru_cache(maxsize=None)(_days_by_reason)
    told = store.database.connection().execute(_PASSED, (before.isoformat(),))
    return {debtor: read(text) for debtor, text in told}


def _days_by_reason(text: str) -> Mapping[str, date]:
    """The newest day of each reason."""
    return {reason: _day(on) for reason, on in sorted(each.split(" ") for each in text.split(","))}


def _marks(store: Store, today: date, before: date) -> Iterable[Mark]:
    days = {"before": before.isoformat(), "today": today.isoformat()}
    speaking = {debtor for (debtor,) in store.database.connection().execute(_SPEAKING, days)}
    marked = _MARKS.format(passes=_PASSES, theirs=among("debtor_id", speaking))
    told = store.database.connection().execute(marked, days) if speaking else ()
    for key, debtor, reason, kind, on, until, to, why, at, by in told:
        if reason in REASONS:
            yield Mark(key, debtor, reason, kind, _day(on), _day_or_none(until), to, why, instant(at), by)


def unproved_mail(store: Store) -> dict[int, date]:
    """For each claim the oldest mailing of a letter of whose delivery nothing is known."""
    return _days(
        store,
        "SELECT lc.claim_id, min(l.mailed_on) FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id "
        "WHERE l.mailed_on IS NOT NULL AND l.result IS NULL AND l.voided_at IS NULL GROUP BY lc.claim_id",
    )


def unshown_mail(store: Store) -> dict[int, date]:
    """For each claim the oldest mailing of a letter whose result is known but shown by no file."""
    return _days(
        store,
        "SELECT lc.claim_id, min(l.mailed_on) FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id "
        "WHERE l.mailed_on IS NOT NULL AND l.result IN ('signed', 'refused', 'returned') AND l.proof_id IS NULL "
        "AND l.voided_at IS NULL GROUP BY lc.claim_id",
    )


def open_disputes(store: Store) -> dict[int, date]:
    """For each claim the first day by which an open dispute is to be settled."""
    return _days(
        store,
        "SELECT claim_id, min(due_on) FROM dispute WHERE resolved_on IS NULL AND due_on IS NOT NULL GROUP BY claim_id",
    )


def chances(store: Store, today: date) -> dict[int, Chance]:
    """What each debtor did so far with promises and calls."""
    kept: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for promise in all_promises(store, today):
        if promise.state != "open":
            kept[promise.debtor_id][0] += promise.state == "kept"
            kept[promise.debtor_id][1] += 1
    for debtor, reached, tried in store.database.execute_sql(
        "SELECT debtor_id, sum(outcome = 'connected'), count(*) FROM call GROUP BY debtor_id"
    ):
        kept[debtor][2:] = [reached, tried]
    return {debtor: Chance(*told) for debtor, told in kept.items()}


def _days(store: Store, query: str) -> dict[int, date]:
    return {claim: _day(on) for claim, on in store.database.execute_sql(query)}


def _day(text: Any) -> date:
    return date.fromisoformat(text)


def _day_or_none(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None
