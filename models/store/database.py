"""Opening the database: what it must be before the first query, and what it must promise."""

from __future__ import annotations

from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from peewee import SqliteDatabase

from models.rules.problems import Problem, Refused
from models.store import engine
from models.vault.key import Key

APPLICATION_ID = 0x515A4C47  # "QZLG"
SCHEMA = 10
"""``user_version`` of this program: the number of its migrations."""

_FULL = 2
_SNAPSHOTS = count()
_CACHE_KB = 16_384
"""A portfolio of 100,000 claims fits but for its journal; only what is read takes room."""
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": _FULL,
    "foreign_keys": 1,
    "busy_timeout": 10_000,
    "cache_size": -_CACHE_KB,
}


def schema_of(path: Path, key: Key | None = None) -> int:
    """``user_version`` of a database file, 0 where there is none yet.

    Refused: ``not_ours`` for a file of another program, ``newer_program`` for one a later version made,
    ``not_a_database`` for anything that SQLite cannot read.
    """
    if not path.is_file() or path.stat().st_size == 0:
        return 0
    try:
        application, schema, tables = _marks_anyhow(path, key)
    except engine.troubles() as error:
        raise Refused(Problem("not_a_database", {"file": str(path)}, str(path))) from error
    if application != APPLICATION_ID and (application or tables):
        raise Refused(Problem("not_ours", {"file": str(path)}, str(path)))
    if schema > SCHEMA:
        raise Refused(Problem("newer_program", {"file": str(path)}, str(path)))
    return int(schema)


def _marks_anyhow(path: Path, key: Key | None) -> tuple[int, int, int]:
    """As ``_marks``. A log that a crash left has to be worked in before the file can be believed.

    A full disk has no room for the log's index, a read-only one takes none: then the file alone is looked at.
    """
    for how in ("mode=ro", "mode=rw"):
        with suppress(*engine.no_room()):
            return _marks(path, key, how)
    return _marks(path, key, "immutable=1")


def _marks(path: Path, key: Key | None, how: str) -> tuple[int, int, int]:
    """``application_id``, ``user_version`` and, of another program's database, how many tables it has."""
    with closing(engine.connect(path, key, how)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        # Of ours the pages are not asked yet: verify names which of them are damaged.
        other = application != APPLICATION_ID
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] if other else 0
    return int(application), int(schema), int(tables)


def connect(path: Path, key: Key | None = None) -> SqliteDatabase:
    """A database that writes through: WAL, ``synchronous=FULL``, foreign keys; asserted, not hoped for."""
    opened = engine.books(str(path), key, _PRAGMAS)
    try:
        (level,) = opened.execute_sql("PRAGMA synchronous").fetchone()
    except UnicodeDecodeError as error:  # SQLite quotes a table that was damaged
        raise Refused(Problem("not_a_database", {"file": str(path)}, str(path))) from error
    if level != _FULL:
        raise RuntimeError("SQLite refused synchronous=FULL: acknowledged work could be lost")
    return opened


def connect_unwritable(path: Path, key: Key | None = None) -> SqliteDatabase:
    """A database on a medium that cannot be written; no other process may write it meanwhile."""
    return engine.books(f"{path.absolute().as_uri()}?immutable=1", key, {"query_only": 1}, uri=True)


def snapshot(path: Path, key: Key | None, *, writable: bool) -> SqliteDatabase:
    """The books as they stand now, in memory: nothing where there are none yet. Lasts while this connection does.

    ``writable`` says whether the medium of the file can be written; where it cannot, no other process writes there.
    """
    # Shared, so that every thread's connection sees the same.
    name = f"file:qingzhang-snapshot-{next(_SNAPSHOTS)}?mode=memory&cache=shared"
    held = engine.books(name, key, {"foreign_keys": 1}, uri=True)
    if schema_of(path, key):
        with closing(engine.connect(path, key, "mode=ro" if writable else "immutable=1")) as source:
            source.backup(held.connection())
    return held
