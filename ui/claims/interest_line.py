"""The interest of the claim shown, in one line of its pane; a click or Enter shows how it came about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.queries.claims import ClaimRow
from models.queries.interest import ClaimInterest, interest_of
from ui.common.text import text, tip
from ui.context import AppContext


class InterestLine(QWidget):
    """``asked``: the clerk wants to see the derivation. Read in the reading lane; empty while nothing is late."""

    asked = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.claim: int | None = None
        self.words = text("", size=12, tone="accent")
        self.words.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.words.installEventFilter(self)
        tip(self.words, self.tr("利息怎么算的"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.words)

    def show_claim(self, row: ClaimRow) -> None:
        """Read the interest of this claim until today."""
        if row.id != self.claim:
            self.words.clear()
        self.claim = row.id
        store, today, claim = self.context.store, self.context.today, row.id
        self.context.jobs.read(
            lambda _progress: interest_of(store, claim, today, today),
            self._loaded,
            lambda _: None,
            owner=self,
        )

    def _loaded(self, found: ClaimInterest) -> None:
        if found.row.id != self.claim:
            return
        money = self.context.formats.money(found.total_fen, found.row.currency)
        self.words.setText(self.tr("利息 %1").replace("%1", money) if found.total_fen else "")
        self.words.setAccessibleName(self.words.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click, Enter or Space asks for the derivation."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        pressed = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys
        )
        if watched is self.words and (pressed or event.type() == QEvent.Type.MouseButtonRelease):
            self.asked.emit()
            return True
        return super().eventFilter(watched, event)
