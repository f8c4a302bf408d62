"""What was made of the books, kept while nothing is written, so that all who ask about a day read them once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from sqlite3 import Connection
from typing import Any, TypeVar

T = TypeVar("T")


class Kept(threading.local):
    """One thread's memory; each thread has a connection, and thus a look at the books, of its own.

    Under each name only the newest is kept, so that a large portfolio does not pile up day by day.
    """

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.snapshot = False
        self._state: tuple[Connection, int, int] | None = None
        self._held: dict[str, tuple[Hashable, Any]] = {}

    def get(self, connection: Connection, name: str, of: Hashable, make: Callable[[T | None], T]) -> T:
        """What is held under a name ``of`` that day; else it is made, of what was held of another where there is any.

        Outside a snapshot it is made anew: an act sees its own unfinished work, which may still be taken back.
        """
        if not self.snapshot:
            return make(None)
        # What others wrote, and what this connection did.
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        (changes,) = connection.execute("SELECT total_changes()").fetchone()
        state = connection, version, changes
        if state != self._state:
            self._state, self._held = state, {}
        held_of, held = self._held.get(name, (None, None))
        if held is None or held_of != of:
            held = make(held)
            self._held[name] = of, held
        found: T = held
        return found
