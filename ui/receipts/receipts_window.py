"""回款记录: every receipt of the portfolio, to be found, proved, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from models.actions.proofs import prove
from models.actions.receipts import reverse
from models.changes import Changes
from models.queries.claims import claim_rows
from models.queries.receipts import ReceiptRow, receipt_rows
from models.rules.problems import Problem
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.choices import Choice
from ui.common.how_window import open_how
from ui.common.table import RowsModel
from ui.common.table_page import TablePage
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentences
from ui.receipts.how import how_booked
from ui.receipts.receipt_columns import ReceiptColumns
from ui.theme import current


class ReceiptsWindow(TablePage):
    """``account_requested`` carries the debtor of the current receipt, ``file_opened`` its newest slip."""

    account_requested = Signal(int)
    file_opened = Signal(int)

    def __init__(
        self, context: AppContext, receipt: int | None = None, parent: QWidget | None = None
    ) -> None:
        columns = ReceiptColumns(context.formats)
        super().__init__(RowsModel(columns.all(of_all=True), ticking=False), parent=parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.context, self.columns, self.wanted = context, columns, receipt
        self.setWindowTitle(self.tr("回款记录"))
        self.all_rows: list[ReceiptRow] = []
        self._build()
        self._connect()
        self.resize(current().px(1120), current().px(640))
        self.refresh()
        self.table.setFocus()

    def _build(self) -> None:
        hint = self.tr("在债权表中选中债权按 M 登记回款，或在“到账”中按银行流水入账。")
        empty = EmptyState(self.tr("还没有回款"), hint=hint, icon="receipt")
        nothing_found = EmptyState(self.tr("没有符合条件的回款"), self.tr("清除筛选"), icon="filter")
        self.lay_out(self.windowTitle(), empty, nothing_found)
        self.unproved = Choice(self.tr("缺回单"), "U")
        self.slip = Button(self.tr("附回单"), "paperclip", "E")
        self.back = Button(self.tr("冲回"), "undo", "Delete")
        self.account = Button(self.tr("对账明细"), "file-text", "T")
        self.how = Button(self.tr("怎么算的"), "sheet", "Y")
        self.told = text("", size=12, tone="text2", wrap=True)
        self.told.setContentsMargins(20, 6, 20, 10)
        self.add_filters(self.unproved)
        self.add_buttons(self.how, self.account, self.slip, self.back)
        self.add_foot(self.told)

    def _connect(self) -> None:
        self.unproved.toggled.connect(lambda _: self._show())
        self.rows_changed.connect(self._tell)
        self.row_changed.connect(self._offer)
        self.table.activated.connect(lambda _: self.open_slip())
        self.table.menu_wanted.connect(self._menu)
        self.slip.clicked.connect(self.attach)
        self.back.clicked.connect(self.reverse)
        self.account.clicked.connect(self.show_account)
        self.how.clicked.connect(self.show_how)
        self.context.bus.changed.connect(self.refresh)
        self.bind(
            {
                "E": self.attach,
                "T": self.show_account,
                "U": self.unproved.toggle,
                "Y": self.show_how,
                "Delete": self.reverse,
            }
        )
        QShortcut(QKeySequence("Escape"), self, self.close)

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None = None) -> None:
        """Read the receipts anew."""
        if changes is not None and changes == Changes(settings=True):
            return
        store = self.context.store
        self.context.jobs.read(lambda _progress: receipt_rows(store), self._loaded, self._refused, owner=self)

    def _loaded(self, rows: list[ReceiptRow]) -> None:
        self.all_rows = rows
        self._show()
        if self.wanted is not None:
            self.go_to(self.wanted)

    def go_to(self, receipt: int) -> None:
        """Make one receipt current, once they are read."""
        self.wanted = None if self.table.go_to_id(receipt) else receipt

    def _show(self) -> None:
        only = self.unproved.isChecked()
        self.model.set_rows([row for row in self.all_rows if row.wants_slip or not only])
        missing = sum(row.wants_slip for row in self.all_rows)
        self.unproved.set_count(self.context.formats.count(missing) if missing else "")
        self.show_stack(bool(self.all_rows))

    def clear_filters(self) -> None:
        """Show every receipt."""
        self.unproved.setChecked(False)
        super().clear_filters()

    def _tell(self) -> None:
        shown = [self.model.row_at(place) for place in range(self.model.count())]
        sums: dict[str, int] = {}
        for row in shown:
            sums[row.currency] = sums.get(row.currency, 0) + row.amount_fen
        words = self.tr("%1 笔", "", len(shown)).replace("%1", self.context.formats.count(len(shown)))
        money = [self.context.formats.money(fen, currency) for currency, fen in sorted(sums.items())]
        self.say(self.context.formats.joined([words, *money]))

    def say(self, words: str, tone: str = "text2") -> None:
        """Say something below the list."""
        self.told.setText(words)
        set_tone(self.told, tone)

    def _offer(self) -> None:
        row = self.current
        self.back.setEnabled(row is not None and row.can_be_reversed)
        self.slip.setEnabled(row is not None and row.can_be_reversed and row.kind == "payment")
        self.account.setEnabled(row is not None)
        self.how.setEnabled(row is not None)

    def _menu(self, _receipt: object, where: Any) -> None:
        menu = self.row_menu()
        menu.addAction(self.tr("看回单\tEnter"), self.open_slip).setEnabled(
            bool(self.current and self.current.slips)
        )
        menu.addAction(self.tr("附回单\tE"), self.attach).setEnabled(self.slip.isEnabled())
        menu.addAction(self.tr("对账明细\tT"), self.show_account)
        menu.addAction(self.tr("怎么算的\tY"), self.show_how)
        menu.addAction(self.tr("冲回\tDelete"), self.reverse).setEnabled(self.back.isEnabled())
        menu.popup(where)

    # --- acts --------------------------------------------------------------------------------------

    def open_slip(self) -> None:
        """Look at the newest slip, or file one where it is missing."""
        row = self.current
        if row is not None and row.slips:
            self.file_opened.emit(row.slips[-1])
        else:
            self.attach()

    def show_account(self) -> None:
        """The account of the debtor."""
        if self.current is not None:
            self.account_requested.emit(self.current.debtor_id)

    def show_how(self) -> None:
        """By which rule the current receipt was shared, and what it paid on each claim."""
        row, store, today = self.current, self.context.store, self.context.today
        if row is None:
            return
        paid = row.whole_shares
        due = {each.id: each.due_on for each in claim_rows(store, today, today, claims=paid, settled=True)}
        open_how(
            self.context.formats, how_booked(row, due, self.columns.basis(row), self.context.formats), self
        )

    def attach(self) -> None:
        """File the bank's slip of the current receipt."""
        row, desk = self.current, self.context.desk
        file = self.columns.ask_slip(self) if row is not None and self.slip.isEnabled() else None
        if row is not None and file is not None:
            self._slip(row.id, file, desk)

    def _slip(self, receipt: int, file: Path, desk: Any) -> None:
        told = self.tr("回单已归档，这笔还款可以证明")
        self.context.act(
            lambda _progress: prove(desk, "receipt", receipt, file),
            lambda _: self.say(told, "ok"), self._refused, title=self.tr("附回单"), owner=self,
        )  # fmt: skip

    def reverse(self) -> None:
        """Take the current receipt back, with its reason."""
        row, desk = self.current, self.context.desk
        why = self.columns.ask_why(self, row) if row is not None and row.can_be_reversed else None
        if row is not None and why:
            key, told = row.id, self.tr("已冲回，债权余额已恢复")
            self.context.act(
                lambda _progress: reverse(desk, key, why),
                lambda _: self.say(told, "ok"), self._refused, title=self.tr("冲回"), owner=self,
            )  # fmt: skip

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
