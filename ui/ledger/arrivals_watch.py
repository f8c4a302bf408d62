"""While the window is open: looks into the watched folder, in a lane of its own, and says what came of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from models.actions.arrivals import Watched, watch
from models.changes import Changes
from models.progress import Progress
from models.queries.arrivals import look_is_due, wanting_attention
from models.queries.settings import setting
from models.rules.problems import Problem
from models.settings import WATCH_FOLDER, WATCH_HOUR
from ui.context import AppContext
from ui.jobs import Job
from ui.problems import sentences

TICK_MS = 60_000
RETRY = timedelta(minutes=5)
"""A file that was still being written, or open in another program, is tried again so much later."""


class ArrivalsWatch(QObject):
    """Looks when the window opens, once a day at the hour of the settings, and when another folder is chosen.

    ``unseen`` carries the rows the clerk has not dealt with, newest first; ``gone`` the sentence why the folder could
    not be looked into, empty when it could; ``nothing_new`` answers a look that was asked for.
    """

    unseen = Signal(object)
    gone = Signal(str)
    nothing_new = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.folder = ""
        self.job: Job | None = None
        self.busy = False
        self.last: datetime | None = None
        self.retry_at: datetime | None = None
        self.clock = QTimer(self)
        self.clock.setInterval(TICK_MS)
        self.clock.timeout.connect(self.tick)

    def begin(self) -> None:
        """The window is open."""
        self.context.bus.changed.connect(self._changed)
        self.clock.start()
        self.tell()
        self.tick()

    def stop(self) -> None:
        """The window goes: what is being read is left for the next time, nothing stays half done."""
        self.clock.stop()
        if self.job is not None:
            self.job.cancel()

    def tick(self) -> None:
        """Look if it is time."""
        now = self.context.clock.now()
        again = self.retry_at is not None and now >= self.retry_at
        if again or look_is_due(self.last, now, setting(self.context.store, WATCH_HOUR)):
            self.look()

    def look(self, *, asked: bool = False) -> None:
        """Take in what is new, unless a look is under way or no folder is chosen."""
        self.folder = setting(self.context.store, WATCH_FOLDER)
        if self.busy:
            self.retry_at = self.context.clock.now()
        if not self.folder or self.busy or not self.context.store.writable:
            return
        desk, folder = self.context.desk, Path(self.folder)
        self.last, self.retry_at, self.busy = self.context.clock.now(), None, True

        def work(progress: Progress) -> Watched:
            return watch(desk, folder, progress)

        job = self.context.jobs.aside(
            work,
            lambda watched: self._looked(watched, asked=asked),
            self._not_looked,
            on_end=self._ended,
            title=self.tr("正在读取新到的台账"),
            icon="import",
            owner=self,
        )
        self.job = job if self.busy else None

    def _ended(self) -> None:
        self.busy, self.job = False, None

    def _looked(self, watched: Watched, *, asked: bool) -> None:
        self.gone.emit("")
        if watched.later:
            self.retry_at = self.context.clock.now() + RETRY
        if watched.arrivals:
            self.context.bus.changed.emit(watched.changes)
        elif asked:
            self.nothing_new.emit()

    def _not_looked(self, problems: tuple[Problem, ...]) -> None:
        self.gone.emit(sentences(problems, self.context.language))

    def _changed(self, changes: Changes) -> None:
        """Something was done, here or by a command: ask what is unseen; look where another folder was chosen."""
        self.tell()
        if (changes.settings or changes.everything) and setting(
            self.context.store, WATCH_FOLDER
        ) != self.folder:
            self.gone.emit("")
            self.look()

    def tell(self) -> None:
        """Say what the clerk has not dealt with yet."""
        store = self.context.store
        self.context.jobs.read(lambda _: wanting_attention(store), self.unseen.emit, owner=self)
