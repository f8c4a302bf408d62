"""What was done last, as the journal has it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.clock import instant
from models.store import Store


@dataclass(frozen=True)
class Act:
    """One entry of the journal: its sequence number, what kind of act, and as JSON the rows it wrote."""

    seq: int
    who: str
    verb: str
    body: str

    @property
    def operations(self) -> list[list[Any]]:
        """What was written, as Unit notes it: ``add``, ``change`` and ``remove`` with their table."""
        return list(json.loads(self.body))

    def keys(self, table: str) -> list[int]:
        """The keys of the rows of a table that it added or changed."""
        found: list[int] = []
        for operation in self.operations:
            if operation[0] == "add" and operation[1] == table:
                found += [row[0] for row in operation[3]]
            elif operation[0] == "change" and operation[1] == table:
                found.append(operation[2])
        return found


def act(store: Store, seq: int) -> Act | None:
    """The entry of that number, None where there is none."""
    row = store.database.execute_sql(
        "SELECT seq, who, verb, body FROM journal WHERE seq = ?", (seq,)
    ).fetchone()
    return None if row is None else Act(*row)


def last_entry_at(store: Store) -> datetime | None:
    """When something was last written; None for a portfolio in which nothing was."""
    row = store.database.execute_sql("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return None if row is None else instant(row[0])
