"""What this user did since the window was opened: said once each, and taken back from the newest."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from models.actions.undoing import can_undo, undo
from models.changes import Changes
from models.queries.journal import act
from ui.context import AppContext
from ui.problems import catalogue, worded

LONGEST_BODY = 1_000_000
"""A longer entry is not read just to count its rows for a sentence."""


class History(QObject):
    """``told`` carries the sentence for an act and whether it can be taken back.

    The journal is the memory: whoever acts need not know that anything watches.
    """

    told = Signal(str, bool)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.seen = context.store.journal_head()[0]
        self.done: list[int] = []

    def note(self, _changes: Changes | None = None) -> None:
        """Look at what the journal has since the last look, and say it."""
        head = self.context.store.journal_head()[0]
        for seq in range(self.seen + 1, head + 1):
            self._take(seq)
        self.seen = head

    def skip(self) -> bool:
        """Take what others wrote as seen; whether they wrote anything."""
        head = self.context.store.journal_head()[0]
        written, self.seen = bool(head > self.seen), head
        return written

    def _take(self, seq: int) -> None:
        entry = act(self.context.store, seq)
        code = f"done_{entry.verb}" if entry else ""
        if entry is None or entry.who != self.context.user or code not in catalogue(self.context.language):
            return
        if not entry.verb.startswith(("undo_", "reverse_")):
            self.done.append(seq)
        keys = () if len(entry.body) > LONGEST_BODY else entry.keys("letter") or entry.keys("claim")
        words = worded(code, self.context.language, {"count": str(len(set(keys)))})
        self.told.emit(words, can_undo(entry) and not entry.verb.startswith("undo_"))

    def undo(self) -> None:
        """Take the newest act back, or say why it stays and how it is corrected."""
        language = self.context.language
        if not self.done:
            self.told.emit(worded("nothing_to_undo", language), False)
            return
        newest = act(self.context.store, self.done[-1])
        if newest is None or not can_undo(newest):
            verb = newest.verb if newest else ""
            code = f"correct_{verb}" if f"correct_{verb}" in catalogue(language) else "cannot_undo"
            self.told.emit(worded(code, language), False)
            return
        desk, seq = self.context.desk, self.done.pop()
        self.context.act(lambda _progress: undo(desk, seq), owner=self)
