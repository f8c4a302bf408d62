"""Setting a lock, taking another pass phrase, removing it: one small window with the fields each needs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.actions.lock import change_lock, remove_lock, set_lock
from models.changes import Changes
from models.progress import Progress
from models.rules.phrase import LEAST
from models.rules.problems import Problem
from models.store.app_lock import lock_of
from ui.common.dialog import DialogShell
from ui.common.fields import Field
from ui.common.phrase_edit import PhraseEdit, enter_leads_on
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentences

SET, CHANGE, REMOVE = "set", "change", "remove"
_HIGH = {SET: 300, CHANGE: 340, REMOVE: 220}


class LockDialog(DialogShell):
    """``act`` is one of set, change and remove. ``saved`` comes when it is done, then the window goes."""

    def __init__(self, context: AppContext, act: str, parent: QWidget | None = None) -> None:
        words = {SET: self.tr("设锁"), CHANGE: self.tr("更改口令"), REMOVE: self.tr("去掉锁")}[act]
        super().__init__(parent, words, (440, _HIGH[act]), words)
        self.context, self.act, self.lock = context, act, lock_of(context.store)
        self.of_books = self.lock.books is not None
        self.old, self.new, self.again = (PhraseEdit(lambda: self.say("")) for _ in range(3))
        told = {
            SET: self.tr("锁遮住窗口，不给数据加密；口令没有别人知道，也找不回来。"),
            CHANGE: self.tr("以后解锁用新口令。"),
            REMOVE: self.tr("以后离开电脑时，窗口里的内容谁都能看到。"),
        }[act]
        if self.of_books:
            told = self.tr("数据已加密，锁用的就是数据的口令。")
        self.body.addWidget(text(told, tone="text2", wrap=True))
        self.fields = self._fields()
        for field in self.fields:
            self.body.addWidget(field)
        self.body.addStretch(1)
        enter_leads_on(self.findChildren(PhraseEdit), self.press_primary)
        self.fields[0].edit.setFocus()

    def _fields(self) -> list[Field]:
        if self.act == REMOVE:
            return [Field(self.tr("口令"), self.old)]
        if self.act == SET and self.of_books:
            return [Field(self.tr("数据的口令"), self.new)]
        hint = self.tr("至少 %1 个字符，几个不相干的词最好记").replace("%1", str(LEAST))
        fields = [Field(self.tr("新口令"), self.new, hint), Field(self.tr("再输一遍"), self.again)]
        return [Field(self.tr("现在的口令"), self.old), *fields] if self.act == CHANGE else fields

    def press_primary(self) -> None:
        """Do it; what is wrong is said, and what was typed stays."""
        if not self.primary.isEnabled():
            return
        if len(self.fields) > 1 and self.new.text() != self.again.text():
            self.say(self.tr("两次输入的新口令不一样。"), "bad")
            self.again.setFocus()
            return
        self.primary.setEnabled(False)
        self.say(self.tr("正在核对口令"))
        self.context.act(self._work, lambda _: self._done(), self._refused, on_end=self._ended, owner=self)

    def _work(self, _progress: Progress) -> Changes:
        desk, lock, old, new = self.context.desk, self.lock, self.old.text(), self.new.text()
        if self.act == SET:
            return set_lock(desk, lock, new)
        return change_lock(desk, lock, old, new) if self.act == CHANGE else remove_lock(desk, lock, old)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")

    def _ended(self) -> None:
        self.primary.setEnabled(True)

    def _done(self) -> None:
        self.saved.emit()
        self.close()
