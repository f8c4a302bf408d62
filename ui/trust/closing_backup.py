"""The backup that is made when the window has closed; it can be left out, and says so when it takes long."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent

from models.actions.backups import keep_generation
from models.store.generations import CLOSE
from ui.common.dialog import DialogShell
from ui.common.marks import ProgressLine
from ui.common.text import text
from ui.context import AppContext
from ui.jobs import Job

SHOWN_AFTER_MS = 400


class ClosingBackup(DialogShell):
    """A small window of its own: ``run`` returns when the backup is made, refused or left out.

    What it was refused for is told at the next start, when the day's backup is tried again.
    """

    def __init__(self, context: AppContext) -> None:
        super().__init__(None, "", (440, 170), "", primary_key="Escape")
        self.setWindowTitle(self.tr("清账"))
        self.primary.set_words(self.tr("这次不备份"))
        self.cancel.hide()
        # Whoever runs it still asks it something after it has closed.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.context = context
        self.job: Job | None = None
        self.loop = QEventLoop()
        self.ended = False
        self.line = ProgressLine()
        self.body.addWidget(text(self.tr("正在备份，做完就退出"), size=16, bold=True))
        self.body.addWidget(text(self.tr("备份会试着恢复一遍，确认完好才算数。"), tone="text2", wrap=True))
        self.body.addWidget(self.line)

    def run(self) -> None:
        """Make it, and wait for it."""
        desk = self.context.desk
        job = self.job = self.context.jobs.aside(
            lambda progress: keep_generation(desk, CLOSE, progress),
            on_problem=lambda _: None,
            on_end=self.end,
            owner=self,
        )
        job.progressed.connect(self.line.show_progress)
        if not self.ended:
            QTimer.singleShot(SHOWN_AFTER_MS, self, self._show_if_wanted)
            self.loop.exec()
        self.hide()

    def _show_if_wanted(self) -> None:
        if not self.ended:
            self.show()

    def press_primary(self) -> None:
        """Leave it out."""
        if self.job is not None:
            self.job.cancel()
        self.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross leaves it out too."""
        self.press_primary()
        event.accept()

    def end(self) -> None:
        """It is over."""
        self.ended = True
        self.loop.quit()
