"""Lanes of work, each with one thread that does one thing after the other: writing, reading, and what takes minutes.

A piece of work takes a ``Progress`` and returns a value; it sees no widget. What it returns, refuses or
breaks on is told on the window's thread.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from models.progress import Cancelled, Progress
from models.rules.problems import Problem, Refused, of_system
from models.store.store import trouble_of
from ui.jobs.garbage import Garbage

log = logging.getLogger(__name__)
Work = Callable[[Progress], Any]
_REPORT_EVERY_S = 0.05


class Job(QObject):
    """One piece of work under way. ``progressed`` carries (done, of all); ``ended`` comes always, last."""

    progressed = Signal(object, object)
    ended = Signal()

    def __init__(self, title: str, icon: str = "refresh") -> None:
        super().__init__()
        self.title, self.icon = title, icon
        self.done, self.total = 0, 0
        self.started_s = time.monotonic()
        self.over = False
        self._stopped = threading.Event()
        self._going = threading.Event()
        self._going.set()

    def cancel(self) -> None:
        """Ask the work to stop; it leaves nothing half done."""
        self._stopped.set()
        self._going.set()

    def pause(self) -> None:
        """Hold the work at its next step."""
        self._going.clear()

    def resume(self) -> None:
        """Let it go on."""
        self._going.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stopped.is_set()

    @property
    def paused(self) -> bool:
        """Whether it is held."""
        return not self._going.is_set()

    def checkpoint(self) -> None:
        """Called by the work: wait while paused, raise Cancelled when stopped."""
        self._going.wait()
        if self._stopped.is_set():
            raise Cancelled


class Jobs(QObject):
    """The lanes. ``began`` carries a Job; ``refused`` problems nobody took; ``failed`` a bug's exception.

    ``folder`` is that of the books, to be named where their disk refuses.
    """

    began = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = ""
        self._posted.connect(lambda told: told(), Qt.ConnectionType.QueuedConnection)
        self._lanes: dict[str, queue.SimpleQueue[Callable[[], None] | None]] = {}
        self._threads: list[threading.Thread] = []
        self._under_way: set[Job] = set()
        self._garbage = Garbage(self)

    def write(
        self,
        work: Work,
        on_done: Callable[[Any], object] | None = None,
        on_problem: Callable[[tuple[Any, ...]], object] | None = None,
        *,
        on_end: Callable[[], object] | None = None,
        title: str = "",
        icon: str = "refresh",
        owner: QObject | None = None,
    ) -> Job:
        """Do ``work(progress)`` in the writing lane, after everything asked for before.

        ``on_done`` gets what it returns; ``on_problem`` the problems it was refused for (without it they go
        to ``refused``); ``on_end`` comes after either, after a stop and after a bug. None of them is called
        once ``owner`` has been deleted. A job with a ``title`` is shown in the job strip when it takes long.
        """
        ends = _Ends(on_done, on_problem, on_end, owner)
        return self._start("write", work, ends, Job(title, icon))

    def read(
        self,
        work: Work,
        on_done: Callable[[Any], object] | None = None,
        on_problem: Callable[[tuple[Any, ...]], object] | None = None,
        *,
        on_end: Callable[[], object] | None = None,
        title: str = "",
        icon: str = "refresh",
        owner: QObject | None = None,
    ) -> Job:
        """The same in the reading lane, which does not wait for writes."""
        ends = _Ends(on_done, on_problem, on_end, owner)
        return self._start("read", work, ends, Job(title, icon))

    def aside(
        self,
        work: Work,
        on_done: Callable[[Any], object] | None = None,
        on_problem: Callable[[tuple[Any, ...]], object] | None = None,
        *,
        on_end: Callable[[], object] | None = None,
        title: str = "",
        icon: str = "refresh",
        owner: QObject | None = None,
    ) -> Job:
        """The same in a lane of its own, for minutes of work nobody waits for: printing, checking everything."""
        ends = _Ends(on_done, on_problem, on_end, owner)
        return self._start("aside", work, ends, Job(title, icon))

    def door(
        self,
        work: Work,
        on_done: Callable[[Any], object],
        on_problem: Callable[[tuple[Any, ...]], object],
        *,
        owner: QObject,
    ) -> Job:
        """The same in a lane where nothing waits: trying a pass phrase, which is slow on purpose."""
        return self._start("door", work, _Ends(on_done, on_problem, None, owner), Job(""))

    @property
    def under_way(self) -> list[Job]:
        """What is being done or waits, the oldest first."""
        return sorted(self._under_way, key=lambda job: job.started_s)

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waiting."""
        return bool(self._under_way)

    def close(self, timeout_s: float = 5.0) -> None:
        """Finish what is waiting, then end the lanes. Nothing may be asked for afterwards."""
        for lane in self._lanes.values():
            lane.put(None)
        for thread in self._threads:
            thread.join(timeout_s)
        self._lanes.clear()
        self._threads.clear()
        self._garbage.stop()

    def _start(self, lane: str, work: Work, ends: _Ends, job: Job) -> Job:
        self._under_way.add(job)
        self.began.emit(job)
        self._submit(lane, lambda: self._run(work, ends, job))
        return job

    def _submit(self, lane: str, task: Callable[[], None]) -> None:
        if lane not in self._lanes:
            self._garbage.start()
            self._lanes[lane] = queue.SimpleQueue()
            thread = threading.Thread(
                target=_drain, args=(self._lanes[lane],), name=f"jobs-{lane}", daemon=True
            )
            self._threads.append(thread)
            thread.start()
        self._lanes[lane].put(task)

    def _post(self, told: Callable[[], object]) -> None:
        self._posted.emit(told)

    def _run(self, work: Work, ends: _Ends, job: Job) -> None:
        """On the lane's thread: do it, and have the outcome told on the window's."""
        outcome = _outcome(work, self._progress(job), self.folder)
        self._post(lambda: self._tell(outcome, ends, job))

    def _progress(self, job: Job) -> Progress:
        last = [0.0]

        def progress(done: int, total: int) -> None:
            job.checkpoint()
            now = time.monotonic()
            if done >= total or now - last[0] >= _REPORT_EVERY_S:
                last[0] = now
                self._post(lambda: _show_progress(job, done, total))

        return progress

    def _tell(self, outcome: Any, ends: _Ends, job: Job) -> None:
        self._under_way.discard(job)
        try:
            self._tell_outcome(outcome, ends)
        finally:
            ends.end()
            job.over = True
            job.ended.emit()

    def _tell_outcome(self, outcome: Any, ends: _Ends) -> None:
        if isinstance(outcome, Refused):
            if not ends.refused(outcome.problems):
                self.refused.emit(outcome.problems)
        elif isinstance(outcome, BaseException):
            if not isinstance(outcome, Cancelled):
                log.error("work failed", exc_info=outcome)
                self.failed.emit(outcome)
        else:
            ends.done(outcome)


class InlineJobs(Jobs):
    """The same without threads: everything is done at once, where it is asked for. For tests and commands."""

    def _submit(self, lane: str, task: Callable[[], None]) -> None:
        task()

    def _post(self, told: Callable[[], object]) -> None:
        told()


class _Ends:
    """Who is told how it went, as long as its owner lives."""

    def __init__(
        self,
        on_done: Callable[[Any], object] | None,
        on_problem: Callable[[tuple[Any, ...]], object] | None,
        on_end: Callable[[], object] | None,
        owner: QObject | None,
    ) -> None:
        self._on_done, self._on_problem, self._on_end, self._owner = on_done, on_problem, on_end, owner

    def _alive(self) -> bool:
        return self._owner is None or isValid(self._owner)

    def done(self, value: Any) -> None:
        """It is done and returned ``value``."""
        if self._on_done and self._alive():
            self._on_done(value)

    def refused(self, problems: tuple[Any, ...]) -> bool:
        """It was refused; whether anybody took the problems."""
        if not self._on_problem or not self._alive():
            return False
        self._on_problem(problems)
        return True

    def end(self) -> None:
        """It is over."""
        if self._on_end and self._alive():
            self._on_end()


def _outcome(work: Work, progress: Progress, folder: str) -> Any:
    """What the work returned, or the exception that ended it. What system or disk refuse can be mended: no bug."""
    try:
        return work(progress)
    except (Refused, Cancelled) as told:
        return told
    except OSError as trouble:
        log.warning("refused by the system", exc_info=trouble)
        return Refused(of_system(trouble))
    except Exception as trouble:
        code = trouble_of(trouble)
        if code is None:
            return trouble
        log.warning("refused by the disk", exc_info=trouble)
        return Refused(Problem(code, {"folder": folder}, folder))


def _show_progress(job: Job, done: int, total: int) -> None:
    job.done, job.total = done, total
    job.progressed.emit(done, total)


def _drain(lane: queue.SimpleQueue[Callable[[], None] | None]) -> None:
    while (task := lane.get()) is not None:
        task()
