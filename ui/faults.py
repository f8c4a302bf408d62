"""Faults of the program, told without what the books hold: kinds of errors and places in the code, no values. No Qt."""

from __future__ import annotations

import logging
import platform
import re
import sys
import traceback
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

PROGRAM = Path(__file__).resolve().parent.parent
FAULTS, CRASH = "faults.log", "crash.log"
"""Files in the log folder: what a formatter below wrote, and what Python itself writes when it is killed by a fault."""

_OURS = frozenset(("qingzhang", "ui", "models", "reports"))
_TOLD_LINES = 200
_PARTS = ("PySide6_Essentials", "peewee", "openpyxl", "reportlab", "pypdfium2", "python-calamine")
_PLACE = re.compile(r'File "([^"]*)", line (\d+),? in (.+)')


class FaultFormatter(logging.Formatter):
    """Writes an error as its kind and its places. Its words are left out: they may quote a debtor or a sum."""

    def __init__(self) -> None:
        """With the instant, the level and what our own code says, which names no data."""
        super().__init__("%(asctime)s %(levelname)s %(name)s %(msg)s")

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Kind and places."""
        return "" if ei[1] is None else told(ei[1])


class _FaultFile(logging.FileHandler):
    """A log that a full disk does not stop: what finds no room is not noted, and is no fault of its own."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Go on without the line."""

    def close(self) -> None:
        """Give up what still waits for room."""
        with suppress(OSError):
            super().close()


def fault_handler(logs: Path) -> logging.Handler:
    """Writes the faults of this program, and of nobody else, into the log folder, which it makes. OSError passes."""
    logs.mkdir(exist_ok=True, mode=0o700)
    handler = _FaultFile(logs / FAULTS, encoding="utf-8")
    handler.setLevel(logging.WARNING)
    handler.setFormatter(FaultFormatter())
    handler.addFilter(lambda record: record.name.partition(".")[0] in _OURS)
    return handler


def told(trouble: BaseException) -> str:
    """An error and what led to it, the last last: one line a place in the code, then its kind."""
    lines: list[str] = []
    at: BaseException | None = trouble
    while at is not None:
        frames = traceback.extract_tb(at.__traceback__)
        places = [f"  {_shortened(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        lines = [*places, type(at).__name__, *lines]
        at = at.__cause__ or at.__context__
    return "\n".join(lines)


def report(logs: Path, schema: int, counts: Iterable[tuple[str, int]]) -> str:
    """What whoever maintains the program needs: versions, how much there is, the last faults. Nothing of anybody."""
    parts = [f"{name} {found}" for name in _PARTS if (found := _version(name))]
    lines = [
        f"Qingzhang schema {schema}",
        f"Python {sys.version.split()[0]} {platform.system()} {platform.release()} {platform.machine()}",
        ", ".join(parts),
        ", ".join(f"{name} {count}" for name, count in counts),
        "",
        *_last_lines(logs / FAULTS),
        *(_line_of_crash(line) for line in _last_lines(logs / CRASH)),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _last_lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8", "replace").splitlines()[-_TOLD_LINES:]
    except OSError:
        return []


def _line_of_crash(line: str) -> str:
    """Python names whole paths, and with them whoever works on this machine."""
    found = _PLACE.search(line)
    return f"  {_shortened(found[1])}:{found[2]} {found[3]}" if found else line


def _shortened(file: str) -> str:
    path = Path(file)
    if path.is_relative_to(PROGRAM) and ".venv" not in path.parts:
        return path.relative_to(PROGRAM).as_posix()
    return "/".join(path.parts[-2:])


class RunMark:
    """A file that stands in the log folder while a window is open: one found at a start was left by a crash."""

    def __init__(self, logs: Path) -> None:
        """Name it; nothing is written yet."""
        self.file = logs / "open"

    def begin(self) -> bool:
        """Set the mark; whether the run before did not end as it should."""
        left = self.file.exists()
        self.file.touch()
        return left

    def end(self) -> None:
        """Take it away."""
        self.file.unlink(missing_ok=True)
