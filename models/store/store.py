"""A portfolio that is open: its folder, its database, and the only way to write in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from peewee import DatabaseError, OperationalError, SqliteDatabase

from models.rules.problems import Problem, Refused
from models.store import engine
from models.store.database import SCHEMA, connect, connect_unwritable, schema_of, snapshot
from models.store.folder import ENCRYPTED, PLAIN, DataFolder
from models.store.kept import Kept, T
from models.store.keys import read_keys
from models.store.locks import FolderLock
from models.store.migrating import migrate
from models.store.twins import settle
from models.store.unit import Unit, journal_head
from models.tables import database as table_database
from models.vault.durable import sweep_parts
from models.vault.key import Key


class Store:
    """Reading goes through ``database`` and the queries; writing through ``unit`` alone."""

    def __init__(self, folder: DataFolder, database: SqliteDatabase, *, writable: bool) -> None:
        """Use ``open_store``."""
        self.folder = folder
        self.database = database
        self.writable = writable
        self.why_not = "folder_read_only"
        self.lock = FolderLock(folder.act_lock)
        self._kept = Kept()
        self._swept: set[Path] = set()

    @contextmanager
    def unit(self, verb: str, who: str, at: datetime, wait_s: float | None = None) -> Iterator[Unit]:
        """One act: all of it or none, journaled, on the disk when this returns.

        Refused: ``folder_busy`` when another act holds the folder, ``disk_full``, ``folder_read_only``.
        """
        with self.acting(wait_s), worded(self.folder), self.database.atomic("IMMEDIATE"):
            unit = Unit(self.database, who, at)
            yield unit
            unit.seal(verb)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several acts, each with its entry in the journal: all of them or none. Refused as ``unit``."""
        with self.acting(), worded(self.folder), self.database.atomic("IMMEDIATE"):
            yield

    @contextmanager
    def acting(self, wait_s: float | None = None) -> Iterator[None]:
        """Hold the folder for an act that also writes files: nothing is swept meanwhile.

        Refused: ``folder_busy``, and ``books_switched`` where another has encrypted or decrypted the books meanwhile.
        """
        if not self.writable:
            raise Refused(Problem(self.why_not, {"folder": str(self.folder.root)}, str(self.folder.root)))
        with self.lock.held(wait_s):
            if self.folder.encrypted != bool(self.folder.key):
                raise Refused(Problem("books_switched", {"folder": str(self.folder.root)}, "folder"))
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One snapshot for all that is asked inside."""
        outermost = not self.database.transaction_depth()
        with self.database.atomic("DEFERRED"):
            self._kept.snapshot = self._kept.snapshot or outermost
            try:
                yield
            finally:
                self._kept.snapshot = self._kept.snapshot and not outermost

    def kept(self, name: str, of: Hashable, make: Callable[[T | None], T]) -> T:
        """What ``make`` gives, made once a snapshot of the same books; see ``models.store.kept``.

        ``make`` gets what was made ``of`` another day of the same books, else None. What it gives is shared: nobody
        may change it.
        """
        return self._kept.get(self.database.connection(), name, of, make)

    def journal_head(self) -> tuple[int, str]:
        """Sequence and hash of the newest journal entry."""
        return journal_head(self.database)

    def tidy(self) -> int:
        """Sweep what interrupted acts left, if nobody acts now; returns how many files went."""
        if not self.writable or not self.lock.try_now():
            return 0
        try:
            rows = self.database.execute_sql("SELECT DISTINCT sha256 FROM evidence").fetchall()
            known = frozenset(row[0] for row in rows)
            return self.folder.vault.sweep(known) + sweep_parts(self.folder.root)
        finally:
            self.lock.release()

    def sweep_copies(self, place: Path) -> None:
        """Take away what a crash left in a folder that copies go to.

        Once while the books are open: only a crash leaves anything, and a folder of ten thousand letters takes long to
        look through.
        """
        if place.resolve() not in self._swept:
            sweep_parts(place)
            self._swept.add(place.resolve())

    def turn_to(self, folder: DataFolder) -> None:
        """Go on with the same books in the other kind of file, the tables too where they speak of these books."""
        bound = table_database.obj is self.database
        self.database.close()
        self.folder, self.database = folder, connect(folder.database, folder.key)
        if bound:
            table_database.initialize(self.database)

    def close(self) -> None:
        """Close this thread's connection."""
        self.database.close()


def open_store(
    root: Path,
    *,
    key: Key | None = None,
    wait_s: float = 0.0,
    bind: bool = True,
    before_migration: Callable[[DataFolder], object] | None = None,
) -> Store:
    """Open the folder for either face.

    If nobody acts in it now, an absent or half-made folder is made, a migration finished, leftovers swept;
    else the folder is taken as it stands. What cannot be made yet reads as an empty portfolio, and books of an older
    program that cannot be brought up now as they stand.
    ``wait_s`` is how long one who means to write waits for a folder that another is still making.
    ``bind`` makes it the portfolio the tables speak of; a copy that is only verified is opened without.
    ``key`` opens encrypted books; plain ones need none, and take no notice of one.
    ``before_migration`` is done before a portfolio of an older program is brought up to this one's schema.
    Refused: ``not_a_folder``, ``not_ours``, ``newer_program``, ``not_a_database``, also where there were books and
    are none; ``database_unreadable`` where some of it can be read; ``folder_busy`` after waiting; ``books_locked``
    where the books are encrypted and this is not their key, ``key_file_damaged``.
    """
    if root.exists() and not root.is_dir():
        raise Refused(Problem("not_a_folder", {"folder": str(root)}, str(root)))
    writable = _can_write(DataFolder(root))
    if writable:
        settle(DataFolder(root))
    folder = _unlocked(root, key)
    _refuse_lost(folder)
    if writable:
        folder.make()
    with worded(folder):
        store = _open_made(folder, wait_s, before_migration) if writable else _open_unwritable(folder)
        store.tidy()
    if bind:
        table_database.initialize(store.database)
    return store


def _unlocked(root: Path, key: Key | None) -> DataFolder:
    plain = DataFolder(root)
    if not plain.encrypted:
        if (root / ENCRYPTED).exists() and not plain.database.exists():
            raise Refused(Problem("key_file_damaged", {"file": str(plain.key_file)}, str(root)))
        return plain
    if key is None or read_keys(root).name != key.name:
        raise Refused(Problem("books_locked", {"folder": str(root)}, str(root)))
    return DataFolder(root, key)


def _refuse_lost(folder: DataFolder) -> None:
    """Nothing is begun anew in place of books that a check once found well: their documents would be swept."""
    if folder.verified.exists() and not folder.begun:
        raise Refused(Problem("not_a_database", {"file": str(folder.database)}, str(folder.database)))


def _open_made(
    folder: DataFolder, wait_s: float, before_migration: Callable[[DataFolder], object] | None
) -> Store:
    if schema_of(folder.database, folder.key) < SCHEMA:
        lock = FolderLock(folder.act_lock)
        try:
            with lock.held(wait_s):
                _bring_up(folder, before_migration)
        except Refused as refusal:
            if refusal.problems[0].code != "folder_busy" or wait_s > 0:
                raise
    if schema_of(folder.database, folder.key) < SCHEMA:
        return _open_snapshot(folder, writable=True)
    try:
        return Store(folder, connect(folder.database, folder.key), writable=True)
    except OperationalError as error:
        return _open_without_room(folder, error)


def _open_without_room(folder: DataFolder, error: OperationalError) -> Store:
    """On a full disk SQLite cannot even open for writing; reading goes on where no newer pages lie in its log."""
    log = folder.database.with_name(f"{folder.database.name}-wal")
    if log.exists() and log.stat().st_size:
        raise Refused(Problem("disk_full", {"folder": str(folder.root)}, str(folder.root))) from error
    store = Store(folder, connect_unwritable(folder.database, folder.key), writable=False)
    store.why_not = "disk_full"
    return store


def _bring_up(folder: DataFolder, before_migration: Callable[[DataFolder], object] | None) -> None:
    schema = schema_of(folder.database, folder.key)
    if schema == SCHEMA:
        return
    if schema and before_migration:
        before_migration(folder)
    database = connect(folder.database, folder.key)
    try:
        migrate(database)
    finally:
        database.close()


def _open_unwritable(folder: DataFolder) -> Store:
    if schema_of(folder.database, folder.key) < SCHEMA:
        return _open_snapshot(folder, writable=False)
    return Store(folder, connect_unwritable(folder.database, folder.key), writable=False)


def _open_snapshot(folder: DataFolder, *, writable: bool) -> Store:
    """Only to be looked at: books that cannot be brought up to this program's schema now, or that are not there yet."""
    database = snapshot(folder.database, folder.key, writable=writable)
    migrate(database)
    return Store(folder, database, writable=False)


def _can_write(folder: DataFolder) -> bool:
    at = folder.root
    while not at.exists() and at.parent != at:
        at = at.parent
    if not at.is_dir() or not os.access(at, os.W_OK | os.X_OK):
        return False
    database = folder.root / (ENCRYPTED if folder.encrypted else PLAIN)
    return not database.exists() or os.access(database, os.W_OK)


@contextmanager
def worded(folder: DataFolder) -> Iterator[None]:
    """Turn a full disk, a folder gone read-only or pages that cannot be read into a sentence."""
    try:
        yield
    except engine.troubles(DatabaseError, OSError) as error:
        code = trouble_of(error)
        if code is None:
            raise
        raise Refused(Problem(code, {"folder": str(folder.root)}, str(folder.root))) from error


_SPOKEN = {"disk is full": "disk_full", "readonly database": "folder_read_only", "No space left": "disk_full",
           "disk I/O error": "disk_full", "Read-only file system": "folder_read_only",
           "malformed": "database_unreadable", "not a database": "database_unreadable"}  # fmt: skip


def trouble_of(error: BaseException | None) -> str | None:
    """The code of a trouble with the disk that has a sentence of its own, None for any other error."""
    # peewee hides the first trouble behind "cannot rollback": it stands in the context.
    while error is not None:
        for words, code in _SPOKEN.items():
            if words in str(error):
                return code
        error = error.__context__
    return None
