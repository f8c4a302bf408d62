"""The claims window on 100,000 claims, beside what Qt needs for the same with nothing behind it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from models import settings
from models.actions.demo import fill
from models.actions.desk import Desk
from models.clock import Clock
from models.store import Store, open_store
from tests.bench.measure import Measured, beside
from ui import i18n, theme
from ui.claims import portfolio as reading
from ui.claims.workspace import ClaimsWorkspace
from ui.common.table import Order
from ui.context import AppContext
from ui.jobs import InlineJobs

TODAY = date(2026, 11, 20)
CLAIMS, FLOOR_ROWS, COLUMNS = 100_000, 400, 9
SIZE = (1232, 900)


class _NoPanel(QWidget):
    """The evidence room is not measured here."""

    def show_claim(self, claim: int) -> None:
        """Nothing to show."""


@contextmanager
def _books() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "data")
        fill(Desk(store, Clock(TODAY), "bench"), CLAIMS)
        yield store
        store.close()


def _app() -> QApplication:
    app = QApplication.instance() or QApplication([])
    i18n.speak(app, "zh_CN")
    theme.apply(app, "light")  # type: ignore[arg-type]
    return app  # type: ignore[return-value]


def _workspace(store: Store) -> ClaimsWorkspace:
    context = AppContext(store, Clock(TODAY), lambda *_, **__: b"", settings, InlineJobs(), user="bench")
    made = ClaimsWorkspace(context, _NoPanel())
    made.resize(*SIZE)
    return made


def _first_paint(app: QApplication, store: Store) -> None:
    """From nothing to rows on the screen; the rest of the portfolio is read afterwards.

    What the views ask of the day is kept by the store for all who ask: here it is read in the first round alone, as
    the list of the day has read it when the claims come to the front.
    """
    made = _workspace(store)
    made.model.set_portfolio(reading.read_first(store, TODAY))
    made.show()
    app.processEvents()
    made.grab()
    made.hide()
    made.deleteLater()
    app.processEvents()


def _floor(app: QApplication) -> None:
    """A bare table of 400 rows in C++, shown and painted."""
    model = QStandardItemModel(FLOOR_ROWS, COLUMNS)
    for row in range(FLOOR_ROWS):
        for column in range(COLUMNS):
            model.setItem(row, column, QStandardItem(f"苏州恒锐精密制造 {row}.{column}"))
    view = QTableView()
    view.setModel(model)
    view.resize(*SIZE)
    view.show()
    app.processEvents()
    view.grab()
    view.hide()
    view.deleteLater()
    app.processEvents()


def bench_claims_window() -> list[Measured]:
    """First paint, sorting and a keystroke of finding; the peer of the last two is one repaint of the table."""
    app = _app()
    rows = []
    with _books() as store:
        rows.append(
            beside(
                "first paint of the claims window, 100,000 claims", lambda: _first_paint(app, store),
                "bare QTableView, 400 rows", lambda: _floor(app), goal=1.5,
            )
        )  # fmt: skip
        made = _workspace(store)
        made.show()
        made.model.set_portfolio(reading.complete(reading.read(store, TODAY), lambda _done, _all: None))
        app.processEvents()

        def repaint() -> None:
            made.table.repaint()  # both halves and their heads in one go: one by one, each would paint the other too

        orders = [Order("balance"), Order("due", True)]

        def sort() -> None:
            orders.reverse()
            made.model.portfolio.orders.clear()
            made.model.set_order(orders[0])
            repaint()

        words = ["hr", "h"]

        def keystroke() -> None:
            words.reverse()
            made.model.set_words(words[0])
            repaint()

        rows.append(beside("sorting 100,000 claims, painted", sort, "one repaint", repaint, goal=10.0))
        rows.append(
            beside("a keystroke of finding in 100,000, painted", keystroke, "one repaint", repaint, goal=1.6)
        )
    return rows
