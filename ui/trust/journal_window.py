"""日志: who did what and when, with what stood there before and after; filtered, searched, exported."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from models.actions.journal_out import export_journal
from models.changes import Changes
from models.progress import Progress
from models.queries.journal_entries import MOST, Detail, Entry, Filter, actors, details, entries, verbs
from models.rules.problems import Problem
from ui.common.cards import EmptyState
from ui.common.dialog import DialogShell
from ui.common.fields import DateEdit
from ui.common.leaving import place_to_export
from ui.common.table import Column, Paint, RowsModel
from ui.common.table_page import TablePage
from ui.context import AppContext
from ui.problems import sentences
from ui.trust.journal_pane import JournalPane
from ui.trust.journal_words import JournalWords

Read = tuple[list[Entry], list[str], list[str]]


class JournalWindow(DialogShell):
    """Reads the newest entries that fit; what is typed into the finder is looked for in everything written."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (1180, 720), "", primary_key="Ctrl+E", primary_icon="export", margin=0)
        self.setWindowTitle(self.tr("日志"))
        self.primary.set_words(self.tr("导出 Excel"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.words = context, JournalWords(context.formats)
        self.pane = JournalPane(context, self.words)
        self.details: list[Detail] = []
        self.who, self.verb = QComboBox(), QComboBox()
        self.first = DateEdit(lambda: context.today, past=True)
        self.last = DateEdit(lambda: context.today, past=True)
        model = RowsModel(self._columns(), id_of=lambda row: row.seq, ticking=False)
        self.list = TablePage(model, self.pane)
        self._lay_out()
        self._connect()
        self.refresh()
        self.list.setFocus()

    def _columns(self) -> list[Column]:
        formats = self.context.formats
        return [
            Column("seq", self.tr("序号"), 80, lambda row: str(row.seq), right=True, sort_key=lambda row: row.seq),
            Column("at", self.tr("时间"), 130, lambda row: formats.moment(row.at), sort_key=lambda row: row.at),
            Column("who", self.tr("谁"), 110, lambda row: row.who),
            Column("act", self.tr("做了什么"), 240, lambda row: self.words.act(row.verb), Paint.NAME),
        ]  # fmt: skip

    def _lay_out(self) -> None:
        for box, words in ((self.who, self.tr("所有人")), (self.verb, self.tr("所有动作"))):
            box.addItem(words, "")
        self.who.setAccessibleName(self.tr("谁"))
        self.verb.setAccessibleName(self.tr("做了什么"))
        for edit, words in ((self.first, self.tr("从")), (self.last, self.tr("到"))):
            edit.setPlaceholderText(words)
            edit.setAccessibleName(words)
            edit.setFixedWidth(130)
        empty = EmptyState(
            self.tr("日志是空的"), hint=self.tr("每做一件事就记一条，改不掉。"), icon="history"
        )
        nothing_found = EmptyState(self.tr("没有符合条件的日志"), self.tr("清除筛选"), icon="filter")
        self.list.lay_out(self.windowTitle(), empty, nothing_found)
        self.list.add_filters(self.who, self.verb, self.first, self.last)
        self.body.addWidget(self.list)
        self.say(self.tr("每条日志都用散列接在前一条上，改动或删掉一条，检查时就会发现。"))

    def _connect(self) -> None:
        for box in (self.who, self.verb):
            box.activated.connect(lambda _: self.refresh())
        for edit in (self.first, self.last):
            edit.changed.connect(lambda _: self.refresh())
        # Found in what was written, and not only in what the rows show.
        self.list.finder.searched.disconnect()
        self.list.finder.searched.connect(lambda _: self.refresh())
        self.list.nothing_found.acted.connect(self.clear)
        self.list.row_changed.connect(self._read_current)
        self.pane.revealed.connect(self._show_current)
        self.context.bus.changed.connect(self.refresh)

    # --- showing -----------------------------------------------------------------------------------

    @property
    def wanted(self) -> Filter:
        """What is asked for."""
        return Filter(
            self.who.currentData() or "",
            self.verb.currentData() or "",
            self.first.day,
            self.last.day,
            self.list.finder.text(),
        )

    def clear(self) -> None:
        """Ask for everything again."""
        self.who.setCurrentIndex(0)
        self.verb.setCurrentIndex(0)
        self.first.set_day(None)
        self.last.set_day(None)
        self.refresh()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read the newest entries that fit."""
        store, wanted = self.context.store, self.wanted

        def work(_progress: Progress) -> Read:
            with store.reading():
                return entries(store, wanted), actors(store), verbs(store)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, read: Read) -> None:
        rows, who, acts = read
        _offer(self.who, {name: name for name in who})
        _offer(self.verb, {verb: self.words.act(verb) for verb in acts})
        self.list.model.set_rows(rows)
        words = (
            self.tr("最近 %1 条，更早的请按日期筛选")
            if len(rows) == MOST
            else self.tr("%1 条", "", len(rows))
        )
        self.list.subtitle.setText(words.replace("%1", self.context.formats.count(len(rows))))
        self.list.show_stack(bool(acts))
        self.primary.setEnabled(bool(rows))

    def _read_current(self) -> None:
        entry, store = self.list.current, self.context.store
        if entry is None:
            self.pane.show_entry(None, [])
            return

        def loaded(found: list[Detail]) -> None:
            self.details = found
            self._show_current()

        self.context.jobs.read(lambda _: details(store, entry.seq), loaded, self._refused, owner=self)

    def _show_current(self) -> None:
        self.pane.show_entry(self.list.current, self.details)

    # --- acts --------------------------------------------------------------------------------------

    def press_primary(self) -> None:
        """Write what is listed, value by value."""
        name = self.tr("日志") + f"_{self.context.today:%Y%m%d}.xlsx"
        place = place_to_export(self.context, self, "export_journal", self.tr("导出日志"), name, "Excel")
        if place is None:
            return
        desk, language, target, openly = self.context.desk, self.context.language, place.file, place.openly
        chosen = [row.seq for row in self.list.model.rows]
        self.context.act(
            lambda _: export_journal(desk, target, chosen, language, openly=openly),
            lambda _: self.say(self.tr("已导出到 %1").replace("%1", str(target)), "ok"),
            self._refused,
            title=self.tr("正在导出日志"),
            icon="export",
            owner=self,
        )

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")


def _offer(box: QComboBox, values: dict[str, str]) -> None:
    """Put what is new into a box; what is chosen stays chosen."""
    for value, words in sorted(values.items(), key=lambda pair: pair[1]):
        if box.findData(value) < 0:
            box.addItem(words, value)
