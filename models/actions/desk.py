"""Who acts, where and when: what every act is handed first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from models.clock import Clock
from models.rules.problems import Problem, Refused
from models.store import Store, Unit


@dataclass(frozen=True)
class Desk:
    """One person at work on one portfolio. ``who`` stands in the journal."""

    store: Store
    clock: Clock
    who: str

    @property
    def today(self) -> date:
        """The day that counts as today."""
        return self.clock.today()

    @contextmanager
    def act(self, verb: str) -> Iterator[Unit]:
        """One journaled transaction under this person's name."""
        with self.store.unit(verb, self.who, self.clock.now()) as unit:
            yield unit

    def day_of_act(self, on: date | None) -> date:
        """The day an act counts on: today unless told; Refused (``after_today``) for a day to come."""
        day = on or self.today
        if day > self.today:
            raise Refused(Problem("after_today", {"day": day.isoformat(), "today": self.today.isoformat()}))
        return day
