"""What the debtors' workspace asks of the main window: rooms opened, and claims shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from models.actions.exports import export_statement
from models.progress import Progress
from models.queries.parties import debtor as debtor_of
from models.queries.statement import statement_of
from ui.common.ask import save_file


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
            "statement": lambda: self.export_statement(debtor),
            "claims": lambda: self.window_of.show_claims_of(debtor),
            "guarantors": lambda: rooms.guarantors(debtor),
            "merge": lambda: rooms.merge(debtor),
            "edit": lambda: rooms.debtor(debtor),
        }
        ways[name]()

    def export_statement(self, debtor: int) -> None:
        """The account of a debtor as a workbook: every claim, receipt and reversal in order of day."""
        context, held = self.window_of.context, debtor_of(self.window_of.context.store, debtor)
        name = f"{self.tr('对账单')}_{held.name if held else debtor}_{context.today:%Y%m%d}.xlsx"
        target = save_file(self.window_of, self.tr("导出对账单"), name, "Excel (*.xlsx)")
        if target is None:
            return
        desk, language = context.desk, context.language

        def work(_progress: Progress) -> Path:
            with desk.store.reading():
                account = statement_of(desk.store, debtor, None, desk.today, desk.today)
            export_statement(desk, target, account, language)
            return target

        told = self.tr("已导出到 %1").replace("%1", str(target))
        context.act(
            work,
            lambda _: self.window_of.toast.say(told, undoable=False),
            title=self.tr("正在导出"),
            icon="export",
            owner=self,
        )

    def show(self, debtor: int) -> None:
        """The card of a debtor."""
        self.window_of.show_workspace("debtors")
        self.window_of.debtors.show_debtor(debtor)

    def count(self) -> None:
        """How many debtors owe anything."""
        owing = len(self.window_of.claims.model.portfolio.of_debtor)
        self.window_of.sidebar.set_count("debtors", owing)
