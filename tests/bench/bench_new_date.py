"""A change of date: interest, clocks and aging of 10,000 to 1,000,000 claims anew, beside a bare loop over the same.

Ours reads the books and reckons all three, as the claims, the clocks and the aging do on the morning of another day.
Half the claims are quiet; of the others each has a part payment or a demand, proved or not.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from models.queries.claims import claim_rows
from models.queries.interest import Interests, interest_of
from models.queries.limitations import Limitations
from models.queries.reckoned import reckoned
from models.rules.ageing import action_bands
from models.store import Store, open_store
from models.tables import Claim, Debtor, LegalEvent, Receipt, Share
from tests.bench.bench_aging_day import insert
from tests.bench.measure import Measured, beside

BEGUN = date(2026, 11, 20)
SIZES = (10_000, 100_000, 1_000_000)
SAMPLE = 60
WITHIN = 180
GOAL = 14.0
"""The loop finds its tuples in memory and knows one rate; the same ratio at every size is what counts."""
_AT = "2026-11-20T00:00:00Z"


class Made(NamedTuple):
    """One claim: its debtor, due date, fen, what was paid of it and when, and when it was demanded."""

    debtor: int
    due: date
    fen: int
    paid: int
    paid_on: date
    demanded_on: date | None


def made(size: int) -> list[Made]:
    """Claims due in the last four years and the next two months, the same at every run."""
    chance = random.Random(5)
    rows = []
    for number in range(size):
        due = BEGUN - timedelta(days=chance.randrange(-60, 1400))
        fen = chance.randrange(1_000, 9_000_000)
        paid = fen // 3 if number % 4 == 0 else 0
        paid_on = min(due + timedelta(days=chance.randrange(1, 300)), BEGUN)
        demanded = due + timedelta(days=60) if number % 4 == 1 and due < BEGUN - timedelta(days=60) else None
        rows.append(Made(number % max(1, size // 20), due, fen, paid, paid_on, demanded))
    return rows


@contextmanager
def books(rows: list[Made]) -> Iterator[Store]:
    """A folder with these claims; the journal has no part in what is measured."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "data")
        debtors = max(row.debtor for row in rows) + 1
        insert(
            store,
            Debtor,
            ({"id": key, "name": f"公司{key}", "initials": "GS"} for key in range(1, debtors + 1)),
        )
        insert(store, Claim, (_claim(key, row) for key, row in enumerate(rows, 1)))
        paid = [(key, row) for key, row in enumerate(rows, 1) if row.paid]
        insert(store, Receipt, (_receipt(key, row) for key, row in paid))
        insert(
            store,
            Share,
            ({"id": key, "receipt_id": key, "claim_id": key, "fen": row.paid} for key, row in paid),
        )
        insert(store, LegalEvent, (_demand(key, row) for key, row in enumerate(rows, 1) if row.demanded_on))
        yield store
        store.close()


def _claim(key: int, row: Made) -> dict[str, object]:
    return {"id": key, "debtor_id": row.debtor + 1, "number": f"N{key}", "kind": "sale", "due_on": row.due.isoformat(),
            "issued_on": (row.due - timedelta(days=60)).isoformat(), "amount_fen": row.fen, "currency": "CNY",
            "disputed": 0, "registered_on": row.due.isoformat()}  # fmt: skip


def _receipt(key: int, row: Made) -> dict[str, object]:
    return {"id": key, "debtor_id": row.debtor + 1, "received_on": row.paid_on.isoformat(), "amount_fen": row.paid,
            "currency": "CNY", "source": "clerk", "day_known": 1, "kind": "payment", "posted_at": _AT,
            "posted_by": "bench"}  # fmt: skip


def _demand(key: int, row: Made) -> dict[str, object]:
    return {"id": key, "claim_id": key, "code": "D1", "happened_on": str(row.demanded_on), "shows": "",
            "entered_at": _AT, "entered_by": "bench"}  # fmt: skip


def anew(store: Store, on: date) -> tuple[int, int, int]:
    """Ours: all interest, how many clocks end within the horizon, and what is open, as of a day."""
    day = reckoned(store, on)
    borne = sum(day.interests.of(row) or 0 for row in day.rows)
    return borne, len(day.clocks.rows(WITHIN)), day.aging().total.total_fen


def _another_day(store: Store, days: Iterator[date]) -> None:
    anew(store, next(days))


def bare(rows: list[Made], on: date) -> tuple[int, int, int]:
    """The floor: one rate, three years, one band a claim, of tuples that lie ready in memory."""
    bands, today = action_bands(), on.toordinal()
    sums: dict[tuple[int, str], int] = {}
    borne = ending = 0
    for debtor, due, fen, paid, _, demanded in rows:
        late, left = today - due.toordinal(), fen - paid
        borne += (left * 45 * max(late, 0) * 2 + 365_000) // 730_000
        ending += (demanded or due).toordinal() + 1096 - today <= WITHIN
        band = bands.of_days(late)
        sums[debtor, band] = sums.get((debtor, band), 0) + left
    return borne, ending, sum(sums.values())


def _hold_together(store: Store, rows: list[Made], on: date) -> None:
    """Of some claims each figure is held against the rule that reckons a claim alone; the sums against the loop."""
    found = anew(store, on)
    if found[2] != bare(rows, on)[2]:
        raise AssertionError("ours and the bare loop disagree on what is open")
    interests, limitations = Interests(store, on, on), Limitations(store)
    for row in claim_rows(store, on, on, claims=range(1, SAMPLE)):
        if (interests.of(row) or 0) != interest_of(store, row.id, on, on).total_fen:
            raise AssertionError("the two reckonings of interest disagree")
        clocks = limitations.clocks(row)
        if limitations.of(row) != (clocks.claimed.last_day, clocks.provable.last_day):
            raise AssertionError("the two reckonings of limitation disagree")


def bench_new_date() -> list[Measured]:
    """Three sizes, ten times each other; every round is another day."""
    found = []
    for size in SIZES:
        rows = made(size)
        with books(rows) as store:
            _hold_together(store, rows, BEGUN)
            days = iter(BEGUN + timedelta(days=number) for number in range(1, 100))
            found.append(
                beside(
                    f"a change of date: interest, clocks, aging, {size:,}",
                    partial(_another_day, store, days),
                    "bare loop over tuples", partial(bare, rows, BEGUN),
                    goal=GOAL, rounds=5 if size < 1_000_000 else 1,
                )
            )  # fmt: skip
    return found
