"""到账: money that the bank shows, whose it is, and booking it with one key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.actions.bank import (
    BookedLines,
    Proposed,
    Wish,
    assign,
    book_certain,
    book_lines,
    proposals,
    take_back,
)
from models.changes import Changes
from models.progress import Progress
from models.queries.bank import bank_book
from models.queries.receipt_twins import Twin, twins
from models.rules.bank_match import CERTAIN
from models.rules.problems import Problem
from ui.bank.aside_dialog import AsideDialog
from ui.bank.bank_columns import BankColumns
from ui.bank.bank_pane import BankPane
from ui.bank.debtor_dialog import DebtorChooser
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.carried import local_files
from ui.common.choices import Segment
from ui.common.file_choice import SUFFIXES
from ui.common.table import RowsModel
from ui.common.table_page import TablePage
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentence, sentences

WAITING, BOOKED, ASIDE = "waiting", "booked", "set_aside"


class BankWorkspace(TablePage):
    """The list of lines with one of them in full beside it.

    ``statement_requested`` carries a file or None; ``counted`` how many lines wait.
    """

    statement_requested = Signal(object)
    counted = Signal(int)

    def __init__(self, context: AppContext) -> None:
        columns = BankColumns(context.formats)
        self.pane: BankPane = BankPane(columns, context.formats)
        super().__init__(RowsModel(columns.all(), id_of=lambda each: each.row.id), self.pane)
        self.context, self.columns = context, columns
        self.title = self.tr("到账")
        self.setAcceptDrops(True)
        self.lines: dict[str, list[Proposed]] = {WAITING: [], BOOKED: [], ASIDE: []}
        self._build()
        self._connect()
        self._bind_keys()
        self.refresh()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        hint = self.tr(
            "导入银行流水后，每笔到账都会按户名、账号和附言认出债务人，催款前先看这里。也可以把文件拖到这里。"
        )
        empty = EmptyState(self.tr("没有待入账的款项"), self.tr("导入银行流水"), hint, icon="receipt")
        nothing_found = EmptyState(self.tr("没有符合条件的到账"), self.tr("清除筛选"), icon="filter")
        self.lay_out(self.title, empty, nothing_found)
        states = [(WAITING, self.tr("待入账")), (BOOKED, self.tr("已入账")), (ASIDE, self.tr("已搁置"))]
        self.show_state = Segment(states)
        self.import_button = Button(self.tr("导入银行流水"), "import")
        self.book_button = Button(self.tr("入账"), "check", "Enter", kind="primary")
        self.add_filters(self.show_state)
        self.add_buttons(self.import_button, self.book_button)
        self.add_foot(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(16)
        self.counts, self.chosen_words = text("", size=12), text("", size=12, bold=True)
        self.certain_words = text("", size=12, tone="text2")
        row.addWidget(self.counts)
        row.addWidget(self.chosen_words)
        row.addStretch(1)
        row.addWidget(self.certain_words)
        return foot

    def _connect(self) -> None:
        self.show_state.changed.connect(lambda _: self._show())
        self.import_button.clicked.connect(lambda: self.statement_requested.emit(None))
        self.empty.acted.connect(lambda: self.statement_requested.emit(None))
        self.book_button.clicked.connect(self.book)
        self.model.ticks_changed.connect(self._tell)
        self.row_changed.connect(self._show_current)
        self.table.activated.connect(lambda _: self.book())
        self.table.menu_wanted.connect(self._menu)
        self.pane.choose_wanted.connect(self.choose_debtor)
        self.pane.aside_wanted.connect(self.put_aside)
        self.pane.new_wanted.connect(self.book_new)
        self.context.bus.changed.connect(self.refresh)

    def _bind_keys(self) -> None:
        self.bind({"F": self.choose_debtor, "X": self.put_aside, "N": self.book_new})

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None = None) -> None:
        """Read the lines anew; nearly every act may move what they would pay."""
        self.book_button.forbid(self.context.forbidden("receipt"))
        if changes is not None and changes == Changes(settings=True):
            return
        desk = self.context.desk

        def work(_progress: Progress) -> dict[str, list[Proposed]]:
            with desk.store.reading():
                every = bank_book(desk.store, desk.today, every=True).rows
                return {
                    WAITING: proposals(desk),
                    BOOKED: [Proposed(row) for row in reversed(every) if row.state == BOOKED],
                    ASIDE: [Proposed(row) for row in reversed(every) if row.state == ASIDE],
                }

        self.context.jobs.read(work, self._loaded, owner=self)

    def _loaded(self, lines: dict[str, list[Proposed]]) -> None:
        self.lines = lines
        self._show()
        self.counted.emit(len(lines[WAITING]))

    def _show(self) -> None:
        self.model.set_rows(self.lines[self.show_state.value])
        self.show_stack(bool(self.model.rows))
        self._tell()

    @property
    def chosen(self) -> list[Proposed]:
        """The ticked lines, else the current one."""
        keys = set(self.table.chosen_ids())
        return [each for each in self.model.rows if each.row.id in keys]

    def _show_current(self) -> None:
        self.pane.show_line(self.current)
        self._offer()

    def _offer(self) -> None:
        waits = self.show_state.value == WAITING
        line, ticked = self.current, bool(self.model.ticks)
        linking = waits and not ticked and line is not None and line.row.already is not None
        self.book_button.set_words(self.tr("关联已登记的回款") if linking else self._booking_words())
        self.book_button.setEnabled(waits and line is not None)

    def _booking_words(self) -> str:
        sure = sum(each.row.match.confidence == CERTAIN for each in self.chosen) if self.model.ticks else 0
        return self.tr("入账 %1 笔", "", sure).replace("%1", str(sure)) if sure else self.tr("入账")

    def _tell(self) -> None:
        rows = self.model.rows
        words = self.tr("%1 笔", "", len(rows)).replace("%1", self.context.formats.count(len(rows)))
        self.counts.setText(self.context.formats.joined([words, *self._sums(rows)]) if rows else "")
        ticked = self.chosen if self.model.ticks else []
        told = self.tr("已选 %1 笔", "", len(ticked)).replace("%1", str(len(ticked)))
        self.chosen_words.setText(self.context.formats.joined([told, *self._sums(ticked)]) if ticked else "")
        sure = sum(each.row.match.confidence == CERTAIN for each in self.lines[WAITING])
        hint = self.tr("%1 笔可直接入账：Ctrl A 再按 Enter", "", sure).replace("%1", str(sure))
        self.certain_words.setText(hint if sure and self.show_state.value == WAITING else "")
        self._offer()

    def _sums(self, lines: Sequence[Proposed]) -> list[str]:
        sums: Counter[str] = Counter()
        for each in lines:
            sums[each.row.currency] += each.row.amount_fen
        return [self.context.formats.money(fen, currency) for currency, fen in sorted(sums.items())]

    def _menu(self, _line: object, where: QPoint) -> None:
        menu = self.row_menu()
        waits = self.show_state.value == WAITING
        menu.addAction(self.tr("入账\tEnter"), self.book).setEnabled(waits)
        menu.addAction(self.tr("选择债务人\tF"), self.choose_debtor).setEnabled(waits)
        menu.addAction(self.tr("另登记一笔\tN"), self.book_new).setEnabled(waits)
        aside = self.tr("放回待入账\tX") if self.show_state.value == ASIDE else self.tr("搁置\tX")
        menu.addAction(aside, self.put_aside).setEnabled(self.show_state.value != BOOKED)
        menu.popup(where)

    # --- acts --------------------------------------------------------------------------------------

    def book(self) -> None:
        """Book the current line as proposed, or all that is certain among the ticked ones."""
        desk, line = self.context.desk, self.current
        if line is None or self.show_state.value != WAITING:
            return
        if self.model.ticks:
            keys = [each.row.id for each in self.chosen]
            self._act(lambda _progress: book_certain(desk, keys))
        elif line.row.debtor_id is None:
            self.choose_debtor()
        elif not self.pane.wrong:
            wish = Wish(shares=self.pane.shares)
            self._act(lambda _progress: book_lines(desk, [line.row.id], wish))

    def book_new(self) -> None:
        """Book the current line although an equal receipt is in the books."""
        desk, line = self.context.desk, self.current
        if line is not None and line.row.state == WAITING and line.row.already is not None:
            self._act(lambda _progress: book_lines(desk, [line.row.id], Wish(new=True)))

    def choose_debtor(self) -> None:
        """Say whose money the chosen lines are; they wait for Enter."""
        lines = self.chosen
        if not lines or self.show_state.value != WAITING:
            return
        row = lines[0].row
        about = self.context.formats.joined([self.columns.payer(lines[0]), *self._sums(lines)])
        first = [*([row.debtor_id] if row.debtor_id else []), *row.match.candidates]
        chooser = DebtorChooser(self.context, about, row.currency, first, self)
        chooser.chosen.connect(lambda name: self._assign([each.row.id for each in lines], name))
        chooser.show()

    def _assign(self, lines: list[int], name: str) -> None:
        desk = self.context.desk
        self._act(lambda _progress: assign(desk, lines, name))

    def put_aside(self) -> None:
        """Take the chosen lines out with a reason, or let those set aside wait again."""
        lines, desk = self.chosen, self.context.desk
        keys = [each.row.id for each in lines]
        if not lines or self.show_state.value == BOOKED:
            return
        if self.show_state.value == ASIDE:
            self._act(lambda _progress: take_back(desk, keys))
            return
        about = self.context.formats.joined([self.columns.payer(lines[0]), *self._sums(lines)])
        codes = {reason.code for each in lines for reason in each.row.match.why}
        guess = "own" if "bank_own_transfer" in codes else "other" if "bank_interest" in codes else ""
        AsideDialog(self.context, keys, about, guess, self).show()

    def _act(self, work: Any) -> None:
        self.context.act(work, self._done, self._refused, owner=self)

    def _done(self, result: object) -> None:
        """What was booked is ticked no more; where it looks booked twice, that is said."""
        self.model.set_ticks(())
        if isinstance(result, BookedLines):
            store, new = self.context.store, [each.receipt for each in result.lines if not each.linked]
            self.context.jobs.read(
                lambda _progress: twins(store, new), self._tell_twins, self._refused, owner=self
            )

    def _tell_twins(self, found: list[Twin]) -> None:
        if found:
            told = [sentence(twin.doubt(), self.context.language) for twin in found]
            self.pane.say("\n".join(told), "warn")

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.pane.say(sentences(problems, self.context.language), "bad")

    # --- drops ---------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A statement may be dropped anywhere here."""
        if _statements(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped for a statement."""
        files = _statements(event)
        if files:
            event.acceptProposedAction()
            self.statement_requested.emit(files[0])


def _statements(event: QDropEvent) -> list[Path]:
    return [file for file in local_files(event.mimeData()) if file.suffix.lower() in SUFFIXES]
