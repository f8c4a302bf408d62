"""The lock of the window: whether there is one, and what opens it.

It stands in a small file beside the database and not in it: it is asked for before anything of the books is shown,
a wrong try is counted where no act may be written, and no journal or backup carries a seal that could be guessed at.
It hides what is on the screen and encrypts nothing: whoever can change the folder can take the file away.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path

from models.rules.problems import Problem, Refused
from models.store.folder import DataFolder
from models.store.keys import opens_books
from models.store.passphrase import USUAL, Cost, Seal, opens, refuse_weak, sealed
from models.store.store import Store
from models.store.tries import Tries
from models.vault.durable import write_bytes_whole

_VERSION = 1
Opens = Callable[[str], bool]


class AppLock:
    """The lock of one data folder. ``books`` opens encrypted books: then theirs is the one phrase there is."""

    def __init__(self, folder: DataFolder, books: Opens | None = None, cost: Cost = USUAL) -> None:
        """Name the file; it is there while a lock is set. ``cost`` is that of a guess at a phrase set from now on."""
        self.path: Path = folder.root / "applock.json"
        self.tries = Tries(folder)
        self._folder, self._books, self.cost = folder, books, cost

    @property
    def books(self) -> Opens | None:
        """What opens the books, where they are encrypted now."""
        return self._books or (partial(opens_books, self._folder.root) if self._folder.encrypted else None)

    @property
    def is_set(self) -> bool:
        """Whether the window has a lock."""
        return self.path.exists()

    def try_phrase(self, phrase: str, now: datetime) -> int:
        """Open it; how many wrong tries there were since it was opened last.

        Refused: ``phrase_waits``, ``phrase_wrong``, ``lock_damaged``.
        """
        before = self.tries.begin(now)
        if not self._opens(phrase):
            raise Refused(Problem("phrase_wrong", {}, "phrase"))
        self.tries.forget()
        return before

    def put(self, phrase: str) -> None:
        """Set the lock, or another phrase. Refused where it is weak, or with encrypted books not theirs."""
        if self.books is None:
            refuse_weak(phrase)
            self._write(sealed(phrase, self.cost))
        elif self.books(phrase):
            self._write(None)
        else:
            raise Refused(Problem("phrase_not_of_books", {}, "phrase"))
        self.tries.forget()

    def take_away(self) -> None:
        """No lock any more."""
        self.path.unlink(missing_ok=True)
        self.tries.forget()

    def follow_books(self) -> None:
        """The books were encrypted: a lock that is set opens from now on with their phrase."""
        if self.is_set:
            self._write(None)

    def _opens(self, phrase: str) -> bool:
        if self.books is not None:
            return self.books(phrase)
        try:
            told = json.loads(self.path.read_bytes())
            return opens(phrase, Seal(**told["seal"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise Refused(Problem("lock_damaged", {"file": str(self.path)}, str(self.path))) from error

    def _write(self, seal: Seal | None) -> None:
        told = {"version": _VERSION, "seal": asdict(seal) if seal else None}
        write_bytes_whole(self.path, json.dumps(told).encode())


def lock_of(store: Store) -> AppLock:
    """The lock of a portfolio that is open."""
    return AppLock(store.folder)
