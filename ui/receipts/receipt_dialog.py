"""登记回款: an amount, a day, and how the law shares it over what the debtor owes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.actions.receipts import book_for_debtor, propose, reverse
from models.rules.problems import Problem
from ui.common.choices import Choice
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.common.record import RecordDialog
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentence
from ui.receipts.booked_table import BookedTable
from ui.receipts.facts import ReceiptFacts, read_facts
from ui.receipts.shares_table import SharesTable
from ui.theme import current


class ReceiptDialog(RecordDialog):
    """Money of the debtor of ``claim_ids``; ``saved`` carries ``Booked``.

    The amount stands at what is open on the chosen claims, the shares at what CC 560 says. A share changed by
    hand is booked as changed by hand; what no share takes is the debtor's advance.
    """

    def __init__(self, context: AppContext, claim_ids: Sequence[int], parent: QWidget | None = None) -> None:
        size = (820, 640)
        super().__init__(context, parent, "", size, "", primary_icon="receipt")
        self.setWindowTitle(self.tr("登记回款"))
        self.primary.set_words(self.tr("登记"))
        self.facts: ReceiptFacts | None = None
        self.by_hand = False
        self.claim_ids = list(claim_ids)
        self.name = text(size=15, bold=True, selectable=True)
        self.about = text(tone="text2")
        self.amount = MoneyEdit()
        self.day = DateEdit(lambda: context.today, context.today, past=True)
        self.memo = QLineEdit()
        self.designated = Choice(self.tr("对方指定先还所选债权"), "Alt D")
        self.shares = SharesTable(context.formats)
        self.total = text(bold=True)
        self.booked = BookedTable(context.formats)
        self._lay_out()
        self._connect()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        for label in (self.name, self.about):
            head.addWidget(label)
        head.addStretch(1)
        self.body.addLayout(head)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        self.amount_field = Field(self.tr("金额"), self.amount)
        self.day_field = Field(self.tr("到账日"), self.day)
        self.amount.setFixedWidth(current().px(150))
        self.day.setFixedWidth(current().px(140))
        self.memo.setPlaceholderText(self.tr("银行回单上的附言，例如合同号"))
        for field in (self.amount_field, self.day_field):
            fields.addWidget(field)
        fields.addWidget(Field(self.tr("银行摘要"), self.memo), 1)
        self.body.addLayout(fields)
        row = QHBoxLayout()
        row.addWidget(text(self.tr("抵充"), bold=True))
        row.addWidget(text(self.tr("按民法典第 560 条拟定，可直接改"), size=12, tone="text2"))
        row.addStretch(1)
        row.addWidget(self.designated)
        self.body.addLayout(row)
        self.body.addWidget(self.shares, 3)
        self.body.addWidget(self.total)
        self.body.addWidget(self.booked, 2)

    def _connect(self) -> None:
        self.amount.changed.connect(lambda _: self._propose())
        self.day.changed.connect(lambda _: self._propose())
        self.designated.toggled.connect(lambda _: self._propose())
        self.shares.edited.connect(self._changed_by_hand)
        self.booked.reversal_wanted.connect(self._reverse)
        QShortcut(QKeySequence("Alt+D"), self, self._toggle_designated)
        QShortcut(
            QKeySequence("Delete"),
            self.booked.table,
            self.booked.reverse,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def _toggle_designated(self) -> None:
        if self.designated.isVisible():
            self.designated.toggle()

    # --- before ----------------------------------------------------------------------------------

    def _read(self) -> None:
        store, today, claims = self.context.store, self.context.today, self.claim_ids
        self.context.jobs.read(
            lambda _progress: read_facts(store, today, claims), self._loaded, self.refused, owner=self
        )

    def _loaded(self, facts: ReceiptFacts) -> None:
        first = self.facts is None
        self.facts = facts
        formats = self.context.formats
        self.name.setText(facts.debtor)
        owed = formats.money(sum(row.balance_fen for row in facts.rows), facts.currency)
        number = len(facts.rows)
        told = self.tr("未收 %1，%2 笔", "", number).replace("%1", owed).replace("%2", str(number))
        self.about.setText(told)
        self.designated.setVisible(facts.others)
        if first and not self.amount.text():
            self.amount.set_fen(facts.chosen_fen or None)
            self.amount.selectAll()
        self.shares.show_claims(facts.rows, self.context.today)
        self.booked.show_receipts(facts.receipts)
        self._propose()

    def _propose(self) -> None:
        """Share the amount as the rules say; what was changed by hand goes."""
        if self.facts is None:
            return
        self.by_hand = False
        fen, day = self.amount.fen, self.day.day
        shares: dict[int, int] = {}
        if fen and fen > 0 and day and self.facts.rows:
            wanted = self.facts.chosen if self.designated.isChecked() else ()
            proposed = propose(fen, list(self.facts.rows), day, wanted)
            shares = {int(share.debt): share.amount for share in proposed.shares}
        self.shares.show_shares(shares)
        self.amount_field.set_error("")
        self.day_field.set_error("")
        self._show_total()

    def _changed_by_hand(self, _claim: int) -> None:
        self.by_hand = True
        self._show_total()

    @property
    def left_fen(self) -> int:
        """What no share takes."""
        return (self.amount.fen or 0) - sum(self.shares.shares.values())

    def _show_total(self) -> None:
        money, left = self.context.formats.money, self.left_fen
        currency = self.facts.currency if self.facts else "CNY"
        shared = money(sum(self.shares.shares.values()), currency)
        words = self.tr("抵充合计 %1").replace("%1", shared)
        if left > 0:
            words += self.tr("，余 %1 记为预收").replace("%1", money(left, currency))
        elif left < 0:
            words += self.tr("，超出回款 %1").replace("%1", money(-left, currency))
        self.total.setText(words)
        set_tone(self.total, "bad" if left < 0 or self.shares.wrong else "text")

    # --- saving ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Book it."""
        fen, day, facts = self.amount.fen, self.day.day, self.facts
        if facts is None or not self._fields_are_read(fen, day):
            return
        desk, memo = self.context.desk, self.memo.text()
        shares = self.shares.shares if self.by_hand else None
        named = facts.chosen if self.designated.isChecked() else ()
        self.keep(
            lambda _progress: book_for_debtor(
                desk,
                facts.debtor,
                fen or 0,
                day,
                memo,
                currency=facts.currency,
                shares=shares,
                designated=named,
            ),
            self.tr("登记回款"),
        )

    def _fields_are_read(self, fen: int | None, day: object) -> bool:
        language = self.context.language
        wrong_sum = self.amount.text().strip() and fen is None
        code = "sum_unreadable" if wrong_sum else "amount_not_above_zero" if not fen or fen <= 0 else ""
        params = {"value": self.amount.text()}
        self.amount_field.set_error(sentence(Problem(code, params), language) if code else "")
        unread = Problem("day_unreadable", {"value": self.day.text()})
        self.day_field.set_error("" if day else sentence(unread, language))
        return not code and day is not None

    def _reverse(self, receipt: int, why: str) -> None:
        desk = self.context.desk

        def done(_booked: Any) -> None:
            self.say(self.tr("已冲回，债权余额已恢复"), "ok")
            self._read()

        self.context.act(
            lambda _progress: reverse(desk, receipt, why),
            done,
            self.refused,
            title=self.tr("冲回"),
            owner=self,
        )
