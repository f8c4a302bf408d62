"""Watches the window's thread: how long it worked on end without looking up, and at what."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer

LONGEST_MS = 100
"""Longer than this and a clerk feels that the window hangs."""
_BEAT_MS = 5
_SAMPLE_S = 0.02


@dataclass
class Watched:
    """Stretches without a beat: CPU milliseconds of the window's thread, and where it was then."""

    stalls: list[tuple[float, str]] = field(default_factory=list)
    longest_ms: float = 0.0
    beats: int = 0


@contextmanager
def watched() -> Iterator[Watched]:
    """While this lasts. CPU time and not the clock: another program's load is no stall of ours."""
    found, main = Watched(), threading.get_ident()
    last = [time.thread_time(), time.monotonic()]
    seen, ended = [""], threading.Event()

    def beat() -> None:
        now = time.thread_time()
        took = (now - last[0]) * 1000
        last[:] = [now, time.monotonic()]
        found.beats += 1
        found.longest_ms = max(found.longest_ms, took)
        if took > LONGEST_MS:
            found.stalls.append((took, seen[0]))

    def look() -> None:
        while not ended.wait(_SAMPLE_S):
            if time.monotonic() - last[1] > LONGEST_MS / 2000:
                frames = traceback.extract_stack(sys._current_frames()[main])
                seen[0] = " < ".join(
                    f"{frame.filename[-40:]}:{frame.lineno}" for frame in reversed(frames[-12:])
                )

    timer = QTimer()
    timer.setInterval(_BEAT_MS)
    timer.timeout.connect(beat)
    timer.start()
    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield found
    finally:
        timer.stop()
        ended.set()
        watcher.join()
