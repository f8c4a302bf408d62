"""加密数据, 换新恢复密钥: the pass phrase, the sheet with the recovery key, two groups typed back, then the act."""

from __future__ import annotations

import secrets
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.actions.encryption import change_recovery_key, encrypt_books, key_of_books, recovery_facts
from models.changes import Changes
from models.progress import Progress
from models.rules.phrase import LEAST, weakness
from models.rules.problems import Problem
from models.rules.recovery_key import GROUPS, groups_of, written
from models.store.keys import new_recovery_key
from models.vault.durable import write_bytes_whole
from ui.common import ask
from ui.common.buttons import Button
from ui.common.dialog import WizardShell
from ui.common.fields import Field
from ui.common.marks import ProgressLine
from ui.common.paper import print_content
from ui.common.phrase_edit import PhraseEdit, enter_leads_on
from ui.common.text import text
from ui.context import AppContext
from ui.jobs import Job
from ui.problems import sentences

PHRASE, SHEET, BACK = range(3)
_ASKED = 2
"""So many groups are typed back before the key counts."""


class RecoveryWizard(WizardShell):
    """``fresh`` encrypts plain books; without it encrypted ones get another recovery key. ``saved`` when done."""

    def __init__(self, context: AppContext, *, fresh: bool, parent: QWidget | None = None) -> None:
        steps = [self.tr("口令"), self.tr("恢复密钥"), self.tr("抄回两组")]
        super().__init__(parent, "", (620, 480), steps, "")
        self.context, self.fresh = context, fresh
        self.secret = new_recovery_key()
        self.groups = groups_of(written(self.secret))
        self.places = sorted(secrets.SystemRandom().sample(range(GROUPS), _ASKED))
        self.kept = False
        self.job: Job | None = None
        self.setWindowTitle(self.tr("加密数据") if fresh else self.tr("换新恢复密钥"))
        for page in (self._phrase_page(), self._sheet_page(), self._back_page()):
            self.add_page(page)
        self.stepped.connect(self._show_step)
        self.go(PHRASE)

    # --- pages -----------------------------------------------------------------------------------------

    def _phrase_page(self) -> QWidget:
        self.phrase, self.again = (PhraseEdit(lambda: self.say("")) for _ in range(2))
        enter_leads_on([self.phrase, self.again] if self.fresh else [self.phrase], self.press_primary)
        if not self.fresh:
            told = self.tr("换新后，原来那张恢复密钥作废；口令不变。")
            return _page(text(told, wrap=True), Field(self.tr("现在的口令或恢复密钥"), self.phrase))
        told = self.tr(
            "加密后，没有口令的人拿到这台电脑或备份盘，也读不到数据和证据文件。以后每次打开清账都要输入口令。"
        )
        hint = self.tr("至少 %1 个字符，几个不相干的词最好记").replace("%1", str(LEAST))
        lost = self.tr("口令和恢复密钥都丢失时，谁也打不开数据。下一步会打印恢复密钥。")
        return _page(
            text(told, wrap=True),
            Field(self.tr("新口令"), self.phrase, hint),
            Field(self.tr("再输一遍"), self.again),
            text(lost, tone="warn", wrap=True),
        )

    def _sheet_page(self) -> QWidget:
        told = self.tr(
            "忘记口令时，只有它能打开数据。请打印或存为 PDF，密封后放在上锁的地方；程序不会再显示它。"
        )
        grid = QGridLayout()
        for place, group in enumerate(self.groups):
            label = text(group, size=17, bold=True, selectable=True)
            label.setAccessibleName(self.tr("第 %1 组 %2").replace("%1", str(place + 1)).replace("%2", group))
            grid.addWidget(text(str(place + 1), size=12, tone="text3"), place // 4, 2 * (place % 4))
            grid.addWidget(label, place // 4, 2 * (place % 4) + 1)
        for column in range(1, 8, 2):
            grid.setColumnStretch(column, 1)
        shown = QWidget()
        shown.setLayout(grid)
        self.save = Button(self.tr("存为 PDF"), "save", "Ctrl+S", bind=True)
        self.print = Button(self.tr("打印"), "printer", "Ctrl+P", bind=True)
        self.save.clicked.connect(self.save_sheet)
        self.print.clicked.connect(self.print_sheet)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.save, self.print):
            row.addWidget(button)
        row.addStretch(1)
        return _page(text(told, wrap=True), shown, buttons)

    def _back_page(self) -> QWidget:
        told = self.tr("请对照纸面输入下面两组，确认它可以读清。")
        self.back_edits = [QLineEdit() for _ in self.places]
        enter_leads_on(self.back_edits, self.press_primary)
        fields = [
            Field(self.tr("第 %1 组").replace("%1", str(place + 1)), edit)
            for place, edit in zip(self.places, self.back_edits, strict=True)
        ]
        self.line = ProgressLine()
        self.line.hide()
        return _page(text(told, wrap=True), *fields, self.line)

    def _show_step(self, step: int) -> None:
        last = self.tr("加密数据") if self.fresh else self.tr("换新恢复密钥")
        self.primary.set_words(last if step == BACK else self.tr("下一步"))
        self.primary.setEnabled(step != SHEET or self.kept)
        self.say(self.tr("先打印或存为 PDF。") if step == SHEET and not self.kept else "")
        focus = {PHRASE: self.phrase, SHEET: self.save, BACK: self.back_edits[0]}[step]
        focus.setFocus()

    # --- the sheet -------------------------------------------------------------------------------------

    def save_sheet(self) -> None:
        """The sheet as a file, which its owner deletes when it is printed."""
        target = ask.save_file(self, self.tr("存为 PDF"), self.tr("恢复密钥.pdf"), "PDF (*.pdf)")
        if target is not None:
            self._with_sheet(
                lambda content: write_bytes_whole(target, content),
                self.tr("已存到 %1，打印后请删除。").replace("%1", str(target)),
            )

    def print_sheet(self) -> None:
        """The sheet on paper, and in no file."""
        try:
            printer = ask.choose_printer(self, self.tr("打印"))
        except LookupError:
            self.say(self.tr("这台电脑没有打印机，请存为 PDF。"), "warn")
            return
        if printer is not None:
            self._with_sheet(lambda content: print_content(content, printer), self.tr("已送到打印机"))

    def _with_sheet(self, use: Any, told: str) -> None:
        context, secret = self.context, self.secret

        def work(_progress: Progress) -> str:
            try:
                use(context.render("recovery_sheet", recovery_facts(context.desk, secret), context.language))
            except OSError as trouble:
                return trouble.strerror or type(trouble).__name__
            return ""

        def done(trouble: str) -> None:
            if trouble:
                self.say(self.tr("没有成功（%1），请换个位置再试。").replace("%1", trouble), "bad")
                return
            self.kept = True
            self.primary.setEnabled(True)
            self.say(told, "ok")

        context.jobs.read(work, done, self._refused, owner=self)

    # --- steps -----------------------------------------------------------------------------------------

    def press_primary(self) -> None:
        """The next step, or the act."""
        if self.job is not None or not self.primary.isEnabled():
            return
        (self._leave_phrase, lambda: self.go(BACK), self._act)[self.step]()

    def _leave_phrase(self) -> None:
        words = self.phrase.text()
        if not self.fresh:
            desk = self.context.desk
            self.say(self.tr("正在核对口令"))
            self.context.jobs.door(
                lambda _: key_of_books(desk, words), lambda _: self.go(SHEET), self._refused, owner=self
            )
            return
        weak = weakness(words)
        if weak:
            self._refused((weak,))
        elif words != self.again.text():
            self.say(self.tr("两次输入的新口令不一样。"), "bad")
            self.again.setFocus()
        else:
            self.go(SHEET)

    def _act(self) -> None:
        typed = ["".join(groups_of(edit.text())) for edit in self.back_edits]
        if typed != [self.groups[place] for place in self.places]:
            self._refused((Problem("recovery_not_repeated"),))
            return
        desk, words, secret, fresh = self.context.desk, self.phrase.text(), self.secret, self.fresh

        def work(progress: Progress) -> Changes:
            if fresh:
                return encrypt_books(desk, words, secret, progress)
            return change_recovery_key(desk, words, secret)

        ended: list[bool] = []

        def end() -> None:
            ended.append(True)
            self.job = None
            self.line.hide()
            self.primary.setEnabled(True)
            self.back.setEnabled(True)

        self.line.show()
        self.primary.setEnabled(False)
        self.back.setEnabled(False)
        self.say(self.tr("正在加密，完成并核对无误后才会替换") if fresh else "")
        job = self.context.act(
            work, lambda _: self._done(), self._refused, on_end=end, title=self.windowTitle(), owner=self
        )
        if not ended:
            self.job = job
            job.progressed.connect(self.line.show_progress)

    def _done(self) -> None:
        self.saved.emit()
        self.job = None
        self.close()

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")

    def may_close(self) -> bool:
        """What is under way is given up; the books are as they were then."""
        if self.job is not None:
            self.job.cancel()
        return True


def _page(*parts: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(14)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return page
