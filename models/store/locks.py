"""Who may act on a data folder now: operating-system locks that a crash lets go of."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from models.rules.problems import Problem, Refused

WAIT_S = 10.0
_STEP_S = 0.02


class FolderLock:
    """One lock file. Re-entrant within a thread; the text inside is for the message only, never for the decision."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is opened yet."""
        self.path = path
        self._thread = threading.RLock()
        self._depth = 0
        self._file: IO[bytes] | None = None

    def try_now(self) -> bool:
        """Take the lock if nobody has it; never waits."""
        if not self._thread.acquire(blocking=False):
            return False
        if self._depth == 0:
            self._file = _locked_file(self.path)
            if self._file is None:
                self._thread.release()
                return False
        self._depth += 1
        return True

    def release(self) -> None:
        """Let go of one level."""
        self._depth -= 1
        if self._depth == 0 and self._file is not None:
            self._file.close()
            self._file = None
        self._thread.release()

    @contextmanager
    def held(self, wait_s: float | None = None) -> Iterator[None]:
        """Hold the lock for one act, waiting up to ``wait_s`` seconds, ``WAIT_S`` unless told.

        Refused (``folder_busy``) names the holder.
        """
        until = time.monotonic() + (WAIT_S if wait_s is None else wait_s)
        while not self.try_now():
            if time.monotonic() >= until:
                raise Refused(Problem("folder_busy", self.holder(), str(self.path.parent)))
            time.sleep(_STEP_S)
        try:
            yield
        finally:
            self.release()

    def holder(self) -> dict[str, str]:
        """Host and process that wrote itself into the file last."""
        try:
            told = json.loads(self.path.read_text("utf-8"))
            return {"host": str(told["host"]), "pid": str(told["pid"])}
        except (OSError, ValueError, KeyError):
            return {"host": "?", "pid": "?"}


def _locked_file(path: Path) -> IO[bytes] | None:
    file = path.open("a+b")
    if not _lock(file):
        file.close()
        return None
    file.seek(0)
    told = json.dumps({"host": socket.gethostname(), "pid": os.getpid()}).encode()
    if file.read() != told:  # a file cut short is written through by the system: not at every act
        file.truncate(0)
        file.write(told)
        file.flush()
    return file


if os.name == "nt":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        # One byte far behind the text, so that the text stays readable for the message.
        file.seek(1 << 20)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
