"""Every debtor in one line, and one debtor in full."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.clock import china_day, instant
from models.queries.bank import Waiting, waiting_money
from models.queries.behaviour import Behaviour, Kept, behaviour, kept_promises
from models.queries.charges import charge_rows
from models.queries.claims import ClaimRow, claim_rows
from models.queries.clocks import ClockRow, Clocks
from models.queries.contacts import ContactRow, contacts_of
from models.queries.parties import DebtorRow, debtor, debtors
from models.queries.receipts import advances_of
from models.queries.related import Related, related
from models.queries.settings import setting
from models.queries.timeline import Entry, timeline_of_debtor
from models.queries.views import ClaimView, Views, views_of
from models.rules.clocks import alarms_of
from models.rules.dunning import REASONS, NextStep
from models.settings import ALARM_DAYS
from models.store import Store

_RANK = {"bad": 0, "due": 1, "later": 2, "none": 3}


@dataclass(frozen=True)
class Sum:
    """What is open in one currency, and what of it is overdue, in fen."""

    currency: str
    fen: int
    overdue_fen: int


@dataclass(frozen=True)
class Contact:
    """The last time somebody turned to a debtor: ``call`` or ``letter``."""

    on: date
    kind: str


@dataclass(frozen=True)
class DebtorLine:
    """One debtor as of today.

    ``sums`` are yuan first; ``step`` is the most urgent of its claims, ``clock`` the nearest that ends within
    the longest of the alarms; ``owners`` are those who work on its claims.
    """

    row: DebtorRow
    sums: tuple[Sum, ...]
    claims: int
    longest_days: int
    owners: tuple[str, ...]
    last_contact: Contact | None
    kept: Kept
    step: NextStep | None
    clock: ClockRow | None

    @property
    def id(self) -> int:
        """The debtor's key."""
        return self.row.id

    def has(self, words: str) -> bool:
        """Whether its name, initials, code, USCC or telephone contain these words, upper and lower case alike."""
        sought = words.strip().casefold()
        row = self.row
        texts = (row.name, row.initials, row.code, row.uscc, row.phone, row.contact_person)
        if any(sought in text.casefold() for text in texts if text):
            return True
        digits = _digits(sought)
        return (
            bool(digits)
            and digits == sought.replace(" ", "").replace("-", "")
            and digits in _digits(row.phone)
        )


def _digits(words: str | None) -> str:
    return "".join(character for character in words or "" if character.isdigit())


def debtor_lines(store: Store, today: date) -> list[DebtorLine]:
    """Every debtor, those who owe most first; ``store.reading`` around it keeps it of one moment."""
    rows = claim_rows(store, today, today)
    views = views_of(store, today)
    owned = _by_debtor(rows)
    contacts, kept = last_contacts(store), kept_promises(store, today)
    clocks = _nearest(
        Clocks(store, rows, today, views.limitations).rows(alarms_of(setting(store, ALARM_DAYS))[0])
    )
    lines = []
    for held in debtors(store):
        claims = owned.get(held.id, ())
        line = DebtorLine(
            held, sums_of(claims), len(claims), max((row.days_overdue for row in claims), default=0),
            tuple(dict.fromkeys(row.owner for row in claims if row.owner)), contacts.get(held.id),
            kept.get(held.id, Kept()), _most_urgent(views.of(row).next_step for row in claims), clocks.get(held.id),
        )  # fmt: skip
        lines.append(line)
    return sorted(lines, key=lambda line: (-sum(each.fen for each in line.sums[:1]), line.row.name))


def _by_debtor(rows: Iterable[ClaimRow]) -> dict[int, list[ClaimRow]]:
    found: dict[int, list[ClaimRow]] = defaultdict(list)
    for row in rows:
        found[row.debtor_id].append(row)
    return found


def sums_of(rows: Iterable[ClaimRow]) -> tuple[Sum, ...]:
    """What is open by currency, yuan first. Credits lower a balance, never what is overdue."""
    whole: dict[str, int] = defaultdict(int)
    late: dict[str, int] = defaultdict(int)
    for row in rows:
        whole[row.currency] += row.balance_fen
        if row.days_overdue and row.balance_fen > 0:
            late[row.currency] += row.balance_fen
    names = sorted(whole, key=lambda name: (name != "CNY", name))
    return tuple(Sum(name, whole[name], late[name]) for name in names)


def _nearest(clocks: Iterable[ClockRow]) -> dict[int, ClockRow]:
    """The first of each debtor's; they come nearest first."""
    found: dict[int, ClockRow] = {}
    for clock in clocks:
        found.setdefault(clock.debtor_id, clock)
    return found


def _most_urgent(steps: Iterable[NextStep]) -> NextStep | None:
    real = [step for step in steps if step.reason]
    return min(real, key=_urgency) if real else None


def _urgency(step: NextStep) -> tuple[int, int, date]:
    due = step.tone in ("bad", "due")
    reason = REASONS.index(step.reason) if step.reason and due else 0
    return _RANK[step.tone], reason, date.min if due else step.due_on or date.max


def last_contacts(store: Store) -> dict[int, Contact]:
    """When each debtor was last called or written to; voided letters do not count."""
    found = {
        key: Contact(china_day(instant(at)), "call")
        for key, at in store.database.execute_sql("SELECT debtor_id, max(at) FROM call GROUP BY debtor_id")
    }
    for key, text in store.database.execute_sql(
        "SELECT debtor_id, max(coalesce(mailed_on, issued_on)) FROM letter WHERE voided_at IS NULL GROUP BY debtor_id"
    ):
        on = date.fromisoformat(text)
        if key not in found or found[key].on < on:
            found[key] = Contact(on, "letter")
    return found


@dataclass(frozen=True)
class DebtorCard:
    """One debtor in full as of today: open claims by due date, how it paid, what runs, what is paid in advance.

    ``advances``, ``waiting`` and ``charges`` are by currency: money no share took, money the bank shows that is not
    booked, and costs, interest and penalties that were fixed and are unpaid (settled claims' too).
    """

    debtor: DebtorRow
    people: tuple[ContactRow, ...]
    claims: tuple[ClaimView, ...]
    sums: tuple[Sum, ...]
    behaviour: Behaviour
    kept: Kept
    clocks: tuple[ClockRow, ...]
    advances: Mapping[str, int]
    waiting: Mapping[str, Waiting]
    charges: Mapping[str, int]
    related: tuple[Related, ...]
    entries: Sequence[Entry]


def _charges(store: Store, key: int) -> Counter[str]:
    sums: Counter[str] = Counter()
    for row in charge_rows(store, debtor=key):
        sums[row.currency] += row.open_fen
    return +sums


def debtor_card(store: Store, key: int, today: date) -> DebtorCard | None:
    """Everything about one debtor, None where there is none; ``store.reading`` around it keeps it of one moment."""
    held = debtor(store, key)
    if held is None:
        return None
    rows = sorted(
        claim_rows(store, today, today, debtor=key), key=lambda row: (row.due_on or date.max, row.id)
    )
    views = Views(store, today)
    clocks = [row for row in Clocks(store, rows, today, views.limitations).rows() if row.debtor_id == key]
    waiting = {
        currency: money for (owner, currency), money in waiting_money(store, today).items() if owner == key
    }
    return DebtorCard(
        held, tuple(contacts_of(store, key)), tuple(views.all(rows)), sums_of(rows), behaviour(store, key, today),
        kept_promises(store, today, key).get(key, Kept()), tuple(clocks), advances_of(store, key), waiting,
        _charges(store, key), tuple(related(store, key)), timeline_of_debtor(store, key, today),
    )  # fmt: skip
