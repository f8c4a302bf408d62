"""Where closed windows are taken away: on the thread of the windows, and nowhere else."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500


class Garbage(QObject):
    """Between ``start`` and ``stop`` Python looks for unused cycles from a timer of this thread alone.

    A closed window hangs together in cycles. By itself Python takes them away on whichever thread allocates next;
    in a lane that would destroy widgets beside living ones, which Qt answers with a crash or a standstill.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_MS)
        self.timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on only here. What the program has loaded stays: looking it through takes a quarter of a second."""
        gc.disable()
        gc.freeze()
        self.timer.start()

    def stop(self) -> None:
        """There are no other threads any more."""
        self.timer.stop()
        gc.unfreeze()
        gc.enable()

    def look(self) -> None:
        """Take away what Python by its own counts would have taken away by now."""
        limits = gc.get_threshold()
        due = [place for place, count in enumerate(gc.get_count()) if count > limits[place]]
        if due:
            gc.collect(max(due))
