"""客户: every debtor in a list, and one of them in full as a card."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from models.changes import Changes
from models.progress import Progress
from models.queries.claims import claim_rows
from models.queries.debtors import DebtorLine, debtor_lines
from ui.common.buttons import Button, icon_button
from ui.common.cards import EmptyState
from ui.common.fields import SearchEdit
from ui.common.page_head import PageHead
from ui.common.table import FrozenTable, RowsModel
from ui.context import AppContext
from ui.debtors.acts import NEEDS_CLAIMS, debtor_acts
from ui.debtors.card import CardPage
from ui.debtors.columns import DebtorColumns
from ui.debtors.status import DebtorStatus


class DebtorsWorkspace(QWidget):
    """The list is read when it is first looked at, and again while it is in front.

    ``act_requested`` carries (name, debtor, its open claims), ``claim_chosen`` a claim, ``file_opened`` an evidence.
    """

    act_requested = Signal(str, object, object)
    claim_chosen = Signal(object)
    file_opened = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.title = self.tr("客户")
        self.lines: list[DebtorLine] = []
        self.stale = True
        self.words = ""
        self.setObjectName("page")
        self.model = RowsModel(DebtorColumns(context.formats, context.today).all(), ticking=False)
        self.table = FrozenTable(self.model)
        self.status = DebtorStatus(context.formats)
        self.card = CardPage(context)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._list_page())
        self.pages.addWidget(self.card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self.setFocusProxy(self.table)
        self._connect()
        self._bind_keys()

    # --- building ------------------------------------------------------------------------------------

    def _list_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        self.stack = QStackedWidget()
        self.empty = EmptyState(
            self.tr("还没有客户"),
            hint=self.tr("导入台账或新增债权后，客户会自己出现在这里。"),
            icon="debtors",
        )
        self.nothing_found = EmptyState(
            self.tr("没有符合条件的客户"), self.tr("清除筛选"), icon="filter",
            hint=self.tr("可以按名称、拼音首字母、统一代码或电话查找。"),
        )  # fmt: skip
        self.nothing_found.acted.connect(self.clear_filters)
        for widget in (self.table, self.empty, self.nothing_found):
            self.stack.addWidget(widget)
        self.stack.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        return page

    def _header(self) -> PageHead:
        self.finder = SearchEdit(self.tr("名称、首字母、代码、电话"))
        head = PageHead(self.title, self.finder, widest=240)
        self.subtitle = head.subtitle
        self.columns_button = icon_button("columns", self.tr("列"), kind="secondary")
        self.letter = Button(self.tr("催款函"), "letters", "L")
        self.call = Button(self.tr("记录通话"), "phone", "C")
        self.open_button = Button(self.tr("打开客户卡"), "debtors", "Return", kind="primary")
        head.buttons.add(self.columns_button, self.letter, self.call, self.open_button)
        return head

    def _connect(self) -> None:
        self.finder.searched.connect(self.search)
        self.finder.entered.connect(self._entered)
        self.finder.left.connect(self.table.setFocus)
        self.columns_button.clicked.connect(self._open_columns)
        self.letter.clicked.connect(lambda: self.act("letter"))
        self.call.clicked.connect(lambda: self.act("call"))
        self.open_button.clicked.connect(self.open_current)
        self.model.order_changed.connect(self._show_stack)
        self.table.current_changed.connect(lambda _: self._show_current())
        self.table.activated.connect(self.show_debtor)
        self.table.menu_wanted.connect(self._menu)
        self.card.left.connect(self.show_list)
        self.card.moved.connect(self.go)
        self.card.act_requested.connect(self.act_requested)
        self.card.claim_chosen.connect(self.claim_chosen)
        self.card.file_opened.connect(self.file_opened)
        self.context.bus.changed.connect(self.refresh)

    def _bind_keys(self) -> None:
        none = Qt.KeyboardModifier.NoModifier
        for act in debtor_acts():
            self.table.commands[none, Qt.Key[f"Key_{act.key}"]] = partial(self.act, act.name)

    # --- reading -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was put off while another workspace was in front."""
        super().showEvent(event)
        if self.stale:
            self.refresh()

    def refresh(self, changes: Changes | None = None) -> None:
        """Read the debtors anew where ``changes`` may touch them; later, where nobody looks."""
        touched = (
            changes is None or changes.everything or changes.settings or changes.claims or changes.debtors
        )
        if not (touched or (changes and (changes.letters or changes.plans))):
            return
        self.stale = not self.isVisible()
        if self.stale:
            return
        store, today = self.context.store, self.context.today

        def work(_progress: Progress) -> list[DebtorLine]:
            with store.reading():
                return debtor_lines(store, today)

        self.context.jobs.read(work, self._take, owner=self)
        if self.pages.currentWidget() is self.card:
            self.card.refresh()

    def _take(self, lines: list[DebtorLine]) -> None:
        self.lines = lines
        self._fill()

    def search(self, words: str) -> None:
        """Show those found by name, initials, code, USCC or telephone."""
        self.words = words.strip()
        self._fill()

    def _fill(self) -> None:
        found = [line for line in self.lines if line.has(self.words)] if self.words else self.lines
        self.model.find_words = self.words.casefold()
        self.model.set_rows(found)
        self._show_stack()

    def _show_stack(self) -> None:
        shown = self.table if self.model.count() else self.nothing_found if self.lines else self.empty
        self.stack.setCurrentWidget(shown)
        lines = [self.model.row_at(place) for place in range(self.model.count())]
        self.status.tell(lines)
        owing = sum(bool(line.claims) for line in self.lines)
        count = self.context.formats.count
        words = (
            self.tr("%1 家，%2 家有欠款").replace("%1", count(len(self.lines))).replace("%2", count(owing))
        )
        self.subtitle.setText(words if self.lines else "")
        self._show_current()

    def _show_current(self) -> None:
        line = self.current
        self.open_button.setEnabled(line is not None)
        for button in (self.letter, self.call):
            button.setEnabled(line is not None and line.claims > 0)

    @property
    def current(self) -> DebtorLine | None:
        """The debtor the keyboard is on."""
        place = self.table.current_place
        return self.model.row_at(place) if 0 <= place < self.model.count() else None

    def clear_filters(self) -> None:
        """Show every debtor again."""
        self.finder.clear()
        for key in list(self.model.order.filters):
            self.table.set_filter(key, None)
        self.table.setFocus()

    # --- card ----------------------------------------------------------------------------------------

    def show_debtor(self, debtor: Any) -> None:
        """The card of a debtor."""
        self.card.show_debtor(debtor)
        self.pages.setCurrentWidget(self.card)
        self.setFocusProxy(self.card)
        self.card.setFocus()
        self.table.go_to_id(debtor)

    def show_list(self) -> None:
        """Back to the list, at the debtor looked at last."""
        self.pages.setCurrentIndex(0)
        self.setFocusProxy(self.table)
        if self.card.wanted is not None:
            self.table.go_to_id(self.card.wanted)
        self.table.setFocus()

    def go(self, step: int) -> None:
        """The card of the next or the previous debtor of the list."""
        place = self.model.place_of(self.card.wanted)
        target = 0 if place is None else place + step
        if 0 <= target < self.model.count():
            self.show_debtor(self.model.id_at(target))

    def open_current(self) -> None:
        """The card of the current row."""
        if self.current is not None:
            self.show_debtor(self.current.id)

    def _entered(self) -> None:
        """Enter in the search field: what is left alone is opened."""
        if self.model.count() == 1:
            self.show_debtor(self.model.id_at(0))
        else:
            self.table.setFocus()

    # --- acts ----------------------------------------------------------------------------------------

    def begin_search(self) -> None:
        """Ctrl F."""
        self.show_list()
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def act(self, name: str) -> None:
        """Ask for an act with the debtor of the current row."""
        line = self.current
        if line is None or (name in NEEDS_CLAIMS and not line.claims):
            return
        rows = claim_rows(self.context.store, self.context.today, self.context.today, debtor=line.id)
        self.act_requested.emit(name, line.id, [row.id for row in rows])

    def _menu(self, _debtor: object, where: QPoint) -> None:
        line = self.current
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("打开客户卡\tEnter"), self.open_current)
        for act in debtor_acts():
            entry = menu.addAction(f"{act.words}\t{act.key}", lambda name=act.name: self.act(name))
            entry.setEnabled(line is not None and (act.name not in NEEDS_CLAIMS or line.claims > 0))
        menu.popup(where)

    def _open_columns(self) -> None:
        menu = self.table.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))
