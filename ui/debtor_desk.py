"""What the debtors' workspace asks of the main window: rooms opened, and claims shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from ui.debtors.acts import NEEDS_CLAIMS


class DebtorDesk(QObject):
    """Connects the list of debtors and the card with the rooms of a MainWindow."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window_of = window
        page = window.debtors
        page.act_requested.connect(self.act)
        page.claim_chosen.connect(window.show_claim)
        page.file_opened.connect(window.rooms.file)
        window.claims.counted.connect(lambda _: self.count())

    def act(self, name: str, debtor: int, claims: Sequence[int]) -> None:
        """Do one of ``ui.debtors.acts`` with a debtor and its open claims."""
        rooms = self.window_of.rooms
        ways = {
            "call": lambda: rooms.call(claims),
            "letter": lambda: rooms.letters(claims),
            "plan": lambda: rooms.plan(claims),
            "receipt": lambda: rooms.receipt(claims),
            "statement": lambda: rooms.account(debtor),
            "claims": lambda: self.window_of.show_claims_of(debtor),
            "guarantors": lambda: rooms.guarantors(debtor),
            "merge": lambda: rooms.merge(debtor),
            "edit": lambda: rooms.debtor(debtor),
        }
        ways[name]()

    def act_on(self, name: str, debtor: int) -> None:
        """The same from the palette, with the claims as the window has read them, ticked in the table."""
        window = self.window_of
        claims = [row.id for row in window.claims.model.portfolio.of_debtor.get(debtor, ())]
        if claims and name in NEEDS_CLAIMS:
            window.show_claims_of(debtor)
            window.claims.model.set_ticks(claims)
        if claims or name not in NEEDS_CLAIMS:
            self.act(name, debtor, claims)

    def show(self, debtor: int) -> None:
        """The card of a debtor."""
        self.window_of.show_workspace("debtors")
        self.window_of.debtors.show_debtor(debtor)

    def count(self) -> None:
        """How many debtors owe anything."""
        owing = len(self.window_of.claims.model.portfolio.of_debtor)
        self.window_of.sidebar.set_count("debtors", owing)
