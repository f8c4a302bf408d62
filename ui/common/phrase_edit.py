"""A field for a pass phrase: nothing of it is shown, and Enter leads on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtWidgets import QLineEdit


class PhraseEdit(QLineEdit):
    """``typed`` is called at every change by the user, to take back what was said about the last try."""

    def __init__(self, typed: Callable[[], object]) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.textEdited.connect(lambda _: typed())


def enter_leads_on(edits: Sequence[QLineEdit], act: Callable[[], object]) -> None:
    """Enter goes from each field to the next; from the last it does ``act``."""
    for edit, following in pairwise(edits):
        edit.returnPressed.connect(following.setFocus)
    edits[-1].returnPressed.connect(act)
