"""债权: every open claim with its age in colour; filters above, the sums below, one claim in full beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from models.changes import Changes
from models.queries.journal import last_entry_at
from models.queries.settings import setting
from models.settings import ROW_HEIGHT
from ui.claims.acts import ClaimActs
from ui.claims.columns import ClaimColumns
from ui.claims.criteria import Criteria, SavedView
from ui.claims.detail import DetailPane
from ui.claims.filter_row import FilterRow
from ui.claims.filters import Filters
from ui.claims.loading import Loader
from ui.claims.looks import Looks
from ui.claims.model import ClaimsModel
from ui.claims.portfolio import AT_ONCE, STRIP, Portfolio
from ui.claims.saved import SavedViews
from ui.claims.status import ClaimStatus
from ui.claims.strip import AgingStrip
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.floating import BulkBar
from ui.common.page_head import PageHead
from ui.common.table import FrozenTable, Order
from ui.context import AppContext
from ui.theme import current

PANE_FROM = 1100
"""Below this width of the window the detail pane makes room, unless it is asked for."""
_SUM_MS = 40


class ClaimsWorkspace(QWidget):
    """The signals carry lists of claim keys unless said otherwise; ``counted`` the counts for the sidebar.

    ``letter_requested`` None means everybody who is due; ``claim_edit_requested`` None a new claim;
    ``pasted`` carries the text of the clipboard, whatever else it holds.
    """

    call_requested = Signal(object)
    letter_requested = Signal(object)
    plan_requested = Signal(object)
    receipt_requested = Signal(object)
    dispute_requested = Signal(object)
    export_requested = Signal(object)
    claim_edit_requested = Signal(object)
    debtor_edit_requested = Signal(object)
    import_requested = Signal()
    pasted = Signal(str)
    file_opened = Signal(int)
    counted = Signal(object)
    loaded = Signal()

    def __init__(self, context: AppContext, evidence: QWidget) -> None:
        super().__init__()
        self.context = context
        self.title = self.tr("债权")
        self.setObjectName("page")
        self.acts = ClaimActs(context, self)
        self.maker = ClaimColumns(context)
        self.model = ClaimsModel(self.maker.all(), context.today)
        self.saved = SavedViews(context, self)
        self.loader = Loader(context, self.model.columns, self.saved.all)
        # with their parent from the start: all that is in them would be dressed anew when they are laid out
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.middle = QWidget(self.splitter)
        self.stack = QStackedWidget(self.middle)
        self.table = FrozenTable(self.model, parent=self.stack)
        self.detail = DetailPane(context, evidence, self.splitter)
        self._wants_pane: bool | None = None
        self._told: tuple[int, Criteria] | None = None
        self.summing = QTimer(self)
        self.summing.setSingleShot(True)
        self.summing.setInterval(_SUM_MS)
        self.summing.timeout.connect(self._sum_up)
        self._build()
        self.filters = Filters(self.table, self.model, self.filter_row, self.strip, context.user)
        self._connect()
        self._bind_keys()
        self.looks = Looks(context, self.table, self.splitter, self.detail)

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        self.strip = AgingStrip(self.context.formats)
        strip_row = QHBoxLayout()
        strip_row.setContentsMargins(20, 0, 20, 12)
        strip_row.addWidget(self.strip)
        column.addLayout(strip_row)
        self.filter_row = FilterRow()
        column.addWidget(self.filter_row)
        column.addSpacing(10)
        self.stack.addWidget(self.table)
        self.empty = EmptyState(self.tr("没有符合条件的债权"), self.tr("清除筛选"), " ", icon="filter")
        self.stack.addWidget(self.empty)
        column.addWidget(self.stack, 1)
        self.status = ClaimStatus(self.context.formats)
        column.addWidget(self.status)
        self.bulk = BulkBar(self.table, self._bulk_commands())
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _header(self) -> PageHead:
        head = PageHead(self.title)
        self.subtitle = head.subtitle
        self.import_button = Button(self.tr("导入"), "import")
        self.letters_button = Button(self.tr("批量催款函"), "letters")
        self.new_button = Button(self.tr("新增债权"), "plus", kind="primary")
        head.buttons.add(self.import_button, self.letters_button, self.new_button)
        return head

    def _bulk_commands(self) -> list[tuple[str, str, str]]:
        return [
            ("letter", self.tr("催款函"), "L"),
            ("assign", self.tr("分配"), "A"),
            ("task_force", self.tr("划入专项"), "T"),
            ("plan", self.tr("协议"), "P"),
            ("export", self.tr("导出"), "Ctrl+Shift+E"),
        ]

    def _connect(self) -> None:
        self.import_button.clicked.connect(self.import_requested)
        self.letters_button.clicked.connect(
            lambda: self.letter_requested.emit(sorted(self.model.ticks) or None)
        )
        self.new_button.clicked.connect(lambda: self.claim_edit_requested.emit(None))
        self.loader.read.connect(self._show)
        self.loader.counted.connect(self.counted)
        self.saved.changed.connect(self.loader.count)
        self.model.arranged.connect(self._arranged)
        self.model.ticks_changed.connect(self._tell_ticks)
        self.model.edited.connect(self.acts.edited)
        self.table.current_changed.connect(self._current)
        self.table.activated.connect(lambda key: self.call_requested.emit([key]))
        shown = {"interest": self.detail.interest_requested, "limitation": self.detail.clock_requested}
        self.table.openers = {column: signal.emit for column, signal in shown.items()}
        self.table.paste_wanted.connect(self.pasted)
        self.table.menu_wanted.connect(self._row_menu)
        self.filter_row.search.searched.connect(self.model.set_words)
        self.filter_row.search.entered.connect(self.table.setFocus)
        self.filter_row.search.left.connect(self.table.setFocus)
        self.filter_row.heights.clicked.connect(lambda: self.looks.choose_height(self.filter_row.heights))
        self.empty.acted.connect(self.clear_filters)
        self.bulk.acted.connect(self.do)
        self.bulk.cleared.connect(lambda: self.model.set_ticks(()))
        for name in ("call", "letter", "plan", "receipt", "claim_edit", "debtor_edit", "export"):
            getattr(self.detail, f"{name}_requested").connect(getattr(self, f"{name}_requested"))
        self.detail.file_opened.connect(self.file_opened)
        self.detail.claim_chosen.connect(self._go_back_to)
        self.context.bus.changed.connect(self.refresh)

    def _bind_keys(self) -> None:
        key = Qt.Key
        names = {
            key.Key_C: "call", key.Key_L: "letter", key.Key_P: "plan", key.Key_M: "receipt", key.Key_A: "assign",
            key.Key_D: "dispute", key.Key_T: "task_force", key.Key_N: "note", key.Key_E: "evidence",
            key.Key_Y: "interest", key.Key_K: "clock", key.Key_F2: "edit", key.Key_Escape: "escape",
        }  # fmt: skip
        for letter, name in names.items():
            self.table.commands[Qt.KeyboardModifier.NoModifier, letter] = partial(self.do, name)
        shifted = Qt.KeyboardModifier.ShiftModifier, key.Key_L
        self.table.commands[shifted] = lambda: self.letter_requested.emit(None)
        for number in range(1, len(STRIP) + 1):
            for held, add in (("Alt", False), ("Alt+Shift", True)):
                shortcut = QShortcut(QKeySequence(f"{held}+{number}"), self)
                shortcut.activated.connect(lambda number=number, add=add: self.strip.choose(number, add=add))

    # --- what the keys, the bars and the menu do ----------------------------------------------------

    def do(self, name: str) -> None:
        """A command on the ticked claims, else on the current one."""
        chosen = self.table.chosen_ids()
        one = [self.table.current_id] if self.table.current_id is not None else []
        acts: dict[str, Any] = {
            "call": lambda: self.call_requested.emit(self._of_one_debtor(chosen) or one),
            "letter": lambda: self.letter_requested.emit(chosen),
            "plan": lambda: self.plan_requested.emit(self._of_one_debtor(chosen) or one),
            "receipt": lambda: self.receipt_requested.emit(self._of_one_debtor(chosen) or one),
            "export": lambda: self.export_requested.emit(chosen),
            "dispute": lambda: self.dispute_requested.emit(one),
            "interest": lambda: self.detail.interest_requested.emit(one[0]),
            "clock": lambda: self.detail.clock_requested.emit(one[0]),
            "evidence": self.add_evidence,
            "assign": lambda: self.acts.ask_owner(chosen, self.model.portfolio),
            "task_force": lambda: self.acts.toggle_task_force(chosen, self.model.portfolio),
            "note": self.write_note,
            "edit": self.edit_cell,
        }
        if name == "escape":
            self._escape()
        elif one:
            acts[name]()

    def _of_one_debtor(self, claims: Sequence[int]) -> list[int]:
        """These claims, if all are of one debtor."""
        wanted = set(claims)
        debtors = {row.debtor_id for row in self.model.portfolio.rows if row.id in wanted}
        return list(claims) if len(debtors) == 1 else []

    def _escape(self) -> None:
        if self.model.ticks:
            self.model.set_ticks(())
        elif self.filter_row.search.text():
            self.filter_row.search.clear()

    def write_note(self) -> None:
        """Show the pane and write into its note field."""
        self.show_pane(True)
        self.detail.edit_note()

    def add_evidence(self) -> None:
        """Show the evidence of the current claim and choose files for it."""
        self.show_pane(True)
        self.detail.add_evidence()

    def paste_evidence(self) -> None:
        """Show the evidence of the current claim and take in what the clipboard holds."""
        if self.table.current_id is not None:
            self.show_pane(True)
            self.detail.paste_evidence()

    def edit_cell(self) -> None:
        """Type into the owner or the remark of the current row: the column the keyboard is in, else the first."""
        columns = [
            place for place in self.table.arrangement.shown_columns() if self.model.columns[place].editable
        ]
        index = self.table.right.currentIndex()
        if not columns or not index.isValid():
            return
        column = index.column() if index.column() in columns else columns[0]
        target = self.model.index(index.row(), column)
        self.table.right.scrollTo(target)
        self.table.right.edit(target)

    def _row_menu(self, claim: int, where: QPoint) -> None:
        menu = self.detail.more_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addAction(self.tr("分配负责人\tA"), lambda: self.do("assign"))
        menu.addAction(self.tr("划入或移出专项\tT"), lambda: self.do("task_force"))
        row = self.detail.view.row if self.detail.view else None
        if row is not None and row.id == claim:
            only = Criteria(debtor=row.debtor_id)
            menu.addAction(self.tr("只看这个客户"), lambda: self.model.set_criteria(only))
        menu.popup(where)

    # --- showing -----------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:
        """Show what an act has changed; None reads everything anew."""
        if changes is None:
            self.loader.reload()
        else:
            self.loader.refresh(changes)
        if changes is None or changes.settings:
            self.table.set_row_height(setting(self.context.store, ROW_HEIGHT))
        self.detail.refresh()

    def _show(self, portfolio: Portfolio) -> None:
        self.maker.interests = portfolio.interests
        self.model.set_portfolio(portfolio)
        self.loaded.emit()

    def _arranged(self) -> None:
        portfolio, criteria = self.model.portfolio, self.model.criteria
        if portfolio.whole and self._told != (id(portfolio), criteria):
            self._told = id(portfolio), criteria
            self.strip.show_sums(portfolio, criteria.bands)
            self._tell_state()
        nothing = not self.model.count() and bool(portfolio.rows)
        self.stack.setCurrentWidget(self.empty if nothing else self.table)
        if nothing:
            worst = self.filters.strictest()
            self.empty.hint.setText(self.tr("排除最多的条件：%1").replace("%1", worst) if worst else "")
            self.empty.hint.setVisible(bool(worst))
        formats, owner = self.context.formats, criteria.owner
        mine = self.tr("我负责的") if owner and owner == self.context.user else self.tr("全部")
        number = self.tr("%1 笔").replace("%1", formats.count(self.model.count()))
        self.subtitle.setText(formats.joined((mine, number)))
        self._tell_ticks()

    def _tell_ticks(self) -> None:
        """The sums; those of a hundred thousand claims follow once the rows are painted."""
        if len(self.model.shown) > AT_ONCE:
            self.summing.start()
        else:
            self._sum_up()

    def _sum_up(self) -> None:
        portfolio, ticked = self.model.portfolio, self.model.ticked
        self.status.tell(portfolio, self.model.shown, ticked)
        several = len(ticked) >= 2
        debtors = {portfolio.rows[place].debtor_id for place in ticked} if several else set()
        self.bulk.buttons["plan"].setVisible(len(debtors) == 1)
        words = self.tr("已选 %1 笔").replace("%1", self.context.formats.count(len(ticked)))
        self.bulk.say(words if several else "")
        self.table.make_room(several)

    def _tell_state(self) -> None:
        at = last_entry_at(self.context.store)
        if at is not None:
            moment = self.context.formats.moment(at, self.context.today)
            self.status.tell_state(self.tr("数据截至 %1").replace("%1", moment))

    def _current(self, claim: int | None) -> None:
        place = None if claim is None else self.model.place_of(claim)
        view = None if place is None else self.model.row_at(place)
        self.detail.show_view(view, self.model.portfolio)

    def _go_back_to(self, claim: int | None) -> None:
        if claim is not None and not self.table.go_to_id(claim):
            self.clear_filters()
            self.table.go_to_id(claim)
        self.table.setFocus()

    def clear_filters(self) -> None:
        """Show every claim."""
        self.filters.clear()
        self.table.setFocus()

    def show_debtor(self, debtor: int) -> None:
        """Only the claims of one debtor, the first of them current; what was ticked before is done with."""
        self.filters.clear()
        self.model.set_ticks(())
        self.model.set_criteria(Criteria(debtor=debtor))
        self.table.go_to(0)
        self.table.setFocus()

    def show_claim(self, claim: int) -> None:
        """Make one claim current, whatever filter hid it."""
        self._go_back_to(claim)

    def show_question(self, question: str) -> None:
        """One of the questions of the sidebar; ``all`` and ``mine`` as well."""
        self.filters.clear()
        owner = self.context.user if question == "mine" else None
        self.model.set_criteria(
            Criteria(owner=owner, question="" if question in ("all", "mine") else question)
        )
        self.table.setFocus()

    def show_saved(self, name: str) -> None:
        """A view that was kept."""
        view = next((each for each in self.saved.all() if each.name == name), None)
        if view is None:
            return
        self.filter_row.search.setText(view.words)
        known = {column.key for column in self.model.columns}
        columns = {key: values for key, values in view.columns.items() if key in known}
        key, descending = view.sort if view.sort[0] in known else ("", False)
        self.model.show_by(view.criteria, Order(key, descending, columns), view.words)
        self.table.setFocus()

    def keep_view(self) -> None:
        """Keep the filters in force under a name."""
        order = self.model.order
        shown = SavedView(
            "", self.model.criteria, dict(order.filters), self.model.find_words, (order.key, order.descending)
        )
        self.saved.keep(shown)

    def begin_search(self) -> None:
        """Ready to find in the table."""
        self.filter_row.search.setFocus()
        self.filter_row.search.selectAll()

    def show_pane(self, shown: bool | None = None) -> None:
        """Show or hide the detail pane; None turns it over."""
        self._wants_pane = not self.detail.isVisibleTo(self) if shown is None else shown
        self.detail.setVisible(self._wants_pane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows the table alone, unless the pane was asked for."""
        super().resizeEvent(event)
        if self._wants_pane is None:
            self.detail.setVisible(self.window().width() >= current().px(PANE_FROM))
