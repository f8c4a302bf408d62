"""What was said on the telephone with a debtor, and with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.clock import china_day, instant
from models.store import Store


@dataclass(frozen=True)
class CallRow:
    """One call, visit, message or meeting, with the first of its promises as it was made then.

    ``channel``, ``outcome`` and ``confirmed`` are those of ``models.actions.calls``.
    """

    id: int
    at: datetime
    promise_on: date | None
    outcome: str
    person: str | None
    role: str | None
    confirmed: str | None
    confirmed_fen: int | None
    reason: str | None
    note: str | None
    recording: int | None
    recording_name: str | None
    promise_fen: int | None
    currency: str | None
    channel: str = "phone"
    override_why: str | None = None
    memo: int | None = None


@dataclass(frozen=True)
class Attempts:
    """Calls of one day in China to one debtor: how many reached nobody, how many somebody."""

    unanswered: int = 0
    connected: int = 0


_CALLS = """
SELECT k.id, k.at, p.due_on, k.outcome, k.person, k.role, k.confirmed, k.confirmed_fen, k.reason, k.note,
       k.recording_id, e.name, p.fen, p.currency, k.channel, k.override_why, k.memo_id
FROM call k LEFT JOIN evidence e ON e.id = k.recording_id
LEFT JOIN promise p ON p.id = (SELECT min(id) FROM promise WHERE call_id = k.id)
WHERE k.debtor_id = ? ORDER BY k.at DESC, k.id DESC LIMIT ?
"""


def calls_of(store: Store, debtor: int, limit: int = 20) -> list[CallRow]:
    """The newest calls with a debtor, newest first."""
    told = store.database.execute_sql(_CALLS, (debtor, limit)).fetchall()
    return [
        CallRow(row[0], instant(row[1]), date.fromisoformat(row[2]) if row[2] else None, *row[3:])
        for row in told
    ]


def attempts_on(store: Store, debtor: int, day: date) -> Attempts:
    """How often a debtor was called on that day; messages, visits and meetings do not count."""
    told = store.database.execute_sql(
        "SELECT at, outcome FROM call WHERE debtor_id = ? AND channel = 'phone'", (debtor,)
    )
    outcomes = [outcome for at, outcome in told if china_day(instant(at)) == day]
    connected = sum(outcome == "connected" for outcome in outcomes)
    return Attempts(len(outcomes) - connected, connected)


def people_of(store: Store, debtor: int) -> list[tuple[str, str | None]]:
    """Who was spoken to, with their role, the last one first; each name once."""
    told = store.database.execute_sql(
        "SELECT person, role FROM call WHERE debtor_id = ? AND person IS NOT NULL ORDER BY at DESC, id DESC",
        (debtor,),
    )
    found: dict[str, str | None] = {}
    for person, role in told:
        found.setdefault(person, role)
    return list(found.items())
