"""What this user did since the window was opened: said once each, taken back from the newest, and done again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from models.actions.undoing import base_verb, can_redo, can_undo, redo, undo
from models.changes import Changes
from models.queries.journal import Act, act
from ui.context import AppContext
from ui.problems import catalogue, worded

LONGEST_BODY = 1_000_000
"""A longer entry is not read just to count its rows for a sentence."""
_TAKING_BACK = ("undo_", "reverse_", "book_")
"""How the verb of an act begins that takes another back: a reversal is taken back by booking again."""


class History(QObject):
    """``told`` carries the sentence for an act and whether it can be taken back.

    The journal is the memory: whoever acts need not know that anything watches. ``done`` are the acts that could be
    taken back, the newest last; ``undone`` those that were, each with the act that took it back.
    """

    told = Signal(str, bool)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.seen = context.store.journal_head()[0]
        self.done: list[int] = []
        self.undone: list[tuple[int, int]] = []
        self._undoing: int | None = None
        self._redoing = False

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
        if entry is None or entry.who != self.context.user:
            return
        words = self._words(entry)
        if self._undoing is not None and entry.verb.startswith(_TAKING_BACK):
            self.undone.append((self._undoing, seq))
            self._undoing = None
        elif not words:
            return
        elif not entry.verb.startswith(("undo_", "export_")):
            self.done.append(seq)
            self.undone = self.undone if self._redoing else []
            self._redoing = False
        self.told.emit(words, seq in self.done and can_undo(entry))

    def _words(self, entry: Act) -> str:
        """The sentence for an act; nothing for one that is nobody's business."""
        language = self.context.language
        told = catalogue(language)
        keys = () if len(entry.body) > LONGEST_BODY else entry.keys("letter") or entry.keys("claim")
        count = {"count": str(len(set(keys)))}
        if f"done_{entry.verb}" in told:
            return worded(f"done_{entry.verb}", language, count)
        code = f"done_{base_verb(entry)}"
        if code not in told:
            return ""
        way = "done_again" if entry.verb.startswith("redo_") else "done_undone"
        return worded(way, language, {"what": worded(code, language, count)})

    def undo(self) -> None:
        """Take the newest act back, or say why it stays and how it is corrected."""
        if not self.done:
            self._say("nothing_to_undo")
            return
        newest = act(self.context.store, self.done[-1])
        if newest is None or not can_undo(newest):
            self._say(f"correct_{newest.verb}" if newest else "", "cannot_undo")
            return
        desk, seq = self.context.desk, self.done.pop()
        self._undoing = seq
        self.context.act(lambda _progress: undo(desk, seq), on_end=self._ended, owner=self)

    def redo(self) -> None:
        """Do again what was taken back last, or say why that is not possible."""
        if not self.undone:
            self._say("nothing_to_redo")
            return
        seq, undone = self.undone[-1]
        first, taken = act(self.context.store, seq), act(self.context.store, undone)
        if first is None or taken is None or not can_redo(first, taken):
            self._say(f"again_{first.verb}" if first else "", "cannot_redo")
            return
        self.undone.pop()
        self._redoing = True
        desk = self.context.desk
        self.context.act(lambda _progress: redo(desk, seq, undone), on_end=self._ended, owner=self)

    def _ended(self) -> None:
        """Refused or done: the next entry is an act like any other."""
        self._undoing, self._redoing = None, False

    def _say(self, code: str, otherwise: str = "") -> None:
        language = self.context.language
        known = code in catalogue(language) or not otherwise
        self.told.emit(worded(code if known else otherwise, language), False)
