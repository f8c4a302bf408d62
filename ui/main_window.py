"""The window: navigation at the left, the workspace in front, what was said about it below and above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from models.actions.settings import remember
from models.changes import Changes
from models.queries.parties import creditor
from models.queries.settings import preference
from ui.arrivals_line import ArrivalsLine
from ui.bank.workspace import BankWorkspace
from ui.banners import Banners
from ui.claims.detail import DetailPane
from ui.claims.portfolio import count
from ui.claims.workspace import ClaimsWorkspace
from ui.clock_desk import ClockDesk
from ui.clocks.workspace import ClocksWorkspace
from ui.command_list import command_list
from ui.commands import MENUS
from ui.common.floating import Toast
from ui.common.job_strip import JobStrip
from ui.context import AppContext
from ui.debtor_desk import DebtorDesk
from ui.debtors.workspace import DebtorsWorkspace
from ui.dropped import ledgers_in, take_pasted
from ui.evidence.panel import EvidencePanel
from ui.history import History
from ui.interest_desk import InterestDesk
from ui.ledger.first_run import FirstRun
from ui.letters.workspace import LettersWorkspace
from ui.palette.palette import Palette
from ui.palette_desk import PaletteDesk
from ui.people_desk import PeopleDesk
from ui.plans.workspace import PlansWorkspace
from ui.problems import sentences, worded
from ui.review.workspace import ReviewWorkspace
from ui.review_desk import ReviewDesk
from ui.rooms import Rooms
from ui.shortcut_sheet import ShortcutSheet
from ui.sidebar import Sidebar
from ui.theme import current
from ui.today.workspace import TodayWorkspace
from ui.today_desk import TodayDesk

SIZE = (1440, 900)
SIDEBAR_FROM = {"zh_CN": 1280, "en": 1360}
"""Below this width the sidebar shows icons alone, unless it was asked for: English words need more room."""
WATCH_MS = 2000
LOOKS = "main_window"


class MainWindow(QMainWindow):
    """``demo_requested`` asks for the sample data, ``left`` to leave them; ``closed`` comes when it goes.

    ``lock_wanted`` asks for the lock, whose page lies over everything else in ``sheets``.
    """

    demo_requested = Signal()
    left = Signal()
    closed = Signal()
    lock_wanted = Signal()

    def __init__(self, context: AppContext, *, demo: bool = False) -> None:
        super().__init__()
        self.context = context
        self.setWindowTitle(self.tr("清账"))
        self.setAcceptDrops(True)
        self.rooms = Rooms(context, self)
        self.history = History(context, self)
        self._wants_sidebar: bool | None = None
        self._counts: Mapping[str, int] = {}
        self._build()
        self.commands = command_list(self)
        self._build_menus()
        self._connect()
        self._say_how_it_stands(demo=demo)
        self._take_looks()
        self._data_version = self._version()
        self.watch = QTimer(self)
        self.watch.setInterval(WATCH_MS)
        self.watch.timeout.connect(self.look_for_others)
        self.watch.start()

    # --- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        pane = DetailPane(self.context, EvidencePanel(self.context))
        self.today = TodayWorkspace(self.context, pane)
        self.claims = ClaimsWorkspace(self.context, EvidencePanel(self.context))
        self.debtors = DebtorsWorkspace(self.context)
        self.letters = LettersWorkspace(self.context)
        self.plans = PlansWorkspace(self.context)
        self.bank = BankWorkspace(self.context)
        self.clocks = ClocksWorkspace(self.context)
        self.review = ReviewWorkspace(self.context)
        self.first_run = FirstRun(self.context)
        self.pages = {
            "today": self.today,
            "claims": self.claims,
            "debtors": self.debtors,
            "letters": self.letters,
            "plans": self.plans,
            "bank": self.bank,
            "clocks": self.clocks,
            "review": self.review,
        }
        self.stack = QStackedWidget()
        for page in (*self.pages.values(), self.first_run):
            self.stack.addWidget(page)
        self.banners = Banners()
        self.strip = JobStrip(self.context.jobs)
        self.sidebar = Sidebar(self.context.language, self._firm(), self.context.user, self.workspaces())
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banners)
        right.addWidget(self.stack, 1)
        right.addWidget(self.strip)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        self.sheets = QStackedWidget()
        self.sheets.addWidget(whole)
        self.setCentralWidget(self.sheets)
        self.toast = Toast(self.stack)
        self.arrivals = ArrivalsLine(self.context, self.banners, self.sidebar, self.rooms, self.toast)

    def workspaces(self) -> list[tuple[str, str, str]]:
        """Those that work: name, words, icon."""
        return [
            ("today", self.tr("今日"), "today"),
            ("claims", self.tr("债权"), "claims"),
            ("debtors", self.tr("客户"), "debtors"),
            ("letters", self.tr("函件"), "letters"),
            ("plans", self.tr("协议"), "plans"),
            ("bank", self.tr("到账"), "receipt"),
            ("clocks", self.tr("时效"), "hourglass"),
            ("review", self.tr("评审"), "clipboard"),
        ]

    def _firm(self) -> str:
        held = creditor(self.context.store)
        return (held.name if held else "") or self.tr("未填本单位")

    def _build_menus(self) -> None:
        """Complete, so that every command has an Alt letter; shown by F10, since the keys and buttons are enough."""
        titles = (
            self.tr("文件(&F)"),
            self.tr("编辑(&E)"),
            self.tr("债权(&C)"),
            self.tr("计算(&S)"),
            self.tr("查看(&V)"),
            self.tr("帮助(&H)"),
        )
        bar = self.menuBar()
        menus = {name: bar.addMenu(title) for name, title in zip(MENUS, titles, strict=True)}
        for command in self.commands:
            action = QAction(command.menu_words, self)
            action.triggered.connect(lambda _=False, run=command.run: run())
            if command.key and not command.in_list:
                action.setShortcut(QKeySequence(command.key))
            if command.everywhere:
                action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
            menus[command.menu].addAction(action)
            # The window holds the action too: its key works while the bar is hidden.
            self.addAction(action)
        bar.setVisible(bar.isNativeMenuBar())

    def _connect(self) -> None:
        side, claims, rooms = self.sidebar, self.claims, self.rooms
        side.workspace_chosen.connect(self.show_workspace)
        side.view_chosen.connect(self.show_view)
        side.view_kept.connect(claims.keep_view)
        side.view_dropped.connect(claims.saved.drop)
        side.palette_wanted.connect(self.open_palette)
        side.import_wanted.connect(rooms.ledger)
        side.settings_wanted.connect(rooms.settings)
        claims.call_requested.connect(lambda keys: rooms.call(keys, self._next_call))
        claims.letter_requested.connect(rooms.letters)
        claims.plan_requested.connect(rooms.plan)
        claims.receipt_requested.connect(rooms.receipt)
        claims.export_requested.connect(rooms.export_claims)
        claims.claim_edit_requested.connect(rooms.claim)
        claims.debtor_edit_requested.connect(rooms.debtor)
        claims.import_requested.connect(rooms.ledger)
        claims.pasted.connect(lambda words: take_pasted(self, words))
        claims.file_opened.connect(rooms.file)
        claims.counted.connect(self._tell_counts)
        self.clock_desk = ClockDesk(self)
        self.review_desk = ReviewDesk(self)
        self.interest_desk = InterestDesk(self)
        self.people_desk = PeopleDesk(self)
        self.debtor_desk = DebtorDesk(self)
        self.palette_desk = PaletteDesk(self)
        self.today_desk = TodayDesk(self)
        self._connect_rest()

    def _connect_rest(self) -> None:
        first, jobs, bus = self.first_run, self.context.jobs, self.context.bus
        self.letters.new_requested.connect(lambda: self.rooms.letters(None))
        self.letters.evidence_requested.connect(self.rooms.file)
        self.plans.claims_requested.connect(self.show_claims)
        self.plans.notice_requested.connect(self.rooms.letters)
        self.plans.supplement_requested.connect(self.rooms.plan)
        self.bank.statement_requested.connect(self.rooms.statement)
        self.bank.counted.connect(lambda number: self.sidebar.set_count("bank", number))
        first.file_chosen.connect(lambda file: self.rooms.ledger(Path(file)))
        first.manual_requested.connect(lambda: self.rooms.claim(None))
        first.demo_requested.connect(self.demo_requested)
        first.encrypt_requested.connect(self.rooms.encrypt)
        self.rooms.exported.connect(lambda words: self.toast.say(words, undoable=False))
        self.history.told.connect(lambda words, undoable: self.toast.say(words, undoable=undoable))
        self.toast.undo.connect(self.history.undo)
        jobs.refused.connect(self._tell_refused)
        bus.changed.connect(self.history.note)
        bus.changed.connect(self._changed)

    def _say_how_it_stands(self, *, demo: bool) -> None:
        if demo:
            words = self.tr("示例数据：可以随意试用，离开后不保留。")
            self.banners.say("demo", words, self.tr("离开示例"), "info", closable=False).acted.connect(
                self.left
            )
        elif not self.context.store.writable:
            store = self.context.store
            words = worded(
                f"only_read_{store.why_not}", self.context.language, {"folder": str(store.folder.root)}
            )
            self.banners.say("read_only", words, closable=False)

    # --- showing -----------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the window first, then read what is due today; where nothing is, the claims come to the front."""
        self.show_workspace("today")
        self.show()
        self._front()
        self.claims.refresh(None)
        self.arrivals.begin()

    def _front(self) -> None:
        empty = count(self.context.store) == 0
        if empty:
            self.stack.setCurrentWidget(self.first_run)
            self.sidebar.choose("claims")
            self.sidebar.show_views([], {})
        elif self.stack.currentWidget() is self.first_run:
            self.show_workspace("claims")

    def show_workspace(self, name: str) -> None:
        """Bring a workspace to the front; before there is any claim, the way to begin."""
        self.sidebar.choose(name)
        if name in ("today", "claims") and count(self.context.store) == 0:
            self.stack.setCurrentWidget(self.first_run)
            self.first_run.setFocus()
            return
        page: Any = self.pages[name]
        self.stack.setCurrentWidget(page)
        (self.claims.table if name == "claims" else page).setFocus()

    def show_view(self, name: str) -> None:
        """A view of the sidebar."""
        self.show_workspace("claims")
        if name.startswith("view:"):
            self.claims.show_saved(name.removeprefix("view:"))
        else:
            self.claims.show_question(name)

    def _tell_counts(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self.sidebar.set_count("claims", counts.get("all"))
        if not counts.get("all"):
            return
        mine = [("mine", self.tr("我负责的"))] if self.context.user else []
        questions = list(self.claims.filters.question_words().items())
        kept = [(f"view:{view.name}", view.name) for view in self.claims.saved.all()]
        self.sidebar.show_views([*mine, *questions, *kept], counts)

    def _changed(self, changes: Changes) -> None:
        self._front()
        if changes.settings or changes.everything:
            self.sidebar.firm.setText(self._firm())

    def _tell_refused(self, problems: tuple[Any, ...]) -> None:
        self.banners.say("refused", sentences(problems, self.context.language), tone="bad")

    def _next_call(self) -> None:
        """保存并下一位: the next row, and its call."""
        table = self.claims.table
        table.go_to(table.current_place + 1)
        self.claims.do("call")

    def open_palette(self) -> Palette:
        """Ctrl K."""
        return self.palette_desk.open()

    def find_here(self) -> None:
        """Ctrl F: the field of the workspace in front that finds in its list."""
        page: Any = self.stack.currentWidget()
        if hasattr(page, "begin_search"):
            page.begin_search()
        elif hasattr(page, "finder"):
            page.finder.setFocus()

    def show_claims_of(self, debtor: int) -> None:
        """The claims of one debtor."""
        self.show_workspace("claims")
        self.claims.show_debtor(debtor)

    def show_claim(self, claim: int) -> None:
        """One claim in the table."""
        self.show_workspace("claims")
        self.claims.show_claim(claim)

    def show_claims(self, claims: Sequence[int]) -> None:
        """These claims ticked, the first of them current."""
        self.show_claim(claims[0])
        self.claims.model.set_ticks(claims)

    def show_keys(self) -> None:
        """F1."""
        ShortcutSheet(self, self.commands).show()

    # --- others, drops, looks ------------------------------------------------------------------------

    def _version(self) -> int:
        return int(self.context.store.database.execute_sql("PRAGMA data_version").fetchone()[0])

    def look_for_others(self) -> None:
        """Show what a command outside of this window has written."""
        version = self._version()
        if version == self._data_version or self.context.jobs.busy:
            return
        self._data_version = version
        if self.history.skip():
            self.context.bus.changed.emit(Changes(everything=True))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A ledger may be dropped anywhere."""
        if ledgers_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        files = ledgers_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.rooms.ledger(files[0])

    def toggle_sidebar(self) -> None:
        """Icons alone, or everything."""
        self._wants_sidebar = self.sidebar.collapsed
        self.sidebar.set_collapsed(not self._wants_sidebar)

    def toggle_menu(self) -> None:
        """Show or hide the menu bar."""
        bar = self.menuBar()
        bar.setVisible(not bar.isVisible())
        if bar.isVisible():
            bar.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows icons alone, unless the sidebar was asked for."""
        super().resizeEvent(event)
        if self._wants_sidebar is None:
            self.sidebar.set_collapsed(self.width() < current().px(SIDEBAR_FROM[self.context.language]))

    def _take_looks(self) -> None:
        looks = preference(self.context.store, LOOKS)
        size = looks.get("size", SIZE) if isinstance(looks, dict) else SIZE
        room = self.screen().availableGeometry()
        self.resize(min(int(size[0]), room.width()), min(int(size[1]), room.height()))

    def keep_looks(self) -> None:
        """Remember the size, and what the table shows."""
        if self.context.store.writable:
            desk, looks = self.context.desk, {"size": [self.width(), self.height()]}
            self.context.jobs.write(lambda _progress: remember(desk, LOOKS, looks), on_problem=lambda _: None)
            self.claims.looks.keep()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the looks and go."""
        self.watch.stop()
        self.arrivals.stop()
        self.keep_looks()
        super().closeEvent(event)
        self.closed.emit()
