"""个人信息: everything the books say of one person, to hand over, and to be named no longer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from models.actions.persons import Erased, erase_person, export_person
from models.changes import Changes
from models.progress import Progress
from models.queries.person_data import Held, PersonData, person_data
from models.queries.person_mentions import Mention, mentions
from models.rules.problems import Problem
from ui.common.ask import ask_text, choose_folder
from ui.common.cards import EmptyState
from ui.common.dialog import DialogShell
from ui.common.table import Column, Paint, RowsModel
from ui.common.table_page import TablePage
from ui.context import AppContext
from ui.problems import sentences, worded
from ui.trust.journal_words import JournalWords


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the list: a record of the person, or a place where texts name them; ``kept`` says why it stays."""

    id: object
    where: str
    count: int
    content: str
    kept: str


class PersonWindow(DialogShell):
    """The finder takes a whole name; the list shows where it stands, records first, then what names it in a text."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (980, 560), "", primary_key="Ctrl+E", primary_icon="export", margin=0)
        self.setWindowTitle(self.tr("个人信息"))
        self.primary.set_words(self.tr("导出全部"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.words = context, JournalWords(context.formats)
        self.found = PersonData("", (), ())
        self.erase_button = self.add_button(self.tr("抹去姓名"), "trash", "Ctrl+D")
        self.list = TablePage(RowsModel(self._columns(), id_of=lambda row: row.id, ticking=False))
        hint = self.tr("在上面写全名：客户的联系人、接过电话的人、签收人、保证人或自然人客户。")
        empty = EmptyState(self.tr("查一个人"), hint=hint, icon="person")
        nothing_found = EmptyState(self.tr("没有这个人的记录"), hint=hint, icon="person")
        self.list.lay_out(self.windowTitle(), empty, nothing_found)
        self.body.addWidget(self.list)
        self._connect()
        self.list.asks = True
        self.list.finder.setPlaceholderText(self.tr("全名"))
        self.refresh()
        self.list.finder.setFocus()

    def _columns(self) -> list[Column]:
        free, count = self.tr("可以抹去"), self.context.formats.count
        return [
            Column("table", self.tr("记在哪里"), 160, lambda row: row.where, Paint.NAME),
            Column("count", self.tr("处数"), 70, lambda row: count(row.count), right=True,
                   sort_key=lambda row: row.count),
            Column("values", self.tr("内容"), 420, lambda row: row.content, tip=lambda row: row.content),
            Column("held", self.tr("抹去"), 230, lambda row: row.kept or free, tip=lambda row: row.kept or free,
                   tone=lambda row: "warn" if row.kept else "text"),
        ]  # fmt: skip

    def _record(self, one: Held) -> Place:
        told = [value for value in one.values.values() if isinstance(value, str) and value]
        kept = worded("kept_claim", self.context.language) if one.holds else ""
        where = f"{self.words.table(one.table)} {one.key}"
        return Place((one.table, one.key), where, 1, self.context.formats.joined(told), kept)

    def _mention(self, one: Mention) -> Place:
        where = f"{self.words.table(one.table)} · {self.words.column(one.column)}"
        keys = self.context.formats.listed([str(key) for key in one.keys])
        more = "…" if one.count > len(one.keys) else ""
        content = self.tr("文字里提到，编号 %1").replace("%1", keys + more)
        kept = worded(f"kept_{one.why}", self.context.language)
        return Place((one.table, one.column), where, one.count, content, kept)

    def _connect(self) -> None:
        # The finder asks the books, and not only the rows that are shown.
        self.list.finder.searched.disconnect()
        self.list.finder.searched.connect(self._look_for)
        self.erase_button.clicked.connect(self.erase)
        self.context.bus.changed.connect(self.refresh)

    def _look_for(self, _name: str) -> None:
        self.say("")
        self.refresh()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Look for the name that is typed."""
        store, name = self.context.store, self.list.finder.text()

        def work(_progress: Progress) -> tuple[PersonData, list[Mention]]:
            with store.reading():
                return person_data(store, name), mentions(store, name)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, read: tuple[PersonData, list[Mention]]) -> None:
        self.found, elsewhere = read
        found = self.found
        rows = [*map(self._record, found.records), *map(self._mention, elsewhere)]
        self.list.model.set_rows(rows)
        number = sum(row.count for row in rows)
        count = self.tr("%1 处", "", number).replace("%1", self.context.formats.count(number))
        self.list.subtitle.setText(count if rows else "")
        self.list.show_stack(bool(found.name))
        self.primary.setEnabled(bool(found.records))
        self.erase_button.setEnabled(any(not each.holds for each in found.records))

    def press_primary(self) -> None:
        """Write everything into a folder."""
        folder = choose_folder(self, self.tr("导出到哪个目录里")) if self.found.records else None
        if folder is None:
            return
        desk, name = self.context.desk, self.found.name
        target = folder / f"{self.tr('个人信息')}_{self.context.today:%Y%m%d}"
        self.context.act(
            lambda _: export_person(desk, target, name),
            lambda _: self.say(self.tr("已导出到 %1").replace("%1", str(target)), "ok"),
            self._refused,
            title=self.tr("正在导出个人信息"),
            icon="export",
            owner=self,
        )

    def erase(self) -> None:
        """Put a pseudonym in the place of the name, for a reason."""
        words = self.tr(
            "姓名换成代号，电话和邮箱去掉。列表里写明“留着”的地方不改动，原因写在后面。不能撤销。"
        )
        why = ask_text(self, self.tr("抹去姓名"), self.tr("原因"), self.tr("抹去"), words=words)
        desk, name = self.context.desk, self.found.name
        if why:
            self.context.act(lambda _: erase_person(desk, name, why), self._erased, self._refused, owner=self)

    def _erased(self, done: Erased) -> None:
        words = self.tr("已抹去 %1 处，代号 %2；因债权保留 %3 处，文字里保留 %4 处。")
        count = self.context.formats.count
        words = words.replace("%1", count(done.erased)).replace("%2", done.pseudonym)
        texts = sum(each.count for each in done.kept)
        self.say(words.replace("%3", count(done.held)).replace("%4", count(texts)), "ok")

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
