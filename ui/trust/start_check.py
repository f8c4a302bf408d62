"""Once a day, soon after the start: whether the books are still what the journal says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from models.clock import china_day
from models.progress import Progress
from models.store.verify import Verified, last_good, verify
from ui.context import AppContext
from ui.jobs import Job


class StartCheck(QObject):
    """``checked`` carries a Verified; nothing comes where all was found well today already."""

    checked = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.job: Job | None = None

    def begin(self, *, after_crash: bool) -> None:
        """Check beside everything else; after a crash also where it was done today."""
        store, clock = self.context.store, self.context.clock
        since = last_good(store.folder)
        if since is None and store.journal_head()[0] == 0:
            return  # nothing was ever written
        if since is not None and china_day(since) == china_day(clock.now()) and not after_crash:
            return
        self.look(quick=True)

    def look(self, *, quick: bool) -> None:
        """Check now."""
        store, clock = self.context.store, self.context.clock

        def work(progress: Progress) -> Verified:
            return verify(store, clock.now(), quick=quick, progress=progress)

        title = self.tr("正在检查数据")
        self.job = self.context.jobs.aside(work, self.checked.emit, title=title, icon="scan", owner=self)

    def stop(self) -> None:
        """The window goes."""
        if self.job is not None:
            self.job.cancel()
