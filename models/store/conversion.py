"""Plain books become encrypted ones, and back: built beside, verified whole, then switched in one step of the disk.

The folder is held for the act from the first byte to the last. Cancelled, refused or killed before the switch, the
books are as they were; after it, as they shall be (``models.store.twins``).
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import partial

from models.progress import Progress, silent
from models.rules.problems import Problem, Refused
from models.store import engine
from models.store.database import connect
from models.store.folder import DataFolder
from models.store.keys import KeyFile, read_keys
from models.store.store import Store, trouble_of
from models.store.twins import begin_change, end_change
from models.store.verify import verify
from models.vault.durable import sync_file, sync_folder
from models.vault.key import Key

_SPARE_BYTES = 32 << 20
_TOGETHER = 2_000


def encrypt(store: Store, key: Key, keys: KeyFile, now: datetime, progress: Progress = silent) -> None:
    """Turn plain books into encrypted ones. ``keys`` wraps ``key``; the store goes on with what it has become.

    Refused: ``already_encrypted``, ``base_damaged``, ``disk_full``, ``folder_busy``; nothing has changed then.
    """
    if store.folder.encrypted:
        raise Refused(Problem("already_encrypted", {"folder": str(store.folder.root)}, "folder"))
    twin = DataFolder(store.folder.root, key)
    _change(store, twin, lambda: keys.keep(twin.root), now, progress)


def decrypt(store: Store, now: datetime, progress: Progress = silent) -> None:
    """Turn encrypted books into plain ones. Refused: ``not_encrypted``, and as ``encrypt``."""
    if not store.folder.encrypted:
        raise not_encrypted(store.folder)
    twin = DataFolder(store.folder.root)

    def switch() -> None:
        twin.key_file.unlink()
        sync_folder(twin.root)

    _change(store, twin, switch, now, progress)


def not_encrypted(folder: DataFolder) -> Refused:
    """What is said where there is nothing to decrypt."""
    return Refused(Problem("not_encrypted", {"folder": str(folder.root)}, "folder"))


def change_keys(folder: DataFolder, changed: Callable[[KeyFile], KeyFile]) -> KeyFile:
    """Another pass phrase or recovery key for the same key: nothing is encrypted anew. Returns what stands now."""
    keys = changed(read_keys(folder.root))
    keys.keep(folder.root)
    return keys


def _change(
    store: Store, twin: DataFolder, switch: Callable[[], None], now: datetime, progress: Progress
) -> None:
    old = store.folder
    with store.acting(), _worded(old):
        _make_sure_of_room(old)
        begin_change(old)
        try:
            _build(store, twin, now, progress)
            switch()
            store.turn_to(twin)
        finally:
            # Where another program still has the old files, they go at the next start.
            with suppress(OSError):
                end_change(twin)


def _build(store: Store, twin: DataFolder, now: datetime, progress: Progress) -> None:
    """The books once more, on the disk and found good."""
    way = _Way(store.folder, progress)
    twin.make()
    _copy_rows(store.folder, twin, way.part(way.pages))
    _copy_contents(store, twin, way.part(way.contents))
    copy = Store(twin, connect(twin.database, twin.key), writable=True)
    try:
        if (
            copy.journal_head() != store.journal_head()
            or not verify(copy, now, progress=way.part(way.all)).ok
        ):
            raise Refused(Problem("base_damaged", {"folder": str(twin.root)}, str(twin.root)))
    finally:
        copy.close()
    sync_file(twin.database)
    sync_folder(twin.root)


class _Way:
    """The bytes to copy and to look over, as one progress."""

    def __init__(self, folder: DataFolder, progress: Progress) -> None:
        self.pages = folder.database.stat().st_size
        self.contents = sum(folder.vault.place_of(name).stat().st_size for name in folder.vault.contents())
        self.all = self.pages + self.contents
        self._begun, self._progress = 0, progress

    def part(self, length: int) -> Progress:
        begun = self._begun
        self._begun += length

        def beat(done: int, total: int) -> None:
            self._progress(begun + length * done // max(total, 1), 2 * self.all)

        return beat


def _copy_rows(source: DataFolder, target: DataFolder, beat: Progress) -> None:
    """Table by table: no SQLite lets a plain file and an encrypted one be copied page by page."""
    with (
        closing(engine.connect(source.database, source.key, "mode=ro", isolation_level=None)) as held,
        closing(engine.connect(target.database, target.key, isolation_level=None)) as copy,
    ):
        # Nothing counts before all is there and has been brought to the disk at once.
        copy.execute("PRAGMA journal_mode = off")
        copy.execute("PRAGMA synchronous = off")
        held.execute("BEGIN")
        copy.execute("BEGIN")
        tables = held.execute(_TABLES).fetchall()
        for done, (name, made) in enumerate(tables):
            copy.execute(made)
            _copy_table(held, copy, name, partial(beat, done, len(tables)))
        # The rows have made one of their own, by which the keys of removed rows would come again.
        copy.execute("DELETE FROM sqlite_sequence")
        _copy_table(held, copy, "sqlite_sequence", partial(beat, len(tables), len(tables)))
        for (made,) in held.execute(_REST):
            copy.execute(made)
        copy.execute("COMMIT")
        for mark in ("application_id", "user_version"):
            (value,) = held.execute(f"PRAGMA {mark}").fetchone()
            copy.execute(f"PRAGMA {mark} = {int(value)}")


_TABLES = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
_REST = "SELECT sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL"


def _copy_table(
    held: sqlite3.Connection, copy: sqlite3.Connection, name: str, beat: Callable[[], object]
) -> None:
    rows = held.execute(f'SELECT * FROM "{name}"')  # noqa: S608 (names of our own tables)
    marks = ",".join("?" * len(rows.description))
    while some := rows.fetchmany(_TOGETHER):
        beat()
        copy.executemany(f'INSERT INTO "{name}" VALUES ({marks})', some)  # noqa: S608


def _copy_contents(store: Store, twin: DataFolder, beat: Progress) -> None:
    """Every document a row speaks of, each hashed on the way."""
    source = store.folder.vault
    wanted = [sha256 for (sha256,) in store.database.execute_sql("SELECT DISTINCT sha256 FROM evidence")]
    for done, sha256 in enumerate(wanted):
        beat(done, len(wanted))

        def within(_done: int, _total: int, at: int = done) -> None:
            beat(at, len(wanted))

        if not source.holds(sha256) or twin.vault.take_over(source, sha256, within).sha256 != sha256:
            raise Refused(Problem("base_damaged", {"folder": str(twin.root)}, str(twin.root)))


def _make_sure_of_room(folder: DataFolder) -> None:
    way = _Way(folder, silent)
    if shutil.disk_usage(folder.root).free < way.all + way.pages + _SPARE_BYTES:
        raise Refused(Problem("disk_full", {"folder": str(folder.root)}, str(folder.root)))


@contextmanager
def _worded(folder: DataFolder) -> Iterator[None]:
    """Turn a disk that is full or cannot be written into a sentence, and what cannot be read into damage."""
    try:
        yield
    except engine.troubles(OSError) as error:
        code = trouble_of(error) or "base_damaged"
        raise Refused(Problem(code, {"folder": str(folder.root)}, str(folder.root))) from error
