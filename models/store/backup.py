"""One self-contained file with everything, proved by restoring it once before it counts."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.clock import instant, instant_text
from models.progress import Progress, silent
from models.rules.problems import Problem, Refused
from models.store import engine
from models.store.folder import ENCRYPTED, PLAIN, DataFolder
from models.store.keys import FILE, NO_KEYS, KeyFile, Ring, read_keys, understood
from models.store.store import Store, open_store, trouble_of
from models.store.verify import verify
from models.vault.durable import CHUNK, part_beside, refuse_no_file, stream_into, sweep_parts, sync_folder
from models.vault.key import Key
from models.vault.vault import Vault

if TYPE_CHECKING:
    import zipfile

MANIFEST = "manifest.json"
_LOCKS = ("lock", "window")
_FORMAT = 1


@dataclass(frozen=True)
class BackedUp:
    """A backup file that was restored once and found good; what was checked in it."""

    file: Path
    sha256: str
    checked: dict[str, int]


def backup(store: Store, target: Path, now: datetime, progress: Progress = silent) -> BackedUp:
    """Write one file with database, vault and manifest, restore it to a temporary folder, verify it, then name it.

    Of encrypted books everything in it is encrypted, and their key file lies in it: the pass phrase opens it anywhere.
    Refused: ``base_damaged`` (a good backup is never replaced by a damaged base), ``backup_unproved``, ``disk_full``.
    """
    if not verify(store, now).ok:
        raise Refused(Problem("base_damaged", {"folder": str(store.folder.root)}, str(target)))
    target.parent.mkdir(parents=True, exist_ok=True)
    refuse_no_file(target)
    sweep_parts(target.parent)
    part = part_beside(target)
    try:
        with (
            store.acting(),
            _room_at(target.parent),
            tempfile.TemporaryDirectory(dir=target.parent, prefix=".qz-") as room,
        ):
            _pack(store, part, Path(room), now, progress)
        checked = prove(part, now, Ring(store.folder.key))
        part.replace(target)
        sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)
    return BackedUp(target, file_hash(target), checked)


@contextmanager
def _room_at(place: Path) -> Iterator[None]:
    """Say which disk is full: it need not be that of the books."""
    try:
        yield
    except engine.troubles() as error:
        if trouble_of(error) != "disk_full":
            raise
        raise Refused(Problem("disk_full", {"folder": str(place)}, str(place))) from error


def prove(file: Path, now: datetime, ring: Ring = NO_KEYS) -> dict[str, int]:
    """Restore into a temporary folder and verify there; Refused (``backup_unproved``) unless all is well."""
    with tempfile.TemporaryDirectory(prefix="qz-prove-") as room:
        unpack(file, Path(room) / "data")
        checked = _verify_apart(Path(room) / "data", now, ring)
    if checked is None:
        raise Refused(Problem("backup_unproved", {"file": file.name}, str(file)))
    return checked


def restore(file: Path, root: Path, now: datetime, ring: Ring = NO_KEYS) -> dict[str, int]:
    """Bring a backup into an empty folder; returns what was checked.

    Refused: ``folder_not_empty``, ``not_a_backup``, ``backup_damaged``; ``backup_locked`` where it is encrypted and
    ``ring`` does not open it. The folder stays empty then.
    """
    if keys := keys_in(file):
        ring = Ring(ring.opened(keys, file))  # before anything is laid out
    with coming_into(root) as staged:
        unpack(file, staged)
        checked = _verify_apart(staged, now, ring)
        if checked is None:
            raise Refused(Problem("backup_damaged", {"file": file.name}, str(file)))
    return checked


@contextmanager
def coming_into(root: Path) -> Iterator[Path]:
    """Where a portfolio is laid out that becomes ``root`` when all goes well; nothing is left of it otherwise.

    Refused: ``folder_not_empty``.
    """
    if root.exists() and (not root.is_dir() or any(entry.name not in _LOCKS for entry in root.iterdir())):
        raise Refused(Problem("folder_not_empty", {"folder": str(root)}, str(root)))
    root.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root.parent, prefix=".qz-restore-") as room:
        staged = Path(room) / "data"
        yield staged
        if root.exists():
            for leftover in list(root.iterdir()):
                leftover.unlink()
            root.rmdir()
        staged.replace(root)
        sync_folder(root.parent)


@dataclass(frozen=True)
class Contained:
    """What a backup says of itself: when it was made, the end of its journal, how many documents it has."""

    made_at: datetime
    seq: int
    documents: int


def keys_in(file: Path) -> KeyFile | None:
    """The wrapped key of an encrypted backup; None for a plain one. Refused: ``not_a_backup``."""
    _refuse_no_backup(file)
    import zipfile

    try:
        with zipfile.ZipFile(file) as archive:
            return understood(archive.read(FILE), file.name) if FILE in archive.namelist() else None
    except (zipfile.BadZipFile, OSError) as error:
        raise Refused(Problem("not_a_backup", {"file": file.name}, str(file))) from error


def is_plain(file: Path) -> bool:
    """Whether it is a backup that anybody can read."""
    try:
        return keys_in(file) is None
    except Refused:
        return False


def contained(file: Path) -> Contained:
    """What the manifest of a backup file says; nothing of it is proved. Refused: ``not_a_backup``."""
    _refuse_no_backup(file)
    import zipfile

    try:
        with zipfile.ZipFile(file) as archive:
            told = json.loads(archive.read(MANIFEST))
        documents = sum("/" in name for name in told["files"])
        return Contained(instant(told["made_at"]), int(told["journal"]["seq"]), documents)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise Refused(Problem("not_a_backup", {"file": file.name}, str(file))) from error


def _refuse_no_backup(file: Path) -> None:
    """Refused for a folder, and for a pipe, which would be waited at for ever."""
    if not file.is_file():
        raise Refused(Problem("not_a_backup", {"file": file.name}, str(file)))


def unpack(file: Path, root: Path) -> None:
    """Lay a backup out as a data folder, its manifest checked file by file.

    Refused: ``not_a_backup``, ``backup_damaged``, and ``disk_full`` or ``folder_read_only`` of the place to lay it out.
    """
    _refuse_no_backup(file)
    import zipfile  # a moment to load, and most who come here keep generations

    DataFolder(root).make()
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            for name, told in manifest["files"].items():
                _unpack_one(archive, name, told["sha256"], root, file)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        if (code := trouble_of(error)) in ("disk_full", "folder_read_only"):
            raise Refused(Problem(code, {"folder": str(root)}, str(root))) from error
        raise Refused(Problem("not_a_backup", {"file": file.name}, str(file))) from error


def file_hash(file: Path) -> str:
    """SHA-256 of a file, streamed."""
    running = hashlib.sha256()
    with file.open("rb") as stream:
        stream_into(stream, running.update, 0)
    return running.hexdigest()


def _pack(store: Store, part: Path, room: Path, now: datetime, progress: Progress) -> None:
    import zipfile

    folder = store.folder
    snapshot = room / folder.database.name
    copy_database(folder.database, snapshot, folder.key)
    files = {snapshot.name: snapshot}
    if folder.key:
        files[FILE] = folder.key_file
    names = list(folder.vault.contents())
    files |= {f"{folder.vault.root.name}/{name}": folder.vault.place_of(name) for name in names}
    # A plain document lies under its own hash.
    told = {
        name: {"sha256": path.name if not folder.key and "/" in name else file_hash(path)}
        for name, path in files.items()
    }
    seq, head = store.journal_head()
    manifest = {
        "format": _FORMAT,
        "made_at": instant_text(now),
        "journal": {"seq": seq, "hash": head},
        "files": told,
    }
    with part.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
            for done, (name, path) in enumerate(files.items()):
                progress(done, len(files))
                archive.write(path, name)
        stream.flush()
        os.fsync(stream.fileno())


def copy_database(source: Path, target: Path, key: Key | None) -> None:
    """SQLite's online backup: whole, also while others write; encrypted books stay so, under the same key."""
    with (
        closing(engine.connect(source, key, "mode=ro")) as held,
        closing(engine.connect(target, key)) as copy,
    ):
        held.backup(copy)
        copy.execute("PRAGMA journal_mode = delete")


_TOP = (PLAIN, ENCRYPTED, FILE)


def _unpack_one(archive: zipfile.ZipFile, name: str, sha256: str, root: Path, file: Path) -> None:
    target = root / name if name in _TOP else Vault(root / _contents_named(name)).place_of(Path(name).name)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    running = hashlib.sha256()
    with archive.open(name) as source, target.open("wb") as sink:
        while piece := source.read(CHUNK):
            running.update(piece)
            sink.write(piece)
        sink.flush()
        os.fsync(sink.fileno())
    if running.hexdigest() != sha256:
        raise Refused(Problem("backup_damaged", {"file": file.name}, name))
    if name not in _TOP:
        target.chmod(0o400)


def _contents_named(name: str) -> str:
    """The folder of documents an entry lies in; ValueError for any other place."""
    for folder in ("vault", "encrypted"):
        if name.startswith(f"{folder}/"):
            return folder
    raise ValueError(name)


def _verify_apart(root: Path, now: datetime, ring: Ring) -> dict[str, int] | None:
    """What was checked in a folder that is not the one at work; None where something is damaged."""
    key = ring.opened(read_keys(root), root) if DataFolder(root).encrypted else None
    store = open_store(root, key=key, bind=False)
    try:
        result = verify(store, now)
    finally:
        store.close()
    return result.checked if result.ok else None
