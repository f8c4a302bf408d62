"""How far long work has come, and whether to stop."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[int, int], None]
"""Called with (done, of all). May raise Cancelled; the work then leaves nothing half done."""


class Cancelled(Exception):
    """The user stopped the work."""


def silent(done: int, total: int) -> None:
    """Nobody is watching."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let the cyclic garbage collector rest while a hundred thousand rows are made.

    They hold no cycles, and looking through them again and again takes longer than making them.
    """
    rested = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if rested:
            gc.enable()
