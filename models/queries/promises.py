"""How promises fared: which stand, which were kept, by debtor and by the clerk who took them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.queries.conduct import PromiseRow, promises
from models.queries.settings import setting
from models.settings import PROMISE_GRACE_DAYS
from models.store import Store


@dataclass(frozen=True)
class Kept:
    """Promises whose day has passed, and those that are still open; one replaced in time counts nowhere.

    ``part`` were paid in part by their day, ``missed`` not at all; sums are fen of one currency.
    """

    kept: int = 0
    part: int = 0
    missed: int = 0
    open: int = 0
    promised_fen: int = 0
    paid_fen: int = 0

    @property
    def judged(self) -> int:
        """How many have been put to the test."""
        return self.kept + self.part + self.missed

    @property
    def percent(self) -> int | None:
        """Of the sums promised, how much came by its day: whole percent, rounded down; None before the first test."""
        return self.paid_fen * 100 // self.promised_fen if self.promised_fen else None


@dataclass(frozen=True)
class Promises:
    """Every promise as of a day, and the rates that follow from them."""

    rows: tuple[PromiseRow, ...]
    by_debtor: dict[int, Kept]
    by_clerk: dict[str, Kept]
    clerk_of: dict[int, str]


def promises_of(store: Store, today: date, debtor: int | None = None) -> Promises:
    """All promises, or those of one debtor, in the order they were made."""
    rows = promises(store, today, setting(store, PROMISE_GRACE_DAYS), debtor)
    told = store.database.execute_sql("SELECT id, logged_by FROM call").fetchall()
    takers: dict[int, str] = dict(told)
    debtors: dict[int, list[PromiseRow]] = {}
    clerks: dict[str, list[PromiseRow]] = {}
    for row in rows:
        debtors.setdefault(row.debtor_id, []).append(row)
        clerks.setdefault(takers[row.call], []).append(row)
    return Promises(
        tuple(rows),
        {key: counted(each) for key, each in debtors.items()},
        {name: counted(each) for name, each in clerks.items()},
        {row.call: takers[row.call] for row in rows},
    )


def counted(rows: Iterable[PromiseRow]) -> Kept:
    """How some promises fared; sums of different currencies are added only where there is one."""
    counts = {"kept": 0, "part": 0, "missed": 0, "open": 0}
    promised = paid = 0
    for row in rows:
        fate = fate_of(row)
        if fate in counts:
            counts[fate] += 1
        if fate in ("kept", "part", "missed"):
            promised += row.fen
            paid += row.paid_fen
    return Kept(**counts, promised_fen=promised, paid_fen=paid)


def fate_of(row: PromiseRow) -> str:
    """What became of a promise: kept | part | missed | open | replaced."""
    if row.missed:
        return "part" if row.paid_fen else "missed"
    return row.state
