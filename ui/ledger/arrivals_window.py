"""自动导入的台账: every file that came by itself, what became of it, and one next step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from models.actions.arrivals import mark_seen
from models.actions.imports import undo
from models.changes import Changes
from models.queries.arrivals import AGAIN, BY_HAND, TAKEN, UNDONE, WAITING, ArrivalRow, arrivals
from models.queries.settings import setting
from models.rules.problems import Problem
from models.settings import WATCH_FOLDER, WATCH_HOUR
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.dialog import DialogShell
from ui.common.scrolling import scrolling
from ui.common.table import Column, FrozenTable, Paint, RowsModel, Step
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.ledger.arrivals_words import ArrivalWords
from ui.problems import sentences, worded

_SIGNS = {
    TAKEN: ("check", "ok"),
    WAITING: ("warning", "warn"),
    AGAIN: ("copy", "text3"),
    UNDONE: ("undo", "text3"),
    BY_HAND: ("check", "text3"),
}
_DETAIL_LINES = 7


class ArrivalsWindow(DialogShell):
    """Newest first. ``open_wanted`` carries the path of a file to be opened in the import.

    ``look_wanted`` asks for a look into the folder, ``settings_wanted`` for the place where it is chosen.
    """

    open_wanted = Signal(object)
    look_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, self.tr("自动导入的台账"), (1080, 640), "")
        self.context = context
        self.words = ArrivalWords(context.formats)
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty())
        self.detail = text("", size=12, tone="text2", wrap=True, selectable=True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        story = scrolling(self.detail)
        story.setFixedHeight(self.detail.fontMetrics().lineSpacing() * _DETAIL_LINES)
        self.body.addLayout(self._head())
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(story)
        self._buttons()
        self.saved.connect(self.next_step)
        self.table.activated.connect(lambda _: self.next_step())
        self.table.current_changed.connect(lambda _: self._offer())
        context.bus.changed.connect(self.refresh)
        self.refresh()

    # --- building ----------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        formats, language, words = self.context.formats, self.context.language, self.words

        def sign(row: ArrivalRow) -> Step:
            icon, tone = _SIGNS[row.state]
            return Step(icon, worded(f"arrival_state_{row.state}", language), tone)

        return [
            Column("file", self.tr("文件"), 250, lambda row: row.file_name, Paint.NAME, tip=words.whole),
            Column("came", self.tr("时间"), 110, lambda row: formats.moment(row.came_at, self.context.today),
                   Paint.FAINT, sort_key=lambda row: row.id),
            Column("state", self.tr("结果"), 130, lambda row: sign(row).words, Paint.STEP, value=sign),
            Column("outcome", self.tr("说明"), 400, words.outcome, tip=words.whole),
            Column("next", self.tr("下一步"), 110, self._next_words, tone=lambda _: "accent"),
        ]  # fmt: skip

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.place = text("", tone="text2", wrap=True)
        row.addWidget(self.place, 1)
        self.look_now = Button(self.tr("现在查看"), "refresh", "F5", bind=True)
        self.look_now.clicked.connect(self.look_wanted)
        self.choose = Button(self.tr("设置"), "settings")
        self.choose.clicked.connect(self.settings_wanted)
        row.addWidget(self.look_now)
        row.addWidget(self.choose)
        return row

    def _empty(self) -> EmptyState:
        self.empty = EmptyState(
            self.tr("还没有自动导入过台账"),
            self.tr("选择文件夹"),
            self.tr("把 ERP 导出的台账放进一个文件夹，打开程序时和每天定时自动导入。"),
            "import",
        )
        self.empty.acted.connect(self.settings_wanted)
        return self.empty

    def _buttons(self) -> None:
        """Cancel becomes 关闭: nothing here waits to be saved."""
        self.cancel.set_words(self.tr("关闭"))
        self.back = Button(self.tr("撤销整批"), "undo", "U")
        self.back.clicked.connect(self.take_back)
        self.all_seen = Button(self.tr("全部已阅"), "check", "Shift+S")
        self.all_seen.clicked.connect(self.see_all)
        for button in (self.back, self.all_seen):
            self.buttons.insertWidget(self.buttons.count() - 1, button)
        self._bind(QKeyCombination(Qt.Key.Key_U), self.take_back)
        self._bind(QKeyCombination(Qt.Key.Key_S), self.see)
        self._bind(QKeyCombination(Qt.Modifier.SHIFT, Qt.Key.Key_S), self.see_all)

    def _bind(self, key: QKeyCombination, act: Callable[[], object]) -> None:
        """Single letters act while the list has the keyboard."""
        shortcut = QShortcut(key, self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # --- what is shown -----------------------------------------------------------------------------

    def refresh(self, _changes: Changes | None = None) -> None:
        """Ask for the arrivals anew."""
        store = self.context.store
        self.context.jobs.read(lambda _: arrivals(store), self._show, owner=self)

    def _show(self, rows: list[ArrivalRow]) -> None:
        first = not self.model.count()
        self.model.set_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        folder = setting(self.context.store, WATCH_FOLDER)
        hour = str(setting(self.context.store, WATCH_HOUR))
        words = self.tr("打开程序时和每天 %1 点查看 %2").replace("%1", hour).replace("%2", folder)
        self.place.setText(words if folder else self.tr("没有选择文件夹，现在不会自动导入"))
        self.look_now.setEnabled(bool(folder))
        self.empty.button.setVisible(not folder)
        if rows and first:
            self.table.go_to(0)
            self.table.setFocus()
        self._offer()

    @property
    def row(self) -> ArrivalRow | None:
        """The file the list stands on."""
        return self.model.row_at(self.table.current_place) if self.model.count() else None

    def _next_words(self, row: ArrivalRow) -> str:
        if row.state == WAITING:
            return self.tr("打开核对")
        return "" if row.seen or row.state == BY_HAND else self.tr("已阅")

    def _offer(self) -> None:
        row = self.row
        words = self._next_words(row) if row else ""
        self.primary.set_words(words or self.tr("已阅"))
        self.primary.setEnabled(bool(words))
        self.back.setEnabled(row is not None and row.batch is not None and row.state in (TAKEN, BY_HAND))
        self.all_seen.setEnabled(any(each.wants_attention for each in self.model.rows))
        self._say(self.words.whole(row) if row else "", "text2")

    def _say(self, words: str, tone: str) -> None:
        self.detail.setText(words)
        set_tone(self.detail, tone)

    # --- acting ------------------------------------------------------------------------------------

    def next_step(self) -> None:
        """What the current file asks for: the import window, or to be marked as seen."""
        row = self.row
        if row is not None and row.state == WAITING:
            self.open_wanted.emit(row.path)
        else:
            self.see()

    def see(self) -> None:
        """The current file is seen; the list goes on to the next that is not."""
        row = self.row
        if row is not None and not row.seen:
            self._mark([row.id])

    def see_all(self) -> None:
        """All of them are seen."""
        keys = [row.id for row in self.model.rows if not row.seen]
        if keys:
            self._mark(keys)

    def _mark(self, keys: list[int]) -> None:
        desk = self.context.desk
        self.context.act(lambda _: mark_seen(desk, keys), self._marked, self._not_done, owner=self)

    def _marked(self, _changes: Any) -> None:
        left = next((row.id for row in self.model.rows if row.wants_attention), None)
        if left is not None:
            self.table.go_to_id(left)

    def take_back(self) -> None:
        """Undo the batch of the current file as a whole."""
        row, desk = self.row, self.context.desk
        if row is None or row.batch is None or not self.back.isEnabled():
            return
        batch = row.batch
        self.context.act(lambda _: undo(desk, batch), None, self._not_done, owner=self)

    def _not_done(self, problems: tuple[Problem, ...]) -> None:
        self._say(sentences(problems, self.context.language), "bad")
