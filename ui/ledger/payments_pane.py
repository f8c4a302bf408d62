"""Receipts of a ledger of movements, what each pays and why; the clerk sets them against other invoices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.ledger.proposal import LedgerRow, Proposal
from models.rules.money import grouped
from ui.common.buttons import Button
from ui.common.table import Column, FrozenTable, RowsModel
from ui.common.text import text
from ui.ledger.payments import Payment, invoices_for
from ui.problems import worded


class PaymentsPane(QWidget):
    """Receipts at the left, the invoices of the current one's debtor at the right: Space ticks what it pays.

    ``settled`` carries (row of the receipt, rows of its invoices in the order in which they are paid), None for the
    rules' own.
    """

    settled = Signal(int, object)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.proposal: Proposal | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(self._receipts(), 3)
        row.addLayout(self._invoices(), 2)
        again = QShortcut(QKeyCombination(Qt.Key.Key_Delete), self)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(self._leave_to_rules)

    def _receipts(self) -> QVBoxLayout:
        columns = [
            Column("row", self.tr("行"), 52, lambda each: each.row, filterable=False),
            Column("debtor", self.tr("债务人"), 170, lambda each: each.debtor),
            Column("day", self.tr("日期"), 92, lambda each: each.day),
            Column(
                "fen", self.tr("收款"), 104, lambda each: _sum(each.fen, each.currency), right=True,
                sort_key=lambda each: each.fen, filterable=False,
            ),
            Column("how", self.tr("依据"), 84, self._reasons, tone=_tone),
            Column("words", self.tr("核销"), 180, lambda each: each.words, tip=lambda each: each.words),
            Column("number", self.tr("单据号"), 92, lambda each: each.number),
            Column(
                "left", self.tr("未核销"), 104, right=True, sort_key=lambda each: each.left_fen, filterable=False,
                text=lambda each: _sum(each.left_fen, each.currency) if each.left_fen else "",
            ),
        ]  # fmt: skip
        self.receipts = RowsModel(columns, ticking=False)
        self.table = FrozenTable(self.receipts, frozen=2)
        self.table.setAccessibleName(self.tr("收款"))
        self.table.current_changed.connect(lambda _: self._show_invoices())
        self.table.activated.connect(lambda _: self.choices.setFocus())
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        return column

    def _invoices(self) -> QVBoxLayout:
        columns = [
            Column("row", self.tr("行"), 46, self._row_name, filterable=False),
            Column("number", self.tr("单据号"), 92, lambda each: each.number or ""),
            Column("day", self.tr("日期"), 88, lambda each: str(each.issued_on or each.due_on or "")),
            Column(
                "amount", self.tr("金额"), 96, lambda each: _sum(each.amount_fen, each.currency), right=True,
                filterable=False,
            ),
            Column(
                "open", self.tr("余额"), 96, lambda each: _sum(each.balance_fen, each.currency), right=True,
                filterable=False,
            ),
        ]  # fmt: skip
        self.invoices = RowsModel(columns, id_of=lambda each: each.row)
        self.choices = FrozenTable(self.invoices, frozen=1)
        self.choices.setAccessibleName(self.tr("这笔收款核销的单据"))
        self.invoices.ticks_changed.connect(self._ticked)
        column = QVBoxLayout()
        column.setSpacing(8)
        hint = self.tr("空格勾选这笔收款核销哪些单据，↵ 到单据，Delete 恢复自动核销")
        self.auto = Button(self.tr("恢复自动核销"), "refresh", "Delete")
        self.auto.clicked.connect(self._leave_to_rules)
        column.addWidget(text(hint, size=12, tone="text2", wrap=True))
        column.addWidget(self.choices, 1)
        column.addWidget(self.auto)
        return column

    def show_payments(self, proposal: Proposal, payments: Sequence[Payment]) -> None:
        """Show the receipts; the current one stays."""
        self.proposal = proposal
        here = self.table.current_id
        self.receipts.set_rows(payments)
        if here is not None:
            self.table.go_to_id(here)
        self._show_invoices()

    def _current(self) -> Payment | None:
        place = self.table.current_place
        found: Payment | None = self.receipts.row_at(place) if 0 <= place < self.receipts.count() else None
        return found

    def _show_invoices(self) -> None:
        payment = self._current()
        rows = invoices_for(self.proposal, payment) if self.proposal and payment else []
        here = self.choices.current_id
        self.invoices.ticks = set(payment.pays) if payment else set()
        self.invoices.set_rows(rows)
        if here is not None:
            self.choices.go_to_id(here)
        self.auto.setEnabled(payment is not None and "clerk" in payment.how)

    def _ticked(self) -> None:
        payment = self._current()
        if payment is None or self.invoices.ticks == set(payment.pays):
            return
        kept = [row for row in payment.pays if row in self.invoices.ticks]
        added = sorted(row for row in self.invoices.ticks if isinstance(row, int) and row not in payment.pays)
        self.settled.emit(payment.id, [*added, *kept])  # what was ticked last is paid first

    def _leave_to_rules(self) -> None:
        payment = self._current()
        if payment is not None:
            self.settled.emit(payment.id, None)

    def _row_name(self, row: LedgerRow) -> str:
        return self.proposal.row_name(row.row) if self.proposal is not None else ""

    def _reasons(self, payment: Payment) -> str:
        said = [worded(f"pays_by_{how}", self.language) for how in payment.how]
        return ("、" if self.language == "zh_CN" else ", ").join(said) or worded(
            "pays_nothing", self.language
        )


def _sum(fen: int, currency: str) -> str:
    return grouped(fen) if currency == "CNY" else f"{currency} {grouped(fen)}"


def _tone(payment: Payment) -> str:
    return "warn" if "oldest" in payment.how or not payment.how else "text"
