"""Long work, shown above the status bar: what, how far, how long still, pause and stop."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.common.buttons import Button
from ui.common.marks import Icon, ProgressLine
from ui.common.text import text
from ui.jobs import Job, Jobs

SHOWN_AFTER_MS = 1000


class JobStrip(QWidget):
    """Shows the first job with a title that takes longer than a second; hides when none is left."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.waiting: list[Job] = []
        self._build()
        self.hide()
        jobs.began.connect(self._begun)
        for job in jobs.under_way:
            self._begun(job)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 5, 24, 5)
        row.setSpacing(10)
        self.icon = Icon("refresh", "accent")
        self.label = text("", bold=True)
        self.line = ProgressLine()
        self.left_over = text("", size=12, tone="text2")
        self.hold = Button(self.tr("暂停"))
        self.stop = Button(self.tr("停止"))
        self.hold.clicked.connect(self._hold)
        self.stop.clicked.connect(self._stop)
        row.addWidget(self.icon)
        row.addWidget(self.label)
        row.addWidget(self.line, 1)
        for widget in (self.left_over, self.hold, self.stop):
            row.addWidget(widget)

    @property
    def job(self) -> Job | None:
        """The job shown."""
        return self.waiting[0] if self.waiting else None

    def _begun(self, job: Job) -> None:
        if not job.title:
            return
        self.waiting.append(job)
        # Methods and no lambdas: a job outlives the window that is built anew, and Qt tells no method of what has gone.
        job.progressed.connect(self.refresh)
        job.ended.connect(self._ended)
        QTimer.singleShot(SHOWN_AFTER_MS, self, self.refresh_if_any)

    def _ended(self) -> None:
        self.waiting = [job for job in self.waiting if not job.over]
        self.refresh()

    def refresh_if_any(self) -> None:
        """Show what is still under way."""
        if self.waiting:
            self.refresh()

    def refresh(self) -> None:
        """Say how far the shown job is."""
        job = self.job
        if job is None or time.monotonic() - job.started_s < SHOWN_AFTER_MS / 1000 - 0.05:
            self.hide()
            return
        counts = f" {job.done:,} / {job.total:,}" if job.total else ""
        self.label.setText(job.title + counts)
        self.icon.picture = job.icon
        self.line.set_share(job.done / job.total if job.total else 0.0)
        self.left_over.setText(self._time_left(job))
        self.hold.set_words(self.tr("继续") if job.paused else self.tr("暂停"))
        self.show()

    def _time_left(self, job: Job) -> str:
        if job.cancelled:
            return self.tr("正在停止")
        if not job.done or not job.total:
            return ""
        seconds = (time.monotonic() - job.started_s) * (job.total - job.done) / job.done
        if seconds >= 90:
            return self.tr("约剩 %1 分钟").replace("%1", str(round(seconds / 60)))
        return self.tr("约剩 %1 秒").replace("%1", str(max(1, round(seconds))))

    def _hold(self) -> None:
        if self.job:
            self.job.resume() if self.job.paused else self.job.pause()
            self.refresh()

    def _stop(self) -> None:
        if self.job:
            self.job.cancel()
            self.refresh()
