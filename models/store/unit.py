"""One act: one transaction, one journal entry in the hash chain, one account of what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from peewee import SqliteDatabase

from models.changes import Changes
from models.clock import instant_text
from models.rules.problems import Problem, Refused
from models.store.rows import Columns, Plain, canonical, in_json, insert
from models.tables import Claim, Debtor, Letter, Plan, Setting, Table

GENESIS = "0" * 64
_MANY = 500
_BLOCK = 2000
"""So many rows are inserted and noted at a time."""


def plain(value: object) -> Plain:
    """A value as it stands in the database: days and instants as ISO text, truth as 0 or 1."""
    if value is None or isinstance(value, (str, int)):
        return int(value) if isinstance(value, bool) else value
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return day_text(value)
    raise TypeError(f"the journal cannot say {value!r}")


day_text = lru_cache(maxsize=4096)(date.isoformat)
# A ledger repeats the same few hundred days a hundred thousand times.


def _bare(rows: Sequence[Sequence[Plain]]) -> bytes:
    """Rows as they stand within a canonical list."""
    return canonical(rows)[1:-1].encode()


def _append(said: bytearray, *parts: bytes | bytearray) -> None:
    """One more item, in its parts, of a list in JSON, of which at most the opening bracket stands yet.

    The list is one piece of memory that grows: kept in pieces, or put together anew, a large ledger takes up twice
    the room.
    """
    if len(said) > 1:
        said += b","
    for part in parts:
        said += part


def entry_hash(seq: int, at: str, who: str, verb: str, body: str, prev: str) -> str:
    """SHA-256 that seals a journal entry and everything before it."""
    return _sealed(seq, at, who, verb, body.encode("utf-8", "surrogatepass"), prev)


def _sealed(seq: int, at: str, who: str, verb: str, body: bytes | bytearray, prev: str) -> str:
    sealed = hashlib.sha256("\n".join((str(seq), at, who, verb, "")).encode("utf-8", "surrogatepass"))
    sealed.update(body)
    sealed.update(f"\n{prev}".encode())
    return sealed.hexdigest()


class Unit:
    """Collects what one act adds, changes and removes while it writes it. Made by ``Store.unit`` only.

    What it did is kept as the journal will have it, in JSON, so that a large ledger does not lie in memory twice.
    """

    def __init__(self, database: SqliteDatabase, who: str, at: datetime) -> None:
        """``at`` is the true instant of the act."""
        self._database = database
        self._said = bytearray(b"[")
        self._touched: dict[str, set[int]] = {}
        self._touched_many = False
        self.who = who
        self.at = at

    def add(self, table: type[Table], **values: object) -> int:
        """One new row; what is not given takes the table's default. Returns its key."""
        row = _with_defaults(table, values)
        columns = list(row)
        key = self._insert(table, columns, list(row.values()))
        self._note(["add", table._meta.table_name, ["id", *columns], [[key, *row.values()]]])
        self._touch(table, key, row)
        return key

    def add_many(self, table: type[Table], columns: Sequence[str], rows: Iterable[Sequence[Plain]]) -> range:
        """Many new rows of plain values at once; ``columns`` must be all but ``id``. Returns their keys."""
        return self.add_columns(table, _by_column(columns, rows))

    def add_columns(self, table: type[Table], columns: Columns) -> range:
        """As ``add_many``, the rows told column by column: none is put together by itself.

        Raises ValueError where the columns differ in length.
        """
        name = table._meta.table_name
        (count,) = {len(values) for values in columns.values()}
        first = self._next_key(name)
        keys = range(first, first + count)
        self._insert_many(table, {"id": keys, **columns})
        self._touch_all(table, keys)
        return keys

    def change(self, table: type[Table], key: int, **values: object) -> None:
        """New values for some columns of one row; the journal keeps old and new. What is the same is left."""
        old = self._row(table, key)
        after = {_column(table, name): plain(value) for name, value in values.items()}
        differing = {column: value for column, value in after.items() if old[column] != value}
        if not differing:
            return
        setters = ",".join(f"{column}=?" for column in differing)
        name = table._meta.table_name
        self._database.execute_sql(f"UPDATE {name} SET {setters} WHERE id=?", (*differing.values(), key))  # noqa: S608
        self._note(
            ["change", name, key, {column: [old[column], value] for column, value in differing.items()}]
        )
        self._touch(table, key, old)
        self._touch(table, key, differing)

    def remove(self, table: type[Table], key: int) -> None:
        """Take one row away; the journal keeps it whole. Refused (``unknown_id``) where there is none."""
        self._touch(table, key, self._row(table, key))
        self.remove_many(table, [key])

    def remove_many(self, table: type[Table], keys: Sequence[int]) -> None:
        """Take many rows away at once; the journal keeps them whole. Keys that are not there are passed over."""
        name = table._meta.table_name
        connection = self._database.connection()
        columns: list[str] = []
        said = bytearray()
        for start in range(0, len(keys), _MANY):
            some = ",".join(str(int(key)) for key in keys[start : start + _MANY])
            cursor = connection.execute(f"SELECT * FROM {name} WHERE id IN ({some})")  # noqa: S608 (whole numbers)
            columns = [column[0] for column in cursor.description]
            if rows := cursor.fetchall():
                _append(said, _bare(rows))
            connection.execute(f"DELETE FROM {name} WHERE id IN ({some})")  # noqa: S608
        self._note_rows("remove", name, columns, said)
        self._touch_all(table, keys)

    def put_back(self, table: type[Table], columns: Sequence[str], rows: Sequence[Sequence[Plain]]) -> None:
        """Rows that an earlier act removed, as the journal kept them, under their own keys."""
        told = _by_column(columns, rows)
        self._insert_many(table, told)
        self._touch_all(table, [int(str(key)) for key in told["id"]])

    @property
    def seq(self) -> int:
        """The sequence number this act's journal entry will have."""
        return journal_head(self._database)[0] + 1

    def state(self, what: str, **facts: Plain) -> None:
        """Enter an act that changes no row, such as an export, with what it was."""
        self._note(["state", what, facts])

    def touch_claims(self, claims: Iterable[int]) -> None:
        """Say that claims look different although no row of theirs changed."""
        self._touched.setdefault("claim", set()).update(claims)

    @property
    def changes(self) -> Changes:
        """What the views must load again."""
        if self._touched_many or sum(map(len, self._touched.values())) > _MANY:
            return Changes(everything=True)
        sets = {
            name: frozenset(self._touched.get(name, ())) for name in ("claim", "debtor", "letter", "plan")
        }
        return Changes(
            sets["claim"], sets["debtor"], sets["letter"], sets["plan"], settings="setting" in self._touched
        )

    def seal(self, verb: str) -> str | None:
        """Write the journal entry; returns its hash, None when the act changed nothing."""
        if self._said == b"[":
            return None
        seq, prev = journal_head(self._database)
        at, body, self._said = instant_text(self.at), self._said, bytearray(b"[")
        body += b"]"
        sealed = _sealed(seq + 1, at, self.who, verb, body, prev)
        self._database.execute_sql(
            "INSERT INTO journal (seq,at,who,verb,body,prev,hash) VALUES (?,?,?,?,CAST(? AS TEXT),?,?)",
            (seq + 1, at, self.who, verb, body, prev, sealed),
        )
        return sealed

    def _insert(self, table: type[Table], columns: list[str], values: list[Plain]) -> int:
        marks = ",".join("?" * len(columns))
        name = table._meta.table_name
        statement = f"INSERT INTO {name} ({','.join(columns)}) VALUES ({marks})"  # noqa: S608
        return int(self._database.execute_sql(statement, values).lastrowid)

    def _insert_many(self, table: type[Table], columns: Columns) -> None:
        """Insert rows and note them, block by block; nothing where there are none."""
        name, count = table._meta.table_name, len(columns["id"])
        if not count:
            return
        _append(self._said, canonical(["add", name, list(columns)])[:-1].encode())
        connection = self._database.connection()
        for start in range(0, count, _BLOCK):
            block = {column: values[start : start + _BLOCK] for column, values in columns.items()}
            insert(connection, name, block)
            self._said += b"," if start else b",["
            self._said += in_json(block).encode()
        self._said += b"]]"

    def _note_rows(self, kind: str, name: str, columns: Sequence[str], said: bytearray) -> None:
        """Note rows that stand as JSON already; nothing where there are none."""
        if said:
            _append(self._said, canonical([kind, name, list(columns)])[:-1].encode(), b",[", said, b"]]")

    def _next_key(self, name: str) -> int:
        found = self._database.execute_sql("SELECT seq FROM sqlite_sequence WHERE name=?", (name,)).fetchone()
        return int(found[0]) + 1 if found else 1

    def _row(self, table: type[Table], key: int) -> dict[str, Plain]:
        name = table._meta.table_name
        cursor = self._database.execute_sql(f"SELECT * FROM {name} WHERE id=?", (key,))  # noqa: S608
        found = cursor.fetchone()
        if found is None:
            raise Refused(Problem("unknown_id", {"what": name, "id": str(key)}, str(key)))
        return dict(zip((column[0] for column in cursor.description), found, strict=True))

    def _note(self, operation: list[Any]) -> None:
        _append(self._said, canonical(operation).encode())

    def _touch_all(self, table: type[Table], keys: Collection[int]) -> None:
        """Of more than a view can follow one by one it is enough to know that they are many."""
        if len(keys) > _MANY:
            self._touched_many = True
        else:
            self._touched.setdefault(table._meta.table_name, set()).update(keys)

    def _touch(self, table: type[Table], key: int, row: dict[str, Plain]) -> None:
        self._touched.setdefault(table._meta.table_name, set()).add(key)
        for column, owner in _OWNERS.items():
            found = row.get(column)
            if isinstance(found, int):
                self._touched.setdefault(owner, set()).add(found)


def _by_column(columns: Sequence[str], rows: Iterable[Sequence[Plain]]) -> Columns:
    told = list(zip(*rows, strict=True)) or [()] * len(columns)
    return dict(zip(columns, told, strict=True))


_OWNERS = {"claim_id": "claim", "debtor_id": "debtor", "letter_id": "letter", "plan_id": "plan"}
# Named so that a renamed table is noticed here and not by a view that no longer reloads.
_WATCHED = {Claim: "claim", Debtor: "debtor", Letter: "letter", Plan: "plan", Setting: "setting"}
for _table, _name in _WATCHED.items():
    if _table._meta.table_name != _name:
        raise RuntimeError(f"{_table.__name__} is no longer called {_name}")


def journal_head(database: SqliteDatabase) -> tuple[int, str]:
    """Sequence and hash of the newest entry; (0, sixty-four zeros) for an empty journal."""
    found = database.execute_sql("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(found[0]), str(found[1])) if found else (0, GENESIS)


def _column(table: type[Table], name: str) -> str:
    return str(table._meta.combined[name].column_name)


def _with_defaults(table: type[Table], values: dict[str, object]) -> dict[str, Plain]:
    row: dict[str, Plain] = {}
    for field in table._meta.sorted_fields:
        if field.name != "id":
            row[field.column_name] = plain(values.pop(field.name, field.default))
    if values:
        raise TypeError(f"{table.__name__} has no {', '.join(values)}")
    return row
