"""The people who speak for a debtor, how they are reached and when, and what is known of the debtor itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.clock import CHINA, instant
from models.store import Store
from models.tables import Contact, DebtorFlag

NOON_HOUR = 12


@dataclass(frozen=True)
class Reach:
    """Calls tried and answered, before noon and from noon on, in China."""

    morning_tried: int = 0
    morning_reached: int = 0
    afternoon_tried: int = 0
    afternoon_reached: int = 0

    @property
    def tried(self) -> int:
        """Calls in all."""
        return self.morning_tried + self.afternoon_tried

    @property
    def reached(self) -> int:
        """Calls that somebody answered."""
        return self.morning_reached + self.afternoon_reached

    def best(self, other_than: str) -> str:
        """The half day to try next: the one with the better rate; where equal, not ``other_than`` again.

        A rate is (reached + 1) / (tried + 2), so that one lucky call proves little.
        """
        morning = (self.morning_reached + 1) * (self.afternoon_tried + 2)
        afternoon = (self.afternoon_reached + 1) * (self.morning_tried + 2)
        if morning == afternoon:
            return "morning" if other_than == "afternoon" else "afternoon"
        return "morning" if morning > afternoon else "afternoon"


@dataclass(frozen=True)
class ContactRow:
    """One way to reach one person. ``reach`` counts the calls in which this person is named, or all for a number.

    ``ended_at`` is set once it is no longer used.
    """

    id: int
    debtor_id: int
    name: str
    role: str | None
    channel: str
    value: str
    verified_on: date | None
    do_not_call: bool
    do_not_call_why: str | None
    night_consent: bool
    note: str | None
    ended_at: datetime | None
    reach: Reach


@dataclass(frozen=True)
class FlagRow:
    """What binds everybody who contacts a debtor; ``kind`` is one of ``models.rules.contact.FLAGS``.

    Of a bankruptcy: on which day ``court`` accepted the petition, and under which number, as far as it was told.
    """

    id: int
    kind: str
    why: str
    set_at: datetime
    set_by: str
    ended_at: datetime | None
    accepted_on: date | None = None
    court: str | None = None
    case_number: str | None = None


def half_of(at: datetime) -> str:
    """``morning`` before noon in China, else ``afternoon``."""
    return "morning" if at.astimezone(CHINA).hour < NOON_HOUR else "afternoon"


def contacts_of(store: Store, debtor: int, *, ended: bool = False) -> list[ContactRow]:
    """Everybody on file for a debtor, in the order entered; with ``ended`` also those no longer used."""
    reach = reach_by_person(store, debtor)
    query = Contact.select().where(Contact.debtor == debtor).order_by(Contact.id)
    rows = query if ended else query.where(Contact.ended_at.is_null())
    return [_row(row, reach.get(row.name, Reach())) for row in rows.execute(store.database)]


def _row(row: Any, reach: Reach) -> ContactRow:
    return ContactRow(
        row.id,
        row.debtor_id,
        row.name,
        row.role,
        row.channel,
        row.value,
        row.verified_on,
        bool(row.do_not_call),
        row.do_not_call_why,
        bool(row.night_consent),
        row.note,
        row.ended_at,
        reach,
    )


def reach_of(store: Store, debtor: int) -> Reach:
    """How calls to a debtor fared, all of them."""
    told = store.database.execute_sql(
        "SELECT at, outcome FROM call WHERE debtor_id = ? AND channel = 'phone'", (debtor,)
    )
    return _counted([(at, outcome) for at, outcome in told])


def reach_by_person(store: Store, debtor: int) -> dict[str, Reach]:
    """How calls that were meant for a person fared; an unanswered one counts where its person was noted."""
    calls: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for person, at, outcome in store.database.execute_sql(
        "SELECT person, at, outcome FROM call WHERE debtor_id = ? AND channel = 'phone' AND person IS NOT NULL",
        (debtor,),
    ):
        calls[person].append((at, outcome))
    return {person: _counted(told) for person, told in calls.items()}


def _counted(calls: Sequence[tuple[str, str]]) -> Reach:
    counts: dict[tuple[str, bool], int] = defaultdict(int)
    for at, outcome in calls:
        half = half_of(instant(at))
        counts[half, False] += 1
        counts[half, True] += outcome == "connected"
    names = [(half, reached) for half in ("morning", "afternoon") for reached in (False, True)]
    return Reach(*(counts[name] for name in names))


def flags_of(store: Store, debtor: int, *, ended: bool = False) -> list[FlagRow]:
    """What is known of a debtor that binds whoever contacts it; with ``ended`` also what no longer holds."""
    query = DebtorFlag.select().where(DebtorFlag.debtor == debtor).order_by(DebtorFlag.id)
    rows = query if ended else query.where(DebtorFlag.ended_at.is_null())
    return [
        FlagRow(
            row.id, row.kind, row.why, row.set_at, row.set_by, row.ended_at, row.accepted_on, row.court,
            row.case_number,
        )
        for row in rows.execute(store.database)
    ]  # fmt: skip
