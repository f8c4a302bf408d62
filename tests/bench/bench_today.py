"""The list of a day over 100,000 claims, beside reading them; and opening Today beside the same with an empty list.

Today shows its frame at once and reads the list in a lane of its own: the first paint and the paint of the first rows
are measured apart.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from models import settings
from models.actions.demo import fill
from models.actions.desk import Desk
from models.clock import Clock
from models.queries.claims import claim_rows
from models.queries.day import day_of
from models.queries.worklist import worklist
from models.store import Store, open_store
from tests.bench.measure import Measured, beside
from ui import i18n, theme
from ui.context import AppContext
from ui.jobs import Jobs
from ui.today.workspace import TodayWorkspace

TODAY = date(2026, 11, 20)
CLAIMS = 100_000
SIZE = (1232, 900)
ROUNDS = 5


class _NoPane(QWidget):
    """The pane beside the list is not measured here."""

    def show_view(self, view: object, held: object) -> None:
        """Nothing to show."""


@contextmanager
def _books() -> Iterator[tuple[Store, Store]]:
    """A large portfolio and an empty one."""
    with tempfile.TemporaryDirectory() as folder:
        empty = open_store(Path(folder) / "empty", bind=False)
        store = open_store(Path(folder) / "data")
        fill(Desk(store, Clock(TODAY), "bench"), CLAIMS)
        yield store, empty
        store.close()
        empty.close()


def _app() -> QApplication:
    app = QApplication.instance() or QApplication([])
    i18n.speak(app, "zh_CN")
    theme.apply(app, "light")  # type: ignore[arg-type]
    return app  # type: ignore[return-value]


def _paint(app: QApplication, made: QWidget) -> None:
    made.resize(*SIZE)
    made.show()
    app.processEvents()
    made.grab()


def _close(app: QApplication, made: QWidget) -> None:
    made.hide()
    made.deleteLater()
    app.processEvents()


def _opened(app: QApplication, jobs: Jobs, store: Store) -> tuple[float, float]:
    """Milliseconds from nothing to the first paint, and to the first paint with rows."""
    begun = time.perf_counter()
    context = AppContext(store, Clock(TODAY), lambda *_, **__: b"", settings, jobs, user="bench")
    made, loop = TodayWorkspace(context, _NoPane()), QEventLoop()
    made.loaded.connect(loop.quit)
    _paint(app, made)
    framed = time.perf_counter()
    if made.day is None:
        loop.exec()
    made.grab()
    rows = time.perf_counter()
    _close(app, made)
    return (framed - begun) * 1000, (rows - begun) * 1000


def _list_alone(store: Store) -> float:
    begun = time.perf_counter()
    day_of(store, TODAY)
    return (time.perf_counter() - begun) * 1000


def _anew(store: Store, asked: Callable[[Store], object]) -> None:
    """Ask as at the start of a day, when nothing has been read yet."""
    fresh = open_store(store.folder.root, bind=False)
    asked(fresh)
    fresh.close()


def bench_today() -> list[Measured]:
    """Every level of every old claim of the sample is open: the largest list there can be."""
    app = _app()
    with _books() as (store, empty):
        listed = beside(
            f"the day's list of {CLAIMS:,} claims", partial(_anew, store, lambda fresh: worklist(fresh, TODAY)),
            "reading the claims", partial(_anew, store, lambda fresh: claim_rows(fresh, TODAY, TODAY)),
            goal=3.0, rounds=3,
        )  # fmt: skip
        return [listed, *_opening(app, store, empty)]


def _opening(app: QApplication, store: Store, empty: Store) -> list[Measured]:
    jobs = Jobs()
    _opened(app, jobs, store), _opened(app, jobs, empty)
    found = [
        (*_opened(app, jobs, store), _opened(app, jobs, empty)[0], _list_alone(store)) for _ in range(ROUNDS)
    ]
    framed, rows, floor, alone = (statistics.median(column) for column in zip(*found, strict=True))
    what = f"opening Today, {CLAIMS:,} claims"
    return [
        Measured(f"{what}: first paint", framed, "the same with an empty list", floor, 1.5),
        Measured(f"{what}: rows painted", rows, "making the list alone", alone, 1.5),
    ]
