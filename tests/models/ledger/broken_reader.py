"""Readers broken on purpose, each in a process of its own: the trials of files have to find them out.

``python -m tests.models.ledger.broken_reader HOW [room]`` stands for the reader of one file, or of one after another.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from models.ledger import child
from models.ledger.grid import Grid
from tests.models.ledger import reading_room

_sound = child.read_file


def lose_the_last_row(*given: Any) -> Grid:
    """Everything but one claim, which nobody would miss."""
    grid = _sound(*given)
    return replace(grid, rows=grid.rows[:-1])


def never_end(*_: Any) -> Grid:
    """Not a word, for ever."""
    while True:
        time.sleep(1)


def die(*_: Any) -> Grid:
    """As a fault in a library written in C ends a process."""
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError("alive")


WAYS: dict[str, Callable[..., Grid]] = {each.__name__: each for each in (lose_the_last_row, never_end, die)}


def command(how: str, *more: str) -> list[str]:
    """What starts such a reader."""
    return [sys.executable, "-m", __name__, how, *more]


if __name__ == "__main__":
    child.read_file = WAYS[sys.argv[1]]
    (reading_room if sys.argv[2:] else child).main()
