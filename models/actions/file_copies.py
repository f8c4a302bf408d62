"""The copy of a letter that stays in the firm's file: that it was made, when and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from models.actions.desk import Desk
from models.changes import Changes
from models.queries.letter_runs import copies_of
from models.rules.problems import Problem, refuse_if
from models.tables import Letter


def keep_copies(desk: Desk, letters: Sequence[int]) -> Changes:
    """Say that copies of these letters are in the file now; of those copied before the first time stands.

    Refused: ``unknown_id``, ``copy_of_voided``.
    """
    refuse_if(_voided(desk, letters))
    there = copies_of(desk.store, letters)
    with desk.act("keep_copies") as unit:
        for key in letters:
            if key not in there:
                unit.change(Letter, key, copied_at=unit.at, copied_by=desk.who)
    return unit.changes


def drop_copies(desk: Desk, letters: Sequence[int]) -> Changes:
    """Say that there are no copies of these letters after all. Refused: ``unknown_id``."""
    with desk.act("drop_copies") as unit:
        for key in letters:
            unit.change(Letter, key, copied_at=None, copied_by=None)
    return unit.changes


def _voided(desk: Desk, letters: Sequence[int]) -> list[Problem]:
    """Letters that do not stand any more: nobody should look for their copies."""
    void = Letter.select(Letter.id, Letter.number).where(
        Letter.id.in_(letters), Letter.voided_at.is_null(False)
    )
    rows = void.execute(desk.store.database)
    return [Problem("copy_of_voided", {"number": row.number}, str(row.id)) for row in rows]
