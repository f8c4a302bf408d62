"""Backups the program makes by itself: a database each, vault contents once, every one restored before it counts."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from models.clock import china_day, instant, instant_text
from models.progress import Progress, silent
from models.rules.generations import kept
from models.rules.problems import Problem, Refused
from models.settings import BACKUP_FOLDER
from models.store.backup import DATABASE, MANIFEST, coming_into, file_hash
from models.store.folder import DataFolder
from models.store.locks import FolderLock
from models.store.store import open_store, trouble_of
from models.store.unit import GENESIS
from models.store.verify import verify
from models.vault.durable import sync_folder, write_bytes_whole
from models.vault.vault import Vault

CLOSE, DAILY, IMPORT, MIGRATION, ASKED = "close", "daily", "import", "migration", "asked"
"""Why a generation was made."""

FULL_EVERY = timedelta(days=7)
"""After so long every content is hashed again, not only what is new."""

_FORMAT = 1
_COUNTED = ("claim", "debtor", "receipt", "letter", "evidence")
_ROOM = ".qz-"
_SPARE_BYTES = 16 << 20


@dataclass(frozen=True)
class Generation:
    """One backup that was restored and found good. ``seq`` and ``head`` are the end of its journal.

    ``holds`` says how many rows it has of what a clerk counts; ``full_on`` when every content was last hashed.
    """

    folder: Path
    number: int
    made_at: datetime
    why: str
    seq: int
    head: str
    database: str
    holds: dict[str, int]
    checked: dict[str, int]
    full_on: date

    @property
    def day(self) -> date:
        """The day in China on which it was made."""
        return china_day(self.made_at)


def backup_place(folder: DataFolder) -> Path:
    """Where backups of a data folder go: the place chosen in its settings, else a folder beside it."""
    return _chosen_place(folder) or place_beside(folder)


def place_beside(folder: DataFolder) -> Path:
    """The place that is always there: a folder beside the data folder."""
    return folder.root.parent / f"{folder.root.name}-backups"


def series(folder: DataFolder, place: Path) -> Path:
    """The folder of this data folder's generations within a place, which other data folders may share."""
    return place / f"{folder.root.name}.generations"


def generations(of_series: Path) -> list[Generation]:
    """Every one that counts, the newest first; what has no manifest that can be read does not count."""
    if not of_series.is_dir():
        return []
    found = [
        generation(entry) for entry in of_series.iterdir() if entry.is_dir() and entry.name[:1].isdigit()
    ]
    return sorted((one for one in found if one), key=lambda one: one.number, reverse=True)


def generation(folder: Path) -> Generation | None:
    """The one in this folder, None where that is none that counts."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        journal = told["journal"]
        return Generation(
            folder, int(told["number"]), instant(told["made_at"]), str(told["why"]), int(journal["seq"]),
            str(journal["hash"]), str(told["database"]), dict(told["holds"]), dict(told["checked"]),
            date.fromisoformat(told["full_on"]),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None


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
    with _worded(place), _in_turn(series(folder, place)) as room:
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


def restore_generation(one: Path, root: Path, now: datetime, progress: Progress = silent) -> dict[str, int]:
    """Bring a generation into a folder that is empty or absent; returns what was checked.

    Refused: ``folder_not_empty``, ``not_a_backup``, ``backup_damaged``. Nothing is left there then.
    """
    told = generation(one)
    if told is None:
        raise Refused(Problem("not_a_backup", {"file": one.name}, str(one)))
    with coming_into(root) as staged:
        checked = _lay_out(told, DataFolder(staged), now, progress)
        if checked is None:
            raise Refused(Problem("backup_damaged", {"file": one.name}, str(one)))
    return checked


class _Keeping:
    """One generation on its way, in a room of its own until it has its name."""

    def __init__(self, folder: DataFolder, root: Path, room: Path, progress: Progress) -> None:
        self.folder, self.root, self.progress = folder, root, progress
        self.staged, self.proof = room / "generation", DataFolder(room / "proof")
        self.pool = Vault(root / "vault")
        self.held = generations(root)

    def keep(self, why: str, now: datetime) -> Generation | None:
        newest = self.held[0] if self.held else None
        self.staged.mkdir()
        snapshot = self.staged / DATABASE
        _copy_database(self.folder.database, snapshot)
        seq, head = _head_of(snapshot)
        if not seq or (newest and (newest.seq, newest.head) == (seq, head)):
            return None
        contents = _contents_of(snapshot)
        full = newest is None or abs(china_day(now) - newest.full_on) >= FULL_EVERY
        if full:
            self._drop_unsound(contents)
        fresh = self._pool(contents)
        checked = self._prove(newest, contents, contents - fresh, now)
        made = Generation(
            self.root / f"{newest.number + 1 if newest else 1:06d}-{china_day(now):%Y%m%d}",
            newest.number + 1 if newest else 1, now, why, seq, head, file_hash(snapshot), _counts_of(snapshot),
            checked, china_day(now) if full or newest is None else newest.full_on,
        )  # fmt: skip
        self._name(made)
        return made

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
            source = self.folder.vault.path_of(sha256)
            if not source.is_file() or self.pool.take_in(source).sha256 != sha256:
                raise Refused(_damaged(self.folder))
        return frozenset(missing)

    def _make_sure_of_room(self, missing: Sequence[str]) -> None:
        paths = [self.folder.vault.path_of(sha256) for sha256 in missing]
        wanted = sum(path.stat().st_size for path in paths if path.is_file())
        wanted += 2 * (self.staged / DATABASE).stat().st_size + _SPARE_BYTES
        if shutil.disk_usage(self.root).free < wanted:
            raise Refused(Problem("disk_full", {"folder": str(self.root)}, str(self.root)))

    def _prove(
        self, newest: Generation | None, contents: frozenset[str], trusted: frozenset[str], now: datetime
    ) -> dict[str, int]:
        """Restore it here and verify it; the journal must also hold the end of the newest generation's."""
        self.proof.make()
        shutil.copyfile(self.staged / DATABASE, self.proof.database)
        if newest and not _goes_on(self.proof.database, newest):
            raise Refused(Problem("backup_behind", {"folder": str(self.root)}, str(self.root)))
        for sha256 in contents:
            _link(self.pool.path_of(sha256), self.proof.vault.path_of(sha256))
        checked = _verified(self.proof, now, trusted)
        if checked is None:
            raise Refused(_damaged(self.folder))
        self.progress(1, 1)
        return checked

    def _name(self, made: Generation) -> None:
        """Give it its name; from here on it counts, and older ones may go."""
        write_bytes_whole(self.staged / MANIFEST, _manifest(made))
        _to_disk(self.staged / DATABASE)
        self.staged.replace(made.folder)
        sync_folder(self.root)
        every = [made, *self.held]
        stay = kept([(one.number, one.day) for one in every])
        for one in every:
            if one.number not in stay:
                shutil.rmtree(one.folder)
        needed: set[str] = set()
        for one in every:
            if one.number in stay:
                needed |= _contents_of(one.folder / DATABASE)
        self.pool.sweep(frozenset(needed))


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
def _worded(place: Path) -> Iterator[None]:
    """Turn a place that cannot be written into a sentence."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        code = "disk_full" if trouble_of(error) == "disk_full" else "backup_place_gone"
        raise Refused(Problem(code, {"folder": str(place)}, str(place))) from error


def _damaged(folder: DataFolder) -> Problem:
    return Problem("base_damaged", {"folder": str(folder.root)}, str(folder.root))


def _copy_database(source: Path, target: Path) -> None:
    """SQLite's online backup: whole, also while others write."""
    with closing(_read_only(source)) as held, closing(sqlite3.connect(target)) as copy:
        held.backup(copy)
        copy.execute("PRAGMA journal_mode = delete")


def _read_only(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)


def _ask(database: Path, sql: str, *values: object) -> list[Any]:
    with closing(_read_only(database)) as held:
        return held.execute(sql, values).fetchall()


def _head_of(database: Path) -> tuple[int, str]:
    found = _ask(database, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
    return found[0] if found else (0, GENESIS)


def _goes_on(database: Path, newest: Generation) -> bool:
    """Whether the journal still holds the entry at which the newest generation ends."""
    return [(newest.head,)] == _ask(database, "SELECT hash FROM journal WHERE seq = ?", newest.seq)


def _contents_of(database: Path) -> frozenset[str]:
    return frozenset(sha256 for (sha256,) in _ask(database, "SELECT DISTINCT sha256 FROM evidence"))


def _counts_of(database: Path) -> dict[str, int]:
    return {table: _ask(database, f"SELECT count(*) FROM {table}")[0][0] for table in _COUNTED}  # noqa: S608 (own names)


def _chosen_place(folder: DataFolder) -> Path | None:
    """What the settings say, asked below the tables: a database of an older schema is asked too."""
    try:
        found = _ask(folder.database, "SELECT value FROM setting WHERE key = ?", BACKUP_FOLDER.key)
    except sqlite3.Error:
        return None
    chosen = BACKUP_FOLDER.read(found[0][0] if found else None)
    return Path(chosen) if chosen else None


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
        store = open_store(folder.root, bind=False)
    except Refused:
        return None
    try:
        result = verify(store, now, trusted=trusted)
    finally:
        store.close()
    return result.checked if result.ok else None


def _lay_out(one: Generation, folder: DataFolder, now: datetime, progress: Progress) -> dict[str, int] | None:
    """A data folder from a generation, its database as its manifest has it; None where something is damaged."""
    source = one.folder / DATABASE
    if not source.is_file() or file_hash(source) != one.database:
        return None
    folder.make()
    shutil.copyfile(source, folder.database)
    pool, contents = Vault(one.folder.parent / "vault"), sorted(_contents_of(source))
    for done, sha256 in enumerate(contents):
        progress(done, len(contents) + 1)
        if not pool.holds(sha256) or folder.vault.take_in(pool.path_of(sha256)).sha256 != sha256:
            return None
    checked = _verified(folder, now)
    progress(1, 1)
    return checked


def _to_disk(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _manifest(made: Generation) -> bytes:
    told = {
        "format": _FORMAT, "number": made.number, "made_at": instant_text(made.made_at), "why": made.why,
        "journal": {"seq": made.seq, "hash": made.head}, "database": made.database, "holds": made.holds,
        "checked": made.checked, "full_on": made.full_on.isoformat(),
    }  # fmt: skip
    return json.dumps(told, indent=1).encode()
