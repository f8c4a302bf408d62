"""对账明细: everything that raised or lowered what one debtor owes, in order of day, and what was owed after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.actions.exports import export_statement
from models.changes import Changes
from models.progress import Progress
from models.queries.statement import Line, Statement, currencies_of, statement_of
from models.rules.problems import Problem
from models.store import Store
from ui.common.buttons import Button
from ui.common.choices import Segment
from ui.common.dialog import DialogShell
from ui.common.fields import DateEdit, Field
from ui.common.leaving import place_to_export
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.table.tsv import tab_text
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentences, worded
from ui.theme import current


@dataclass(frozen=True)
class AccountLine:
    """An entry with its place, as several may be of one receipt or claim."""

    id: int
    line: Line


def read_account(
    store: Store, debtor: int, first: date | None, last: date, today: date, currency: str
) -> tuple[Statement, list[str]]:
    """The account, and the currencies there are."""
    with store.reading():
        return statement_of(store, debtor, first, last, today, currency), currencies_of(store, debtor)


class AccountWindow(DialogShell):
    """``claim_requested`` and ``receipt_requested`` carry the key behind a line."""

    claim_requested = Signal(int)
    receipt_requested = Signal(int)

    def __init__(self, context: AppContext, debtor_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (1240, 680), "", primary_icon="export", primary_key="Ctrl+E")
        self.setWindowTitle(self.tr("对账明细"))
        self.primary.set_words(self.tr("导出 Excel"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.debtor_id = context, debtor_id
        self.account: Statement | None = None
        self.name = text(size=15, bold=True, selectable=True)
        self.first = DateEdit(lambda: context.today, past=True)
        self.last = DateEdit(lambda: context.today, context.today, past=True)
        self.currency: Segment | None = None
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        self.sums, self.tie = text("", bold=True, wrap=True), text("", size=12, tone="text2", wrap=True)
        self._lay_out()
        for edit in (self.first, self.last):
            edit.changed.connect(lambda _: self.refresh())
        self.table.activated.connect(self.open_line)
        context.bus.changed.connect(self._hear)
        self.refresh()
        self.table.setFocus()

    def _lay_out(self) -> None:
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.first_field, self.last_field = Field(self.tr("从"), self.first), Field(self.tr("到"), self.last)
        self.head.addWidget(self.name, 1)
        self.first.setPlaceholderText(self.tr("最早"))
        for edit, field in ((self.first, self.first_field), (self.last, self.last_field)):
            edit.setFixedWidth(current().px(140))
            self.head.addWidget(field)
        self.body.addLayout(self.head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.sums)
        self.body.addWidget(self.tie)
        self.copy_all = Button(self.tr("复制整表"), "copy", "Ctrl+Shift+C", bind=True)
        self.copy_all.clicked.connect(self.copy)
        self.buttons.insertWidget(self.buttons.indexOf(self.cancel), self.copy_all)

    def _columns(self) -> list[Column]:
        formats = self.context.formats
        column = partial(Column, filterable=False)

        def amount(fen: int) -> str:
            return formats.amount(fen) if fen else ""

        def shares(row: AccountLine) -> str:
            return formats.listed(f"{number} {formats.amount(fen)}" for number, fen in row.line.shares)

        def memo(row: AccountLine) -> str:
            return row.line.memo or ""

        return [
            column("on", self.tr("日期"), 100, self._day, Paint.NAME),
            column("what", self.tr("事项"), 130, lambda row: self._what(row.line), filterable=True),
            column("number", self.tr("单据号"), 130, lambda row: row.line.number or ""),
            column("debit", self.tr("应收增加"), 120, lambda row: amount(row.line.debit_fen), Paint.MONEY),
            column("credit", self.tr("应收减少"), 120, lambda row: amount(row.line.credit_fen), Paint.MONEY),
            column("balance", self.tr("余额"), 124, lambda row: formats.amount(row.line.balance_fen), Paint.MONEY),
            column("due", self.tr("到期日"), 96, lambda row: formats.day(row.line.due_on)),
            column("shares", self.tr("抵充明细"), 190, shares, tip=shares),
            column("memo", self.tr("备注"), 150, memo, tip=memo),
        ]  # fmt: skip

    def _day(self, row: AccountLine) -> str:
        unknown = row.line.on is None or not row.line.day_known
        return self.tr("日期不详") if unknown else self.context.formats.day(row.line.on)

    def _what(self, line: Line) -> str:
        return worded(f"account_{line.what}", self.context.language)

    # --- showing ---------------------------------------------------------------------------------

    def _hear(self, changes: Changes) -> None:
        if changes.everything or self.debtor_id in changes.debtors:
            self.refresh()

    def refresh(self) -> None:
        """Read the account of the days shown."""
        store, key, today = self.context.store, self.debtor_id, self.context.today
        first, last = self.first.day, self.last.day or today
        if first and first > last:
            params = {"first": first.isoformat(), "last": last.isoformat()}
            self.refused((Problem("statement_days", params),))
            return
        currency = self.currency.value if self.currency else "CNY"
        self.context.jobs.read(
            lambda _progress: read_account(store, key, first, last, today, currency),
            self._loaded, self.refused, owner=self,
        )  # fmt: skip

    def _loaded(self, found: tuple[Statement, list[str]]) -> None:
        account, currencies = found
        if self.currency is None and len(currencies) > 1:
            self._offer(currencies)
        if self.currency is None and currencies and currencies != [account.currency]:
            self._offer(currencies)
            self.refresh()
            return
        self.account = account
        self.name.setText(account.debtor)
        self.model.set_rows([AccountLine(place, line) for place, line in enumerate(account.lines)])
        self.say("")
        self._show_sums(account)

    def _offer(self, currencies: list[str]) -> None:
        self.currency = Segment([(currency, currency) for currency in currencies])
        self.currency.changed.connect(lambda _: self.refresh())
        self.head.insertWidget(1, self.currency)

    def _show_sums(self, account: Statement) -> None:
        money = partial(self.context.formats.money, currency=account.currency)
        debit = sum(line.debit_fen for line in account.lines)
        credit = sum(line.credit_fen for line in account.lines)
        words = self.tr("期初 %1，增加 %2，减少 %3，期末 %4")
        for hole, fen in enumerate((account.opening_fen, debit, credit, account.closing_fen), 1):
            words = words.replace(f"%{hole}", money(fen))
        self.sums.setText(words)
        beside = account.charges_fen
        off = account.closing_fen - (account.claims_fen + beside - account.advance_fen)
        tie = self.tr("核对：%1 未收债权合计 %2 − 预收 %3 = 期末余额，相符")
        if off:
            tie = self.tr("核对：%1 未收债权合计 %2 − 预收 %3 与期末余额相差 %4，请运行数据校验")
        claims = money(account.claims_fen)
        if beside:
            claims += self.tr(" ＋ 费用、利息和违约金 %1").replace("%1", money(beside))
        tie = tie.replace("%1", self.context.formats.day(account.last)).replace("%2", claims)
        self.tie.setText(tie.replace("%3", money(account.advance_fen)).replace("%4", money(off)))
        set_tone(self.tie, "bad" if off else "text2")

    def refused(self, problems: tuple[Problem, ...]) -> None:
        """Say why it cannot be shown."""
        self.say(sentences(problems, self.context.language), "bad")

    # --- acts --------------------------------------------------------------------------------------

    def open_line(self, place: object) -> None:
        """The claim or the receipt behind a line."""
        line = next(row.line for row in self.model.rows if row.id == place)
        (self.claim_requested if line.is_claim else self.receipt_requested).emit(line.id)

    def copy(self) -> None:
        """The whole table with its headings, for a spreadsheet."""
        columns = self.model.columns
        rows = [[column.text(row) for column in columns] for row in self.model.rows]
        QGuiApplication.clipboard().setText(tab_text([[column.title for column in columns], *rows]))
        self.say(self.tr("已复制，可粘贴到 Excel"), "ok")

    def press_primary(self) -> None:
        """Write a workbook."""
        account = self.account
        if account is None:
            return
        name = f"{self.tr('对账明细')}_{account.debtor}_{account.last:%Y%m%d}.xlsx"
        title = self.tr("导出对账明细")
        place = place_to_export(self.context, self, "export_statement", title, name, "Excel")
        if place is None:
            return
        target, openly = place.file, place.openly
        desk, language = self.context.desk, self.context.language

        def work(_progress: Progress) -> Path:
            export_statement(desk, target, account, language, openly)
            return target

        self.context.act(
            work, self._exported, self.refused, title=self.tr("正在导出"), icon="export", owner=self
        )

    def _exported(self, target: Path) -> None:
        self.say(self.tr("已导出到 %1").replace("%1", str(target)), "ok")
