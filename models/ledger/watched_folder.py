"""The files of a folder that are ledgers and lie still. They are looked at, never moved, renamed or deleted."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from models.rules.problems import Problem, Refused

SUFFIXES = frozenset(
    (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".txt", ".tsv", ".htm", ".html", ".xml", ".et")
)
"""Endings that exports have. What the file is in truth is told by its first bytes, when it is read."""

STILL_AFTER_NS = 10_000_000_000
"""A file nobody has written to for ten seconds is complete; a younger one is looked at twice."""
LOOK_AGAIN_S = 2


class Look(NamedTuple):
    """A file as it was found; ``written_ns`` since 1970, UTC."""

    path: Path
    size: int
    written_ns: int


def ledgers_in(folder: Path) -> list[Look]:
    """The regular files with a ledger's ending, newest last. No subfolders, links, hidden and temporary files.

    Refused (``watch_folder_gone``) where the folder cannot be listed: a drive that is not connected, too.
    """
    try:
        with os.scandir(folder) as entries:
            looks = [_look(Path(entry.path)) for entry in entries if _is_wanted(entry.name)]
    except OSError as error:
        raise Refused(Problem("watch_folder_gone", {"folder": str(folder)}, str(folder))) from error
    return sorted(
        (look for look in looks if look is not None), key=lambda look: (look.written_ns, look.path.name)
    )


def _is_wanted(name: str) -> bool:
    # ~$ is Excel's mark of an open workbook, .~lock. LibreOffice's; .tmp and .part end no ledger's name.
    return not name.startswith(("~", ".")) and Path(name).suffix.lower() in SUFFIXES


def _look(path: Path) -> Look | None:
    try:
        found = path.lstat()
    except OSError:  # gone since
        return None
    return Look(path, found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def lying_still(
    looks: Iterable[Look], now_ns: int, pause: Callable[[int], object]
) -> tuple[list[Look], list[Look]]:
    """The files that are complete, and those that somebody is still writing.

    A file written to within ten seconds of ``now_ns``, or after it by a clock that is ahead, is complete when it
    looks the same after a ``pause`` of two seconds.
    """
    all_looks = list(looks)
    young = {look for look in all_looks if now_ns - look.written_ns < STILL_AFTER_NS}
    if young:
        pause(LOOK_AGAIN_S)
    growing = [look for look in all_looks if look in young and not unchanged(look)]
    return [look for look in all_looks if look not in growing], growing


def unchanged(look: Look) -> bool:
    """Whether the file is still as it was found."""
    return _look(look.path) == look
