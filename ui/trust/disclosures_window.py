"""导出记录: every file that was made, by whom and what for; the purpose of a kind is stated once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.actions.disclosing import state_purpose
from models.changes import Changes
from models.progress import Progress
from models.queries.disclosures import Disclosure, disclosures
from models.rules.problems import Problem
from ui.common.ask import ask_text
from ui.common.cards import EmptyState
from ui.common.dialog import DialogShell
from ui.common.table import Column, Paint, RowsModel
from ui.common.table_page import TablePage
from ui.context import AppContext
from ui.problems import sentences
from ui.trust.journal_words import JournalWords


class DisclosuresWindow(DialogShell):
    """The log, the newest first."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (1060, 600), "", primary_key="Ctrl+E", primary_icon="edit", margin=0)
        self.setWindowTitle(self.tr("导出记录"))
        self.primary.set_words(self.tr("写明用途"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.words = context, JournalWords(context.formats)
        self.list = TablePage(RowsModel(self._columns(), id_of=lambda row: row.seq, ticking=False))
        hint = self.tr("导出、打印成文件或另存的内容都记在这里：谁、什么时候、做什么用。")
        empty = EmptyState(self.tr("还没有导出过"), hint=hint, icon="export")
        nothing_found = EmptyState(self.tr("没有符合条件的记录"), self.tr("清除筛选"), icon="filter")
        self.list.lay_out(self.windowTitle(), empty, nothing_found)
        self.body.addWidget(self.list)
        self.say(self.tr("同一种导出的用途只问一次，以后沿用。"))
        self.list.row_changed.connect(lambda: self.primary.setEnabled(self.list.current is not None))
        self.list.table.activated.connect(lambda _: self.press_primary())
        context.bus.changed.connect(self.refresh)
        self.refresh()
        self.list.setFocus()

    def _columns(self) -> list[Column]:
        formats, missing = self.context.formats, self.tr("未写明")
        openly, masked = self.tr("不遮"), self.tr("遮住")
        return [
            Column("at", self.tr("时间"), 120, lambda row: formats.moment(row.at), sort_key=lambda row: row.at),
            Column("who", self.tr("谁"), 90, lambda row: row.who),
            Column("kind", self.tr("内容"), 150, lambda row: self.words.act(row.kind), Paint.NAME),
            Column("file", self.tr("文件"), 230, lambda row: row.file, tip=lambda row: row.file),
            Column("rows", self.tr("行数"), 80, lambda row: "" if row.rows is None else formats.count(row.rows),
                   right=True, sort_key=lambda row: row.rows or 0),
            Column("personal", self.tr("个人信息"), 110, lambda row: openly if row.personal else masked,
                   tone=lambda row: "warn" if row.personal else "text2"),
            Column("purpose", self.tr("用途"), 260, lambda row: row.purpose or missing,
                   tone=lambda row: "text" if row.purpose else "warn"),
        ]  # fmt: skip

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read the log again."""
        store = self.context.store

        def work(_progress: Progress) -> list[Disclosure]:
            with store.reading():
                return disclosures(store)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, rows: list[Disclosure]) -> None:
        self.list.model.set_rows(rows)
        count = self.tr("%1 次", "", len(rows)).replace("%1", self.context.formats.count(len(rows)))
        self.list.subtitle.setText(count)
        self.list.show_stack(bool(rows))
        self.primary.setEnabled(self.list.current is not None)

    def press_primary(self) -> None:
        """State what files of this kind are made for."""
        row: Disclosure | None = self.list.current
        if row is None:
            return
        title = self.tr("用途：%1").replace("%1", self.words.act(row.kind))
        label, act = self.tr("这种导出用来做什么"), self.tr("保存")
        purpose = ask_text(self, title, label, act, value=row.purpose)
        desk, kind = self.context.desk, row.kind
        if purpose:
            self.context.act(lambda _: state_purpose(desk, kind, purpose), None, self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
