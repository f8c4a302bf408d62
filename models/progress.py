"""How far long work has come, and whether to stop."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, of all). May raise Cancelled; the work then leaves nothing half done."""


class Cancelled(Exception):
    """The user stopped the work."""


def silent(done: int, total: int) -> None:
    """Nobody is watching."""
