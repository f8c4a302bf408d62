"""Plain and encrypted books in one folder while the ones become the others: which count, and what goes.

The new books are built beside those that count. The key file alone decides which those are: it appears, or goes, in one
step of the disk. ``changing`` stands there from before the first byte of the new ones until the last of the old ones is
gone; only while it stands is anything taken away, so that a key file put there or lost otherwise destroys nothing.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from models.store.folder import ENCRYPTED, PLAIN, DataFolder
from models.store.locks import FolderLock
from models.vault.durable import sync_folder, write_bytes_whole

_CONTENTS = {PLAIN: "vault", ENCRYPTED: "encrypted"}
_BESIDE = ("", "-wal", "-shm", "-journal")


def begin_change(folder: DataFolder) -> None:
    """From now on what does not count is swept. The folder must be held for an act."""
    write_bytes_whole(folder.changing, b"")
    sweep_other(folder)


def end_change(folder: DataFolder) -> None:
    """Take away the books that do not count; nothing is changing any more."""
    sweep_other(folder)
    folder.changing.unlink(missing_ok=True)
    sync_folder(folder.root)


def sweep_other(folder: DataFolder) -> None:
    """Take away the books that do not count, where those that do are there. OSError where another program has them."""
    counts, other = (ENCRYPTED, PLAIN) if folder.encrypted else (PLAIN, ENCRYPTED)
    if not (folder.root / counts).exists():
        return
    for ending in _BESIDE:
        (folder.root / f"{other}{ending}").unlink(missing_ok=True)
    if (contents := folder.root / _CONTENTS[other]).is_dir():
        shutil.rmtree(contents, onerror=_make_removable)


def settle(folder: DataFolder) -> None:
    """End a change that a crash broke off, if nobody acts now; what cannot go yet goes at the next start."""
    if not folder.changing.exists():
        return
    lock = FolderLock(folder.act_lock)
    if lock.try_now():
        try:
            end_change(folder)
        except OSError:
            return
        finally:
            lock.release()


def _make_removable(_remove: object, path: str, _error: object) -> None:
    """Windows removes no file that is read-only."""
    Path(path).chmod(0o600)
    Path(path).unlink()
