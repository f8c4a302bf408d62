"""登记回款: what came in, on which day, and how the law shares it over what the debtor owes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.actions.proofs import prove
from models.actions.receipts import Booked, Wish, book_for_debtor, propose, reverse
from models.changes import Changes
from models.queries.receipt_twins import twin_among
from models.queries.standing import designated_by
from models.rules.allocation import RECEIPT_KINDS, Allocation
from models.rules.payment_order import PRINCIPAL_FIRST, STATUTE_ORDER
from models.rules.problems import Problem
from ui.common.buttons import Button
from ui.common.choices import ChoiceRow
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.common.how_window import How
from ui.common.record import RecordDialog
from ui.common.text import text, tip
from ui.context import AppContext
from ui.problems import sentence, worded
from ui.receipts.booked_table import BookedTable
from ui.receipts.facts import ReceiptFacts, read_facts
from ui.receipts.how import Payment, how_shared
from ui.receipts.sharing import Sharing
from ui.theme import current

STATUTE, DESIGNATED, AGREED = "statute", "designated", "agreed"


class ReceiptDialog(RecordDialog):
    """Money of the debtor of ``claim_ids``; ``saved`` carries ``Booked``.

    The amount stands at what is open on the chosen claims, the shares at what CC 560 says. Without a basis the memo's
    numbers count as the debtor's designation. ``account_requested`` carries the debtor,
    ``set_off_requested`` and ``replay_requested`` (debtor, currency).
    """

    account_requested = Signal(int)
    set_off_requested = Signal(int, str)
    replay_requested = Signal(int, str)

    def __init__(self, context: AppContext, claim_ids: Sequence[int], parent: QWidget | None = None) -> None:
        size = (896, 740)
        super().__init__(context, parent, "", size, "", primary_icon="receipt")
        self.setWindowTitle(self.tr("登记回款"))
        self.primary.set_words(self.tr("登记"))
        self.facts: ReceiptFacts | None = None
        self.claim_ids = list(claim_ids)
        self.name = text(size=15, bold=True, selectable=True)
        self.about = text(tone="text2")
        language = context.language
        options = [(kind, worded(f"receipt_kind_{kind}", language), f"Alt {place}")
                   for place, kind in enumerate(RECEIPT_KINDS, 1)]  # fmt: skip
        self.kind = ChoiceRow(options, "payment")
        self.clock = text("", size=12, tone="text2", wrap=True)
        self.amount = MoneyEdit()
        self.day = DateEdit(lambda: context.today, context.today, past=True)
        self.memo = QLineEdit()
        self.basis = ChoiceRow([
            (STATUTE, self.tr("法定顺序"), "Alt S"),
            (DESIGNATED, self.tr("对方指定先还所选"), "Alt D"),
            (AGREED, self.tr("约定先还所选"), "Alt A"),
        ])  # fmt: skip
        self.order = ChoiceRow([("principal", self.tr("约定先还本金"), "Alt P")])
        tip(self.order, self.tr("不选时先抵费用，再抵利息和违约金，后抵本金（民法典第 561 条）。"))
        self.sharing = Sharing(context.formats, self.tr("，余 %1 记为预收"))
        self.sharing.explain = self._how
        self.late = text("", size=12, tone="warn", wrap=True)
        self.booked = BookedTable(context.formats)
        self.account = Button(self.tr("对账明细"), "file-text", "Alt T", kind="ghost")
        self.set_off = Button(self.tr("抵销预收"), "link", "Alt K", kind="ghost")
        self.replay = Button(self.tr("重新抵充"), "refresh", "Alt R", kind="ghost")
        self._lay_out()
        self._connect()
        self._show_clock()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()
        self.forbid(context.forbidden("receipt"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        for label in (self.name, self.about):
            head.addWidget(label)
        head.addStretch(1)
        for button in (self.set_off, self.replay, self.account):
            head.addWidget(button)
        self.body.addLayout(head)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.clock)
        self.body.addLayout(self._fields())
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.basis, 1)
        choices.addWidget(self.order)
        self.body.addLayout(choices)
        self.body.addWidget(self.sharing, 3)
        self.body.addWidget(self.late)
        self.body.addWidget(self.booked, 2)

    def _fields(self) -> QHBoxLayout:
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
        return fields

    def _connect(self) -> None:
        for edit in (self.amount, self.day):
            edit.changed.connect(lambda _: self._propose())
        self.memo.textChanged.connect(lambda _: self._propose())
        self.basis.chosen.connect(lambda _: self._propose())
        self.order.chosen.connect(lambda _: self._propose())
        self.kind.chosen.connect(self._kind_chosen)
        self.booked.reversal_wanted.connect(self._reverse)
        self.booked.slip_given.connect(self._file_slip)
        self.account.clicked.connect(self._ask_for_account)
        self.set_off.clicked.connect(lambda: self._ask_for(self.set_off_requested))
        self.replay.clicked.connect(lambda: self._ask_for(self.replay_requested))
        keys = {**{f"Alt+{place}": button for place, button in enumerate(self.kind.buttons.values(), 1)},
                "Alt+S": self.basis.buttons[STATUTE], "Alt+D": self.basis.buttons[DESIGNATED],
                "Alt+A": self.basis.buttons[AGREED], "Alt+P": self.order.buttons["principal"],
                "Alt+T": self.account, "Alt+K": self.set_off,
                "Alt+R": self.replay}  # fmt: skip
        for key, button in keys.items():
            QShortcut(QKeySequence(key), self, partial(_press, button))
        self.context.bus.changed.connect(self._hear)

    # --- before ----------------------------------------------------------------------------------

    def _read(self) -> None:
        store, today, claims = self.context.store, self.context.today, self.claim_ids
        self.context.jobs.read(
            lambda _progress: read_facts(store, today, claims), self._loaded, self.refused, owner=self
        )

    def _hear(self, changes: Changes) -> None:
        """Something else was booked for this debtor; what is being saved here needs no second look."""
        ours = self.facts is not None and self.facts.debtor_id in changes.debtors
        if self.primary.isEnabled() and (ours or changes.everything):
            self._read()

    def _loaded(self, facts: ReceiptFacts) -> None:
        first, self.facts = self.facts is None, facts
        formats = self.context.formats
        self.name.setText(facts.debtor)
        owed = formats.money(sum(map(facts.open_fen, facts.rows)), facts.currency)
        number = len(facts.rows)
        told = self.tr("未收 %1，%2 笔", "", number).replace("%1", owed).replace("%2", str(number))
        self.about.setText(told)
        self.basis.setVisible(number > 1)
        self.set_off.setVisible(facts.credit_fen > 0 and number > 0)
        self.replay.setVisible(facts.past.replay().differs)
        if first and not self.amount.text():
            self.amount.set_fen(facts.chosen_fen or None)
            self.amount.selectAll()
        self.sharing.show_claims(facts.rows, self.context.today, facts.standing)
        self.order.setVisible(any(each.charges for each in facts.standing.values()))
        self.booked.show_receipts(facts.receipts)
        self._propose()

    def _kind_chosen(self, kind: str | None) -> None:
        if kind is None:
            self.kind.set_value("payment")
        self._show_clock()
        self._propose()

    def _show_clock(self) -> None:
        kind = self.kind.value or "payment"
        self.clock.setText(worded(f"clock_by_{kind}", self.context.language))

    @property
    def _wish(self) -> Wish:
        """What the clerk has said of the sharing, but for shares changed by hand."""
        chosen = self.facts.chosen if self.facts else ()
        ways = {
            STATUTE: Wish(designated=()),
            DESIGNATED: Wish(designated=chosen),
            AGREED: Wish(designated=(), agreed=chosen),
        }
        first = PRINCIPAL_FIRST if self.order.value else STATUTE_ORDER
        return replace(ways.get(self.basis.value or "", Wish()), order=first)

    def _proposal(self, facts: ReceiptFacts) -> tuple[Allocation, str] | None:
        """The shares, and what of the memo they follow."""
        fen, day, wish, more = self.amount.fen, self.day.day, self._wish, ""
        if not fen or fen <= 0 or day is None or not facts.rows:
            return None
        named = wish.designated
        if named is None:
            named = designated_by(facts.letters, facts.rows, self.memo.text())
            numbers = [row.number or f"#{row.id}" for row in facts.rows if row.id in named]
            more = (
                self.tr("摘要写明 %1。").replace("%1", self.context.formats.listed(numbers)) if named else ""
            )
        found = propose(
            fen, facts.rows, day, named, agreed=wish.agreed, standing=facts.standing, order=wish.order,
            kind=self.kind.value or "payment",
        )  # fmt: skip
        return found, more

    def _how(self) -> How | None:
        """How the shares proposed came about."""
        facts, day = self.facts, self.day.day
        told = self._proposal(facts) if facts else None
        if facts is None or day is None or told is None:
            return None
        wish, kind = self._wish, self.kind.value or "payment"
        named = wish.designated
        if named is None:
            named = designated_by(facts.letters, facts.rows, self.memo.text())
        asked = Payment(
            facts.debtor, self.amount.fen or 0, facts.currency, day, facts.rows, facts.standing, kind, tuple(named),
            tuple(wish.agreed), principal_first=wish.order == PRINCIPAL_FIRST,
        )  # fmt: skip
        return how_shared(asked, *told, self.context.formats)

    def _propose(self) -> None:
        """Share the amount as the rules say; what was changed by hand goes."""
        if self.facts is None:
            return
        found, more = self._proposal(self.facts) or (None, "")
        self.sharing.show_proposal(found, self.amount.fen or 0, self.facts.currency, more)
        self.amount_field.set_error("")
        self.day_field.set_error("")
        self._show_late(self.facts, found)

    def _show_late(self, facts: ReceiptFacts, found: Allocation | None) -> None:
        """Say what a receipt entered late would move, before it is booked."""
        day, words = self.day.day, ""
        later = facts.later(day) if day and found else 0
        if later and found and day:
            told = self.tr("补录：此后已有 %1 笔回款。", "", later).replace("%1", str(later))
            moves = facts.moves(self.amount.fen or 0, day, found)
            total = self.context.formats.money(sum(move.fen for move in moves), facts.currency)
            if moves:
                otherwise = self.tr("按到账先后有 %1 会抵充到别处，登记后可一键调整，也可不动。")
            else:
                otherwise = self.tr("按到账先后抵充结果相同。")
            words = told + otherwise.replace("%1", total)
        words = "\n".join(filter(None, (self._said_twice(facts), words)))
        self.late.setText(words)
        self.late.setVisible(bool(words))

    def _said_twice(self, facts: ReceiptFacts) -> str:
        """Say that such money is in the books already, before it is booked once more."""
        fen, day = self.amount.fen or 0, self.day.day
        is_payment = self.kind.value in (None, "payment")
        twin = twin_among(facts.receipts, fen, facts.currency, day) if day and is_payment else None
        if twin is None:
            return ""
        told = self.tr("%1 已登记过一笔同样的回款 %2。若是同一笔钱，请勿重复登记。")
        formats = self.context.formats
        return told.replace("%1", formats.day(twin.received_on)).replace(
            "%2", formats.money(twin.amount_fen, twin.currency)
        )

    # --- saving ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Book it."""
        fen, day, facts = self.amount.fen, self.day.day, self.facts
        if facts is None or not self._fields_are_read(fen, day) or self.sharing.reason_missing():
            return
        desk, memo, wish, kind = self.context.desk, self.memo.text(), self._wish, self.kind.value or "payment"
        if self.sharing.by_hand:
            shares, why = self.sharing.table.shares, self.sharing.why.text()
            wish = replace(wish, shares=shares, why=why)
        self.keep(
            lambda _progress: book_for_debtor(
                desk, facts.debtor, fen or 0, day, memo, currency=facts.currency, wish=wish, kind=kind
            ),
            self.tr("登记回款"),
        )

    def kept(self, result: Booked) -> None:
        """Where it came late and would be shared otherwise, that is proposed."""
        facts, day = self.facts, self.day.day
        late = bool(facts and day and facts.later(day))
        super().kept(result)
        if late and facts:
            self.replay_requested.emit(facts.debtor_id, facts.currency)

    def _fields_are_read(self, fen: int | None, day: object) -> bool:
        language = self.context.language
        wrong_sum = self.amount.text().strip() and fen is None
        code = "sum_unreadable" if wrong_sum else "amount_not_above_zero" if not fen or fen <= 0 else ""
        params = {"value": self.amount.text()}
        self.amount_field.set_error(sentence(Problem(code, params), language) if code else "")
        unread = Problem("day_unreadable", {"value": self.day.text()})
        self.day_field.set_error("" if day else sentence(unread, language))
        return not code and day is not None

    # --- what was booked ----------------------------------------------------------------------------

    def _ask_for_account(self) -> None:
        if self.facts is not None:
            self.account_requested.emit(self.facts.debtor_id)

    def _ask_for(self, signal: Any) -> None:
        if self.facts is not None:
            signal.emit(self.facts.debtor_id, self.facts.currency)

    def _reverse(self, receipt: int, why: str) -> None:
        desk, told = self.context.desk, self.tr("已冲回，债权余额已恢复")
        self._do(lambda _progress: reverse(desk, receipt, why), self.tr("冲回"), told)

    def _file_slip(self, receipt: int, file: Path) -> None:
        desk, told = self.context.desk, self.tr("回单已归档，这笔还款可以证明")
        self._do(lambda _progress: prove(desk, "receipt", receipt, file), self.tr("附回单"), told)

    def _do(self, work: Any, title: str, told: str) -> None:
        self.context.act(work, lambda _: self.say(told, "ok"), self.refused, title=title, owner=self)


def _press(button: Any) -> None:
    if button.isVisible():
        button.click()
