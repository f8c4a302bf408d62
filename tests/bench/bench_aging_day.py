"""The aging of a past day on books of 10,000 to 1,000,000 claims, beside a bare loop over the same in memory."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from models.queries.aging import aging_on
from models.rules.ageing import action_bands
from models.store import Store, open_store
from models.tables import Claim, Debtor, Receipt, Share
from tests.bench.measure import Measured, beside

TODAY, AS_OF = date(2026, 11, 20), date(2026, 8, 12)
SIZES = (10_000, 100_000, 1_000_000)
GOAL = 8.0
"""The database reads, joins and groups what the loop finds in a list; the same ratio at every size is what counts."""
_AT = "2026-11-20T00:00:00Z"

Row = tuple[int, str, str, int, int]
"""Debtor, day of issue, due date, fen, fen paid by the day."""


def made(size: int) -> list[Row]:
    """Claims of the last two years, a third of them paid in part, the same at every run."""
    chance = random.Random(1)
    rows = []
    for number in range(size):
        issued = TODAY - timedelta(days=chance.randrange(0, 600))
        due = issued + timedelta(days=60)
        paid = 100 if number % 3 == 0 else 0
        rows.append((number % max(1, size // 20), issued.isoformat(), due.isoformat(),
                     chance.randrange(1_000, 9_000_000), paid))  # fmt: skip
    return rows


@contextmanager
def books(rows: list[Row]) -> Iterator[Store]:
    """A folder with these claims; the journal has no part in what is measured."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "data")
        _fill(store, rows)
        yield store
        store.close()


def _fill(store: Store, rows: list[Row]) -> None:
    debtors = max(row[0] for row in rows) + 1
    paid = [(key, row) for key, row in enumerate(rows, 1) if row[4]]
    insert(
        store, Debtor, ({"id": key, "name": f"公司{key}", "initials": "GS"} for key in range(1, debtors + 1))
    )
    insert(store, Claim, (
        {"id": key, "debtor_id": row[0] + 1, "number": f"N{key}", "kind": "sale", "issued_on": row[1], "due_on": row[2],
         "amount_fen": row[3], "currency": "CNY", "disputed": 0, "registered_on": row[1]}
        for key, row in enumerate(rows, 1)
    ))  # fmt: skip
    insert(store, Receipt, (
        {"id": key, "debtor_id": row[0] + 1, "received_on": AS_OF.isoformat(), "amount_fen": row[4], "currency": "CNY",
         "source": "clerk", "day_known": 1, "kind": "payment", "posted_at": _AT, "posted_by": "bench"}
        for key, row in paid
    ))  # fmt: skip
    insert(
        store, Share, ({"id": key, "receipt_id": key, "claim_id": key, "fen": row[4]} for key, row in paid)
    )


def insert(store: Store, table: type, rows: Iterator[dict[str, object]]) -> None:
    """Rows of a table at once, what is not given by its default; the journal has no part in it."""
    first = next(rows, None)
    if first is None:
        return
    defaults = {
        column.column_name: "" if column.default is None or callable(column.default) else column.default
        for column in table._meta.sorted_fields
        if not column.null and column.column_name not in first
    }
    names = [*first, *defaults]
    statement = (
        f"INSERT INTO {table._meta.table_name} ({','.join(names)}) VALUES ({','.join('?' * len(names))})"
    )
    connection = store.database.connection()
    values = ([*row.values(), *defaults.values()] for row in (first, *rows))
    connection.execute("BEGIN")
    connection.executemany(statement, values)
    connection.execute("COMMIT")


def in_the_books(store: Store) -> dict[str, int]:
    """Ours: the whole aging by debtor; its total by band."""
    return dict(aging_on(store, AS_OF, TODAY, "debtor", action_bands()).total.bands)


def bare(rows: list[Row]) -> dict[str, int]:
    """The peer: one pass over tuples that lie ready in memory, sums by debtor and band."""
    bands, as_of = action_bands(), AS_OF.isoformat()
    names: dict[str, str] = {}
    sums: dict[tuple[int, str], int] = {}
    for debtor, issued, due, fen, paid in rows:
        if issued > as_of:
            continue
        band = names.get(due)
        if band is None:
            band = names[due] = bands.of(date.fromisoformat(due), AS_OF)
        sums[debtor, band] = sums.get((debtor, band), 0) + fen - paid
    totals: dict[str, int] = {}
    for (_, band), fen in sums.items():
        totals[band] = totals.get(band, 0) + fen
    return totals


def bench_aging_day() -> list[Measured]:
    """Three sizes, ten times each other."""
    found = []
    for size in SIZES:
        rows = made(size)
        with books(rows) as store:
            if in_the_books(store) != bare(rows):
                raise AssertionError("ours and the bare loop disagree")
            found.append(
                beside(
                    f"aging of a past day, {size:,} claims",
                    partial(in_the_books, store),
                    "bare loop over tuples",
                    partial(bare, rows),
                    goal=GOAL,
                    rounds=7 if size < 1_000_000 else 3,
                )
            )
    return found
