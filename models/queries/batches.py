"""What one import did to the books, read from its journal entry, and what was built on it since."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.rules.problems import Problem, refuse_if
from models.store import Store
from models.store.unit import Plain
from models.tables import Claim, Debtor, Journal

Row = dict[str, Plain]

_OWN = ("batch", "setting")
"""Tables whose rows of an import stay when it is undone: the batch itself, and how its columns were read."""

_NAMED = 20
"""So many claims are named in a refusal; the rest is of the same kind."""


@dataclass
class Done:
    """Rows an import added by table and key, and the fields it changed: {column: (before, after)}."""

    seq: int
    added: dict[str, dict[int, Row]] = field(default_factory=lambda: defaultdict(dict))
    changed: list[tuple[str, int, Mapping[str, Sequence[Plain]]]] = field(default_factory=list)

    @property
    def claims_before(self) -> set[int]:
        """Claims that were there before and that it changed or paid."""
        touched = {key for name, key, _ in self.changed if name == "claim"}
        touched |= {int(str(row["claim_id"])) for row in self.added["share"].values()}
        return touched - set(self.added["claim"])


def done_by(store: Store, seq: int) -> Done:
    """What the journal entry of an import says it did."""
    done = Done(seq)
    body = Journal.select(Journal.body).where(Journal.seq == seq).scalar(store.database)
    for operation in json.loads(body):
        kind, name = operation[0], operation[1]
        if name in _OWN:
            continue
        if kind == "add":
            done.added[name].update(_rows(operation))
        elif kind == "change":
            done.changed.append((name, operation[2], operation[3]))
    return done


def refuse_later_work(store: Store, done: Done) -> None:
    """Refused (``later_work``), naming each claim of an import on which something was done after it."""
    standing_claims = _worked_since(store, done.seq) & (set(done.added["claim"]) | done.claims_before)
    standing_claims |= {key for key in done.added["claim"] if not as_added(store, "claim", key, done)}
    standing_claims |= {
        key for name, key, fields in done.changed
        if name == "claim" and any(standing(store, name, key).get(column) != new for column, (_, new) in fields.items())
    }  # fmt: skip
    named = Claim.select(Claim, Debtor).join(Debtor).where(Claim.id.in_(sorted(standing_claims)[:_NAMED]))
    refuse_if(
        Problem(
            "later_work",
            {"debtor": claim.debtor.name, "number": claim.number or str(claim.id)},
            str(claim.id),
        )
        for claim in named.execute(store.database)
    )


def standing(store: Store, name: str, key: int) -> Row:
    """A row as it is now; empty where it is gone."""
    cursor = store.database.execute_sql(f"SELECT * FROM {name} WHERE id=?", (key,))  # noqa: S608 (a name of our tables)
    found = cursor.fetchone()
    return dict(zip((column[0] for column in cursor.description), found, strict=True)) if found else {}


def as_added(store: Store, name: str, key: int, done: Done) -> bool:
    """Whether a row the import added is still as it was added."""
    now = standing(store, name, key)
    return all(now.get(column) == value for column, value in done.added[name][key].items())


_WORK = ("share", "call_claim", "letter_claim", "plan_claim", "evidence_claim", "note")
"""Tables whose rows are work on a claim."""


def _worked_since(store: Store, seq: int) -> set[int]:
    """Claims with a row of work that was added after that journal entry and is still there."""
    found: set[int] = set()
    later = Journal.select(Journal.body).where(Journal.seq > seq).order_by(Journal.seq)
    for entry in later.execute(store.database):
        for operation in json.loads(entry.body):
            if operation[0] == "add" and operation[1] in _WORK:
                rows = _rows(operation)
                found |= {int(str(rows[key]["claim_id"])) for key in _still_there(store, operation[1], rows)
                          if rows[key]["claim_id"] is not None}  # fmt: skip
    return found


def _still_there(store: Store, name: str, rows: Mapping[int, Row]) -> set[int]:
    first, last = min(rows), max(rows)
    told = store.database.execute_sql(f"SELECT id FROM {name} WHERE id BETWEEN ? AND ?", (first, last))  # noqa: S608
    return {row[0] for row in told} & set(rows)


def _rows(operation: Sequence[Any]) -> dict[int, Row]:
    return dict(_keyed(operation[2], operation[3]))


def _keyed(columns: Sequence[str], rows: Sequence[Sequence[Plain]]) -> Iterator[tuple[int, Row]]:
    at = columns.index("id")
    for row in rows:
        yield int(str(row[at])), dict(zip(columns, row, strict=True))
