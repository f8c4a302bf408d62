"""SQLite with a tap on its disk: the program's own statements over a VFS that sees every write and every sync.

``tapped`` hands one database file of this process to apsw, dressed as the standard library's connection; all
others stay as they are. The tap is asked before each sync and each write reaches the file.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import apsw
import peewee

SECTOR = 512
_names = itertools.count()


class Sectors:
    """What a file held at its last sync, where it was written since: sector → bytes then; and how long it was."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.before: dict[int, bytes] = {}

    def keep(self, file: apsw.VFSFile, offset: int, length: int) -> None:
        """Remember the sectors of this stretch, unless they were written before."""
        end = file.xFileSize()
        for sector in range(offset // SECTOR, (offset + length - 1) // SECTOR + 1):
            if sector not in self.before:
                there = max(0, min(SECTOR, end - sector * SECTOR))
                self.before[sector] = file.xRead(there, sector * SECTOR) if there else b""


class Tap(apsw.VFS):
    """The disk under one database. ``asked(what)`` is called with ``sync`` or ``write`` before it happens."""

    def __init__(self, asked: Callable[[str], object]) -> None:
        self.name = f"tap{next(_names)}"
        self.asked = asked
        self.files: dict[str, Sectors] = {}
        super().__init__(self.name, "")

    def xOpen(self, name: Any, flags: list[int]) -> TappedFile:
        """A file of the database, its log or its journal."""
        return TappedFile(self, name, flags)


class TappedFile(apsw.VFSFile):
    """Writes at once, but knows what of it is not on the disk yet."""

    def __init__(self, tap: Tap, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self.tap = tap
        path = name if isinstance(name, str) else name.filename()
        self.sectors = tap.files.setdefault(str(path), Sectors(super().xFileSize()))

    def excepthook(self, *_: object) -> None:
        """What the tap raises is told by SQLite's own answer."""

    def xWrite(self, data: bytes, offset: int) -> None:
        self.tap.asked("write")
        self.sectors.keep(super(), offset, len(data))  # type: ignore[arg-type]
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        length = super().xFileSize() - size
        if length > 0:
            self.sectors.keep(super(), size, length)  # type: ignore[arg-type]
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        self.tap.asked("sync")
        self.sectors.before.clear()
        self.sectors.size = super().xFileSize()


class Cursor:
    """As ``sqlite3.Cursor`` where the program uses it."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self.description: tuple[tuple[Any, ...], ...] | None = None
        self.lastrowid = 0
        self.rowcount = -1
        self._rows: Iterator[tuple[Any, ...]] = iter(())

    def execute(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Cursor:
        """One statement, its rows fetched at once."""
        cursor = self._connection.cursor()
        cursor.exec_trace = self._look
        before = self._connection.total_changes()
        with _spoken():
            self._rows = iter(list(cursor.execute(sql, _plain(values))))
        self.rowcount = self._connection.total_changes() - before
        self.lastrowid = self._connection.last_insert_rowid()
        return self

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> Cursor:
        """The statement for each row."""
        with _spoken():
            self._connection.cursor().executemany(sql, (_plain(row) for row in rows))
        return self

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows that are left."""
        return list(self._rows)

    def fetchmany(self, size: int = 1) -> list[tuple[Any, ...]]:
        """Some of them."""
        return list(itertools.islice(self._rows, size))

    def close(self) -> None:
        """Nothing is open."""

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows

    def _look(self, cursor: apsw.Cursor, sql: str, values: Any) -> bool:
        told = cursor.get_description()
        self.description = tuple((name, *[None] * 6) for name, _ in told) or None
        return True


class Connection:
    """As ``sqlite3.Connection`` where the program uses it."""

    def __init__(self, path: str, tap: Tap) -> None:
        self.apsw = apsw.Connection(path, vfs=tap.name)

    def cursor(self) -> Cursor:
        """A new cursor."""
        return Cursor(self.apsw)

    def execute(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Cursor:
        """A statement on a cursor of its own."""
        return self.cursor().execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> Cursor:
        """The same for many rows."""
        return self.cursor().executemany(sql, rows)

    def create_function(self, name: str, count: int, function: Any, *, deterministic: bool = False) -> None:
        """A function of our own."""
        self.apsw.create_scalar_function(name, function, count, deterministic=deterministic)

    def set_trace_callback(self, told: Callable[[str], object]) -> None:
        """Tell each statement before it is done."""
        self.apsw.exec_trace = lambda cursor, sql, values: bool(told(sql)) or True

    @property
    def in_transaction(self) -> bool:
        """Whether an act is under way."""
        return self.apsw.in_transaction

    def close(self) -> None:
        """Let the file go."""
        self.apsw.close()


_WORDS = {
    apsw.FullError: "database or disk is full", apsw.IOError: "disk I/O error",
    apsw.ReadOnlyError: "attempt to write a readonly database",
}  # fmt: skip


@contextmanager
def _spoken() -> Iterator[None]:
    """The troubles of a disk, as the standard library tells them."""
    try:
        yield
    except apsw.ConstraintError as trouble:
        raise sqlite3.IntegrityError(str(trouble)) from trouble
    except apsw.Error as trouble:
        raise sqlite3.OperationalError(_WORDS.get(type(trouble), str(trouble))) from trouble


def _plain(values: Sequence[Any] | Mapping[str, Any]) -> Any:
    if isinstance(values, Mapping):
        return {name: _one(value) for name, value in values.items()}
    return tuple(_one(value) for value in values)


def _one(value: Any) -> Any:
    return str(value) if isinstance(value, date) else value


class _Driver:
    """peewee's ``sqlite3``, which hands one file over to the tap."""

    def __init__(self, path: Path, tap: Tap) -> None:
        self._path, self._tap = str(path), tap

    def connect(self, path: str, **more: Any) -> Any:
        """The tapped connection for the tapped file."""
        return Connection(path, self._tap) if path == self._path else sqlite3.connect(path, **more)

    def __getattr__(self, name: str) -> Any:
        return getattr(sqlite3, name)


@contextmanager
def tapped(path: Path, asked: Callable[[str], object]) -> Iterator[Tap]:
    """While this lasts, whoever opens that database through the program writes over the tap."""
    tap, driver = Tap(asked), peewee.sqlite3
    peewee.sqlite3 = _Driver(path, tap)
    try:
        yield tap
    finally:
        peewee.sqlite3 = driver
