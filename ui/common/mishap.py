"""What is shown when the program itself is at fault: logged in full, said once, not a hundred times."""

from __future__ import annotations

import logging
import sys
import time
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from ui.faults import told

log = logging.getLogger("qingzhang")
QUIET_S = 10.0


class Mishaps(QObject):
    """Catches what nobody caught. ``happened`` carries the kind and the places, at most once in ten seconds."""

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last_s = -QUIET_S

    def install(self) -> None:
        """Become Python's hook for uncaught exceptions."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], trouble: BaseException, trace: TracebackType | None) -> None:
        """Log it, and show it if the last one was long enough ago."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, trouble, trace)
            return
        log.error("uncaught", exc_info=(kind, trouble, trace))
        now = time.monotonic()
        if now - self._last_s >= QUIET_S:
            self._last_s = now
            self.happened.emit(told(trouble.with_traceback(trace)))

    def failed(self, trouble: BaseException) -> None:
        """Show what went wrong in a lane (Jobs.failed; it is in the log already)."""
        now = time.monotonic()
        if now - self._last_s >= QUIET_S:
            self._last_s = now
            self.happened.emit(told(trouble))
