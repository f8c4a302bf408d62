"""What the debtor has paid so far; a wrong booking is taken back here, with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.queries.receipts import ReceiptRow
from ui.common import ask
from ui.common.buttons import Button
from ui.common.formats import Formats
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import text


class BookedTable(QWidget):
    """``reversal_wanted`` carries (receipt, reason)."""

    reversal_wanted = Signal(int, str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        self.back = Button(self.tr("冲回"), "undo", "Delete")
        self.back.clicked.connect(self.reverse)
        self.table.current_changed.connect(self._moved)
        self.table.activated.connect(lambda _: self.reverse())
        head = QHBoxLayout()
        head.addWidget(text(self.tr("已登记的回款"), bold=True))
        head.addStretch(1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def _columns(self) -> list[Column]:
        column = partial(Column, filterable=False)

        def tone(row: ReceiptRow) -> str:
            return "text" if row.can_be_reversed else "text3"

        def amount(row: ReceiptRow) -> str:
            return self.formats.amount(row.amount_fen)

        def memo(row: ReceiptRow) -> str:
            return row.memo or ""

        return [
            column("on", self.tr("到账日"), 96, self._day, tone=tone),
            column("amount", self.tr("金额"), 120, amount, Paint.MONEY),
            column("state", self.tr("状态"), 120, self._state, tone=tone),
            column("shares", self.tr("抵充"), 190, self._shares, tip=self._shares, tone=tone),
            column("memo", self.tr("摘要"), 150, memo, tip=memo),
            column("by", self.tr("经办"), 70, lambda row: row.posted_by),
        ]

    def _day(self, row: ReceiptRow) -> str:
        return self.formats.day(row.received_on) if row.day_known else self.tr("日期不详")

    def _state(self, row: ReceiptRow) -> str:
        if row.reverses:
            return self.tr("冲回：%1").replace("%1", row.why or "")
        if row.reversed_by:
            return self.tr("已冲回")
        return self.tr("台账带入") if row.source == "ledger" else self.tr("已登记")

    def _shares(self, row: ReceiptRow) -> str:
        parts = [f"{number or claim} {self.formats.amount(fen)}" for claim, number, fen in row.shares]
        if row.left_fen:
            parts.append(self.tr("预收 %1").replace("%1", self.formats.amount(row.left_fen)))
        return self.formats.listed(parts)

    def show_receipts(self, rows: Sequence[ReceiptRow]) -> None:
        """These, newest first; nothing is shown where nothing was paid."""
        self.model.set_rows(rows)
        self.setVisible(bool(rows))
        self._moved(self.table.current_id)

    def _moved(self, current: object) -> None:
        row = next((row for row in self.model.rows if row.id == current), None)
        self.back.setEnabled(row is not None and row.can_be_reversed)

    def reverse(self) -> None:
        """Ask why, then have the current receipt taken back."""
        if not self.back.isEnabled():
            return
        row = next(row for row in self.model.rows if row.id == self.table.current_id)
        told = self.tr("金额 %1，到账日 %2。原记录保留，另记一笔相反的记录，债权余额随之恢复。")
        words = told.replace("%1", self.formats.money(row.amount_fen, row.currency))
        words = words.replace("%2", self._day(row))
        why = ask.ask_text(self, self.tr("冲回这笔回款"), self.tr("原因"), self.tr("冲回"), words=words)
        if why:
            self.reversal_wanted.emit(row.id, why)
