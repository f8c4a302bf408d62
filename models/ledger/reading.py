"""Read a ledger of any make: the file is opened in a child process with a memory and a time cap."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from models.ledger.child import CHILD_FLAG, MEMORY_BYTES, counts_work, has_worked_too_long, refusal
from models.ledger.decoding import Choice
from models.ledger.files import encoding_choices, read_file
from models.ledger.grid import Grid
from models.ledger.proposal import Proposal
from models.ledger.text_tables import grid_of_text
from models.ledger.transport import Message, grid_from, proposal_from
from models.ledger.understanding import understand
from models.progress import Progress, collector_at_rest, silent
from models.rules.problems import Problem, Refused

_ROOT = Path(__file__).resolve().parents[2]
_LARGEST_FILE = 300_000_000
_LEAST_SECONDS, _MOST_SECONDS = 9, 90
_BYTES_PER_SECOND = 1_000_000
_PATIENCE = 60 if counts_work() else 0
"""So many seconds more may pass on the clock where the child's own work is counted: the machine may be busy."""
_TICK = 0.05
_STEPS = 100

Answer = TypeVar("Answer")
FieldMapping = Mapping[str, str | None]


def propose(
    path: Path,
    *,
    sheet: str | None = None,
    mapping: FieldMapping | None = None,
    corrections: Mapping[str, str] | None = None,
    settlements: Mapping[int, Sequence[int]] | None = None,
    password: str | None = None,
    encoding: str | None = None,
    progress: Progress = silent,
    in_child: bool = True,
) -> Proposal:
    """What the file proposes as claims; nothing is written.

    ``sheet`` by name, else the likeliest. ``mapping``: {field: heading}. ``corrections``: {cell: text} in place of
    cells. ``encoding`` of a text file, else the one it shows. ``progress`` is called with (done, of 100) some twenty
    times a second and may raise Cancelled, which ends the child. Raises Refused for what cannot be read: never
    anything else, whatever the file does.
    """
    if not in_child:
        _refuse_absent(path)
        grid = read_file(path, sheet, password, mapping, encoding)
        return understand(grid, mapping, corrections, settlements)
    request = {
        "want": "proposal",
        "sheet": sheet,
        "mapping": mapping,
        "corrections": corrections,
        "settlements": settlements,
        "password": password,
        "encoding": encoding,
    }
    with _Child(path, request) as child, collector_at_rest():
        return _made(proposal_from, child.messages(progress))


def read_grid(
    path: Path,
    *,
    sheet: str | None = None,
    mapping: FieldMapping | None = None,
    password: str | None = None,
    encoding: str | None = None,
    progress: Progress = silent,
    in_child: bool = True,
) -> Grid:
    """The cells of the sheet, for ``understand(grid, mapping, corrections)`` after each edit. As ``propose``."""
    if not in_child:
        _refuse_absent(path)
        return read_file(path, sheet, password, mapping, encoding)
    request = {
        "want": "grid",
        "sheet": sheet,
        "mapping": mapping,
        "corrections": None,
        "password": password,
        "encoding": encoding,
    }
    with _Child(path, request) as child, collector_at_rest():
        return _made(grid_from, child.messages(progress))


def encodings_of(path: Path) -> tuple[Choice, ...]:
    """The ways to read a text file, the one that is taken first, each with its first lines; none for workbooks.

    Raises Refused where the file is not there.
    """
    _refuse_absent(path)
    return encoding_choices(path)


def grid_of_clipboard(text: str) -> Grid:
    """The table that was copied in a spreadsheet: lines with tabs. Raises Refused for what is none."""
    return grid_of_text(text)


def propose_text(text: str, mapping: FieldMapping | None = None) -> Proposal:
    """What the clipboard proposes as claims. Raises Refused for what is no table with headings."""
    return understand(grid_of_clipboard(text), mapping)


def _refuse_absent(path: Path) -> int:
    """The size of the file. Raises Refused where it is not there, no file, too large or held by another program."""
    name = {"file": path.name}
    try:
        if not path.is_file():
            raise Refused(Problem("ledger_not_there", name))
        with path.open("rb"):
            size = path.stat().st_size
    except PermissionError:
        raise Refused(Problem("ledger_locked", name)) from None
    except OSError:
        raise Refused(Problem("ledger_not_there", name)) from None
    if size > _LARGEST_FILE:
        raise Refused(Problem("ledger_too_large", {"rows": "?", "columns": "?"}))
    return size


def _made(make: Callable[[Iterator[Message]], Answer], messages: Iterator[Message]) -> Answer:
    """What the messages make up. Raises Refused for nonsense: the process that sends them is not trusted."""
    try:
        return make(messages)
    except (
        ArithmeticError,
        AttributeError,
        EOFError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as nonsense:
        raise Refused(Problem("ledger_reader_died")) from nonsense


class _Child:
    """The reading process: asked once, listened to, and ended whatever happens."""

    def __init__(self, path: Path, request: dict[str, Any]) -> None:
        size = _refuse_absent(path)
        self.seconds = min(_LEAST_SECONDS + size // _BYTES_PER_SECOND, _MOST_SECONDS)
        self.request = {**request, "path": str(path.resolve()), "seconds": self.seconds}
        self.lines: queue.Queue[bytes | None] = queue.Queue()

    def __enter__(self) -> _Child:
        self.process = subprocess.Popen(  # noqa: S603  the command is our own, the file's name goes through the pipe
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            bufsize=1 << 20,
            env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.ends_at = time.monotonic() + self.seconds + _PATIENCE
        assert self.process.stdin is not None  # noqa: S101  asked for above
        try:
            with self.process.stdin as pipe:
                pipe.write(json.dumps(self.request).encode() + b"\n")
        except OSError:
            pass  # it died at once: its silence is told below
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, trouble: object, *_: object) -> None:
        self.process.kill()
        if trouble is not None:
            self.process.wait()  # nobody holds the file any more when the trouble is told

    def _listen(self) -> None:
        """Take every line; the process is seen off here, as it takes a while to give back its memory."""
        assert self.process.stdout is not None  # noqa: S101  asked for above
        with self.process.stdout as pipe:
            left = MEMORY_BYTES
            while left > 0 and (line := pipe.readline(left)):
                self.lines.put(line)
                left -= len(line)
        self.lines.put(None)
        self.process.wait()

    def messages(self, progress: Progress) -> Iterator[Message]:
        """What the child says, until it ends. Raises Refused when it refuses, dies or takes too long."""
        done = 0
        while True:
            progress(done, _STEPS)
            try:
                line = self.lines.get(timeout=_TICK)
            except queue.Empty:
                if time.monotonic() > self.ends_at:
                    raise self._too_slow() from None
                continue
            if line is None:
                raise self._silence()
            message: Message = json.loads(line)
            if "refused" in message:
                raise refusal(message["refused"])
            done = message.get("progress", done)
            yield message

    def _silence(self) -> Refused:
        """Why it says nothing any more. One that lives on without a word is no better than a dead one."""
        with suppress(subprocess.TimeoutExpired):
            if has_worked_too_long(self.process.wait(_TICK)):
                return self._too_slow()
        return Refused(Problem("ledger_reader_died"))

    def _too_slow(self) -> Refused:
        return Refused(Problem("ledger_too_slow", {"seconds": str(self.seconds)}))


def _command() -> list[str]:
    """The program itself where it is frozen, else this Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_FLAG]
    return [sys.executable, "-m", "models.ledger.child"]
