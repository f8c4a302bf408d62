"""回款记录: every receipt of the portfolio, to be found, proved, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from models.actions.proofs import prove
from models.actions.receipts import reverse
from models.changes import Changes
from models.queries.receipts import ReceiptRow, receipt_rows
from models.rules.problems import Problem
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.choices import Choice
from ui.common.fields import SearchEdit
from ui.common.table import FrozenTable, RowsModel
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentences
from ui.receipts.receipt_columns import ReceiptColumns
from ui.theme import current


class ReceiptsWindow(QWidget):
    """``account_requested`` carries the debtor of the current receipt, ``file_opened`` its newest slip."""

    account_requested = Signal(int)
    file_opened = Signal(int)

    def __init__(
        self, context: AppContext, receipt: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.context, self.wanted = context, receipt
        self.setWindowTitle(self.tr("回款记录"))
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.all_rows: list[ReceiptRow] = []
        self.columns = ReceiptColumns(context.formats)
        self.model = RowsModel(self.columns.all(of_all=True), ticking=False)
        self.table = FrozenTable(self.model)
        self.finder = SearchEdit(self.tr("查找 Ctrl F"))
        self.unproved = Choice(self.tr("缺回单"), "U")
        self.slip = Button(self.tr("附回单"), "paperclip", "E")
        self.back = Button(self.tr("冲回"), "undo", "Delete")
        self.account = Button(self.tr("对账明细"), "file-text", "T")
        self.told = text("", size=12, tone="text2", wrap=True)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        hint = self.tr("在债权表中选中债权按 M 登记回款，或在“到账”中按银行流水入账。")
        self.stack.addWidget(EmptyState(self.tr("没有符合条件的回款"), hint=hint, icon="receipt"))
        self._lay_out()
        self._connect()
        self.resize(current().px(1120), current().px(640))
        self.refresh()
        self.table.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        self.finder.setFixedWidth(current().px(220))
        head.addWidget(text(self.windowTitle(), size=17, bold=True))
        head.addWidget(self.finder)
        head.addWidget(self.unproved)
        head.addStretch(1)
        for button in (self.account, self.slip, self.back):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.told)

    def _connect(self) -> None:
        self.finder.searched.connect(self._search)
        self.finder.entered.connect(self.table.setFocus)
        self.finder.left.connect(self.table.setFocus)
        self.unproved.toggled.connect(lambda _: self._show())
        self.model.order_changed.connect(self._tell)
        self.table.current_changed.connect(lambda _: self._offer())
        self.table.activated.connect(lambda _: self.open_slip())
        self.table.menu_wanted.connect(self._menu)
        self.slip.clicked.connect(self.attach)
        self.back.clicked.connect(self.reverse)
        self.account.clicked.connect(self.show_account)
        self.context.bus.changed.connect(self.refresh)
        key, none = Qt.Key, Qt.KeyboardModifier.NoModifier
        self.table.commands = {
            (none, key.Key_E): self.attach,
            (none, key.Key_T): self.show_account,
            (none, key.Key_U): self.unproved.toggle,
            (none, key.Key_Delete): self.reverse,
        }
        QShortcut(QKeySequence.StandardKey.Find, self, self.finder.setFocus)
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
        self._tell()

    def _search(self, words: str) -> None:
        self.model.set_search(words)
        self._tell()

    def _tell(self) -> None:
        shown = [self.model.row_at(place) for place in range(self.model.count())]
        self.stack.setCurrentIndex(0 if shown else 1)
        sums: dict[str, int] = {}
        for row in shown:
            sums[row.currency] = sums.get(row.currency, 0) + row.amount_fen
        words = self.tr("%1 笔", "", len(shown)).replace("%1", self.context.formats.count(len(shown)))
        money = [self.context.formats.money(fen, currency) for currency, fen in sorted(sums.items())]
        self.say(self.context.formats.joined([words, *money]))
        self._offer()

    def say(self, words: str, tone: str = "text2") -> None:
        """Say something below the list."""
        self.told.setText(words)
        set_tone(self.told, tone)

    @property
    def current(self) -> ReceiptRow | None:
        """The receipt the keyboard is on."""
        place = self.table.current_place
        return self.model.row_at(place) if 0 <= place < self.model.count() else None

    def _offer(self) -> None:
        row = self.current
        self.back.setEnabled(row is not None and row.can_be_reversed)
        self.slip.setEnabled(row is not None and row.can_be_reversed and row.kind == "payment")
        self.account.setEnabled(row is not None)

    def _menu(self, _receipt: object, where: Any) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("看回单\tEnter"), self.open_slip).setEnabled(
            bool(self.current and self.current.slips)
        )
        menu.addAction(self.tr("附回单\tE"), self.attach).setEnabled(self.slip.isEnabled())
        menu.addAction(self.tr("对账明细\tT"), self.show_account)
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
