"""How often a wrong pass phrase was tried, kept over a restart: who guesses waits longer and longer."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.clock import instant, instant_text
from models.rules.phrase import FREE_TRIES, wait_left
from models.rules.problems import Problem, Refused
from models.store.folder import DataFolder
from models.vault.durable import write_bytes_whole


@dataclass(frozen=True)
class Counted:
    """So many wrong ones since the last right one, the last of them at an instant."""

    wrong: int
    last: datetime


class Tries:
    """The counter of one data folder. Where the folder cannot be written it counts as long as the program runs."""

    def __init__(self, folder: DataFolder) -> None:
        """Name the file; it is there only after a wrong try."""
        self.path: Path = folder.root / "tries.json"
        self._held: Counted | None = None

    def left(self, now: datetime) -> int:
        """Seconds until the next try is allowed, 0 where it is. A clock set back begins the wait anew."""
        counted = self._counted(now)
        if counted is None:
            return 0
        if now < counted.last:
            counted = Counted(counted.wrong, now)
            self._keep(counted)
        return wait_left(counted.wrong, counted.last, now)

    def begin(self, now: datetime) -> int:
        """Count a try before it is made, so that ending the program meanwhile does not help; how many there were.

        Refused: ``phrase_waits`` while it is too early.
        """
        seconds = self.left(now)
        if seconds:
            raise Refused(Problem("phrase_waits", {"seconds": str(seconds)}, "phrase"))
        counted = self._counted(now)
        before = counted.wrong if counted else 0
        self._keep(Counted(before + 1, now))
        return before

    def forget(self) -> None:
        """The right phrase was typed."""
        self._held = None
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _counted(self, now: datetime) -> Counted | None:
        """What the file says; one that cannot be read is taken for the last free try, made now."""
        try:
            told = json.loads(self.path.read_bytes())
            return Counted(int(told["wrong"]), instant(told["last"]))
        except FileNotFoundError:
            return self._held
        except (OSError, ValueError, KeyError, TypeError):
            broken = Counted(FREE_TRIES, now)
            self._keep(broken)
            return broken

    def _keep(self, counted: Counted) -> None:
        self._held = counted
        told = {"wrong": counted.wrong, "last": instant_text(counted.last)}
        with suppress(OSError):
            write_bytes_whole(self.path, json.dumps(told).encode())
