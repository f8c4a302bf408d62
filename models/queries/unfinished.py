"""What was begun and not ended, to be named at the next start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from models.queries.letter_runs import letters_of_run
from models.queries.settings import preference
from models.store import Store

IMPORT_UNDER_WAY = "import_under_way"
"""Preference: the path of the ledger whose import is being prepared, null where none is."""

LOOK_BACK = timedelta(days=7)
"""A run that was left unprinted longer ago was left so on purpose."""


@dataclass(frozen=True)
class Unprinted:
    """The newest run of letters of which some did not come out of a printer; ``letters`` is the whole run in order."""

    run: int
    issued_on: date
    letters: tuple[int, ...]
    waiting: int


def unprinted(store: Store, today: date) -> Unprinted | None:
    """The newest run of the last week with letters neither printed, voided nor mailed; None where there is none."""
    found = store.database.execute_sql(
        "SELECT run.id, run.issued_on, count(*) FROM letter JOIN letter_run run ON run.id = letter.run_id"
        " WHERE printed_at IS NULL AND voided_at IS NULL AND mailed_on IS NULL AND run.issued_on >= ?"
        " GROUP BY run.id ORDER BY run.id DESC LIMIT 1",
        ((today - LOOK_BACK).isoformat(),),
    ).fetchone()
    if found is None:
        return None
    letters = tuple(row.id for row in letters_of_run(store, found[0]))
    return Unprinted(found[0], date.fromisoformat(found[1]), letters, found[2])


def import_left(store: Store) -> Path | None:
    """The ledger whose import was under way when the program last ended, where it still lies there."""
    kept = preference(store, IMPORT_UNDER_WAY)
    path = Path(kept) if isinstance(kept, str) else None
    return path if path is not None and path.is_file() else None
