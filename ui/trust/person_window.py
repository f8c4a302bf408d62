"""个人信息: everything the books say of one person, to hand over, and to be named no longer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.actions.persons import Erased, erase_person, export_person
from models.changes import Changes
from models.progress import Progress
from models.queries.person_data import Held, PersonData, person_data
from models.rules.problems import Problem
from ui.common.ask import ask_text, choose_folder
from ui.common.cards import EmptyState
from ui.common.dialog import DialogShell
from ui.common.table import Column, Paint, RowsModel
from ui.common.table_page import TablePage
from ui.context import AppContext
from ui.problems import sentences
from ui.trust.journal_words import JournalWords


class PersonWindow(DialogShell):
    """The finder takes a whole name; the list shows where it stands."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (980, 560), "", primary_key="Ctrl+E", primary_icon="export", margin=0)
        self.setWindowTitle(self.tr("个人信息"))
        self.primary.set_words(self.tr("导出全部"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.words = context, JournalWords(context.formats)
        self.found = PersonData("", (), ())
        self.erase_button = self.add_button(self.tr("抹去姓名"), "trash", "Ctrl+D")
        self.list = TablePage(
            RowsModel(self._columns(), id_of=lambda row: (row.table, row.key), ticking=False)
        )
        hint = self.tr("在上面写全名：客户的联系人、接过电话的人、签收人、保证人或自然人客户。")
        empty = EmptyState(self.tr("没有这个人的记录"), hint=hint, icon="person")
        nothing_found = EmptyState(self.tr("没有这个人的记录"), icon="person")
        self.list.lay_out(self.windowTitle(), empty, nothing_found)
        self.body.addWidget(self.list)
        self._connect()
        self.refresh()
        self.list.finder.setEnabled(True)
        self.list.finder.setFocus()

    def _columns(self) -> list[Column]:
        held, free = self.tr("留着：债权要用"), self.tr("可以抹去")
        return [
            Column("table", self.tr("记在哪里"), 140, lambda row: self.words.table(row.table), Paint.NAME),
            Column("key", self.tr("编号"), 70, lambda row: str(row.key), right=True, sort_key=lambda row: row.key),
            Column("values", self.tr("内容"), 480, self._values, tip=self._values),
            Column("held", self.tr("抹去"), 150, lambda row: held if row.holds else free,
                   tone=lambda row: "warn" if row.holds else "text"),
        ]  # fmt: skip

    def _values(self, row: Held) -> str:
        told = (f"{value}" for column, value in row.values.items() if isinstance(value, str) and value)
        return self.context.formats.joined(list(told))

    def _connect(self) -> None:
        # The finder asks the books, and not only the rows that are shown.
        self.list.finder.searched.disconnect()
        self.list.finder.searched.connect(lambda _: self.refresh())
        self.erase_button.clicked.connect(self.erase)
        self.context.bus.changed.connect(self.refresh)

    def refresh(self, _changes: Changes | None = None) -> None:
        """Look for the name that is typed."""
        store, name = self.context.store, self.list.finder.text()

        def work(_progress: Progress) -> PersonData:
            with store.reading():
                return person_data(store, name)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, found: PersonData) -> None:
        self.found = found
        self.list.model.set_rows(list(found.records))
        count = self.tr("%1 处", "", len(found.records)).replace(
            "%1", self.context.formats.count(len(found.records))
        )
        self.list.subtitle.setText(count if found.records else "")
        self.list.show_stack(bool(found.records))
        self.list.finder.setEnabled(True)
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
            "姓名换成代号，电话和邮箱去掉。债权、函件、证据和日志是凭证，不改动，其中的姓名显示时遮住。不能撤销。"
        )
        why = ask_text(self, self.tr("抹去姓名"), self.tr("原因"), self.tr("抹去"), words=words)
        desk, name = self.context.desk, self.found.name
        if why:
            self.context.act(lambda _: erase_person(desk, name, why), self._erased, self._refused, owner=self)

    def _erased(self, done: Erased) -> None:
        words = self.tr("已抹去 %1 处，代号 %2；%3 处因债权保留。")
        count = self.context.formats.count
        words = words.replace("%1", count(done.erased)).replace("%2", done.pseudonym)
        self.say(words.replace("%3", count(done.held)), "ok")

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
