"""What is under way, how far it is, and a way to stop it; seen only where it takes long enough to ask."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.marks import ProgressLine
from ui.common.text import text
from ui.jobs import Job

_PATIENCE_MS = 300


class BusyLine(QWidget):
    """One line over the foot of a window. Work that ends within a third of a second is never mentioned."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(12)
        self.words = text("", tone="text2")
        self.line = ProgressLine()
        self.stop = Button(self.tr("停止"), "stop")
        self.stop.clicked.connect(self._stop)
        row.addWidget(self.words)
        row.addWidget(self.line, 1)
        row.addWidget(self.stop)
        self.job: Job | None = None
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(_PATIENCE_MS)
        self.patience.timeout.connect(self.show)
        self.hide()

    def show_job(self, words: str, job: Job) -> None:
        """Follow a job until it ends."""
        self.job = job
        self.words.setText(words)
        self.line.set_share(0)
        job.progressed.connect(self._moved)
        job.ended.connect(self._ended)
        self.patience.start()

    def _moved(self, done: int, total: int) -> None:
        self.line.set_share(done / total if total else 0)

    def _ended(self) -> None:
        self.job = None
        self.patience.stop()
        self.hide()

    def _stop(self) -> None:
        if self.job is not None:
            self.job.cancel()
