"""导入银行流水: choose the file, look at what it brings, keep what is new. Nothing is written before that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.actions.bank import Taken, take_statement
from models.ledger.grid import Grid
from models.ledger.statement import Statement, read_statement_grid, understand_statement
from models.progress import Progress
from models.queries.bank_marks import Fresh, fresh
from models.rules.problems import Problem
from models.store.backup import file_hash
from ui.bank.statement_pages import StatementPage
from ui.common.busy_line import BusyLine
from ui.common.dialog import WizardShell
from ui.common.file_choice import FileChoice, Wanted
from ui.context import AppContext
from ui.jobs import Job
from ui.problems import sentences

CHOOSE, CHECK = range(2)
_Read = tuple[Grid, Statement, Fresh]


class StatementDialog(WizardShell):
    """``taken`` carries what was kept. ``path`` begins at once; without it the first page asks."""

    taken = Signal(object)

    def __init__(self, context: AppContext, path: Path | None = None, parent: QWidget | None = None) -> None:
        steps = (self.tr("选择文件"), self.tr("核对"))
        super().__init__(parent, self.tr("导入银行流水"), (980, 680), steps, self.tr("选择文件"))
        self.context = context
        self.path: Path | None = None
        self.grid: Grid | None = None
        self.corrections: dict[str, str] = {}
        self.statement: Statement | None = None
        self.found: Fresh | None = None
        self.reading: Job | None = None
        self._file_page()
        self.check_page = StatementPage(context.formats)
        self.check_page.wrong.mended.connect(self._mend)
        self.add_page(self.check_page)
        self.busy = BusyLine()
        self.body.addWidget(self.busy)
        self.stepped.connect(lambda _: self._say())
        self.saved.connect(self._primary)
        self.go(CHOOSE)
        if path is not None:
            self.open_file(path)

    def _file_page(self) -> None:
        hint = self.tr("工行、建行、农行、中行、招行等导出的明细，或手工登记的到账表；重叠的部分不会重复")
        line = self.tr("拖入银行流水")
        page = FileChoice(Wanted("receipt", self.tr("银行流水"), self.tr("选择银行流水"), line, hint))
        page.column.addStretch(3)
        page.file_chosen.connect(self.open_file)
        page.password_given.connect(lambda password: self._open(password))
        self.file_page = page
        self.add_page(page)

    def open_file(self, path: Path) -> None:
        """Read a statement."""
        self.path = path
        self._open()

    def _open(self, password: str | None = None) -> None:
        path, store, today = self.path, self.context.store, self.context.today
        if path is None or self.reading is not None:
            return

        def work(progress: Progress) -> _Read:
            grid = read_statement_grid(path, password=password, progress=progress)
            statement = understand_statement(grid, today)
            return grid, statement, fresh(store, statement)

        self.go(CHOOSE)
        ended: list[bool] = []

        def end() -> None:
            ended.append(True)
            self.reading = None
            self.file_page.show_idle()

        job = self.context.jobs.read(work, self._opened, self._not_opened, on_end=end, owner=self)
        if not ended:
            self.reading = job
            self.file_page.show_reading()
            self.busy.show_job(self.tr("正在读取 %1").replace("%1", path.name), job)

    def _opened(self, made: _Read) -> None:
        self.corrections = {}
        self._show(made)
        self.go(CHECK)
        self.check_page.table.setFocus()

    def _show(self, made: _Read) -> None:
        self.grid, self.statement, self.found = made
        self.check_page.show_statement(self.statement, self.found)
        self._say()

    def _mend(self, cell: str, typed: str) -> None:
        """Read the statement once more with what the clerk typed for a cell; the file itself stays as it is."""
        grid, store, today = self.grid, self.context.store, self.context.today
        if grid is None:
            return
        corrections = self.corrections = {**self.corrections, cell: typed}

        def work(_progress: Progress) -> _Read:
            statement = understand_statement(grid, today, corrections)
            return grid, statement, fresh(store, statement)

        self.context.jobs.read(work, self._show, self._not_taken, owner=self)

    def _not_opened(self, problems: tuple[Problem, ...]) -> None:
        codes = {problem.code for problem in problems}
        self.file_page.show_problems(codes, sentences(problems, self.context.language))
        self._say()

    def _say(self) -> None:
        if self.step == CHOOSE:
            self.primary.set_words(self.file_page.next_words)
            self.primary.setEnabled(True)
            self.say(self.tr("只读取，不改动原文件"))
            return
        number = len(self.found.new) if self.found else 0
        words = self.tr("收下 %1 笔", "", number).replace("%1", self.context.formats.count(number))
        self.primary.set_words(words)
        self.primary.setEnabled(bool(number))
        nothing = self.tr("这份流水里没有新的到账")
        self.say(self.tr("收下后在“到账”里认款入账，可以整批撤销") if number else nothing)

    def _primary(self) -> None:
        if self.step == CHOOSE:
            self.file_page.go_on()
        else:
            self._take()

    def _take(self) -> None:
        desk, path, statement = self.context.desk, self.path, self.statement
        if path is None or statement is None:
            return
        self.primary.setEnabled(False)

        def work(_progress: Progress) -> Taken:
            return take_statement(desk, statement, path.name, file_hash(path) if path.is_file() else None)

        title = self.tr("导入银行流水")
        self.context.act(work, self._taken, self._not_taken, title=title, icon="import", owner=self)

    def _taken(self, done: Any) -> None:
        self.close()
        self.taken.emit(done)

    def _not_taken(self, problems: tuple[Problem, ...]) -> None:
        self.primary.setEnabled(True)
        self.say(sentences(problems, self.context.language), "bad")
