"""Everything the books say of one person, found by the name."""

from __future__ import annotations

from dataclasses import dataclass

from models.store import Store

Value = str | int | None

NAMED_IN = {
    "contact": "name",
    "debtor": "contact_person",
    "call": "person",
    "delivery": "signer",
    "guarantor": "name",
}
"""By table the column that names a person in the clear."""

HELD = frozenset(("guarantor",))
"""What is owed hangs on these names: they stay as long as the claim does (PIPL 13(2), 47)."""


@dataclass(frozen=True)
class Held:
    """One record that names the person; ``holds`` where a claim needs the name and it stays."""

    table: str
    key: int
    values: dict[str, Value]
    holds: bool


@dataclass(frozen=True)
class Recording:
    """A recording of a talk with the person."""

    evidence: int
    name: str
    sha256: str


@dataclass(frozen=True)
class PersonData:
    """All of it."""

    name: str
    records: tuple[Held, ...]
    recordings: tuple[Recording, ...]


def person_data(store: Store, name: str) -> PersonData:
    """What there is under exactly this name, in the order of the tables; nothing under an empty one."""
    wanted = name.strip()
    records = [
        held for table, column in NAMED_IN.items() for held in _records(store, table, f"{column} = ?", wanted)
    ]
    own = _records(store, "debtor", "is_person = 1 AND name = ?", wanted)
    records += [Held(each.table, each.key, each.values, holds=True) for each in own]
    return PersonData(wanted, tuple(records if wanted else ()), _recordings(store, wanted) if wanted else ())


def _records(store: Store, table: str, where: str, name: str) -> list[Held]:
    cursor = store.database.execute_sql(f"SELECT * FROM {table} WHERE {where} ORDER BY id", (name,))  # noqa: S608 (own words)
    columns = [column[0] for column in cursor.description]
    return [
        Held(table, row[columns.index("id")], dict(zip(columns, row, strict=True)), table in HELD)
        for row in cursor
    ]


def _recordings(store: Store, name: str) -> tuple[Recording, ...]:
    rows = store.database.execute_sql(
        "SELECT DISTINCT e.id, e.name, e.sha256 FROM call c JOIN evidence e ON e.id = c.recording_id"
        " WHERE c.person = ? ORDER BY e.id",
        (name,),
    )
    return tuple(Recording(*row) for row in rows)
