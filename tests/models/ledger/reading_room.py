"""The reader's process kept open for one file after another: ten thousand starts of a process would take an hour."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from models.ledger.child import answers_to, limit, own_output, refusal
from models.ledger.proposal import Proposal
from models.ledger.transport import Message, line_of, proposal_from

HERE = Path(__file__).resolve().parents[3]
OWN = (sys.executable, "-m", "tests.models.ledger.reading_room")
SECONDS = 12.0
FILES_OF_A_PROCESS = 400
"""Then a fresh one takes over, as the memory limit is meant for one file."""


class Died(Exception):
    """The process ended without an answer."""


class Overran(Exception):
    """The process took longer than a file may take."""


class Room:
    """One process that reads files as the program's own child does, under the same limits."""

    def __init__(self, command: Sequence[str] = OWN, seconds: float = SECONDS) -> None:
        self._command, self._seconds = command, seconds
        self._read = FILES_OF_A_PROCESS
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.Queue[bytes] = queue.Queue()

    def propose(self, path: Path) -> Proposal:
        """As ``models.ledger.reading.propose``. Raises Refused, Died and Overran."""
        if self._read >= FILES_OF_A_PROCESS or self._process is None:
            self._begin()
        self._read += 1
        try:
            return proposal_from(self._messages(path))
        except (Died, Overran):
            self._read = FILES_OF_A_PROCESS
            raise

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()

    def _begin(self) -> None:
        self.close()
        self._read, self._lines = 0, queue.Queue()
        self._process = subprocess.Popen(
            self._command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        threading.Thread(target=self._listen, args=(self._process, self._lines), daemon=True).start()

    @staticmethod
    def _listen(process: subprocess.Popen[bytes], lines: queue.Queue[bytes]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.put(line)
        lines.put(b"")

    def _messages(self, path: Path) -> Iterator[Message]:
        assert self._process is not None
        assert self._process.stdin is not None
        keys = ("sheet", "mapping", "corrections", "settlements", "password", "encoding")
        request = {"want": "proposal", "path": str(path), **dict.fromkeys(keys)}
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            raise Died from None
        until = time.monotonic() + self._seconds
        while True:
            try:
                line = self._lines.get(timeout=max(until - time.monotonic(), 0))
            except queue.Empty:
                raise Overran from None
            if not line:
                raise Died
            message: Message = json.loads(line)
            if "refused" in message:
                raise refusal(message["refused"])
            yield message


def main() -> None:
    """Answer the requests that come in, one a line."""
    answers = own_output()
    limit(24 * 3600)
    for line in sys.stdin.buffer:
        for message in answers_to(json.loads(line)):
            answers.write(line_of(message))
        answers.flush()


if __name__ == "__main__":
    main()
