"""Many rows told column by column: put into their table, and said as the journal says them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from json.encoder import encode_basestring
from sqlite3 import Connection
from typing import Any

Plain = str | int | None
"""What a cell of the database may hold, and thus what the journal may say."""
Columns = Mapping[str, Sequence[Plain]]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_BOUND = 300
"""So many values are bound to one statement; every SQLite allows 999."""
_TOGETHER = 40
"""So many rows are put in by one statement at most: with every word it repeats it stays far below a megabyte."""
_WORD = 200


def canonical(body: object) -> str:
    """JSON in one way only, so that its hash can be computed again."""
    return _ENCODER.encode(body)


def insert(connection: Connection, table: str, columns: Columns) -> None:
    """Put rows in, some dozens to a statement.

    What is the same in all of them stands in the statement itself: to bind it row by row takes as long as the rest.
    """
    spots = {name: _in_sql(connection, values) for name, values in columns.items()}
    bound = [columns[name] for name, spot in spots.items() if spot == "?"]
    one = f"({','.join(spots.values())})"
    head = f"INSERT INTO {table} ({','.join(spots)}) VALUES "  # noqa: S608 (our own names, and what SQLite quoted)
    width, cells = len(bound), woven(bound)
    together = min(_TOGETHER, _BOUND // width)
    step = together * width
    whole = len(cells) - len(cells) % step
    connection.executemany(
        head + ",".join([one] * together), (cells[at : at + step] for at in range(0, whole, step))
    )
    connection.executemany(head + one, (cells[at : at + width] for at in range(whole, len(cells), width)))


def in_json(columns: Columns) -> str:
    """The rows as they stand within a canonical list, without its brackets."""
    strands: list[Sequence[str]] = []
    between = "["
    for values in columns.values():
        if _is_one(values):
            between += canonical(values[0])
        else:
            strands += [[between] * len(values), _texts(values)]
            between = ""
        between += ","
    strands.append([f"{between[:-1]}],"] * len(values))
    return "".join(woven(strands))[:-1]


def woven(columns: Sequence[Sequence[Any]]) -> list[Any]:
    """The cells of columns of one length row by row, in one list. Raises ValueError where their lengths differ."""
    width = len(columns)
    cells: list[Any] = [None] * (width * len(columns[0]))
    for at, column in enumerate(columns):
        cells[at::width] = column
    return cells


def _is_one(values: Sequence[Plain]) -> bool:
    """Whether there are several rows and the same stands in all of them."""
    return len(values) > 1 and values[0] == values[-1] and values.count(values[0]) == len(values)


def _in_sql(connection: Connection, values: Sequence[Plain]) -> str:
    """What stands for a column in the statement: what SQLite itself makes of its one value, else a mark."""
    one = values[0]
    # SQLite ends a text in a statement at a NUL.
    if not _is_one(values) or (isinstance(one, str) and (len(one) > _WORD or "\0" in one)):
        return "?"
    return str(connection.execute("SELECT quote(?)", (one,)).fetchone()[0])


def _texts(values: Sequence[Plain]) -> list[str]:
    """A column in JSON, cell by cell."""
    kinds = set(map(type, values)) - {type(None)}
    write: Callable[[Any], str] = (
        str if kinds == {int} else encode_basestring if kinds == {str} else canonical
    )
    if None in values:
        return ["null" if value is None else write(value) for value in values]
    return list(map(write, values))
