"""What the contact guard has to know of a contact that is about to be made, read from the books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from models.clock import CHINA, china_day
from models.queries.calls import attempts_on
from models.queries.claims import ClaimRow, claim_rows
from models.queries.contacts import ContactRow, flags_of
from models.queries.limitations import Limitations
from models.queries.parties import DebtorRow, creditor
from models.reference import lexicon
from models.rules.contact import Finding, PlannedContact, check
from models.store import Store

_OF_THE_DEBT = frozenset({"illegal_debt"})
"""What is known of a debtor and speaks against a letter to its guarantor too; the rest is about the debtor itself."""
_CASE_FACTS = {"C1": "case_filed", "C2": "case_filed", "C5": "case_filed", "C4": "reported"}
"""Events on a claim (models.rules.limitation) that make words of the lexicon true."""


def planned(
    store: Store,
    held: DebtorRow,
    today: date,
    at: datetime,
    *,
    channel: str = "phone",
    who: str = "",
    limitations: Limitations | None = None,
) -> PlannedContact:
    """A contact with a debtor as the books know it: counts of the day, sums, flags, facts of the case, the lexicon.

    ``who`` is the clerk. Whom it reaches and what it says is added by ``to_person`` and ``dataclasses.replace``.
    """
    attempts = attempts_on(store, held.id, china_day(at))
    rows = [row for row in claim_rows(store, today, today, debtor=held.id) if row.balance_fen > 0]
    own = creditor(store)
    return PlannedContact(
        channel,
        at,
        held.is_person,
        unanswered_today=attempts.unanswered,
        connected_today=attempts.connected,
        owed_fen=sums_owed(rows),
        sender=tuple(name for name in (own.name if own else None, who) if name),
        own_numbers=(own.account,) if own and own.account else (),
        flags=_flags(store, held.id, rows),
        facts=_facts_of_case(limitations or Limitations(store, [row.id for row in rows]), rows, today),
        lexicon=lexicon(),
    )


class LettersGuard:
    """Looks once at what is known of debtors, then says of any number of letters what speaks against them."""

    def __init__(self, store: Store, rows: Sequence[ClaimRow], today: date) -> None:
        """``rows`` are the claims of all the letters; ``store.reading`` around it keeps it of one moment."""
        self._limitations, self._today = Limitations(store, [row.id for row in rows]), today
        self._flags: dict[int, set[str]] = {}
        for debtor, kind in store.database.execute_sql(
            "SELECT debtor_id, kind FROM debtor_flag WHERE ended_at IS NULL"
        ):
            self._flags.setdefault(debtor, set()).add(kind)

    def findings(
        self, held: DebtorRow, rows: Sequence[ClaimRow], *, to_guarantor: bool = False
    ) -> tuple[Finding, ...]:
        """What speaks against a letter to this debtor, or to its guarantor, about these claims."""
        flags = frozenset(self._flags.get(held.id, ()))
        return check(
            PlannedContact(
                "letter",
                datetime.combine(self._today, time(12), CHINA),
                held.is_person,
                flags=flags & _OF_THE_DEBT if to_guarantor else flags,
                facts=_facts_of_case(self._limitations, rows, self._today),
            )
        )


def to_person(
    contact: PlannedContact, contacts: Sequence[ContactRow], person: str | None, role: str | None
) -> PlannedContact:
    """The contact to this person, with what was agreed with or asked by them on file."""
    ways = ("phone", "mobile") if contact.channel == "phone" else (contact.channel, "mobile")
    named = [row for row in contacts if row.name == person and row.channel in ways]
    stopped = next((row for row in named if row.do_not_call), None)
    return replace(
        contact,
        person=person,
        role=role,
        consented_to_night=any(row.night_consent for row in named),
        stopped_why=None if stopped is None else stopped.do_not_call_why or "",
    )


def sums_owed(rows: Sequence[ClaimRow]) -> frozenset[int]:
    """The sums a debtor may be told: each claim's and of each currency, with what is disputed of it and without."""
    whole, called = Counter[str](), Counter[str]()
    for row in rows:
        whole[row.currency] += row.balance_fen
        called[row.currency] += row.called_fen
    each = {fen for row in rows for fen in (row.balance_fen, row.called_fen)}
    return frozenset({*whole.values(), *called.values(), *each} - {0})


def _flags(store: Store, debtor: int, rows: Sequence[ClaimRow]) -> frozenset[str]:
    """What is known of the debtor; ``disputed`` where everything it owes is."""
    known = {row.kind for row in flags_of(store, debtor)}
    return frozenset(known | ({"disputed"} if rows and all(row.disputed for row in rows) else set()))


def _facts_of_case(limitations: Limitations, rows: Sequence[ClaimRow], today: date) -> frozenset[str]:
    """Facts that make words true: ``in_time`` unless every claim has lapsed, and what was filed or reported."""
    ends = [limitations.of(row)[0] for row in rows]
    found = {"in_time"} if not rows or any(end is None or end >= today for end in ends) else set()
    for row in rows:
        codes = (event.code for event in limitations.events.get(row.id, ()))
        found |= {_CASE_FACTS[code] for code in codes if code in _CASE_FACTS}
    return frozenset(found)
