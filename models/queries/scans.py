"""The files of the scanner's folder that nobody has dealt with yet."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from models.rules.problems import Problem, Refused
from models.store import Store


class WaitingScan(NamedTuple):
    """A file that waits; ``written_ns`` since 1970, UTC."""

    path: Path
    size: int
    written_ns: int


def waiting_scans(store: Store, folder: Path) -> list[WaitingScan]:
    """The regular files of the folder that were neither filed nor set aside, oldest first.

    No subfolders, no links, no hidden, temporary and empty files: a scanner makes its file before it fills it.
    Refused (``watch_folder_gone``) where the folder cannot be listed.
    """
    root = folder.absolute()
    try:
        with os.scandir(root) as entries:
            paths = [Path(entry.path) for entry in entries if not entry.name.startswith((".", "~"))]
    except OSError as error:
        raise Refused(Problem("watch_folder_gone", {"folder": str(folder)}, str(folder))) from error
    decided = _decided(store, root)
    found = (_look(path) for path in paths if not path.name.endswith((".tmp", ".part")))
    waiting = [each for each in found if each is not None and _mark(each) not in decided]
    return sorted(waiting, key=lambda each: (each.written_ns, each.path.name))


def _look(path: Path) -> WaitingScan | None:
    try:
        found = path.lstat()
    except OSError:  # gone since
        return None
    if not stat.S_ISREG(found.st_mode) or not found.st_size:
        return None
    return WaitingScan(path, found.st_size, found.st_mtime_ns)


def _mark(each: WaitingScan) -> tuple[str, int, int]:
    return _plain(each.path.name), each.size, each.written_ns


def _decided(store: Store, root: Path) -> set[tuple[str, int, int]]:
    rows = store.database.execute_sql(
        "SELECT file_name, size, written_ns FROM scan WHERE folder = ?", (_plain(str(root)),)
    )
    return {(name, size, written_ns) for name, size, written_ns in rows}


def _plain(name: str) -> str:
    """The name as the tables have it: bytes that are no UTF-8 as escapes."""
    return name.encode(errors="surrogateescape").decode(errors="backslashreplace")
