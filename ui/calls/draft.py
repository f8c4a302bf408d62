"""A call half noted is kept every five seconds, in case the machine or the talk breaks off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from models.actions.settings import remember
from ui.calls.answers import Answers
from ui.calls.facts import draft_key
from ui.context import AppContext

EVERY_MS = 5000


class Draft(QObject):
    """Keeps ``answers()`` of one debtor's call when ``touch`` said that they changed."""

    def __init__(self, context: AppContext, answers: Callable[[], Answers], parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.answers = context, answers
        self.debtor_id: int | None = None
        self.is_there = False
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.keep)

    def touch(self) -> None:
        """Something changed: keep it within five seconds."""
        if not self.timer.isActive():
            self.timer.start()

    def keep(self) -> None:
        """Keep the answers now."""
        self.is_there = True
        self._remember(self.answers().draft())

    def drop(self) -> None:
        """Forget the draft: it was saved, or is not wanted."""
        self.timer.stop()
        if self.is_there:
            self._remember(None)

    def _remember(self, held: object) -> None:
        self.timer.stop()
        if self.debtor_id is None:
            return
        desk, key = self.context.desk, draft_key(self.debtor_id)
        # A folder that cannot be written is told when the call is saved, not every five seconds.
        self.context.jobs.write(
            lambda _progress: remember(desk, key, held), on_problem=lambda _problems: None
        )
