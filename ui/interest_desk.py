"""What the window asks about late-payment interest: of the claim shown, of its debtor's terms, of mere numbers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject


class InterestDesk(QObject):
    """Connects the pane of the claims with the rooms of interest of a MainWindow."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window_of = window
        pane, rooms = window.claims.detail, window.rooms
        pane.interest_requested.connect(rooms.interest)
        pane.terms_requested.connect(lambda debtor: rooms.terms(debtor))
        pane.charges_requested.connect(rooms.charges)

    def show_interest(self) -> None:
        """How the interest of the claim shown is reckoned."""
        view = self.window_of.claims.detail.view
        if view is not None:
            self.window_of.rooms.interest(view.row.id)

    def enter_charge(self) -> None:
        """What is owed besides the principal of the claim shown."""
        view = self.window_of.claims.detail.view
        if view is not None:
            self.window_of.rooms.charges(view.row.id)

    def enter_terms(self) -> None:
        """What was agreed with the debtor shown."""
        view = self.window_of.claims.detail.view
        if view is not None:
            self.window_of.rooms.terms(view.row.debtor_id, view.row.contract)
