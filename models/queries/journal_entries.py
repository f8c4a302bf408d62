"""Who did what and when, with what stood there before and after."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice
from typing import Any

from peewee import BooleanField

from models.clock import CHINA, instant, instant_text
from models.rules.privacy import FREE_TEXT, is_personal, masked, masked_text
from models.store import Store
from models.tables import ACCOUNTED

MOST = 2000
"""So many entries are read at once, the newest first; ``before`` reads on."""

MOST_DETAILS = 400
"""An import changes a hundred thousand rows: nobody reads them one by one here."""

Value = str | int | None


@dataclass(frozen=True)
class Filter:
    """Which entries are wanted. Days in China, both ends inclusive; ``find`` is looked for in what is written."""

    who: str = ""
    verb: str = ""
    first: date | None = None
    last: date | None = None
    find: str = ""
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. ``hash`` seals it and everything before it."""

    seq: int
    at: datetime
    who: str
    verb: str
    hash: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One value an act wrote. ``kind``: add, change, remove or state; ``before``, ``after``: as the books have them."""

    kind: str
    table: str
    key: int | None
    column: str
    before: Value
    after: Value

    @property
    def is_personal(self) -> bool:
        """Whether it tells of a person: by its column, or by what somebody wrote into it."""
        return is_personal(self.table, self.column) or self._shown != (self.before, self.after)

    @property
    def is_truth(self) -> bool:
        """Whether it says yes or no: 1 or 0 in the books."""
        return (self.table, self.column) in _truths()

    def hidden(self) -> Detail:
        """The same with a person's data masked."""
        return Detail(self.kind, self.table, self.key, self.column, *self._shown)

    @property
    def _shown(self) -> tuple[Value, Value]:
        before, after = (self._masked(value) for value in (self.before, self.after))
        return before, after

    def _masked(self, value: Value) -> Value:
        if value is None:
            return None
        if is_personal(self.table, self.column):
            return masked(str(value))
        return masked_text(value) if isinstance(value, str) and self.column in FREE_TEXT else value


@cache
def _truths() -> frozenset[tuple[str, str]]:
    return frozenset(
        (table._meta.table_name, column)
        for table in ACCOUNTED
        for column, field in table._meta.columns.items()
        if isinstance(field, BooleanField)
    )


def entries(store: Store, wanted: Filter = Filter(), most: int = MOST) -> list[Entry]:
    """The entries that fit, the newest first, at most ``most``."""
    conditions, values = _conditions(wanted)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = store.database.execute_sql(
        f"SELECT seq, at, who, verb, hash FROM journal {where} ORDER BY seq DESC LIMIT ?",  # noqa: S608 (own words)
        (*values, most),
    )
    return [Entry(seq, instant(at), who, verb, sealed) for seq, at, who, verb, sealed in rows]


def entries_of(store: Store, chosen: Sequence[int]) -> list[Entry]:
    """These entries, in the order they were written."""
    wanted = sorted(set(chosen))
    if not wanted:
        return []
    rows = store.database.execute_sql(
        "SELECT seq, at, who, verb, hash FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq",
        (wanted[0], wanted[-1]),
    )
    kept = set(wanted)
    return [Entry(seq, instant(at), *rest) for seq, at, *rest in rows if seq in kept]


def actors(store: Store) -> list[str]:
    """Everybody who ever wrote something, by name."""
    return [who for (who,) in store.database.execute_sql("SELECT DISTINCT who FROM journal ORDER BY who")]


def verbs(store: Store) -> list[str]:
    """Every kind of act there is in this journal."""
    return [verb for (verb,) in store.database.execute_sql("SELECT DISTINCT verb FROM journal ORDER BY verb")]


def details(store: Store, seq: int, most: int = MOST_DETAILS) -> list[Detail]:
    """What an entry wrote, value by value, at most ``most``; empty values of new rows are left out."""
    row = store.database.execute_sql("SELECT body FROM journal WHERE seq = ?", (seq,)).fetchone()
    return list(islice(_told(json.loads(row[0])), most)) if row else []


def _conditions(wanted: Filter) -> tuple[list[str], list[str | int]]:
    parts: list[tuple[str, str | int | None]] = [
        ("who = ?", wanted.who or None),
        ("verb = ?", wanted.verb or None),
        ("at >= ?", _start(wanted.first)),
        ("at < ?", _start(wanted.last + timedelta(1)) if wanted.last else None),
        ("instr(body, ?) > 0", wanted.find.strip() or None),
        ("seq < ?", wanted.before),
    ]
    given = [(condition, value) for condition, value in parts if value is not None]
    return [condition for condition, _ in given], [value for _, value in given]


def _start(day: date | None) -> str | None:
    """The instant at which a day begins in China, as the journal writes it."""
    return instant_text(datetime.combine(day, time(), CHINA)) if day else None


def _told(operations: list[list[Any]]) -> Iterator[Detail]:
    for operation in operations:
        kind, name = operation[0], operation[1]
        if kind == "change":
            for column, (before, after) in operation[3].items():
                yield Detail(kind, name, operation[2], column, before, after)
        elif kind == "state":
            for column, value in operation[2].items():
                yield Detail(kind, name, None, column, None, value)
        else:
            yield from _rows(kind, name, operation[2], operation[3])


def _rows(kind: str, name: str, columns: list[str], rows: list[list[Value]]) -> Iterator[Detail]:
    at = columns.index("id")
    for row in rows:
        key = row[at]
        for column, value in zip(columns, row, strict=True):
            if column != "id" and value not in (None, ""):
                before, after = (None, value) if kind == "add" else (value, None)
                yield Detail(kind, name, int(key or 0), column, before, after)
