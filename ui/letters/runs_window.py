"""函件批次: every run of letters, what became of everyone it proposed; its letters printed, filed, registered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.actions.file_copies import drop_copies, keep_copies
from models.actions.letter_copies import copy_out
from models.changes import Changes
from models.queries.letter_rows import LetterRow, letter_rows
from models.queries.letter_runs import (
    FileCopy,
    LineRow,
    RunRow,
    copies_of,
    letters_of_run,
    run_lines,
    run_rows,
)
from models.queries.settings import setting
from models.rules.problems import Problem
from models.settings import REPEAT_DAYS
from models.store import Store
from ui.common.ask import choose_folder
from ui.common.cards import EmptyState
from ui.common.dialog import DialogShell
from ui.common.paper import KeptPaper
from ui.common.table import Column, FrozenTable, Paint, RowsModel, Step
from ui.common.text import text
from ui.context import AppContext
from ui.letters.letter_wizard import PRINT, REGISTER, LetterWizard
from ui.problems import catalogue, sentences, worded

_OUTCOMES = {
    "issued": ("file-text", "text"),
    "left_out": ("minus", "text2"),
    "postponed": ("hourglass", "warn"),
    "barred": ("void", "bad"),
}


@dataclass(frozen=True)
class _Line:
    """One addressee of a run with the letter made for it, where there is one; ``id`` is its place in the run."""

    id: int
    told: LineRow
    letter: LetterRow | None
    printed: bool
    copied: FileCopy | None


class RunsWindow(DialogShell):
    """Runs above, the newest first; below, everyone the current one proposed.

    What is done acts on the ticked letters of the run, else on all of them that stand: printing goes on with the first
    that was not printed, and of those that have no copy in the file yet one is noted.
    """

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (1160, 720), "", primary_key="Ctrl+P", primary_icon="printer", margin=0)
        self.setWindowTitle(self.tr("函件批次"))
        self.cancel.set_words(self.tr("关闭"))
        self.context = context
        self.run_model = RowsModel(self._run_columns(), ticking=False)
        self.line_model = RowsModel(self._line_columns())
        self.runs, self.lines = FrozenTable(self.run_model), FrozenTable(self.line_model)
        self.heading = text("", bold=True)
        self.stack = QStackedWidget()
        self.paper = KeptPaper(context, self)
        self.paper.said.connect(self.say)
        self._lay_out()
        self._connect()
        self.refresh()
        self.runs.setFocus()

    # --- building ----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.runs, 2)
        self.heading.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.lines, 3)
        self.stack.addWidget(page)
        self.stack.addWidget(
            EmptyState(
                self.tr("还没有出具过函件"),
                hint=self.tr("出具后，每一批连同未出具的原因都留在这里。"),
                icon="letters",
            )
        )
        self.body.addWidget(self.stack, 1)
        self.copy = self.add_button(self.tr("导出"), "export", "Ctrl+Shift+E")
        self.file = self.add_button("", "folder", "Ctrl+L")
        self.register = self.add_button(self.tr("登记单号"), "barcode", "Ctrl+R")

    def _run_columns(self) -> list[Column]:
        formats, language = self.context.formats, self.context.language

        def number(key: str, title: str, width: int, of: Any) -> Column:
            return Column(key, title, width, lambda row: formats.count(of(row)) if of(row) else "", right=True,
                          sort_key=of, filterable=False)  # fmt: skip

        return [
            Column("day", self.tr("出具日期"), 110, lambda row: formats.day(row.issued_on), Paint.NAME,
                   sort_key=lambda row: row.id),
            Column("kind", self.tr("种类"), 150, lambda row: worded(f"letter_kind_{row.kind}", language)),
            Column("by", self.tr("经手"), 100, lambda row: row.issued_by),
            number("letters", self.tr("出具"), 64, lambda row: row.letters),
            number("printed", self.tr("已打印"), 76, lambda row: row.printed),
            number("unprinted", self.tr("未打印"), 76, lambda row: row.unprinted),
            number("copied", self.tr("已留底"), 76, lambda row: row.copied),
            number("posted", self.tr("已交寄"), 76, lambda row: row.posted),
            number("answered", self.tr("有结果"), 76, lambda row: row.answered),
            number("voided", self.tr("已作废"), 76, lambda row: row.voided),
            number("left", self.tr("未出具"), 76, _left_out),
            Column("why", self.tr("放行理由"), 150, lambda row: row.override_why or "", Paint.FAINT,
                   tip=lambda row: row.override_why or ""),
        ]  # fmt: skip

    def _line_columns(self) -> list[Column]:
        formats = self.context.formats

        def total(row: _Line) -> str:
            return formats.money(row.letter.total_fen, row.letter.currency) if row.letter else ""

        return [
            Column("who", self.tr("收件人"), 200, lambda row: row.told.guarantor or row.told.debtor, Paint.NAME,
                   tip=lambda row: row.told.debtor),
            Column("outcome", self.tr("结果"), 110, lambda row: self._outcome(row).words, Paint.STEP,
                   value=self._outcome),
            Column("number", self.tr("编号"), 190, lambda row: row.letter.number if row.letter else ""),
            Column("total", self.tr("金额"), 120, total, Paint.MONEY,
                   sort_key=lambda row: row.letter.total_fen if row.letter else 0),
            Column("printed", self.tr("打印"), 80, lambda row: self._printed(row), Paint.FAINT),
            Column("copied", self.tr("留底"), 150, self._copied, Paint.FAINT, tip=self._copied),
            Column("waybill", self.tr("邮件单号"), 140, lambda row: (row.letter.waybill or "") if row.letter else ""),
            Column("why", self.tr("原因"), 120, self._why, tip=self._why),
        ]  # fmt: skip

    def _connect(self) -> None:
        self.runs.current_changed.connect(lambda _: self._read_lines())
        self.runs.activated.connect(lambda _: self.lines.setFocus())
        self.lines.activated.connect(lambda _: self.open_letter())
        self.lines.commands[Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Backspace] = self.runs.setFocus
        self.line_model.ticks_changed.connect(self._offer)
        self.copy.clicked.connect(self.copy_letters)
        self.file.clicked.connect(self.file_copies)
        self.register.clicked.connect(lambda: self._wizard(REGISTER))
        self.context.bus.changed.connect(self._news)

    # --- what is shown -----------------------------------------------------------------------------------

    def _outcome(self, row: _Line) -> Step:
        language = self.context.language
        if row.letter is not None and row.letter.voided:
            return Step("void", worded("letter_state_void", language), "text3")
        icon, tone = _OUTCOMES[row.told.outcome]
        words = {
            "issued": self.tr("已出具"),
            "left_out": self.tr("剔除"),
            "postponed": self.tr("推迟"),
            "barred": self.tr("不能出具"),
        }
        return Step(icon, words[row.told.outcome], tone)

    def _printed(self, row: _Line) -> str:
        if row.letter is None or row.letter.voided:
            return ""
        return self.tr("已打印") if row.printed else self.tr("未打印")

    def _copied(self, row: _Line) -> str:
        """Since when a copy is in the file, and who put it there."""
        if row.letter is None or row.letter.voided:
            return ""
        formats, copy = self.context.formats, row.copied
        return formats.joined([formats.moment(copy.at), copy.by]) if copy else self.tr("未留底")

    def _why(self, row: _Line) -> str:
        """The clerk's reason, the day it was put off to, or what forbade the letter."""
        told = row.told
        if told.outcome == "postponed":
            return self.tr("推迟到 %1").replace("%1", self.context.formats.day(told.until_on))
        if told.outcome != "barred":
            return told.why or ""
        code, days = f"mark_{told.why}", str(setting(self.context.store, REPEAT_DAYS))
        known = code in catalogue(self.context.language)
        return worded(code, self.context.language, {"days": days, "waiting": ""}) if known else told.why or ""

    def _news(self, changes: Changes) -> None:
        if changes.letters or changes.everything:
            self.refresh()

    def refresh(self) -> None:
        """Read the runs anew; the current one stays current."""
        store = self.context.store
        self.context.jobs.read(lambda _: run_rows(store), self._show, owner=self)

    def _show(self, rows: list[RunRow]) -> None:
        self.run_model.set_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        self._read_lines()

    @property
    def run(self) -> RunRow | None:
        """The current run."""
        place = self.runs.current_place
        return self.run_model.row_at(place) if place >= 0 else None

    def _read_lines(self) -> None:
        run, store = self.run, self.context.store
        if run is None:
            self._show_lines([])
            return
        self.context.jobs.read(lambda _: _lines(store, run.id), self._show_lines, owner=self)

    def _show_lines(self, lines: list[_Line]) -> None:
        self.line_model.set_ticks(set())
        self.line_model.set_rows(lines)
        run, formats = self.run, self.context.formats
        if run is not None:
            kind = worded(f"letter_kind_{run.kind}", self.context.language)
            people = self.tr("%1 个收件人", "", len(lines)).replace("%1", formats.count(len(lines)))
            self.heading.setText(formats.joined([formats.day(run.issued_on), kind, people]))
        self._offer()

    def _chosen(self) -> list[_Line]:
        """The ticked lines whose letter stands, else all of the run, in the order they were issued."""
        rows = [row for row in self.line_model.rows if row.letter is not None and not row.letter.voided]
        return [row for row in rows if row.id in self.line_model.ticks] or rows

    def chosen(self) -> list[int]:
        """Their letters."""
        return [row.letter.id for row in self._chosen() if row.letter]

    def _offer(self) -> None:
        rows = self._chosen()
        total, left = len(rows), sum(not row.printed for row in rows)
        words = self.tr("继续打印 %1 封", "", left) if 0 < left < total else self.tr("打印 %1 封", "", left)
        if not left:
            left, words = total, self.tr("重新打印 %1 封", "", total)
        self.primary.set_words(words.replace("%1", self.context.formats.count(left)))
        self._offer_copies(total, sum(row.copied is None for row in rows))
        for button in (self.primary, self.copy, self.file, self.register):
            button.setEnabled(bool(rows))

    def _offer_copies(self, total: int, left: int) -> None:
        words = (
            self.tr("继续留底 %1 封", "", left) if 0 < left < total else self.tr("登记留底 %1 封", "", left)
        )
        if not left:
            left, words = total, self.tr("取消留底 %1 封", "", total)
        self.file.set_words(words.replace("%1", self.context.formats.count(left)))

    # --- acting -------------------------------------------------------------------------------------------

    def press_primary(self) -> None:
        """Go on printing, or print once more."""
        self._wizard(PRINT)

    def _wizard(self, at: int) -> None:
        letters = self.chosen()
        if letters:
            self.window_open = LetterWizard(self.context, parent=self, letters=letters, at=at)
            self.window_open.destroyed.connect(self.refresh)
            self.window_open.show()

    def copy_letters(self) -> None:
        """Copy the PDFs into a folder."""
        letters, desk = self.chosen(), self.context.desk
        folder = choose_folder(self, self.tr("导出函件")) if letters else None
        if folder is not None:
            told = self.tr("已导出 %1 封到 %2").replace("%1", str(len(letters))).replace("%2", str(folder))
            self.context.jobs.write(
                lambda _: copy_out(desk, letters, folder),
                lambda _: self.say(told, "ok"),
                self._not_done,
                title=self.tr("正在导出函件"),
                owner=self,
            )

    def file_copies(self) -> None:
        """Note that copies are in the file, of those that have none yet; take the note back where all have one."""
        rows, desk = self._chosen(), self.context.desk
        keys = [row.letter.id for row in rows if row.letter]
        left = [row.letter.id for row in rows if row.letter and row.copied is None]
        act = (lambda _: keep_copies(desk, left)) if left else (lambda _: drop_copies(desk, keys))
        self.context.act(act, None, self._not_done, owner=self)

    def open_letter(self) -> None:
        """Open a copy of the current line's PDF."""
        place = self.lines.current_place
        row = self.line_model.row_at(place) if place >= 0 else None
        if row is not None and row.letter is not None:
            self.paper.take(row.letter.evidence)
            self.paper.open()

    def _not_done(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")


def _left_out(row: RunRow) -> int:
    return sum(row.counts.values()) - row.letters


def _lines(store: Store, run: int) -> list[_Line]:
    """What the run made of everyone; of a run from before that was kept, its letters."""
    with store.reading():
        told = run_lines(store, run)
        waiting = {row.id for row in letters_of_run(store, run, unprinted=True)}
        keys = [line.letter for line in told if line.letter]
        rows, copies = {row.id: row for row in letter_rows(store, keys)}, copies_of(store, keys)
    return [
        _Line(
            place, line, letter, letter is not None and letter.id not in waiting, copies.get(line.letter or 0)
        )
        for place, line in enumerate(told)
        for letter in (rows.get(line.letter) if line.outcome == "issued" and line.letter else None,)
    ]
