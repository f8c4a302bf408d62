"""What disputes, approvals, cases and memos ask of the main window: their rooms, and the way back to a claim."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from models.actions.memos import Memo, keep_memo
from models.changes import Changes
from models.progress import Progress
from models.queries.approvals import approvals


class PeopleDesk(QObject):
    """Connects the claims and their pane with the rooms of a MainWindow."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window_of = window
        window.claims.dispute_requested.connect(self.dispute)
        window.claims.detail.dispute_requested.connect(self.dispute)
        window.claims.detail.case_requested.connect(window.rooms.case)
        window.rooms.claim_chosen.connect(window.show_claim)
        for timeline in (
            window.claims.detail.timeline,
            window.today.pane.timeline,
            window.debtors.card.timeline,
        ):
            timeline.memo_wanted.connect(self.keep_memo)
        window.sidebar.approvals_wanted.connect(window.rooms.approvals)
        window.context.bus.changed.connect(self.count)
        self.count()

    def count(self, _changes: Changes | None = None) -> None:
        """How many questions wait, in the sidebar."""
        context = self.window_of.context

        def work(_progress: Progress) -> int:
            with context.store.reading():
                return len(approvals(context.store))

        context.jobs.read(work, self.window_of.sidebar.show_waiting, owner=self)

    def keep_memo(self, call: int) -> None:
        """Set a contact of earlier on paper, file it and show it."""
        context = self.window_of.context
        desk, render, language = context.desk, context.render, context.language

        def keep(_progress: Progress) -> Memo:
            return keep_memo(desk, call, render, language)

        context.act(keep, lambda memo: self.window_of.rooms.file(memo.evidence), owner=self)

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
