"""专案: who works on a debtor's case, what is to be done by whom, and what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.actions.case_minutes import keep_case_minutes
from models.actions.cases import Kept, add_member, close_case, drop_member, finish_measure, open_case
from models.actions.desk import Desk
from models.actions.memos import Memo
from models.changes import Changes
from models.progress import Progress
from models.queries.cases import CaseRow, EntryRow, cases
from models.queries.parties import debtor as debtor_of
from models.queries.people import hindrance
from models.rules.problems import Problem
from ui.cases.case_fields import MemberFields, OpenCaseFields
from ui.cases.entry_dialog import EntryDialog
from ui.common import ask
from ui.common.buttons import Button, icon_button
from ui.common.cards import Card, EmptyState
from ui.common.dialog import DialogShell
from ui.common.marks import Tag
from ui.common.scrolling import scrolling
from ui.common.slot import Slot
from ui.common.text import rule, text
from ui.context import AppContext
from ui.problems import sentence, sentences, worded


@dataclass(frozen=True)
class _Read:
    debtor: str
    open: CaseRow | None
    closed: tuple[CaseRow, ...]


class CaseWindow(DialogShell):
    """The open case of a debtor, or the way to open one; closed ones below. ``file_opened`` carries evidence."""

    file_opened = Signal(int)

    def __init__(self, context: AppContext, debtor: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (760, 680), "", primary_key="Ctrl+N", primary_icon="plus")
        self.setWindowTitle(self.tr("专案"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.debtor = context, debtor
        self.found = _Read("", None, ())
        self.fields = OpenCaseFields()
        self.member = MemberFields(context)
        self.end = self.add_button(self.tr("结案"), "check", "Ctrl+E")
        self.member.joined.connect(
            lambda name, role: self._do(lambda desk, key: add_member(desk, key, name, role))
        )
        self.end.clicked.connect(self.close_case)
        self.paper = self.add_button(self.tr("存纪要"), "printer", "Ctrl+P")
        self.paper.clicked.connect(self.keep_minutes)
        self.name = text(size=16, bold=True, wrap=True, selectable=True)
        self.body.addWidget(self.name)
        self.body.addWidget(self.fields)
        self.list = Slot(right=8)
        self.body.addWidget(scrolling(self.list), 1)
        self.body.addWidget(self.member)
        context.bus.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read the case again."""
        store, key = self.context.store, self.debtor

        def work(_progress: Progress) -> _Read:
            with store.reading():
                held, found = debtor_of(store, key), cases(store, closed=True, debtor=key)
                runs = next((each for each in found if each.closed_on is None), None)
                done = tuple(each for each in reversed(found) if each.closed_on is not None)
                return _Read(held.name if held else "", runs, done)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, found: _Read) -> None:
        self.found = found
        runs = found.open is not None
        self.name.setText(self.context.formats.joined([found.debtor, found.open.title if found.open else ""]))
        self.fields.setVisible(not runs)
        self.member.setVisible(runs)
        self.end.setVisible(runs)
        self.paper.setVisible(runs or bool(found.closed))
        self.primary.set_words(self.tr("记入") if runs else self.tr("立案"))
        if not runs and not self.fields.title.text():
            self.fields.title.setText(self.tr("%1专案").replace("%1", found.debtor[:20]))
        self._look_at_rights(runs=runs)
        self.list.fill(self._told(found))

    def _look_at_rights(self, *, runs: bool) -> None:
        store, user = self.context.store, self.context.user
        leads, works = hindrance(store, user, "case"), hindrance(store, user, "case_work")
        for button in (self.member, self.end):
            button.setEnabled(leads is None)
        self.paper.setEnabled(works is None)
        stops = works if runs else leads
        self.primary.setEnabled(stops is None)
        self.say(sentence(leads, self.context.language) if leads else "", "text2")

    # --- what is shown -----------------------------------------------------------------------------

    def _told(self, found: _Read) -> QWidget:
        if found.open is None and not found.closed:
            hint = self.tr("立案后，成员、计划、会议和决定都记在这里。")
            return EmptyState.among_rows(self.tr("还没有专案"), hint, "people")
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if found.open is not None:
            self._tell_case(column, found.open)
        for each in found.closed:
            column.addWidget(rule())
            words = self.tr("%1 结案").replace("%1", self.context.formats.day(each.closed_on))
            column.addWidget(text(self.context.formats.joined([each.title, words]), bold=True, wrap=True))
            column.addWidget(text(each.outcome or "", wrap=True, selectable=True))
            for entry in each.entries:
                column.addLayout(self._entry(entry))
        return whole

    def _tell_case(self, column: QVBoxLayout, case: CaseRow) -> None:
        head = Card("sunken", edge=False, padding=12)
        if case.goal:
            goal = self.tr("目标：%1").replace("%1", case.goal)
            head.column.addWidget(text(goal, bold=True, wrap=True, selectable=True))
        for member in case.members:
            head.column.addLayout(self._member(member.person, member.role))
        column.addWidget(head)
        if case.to_do:
            column.addWidget(text(self.tr("要做的"), bold=True))
        for entry in case.to_do:
            column.addLayout(self._measure(entry))
        if case.entries:
            column.addWidget(text(self.tr("经过"), bold=True))
        for entry in case.entries:
            column.addLayout(self._entry(entry))

    def _member(self, person: str, role: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(text(person))
        row.addWidget(Tag(worded(f"case_role_{role}", self.context.language)))
        row.addStretch(1)
        drop = icon_button("close", self.tr("移出组员"))
        drop.clicked.connect(lambda: self._do(lambda desk, key: drop_member(desk, key, person)))
        drop.setEnabled(hindrance(self.context.store, self.context.user, "case") is None)
        row.addWidget(drop)
        return row

    def _measure(self, entry: EntryRow) -> QHBoxLayout:
        row, late = QHBoxLayout(), entry.is_late(self.context.today)
        formats = self.context.formats
        by = self.tr("%1 前").replace("%1", formats.day(entry.due_on))
        words = formats.joined([entry.text, entry.owner or "", by])
        row.addWidget(text(words, tone="bad" if late else "text", wrap=True, selectable=True), 1)
        done = Button(self.tr("完成"), "check")
        done.clicked.connect(lambda: self._do(lambda desk, _key: finish_measure(desk, entry.id)))
        row.addWidget(done)
        return row

    def _entry(self, entry: EntryRow) -> QHBoxLayout:
        row, words, formats = QHBoxLayout(), QVBoxLayout(), self.context.formats
        row.addWidget(
            Tag(worded(f"case_entry_{entry.kind}", self.context.language)), 0, Qt.AlignmentFlag.AlignTop
        )
        words.setSpacing(2)
        done = self.tr("%1 完成").replace("%1", formats.day(entry.done_on)) if entry.done_on else ""
        about = formats.joined([formats.day(entry.held_on), entry.owner or entry.by, done])
        words.addWidget(text(about, size=12, tone="text2"))
        words.addWidget(text(entry.text, wrap=True, selectable=True))
        row.addLayout(words, 1)
        if entry.evidence is not None:
            look = icon_button("eye", self.tr("查看文件"))
            look.clicked.connect(lambda: self.file_opened.emit(entry.evidence))
            row.addWidget(look)
        return row

    # --- acts --------------------------------------------------------------------------------------

    def press_primary(self) -> None:
        """One more entry; where no case is open, open one."""
        if not self.primary.isEnabled():
            return
        if self.found.open is not None:
            EntryDialog(self.context, self.found.open, self).show()
            return
        title, goal, debtor = self.fields.title.text(), self.fields.goal.text(), self.debtor
        self._do(lambda desk, _key: open_case(desk, debtor, title, goal))

    def close_case(self) -> None:
        """It is over: with what came of it."""
        outcome = ask.ask_text(self, self.tr("结案"), self.tr("结果"), self.tr("结案"))
        if outcome:
            self._do(lambda desk, key: close_case(desk, key, outcome))

    def keep_minutes(self) -> None:
        """Set the case on paper, file it with the claims and show it: the open one, else the last."""
        shown = self.found.open or next(iter(self.found.closed), None)
        if shown is None or not self.paper.isEnabled():
            return
        desk, key, render = self.context.desk, shown.id, self.context.render
        language = self.context.language

        def keep(_progress: Progress) -> Memo:
            return keep_case_minutes(desk, key, render, language)

        self.context.act(keep, lambda memo: self.file_opened.emit(memo.evidence), self._refused, owner=self)

    def _do(self, act: Callable[[Desk, int], Kept]) -> None:
        desk, key = self.context.desk, self.found.open.id if self.found.open else 0
        self.context.act(lambda _progress: act(desk, key), None, self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
