"""The claims that one sum of the aging is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from models.queries.aging import claims_behind
from models.queries.claims import ClaimRow
from ui.aging.aging_window import Asked, band_words
from ui.common.dialog import DialogShell
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import text
from ui.context import AppContext


class BehindWindow(DialogShell):
    """The claims behind one sum, adding up to it. ``claim_requested`` carries the claim that was opened."""

    claim_requested = Signal(int)

    def __init__(self, context: AppContext, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (1080, 560), "", primary_icon="check")
        self.context, self.asked = context, asked
        formats = context.formats
        band = [band_words(asked.band, formats)] if asked.band else []
        self.setWindowTitle(formats.joined([asked.line.name, *band, formats.day(asked.aging.as_of)]))
        self.primary.set_words(self.tr("关闭"))
        self.cancel.hide()
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        self.table.activated.connect(lambda claim: self.claim_requested.emit(claim))
        self.sums = text("", bold=True, wrap=True)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.sums)
        QShortcut(QKeySequence("Escape"), self, self.close)
        store, today = context.store, context.today
        context.jobs.read(
            lambda _progress: claims_behind(
                store, asked.aging.as_of, today, asked.by, asked.line, asked.bands, asked.band
            ),
            self._loaded, owner=self,
        )  # fmt: skip
        self.table.setFocus()

    def _columns(self) -> Sequence[Column]:
        formats = self.context.formats
        column = partial(Column, filterable=False)

        def amount(told: Callable[[ClaimRow], int]) -> Callable[[Any], str]:
            return lambda row: formats.amount(told(row))

        return [
            column("number", self.tr("单据号"), 140, lambda row: row.number or f"#{row.id}", Paint.NAME),
            column("debtor", self.tr("债务人"), 200, lambda row: row.debtor),
            column("issued", self.tr("开单日"), 96, lambda row: formats.day(row.issued_on)),
            column("due", self.tr("到期日"), 96, lambda row: formats.day(row.due_on)),
            column(
                "late",
                self.tr("逾期"),
                80,
                lambda row: formats.days(row.days_overdue) if row.days_overdue else "",
            ),
            column("amount", self.tr("应收"), 124, amount(lambda row: row.amount_fen), Paint.MONEY),
            column("paid", self.tr("截止日已收"), 124, amount(lambda row: row.paid_fen), Paint.MONEY),
            column("balance", self.tr("截止日未收"), 124, amount(lambda row: row.balance_fen), Paint.MONEY),
        ]

    def _loaded(self, rows: list[ClaimRow]) -> None:
        self.model.set_rows(rows)
        line, formats = self.asked.line, self.context.formats
        told = line.bands.get(self.asked.band, 0) if self.asked.band else line.total_fen
        whole = sum(row.balance_fen for row in rows)
        words = self.tr("%1 笔，合计 %2，与账龄表相符", "", len(rows))
        if whole != told:
            words = self.tr("%1 笔，合计 %2；账龄表打开后数据已变，请刷新", "", len(rows))
        self.sums.setText(
            words.replace("%1", str(len(rows))).replace("%2", formats.money(whole, line.currency))
        )

    def press_primary(self) -> None:
        """Nothing is kept here."""
        self.close()
