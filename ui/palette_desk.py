"""What the palette asks of the main window: debtors, claims, files and settings shown, acts done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from ui.debtors.acts import debtor_acts
from ui.palette.index import IndexKeeper
from ui.palette.palette import Palette


class PaletteDesk(QObject):
    """Opens the palette over a MainWindow and goes where it leads; keeps what it looks in."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window_of = window
        self.keeper = IndexKeeper(window.context, lambda: window.claims.model.portfolio.rows, self)

    def open(self) -> Palette:
        """Ctrl K."""
        window = self.window_of
        palette = Palette(window.context, window.commands, debtor_acts(), self.keeper, window)
        palette.chosen.connect(self.go)
        palette.act_on.connect(window.debtor_desk.act_on)
        palette.open_over(window)
        return palette

    def go(self, what: str, key: Any) -> None:
        """What was chosen."""
        window = self.window_of
        ways = {
            "claims": window.show_claims_of,
            "card": window.debtor_desk.show,
            "claim": window.show_claim,
            "file": window.rooms.file,
            "settings": window.rooms.settings,
        }
        ways[what](key)
