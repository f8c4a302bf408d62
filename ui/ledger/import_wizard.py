"""导入台账: choose a file, match its columns, look at what differs, take it over. Nothing is written before that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.actions.imports import Imported, undo
from models.ledger.workbook_out import Column, write_table
from models.progress import Progress
from models.rules.problems import Problem
from ui.common.ask import save_file
from ui.common.dialog import WizardShell
from ui.context import AppContext
from ui.jobs import Job
from ui.ledger.choose_page import ChoosePage
from ui.ledger.difference_page import DifferencePage
from ui.ledger.done_page import DonePage
from ui.ledger.draft import (
    Draft,
    FieldMapping,
    Source,
    booked,
    opened,
    toggled,
    with_correction,
    with_mapping,
)
from ui.ledger.lines import TEXTS, Row, cell_to_correct, rows_of
from ui.ledger.match_page import MatchPage
from ui.problems import sentences, worded

CHOOSE, MATCH, DIFFERENCES, DONE = range(4)


class ImportWizard(WizardShell):
    """``imported`` carries the Imported of the batch, for the toast with its undo; ``undone`` that it was taken back.

    ``path`` or ``text`` (of the clipboard) begin at once; without either the first step asks.
    """

    imported = Signal(object)
    undone = Signal(object)

    def __init__(
        self,
        context: AppContext,
        path: Path | None = None,
        text: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        steps = (self.tr("选择文件"), self.tr("列匹配"), self.tr("检查差异"), self.tr("完成"))
        super().__init__(parent, self.tr("导入台账"), (1180, 816), steps, self.tr("选择文件"))
        self.context = context
        self.draft: Draft | None = None
        self.rows: list[Row] = []
        self.batch: Imported | None = None
        self.reading: Job | None = None
        self._source: Source | None = None
        self._build_steps()
        self.go(CHOOSE)
        if path is not None:
            self.open_file(path)
        elif text:
            self.open_text(text)

    def _build_steps(self) -> None:
        self.stepped.connect(self._stepped)
        self.saved.connect(self._primary)
        self._choose_page()
        self._match_page()
        self._difference_page()
        self.done_page = DonePage(self.context.formats)
        self.done_page.undo_wanted.connect(self.take_back)
        self.done_page.errors_wanted.connect(self.save_errors)
        self.add_page(self.done_page)

    def _choose_page(self) -> None:
        page = self.choose_page = ChoosePage()
        page.file_chosen.connect(self.open_file)
        page.pasted.connect(lambda: self.open_text(QGuiApplication.clipboard().text()))
        page.password_given.connect(lambda password: self._open(password=password))
        self.add_page(page)

    def _match_page(self) -> None:
        page = self.match_page = MatchPage(
            self.context.language, "·" if self.context.formats.chinese else ", "
        )
        page.mapped.connect(self._map)
        page.sheet_chosen.connect(lambda sheet: self._open(sheet=sheet))
        page.change_wanted.connect(lambda: self.go(CHOOSE))
        self.add_page(page)

    def _difference_page(self) -> None:
        page = self.difference_page = DifferencePage(self.context.formats)
        page.mapped.connect(self._map)
        page.sheet_chosen.connect(lambda sheet: self._open(sheet=sheet))
        page.change_wanted.connect(lambda: self.go(CHOOSE))
        page.corrected.connect(self._correct)
        page.toggled.connect(self._toggle)
        page.accepted_changed.connect(self._say_what_happens)
        self.add_page(page)

    # --- reading -----------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Read a file."""
        self._source = Source(path.name, path)
        self._open()

    def open_text(self, text: str) -> None:
        """Read what was copied in a spreadsheet."""
        self._source = Source(self.tr("剪贴板"), text=text)
        self._open()

    def _open(self, *, sheet: str | None = None, password: str | None = None) -> None:
        source, context = self._source, self.context
        if source is None or self.reading is not None:
            return

        def work(progress: Progress) -> tuple[Draft, list[Row]]:
            draft = opened(
                context.store, context.today, source, sheet=sheet, password=password, progress=progress
            )
            return draft, rows_of(draft, context.language)

        self.go(CHOOSE)
        job = self._read(work, self._opened, self._not_opened)
        if job is not None:
            self.choose_page.show_reading(source.name, job)

    def _read(
        self,
        work: Callable[[Progress], tuple[Draft, list[Row]]],
        on_done: Callable[[tuple[Draft, list[Row]]], object],
        on_problem: Callable[[tuple[Problem, ...]], object],
    ) -> Job | None:
        """Ask the reading lane, one thing at a time; None where it has answered at once."""
        ended: list[bool] = []

        def end() -> None:
            ended.append(True)
            self.reading = None
            self.choose_page.show_idle()

        job = self.context.jobs.read(work, on_done, on_problem, on_end=end, owner=self)
        self.reading = None if ended else job
        return self.reading

    def _opened(self, made: tuple[Draft, list[Row]]) -> None:
        self._take(made)
        draft = made[0]
        known = draft.remembered and not draft.comparison.proposal.missing
        self.go(DIFFERENCES if known else MATCH)

    def _not_opened(self, problems: tuple[Problem, ...]) -> None:
        codes = {problem.code for problem in problems}
        self.choose_page.show_problems(codes, sentences(problems, self.context.language))

    def _take(self, made: tuple[Draft, list[Row]]) -> None:
        self.draft, self.rows = made
        self.match_page.show_draft(self.draft)
        self.difference_page.show_draft(self.draft, self.rows)
        self._say_what_happens()

    def _reread(self, change: Callable[[Draft], Draft]) -> None:
        """The draft changed by the clerk, compared anew."""
        draft, language = self.draft, self.context.language
        if draft is None or self.reading is not None:
            return

        def work(_progress: Progress) -> tuple[Draft, list[Row]]:
            changed = change(draft)
            return changed, rows_of(changed, language)

        self._read(work, self._take, self._not_reread)

    def _not_reread(self, problems: tuple[Problem, ...]) -> None:
        self.difference_page.say_wrong(sentences(problems, self.context.language))

    def _map(self, mapping: FieldMapping) -> None:
        context = self.context
        self._reread(lambda draft: with_mapping(context.store, context.today, draft, mapping))

    def _correct(self, row: int, name: str, words: str) -> None:
        cell = cell_to_correct(self.draft, row, name) if self.draft is not None else None
        context = self.context
        if cell is not None:
            self._reread(lambda draft: with_correction(context.store, context.today, draft, cell, words))

    def _toggle(self, row: int) -> None:
        self._reread(lambda draft: toggled(draft, row))

    # --- what the buttons say -------------------------------------------------------------------------

    def _stepped(self, step: int) -> None:
        self.back.setVisible(step in (MATCH, DIFFERENCES))
        self.cancel.setVisible(step != DONE)
        self._say_what_happens()
        if step == CHOOSE:
            self.choose_page.pick.setFocus()
        elif step == MATCH:
            self.match_page.focus_first()

    def _say_what_happens(self) -> None:
        number = self._to_write
        words = {
            CHOOSE: self.tr("选择文件"),
            MATCH: self.tr("下一步"),
            DIFFERENCES: self.tr("导入 %1 行", "", number).replace("%1", self.context.formats.count(number)),
            DONE: self.tr("完成"),
        }
        self.primary.set_words(words[self.step])
        self.primary.setEnabled(self._may_go_on())
        self.say(self._footer())

    @property
    def _to_write(self) -> int:
        return 0 if self.draft is None else sum(row.outcome in ("new", "changed") for row in self.rows)

    def _may_go_on(self) -> bool:
        if self.step in (CHOOSE, DONE):
            return True
        if self.draft is None or self.draft.comparison.proposal.missing:
            return False
        return self.step == MATCH or bool(self._to_write and self.difference_page.control.accepted)

    def _footer(self) -> str:
        if self.step == CHOOSE:
            return self.tr("导入前先看差异，数据只存在本机")
        if self.step == MATCH:
            return self.tr("这一步还不会写入任何数据")
        if self.step == DONE or self.draft is None:
            return ""
        if not self._to_write:
            return self.tr("台账与账上一致，没有要写入的")
        if not self.difference_page.control.accepted:
            return self.tr("合计不符，请在上面写明原因")
        return self._plan()

    def _plan(self) -> str:
        counts = {name: sum(row.outcome == name for row in self.rows) for name in ("problem", "missing")}
        count = self.context.formats.count
        parts = [self.tr("将写入 %1 行").replace("%1", count(self._to_write))]
        if counts["problem"]:
            parts.append(self.tr("%1 行错误跳过").replace("%1", count(counts["problem"])))
        if counts["missing"]:
            parts.append(self.tr("%1 笔缺失保留").replace("%1", count(counts["missing"])))
        parts.append(self.tr("导入后可整批撤销"))
        return self.context.formats.joined(parts)

    def may_close(self) -> bool:
        """Closing stops the reading; a booking under way ends by itself, whole."""
        if self.reading is not None:
            self.reading.cancel()
        return True

    # --- acting -----------------------------------------------------------------------------------------

    def _primary(self) -> None:
        acts = {
            CHOOSE: self.choose_page.choose,
            MATCH: lambda: self.go(DIFFERENCES),
            DIFFERENCES: self.book,
            DONE: self.close,
        }
        acts[self.step]()

    def book(self) -> None:
        """Write what the table shows, in one act."""
        draft, context, why = self.draft, self.context, self.difference_page.control.why
        if draft is None or not self._may_go_on():
            return
        self.primary.setEnabled(False)
        context.act(
            lambda progress: booked(context.desk, draft, why, progress),
            self._booked,
            self._not_booked,
            title=self.tr("正在导入 %1").replace("%1", draft.source.name),
            icon="import",
            owner=self,
        )

    def _booked(self, imported: Imported) -> None:
        self.batch = imported
        counts = {
            name: sum(row.outcome == name for row in self.rows) for name in ("same", "problem", "missing")
        }
        self.done_page.show_imported(imported, counts["same"], counts["problem"], counts["missing"])
        self.go(DONE)
        self.imported.emit(imported)

    def _not_booked(self, problems: tuple[Problem, ...]) -> None:
        self.primary.setEnabled(True)
        self.say(sentences(problems, self.context.language), "bad")

    def take_back(self) -> None:
        """Undo the batch as a whole."""
        context, batch = self.context, self.batch
        if batch is None:
            return
        context.act(
            lambda _: undo(context.desk, batch.batch), self._taken_back, self._not_taken_back, owner=self
        )

    def _taken_back(self, undone: Any) -> None:
        self.batch = None
        self.done_page.show_undone(undone)
        self.undone.emit(undone)

    def _not_taken_back(self, problems: tuple[Problem, ...]) -> None:
        self.done_page.say_wrong(sentences(problems, self.context.language))

    def save_errors(self) -> None:
        """The rows with errors as a workbook with the reason beside each, to be mended and imported again."""
        name = self.tr("错误行") + ".xlsx"
        path = save_file(self, self.tr("错误行另存为 Excel"), name, "Excel (*.xlsx)")
        if path is None:
            return
        language, wrong = self.context.language, [row for row in self.rows if row.outcome == "problem"]
        names = [name for name in TEXTS if any(row.cell(name).words for row in wrong)]
        columns = [Column(worded(f"field_{name}", language)) for name in names]
        columns += [Column(self.tr("原因"), width=60)]
        table = [[*(row.cell(name).words for name in names), row.note] for row in wrong]
        self.context.jobs.write(
            lambda _: write_table(path, self.tr("错误行"), columns, table),
            on_problem=self._not_taken_back,
            owner=self,
        )
