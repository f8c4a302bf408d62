"""更改口令, 解密数据: one small window with the fields each needs, for books that are encrypted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.actions.encryption import change_passphrase, decrypt_books
from models.changes import Changes
from models.progress import Progress
from models.rules.phrase import LEAST
from models.rules.problems import Problem
from ui.common.dialog import DialogShell
from ui.common.fields import Field
from ui.common.marks import ProgressLine
from ui.common.phrase_edit import PhraseEdit, enter_leads_on
from ui.common.text import text
from ui.context import AppContext
from ui.jobs import Job
from ui.problems import sentences

CHANGE, DECRYPT = "change", "decrypt"
_HIGH = {CHANGE: 340, DECRYPT: 260}


class BooksDialog(DialogShell):
    """``act`` is one of change and decrypt. ``saved`` comes when it is done, then the window goes."""

    def __init__(self, context: AppContext, act: str, parent: QWidget | None = None) -> None:
        words = {CHANGE: self.tr("更改数据的口令"), DECRYPT: self.tr("解密数据")}[act]
        # Short, so that what is said beside it has room.
        doing = {CHANGE: self.tr("更改"), DECRYPT: self.tr("解密")}[act]
        super().__init__(parent, words, (520, _HIGH[act]), doing)
        self.context, self.act = context, act
        self.job: Job | None = None
        self.old, self.new, self.again = (PhraseEdit(lambda: self.say("")) for _ in range(3))
        told = {
            CHANGE: self.tr("数据和今后的备份用新口令打开；恢复密钥不变。以前另存的备份文件仍用当时的口令。"),
            DECRYPT: self.tr(
                "解密后，拿到这台电脑的人不用口令就能读到数据。已加密的备份不变，仍用口令打开。"
            ),
        }[act]
        self.body.addWidget(text(told, tone="text2", wrap=True))
        self.body.addWidget(Field(self.tr("现在的口令或恢复密钥"), self.old))
        if act == CHANGE:
            hint = self.tr("至少 %1 个字符，几个不相干的词最好记").replace("%1", str(LEAST))
            self.body.addWidget(Field(self.tr("新口令"), self.new, hint))
            self.body.addWidget(Field(self.tr("再输一遍"), self.again))
        self.line = ProgressLine()
        self.line.hide()
        self.body.addWidget(self.line)
        self.body.addStretch(1)
        enter_leads_on([self.old, self.new, self.again] if act == CHANGE else [self.old], self.press_primary)
        self.old.setFocus()

    def press_primary(self) -> None:
        """Do it; what is wrong is said, and what was typed stays."""
        if self.job is not None or not self.primary.isEnabled():
            return
        if self.new.text() != self.again.text():
            self.say(self.tr("两次输入的新口令不一样。"), "bad")
            self.again.setFocus()
            return
        ended: list[bool] = []

        def end() -> None:
            ended.append(True)
            self.job = None
            self.line.hide()
            self.primary.setEnabled(True)

        self.primary.setEnabled(False)
        self.say(self.tr("正在核对口令"))
        job = self.context.act(
            self._work,
            lambda _: self._done(),
            self._refused,
            on_end=end,
            title=self.windowTitle(),
            owner=self,
        )
        if not ended:
            self.job = job
            self.line.setVisible(self.act == DECRYPT)
            job.progressed.connect(self.line.show_progress)

    def _work(self, progress: Progress) -> Changes:
        desk, old = self.context.desk, self.old.text()
        if self.act == CHANGE:
            return change_passphrase(desk, old, self.new.text())
        return decrypt_books(desk, old, progress)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")

    def _done(self) -> None:
        self.saved.emit()
        self.job = None
        self.close()

    def may_close(self) -> bool:
        """What is under way is given up; the books are as they were then."""
        if self.job is not None:
            self.job.cancel()
        return True
