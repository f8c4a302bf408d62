"""Backups the program makes by itself, and bringing one back."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

from models.actions.desk import Desk
from models.progress import Progress, silent
from models.store.backup import keys_in, restore
from models.store.generations import IMPORT, keep, keep_somewhere, restore_generation
from models.store.keys import NO_KEYS, KeyFile, Ring
from models.store.series import Generation, backup_place, generation


def keep_generation(desk: Desk, why: str, progress: Progress = silent) -> Generation | None:
    """One more backup in the place of the settings, proved; None where nothing was written since the newest.

    No entry of the journal: the books would differ from their backup at once. Refused as
    ``models.store.generations.keep`` refuses.
    """
    folder = desk.store.folder
    return keep(folder, backup_place(folder), why, desk.clock.now(), progress)


def keep_before_import(desk: Desk) -> None:
    """A backup before a ledger is booked into a portfolio that has claims already.

    Refused as ``keep_generation`` refuses, but where the place cannot be reached it is made beside the data folder.
    """
    held = desk.store.database.execute_sql("SELECT 1 FROM claim LIMIT 1").fetchone()
    if held and desk.store.writable:
        keep_somewhere(desk.store.folder, IMPORT, desk.clock.now())


def restore_beside(
    source: Path, root: Path, now: datetime, progress: Progress = silent, ring: Ring = NO_KEYS
) -> dict[str, int]:
    """Bring a backup, one file or a generation's folder, into a folder that is empty or absent; what was checked.

    Never over data. Refused: ``folder_not_empty``, ``not_a_backup``, ``backup_damaged``; ``backup_locked`` where it is
    encrypted and nothing in ``ring`` opens it, ``key_wrong``; nothing is left there then.
    """
    if source.is_dir():
        return restore_generation(source, root, now, progress, ring)
    return restore(source, root, now, ring)


def keys_of(source: Path) -> KeyFile | None:
    """The wrapped key of an encrypted backup, one file or a generation's folder; None for a plain one.

    Refused: ``not_a_backup``, ``key_file_damaged``.
    """
    if source.is_dir():
        one = generation(source)
        return one.keys if one else None
    return keys_in(source)


def prove_backup(
    source: Path, near: Path, now: datetime, progress: Progress = silent, ring: Ring = NO_KEYS
) -> dict[str, int]:
    """Restore a backup into a folder beside ``near`` that goes again; what was checked. Refused as above."""
    with tempfile.TemporaryDirectory(dir=near.parent, prefix=".qz-prove-") as room:
        return restore_beside(source, Path(room) / "data", now, progress, ring)
