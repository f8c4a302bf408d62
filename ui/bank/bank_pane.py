"""One line of the bank in full: who paid, whose it is thought to be and why, and what booking it would pay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.actions.bank import Proposed
from models.rules.money import parse_yuan
from ui.bank.bank_columns import TONES, BankColumns
from ui.common.buttons import Button
from ui.common.cards import Card, KeyValues
from ui.common.formats import Formats
from ui.common.side_pane import SidePane
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import set_tone, text
from ui.theme import current

SEEN = 8
"""Claims shown at once at most; more scroll."""


@dataclass(frozen=True)
class _Share:
    """One open claim of the debtor and what it gets."""

    id: int
    number: str
    balance_fen: int
    share_fen: int

    @property
    def wrong(self) -> bool:
        """More than is open, or less than nothing."""
        return not 0 <= self.share_fen <= self.balance_fen


class BankPane(SidePane):
    """Shows one line. The signals ask for their act; ``shares`` are what the clerk settled, None as proposed."""

    choose_wanted = Signal()
    aside_wanted = Signal()
    new_wanted = Signal()
    edited = Signal()

    def __init__(self, columns: BankColumns, formats: Formats) -> None:
        super().__init__()
        self.columns, self.formats = columns, formats
        self.line: Proposed | None = None
        self.by_hand = False
        labels = (self.tr("付款账号"), self.tr("附言"), self.tr("流水号"), self.tr("来自"))
        self.facts = KeyValues((label, "") for label in labels)
        hint = self.tr("选中一笔到账，这里显示认款理由和抵充")
        self.lay_out(hint, "receipt", self._sum(), self._whose(), self._buttons(), self._shares(), self.facts)

    # --- building --------------------------------------------------------------------------------

    def _sum(self) -> Card:
        card = Card("sunken", edge=False)
        self.amount = text(size=22, bold=True, selectable=True)
        self.day = text(size=12, tone="text2")
        card.column.addWidget(self.amount)
        card.column.addWidget(self.day)
        return card

    def _whose(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.debtor = text(bold=True, wrap=True, selectable=True)
        self.why = text(size=12, tone="text2", wrap=True, selectable=True)
        column.addWidget(self.debtor)
        column.addWidget(self.why)
        return whole

    def _buttons(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.choose = Button(self.tr("选择债务人"), "debtors", "F")
        self.aside = Button(self.tr("搁置"), "minus", "X")
        self.new = Button(self.tr("另登记一笔"), "plus", "N")
        for button, signal in (
            (self.choose, self.choose_wanted),
            (self.aside, self.aside_wanted),
            (self.new, self.new_wanted),
        ):
            button.clicked.connect(signal)
        row.addWidget(self.choose)
        row.addWidget(self.aside)
        row.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.new)
        below.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(below)
        return column

    def _shares(self) -> QWidget:
        self.paid = QWidget()
        column = QVBoxLayout(self.paid)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.rule = text(bold=True, wrap=True)
        amount = self.formats.amount
        money = [
            ("share", self.tr("本次抵充"), lambda row: amount(row.share_fen), True),
            ("balance", self.tr("未收余额"), lambda row: amount(row.balance_fen), False),
        ]
        self.model = RowsModel(
            [
                Column("number", self.tr("单据号"), 120, lambda row: row.number, Paint.NAME, filterable=False,
                       tip=lambda row: row.number),
                *(Column(key, title, 106, words, Paint.MONEY, editable=editable, filterable=False,
                         wrong=(lambda row: row.wrong) if editable else None)
                  for key, title, words, editable in money),
            ],
            ticking=False,
        )  # fmt: skip
        self.model.edited.connect(self._typed)
        self.table = FrozenTable(self.model)
        self.table.set_row_height("compact")
        self.table.type_over()
        self.left = text(size=12, tone="text2", wrap=True)
        for widget in (self.rule, self.table, self.left):
            column.addWidget(widget)
        return self.paid

    # --- showing ---------------------------------------------------------------------------------

    def show_line(self, line: Proposed | None) -> None:
        """This line, or that there is none."""
        if line is None or self.line is None or line.row.id != self.line.row.id:
            self.say("")
        self.line, self.by_hand = line, False
        self.show_content(line is not None)
        if line is not None:
            self._show(line)

    def _show(self, line: Proposed) -> None:
        row = line.row
        self.name.setText(self.columns.payer(line))
        tone = TONES[row.match.confidence] if row.state == "waiting" else "text2"
        self.show_state(self.columns.confidence(line), "text2" if tone == "text3" else tone)
        self.amount.setText(self.formats.money(row.amount_fen, row.currency))
        self.day.setText(self.tr("%1 到账").replace("%1", self.formats.day(row.on)))
        waits = row.state == "waiting"
        self.debtor.setText(row.debtor or (self.tr("还不知道是谁付的") if waits else ""))
        self.debtor.setVisible(bool(self.debtor.text()))
        self.why.setText("\n".join(self.columns.reasons(line)))
        self.choose.setVisible(waits)
        self.aside.setVisible(row.state != "booked")
        self.aside.set_words(self.tr("搁置") if waits else self.tr("放回待入账"))
        self.new.setVisible(waits and row.already is not None)
        self._show_shares(line)
        self._show_facts(line)

    def _show_shares(self, line: Proposed) -> None:
        shares = dict(line.shares)
        self.model.set_rows(
            [
                _Share(each.id, each.number or f"#{each.id}", each.balance_fen, shares.get(each.id, 0))
                for each in sorted(
                    line.claims, key=lambda each: (each.id not in shares, each.due_on or date.max, each.id)
                )
            ]
        )
        shown = line.row.state == "waiting" and line.row.debtor_id is not None and line.row.already is None
        self.paid.setVisible(shown)
        self.table.setVisible(bool(line.claims))
        self.table.setFixedHeight(min(max(len(line.claims), 1), SEEN) * current().px(28) + current().px(36))
        named = bool(line.row.match.designated)
        self.rule.setText(
            self.tr("先抵附言写明的，再按法定顺序") if named else self.tr("按民法典第 560 条的顺序抵充")
        )
        self._show_left()

    def _show_left(self) -> None:
        line = self.line
        if line is None:
            return
        paid = sum(row.share_fen for row in self.model.rows)
        left, money = line.row.amount_fen - paid, self.formats.money
        words = self.tr("抵充合计 %1").replace("%1", money(paid, line.row.currency))
        if (line.costs_fen or line.interest_fen) and not self.by_hand:
            words += self._parts(line, paid)
        if left > 0:
            words += self.tr("，余 %1 记为预收").replace("%1", money(left, line.row.currency))
        elif left < 0:
            words += self.tr("，超出到账 %1").replace("%1", money(-left, line.row.currency))
        self.left.setText(words)
        set_tone(self.left, "bad" if left < 0 or self.wrong else "text2")

    def _parts(self, line: Proposed, paid: int) -> str:
        """How much of it pays costs, interest and penalties, and principal."""
        sums = [
            (self.tr("费用 %1"), line.costs_fen),
            (self.tr("利息和违约金 %1"), line.interest_fen),
            (self.tr("本金 %1"), paid - line.costs_fen - line.interest_fen),
        ]
        money = self.formats.money
        named = [words.replace("%1", money(fen, line.row.currency)) for words, fen in sums if fen]
        return self.tr("（其中 %1）").replace("%1", self.formats.listed(named))

    def _show_facts(self, line: Proposed) -> None:
        row = line.row
        place = self.tr("第 %1 行").replace("%1", str(row.statement_row))
        self.facts.show_value(self.tr("付款账号"), row.account or "—")
        self.facts.show_value(self.tr("附言"), row.memo or "—")
        self.facts.show_value(self.tr("流水号"), row.reference or "—")
        self.facts.show_value(self.tr("来自"), self.formats.joined([row.file_name, place]))

    # --- shares by hand ----------------------------------------------------------------------------

    @property
    def wrong(self) -> bool:
        """Whether some share is more than is open."""
        return any(row.wrong for row in self.model.rows)

    @property
    def shares(self) -> dict[int, int] | None:
        """What the clerk settled by hand (claim → fen); None where it stands as proposed."""
        return {row.id: row.share_fen for row in self.model.rows if row.share_fen} if self.by_hand else None

    def _typed(self, claim: object, _key: str, typed: str) -> None:
        try:
            fen = parse_yuan(typed.replace("，", ",").strip() or "0")
        except ValueError:
            return
        rows: Sequence[_Share] = self.model.rows
        row = next(row for row in rows if row.id == claim)
        self.model.replace(replace(row, share_fen=fen))
        self.by_hand = True
        self.rule.setText(self.tr("抵充已由人工调整"))
        self._show_left()
        self.edited.emit()
