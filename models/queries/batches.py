"""What one import did to the books, read from its journal entry, and what was built on it since."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from models.clock import china_day
from models.rules.problems import Problem, refuse_if
from models.store import Store
from models.store.rows import Plain
from models.tables import ACCOUNTED, Claim, Debtor, Journal, Receipt, Share, Table

Row = dict[str, Plain]

_OWN = ("batch", "setting")
"""Tables whose rows of an import stay when it is undone: the batch itself, and how its columns were read."""

BELONGS: tuple[tuple[type[Table], str], ...] = tuple(
    (table, field.name) for table in ACCOUNTED for field in table._meta.refs if field.rel_model is Debtor
)
"""Every table whose rows belong to a debtor, with the field that says so."""

_NAMED = 20
"""So many claims are named in a refusal; the rest is of the same kind."""


@dataclass
class Added:
    """Rows of one table that an import added: their columns, and their values by key."""

    columns: Sequence[str] = ()
    rows: dict[int, Sequence[Plain]] = field(default_factory=dict)

    def values(self, column: str) -> list[Plain]:
        """What stands in one column of all rows."""
        return [row[self.columns.index(column)] for row in self.rows.values()] if self.rows else []


@dataclass
class Done:
    """Rows an import added by table, and the fields it changed: {column: (before, after)}."""

    seq: int
    added: dict[str, Added] = field(default_factory=lambda: defaultdict(Added))
    changed: list[tuple[str, int, Mapping[str, Sequence[Plain]]]] = field(default_factory=list)

    @property
    def claims_before(self) -> set[int]:
        """Claims that were there before and that it changed or paid."""
        touched = {key for name, key, _ in self.changed if name == "claim"}
        touched |= {int(str(claim)) for claim in self.added["share"].values("claim_id")}
        return touched - set(self.added["claim"].rows)


def done_by(store: Store, seq: int) -> Done:
    """What the journal entry of an import says it did."""
    done = Done(seq)
    body = Journal.select(Journal.body).where(Journal.seq == seq).scalar(store.database)
    for operation in json.loads(body):
        kind, name = operation[0], operation[1]
        if name in _OWN:
            continue
        if kind == "add":
            added = done.added[name]
            added.columns = operation[2]
            added.rows.update(_rows(operation))
        elif kind == "change":
            done.changed.append((name, operation[2], operation[3]))
    return done


def refuse_later_work(store: Store, done: Done) -> None:
    """Refused (``later_work``), naming for each claim of an import what was done on it after it, and when."""
    claims = set(done.added["claim"].rows) | done.claims_before
    altered = unlike_added(store, "claim", done)
    changed = {key: fields for name, key, fields in done.changed if name == "claim"}
    for key, now in _standing(store, "claim", changed):
        if any(now[column] != new for column, (_, new) in changed.pop(key).items()):
            altered.add(key)
    refuse_if(work_since(store, done.seq, claims, altered | set(changed)))


def standing(store: Store, name: str, key: int) -> Row:
    """A row as it is now; empty where it is gone."""
    cursor = store.database.execute_sql(f"SELECT * FROM {name} WHERE id=?", (key,))  # noqa: S608 (a name of our tables)
    found = cursor.fetchone()
    return dict(zip((column[0] for column in cursor.description), found, strict=True)) if found else {}


def _standing(store: Store, name: str, keys: Collection[int]) -> Iterator[tuple[int, Row]]:
    """Those of some rows that are there, as they are now."""
    if not keys:
        return
    between = f"SELECT * FROM {name} WHERE id BETWEEN ? AND ?"  # noqa: S608 (a name of our tables)
    cursor = store.database.execute_sql(between, (min(keys), max(keys)))
    columns = [column[0] for column in cursor.description]
    for row in cursor:
        if row[columns.index("id")] in keys:
            yield row[columns.index("id")], dict(zip(columns, row, strict=True))


def unlike_added(store: Store, name: str, done: Done) -> set[int]:
    """Rows the import added that are no longer as it added them, or are gone."""
    added = done.added[name]
    unlike = set(added.rows)
    for key, now in _standing(store, name, added.rows):
        if all(now[column] == value for column, value in zip(added.columns, added.rows[key], strict=True)):
            unlike.discard(key)
    return unlike


_WORK = frozenset(
    table._meta.table_name for table in ACCOUNTED if any(ref.rel_model is Claim for ref in table._meta.refs)
)
"""Tables whose rows are work on a claim."""

_WORDED = {
    "share": "receipt", "call_claim": "call", "letter_claim": "letter", "plan_claim": "plan",
    "evidence_claim": "evidence", "note": "note", "claim": "amended",
}  # fmt: skip
_WORDED_BY_VERB = {"import_ledger": "ledger", "merge_debtors": "merge", "undo_import": "undo"}


class Work(NamedTuple):
    """What was done on a claim: a word of the catalogue (``work_…``), and its day in China."""

    what: str
    on: date


def work_since(store: Store, seq: int, claims: Set[int], altered: Set[int] = frozenset()) -> list[Problem]:
    """``later_work`` for each of these claims on which something was done after that journal entry and still stands.

    ``altered`` are those of them that are known to read otherwise by now.
    """
    added, changed = _worked_since(store, seq)
    other = Work("other", date.min)
    worked = {claim: changed.get(claim, other) for claim in altered}
    worked |= {claim: work for claim, work in added.items() if claim in claims}
    named = Claim.select(Claim, Debtor).join(Debtor).where(Claim.id.in_(sorted(worked)[:_NAMED]))
    return [
        _later_work(claim, worked[claim.id]) for claim in named.order_by(Claim.id).execute(store.database)
    ]


def _later_work(claim: Claim, work: Work) -> Problem:
    facts = {"debtor": claim.debtor.name, "number": claim.number or str(claim.id), "what": work.what}
    return Problem("later_work", {**facts, "on": work.on.isoformat()}, str(claim.id))


def _worked_since(store: Store, seq: int) -> tuple[dict[int, Work], dict[int, Work]]:
    """The newest work on each claim after that entry: rows of work still there, and changes of the claim itself."""
    added: dict[int, Work] = {}
    changed: dict[int, Work] = {}
    later = (
        Journal.select(Journal.at, Journal.verb, Journal.body).where(Journal.seq > seq).order_by(Journal.seq)
    )
    for at, verb, body in later.tuples().execute(store.database):
        for operation in json.loads(body):
            kind, name = operation[0], operation[1]
            work = Work(_WORDED_BY_VERB.get(verb) or _WORDED.get(name, "other"), china_day(at))
            if kind == "add" and name in _WORK:
                added |= dict.fromkeys(_claims_of(store, name, operation), work)
            elif kind == "change" and name == "claim":
                changed[operation[2]] = work
    return added, changed


def _claims_of(store: Store, name: str, operation: Sequence[Any]) -> set[int]:
    """The claims that rows of work speak of, as far as the rows are still there."""
    rows, at = _rows(operation), operation[2].index("claim_id")
    between = f"SELECT id FROM {name} WHERE id BETWEEN ? AND ?"  # noqa: S608 (a name of our tables)
    told = store.database.execute_sql(between, (min(rows), max(rows)))
    return {int(str(rows[key][at])) for (key,) in told if key in rows and rows[key][at] is not None}


def _rows(operation: Sequence[Any]) -> dict[int, Sequence[Plain]]:
    at = operation[2].index("id")
    return {row[at]: row for row in operation[3]}


def later_answers(store: Store, batch: int, done: Done) -> tuple[list[int], list[int]]:
    """Receipts, with their shares, that the clerk's answers on missing claims added after an import.

    One that was reversed since is settled with its reversal and is not among them.
    """
    reversals = Receipt.alias()
    gone = reversals.select(reversals.reverses).where(reversals.reverses.is_null(False))
    mine = Receipt.select(Receipt.id).where((Receipt.batch == batch) & Receipt.id.not_in(gone))
    told = {key for (key,) in mine.tuples().execute(store.database)} - set(done.added["receipt"].rows)
    shares = Share.select(Share.id).where(Share.receipt.in_(sorted(told))).tuples().execute(store.database)
    return sorted(told), [key for (key,) in shares]
