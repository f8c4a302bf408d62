"""导入台账: choose a file, match its columns, look at what differs, take it over. Nothing is written before that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.actions.imports import Imported, undo
from models.actions.settings import remember
from models.ledger.error_copy import write_error_copy
from models.queries.receipt_twins import Twin, twins
from models.queries.unfinished import IMPORT_UNDER_WAY
from models.rules.problems import Problem
from ui.common.ask import choose, save_file
from ui.common.busy_line import BusyLine
from ui.common.dialog import WizardShell
from ui.context import AppContext
from ui.jobs import Job
from ui.ledger.choose_page import ChoosePage
from ui.ledger.difference_page import DifferencePage
from ui.ledger.done_page import DonePage, Outcome
from ui.ledger.draft import Draft, Unsure, booked
from ui.ledger.match_page import MatchPage
from ui.ledger.reader import LedgerReader
from ui.ledger.troubles import troubles_of
from ui.problems import sentence, sentences

CHOOSE, MATCH, DIFFERENCES, DONE = range(4)
_TWINS_TOLD = 3


class ImportWizard(WizardShell):
    """``imported`` carries the Imported of the batch, for the toast with its undo; ``undone`` that it was taken back.

    ``statement_found`` carries the path of a bank's statement that is to be taken for one. ``path`` or ``text`` (of the
    clipboard) begin at once; without either the first step asks.
    """

    imported = Signal(object)
    statement_found = Signal(object)
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
        self.batch: Imported | None = None
        self.booking = False
        self.reader = LedgerReader(context, self)
        self._listen()
        self.stepped.connect(self._stepped)
        self.saved.connect(self._primary)
        self._choose_page()
        self.busy = BusyLine()
        self.body.addWidget(self.busy)
        self.go(CHOOSE)
        if path is not None:
            self.open_file(path)
        elif text:
            self.open_text(text)

    def _listen(self) -> None:
        reader = self.reader
        reader.opened.connect(self._opened)
        reader.changed.connect(self._show)
        reader.refused.connect(self._not_opened)
        reader.unsure.connect(self._ask_encoding)
        reader.unchanged.connect(self._not_changed)
        reader.began.connect(self._began)
        reader.ended.connect(lambda: self.choose_page.show_idle())

    def _choose_page(self) -> None:
        page = self.choose_page = ChoosePage()
        page.file_chosen.connect(self.open_file)
        page.pasted.connect(lambda: self.open_text(QGuiApplication.clipboard().text()))
        page.password_given.connect(lambda password: self.reader.open(password=password))
        page.encoding_chosen.connect(lambda encoding: self.reader.open(encoding=encoding))
        self.add_page(page)

    def _build_later_steps(self) -> None:
        """The pages behind the columns: both together take longer to build than a window may stand still."""
        if self.stack.count() > DIFFERENCES:
            return
        self._difference_page()
        self.done_page = DonePage(self.context.formats)
        self.done_page.undo_wanted.connect(self.take_back)
        self.done_page.errors_wanted.connect(self.save_copy)
        self.add_page(self.done_page)

    def _match_page(self) -> None:
        if self.stack.count() > MATCH:
            return
        joined = "·" if self.context.formats.chinese else ", "
        page = self.match_page = MatchPage(self.context.language, joined)
        page.encoding_wanted.connect(self._other_encoding)
        self._connect_source(page)

    def _difference_page(self) -> None:
        reader = self.reader
        page = self.difference_page = DifferencePage(self.context.formats, lambda: self.context.today)
        page.corrected.connect(reader.correct)
        page.toggled.connect(reader.toggle)
        page.answered.connect(reader.answer)
        page.payments.settled.connect(reader.settle)
        page.names.merged.connect(reader.same_debtor)
        page.names.apart.connect(reader.keep_apart)
        page.control.total_typed.connect(reader.check_total)
        page.accepted_changed.connect(self._say_what_happens)
        page.copy_wanted.connect(self.save_copy)
        self._connect_source(page)

    def _connect_source(self, page: MatchPage | DifferencePage) -> None:
        page.mapped.connect(self.reader.map_columns)
        page.sheet_chosen.connect(lambda sheet: self.reader.open(sheet=sheet))
        page.change_wanted.connect(lambda: self.go(CHOOSE))
        self.add_page(page)

    @property
    def draft(self) -> Draft | None:
        """The ledger as it is read now."""
        return self.reader.draft

    def open_file(self, path: Path) -> None:
        """Read a file."""
        self.go(CHOOSE)
        self.reader.open_file(path)

    def open_text(self, text: str) -> None:
        """Read what was copied in a spreadsheet."""
        self.go(CHOOSE)
        self.reader.open_text(text)

    def _began(self, words: str, job: Job) -> None:
        self.busy.show_job(words, job)
        if self.step == CHOOSE:
            self.choose_page.show_reading()

    def _opened(self) -> None:
        draft = self.reader.draft
        if draft is None or self._is_handed_over(draft):
            return
        self._match_page()
        QTimer.singleShot(0, self, self._build_later_steps)
        self._keep_in_mind(draft.source.path)
        self.choose_page.show_idle()
        self.choose_page.encodings.hide()
        self._show()
        known = draft.remembered and not draft.comparison.proposal.missing
        self.go(DIFFERENCES if known else MATCH)

    def _is_handed_over(self, draft: Draft) -> bool:
        """Offer to take a bank's statement for one; whether the clerk wants that."""
        path = draft.source.path
        if path is None or not draft.like_statement:
            return False
        words = self.tr("按流水导入，会认出每笔到账是谁付的；按台账导入，会把这些金额当成欠款。")
        act, instead = self.tr("按银行流水导入"), self.tr("仍按台账导入")
        if not choose(self, self.tr("这像是银行流水"), words, act, instead):
            return False
        self.close()
        self.statement_found.emit(path)
        return True

    def _other_encoding(self) -> None:
        if self.draft is not None:
            self._ask_encoding(Unsure(self.draft.encodings, self.draft.grid.encoding))

    def _ask_encoding(self, unsure: Unsure) -> None:
        self.go(CHOOSE)
        self.choose_page.ask_encoding(unsure)
        self._say_what_happens()

    def _not_opened(self, problems: tuple[Problem, ...]) -> None:
        codes = {problem.code for problem in problems}
        self.go(CHOOSE)
        self.choose_page.show_problems(codes, sentences(problems, self.context.language))
        self._say_what_happens()

    def _show(self) -> None:
        made = self.reader.made
        if made is not None:
            self.match_page.show_draft(made.draft)
            if self.step == DIFFERENCES:
                self.difference_page.show_made(made)
            self._say_what_happens()

    def _not_changed(self, problems: tuple[Problem, ...]) -> None:
        self._build_later_steps()
        self.difference_page.say_wrong(sentences(problems, self.context.language))

    def go(self, step: int) -> None:
        """Show a step; the differences are filled in when somebody comes to look at them."""
        if step == DIFFERENCES and self.reader.made is not None:
            self._build_later_steps()
            self.difference_page.show_made(self.reader.made)
        super().go(step)

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
            CHOOSE: self.choose_page.next_words,
            MATCH: self.tr("下一步"),
            DIFFERENCES: self.tr("导入 %1 行", "", number).replace("%1", self.context.formats.count(number)),
            DONE: self.tr("完成"),
        }
        if self.step == DIFFERENCES and not number and self._answered:
            words[DIFFERENCES] = self.tr("登记 %1 个答复").replace(
                "%1", self.context.formats.count(self._answered)
            )
        self.primary.set_words(words[self.step])
        self.primary.setEnabled(self._may_go_on())
        self.say(self._footer())

    @property
    def _to_write(self) -> int:
        return self.reader.counts["new"] + self.reader.counts["changed"]

    @property
    def _answered(self) -> int:
        return 0 if self.draft is None else len(self.draft.standing_answers)

    def _may_go_on(self) -> bool:
        if self.step in (CHOOSE, DONE):
            return True
        if self.draft is None or self.draft.comparison.proposal.missing or self.booking:
            return False
        writes = self._to_write or self._answered
        return self.step == MATCH or bool(writes and self.difference_page.control.accepted)

    def _footer(self) -> str:
        if self.step == CHOOSE:
            return self.tr("导入前先看差异，数据只存在本机")
        if self.step == MATCH:
            return self.tr("这一步还不会写入任何数据")
        if self.step == DONE or self.draft is None:
            return ""
        if not self._to_write and not self._answered:
            return self.tr("台账与账上一致，没有要写入的")
        if not self.difference_page.control.accepted:
            return self.tr("合计不符，请在上面写明原因")
        return self._plan()

    def _plan(self) -> str:
        counts = self.reader.counts
        count = self.context.formats.count
        parts = [self.tr("将写入 %1 行", "", self._to_write).replace("%1", count(self._to_write))]
        for number, words in (
            (counts["problem"], self.tr("%1 行错误跳过")),
            (self._answered, self.tr("%1 笔缺失已答复")),
            (counts["missing"] - self._answered, self.tr("%1 笔缺失保留")),
        ):
            if number:
                parts.append(words.replace("%1", count(number)))
        parts.append(self.tr("导入后可整批撤销"))
        return self.context.formats.joined(parts)

    @property
    def has_draft(self) -> bool:
        """A ledger was read and is not in the books."""
        return self.draft is not None and self.step != DONE

    def may_close(self) -> bool:
        """Closing stops the reading; a booking under way ends by itself, whole."""
        self.reader.stop()
        self._keep_in_mind(None)
        return True

    def _keep_in_mind(self, path: Path | None) -> None:
        """The next start names a ledger whose import neither ended nor was given up."""
        desk, told = self.context.desk, str(path) if path else None
        if desk.store.writable:
            self.context.jobs.write(
                lambda _: remember(desk, IMPORT_UNDER_WAY, told), on_problem=lambda _: None
            )

    def _primary(self) -> None:
        acts = {
            CHOOSE: self.choose_page.go_on,
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
        self.booking = True
        self.primary.setEnabled(False)
        words = self.tr("正在导入 %1").replace("%1", draft.source.name)
        job = context.act(
            lambda progress: booked(context.desk, draft, why, progress),
            self._booked,
            self._not_booked,
            on_end=self._booking_ended,
            title=words,
            icon="import",
            owner=self,
        )
        if self.booking:
            self.busy.show_job(words, job)

    def _booking_ended(self) -> None:
        self.booking = False
        self._say_what_happens() if self.step != DIFFERENCES else None
        self.primary.setEnabled(self._may_go_on())

    def _booked(self, imported: Imported) -> None:
        draft = self.draft
        if draft is None:
            return
        self.batch, self.booking = imported, False
        self._keep_in_mind(None)
        self.done_page.show_imported(imported, Outcome.of(draft, self.reader.counts))
        self.go(DONE)
        self._look_for_twins(imported.batch)
        self.imported.emit(imported)

    def _look_for_twins(self, batch: int) -> None:
        """Money of the ledger that may have been in the books already is named."""
        store = self.context.store
        self.context.jobs.read(
            lambda _progress: twins(store, batch=batch), self._tell_twins, self._not_booked, owner=self
        )

    def _tell_twins(self, found: list[Twin]) -> None:
        if found:
            told = [sentence(twin.doubt(), self.context.language) for twin in found[:_TWINS_TOLD]]
            self.done_page.say_doubt("\n".join(told))

    def _not_booked(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")

    def take_back(self) -> None:
        """Undo the batch as a whole."""
        context, batch = self.context, self.batch
        if batch is None:
            return
        context.act(lambda _: undo(context.desk, batch.batch), self._taken_back, self._not_done, owner=self)

    def _taken_back(self, undone: Any) -> None:
        self.batch = None
        self.done_page.show_undone(undone)
        self.undone.emit(undone)

    def save_copy(self) -> None:
        """The clerk's own workbook, its trouble cells coloured and the reasons beside them, to be mended."""
        draft, language = self.draft, self.context.language
        if draft is None:
            return
        name = self.tr("%1（待改）").replace("%1", Path(draft.source.name).stem)
        suffix = ".xlsm" if draft.source.name.lower().endswith(".xlsm") else ".xlsx"
        path = save_file(self, self.tr("另存改错副本"), name + suffix, f"Excel (*{suffix})")
        if path is None:
            return
        self.context.jobs.write(
            lambda _: write_error_copy(
                path,
                draft.source.path,
                draft.grid,
                draft.comparison.proposal.heading_row,
                troubles_of(draft.comparison, language),
                language,
                draft.corrections,
            ),
            lambda _: self._copied(path),
            self._not_done,
            title=self.tr("正在另存副本"),
            icon="sheet",
            owner=self,
        )

    def _copied(self, path: Path) -> None:
        words = self.tr("副本已存为 %1，改好后拖进来即可").replace("%1", str(path))
        self.say(words) if self.step != DONE else self.done_page.say(words)

    def _not_done(self, problems: tuple[Problem, ...]) -> None:
        words = sentences(problems, self.context.language)
        self.say(words, "bad") if self.step != DONE else self.done_page.say_wrong(words)
