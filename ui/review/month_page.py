"""月度评审: the exceptions of a month, decided by keys, signed as a whole."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from models.actions import reviews
from models.actions.minutes import minutes_paper, minutes_workbook
from models.changes import Changes
from models.progress import Progress
from models.queries.reviews import Meeting, meeting
from models.rules.classification import CLASSES
from models.rules.problems import Problem
from models.rules.review import CAUSES, Decision, Line, month_of
from ui.common import ask
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.choices import Segment
from ui.common.leaving import Place, place_to_export
from ui.common.table import FrozenTable, RowsModel
from ui.common.text import text
from ui.context import AppContext
from ui.minutes_words import minutes_of, minutes_tables
from ui.problems import sentences
from ui.review.columns import ReviewColumns
from ui.review.pane import CAUSE_KEYS, CLASS_KEYS, DecisionPane
from ui.review.sums import ClassCards

_NONE = Qt.KeyboardModifier.NoModifier


class MonthPage(QWidget):
    """``counted`` carries how many claims of the open review are left; ``claim_requested`` one to be looked at."""

    counted = Signal(int)
    claim_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.held: Meeting | None = None
        self.month = month_of(context.today)
        self.columns = ReviewColumns(context.formats)
        self.model = RowsModel(self.columns.all(), id_of=lambda line: line.of.claim)
        self.table = FrozenTable(self.model)
        self.setFocusProxy(self.table)
        self.pane = DecisionPane(context.formats, lambda: context.today)
        self.cards = ClassCards(context.formats)
        self._next_from: int | None = None
        self._build()
        self._connect()

    # --- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.cards)
        column.addLayout(self._above())
        self.stack = QStackedWidget()
        self.stack.setContentsMargins(12, 0, 0, 0)
        self.none_left = EmptyState(
            self.tr("没有需要定的例外"), hint=self.tr("其余债权沿用上次的决定，可以直接签字。"), icon="check"
        )
        for widget in (self.table, self.none_left):
            self.stack.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addLayout(self._sign_bar())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self.pane)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _above(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 8)
        row.setSpacing(8)
        parts = [("listed", self.tr("例外")), ("open", self.tr("待定")), ("all", self.tr("全部"))]
        self.which = Segment(parts)
        self.told = text("", size=12, tone="text2")
        row.addWidget(self.which)
        row.addWidget(self.told, 1)
        return row

    def _sign_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 10, 20, 12)
        row.setSpacing(8)
        self.state = text("", bold=True)
        self.redate = Button(self.tr("改为截至今天"), "calendar")
        self.accept = Button(self.tr("按建议定其余"), "check")
        self.sign = Button(self.tr("签字"), "lock", "Ctrl+Return", kind="primary", bind=True)
        row.addWidget(self.state, 1)
        for button in (self.redate, self.accept, self.sign):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.which.changed.connect(lambda _: self._fill())
        self.table.current_changed.connect(lambda _: self._show_current())
        self.model.ticks_changed.connect(self._show_current)
        self.table.activated.connect(lambda _: self.pane.go_to_measure())
        self.table.menu_wanted.connect(self._menu)
        self.pane.given.connect(self.decide)
        self.redate.clicked.connect(self.take_today)
        self.accept.clicked.connect(self.accept_rest)
        self.sign.clicked.connect(self.sign_month)
        for key, name in zip(CLASS_KEYS, CLASSES, strict=True):
            self._bind(key, lambda name=name: self.pane.say_class(name))
        for key, cause in zip(CAUSE_KEYS, CAUSES, strict=True):
            self._bind(key, lambda cause=cause: self.pane.say_cause(cause))
        self._bind("M", self.pane.go_to_measure)
        self._bind("N", self.pane.go_to_note)
        self._bind("G", self._go_to_claim)
        back = QShortcut(QKeySequence("Escape"), self.pane, self.table.setFocus)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _bind(self, key: str, act: Any) -> None:
        """A single letter acts only while the list has the focus."""
        self.table.commands[_NONE, Qt.Key(ord(key))] = act

    # --- showing -----------------------------------------------------------------------------------

    def show_month(self, month: str) -> None:
        """Another month."""
        self.month = month
        self._next_from = None
        self.refresh()

    def refresh(self) -> None:
        """Read the review anew."""
        store, today, month = self.context.store, self.context.today, self.month

        def read(_progress: Progress) -> Meeting:
            with store.reading():
                return meeting(store, today, month)

        self.context.jobs.read(read, self._show, owner=self)

    def _show(self, held: Meeting) -> None:
        self.held = held
        self.cards.show_sums(held)
        self._fill()
        self._tell(held)
        self.counted.emit(0 if held.signed_by else held.left)

    def _fill(self) -> None:
        held = self.held
        if held is None:
            return
        rows = {
            "listed": held.listed,
            "open": tuple(line for line in held.listed if not line.settled),
            "all": tuple(sorted(held.lines, key=lambda line: -line.of.balance_fen)),
        }[self.which.value]
        self.model.set_rows(rows)
        self.stack.setCurrentWidget(self.table if rows else self.none_left)
        self._go_on()
        self._show_current()

    def _go_on(self) -> None:
        """After a decision that is complete: the next one that is not."""
        start, self._next_from = self._next_from, None
        if start is None:
            if self.table.current_place < 0 and self.model.count():
                self.table.go_to(0)
            return
        count = self.model.count()
        places = (place % count for place in range(start, start + count))
        found = next((place for place in places if not self.model.row_at(place).settled), None)
        if found is not None:
            self.table.go_to(found)

    def _tell(self, held: Meeting) -> None:
        formats, signed = self.context.formats, held.signed_by is not None
        listed = len(held.listed)
        left = self.tr("剩 %1 笔").replace("%1", formats.count(held.left))
        done = self.tr("都已定，可以签字")
        by = self.tr("%1 于 %2 签字，不再改动").replace("%1", held.signed_by or "")
        by = by.replace("%2", formats.day(held.signed_on))
        self.state.setText(by if signed else left if held.left else done)
        words = self.tr("截至 %1，例外 %2 笔，全部 %3 笔").replace("%1", formats.day(held.as_of))
        words = words.replace("%2", formats.count(listed)).replace("%3", formats.count(len(held.lines)))
        added = self.tr("补充 %1 条").replace("%1", str(len(held.supplements))) if held.supplements else ""
        self.told.setText(formats.joined(part for part in (words, added) if part))
        for button in (self.redate, self.accept, self.sign):
            button.setVisible(not signed)
        self.sign.setEnabled(held.left == 0)
        self.accept.setEnabled(held.left > 0)
        self.redate.setEnabled(held.as_of < self.context.today and self.month == month_of(self.context.today))

    @property
    def chosen(self) -> list[Line]:
        """The ticked lines, else the current one."""
        places = [self.model.place_of(claim) for claim in self.table.chosen_ids()]
        return [self.model.row_at(place) for place in places if place is not None]

    def _show_current(self) -> None:
        signed = self.held is not None and self.held.signed_by is not None
        self.pane.show_lines(self.chosen, open_to_change=not signed)

    def _menu(self, _claim: object, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, key in zip(CLASSES, CLASS_KEYS, strict=True):
            words = f"{self.columns.words.of_class(name)}\t{key}"
            menu.addAction(words, lambda name=name: self.pane.say_class(name))
        menu.addAction(self.tr("处置方案\tM"), self.pane.go_to_measure)
        menu.addAction(self.tr("看这笔债权\tG"), self._go_to_claim)
        menu.popup(where)

    def _go_to_claim(self) -> None:
        if self.table.current_id is not None:
            self.claim_requested.emit(int(str(self.table.current_id)))

    # --- acts --------------------------------------------------------------------------------------

    def decide(self, said: Decision) -> None:
        """What the meeting says of the chosen claims; of a signed review that is a supplement with its reason."""
        lines = self.chosen
        if not lines or self.held is None:
            return
        if self.held.signed_by is not None:
            self._supplement(lines, said)
            return
        desk, month, claims = self.context.desk, self.month, [line.of.claim for line in lines]
        place = self.table.current_place

        def done(_changes: Changes) -> None:
            self.table.setFocus()

        self._next_from = place
        self.model.set_ticks([])
        self._act(lambda _progress: reviews.decide(desk, month, claims, said), done)

    def _supplement(self, lines: list[Line], said: Decision) -> None:
        title, words = self.tr("补充说明"), self.tr("评审已签字，原内容不变；补充另记一条，下月以它为准。")
        why = ask.ask_text(self, title, self.tr("理由"), self.tr("补充"), words=words)
        if why:
            desk, month, claim = self.context.desk, self.month, lines[0].of.claim
            self._act(lambda _progress: reviews.supplement(desk, month, claim, said, why))

    def accept_rest(self) -> None:
        """Take the rule's proposal for what nobody has spoken of."""
        desk, month = self.context.desk, self.month
        self._next_from = 0
        self._act(lambda _progress: reviews.accept(desk, month))

    def take_today(self) -> None:
        """Hold the open review as of today."""
        desk, month = self.context.desk, self.month
        self._act(lambda _progress: reviews.take_day(desk, month))

    def sign_month(self) -> None:
        """Sign: the month is frozen."""
        desk, month = self.context.desk, self.month
        if self.sign.isEnabled() and self.sign.isVisibleTo(self):
            self._act(lambda _progress: reviews.sign_review(desk, month))

    def _act(self, work: Any, done: Any = None) -> None:
        self.context.act(work, done, self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self._next_from = None
        self.pane.say(sentences(problems, self.context.language), "bad")

    def export(self, *, paper: bool) -> None:
        """The minutes as a PDF or a workbook."""
        kind, suffix = ("PDF", "pdf") if paper else ("Excel", "xlsx")
        name = self.tr("评审纪要") + f"_{self.month}.{suffix}"
        title = self.tr("导出评审纪要")
        place = place_to_export(self.context, self, "export_minutes", title, name, kind)
        if place is not None:
            self._export(place, paper=paper)

    def _export(self, place: Place, *, paper: bool) -> None:
        target, openly = place.file, place.openly
        desk, render, month = self.context.desk, self.context.render, self.month
        language = self.context.language

        def work(_progress: Progress) -> None:
            with desk.store.reading():
                facts = minutes_of(desk.store, meeting(desk.store, desk.today, month), language)
            if paper:
                minutes_paper(desk, target, facts, render, language, openly)
            else:
                minutes_workbook(desk, target, facts, minutes_tables, language, openly)

        words = self.tr("已导出到 %1").replace("%1", str(target))
        self._act(work, lambda _: self.told.setText(words))
