"""协议: every payment plan, how it stands, and its signed scan."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.changes import Changes
from ui.context import AppContext


class PlansWorkspace(QWidget):
    """The list of plans with one of them in detail beside it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        context.bus.changed.connect(self.refresh)

    def refresh(self, changes: Changes | None = None) -> None:
        """Read the plans anew where ``changes`` may touch them."""
