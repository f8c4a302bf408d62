"""The first hit of the palette among 50,000 claims, beside one bare scan of the same names and numbers."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from models import settings
from models.actions.demo import fill
from models.actions.desk import Desk
from models.clock import Clock
from models.queries.claims import claim_rows
from models.store import Store, open_store
from tests.bench.measure import Measured, beside
from ui.context import AppContext
from ui.jobs import InlineJobs
from ui.palette.finding import Finding
from ui.palette.index import Index, read_index

TODAY = date(2026, 11, 20)
CLAIMS = 50_000
TYPED = ("hr", "恒", "0123", "DEMO-2511", "zz")


def bench_palette() -> list[Measured]:
    """Five searches: initials, Chinese, digits, a number, and one that finds nothing; together 100 ms each at most."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "data")
        fill(Desk(store, Clock(TODAY), "bench"), CLAIMS)
        index = read_index(store, claim_rows(store, TODAY, TODAY), _context(store).formats)
        finding = Finding(_context(store), (), (), lambda *_: None, lambda *_: None)
        row = beside(
            "five searches of the palette, 50,000 claims", lambda: [finding.rows(index, typed) for typed in TYPED],
            "five bare scans of names and numbers", lambda: _scans(index), goal=4.0,
        )  # fmt: skip
        store.close()
    del app
    return [row]


def _context(store: Store) -> AppContext:
    return AppContext(store, Clock(TODAY), lambda *_, **__: b"", settings, InlineJobs(), user="bench")


def _scans(index: Index) -> None:
    """Every name and every number looked at once for each of the words, and nothing made of it."""
    for typed in TYPED:
        sum(typed in entry.text for entry in index.debtors)
        sum(typed in (row.number or "") for row in index.rows)
