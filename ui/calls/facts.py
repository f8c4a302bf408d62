"""What the clerk has before the eyes during a call, read in one go. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.actions.calls import moment_of_call, one_debtor
from models.clock import Clock
from models.queries.bank import Waiting, waiting_money
from models.queries.calls import Attempts, CallRow, attempts_on, calls_of, people_of
from models.queries.claims import ClaimRow, claim_rows
from models.queries.conduct import PromiseRow
from models.queries.contacts import ContactRow, Reach, contacts_of, half_of, reach_of
from models.queries.gaps import wanted_of_debtor
from models.queries.guard import planned
from models.queries.limitations import Limitations
from models.queries.parties import creditor, debtor
from models.queries.promises import Kept, promises_of
from models.queries.published import calendar_of
from models.queries.settings import preference, setting
from models.rules.ageing import action_step
from models.rules.contact import FIRM_ROLES, PERSON_ROLES, PlannedContact
from models.rules.limitation import ClaimEvent, JudgedEvent, Period, period_end, run
from models.rules.workdays import Calendar
from models.settings import PROMISE_GRACE_DAYS
from models.store import Store


@dataclass(frozen=True)
class Restart:
    """What an acknowledgement today would do to the clock: how many claims it moves, and to which last day."""

    claims: int
    last_day: date
    revives: bool


@dataclass(frozen=True)
class CallFacts:
    """One debtor at the moment of a call, with its open claims among those asked for, one currency at a time.

    ``left_out`` counts open claims in other currencies, which want a call of their own. ``next_try`` is the
    working day after today; ``next_half`` the half of it that promises more. ``waiting_fen`` is what the bank shows of
    the debtor, certainly or likely, and the books do not have yet. ``guard`` is this contact as the books know it,
    ``expired`` whether every one of the claims has lapsed; ``clerk`` speaks for ``creditor``. ``wanted`` is the
    document that the debtor could give and that would help the proof most.
    """

    debtor_id: int
    debtor: str
    is_person: bool
    phone: str | None
    english: bool
    rows: tuple[ClaimRow, ...]
    left_out: int
    at: datetime
    today: date
    people: tuple[tuple[str, str | None], ...]
    calls: tuple[CallRow, ...]
    attempts: Attempts
    promise: PromiseRow | None
    restart: Restart | None
    next_try: date
    grace_days: int
    draft: dict[str, object] | None
    waiting_fen: int
    contacts: tuple[ContactRow, ...]
    reach: Reach
    kept: Kept
    guard: PlannedContact
    creditor: str
    clerk: str
    wanted: str | None = None

    @property
    def expired(self) -> bool:
        """Whether the limitation period of everything it owes has ended."""
        return "in_time" not in self.guard.facts

    @property
    def claims(self) -> list[int]:
        """Keys of the claims the call is about."""
        return [row.id for row in self.rows]

    @property
    def currency(self) -> str:
        """The one currency of the claims."""
        return self.rows[0].currency

    @property
    def balance_fen(self) -> int:
        """What is open on them."""
        return sum(row.balance_fen for row in self.rows)

    @property
    def called_fen(self) -> int:
        """What is called for: the balance but for what is disputed; all of it where nothing else is left."""
        return sum(row.called_fen for row in self.rows) or self.balance_fen

    @property
    def days_overdue(self) -> int | None:
        """Of the oldest of them; below zero before it is due, None where no due date was agreed."""
        days = [self.today - row.due_on for row in self.rows if row.due_on]
        return max(days).days if days else None

    @property
    def step(self) -> int:
        """The colour step of the oldest, 0 to 5."""
        return action_step(self.days_overdue)

    @property
    def kind(self) -> str:
        """The kind of the claims; ``other`` where they differ."""
        kinds = {row.kind for row in self.rows}
        return kinds.pop() if len(kinds) == 1 else "other"

    @property
    def roles(self) -> tuple[str, ...]:
        """Who may have picked up."""
        return PERSON_ROLES if self.is_person else FIRM_ROLES

    @property
    def next_half(self) -> str:
        """``morning`` or ``afternoon``: where calls were answered more often, else not this half again."""
        return self.reach.best(half_of(self.at))


def draft_key(debtor_id: int) -> str:
    """Where the draft of a call with a debtor is remembered."""
    return f"draft:call:{debtor_id}"


def read_facts(store: Store, clock: Clock, claims: Sequence[int], clerk: str = "") -> CallFacts:
    """All of it. Settled claims are left out unless nothing else is asked for.

    Refused: ``several_debtors``.
    """
    today, at = clock.today(), moment_of_call(clock)
    told = claim_rows(store, today, today, claims=claims, settled=True)
    key = one_debtor(told)
    wanted = [row for row in told if row.balance_fen > 0] or told
    rows = [row for row in wanted if row.currency == wanted[0].currency]
    held = debtor(store, key)
    assert held is not None  # noqa: S101 (a claim's debtor cannot be gone)
    grace = setting(store, PROMISE_GRACE_DAYS)
    keys, china = {row.id for row in rows}, calendar_of(store)
    limitations, told_promises = Limitations(store), promises_of(store, today, key)
    contacts, own = contacts_of(store, key), creditor(store)
    waiting = waiting_money(store, today).get((key, rows[0].currency), Waiting())
    return CallFacts(
        key,
        held.name,
        bool(held.is_person),
        held.phone,
        held.letter_language == "en",
        tuple(rows),
        len(wanted) - len(rows),
        at,
        today,
        _people(store, key, contacts, held.contact_person, held.name if held.is_person else None),
        tuple(calls_of(store, key, 1)),
        attempts_on(store, key, today),
        _standing(told_promises.rows, keys),
        _restart(limitations, rows, today, china),
        china.next_workday(today),
        grace,
        preference(store, draft_key(key)),
        waiting.certain_fen + waiting.likely_fen,
        tuple(contacts),
        reach_of(store, key),
        told_promises.by_debtor.get(key, Kept()),
        planned(store, held, today, at, who=clerk, limitations=limitations),
        (own.name if own else None) or "",
        clerk,
        wanted_of_debtor(store, [row.id for row in rows]),
    )


def _people(
    store: Store, key: int, contacts: Sequence[ContactRow], contact: str | None, oneself: str | None
) -> tuple[tuple[str, str | None], ...]:
    """Who was spoken to, those on file, the contact person, a natural person's own name; each once.

    One who asked to be left alone is not offered.
    """
    people = dict(people_of(store, key))
    for row in contacts:
        people[row.name] = row.role or people.get(row.name)
    for row in contacts:
        if row.do_not_call:
            people.pop(row.name, None)
    for name, role in ((contact, None), (oneself, "debtor")):
        if name:
            people.setdefault(name, role)
    return tuple(people.items())


def _standing(told: Sequence[PromiseRow], claims: set[int]) -> PromiseRow | None:
    """The promise a new one would replace."""
    live = [row for row in told if row.state in ("open", "broken") and claims & set(row.claims)]
    return live[-1] if live else None


def _restart(
    limitations: Limitations, rows: Sequence[ClaimRow], today: date, china: Calendar
) -> Restart | None:
    """The earliest last day among the claims an acknowledgement today would move."""
    events = limitations.events
    judged = [
        _judged(row, events.get(row.id, []), today, china, limitations.period(row.kind)) for row in rows
    ]
    pairs = zip(rows, judged, strict=True)
    moved = [(row, verdict) for row, verdict in pairs if verdict.interrupts or verdict.revives]
    if not moved:
        return None
    last_day = min(period_end(today, limitations.period(row.kind)) for row, _ in moved)
    return Restart(len(moved), last_day, all(verdict.revives for _, verdict in moved))


def _judged(
    row: ClaimRow, events: Sequence[ClaimEvent], today: date, china: Calendar, period: Period
) -> JudgedEvent:
    acknowledged = ClaimEvent("P2", today)
    clock = run(row.due_on, [*events, acknowledged], calendar=china, period=period)
    return [verdict for verdict in clock.events if verdict.on == today and verdict.code == "P2"][-1]


def late_from(promised: date, grace_days: int) -> date:
    """The first day on which a promise counts as broken."""
    return promised + timedelta(days=grace_days + 1)
