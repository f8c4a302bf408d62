"""Which SQLite a database is opened with: the standard library's, or SQLCipher's where the books are encrypted.

Everything that opens a database file opens it here, so that nothing else has to know.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from peewee import SqliteDatabase

from models.vault.key import Key

_CIPHER = "sqlcipher3.dbapi2"
_PATIENCE_S = 5.0
"""How long a connection waits for another until its own setting says so."""


def connect(database: Path, key: Key | None, how: str = "", **more: Any) -> sqlite3.Connection:
    """A connection to a file; ``how`` is SQLite's query of a URI (``mode=ro``). Whether it opens shows at first use."""
    name = f"{database.absolute().as_uri()}?{how}" if how else str(database)
    if key is None:
        plain: sqlite3.Connection = sqlite3.connect(name, uri=bool(how), **more)
        return plain
    sealed: sqlite3.Connection = _cipher().connect(name, uri=bool(how), **more)
    _give(key, sealed)
    return sealed


def ask(database: Path, key: Key | None, sql: str, *values: object) -> list[Any]:
    """Every row that answers a question to a file that is only read."""
    with closing(connect(database, key, "mode=ro")) as held:
        return held.execute(sql, values).fetchall()


def books(database: str, key: Key | None, pragmas: Mapping[str, Any], *, uri: bool = False) -> SqliteDatabase:
    """A database of peewee's. ``database`` is a path, or a URI where ``uri`` says so."""
    if key is None:
        return SqliteDatabase(database, pragmas=pragmas, uri=uri)
    return _EncryptedBooks(key, database, pragmas=pragmas, uri=uri)


def troubles(*beside: type[Exception]) -> tuple[type[Exception], ...]:
    """What either engine raises where a file cannot be read or written, and what else is to be caught with it."""
    return (*beside, *(driver.Error for driver in _loaded()))


def no_room() -> tuple[type[Exception], ...]:
    """What either engine raises where a file cannot be opened or its log cannot be read as was asked."""
    return tuple(driver.OperationalError for driver in _loaded())


def broken_references() -> tuple[type[Exception], ...]:
    """What either engine raises where a row is taken away that another needs."""
    return tuple(driver.IntegrityError for driver in _loaded())


def _loaded() -> list[Any]:
    return [sqlite3, *filter(None, [sys.modules.get(_CIPHER)])]


class _EncryptedBooks(SqliteDatabase):
    """peewee's SQLite over SQLCipher; every thread's connection gets the key before its first question."""

    def __init__(self, key: Key, *given: Any, **more: Any) -> None:
        self._key = key
        super().__init__(*given, **more)

    def _connect(self) -> Any:
        opened = _cipher().connect(
            self.database, timeout=_PATIENCE_S, isolation_level=None, **self.connect_params
        )
        try:
            _give(self._key, opened)
            self._add_conn_hooks(opened)  # type: ignore[attr-defined]
        except Exception:
            opened.close()
            raise
        return opened


def _give(key: Key, connection: sqlite3.Connection) -> None:
    # Its own lines on standard error would stand between the program's answers.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.database}'\"")
    # Large sorts stay in memory: a temporary file would not be encrypted.
    connection.execute("PRAGMA temp_store = memory")


def _cipher() -> ModuleType:
    return import_module(_CIPHER)  # only where books are encrypted
