"""A window whose primary button does one act and then closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from models.progress import Progress
from models.rules.problems import Problem
from ui.common.dialog import DialogShell
from ui.context import AppContext
from ui.problems import sentences


class RecordDialog(DialogShell):
    """A subclass reads its fields in ``save`` and hands the act to ``keep``.

    ``saved`` carries what the act returned, once it is in the books; then the window closes without asking.
    """

    saved = Signal(object)

    def __init__(
        self,
        context: AppContext,
        parent: QWidget | None,
        title: str,
        size: tuple[int, int],
        primary: str,
        *,
        primary_icon: str = "",
        margin: int = 24,
    ) -> None:
        super().__init__(parent, title, size, primary, primary_icon=primary_icon, margin=margin)
        self.context = context
        self.is_kept = False

    @property
    def has_draft(self) -> bool:
        """Something was typed that is in no book yet; a subclass that compares its fields knows better."""
        lines = any(edit.isModified() for edit in self.findChildren(QLineEdit))
        return not self.is_kept and (
            lines or any(edit.document().isModified() for edit in self.findChildren(QPlainTextEdit))
        )

    def press_primary(self) -> None:
        """Save."""
        self.save()

    def save(self) -> None:
        """Read the fields and ``keep``; a subclass says how."""

    def keep(self, work: Callable[[Progress], Any], title: str = "") -> None:
        """Do the act in the writing lane. Refusals go to ``refused``, success closes."""
        if not self.primary.isEnabled():
            return
        self.primary.setEnabled(False)
        self.context.act(work, self.kept, self.refused, on_end=self._ended, title=title, owner=self)

    def kept(self, result: Any) -> None:
        """It is in the books."""
        self.is_kept = True
        self.close()
        self.saved.emit(result)

    def refused(self, problems: tuple[Problem, ...]) -> None:
        """It is not, and why."""
        self.say(sentences(problems, self.context.language), "bad")

    def _ended(self) -> None:
        self.primary.setEnabled(True)
