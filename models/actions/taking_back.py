"""The exact inverse of an act, from what the journal has of it: an act of its own, where nothing came since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.actions.desk import Desk
from models.actions.restoring import set_back
from models.changes import Changes
from models.queries.batches import standing
from models.queries.journal import Act
from models.rules.problems import Problem, Refused
from models.store import Unit
from models.store.engine import broken_references
from models.tables import ACCOUNTED, EvidenceClaim, Table

UNDONE = "撤销"
"""The reason that stands in the books beside what was taken back."""
TABLES = {table._meta.table_name: table for table in ACCOUNTED}
VOIDED = frozenset(name for name, table in TABLES.items() if "voided_at" in table._meta.fields)
"""Tables whose rows are never removed: what was entered by mistake is voided, with its reason."""


def take_back(desk: Desk, done: Act, verb: str) -> Changes:
    """Rows that were added go, rows that were removed come back, changed ones read as before.

    Refused (``changed_since``) where somebody has changed or used one of them since; nothing is written then.
    """
    try:
        with desk.act(verb) as unit:
            for kind, name, *told in reversed(done.operations):
                if kind == "add":
                    _remove(desk, unit, TABLES[name], *told)
                elif kind == "remove":
                    unit.put_back(TABLES[name], *told)
                elif kind == "change" and not set_back(desk, unit, TABLES[name], *told):
                    raise Refused(_changed_since(told[0]))
    except broken_references() as used:  # a row that was added is needed by a later one
        raise Refused(_changed_since(done.seq)) from used
    return unit.changes


def _remove(
    desk: Desk, unit: Unit, table: type[Table], columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Rows go only as they were added: what somebody has written in them since is not thrown away."""
    at = columns.index("id")
    for row in rows:
        if standing(desk.store, table._meta.table_name, row[at]) != dict(zip(columns, row, strict=True)):
            raise Refused(_changed_since(row[at]))
    unit.remove_many(table, [row[at] for row in rows])


def void_again(desk: Desk, done: Act, verb: str) -> Changes:
    """What was entered is voided, with the reason that it was undone; what it changed beside reads as before.

    A note or a link that came with it stays. Refused: ``changed_since``.
    """
    with desk.act(verb) as unit:
        for kind, name, *told in reversed(done.operations):
            if kind == "add" and name in VOIDED:
                _void(desk, unit, TABLES[name], *told)
            elif kind == "add" and name == EvidenceClaim._meta.table_name:
                unit.touch_claims(row[told[0].index("claim_id")] for row in told[1])
            elif kind == "change" and not set_back(desk, unit, TABLES[name], *told):
                raise Refused(_changed_since(told[0]))
    return unit.changes


def _void(
    desk: Desk, unit: Unit, table: type[Table], columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    for row in rows:
        key = row[columns.index("id")]
        held = standing(desk.store, table._meta.table_name, key)
        if not held or held["voided_at"] is not None:
            raise Refused(_changed_since(key))
        unit.change(table, key, voided_at=unit.at, void_why=UNDONE)


def _changed_since(key: object) -> Problem:
    return Problem("changed_since", {}, str(key))
