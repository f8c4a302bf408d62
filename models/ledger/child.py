"""The process that opens what may be hostile: little memory, little time, and nothing to lose.

Started as ``python -m models.ledger.child`` with one JSON line on its standard input; answers in JSON lines.
A frozen program starts itself with ``CHILD_FLAG`` as its only argument, and ``main.py`` hands over to ``main()``.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from models.ledger.files import read_file
from models.ledger.transport import Message, grid_messages, line_of, proposal_messages
from models.ledger.understanding import understand
from models.rules.problems import Problem, Refused

CHILD_FLAG = "--read-ledger"
MEMORY_BYTES = 500 * 1024 * 1024


def main() -> None:
    """Read the request, answer, and leave without cleaning up: the memory is the system's again at once."""
    answers = own_output()
    request = json.loads(sys.stdin.buffer.readline())
    limit(int(request["seconds"]))
    gc.disable()
    for message in answers_to(request):
        answers.write(line_of(message))
        answers.flush()  # at once: after its last word this process has a large ledger to forget
    os._exit(0)


def own_output() -> BinaryIO:
    """The pipe to the program; whatever a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb", buffering=1 << 20)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def limit(seconds: int) -> None:
    """500 MB and so many seconds of work, held by the system (Windows has a time only, held by the parent)."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        with suppress(ValueError, OSError):  # macOS knows some of these by name only
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def counts_work() -> bool:
    """Whether the system ends a process after so many seconds of work, however long it waited for its turn."""
    return sys.platform != "win32"


def has_worked_too_long(returned: int) -> bool:
    """Whether the system ended the process for that, by what it returned."""
    return sys.platform != "win32" and returned == -signal.SIGXCPU


def answers_to(request: dict[str, Any]) -> Iterator[Message]:
    """The messages that answer one request; whatever goes wrong is a refusal."""
    try:
        yield from _read(request)
    except Refused as refused:
        yield {"refused": [[p.code, dict(p.params), p.where] for p in refused.problems]}
    except MemoryError:
        yield {"refused": [["ledger_memory", {}, None]]}
    except (
        BaseException
    ) as crash:  # a panic of the Rust reader is no Exception, and must end as a sentence too
        yield {
            "refused": [["ledger_reader_failed", {"detail": f"{type(crash).__name__}: {crash}"[:300]}, None]]
        }


def _read(request: dict[str, Any]) -> Iterator[Message]:
    mapping = request["mapping"]
    grid = read_file(
        Path(request["path"]), request["sheet"], request["password"], mapping, request["encoding"]
    )
    yield {"progress": 50}
    if request["want"] == "grid":
        yield from grid_messages(grid)
    else:
        proposal = understand(grid, mapping, request["corrections"], _by_row(request["settlements"]))
        yield {"progress": 80}
        yield from proposal_messages(proposal)


def _by_row(settlements: dict[str, list[int]] | None) -> dict[int, list[int]] | None:
    """JSON knows no numbers as keys."""
    return {int(row): claims for row, claims in settlements.items()} if settlements else None


def refusal(answer: list[list[Any]]) -> Refused:
    """The refusal that a child sent."""
    return Refused(*(Problem(code, params, where) for code, params, where in answer))


if __name__ == "__main__":
    main()
