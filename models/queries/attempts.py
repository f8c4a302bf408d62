"""Every attempt to bring a letter to the debtor, with what became of it and what shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.rules.delivery import ADDRESS_SOURCES, RECORDS, Arrival, Tried, arrival, next_address
from models.rules.workdays import add_months
from models.store import Store

QUERY_MONTHS = 12
"""So long the post answers what became of a letter (邮政法 49)."""
ALARM_MONTHS = 11
"""From then on getting the proof of delivery is urgent."""


@dataclass(frozen=True)
class ProofRow:
    """A file of an attempt: its kind, key and name."""

    kind: str
    evidence: int
    name: str
    voided: bool = False


@dataclass(frozen=True)
class Attempt:
    """One attempt as its newest rows tell it; ``corrected`` counts what they replaced. ``carrier`` hand: no posting."""

    letter: int
    number: int
    carrier: str
    waybill: str | None
    mailed_on: date | None
    address: str | None
    postcode: str | None
    address_source: str | None
    outcome: str | None
    happened_on: date | None
    signer: str | None
    proofs: tuple[ProofRow, ...]
    corrected: int = 0

    @property
    def arrival(self) -> Arrival | None:
        """Whether it has reached the debtor; None while nothing is known."""
        return arrival(self.outcome, self.address_source, self.carrier) if self.outcome else None

    @property
    def recorded(self) -> bool:
        """Whether a file shows what became of it."""
        return any(each.kind in RECORDS and not each.voided for each in self.proofs)

    @property
    def tried(self) -> Tried:
        """As the rules judge it."""
        return Tried(self.number, self.outcome, self.address_source, self.carrier)


@dataclass(frozen=True)
class OpenPost:
    """A letter on which something of the post is to be done: ``what`` is no_result | print_proof | last_month.

    ``until`` is the last day on which the post answers.
    """

    letter: int
    number: str
    debtor_id: int
    debtor: str
    attempt: Attempt
    what: str
    days: int
    until: date


@dataclass(frozen=True)
class AddressRow:
    """An address of a debtor; ``key`` is None for the one in its data and those only seen on a letter."""

    source: str
    address: str
    postcode: str | None = None
    key: int | None = None


def attempts(store: Store, letters: Iterable[int] | None = None) -> dict[int, list[Attempt]]:
    """The attempts of these letters, or of all, by letter in their order."""
    wanted = None if letters is None else sorted(set(letters))
    posted, ended = _kept(store, _POSTINGS, wanted), _kept(store, _DELIVERIES, wanted)
    files = _files(store, wanted)
    found: dict[int, list[Attempt]] = defaultdict(list)
    for key in sorted(posted.keys() | ended.keys() | files.keys()):
        found[key[0]].append(_attempt(key, posted.get(key, []), ended.get(key, []), files.get(key, ())))
    for letter, only in _older(store, wanted):
        found[letter] = [only]
    return dict(found)


def _ask(store: Store, statement: str, column: str, wanted: Sequence[int] | None) -> Iterator[Any]:
    """The rows of a statement, of some letters only where they are named."""
    some = "" if wanted is None else f" AND {column} IN ({','.join(map(str, wanted))})"
    yield from store.database.execute_sql(statement.format(some=some))


def _kept(
    store: Store, statement: str, wanted: Sequence[int] | None
) -> dict[tuple[int, int], list[tuple[Any, ...]]]:
    """Rows by letter and attempt, the newest last."""
    found: dict[tuple[int, int], list[tuple[Any, ...]]] = defaultdict(list)
    for letter, attempt, *rest in _ask(store, statement, "letter_id", wanted):
        found[letter, attempt].append(tuple(rest))
    return found


def _files(store: Store, wanted: Sequence[int] | None) -> dict[tuple[int, int], tuple[ProofRow, ...]]:
    found = _kept(store, _PROOFS, wanted)
    return {
        key: tuple(ProofRow(kind, evidence, name, bool(void)) for kind, evidence, name, void in rows)
        for key, rows in found.items()
    }


def _attempt(
    key: tuple[int, int],
    posted: list[tuple[Any, ...]],
    ended: list[tuple[Any, ...]],
    files: tuple[ProofRow, ...],
) -> Attempt:
    carrier, waybill, mailed, address, postcode, source = posted[-1] if posted else ("hand", *_NOWHERE)
    outcome, happened, signer = ended[-1] if ended else (None, None, None)
    return Attempt(
        *key, carrier, waybill, _day(mailed), address, postcode, source, outcome, _day(happened), signer, files,
        corrected=max(len(posted) - 1, 0) + max(len(ended) - 1, 0),
    )  # fmt: skip


def _older(store: Store, wanted: Sequence[int] | None) -> Iterator[tuple[int, Attempt]]:
    """What letters from before attempts were kept tell of their one."""
    for letter, waybill, mailed, source, result, result_on, proof, name, void in _ask(
        store, _OLDER, "l.id", wanted
    ):
        carrier = "ems" if mailed else "hand"
        files = (ProofRow("tracking", proof, name, bool(void)),) if proof else ()
        yield (
            letter,
            Attempt(
                letter,
                1,
                carrier,
                waybill,
                _day(mailed),
                None,
                None,
                source,
                result,
                _day(result_on),
                None,
                files,
            ),
        )


def open_post(store: Store, today: date, no_result_days: int) -> list[OpenPost]:
    """Letters without a result so many days after posting, and those whose proof is still to be got, oldest first.

    What did arrive is among them as long as no file shows it: the tracking is printed before the post's year is out.
    """
    every = attempts(store)
    found = []
    for letter, number, debtor_id, debtor in store.database.execute_sql(_LIVE):
        for each in every.get(letter, ()):
            what = _to_do(each, today, no_result_days)
            if what and each.mailed_on:
                until = add_months(each.mailed_on, QUERY_MONTHS)
                days = (today - each.mailed_on).days
                found.append(OpenPost(letter, number, debtor_id, debtor, each, what, days, until))
    return sorted(found, key=lambda row: (row.until, row.letter))


def _to_do(each: Attempt, today: date, no_result_days: int) -> str | None:
    if each.mailed_on is None or each.recorded or today > add_months(each.mailed_on, QUERY_MONTHS):
        return None
    if today >= add_months(each.mailed_on, ALARM_MONTHS):
        return "last_month"
    days = (today - each.mailed_on).days
    if each.outcome is None:
        return "no_result" if days >= no_result_days else None
    return "print_proof"


def addresses(store: Store, debtor: int) -> list[AddressRow]:
    """Every known address of a debtor, the best for service first (民诉解释 3); each once."""
    own = [AddressRow(source or "other", address, postcode) for source, address, postcode in
           store.database.execute_sql(_OWN, (debtor,))]  # fmt: skip
    more = [AddressRow(source, address, postcode, key) for key, source, address, postcode in
            store.database.execute_sql(_MORE, (debtor,))]  # fmt: skip
    seen = [AddressRow("last_used", address, postcode) for address, postcode in
            store.database.execute_sql(_SEEN, (debtor,))]  # fmt: skip
    known: dict[str, AddressRow] = {}
    for row in (*own, *more, *seen):
        known.setdefault(row.address, row)
    return sorted(known.values(), key=lambda row: ADDRESS_SOURCES.index(row.source))


def second_address(store: Store, letter: int, debtor: int) -> AddressRow | None:
    """Where to send a letter next: the best address of the debtor that no attempt of it went to."""
    known = addresses(store, debtor)
    tried = attempts(store, [letter]).get(letter, [])
    used = [each.address for each in tried if each.address]
    # An older attempt did not keep its address: it went to the one in the debtor's data.
    used += (
        [row.address for row in known if row.key is None][:1]
        if any(not each.address for each in tried)
        else []
    )
    best = next_address([(row.source, row.address) for row in known], used)
    return next((row for row in known if row.address == best), None)


def _day(text: Any) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def presumed_day(mailed_on: date, delivery_days: int) -> date:
    """When a letter without any record would have arrived: posting and the usual transit."""
    return mailed_on + timedelta(days=delivery_days)


_NOWHERE: tuple[Any, ...] = (None,) * 5
_POSTINGS = """
SELECT letter_id, attempt, carrier, waybill, mailed_on, address, postcode, address_source
FROM posting WHERE 1 {some} ORDER BY id
"""
_DELIVERIES = (
    "SELECT letter_id, attempt, outcome, happened_on, signer FROM delivery WHERE 1 {some} ORDER BY id"
)
_PROOFS = """
SELECT p.letter_id, p.attempt, p.kind, e.id, e.name, e.voided_at IS NOT NULL
FROM letter_proof p JOIN evidence e ON e.id = p.evidence_id WHERE 1 {some} ORDER BY p.id
"""
_OLDER = """
SELECT l.id, l.waybill, l.mailed_on, l.address_source, l.result, l.result_on, e.id, e.name, e.voided_at IS NOT NULL
FROM letter l LEFT JOIN evidence e ON e.id = l.proof_id
WHERE (l.mailed_on IS NOT NULL OR l.result IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.letter_id = l.id)
  AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.letter_id = l.id) {some}
"""
_LIVE = """
SELECT l.id, l.number, l.debtor_id, d.name FROM letter l JOIN debtor d ON d.id = l.debtor_id
WHERE l.voided_at IS NULL AND l.mailed_on IS NOT NULL ORDER BY l.id
"""
_OWN = "SELECT address_source, address, postcode FROM debtor WHERE id = ? AND address IS NOT NULL"
_MORE = """
SELECT id, source, address, postcode FROM debtor_address WHERE debtor_id = ? AND ended_at IS NULL ORDER BY id
"""
_SEEN = """
SELECT p.address, p.postcode FROM posting p JOIN letter l ON l.id = p.letter_id
WHERE l.debtor_id = ? AND p.address IS NOT NULL AND l.guarantor_id IS NULL ORDER BY p.id DESC
"""
