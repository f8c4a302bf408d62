"""Whether the books are encrypted, and what can be done about it; backups from before are named and deleted here."""

from __future__ import annotations

from pathlib import Path

from models.actions.encryption import drop_plain_backups
from models.changes import Changes
from models.progress import Progress
from models.rules.problems import Problem
from models.store.series import plain_backups
from ui.common.ask import confirm
from ui.common.buttons import Button
from ui.common.dialog import DialogShell
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentences
from ui.settings.books_dialog import CHANGE, DECRYPT, BooksDialog
from ui.settings.recovery_wizard import RecoveryWizard
from ui.settings.state_card import StateCard


class EncryptionCard(StateCard):
    """Its state in a line, its acts as buttons."""

    def __init__(self, context: AppContext) -> None:
        words = self.tr(
            "数据库、证据文件和备份都加密，没有口令的人拿到文件也读不到。导出和打印的文件不加密；"
            "清账开着时，坐到电脑前的人看得到窗口，请另设窗口锁。"
        )
        super().__init__(self.tr("数据加密"), words)
        self.context = context
        self.found: list[Path] = []
        self.encrypt = self.add_act(self.tr("加密数据"), "lock", lambda: self.renew(fresh=True), when=False)
        self.change = self.add_act(self.tr("更改口令"), "edit", lambda: self.ask(CHANGE), when=True)
        self.recovery = self.add_act(
            self.tr("换新恢复密钥"), "printer", lambda: self.renew(fresh=False), when=True
        )
        self.decrypt = self.add_act(self.tr("解密"), "close", lambda: self.ask(DECRYPT), when=True)
        self.plain = text("", tone="warn", wrap=True, selectable=True)
        self.drop = Button(self.tr("删除未加密的备份"), "trash")
        self.drop.clicked.connect(self.drop_plain)
        self.column.addWidget(self.plain)
        self.column.addWidget(self.drop)
        context.bus.changed.connect(self._changed)
        self.show_state()

    def renew(self, *, fresh: bool) -> RecoveryWizard:
        """Encrypt the books, or print another recovery key."""
        wizard = RecoveryWizard(self.context, fresh=fresh, parent=self.window())
        wizard.show()
        return wizard

    def ask(self, act: str) -> DialogShell:
        """Ask for the pass phrases an act needs."""
        dialog = BooksDialog(self.context, act, self.window())
        dialog.show()
        return dialog

    def drop_plain(self) -> None:
        """Delete the backups from before, after asking; an encrypted one is made first where there is none."""
        words = self.tr("这些备份没有加密，删除后不能找回：%1").replace("%1", self._listed())
        if confirm(self, self.tr("删除未加密的备份"), words, self.tr("删除"), danger=True):
            desk = self.context.desk

            def work(_progress: Progress) -> Changes:
                drop_plain_backups(desk)
                return Changes(settings=True)

            self.context.act(work, None, self._refused, title=self.tr("正在删除未加密的备份"), owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.plain.setText(sentences(problems, self.context.language))
        self.plain.show()

    def _changed(self, changes: Changes) -> None:
        if changes.settings or changes.everything:
            self.show_state()

    def _listed(self) -> str:
        return "、".join(map(str, self.found))

    def show_state(self) -> None:
        """Say how it stands."""
        folder = self.context.store.folder
        there = folder.encrypted
        yes, no = self.tr("已加密：打开时要口令。"), self.tr("没有加密：拿到这台电脑或备份盘的人能读到数据。")
        self.tell(yes if there else no, there=there)
        self.found = plain_backups(folder) if there else []
        before = self.tr("加密以前的备份仍可直接读到：%1。另外存到别处的备份文件请自己删除。")
        self.plain.setText(before.replace("%1", self._listed()) if self.found else "")
        for widget in (self.plain, self.drop):
            widget.setVisible(bool(self.found))
