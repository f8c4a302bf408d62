"""Whether anybody is at the window: only what a person does with keyboard and pointer counts."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_LOOK_MS = 5_000
"""Looked at so often at least: a computer that slept wakes with timers that think no time has passed."""

_INPUT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)


class Idle(QObject):
    """``idled`` comes after ``limit_s`` seconds without input, between ``start`` and ``stop``.

    It listens at the windows of the system and not at each widget, where every repainting would pass by.
    """

    idled = Signal()

    def __init__(
        self,
        limit_s: Callable[[], float],
        now: Callable[[], datetime],
        parent: QObject,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.limit_s, self.now, self.ticks = limit_s, now, ticks
        self.watching = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)
        self._note()

    def start(self) -> None:
        """Somebody is here now; begin to watch."""
        app = QGuiApplication.instance()
        if not self.watching:
            self.watching = True
            app.focusWindowChanged.connect(self._listen)  # type: ignore[union-attr]
            self._listen(QGuiApplication.focusWindow())
        self._note()
        self.look()

    def stop(self) -> None:
        """Watch no more."""
        if self.watching:
            self.watching = False
            self.timer.stop()
            QGuiApplication.instance().focusWindowChanged.disconnect(self._listen)  # type: ignore[union-attr]

    def look(self) -> None:
        """Tell where nobody was here for long enough; look again later."""
        left = self.limit_s() - self.idle_s
        if left <= 0:
            self.stop()
            self.idled.emit()
        else:
            self.timer.start(min(int(left * 1000) + 1, _LOOK_MS))

    @property
    def idle_s(self) -> float:
        """Seconds since the last input, by the clock that runs on in sleep or by the one that cannot be set."""
        return max(self.ticks() - self._tick, (self.now() - self._at).total_seconds())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what a person does; what the program sends itself is not spontaneous."""
        if event.type() in _INPUT and event.spontaneous():
            self._note()
        return False

    def _note(self) -> None:
        self._tick, self._at = self.ticks(), self.now()

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
