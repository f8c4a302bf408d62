"""News of what has changed, for every view that shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """``changed`` carries Changes after each act; ``day_changed`` says today is another day."""

    changed = Signal(object)
    day_changed = Signal()
