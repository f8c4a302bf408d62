"""Backups the program makes by itself: a database each, vault contents once, every one restored before it counts."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from models.clock import china_day, instant_text
from models.progress import Progress, silent
from models.rules.generations import kept
from models.rules.problems import Problem, Refused
from models.store import engine
from models.store.backup import MANIFEST, coming_into, copy_database, file_hash
from models.store.folder import DataFolder
from models.store.keys import NO_KEYS, Ring, read_keys
from models.store.locks import FolderLock
from models.store.seals import seals_broken
from models.store.series import Generation, backup_place, generation, generations, place_beside, series
from models.store.store import open_store, trouble_of
from models.store.unit import GENESIS
from models.store.verify import verify
from models.vault.durable import sync_file, sync_folder, write_bytes_whole
from models.vault.key import Key
from models.vault.sealed import Spoiled
from models.vault.vault import Vault

CLOSE, DAILY, IMPORT, MIGRATION, ASKED = "close", "daily", "import", "migration", "asked"
"""Why a generation was made."""

FULL_EVERY = timedelta(days=7)
"""After so long every content is hashed again, not only what is new."""

_FORMAT = 1
_COUNTED = ("claim", "debtor", "receipt", "letter", "evidence")
_ROOM = ".qz-"
_SPARE_BYTES = 16 << 20


def is_due(folder: DataFolder, head: tuple[int, str], today: date) -> bool:
    """Whether something was written since the newest generation, and that is of another day."""
    held = generations(series(folder, backup_place(folder)))
    return bool(head[0]) and not (held and ((held[0].seq, held[0].head) == head or held[0].day == today))


def keep(
    folder: DataFolder, place: Path, why: str, now: datetime, progress: Progress = silent
) -> Generation | None:
    """Make one more generation, prove it, then let those go that are no longer needed.

    None where nothing was written since the newest one. ``progress`` counts vault contents.
    Refused: ``base_damaged`` where the copy does not hold together, ``backup_behind`` where the newest generation
    knows more of the journal than the base, ``backup_place_gone``, ``disk_full``. Those before stay as they are then.
    """
    with _worded(folder, place), _in_turn(series(folder, place)) as room:
        return _Keeping(folder, series(folder, place), room, progress).keep(why, now)


def keep_somewhere(folder: DataFolder, why: str, now: datetime) -> Generation | None:
    """The same in the chosen place, or beside the data folder where that cannot be reached or is full."""
    place, beside = backup_place(folder), place_beside(folder)
    try:
        return keep(folder, place, why, now)
    except Refused as refusal:
        if refusal.problems[0].code not in ("backup_place_gone", "disk_full") or place == beside:
            raise
        return keep(folder, beside, why, now)


def keep_before_migration(folder: DataFolder, now: datetime) -> None:
    """One generation in the older schema, wherever there is room."""
    keep_somewhere(folder, MIGRATION, now)


def restore_generation(
    one: Path, root: Path, now: datetime, progress: Progress = silent, ring: Ring = NO_KEYS
) -> dict[str, int]:
    """Bring a generation into a folder that is empty or absent; returns what was checked.

    Refused: ``folder_not_empty``, ``not_a_backup``, ``backup_damaged``; ``backup_locked`` where it is encrypted and
    ``ring`` does not open it. Nothing is left there then.
    """
    told = generation(one)
    if told is None:
        raise Refused(Problem("not_a_backup", {"file": one.name}, str(one)))
    keys = told.keys
    key = ring.opened(keys, one) if keys else None
    with coming_into(root) as staged:
        checked = _lay_out(told, DataFolder(staged, key), now, progress)
        if checked is None:
            raise Refused(Problem("backup_damaged", {"file": one.name}, str(one)))
    return checked


class _Keeping:
    """One generation on its way, in a room of its own until it has its name."""

    def __init__(self, folder: DataFolder, root: Path, room: Path, progress: Progress) -> None:
        self.folder, self.root, self.progress = folder, root, progress
        self.staged, self.proof = room / "generation", DataFolder(room / "proof", folder.key)
        self.snapshot = self.staged / folder.database.name
        self.pool = DataFolder(root, folder.key).vault
        self.held = generations(root)

    def keep(self, why: str, now: datetime) -> Generation | None:
        newest = self.held[0] if self.held else None
        self.staged.mkdir()
        key = self.folder.key
        self._copy()
        seq, head = _head_of(self.snapshot, key)
        if not seq or (newest and (newest.seq, newest.head) == (seq, head)):
            return None
        contents = _contents_of(self.snapshot, key)
        full = newest is None or abs(china_day(now) - newest.full_on) >= FULL_EVERY
        if full:
            self._drop_unsound(contents)
        fresh = self._pool(contents)
        checked = self._prove(newest, contents, contents - fresh, now)
        made = Generation(
            self.root / f"{newest.number + 1 if newest else 1:06d}-{china_day(now):%Y%m%d}",
            newest.number + 1 if newest else 1, now, why, seq, head, file_hash(self.snapshot),
            _counts_of(self.snapshot, key), checked, china_day(now) if full or newest is None else newest.full_on,
        )  # fmt: skip
        self._name(made)
        return made

    def _copy(self) -> None:
        """The database as it is now. Copied page by page, encrypted books would lose their broken seals."""
        file, key = self.folder.database, self.folder.key
        if not self.folder.begun or (key and seals_broken(file, key)):
            raise Refused(_damaged(self.folder))
        copy_database(file, self.snapshot, key)

    def _drop_unsound(self, contents: frozenset[str]) -> None:
        """What the place itself has spoiled is stored anew from the base."""
        for sha256 in contents:
            if self.pool.holds(sha256) and self.pool.digest(sha256) != sha256:
                self.pool.path_of(sha256).unlink()

    def _pool(self, contents: frozenset[str]) -> frozenset[str]:
        """Store what is not stored yet; returns which those were."""
        missing = sorted(sha256 for sha256 in contents if not self.pool.holds(sha256))
        self._make_sure_of_room(missing)
        for done, sha256 in enumerate(missing):
            self.progress(done, len(missing) + 1)
            if not _taken_over(self.folder.vault, self.pool, sha256):
                raise Refused(_damaged(self.folder))
        return frozenset(missing)

    def _make_sure_of_room(self, missing: Sequence[str]) -> None:
        paths = [self.folder.vault.path_of(sha256) for sha256 in missing]
        wanted = sum(path.stat().st_size for path in paths if path.is_file())
        wanted += 2 * self.snapshot.stat().st_size + _SPARE_BYTES
        if shutil.disk_usage(self.root).free < wanted:
            raise Refused(Problem("disk_full", {"folder": str(self.root)}, str(self.root)))

    def _prove(
        self, newest: Generation | None, contents: frozenset[str], trusted: frozenset[str], now: datetime
    ) -> dict[str, int]:
        """Restore it here and verify it; the journal must also hold the end of the newest generation's."""
        self.proof.make()
        shutil.copyfile(self.snapshot, self.proof.database)
        if self.folder.key:
            self._keep_keys()
        if newest and not _goes_on(self.proof, newest):
            raise Refused(Problem("backup_behind", {"folder": str(self.root)}, str(self.root)))
        for sha256 in contents:
            _link(self.pool.path_of(sha256), self.proof.vault.path_of(sha256))
        checked = _verified(self.proof, now, trusted)
        if checked is None:
            raise Refused(_damaged(self.folder))
        self.progress(1, 1)
        return checked

    def _keep_keys(self) -> None:
        """What opens the books now opens all of the series, whatever opened them before."""
        keys = read_keys(self.folder.root)
        keys.keep(self.root)
        keys.keep(self.proof.root)

    def _name(self, made: Generation) -> None:
        """Give it its name; from here on it counts, and older ones may go."""
        write_bytes_whole(self.staged / MANIFEST, _manifest(made))
        sync_file(self.snapshot)
        self.staged.replace(made.folder)
        sync_folder(self.root)
        every = [made, *self.held]
        stay = kept([(one.number, one.day) for one in every])
        for one in every:
            if one.number not in stay:
                shutil.rmtree(one.folder)
        self._sweep([one for one in every if one.number in stay])

    def _sweep(self, every: Sequence[Generation]) -> None:
        """Contents that none of these needs go; while one cannot be read any more, none goes."""
        try:
            needed = [_contents_of(one.file, self.folder.key) for one in every]
        except engine.troubles():
            return
        self.pool.sweep(frozenset[str]().union(*needed))


# --- the parts


@contextmanager
def _in_turn(root: Path) -> Iterator[Path]:
    """A room to work in, nobody else at work in this series, what a crash left there swept."""
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    with FolderLock(root / "lock").held():
        for leftover in root.glob(f"{_ROOM}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=root, prefix=_ROOM) as room:
            yield Path(room)


@contextmanager
def _worded(folder: DataFolder, place: Path) -> Iterator[None]:
    """Turn a place that cannot be written, and books that cannot be read, into a sentence."""
    try:
        yield
    except engine.troubles(OSError) as error:
        if trouble_of(error) == "database_unreadable":
            raise Refused(_damaged(folder)) from error
        code = "disk_full" if trouble_of(error) == "disk_full" else "backup_place_gone"
        raise Refused(Problem(code, {"folder": str(place)}, str(place))) from error


def _damaged(folder: DataFolder) -> Problem:
    return Problem("base_damaged", {"folder": str(folder.root)}, str(folder.root))


def _head_of(database: Path, key: Key | None) -> tuple[int, str]:
    found = engine.ask(database, key, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
    return found[0] if found else (0, GENESIS)


def _goes_on(folder: DataFolder, newest: Generation) -> bool:
    """Whether the journal still holds the entry at which the newest generation ends."""
    found = engine.ask(folder.database, folder.key, "SELECT hash FROM journal WHERE seq = ?", newest.seq)
    return found == [(newest.head,)]


def _contents_of(database: Path, key: Key | None) -> frozenset[str]:
    return frozenset(
        sha256 for (sha256,) in engine.ask(database, key, "SELECT DISTINCT sha256 FROM evidence")
    )


def _counts_of(database: Path, key: Key | None) -> dict[str, int]:
    return {
        table: engine.ask(database, key, f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 (own names)
        for table in _COUNTED
    }


def _taken_over(source: Vault, target: Vault, sha256: str) -> bool:
    """Whether the content is in the other vault now, and is what its name says."""
    try:
        return source.holds(sha256) and target.take_over(source, sha256).sha256 == sha256
    except Spoiled:
        return False


def _link(source: Path, target: Path) -> None:
    """The same content under a second name; a copy where the disk knows no second names."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _verified(
    folder: DataFolder, now: datetime, trusted: frozenset[str] = frozenset()
) -> dict[str, int] | None:
    """What was checked in a restored folder; None where something is damaged."""
    try:
        store = open_store(folder.root, key=folder.key, bind=False)
    except Refused:
        return None
    try:
        result = verify(store, now, trusted=trusted)
    finally:
        store.close()
    return result.checked if result.ok else None


def _lay_out(one: Generation, folder: DataFolder, now: datetime, progress: Progress) -> dict[str, int] | None:
    """A data folder from a generation, its database as its manifest has it; None where something is damaged."""
    if not one.file.is_file() or file_hash(one.file) != one.database:
        return None
    folder.make()
    shutil.copyfile(one.file, folder.database)
    if keys := one.keys:
        keys.keep(folder.root)
    pool, contents = (
        DataFolder(one.folder.parent, folder.key).vault,
        sorted(_contents_of(one.file, folder.key)),
    )
    for done, sha256 in enumerate(contents):
        progress(done, len(contents) + 1)
        if not _taken_over(pool, folder.vault, sha256):
            return None
    checked = _verified(folder, now)
    progress(1, 1)
    return checked


def _manifest(made: Generation) -> bytes:
    told = {
        "format": _FORMAT, "number": made.number, "made_at": instant_text(made.made_at), "why": made.why,
        "journal": {"seq": made.seq, "hash": made.head}, "database": made.database, "holds": made.holds,
        "checked": made.checked, "full_on": made.full_on.isoformat(),
    }  # fmt: skip
    return json.dumps(told, indent=1).encode()
