"""全部专案: every case with who leads it and what it does next, those that are late first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.changes import Changes
from models.progress import Progress
from models.queries.cases import CaseRow, cases
from models.rules.problems import Problem
from ui.common.cards import EmptyState
from ui.common.choices import Segment
from ui.common.dialog import DialogShell
from ui.common.table import Column, Paint, RowsModel
from ui.common.table_page import TablePage
from ui.context import AppContext
from ui.problems import sentences

OPEN, MINE, CLOSED, ALL = "open", "mine", "closed", "all"


class CasesWindow(DialogShell):
    """The list; ``case_chosen`` carries the debtor of a case."""

    case_chosen = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, "", (1080, 600), "", primary_key="Ctrl+Return", primary_icon="people", margin=0
        )
        self.setWindowTitle(self.tr("全部专案"))
        self.primary.set_words(self.tr("打开"))
        self.cancel.set_words(self.tr("关闭"))
        self.context = context
        self.found: list[CaseRow] = []
        model = RowsModel(self._columns(), ticking=False)
        self.list = TablePage(model)
        states = [
            (OPEN, self.tr("在办")),
            (MINE, self.tr("我参与的")),
            (CLOSED, self.tr("已结案")),
            (ALL, self.tr("全部")),
        ]
        self.state = Segment(states, OPEN)
        hint = self.tr("在债权里打开债务人的专案：定目标和组员，记会议、决定和措施。")
        empty = EmptyState(self.tr("没有专案"), hint=hint, icon="people")
        nothing_found = EmptyState(self.tr("没有符合条件的专案"), self.tr("清除筛选"), icon="filter")
        self.list.lay_out(self.windowTitle(), empty, nothing_found)
        self.list.add_filters(self.state)
        self.body.addWidget(self.list)
        self.state.changed.connect(lambda _: self._show())
        self.list.row_changed.connect(lambda: self.primary.setEnabled(self.list.current is not None))
        self.list.table.activated.connect(lambda _: self.press_primary())
        context.bus.changed.connect(self.refresh)
        self.refresh()
        self.list.setFocus()

    def _columns(self) -> list[Column]:
        formats, today = self.context.formats, self.context.today

        def late(row: CaseRow) -> bool:
            due = _due(row)
            return due is not None and due < today

        return [
            Column("debtor", self.tr("债务人"), 220, lambda row: row.debtor, Paint.NAME),
            Column("title", self.tr("专案"), 150, lambda row: row.title),
            Column("lead", self.tr("组长"), 90, _lead),
            Column("next", self.tr("下一步"), 230, self._next, tip=self._next,
                   tone=lambda row: "bad" if late(row) else "text"),
            Column("due_on", self.tr("期限"), 110, lambda row: formats.day(_due(row)) if _due(row) else "",
                   sort_key=lambda row: _due(row) or date.max,
                   tone=lambda row: "bad" if late(row) else "text"),
            Column("opened_on", self.tr("立案"), 110, lambda row: formats.day(row.opened_on),
                   sort_key=lambda row: row.opened_on),
        ]  # fmt: skip

    def _next(self, row: CaseRow) -> str:
        """The measure to be done next and by whom; of a closed case what came of it."""
        if row.closed_on is not None:
            return self.context.formats.joined([self.tr("已结案"), row.outcome or ""])
        to_do = row.to_do
        if not to_do:
            return self.tr("没有待办的措施")
        return self.context.formats.joined([to_do[0].text, to_do[0].owner or ""])

    # --- showing -----------------------------------------------------------------------------------

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read the list again."""
        store = self.context.store

        def work(_progress: Progress) -> list[CaseRow]:
            with store.reading():
                return cases(store, closed=True)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, rows: list[CaseRow]) -> None:
        self.found = rows
        self._show()

    def _show(self) -> None:
        shown = [row for row in self.found if self._wanted(row)]
        shown.sort(key=lambda row: (row.closed_on is not None, _due(row) or date.max, row.opened_on))
        self.list.model.set_rows(shown)
        number = self.tr("%1 个", "", len(shown)).replace("%1", self.context.formats.count(len(shown)))
        self.list.subtitle.setText(number)
        self.list.show_stack(bool(shown))
        self.primary.setEnabled(self.list.current is not None)

    def _wanted(self, row: CaseRow) -> bool:
        state, runs = self.state.value, row.closed_on is None
        if state == MINE:
            return runs and any(member.person == self.context.user for member in row.members)
        return state == ALL or runs == (state == OPEN)

    # --- acts --------------------------------------------------------------------------------------

    def press_primary(self) -> None:
        """Open the current one."""
        row: CaseRow | None = self.list.current
        if row is not None:
            self.case_chosen.emit(row.debtor_id)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")


def _due(row: CaseRow) -> date | None:
    """The day by which its next measure is to be done; None for a closed case."""
    return row.to_do[0].due_on if row.closed_on is None and row.to_do else None


def _lead(row: CaseRow) -> str:
    return "、".join(member.person for member in row.members if member.role == "lead")
