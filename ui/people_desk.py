"""What disputes, approvals and cases ask of the main window: their rooms, and the way back to a claim."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject


class PeopleDesk(QObject):
    """Connects the claims and their pane with the rooms of a MainWindow."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window_of = window
        window.claims.dispute_requested.connect(self.dispute)
        window.claims.detail.dispute_requested.connect(self.dispute)
        window.claims.detail.case_requested.connect(window.rooms.case)
        window.rooms.claim_chosen.connect(window.show_claim)

    def dispute(self, claims: list[int]) -> None:
        """What is contested of the first of these claims."""
        if claims:
            self.window_of.rooms.dispute(claims[0])

    def show_disputes(self) -> None:
        """Everything that is contested."""
        self.window_of.rooms.disputes()

    def write_off(self) -> None:
        """Give up what of the claim shown cannot be had."""
        view = self.window_of.claims.detail.view
        if view is not None:
            self.window_of.rooms.write_off(view.row.id)

    def show_case(self) -> None:
        """The case of the debtor shown."""
        view = self.window_of.claims.detail.view
        if view is not None:
            self.window_of.rooms.case(view.row.debtor_id)

    def show_approvals(self) -> None:
        """What waits for another's decision."""
        self.window_of.rooms.approvals()
