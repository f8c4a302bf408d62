"""While the window is open: a backup each day on which something was written, beside everything else."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from models.actions.backups import keep_generation
from models.progress import Progress
from models.rules.problems import Problem
from models.store.generations import DAILY, is_due
from models.store.series import Generation
from ui.context import AppContext
from ui.jobs import Job

LOOK_MS = 20 * 60_000


class BackupWatch(QObject):
    """``made`` carries the new generation, ``refused`` the problems because of which there is none."""

    made = Signal(object)
    refused = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.job: Job | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now and every twenty minutes."""
        self.timer.start()
        self.look()

    def stop(self) -> None:
        """The window goes; a backup under way is given up and leaves nothing."""
        self.timer.stop()
        if self.job is not None:
            self.job.cancel()

    def look(self) -> None:
        """Make the day's backup if it is due and none is under way."""
        context = self.context
        if self.job is not None or not context.store.writable:
            return
        desk, ended = context.desk, []

        def work(progress: Progress) -> Generation | None:
            if is_due(desk.store.folder, desk.store.journal_head(), desk.today):
                return keep_generation(desk, DAILY, progress)
            return None

        def end() -> None:
            ended.append(True)
            self.job = None

        title = self.tr("正在备份")
        job = context.jobs.aside(
            work, self._made, self._refused, on_end=end, title=title, icon="save", owner=self
        )
        self.job = None if ended else job

    def _made(self, generation: Generation | None) -> None:
        if generation is not None:
            self.made.emit(generation)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.refused.emit(problems)
