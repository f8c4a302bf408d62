"""The window in one language and theme, with the sample portfolio, ready to be acted in and drawn."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from main import render
from models import settings
from models.store import Store
from models.tables import database
from tests.shots.sample import USER, Then
from ui import i18n, theme
from ui.context import AppContext
from ui.jobs import InlineJobs
from ui.main_window import MainWindow


class Stage:
    """The window in one language and theme, and what is needed to act in it."""

    def __init__(
        self,
        app: QApplication,
        store: Store,
        empty: Store,
        today: date,
        language: str,
        look: str,
        size: float,
        claims: list[int],
    ) -> None:
        self.app, self.store, self.empty, self.today = app, store, empty, today
        self.language, self.claims = language, claims
        i18n.speak(app, language)
        theme.apply(app, look, size, language)
        self.windows: list[QWidget] = []

    def window(self, width: int = 1440, height: int = 900, store: Store | None = None) -> MainWindow:
        """The main window, loaded, at the claim everything happened on."""
        books = store or self.store
        database.initialize(books.database)
        context = AppContext(
            books, Then(self.today), render, settings, InlineJobs(), language=self.language, user=USER
        )
        made = MainWindow(context)
        self.windows.append(made)
        made.resize(width, height)
        made.begin()
        made.resize(width, height)
        if self.claims and books is self.store:
            made.show_workspace("claims")
            made.claims.show_claim(self.claims[0])
        self.settle()
        return made

    def settle(self, until: Callable[[], bool] = lambda: False, rounds: int = 25) -> None:
        """Let timers fire and paint."""
        for _ in range(rounds):
            self.app.processEvents()
            if until():
                break
            time.sleep(0.01)

    def dialog(self, kind: str, open_it: Callable[[MainWindow], object]) -> QDialog:
        """The window that ``open_it`` opens over the main window."""
        main = self.window()
        open_it(main)
        self.settle(rounds=60)
        return next(each for each in main.findChildren(QDialog) if type(each).__name__ == kind)

    def grab(self, widget: QWidget) -> QPixmap:
        """Its picture, after everything has settled."""
        self.settle()
        return widget.grab()

    def clear(self) -> None:
        """Close everything."""
        for window in self.windows:
            window.watch.stop()
            for dialog in window.findChildren(QDialog):
                dialog.deleteLater()
            window.hide()
            window.deleteLater()
        self.windows.clear()
        self.settle(rounds=3)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
