"""What was registered in a period: how late, what is missing, and which lists were signed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from models.clock import china_day
from models.queries.claims import ClaimRow
from models.queries.evidence import pieces_on_file
from models.queries.published import calendar_of
from models.queries.settings import setting
from models.rules.claim_state import NextStep
from models.rules.problems import Problem, Refused
from models.rules.registration import KINDS, Delays, Period, period_of, period_with
from models.settings import REGISTRATION_DAYS
from models.store import Store
from models.tables import SignOff


@dataclass(frozen=True, slots=True)
class Registration:
    """One claim as it was registered. ``delay`` counts working days from deal to registration, ``late`` those too many.

    ``taken_over`` came with the first ledger: its deal is older than these books. ``missing`` are of ``rules.MISSING``.
    """

    claim: int
    debtor: str
    number: str | None
    amount_fen: int
    currency: str
    issued_on: date | None
    registered_on: date
    owner: str | None
    delay: int | None
    late: int
    taken_over: bool
    missing: tuple[str, ...]

    @property
    def listed(self) -> bool:
        """Whether somebody must look at it."""
        return self.late > 0 or bool(self.missing)


@dataclass(frozen=True)
class Signed:
    """That a list was signed: when, by whom, with what remark."""

    on: date
    by: str
    note: str | None


@dataclass(frozen=True)
class RegistrationList:
    """A month's sweep or a quarter's audit; once signed, as it was then."""

    kind: str
    period: Period
    as_of: date
    rows: tuple[Registration, ...]
    signed: Signed | None = None

    @property
    def listed(self) -> tuple[Registration, ...]:
        """Late ones first, the latest on top, then what lacks something."""
        return tuple(sorted((row for row in self.rows if row.listed), key=lambda row: -row.late))

    @property
    def late(self) -> int:
        """How many were registered too late."""
        return sum(row.late > 0 for row in self.rows)

    @property
    def lacking(self) -> int:
        """How many lack something."""
        return sum(bool(row.missing) for row in self.rows)


_SELECT = """
SELECT c.id, d.name, c.number, c.amount_fen, c.currency, c.issued_on, c.registered_on, c.owner, c.due_on, c.contract,
       c.batch_id IS NOT NULL AND c.batch_id = (SELECT min(id) FROM batch WHERE undone_at IS NULL),
       coalesce(d.phone, d.contact_person, '') <> ''
       OR EXISTS (SELECT 1 FROM contact p WHERE p.debtor_id = d.id AND p.ended_at IS NULL),
       coalesce(d.address, '') <> ''
FROM claim c JOIN debtor d ON d.id = c.debtor_id
WHERE c.registered_on BETWEEN ? AND ? AND c.amount_fen > 0 ORDER BY c.id
"""
_ENTERED = """
SELECT {what} FROM claim
WHERE registered_on >= :since AND issued_on IS NOT NULL AND coalesce(batch_id, 0) <> :first
"""
SHOWN_DAYS = 30
"""So long a claim entered late stays on the day's list."""


def delays_of(store: Store) -> Delays:
    """How late registrations are told in this portfolio: its calendar, the days allowed."""
    return Delays(calendar_of(store), setting(store, REGISTRATION_DAYS))


def first_ledger(store: Store) -> frozenset[int]:
    """The import that opened these books, where there is one: its deals are older than they are, so none came late."""
    (first,) = store.database.execute_sql("SELECT min(id) FROM batch WHERE undone_at IS NULL").fetchone()
    return frozenset() if first is None else frozenset({first})


class LateEntries:
    """Which of the claims entered in the last days should have been entered earlier."""

    def __init__(self, store: Store, today: date) -> None:
        """Read what that is judged by."""
        self.store, self.delays, self._first = store, delays_of(store), first_ledger(store)
        self._since = today - timedelta(days=SHOWN_DAYS)
        self._steps: dict[tuple[date, date], NextStep | None] = {}

    def claims(self) -> set[int]:
        """Their keys."""
        told = {"since": self._since.isoformat(), "first": min(self._first, default=0)}
        execute = self.store.database.connection().execute
        pairs = execute(_ENTERED.format(what="DISTINCT issued_on, registered_on"), told)
        late = {pair for pair in pairs if self._step(*map(date.fromisoformat, pair))}
        entered = execute(_ENTERED.format(what="id, issued_on, registered_on"), told) if late else ()
        return {claim for claim, *pair in entered if tuple(pair) in late}

    def step(self, row: ClaimRow) -> NextStep | None:
        """What such a claim asks for; None for any other."""
        if row.registered_on < self._since or row.issued_on is None or row.batch_id in self._first:
            return None
        return self._step(row.issued_on, row.registered_on)

    def _step(self, issued_on: date, registered_on: date) -> NextStep | None:
        """It was entered so many working days later; many share their two days."""
        key = (issued_on, registered_on)
        if key not in self._steps:
            late = self.delays.late(*key)
            facts = {"days": str(self.delays.of(*key)), "on": registered_on.isoformat(), "days_overdue": "0"}
            said = NextStep("step_unregistered", "unregistered", registered_on, "due", facts)
            self._steps[key] = said if late else None
        return self._steps[key]


def registrations(store: Store, first: date, last: date) -> tuple[Registration, ...]:
    """What was registered from one day to another, both inclusive; credits of debtors are no deals."""
    delays = delays_of(store)
    proved = pieces_on_file(store)
    rows = store.database.execute_sql(_SELECT, (first.isoformat(), last.isoformat())).fetchall()
    return tuple(_registration(row, delays, row[0] in proved) for row in rows)


def _registration(row: tuple[Any, ...], delays: Delays, proved: bool) -> Registration:
    issued_on, registered_on = _day(row[5]), date.fromisoformat(row[6])
    there = {
        "deal_day": bool(row[5]), "due_date": bool(row[8]), "contract": bool(row[9]), "contact": bool(row[11]),
        "address": bool(row[12]), "evidence": proved,
    }  # fmt: skip
    claim, debtor, number, amount_fen, currency = row[:5]
    return Registration(
        claim, debtor, number, amount_fen, currency, issued_on, registered_on, row[7],
        delays.of(issued_on, registered_on), delays.late(issued_on, registered_on), bool(row[10]),
        tuple(name for name, here in there.items() if not here),
    )  # fmt: skip


def registration_list(store: Store, today: date, kind: str, period: str | None = None) -> RegistrationList:
    """A sweep or an audit: as it was signed, else as it stands. Refused as ``period_wanted``."""
    wanted = period_wanted(kind, period, today)
    row = (
        SignOff.select()
        .where(SignOff.kind == f"registration_{kind}", SignOff.period == wanted.name)
        .first(store.database)
    )
    if row is None:
        return RegistrationList(
            kind, wanted, min(today, wanted.last), registrations(store, wanted.first, wanted.last)
        )
    told = json.loads(row.body)
    signed = Signed(china_day(row.signed_at), row.signed_by, told["note"])
    return RegistrationList(kind, wanted, row.as_of, tuple(map(_thawed, told["rows"])), signed)


def period_wanted(kind: str, period: str | None, today: date) -> Period:
    """The period named, else that of today; Refused (``list_period_unreadable``, ``list_period_ahead``)."""
    try:
        wanted = period_of(kind, period) if period else period_with(kind, today)
    except ValueError as error:
        raise Refused(Problem("list_period_unreadable", {"period": str(period)}, "period")) from error
    if wanted.first > today:
        raise Refused(Problem("list_period_ahead", {"period": wanted.name}, "period"))
    return wanted


def frozen_rows(rows: tuple[Registration, ...]) -> list[dict[str, Any]]:
    """The rows as plain values, to be kept with a signature."""
    return [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(row).items()}
        for row in rows
    ]


def _thawed(kept: dict[str, Any]) -> Registration:
    days = {"issued_on": _day(kept["issued_on"]), "registered_on": date.fromisoformat(kept["registered_on"])}
    return Registration(**{**kept, **days, "missing": tuple(kept["missing"])})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def signed_lists(store: Store) -> list[tuple[str, str, Signed]]:
    """Every list that was signed: kind, period, who and when; the newest first."""
    wanted = [f"registration_{kind}" for kind in KINDS]
    rows = (
        SignOff.select().where(SignOff.kind.in_(wanted)).order_by(SignOff.id.desc()).execute(store.database)
    )
    return [
        (row.kind.removeprefix("registration_"), row.period,
         Signed(china_day(row.signed_at), row.signed_by, json.loads(row.body)["note"]))
        for row in rows
    ]  # fmt: skip
