"""Putting back what stood in a row before an act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.actions.desk import Desk
from models.queries.batches import standing
from models.store import Unit
from models.store.rows import Plain
from models.tables import Table


def set_back(
    desk: Desk, unit: Unit, table: type[Table], key: int, fields: Mapping[str, Sequence[Plain]]
) -> bool:
    """Put back what stood there before; ``fields`` is {column: (before, after)} as the journal has it.

    A value that somebody has set since is theirs and stays: then False is returned. A row that is gone stays gone.
    """
    now = standing(desk.store, table._meta.table_name, key)
    mine = {column: old for column, (old, new) in fields.items() if now and now[column] == new}
    if mine:
        unit.change(table, key, **{table._meta.columns[column].name: old for column, old in mine.items()})
    return len(mine) == len(fields)
