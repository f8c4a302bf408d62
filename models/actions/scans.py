"""The scanner's folder: what is new in it waits until somebody files it or sets it aside; nothing in it is moved."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import NOTHING, Attached, PieceFacts, attach, sayable
from models.changes import Changes
from models.progress import Progress, silent
from models.queries.scans import waiting_scans
from models.rules.problems import Problem, Refused
from models.tables import Scan


def file_scan(
    desk: Desk,
    file: Path,
    claims: Sequence[int],
    kind: str = "other",
    *,
    facts: PieceFacts = NOTHING,
    progress: Progress = silent,
) -> Attached:
    """Take a waiting file in for these claims, both or neither; it waits no longer. Refused as ``attach`` refuses."""
    row = _row(file)
    with desk.store.acting(), desk.act("file_scan") as unit:
        attached = attach(desk, claims, file, kind, facts=facts, progress=progress)
        unit.add(Scan, **row, evidence=attached.evidence, decided_at=unit.at, decided_by=desk.who)
    return attached


def set_scan_aside(desk: Desk, file: Path, why: str) -> Changes:
    """A waiting file is no evidence: it waits no longer and stays where it is.

    Refused: ``no_reason``, ``file_unreadable``, ``not_a_file``.
    """
    if not why.strip():
        raise Refused(Problem("no_reason", {}, "why"))
    row = _row(file)
    with desk.act("set_scan_aside") as unit:
        unit.add(Scan, **row, evidence=None, why=why.strip(), decided_at=unit.at, decided_by=desk.who)
    return unit.changes


def file_waiting(desk: Desk, folder: Path, name: str) -> Path:
    """The waiting file of that name. Refused (``no_such_scan``) where none waits under it."""
    found = next((each.path for each in waiting_scans(desk.store, folder) if each.path.name == name), None)
    if found is None:
        raise Refused(Problem("no_such_scan", {"file": sayable(name)}, sayable(name)))
    return found


def _row(file: Path) -> dict[str, object]:
    """What tells this file from a later one of the same name."""
    try:
        found = file.lstat()
    except OSError as error:
        raise Refused(Problem("file_unreadable", {"file": sayable(file.name)}, str(file))) from error
    if not stat.S_ISREG(found.st_mode):
        raise Refused(Problem("not_a_file", {"file": sayable(file.name)}, str(file)))
    return {
        "folder": sayable(str(file.absolute().parent)),
        "file_name": sayable(file.name),
        "size": found.st_size,
        "written_ns": found.st_mtime_ns,
    }
