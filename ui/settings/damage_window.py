"""检查结果: what a check found damaged, which claims it is about, and the way back by a backup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.clock import instant
from models.progress import Progress
from models.queries.concerned import named_claims
from models.rules.problems import Problem
from models.store.verify import Damage, Verified
from ui.common.cards import EmptyState
from ui.common.dialog import DialogShell
from ui.common.table import Column, Paint, RowsModel
from ui.common.table_page import TablePage
from ui.common.text import text
from ui.context import AppContext
from ui.problems import catalogue, sentences, worded
from ui.settings.restore_window import RestoreWindow

MOST = 500
"""So many are listed; a check may find every record of a table."""
_NAMED = 3
_CLAIM_KEY = re.compile(r" \(\d+\)$")
"""What has no name of its own is told with the key of its claim, which is named beside it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One place: ``where`` it is, ``what`` became of it, the ``claims`` it is about."""

    id: int
    where: str
    what: str
    claims: str


class DamageWindow(DialogShell):
    """Lists what ``found`` holds; its primary button leads to the backups, which are restored beside the books."""

    def __init__(self, context: AppContext, found: Verified, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (900, 560), "", primary_icon="history", margin=0)
        self.setWindowTitle(self.tr("检查结果"))
        self.context, self.found = context, found
        self.primary.set_words(self.tr("从备份恢复"))
        self.cancel.set_words(self.tr("关闭"))
        self.copied = self.add_button(self.tr("复制清单"), "copy", "Ctrl+Shift+C")
        self.list = TablePage(RowsModel(self._columns(), id_of=lambda line: line.id, ticking=False))
        empty = EmptyState(self.tr("没有发现损坏"), icon="scan")
        nothing_found = EmptyState(self.tr("没有符合条件的记录"), self.tr("清除筛选"), icon="filter")
        self.list.lay_out(self._head(), empty, nothing_found)
        self.told = text(self._told(), wrap=True, selectable=True)
        self.told.setContentsMargins(20, 0, 20, 12)
        self.list.column.insertWidget(1, self.told)
        self.body.addWidget(self.list)
        self.copied.clicked.connect(self.copy_list)
        self._read()
        self.list.setFocus()

    def _columns(self) -> list[Column]:
        return [
            Column("where", self.tr("哪里"), 300, lambda line: line.where, Paint.NAME, tip=lambda line: line.where),
            Column("what", self.tr("怎么了"), 250, lambda line: line.what, tip=lambda line: line.what),
            Column("claims", self.tr("涉及债权"), 310, lambda line: line.claims, tip=lambda line: line.claims),
        ]  # fmt: skip

    def _head(self) -> str:
        count = len(self.found.damage)
        return self.tr("发现 %1 处损坏", "", count).replace("%1", self.context.formats.count(count))

    def _told(self) -> str:
        words = self.tr(
            "下面这些与日志不符，或读不出来；没有列出的都完好，备份也没有被覆盖。"
            "请先不要录入：选一份备份恢复到新目录，打开看一看，再决定改用它。"
        )
        since = self.found.damage[0].since if self.found.damage else None
        if since is None:
            return words
        last = self.tr("最近一次检查完好：%1").replace("%1", self.context.formats.moment(instant(since)))
        return f"{words}\n{last}"

    def _read(self) -> None:
        store, shown = self.context.store, self.found.damage[:MOST]
        keys = [key for each in shown for key in each.claims[:_NAMED]]

        def work(_progress: Progress) -> Mapping[int, str]:
            return named_claims(store, keys)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, names: Mapping[int, str]) -> None:
        shown = self.found.damage[:MOST]
        self.list.model.set_rows([self._line(place, each, names) for place, each in enumerate(shown)])
        self.list.show_stack(bool(shown))
        if len(self.found.damage) > MOST:
            self.say(self.tr("只列出前 %1 处。").replace("%1", self.context.formats.count(MOST)))

    def _line(self, place: int, each: Damage, names: Mapping[int, str]) -> Line:
        formats, language = self.context.formats, self.context.language
        named = [names.get(key, str(key)) for key in each.claims[:_NAMED]]
        more = len(each.claims) - len(named)
        if more:
            named.append(self.tr("另有 %1 笔", "", more).replace("%1", formats.count(more)))
        what = worded(f"damaged_{each.what}", language)
        return Line(place, self._where(each), what, formats.listed(named))

    def _where(self, each: Damage) -> str:
        """``claim 5 (PO-1)`` and ``a.pdf (evidence 4, …)`` in the words of the window."""
        if each.what == "row":
            table, _, record = each.where.partition(" ")
            named = _CLAIM_KEY.sub("", record) if each.claims else record
            return f"{catalogue(self.context.language).get(f'table_{table}', table)} {named}"
        if each.what == "file":
            return each.where.rpartition(" (evidence ")[0] or each.where
        if each.what in ("journal", "chain"):
            return self.tr("日志第 %1 条").replace("%1", each.where)
        return each.where

    def copy_list(self) -> None:
        """The list as text, for whoever mends it."""
        lines = (f"{line.where}\t{line.what}\t{line.claims}" for line in self.list.model.rows)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.say(self.tr("已复制"), "ok")

    def press_primary(self) -> None:
        """Bring a backup back beside the books."""
        RestoreWindow(self.context, self.context.store.folder, self.parentWidget()).show()
        self.close()

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
