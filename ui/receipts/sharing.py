"""How a sum is shared over claims: by which rule, each share open to the clerk's hand, a change with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.queries.claims import ClaimRow
from models.queries.standing import Standing
from models.rules.allocation import Allocation
from ui.common.buttons import Button
from ui.common.fields import Field
from ui.common.formats import Formats
from ui.common.how_window import How, open_how
from ui.common.text import set_tone, text, tip
from ui.problems import worded
from ui.receipts.shares_table import SharesTable


class Sharing(QWidget):
    """``changed`` comes when the clerk changed a share. ``left_words`` says what becomes of what no claim takes.

    ``explain`` is set by the window: how the shares proposed came about.
    """

    changed = Signal()

    def __init__(self, formats: Formats, left_words: str) -> None:
        super().__init__()
        self.formats, self.left_words = formats, left_words
        self.amount_fen, self.currency = 0, "CNY"
        self.proposed: dict[int, int] = {}
        self.explain: Callable[[], How | None] = lambda: None
        self.parts = ""
        self.rule = text("", size=12, tone="text2", wrap=True)
        self.table = SharesTable(formats)
        self.total = text(bold=True)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("例如：对账函约定、客户来电说明"))
        self.why_field = Field(self.tr("改动原因，随这笔记录保存"), self.why)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(text(self.tr("抵充"), bold=True))
        self.head.addWidget(self.rule, 1)
        self.how = Button(self.tr("怎么算的"), key="Alt+Y", kind="ghost", bind=True)
        self.how.clicked.connect(self.show_how)
        self.head.addWidget(self.how, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.why_field)
        column.addWidget(self.total)
        tip(self.rule, self.tr("利息和费用没有登记为应收的，不参与抵充（民法典第 561 条）。"))
        self.table.edited.connect(lambda _: self._changed_by_hand())
        self.why.textChanged.connect(lambda _: self.why_field.set_error(""))
        self.why_field.hide()

    @property
    def by_hand(self) -> bool:
        """Whether the shares are not those proposed."""
        return self.table.shares != self.proposed

    @property
    def left_fen(self) -> int:
        """What no share takes; below zero where the shares are more than the sum."""
        return self.amount_fen - sum(self.table.shares.values())

    def show_claims(self, rows: Sequence[ClaimRow], today: date, standing: Mapping[int, Standing]) -> None:
        """The open claims, nothing shared yet."""
        self.table.show_claims(rows, today, standing)

    def show_proposal(self, found: Allocation | None, amount_fen: int, currency: str, more: str = "") -> None:
        """Share a sum so; what was changed by hand goes. ``more`` stands before the rule."""
        self.amount_fen, self.currency = amount_fen, currency
        self.proposed = {int(share.debt): share.amount for share in found.shares} if found else {}
        self.parts = self._parts(found)
        said = [more, worded(found.why.code, self.formats.language, found.why.params)] if found else []
        if found and found.passed_over:
            said.append(self.tr("诉讼时效已届满的不自动抵充。"))
        gap = "" if self.formats.chinese else " "
        self.rule.setText(gap.join(part for part in said if part))
        self.table.show_shares(self.proposed)
        self._show()

    def show_how(self) -> None:
        """Every debt in its order, with what it gets and why."""
        how = self.explain()
        if how is not None:
            hand = worded("how_allocation_hand", self.formats.language)
            open_how(self.formats, replace(how, rules=(*how.rules, hand)) if self.by_hand else how, self)

    def _parts(self, found: Allocation | None) -> str:
        """What of it pays costs and interest; nothing where all of it is principal."""
        shares = found.shares if found else ()
        costs, interest = sum(each.costs for each in shares), sum(each.interest for each in shares)
        if not costs + interest:
            return ""
        money = self.formats.money
        words = self.tr("，其中费用 %1、利息和违约金 %2、本金 %3")
        principal = sum(each.principal for each in shares)
        for mark, fen in (("%1", costs), ("%2", interest), ("%3", principal)):
            words = words.replace(mark, money(fen, self.currency))
        return words

    def _changed_by_hand(self) -> None:
        self.parts = ""
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.why_field.setVisible(self.by_hand)
        money, left = self.formats.money, self.left_fen
        words = self.tr("抵充合计 %1").replace("%1", money(self.amount_fen - left, self.currency))
        if left > 0:
            words += self.left_words.replace("%1", money(left, self.currency))
        elif left < 0:
            words += self.tr("，超出 %1").replace("%1", money(-left, self.currency))
        self.total.setText(words + self.parts)
        set_tone(self.total, "bad" if left < 0 or self.table.wrong else "text")

    def reason_missing(self) -> bool:
        """Whether a change still lacks its reason; then it is said at the field."""
        missing = self.by_hand and not self.why.text().strip()
        self.why_field.set_error(worded("no_reason", self.formats.language) if missing else "")
        return missing
