"""What the lists of receipts show of one: what it was, what it paid, whose word decided, how it is proved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.queries.receipts import ReceiptRow
from ui.common import ask
from ui.common.formats import Formats
from ui.common.table import Column, Paint, Step
from ui.problems import worded


class ReceiptColumns(QObject):
    """Makes the columns of both lists."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats

    def day(self, row: ReceiptRow) -> str:
        """Its day, where a ledger told it."""
        return self.formats.day(row.received_on) if row.day_known else self.tr("日期不详")

    def kind(self, row: ReceiptRow) -> str:
        """Payment, credit note or set-off."""
        return worded(f"receipt_kind_{row.kind}", self.formats.language)

    def state(self, row: ReceiptRow) -> str:
        """Whether it stands, and who told it."""
        if row.reverses:
            return self.tr("冲回 %1 号：%2").replace("%1", str(row.reverses)).replace("%2", row.why or "")
        if row.reversed_by:
            return self.tr("已冲回")
        words = {"ledger": self.tr("台账带入"), "bank": self.tr("银行到账")}
        return words.get(row.source, self.tr("已登记"))

    def shares(self, row: ReceiptRow) -> str:
        """What it paid on each claim, there of what was owed beside it too, and the advance it brought or used."""
        words = {"costs": self.tr("费用"), "interest": self.tr("利息"), "penalty": self.tr("违约金")}
        parts = [f"{number or claim} {self.formats.amount(fen)}" for claim, number, fen in row.shares]
        parts += [
            f"{each.number or each.claim} {words[each.kind]} {self.formats.amount(each.fen)}"
            for each in row.charges
        ]
        if row.left_fen:
            parts.append(self.tr("预收 %1").replace("%1", self.formats.amount(row.left_fen)))
        return self.formats.listed(parts)

    def basis(self, row: ReceiptRow) -> str:
        """Which rule decided, and the clerk's reason where it was changed."""
        if row.reverses or (not row.rule and row.source != "ledger"):
            return ""
        said = worded(f"allocation_{row.rule or 'ledger'}", self.formats.language)
        return f"{said} {row.why}" if row.why else said

    def proof(self, row: ReceiptRow) -> str:
        """Whether a bank slip proves it; nothing where none is needed."""
        if row.wants_slip:
            return self.tr("缺回单")
        return self.tr("有回单") if row.slips else ""

    def sign(self, row: ReceiptRow) -> Step:
        """The same with its sign."""
        return Step("warning" if row.wants_slip else "check" if row.slips else "", self.proof(row),
                    "warn" if row.wants_slip else "ok")  # fmt: skip

    def line(self, row: ReceiptRow) -> str:
        """The line of the bank's statement behind it, by its key."""
        return f"#{row.bank_line}" if row.bank_line else ""

    def money(self, row: ReceiptRow) -> str:
        """The sum, with its currency where that is not yuan."""
        sign = "" if row.currency == "CNY" else f"{row.currency} "
        return sign + self.formats.amount(row.amount_fen)

    def all(self, *, of_all: bool) -> Sequence[Column]:
        """The columns in their order; ``of_all`` names the debtor and lets values be filtered."""
        column = partial(Column, filterable=of_all)

        def tone(row: ReceiptRow) -> str:
            return "text" if row.can_be_reversed else "text3"

        def memo(row: ReceiptRow) -> str:
            return row.memo or ""

        debtor = column("debtor", self.tr("债务人"), 190, lambda row: row.debtor, tip=lambda row: row.debtor)
        return [
            column("on", self.tr("到账日"), 96, self.day, tone=tone),
            *([debtor] if of_all else []),
            column(
                "amount", self.tr("金额"), 120, self.money, Paint.MONEY, sort_key=lambda row: row.amount_fen
            ),
            column("kind", self.tr("类别"), 76, self.kind, tone=tone),
            column("state", self.tr("状态"), 120, self.state, tip=self.state, tone=tone),
            column("proof", self.tr("回单"), 86, self.proof, Paint.STEP, value=self.sign),
            column("shares", self.tr("抵充"), 190, self.shares, tip=self.shares, tone=tone),
            column("basis", self.tr("依据"), 170, self.basis, Paint.FAINT, tip=self.basis),
            column("memo", self.tr("摘要"), 150, memo, tip=memo),
            *([column("line", self.tr("银行流水"), 84, self.line)] if of_all else []),
            column("by", self.tr("经办"), 70, lambda row: row.posted_by),
        ]

    # --- questions --------------------------------------------------------------------------------

    def ask_why(self, parent: QWidget, row: ReceiptRow) -> str | None:
        """The reason of a reversal, with what it does; None when the clerk went back."""
        told = self.tr("金额 %1，到账日 %2。原记录保留，另记一笔相反的记录，债权余额随之恢复。")
        words = told.replace("%1", self.formats.money(row.amount_fen, row.currency))
        words = words.replace("%2", self.day(row))
        return ask.ask_text(parent, self.tr("冲回这笔回款"), self.tr("原因"), self.tr("冲回"), words=words)

    def ask_slip(self, parent: QWidget) -> Path | None:
        """The file of a bank's slip; None when the clerk went back."""
        kinds = self.tr("回单 (*.pdf *.png *.jpg *.jpeg *.ofd);;所有文件 (*)")
        return ask.choose_file(parent, self.tr("银行回单"), kinds)
