"""Locks the window: when nobody is at it, when asked, when minimised where that was chosen, and when it is opened."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject

from models.queries.settings import setting
from models.rules.problems import Problem
from models.settings import LOCK_MINIMISED, LOCK_MINUTES
from models.store.app_lock import AppLock, lock_of
from ui.context import AppContext
from ui.lock.curtain import Curtain
from ui.lock.idle import Idle
from ui.lock.lock_page import LockPage
from ui.problems import sentences


class WindowLock(QObject):
    """Guards the open portfolio through all its windows: one that is built anew is as locked as the one before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.locked = False
        self.window: Any = None
        self.context: AppContext | None = None
        self.curtain: Curtain | None = None
        self.idle: Idle | None = None

    def guard(self, context: AppContext, window: Any, *, opened: bool = False) -> None:
        """Take a MainWindow that is not shown yet; it stays locked, and one of other books is locked.

        ``opened``: the pass phrase was asked for to read the books, and is not asked for twice.
        """
        other = self.context is None or context.store is not self.context.store
        self.stop()
        self.context, self.window = context, window
        self.lock_of_books: AppLock = lock_of(context.store)
        self.page = LockPage(encrypted=self.lock_of_books.books is not None)
        self.page.tried.connect(self._try)
        self.curtain = Curtain(window, window.sheets, self.page)
        self.idle = Idle(self._limit_s, context.clock.now, self)
        self.idle.idled.connect(self.lock)
        window.installEventFilter(self)
        window.lock_wanted.connect(self.lock_or_offer)
        context.bus.changed.connect(
            lambda changes: self._watch() if changes.settings or changes.everything else None
        )
        was, self.locked = self.locked and not other, False
        if was or (other and not opened):
            self.lock()
        self._watch()

    def stop(self) -> None:
        """The window goes."""
        if self.idle is not None:
            self.idle.stop()
        if self.curtain is not None and self.locked:
            self.curtain.forget()

    def lock_or_offer(self) -> None:
        """Lock; where there is no lock yet, show where one is set."""
        if self.lock_of_books.is_set:
            self.lock()
        else:
            self.window.rooms.settings("safety")

    def lock(self) -> None:
        """Hide everything, where a lock is set."""
        if self.locked or self.curtain is None or not self.lock_of_books.is_set:
            return
        self.locked = True
        self.page.clear()
        self.page.wait(self._left())
        self.curtain.draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Minimised, where that locks."""
        if (
            event.type() == QEvent.Type.WindowStateChange
            and self.window.isMinimized()
            and setting(self._books.store, LOCK_MINIMISED)
        ):
            self.lock()
        return False

    @property
    def _books(self) -> AppContext:
        if self.context is None:
            raise RuntimeError("nothing is guarded")
        return self.context

    def _limit_s(self) -> float:
        return 60.0 * setting(self._books.store, LOCK_MINUTES)

    def _left(self) -> int:
        return self.lock_of_books.tries.left(self._books.clock.now())

    def _watch(self) -> None:
        """Wait for nobody to be there, where there is a lock and it is open."""
        if self.idle is None:
            return
        if self.lock_of_books.is_set and not self.locked:
            self.idle.start()
        else:
            self.idle.stop()

    def _try(self, phrase: str) -> None:
        lock, now = self.lock_of_books, self._books.clock.now()
        if not lock.is_set:  # taken away by command meanwhile
            self._opened(0)
            return
        self._books.jobs.door(
            lambda _progress: lock.try_phrase(phrase, now), self._opened, self._refused, owner=self.page
        )

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        left = self._left()
        waits = [problem for problem in problems if problem.code != "phrase_waits"]
        self.page.say_wrong(sentences(waits, self._books.language))
        self.page.wait(left)

    def _opened(self, wrong: int) -> None:
        if self.curtain is None or not self.locked:
            return
        self.locked = False
        self.page.clear()
        self.curtain.open()
        self._watch()
        if wrong:
            words = self.tr("上次锁定以后有 %1 次输错口令。", "", wrong).replace("%1", str(wrong))
            self.window.toast.say(words, undoable=False)
