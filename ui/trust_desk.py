"""What keeps the books safe while a window is open: the check at the start, the day's backup, what was left undone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from models.actions.settings import remember
from models.changes import Changes
from models.queries.disclosures import unstated
from models.queries.unfinished import IMPORT_UNDER_WAY, Unprinted, import_left, unprinted
from models.rules.problems import Problem
from models.store.surroundings import doubts
from models.store.verify import Verified
from ui.jobs import Job
from ui.letters.letter_wizard import LetterWizard
from ui.mishap_dialog import MishapDialog
from ui.problems import sentence, sentences
from ui.trust.backup_watch import BackupWatch
from ui.trust.start_check import StartCheck

WAIT_MS = 4_000
"""The window is drawn and the day's list read first."""

_BACKUP, _DAMAGE, _CRASH, _LETTERS, _IMPORT, _PURPOSE = (
    "backup",
    "damage",
    "crash",
    "unprinted",
    "import_left",
    "purpose",
)

_BY_DAMAGE = frozenset(("base_damaged", "backup_behind"))
"""Why there is no backup: the books are not what they were."""


class TrustDesk(QObject):
    """Speaks through the banners of a MainWindow; says nothing where all is well and nothing is left to do."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window_of, self.context, self.banners = window, window.context, window.banners
        self.check = StartCheck(self.context, self)
        self.watch = BackupWatch(self.context, self)
        self.check.checked.connect(self._checked)
        self.watch.refused.connect(self._not_backed_up)
        self.watch.made.connect(lambda _: self.banners.drop(_BACKUP))
        self.context.bus.changed.connect(self._changed)
        self.damage_refused = False
        self.seen = self.context.store.journal_head()[0]
        self.context.jobs.began.connect(self._begun)

    def begin(self, crash_report: str = "") -> None:
        """Name what was left undone, check and back up a little later; ``crash_report`` after a run that broke off."""
        if crash_report:
            self._tell_crash(crash_report)
        if self.context.store.writable:
            self._warn()
            self._name_unfinished()
        QTimer.singleShot(WAIT_MS, self, lambda: self.look(after_crash=bool(crash_report)))

    def look(self, *, after_crash: bool = False) -> None:
        """Check and back up, each where it is due."""
        self.check.begin(after_crash=after_crash)
        self.watch.begin()

    def stop(self) -> None:
        """The window goes."""
        self.check.stop()
        self.watch.stop()

    def _begun(self, job: Job) -> None:
        if job.title:
            job.ended.connect(self._look_for_exports)

    # --- what is said --------------------------------------------------------------------------------

    def _warn(self) -> None:
        for doubt in doubts(self.context.store, self.context.clock.now()):
            self.banners.say(doubt.code, sentence(doubt, self.context.language))

    def _tell_crash(self, report: str) -> None:
        words = self.tr("上次没有正常退出。已保存的都在，没做完的那一步没有留下任何内容。")
        banner = self.banners.say(_CRASH, words, self.tr("查看报告"), "info")
        title = self.tr("上次没有正常退出")
        told = self.tr(
            "已保存的数据没有改动。下面是程序留下的记录，可以交给维护人员；断电或被强制结束时没有错误可记。"
        )
        banner.acted.connect(lambda: MishapDialog(self.window_of, report, title, told).show())

    def _checked(self, result: Verified) -> None:
        if result.ok:
            self.banners.drop(_DAMAGE)
            return
        if self.damage_refused:
            self.banners.drop(_BACKUP)
        words = self.tr("发现 %1 处损坏。请先不要录入，看看是哪里，再用备份恢复到新目录。")
        count = self.context.formats.count(len(result.damage))
        banner = self.banners.say(_DAMAGE, words.replace("%1", count), self.tr("查看"), "bad")
        banner.acted.connect(lambda: self.window_of.rooms.damage(result))

    def _not_backed_up(self, problems: tuple[Problem, ...]) -> None:
        """Say it, unless the damage because of which there is none is said already; unknown damage is looked for."""
        self.damage_refused = problems[0].code in _BY_DAMAGE
        if self.damage_refused and _DAMAGE in self.banners.shown:
            return
        words = sentences(problems, self.context.language)
        banner = self.banners.say(_BACKUP, words, self.tr("备份设置"))
        banner.acted.connect(lambda: self.window_of.rooms.settings("data"))
        if self.damage_refused:
            self.check.look(quick=False)

    # --- what left as a file ------------------------------------------------------------------------

    def _look_for_exports(self) -> None:
        """The purpose of a kind of export is asked for once, after its first file was made."""
        seq = self.context.store.journal_head()[0]
        if seq == self.seen:
            return
        made, self.seen = unstated(self.context.store, self.seen), seq
        if made is None or made.who != self.context.user:
            return
        words = self.tr("“%1”已导出。这种导出做什么用？写明一次，以后沿用。").replace("%1", made.file)
        self.banners.say(_PURPOSE, words, self.tr("写明用途"), "info").acted.connect(self._ask_purpose)

    def _ask_purpose(self) -> None:
        self.banners.drop(_PURPOSE)
        self.window_of.rooms.disclosures()

    # --- what was left undone -----------------------------------------------------------------------

    def _name_unfinished(self) -> None:
        store = self.context.store
        left, ledger = unprinted(store, self.context.today), import_left(store)
        if left is not None:
            self._name_letters(left)
        if ledger is not None:
            self._name_import(ledger)

    def _name_letters(self, left: Unprinted) -> None:
        formats = self.context.formats
        words = self.tr("%1 出具的 %2 封函件里还有 %3 封没有打印。")
        words = words.replace("%1", formats.day(left.issued_on)).replace(
            "%2", formats.count(len(left.letters))
        )
        words = words.replace("%3", formats.count(left.waiting))
        banner = self.banners.say(_LETTERS, words, self.tr("接着打印"), "info")
        banner.acted.connect(lambda: self._go_on_printing(left.letters))

    def _go_on_printing(self, letters: Sequence[int]) -> None:
        self.banners.drop(_LETTERS)
        LetterWizard(self.context, parent=self.window_of, letters=letters).show()

    def _name_import(self, ledger: Path) -> None:
        words = self.tr("上次导入“%1”没有做完，账上什么都没有写。").replace("%1", ledger.name)
        banner = self.banners.say(_IMPORT, words, self.tr("接着导入"), "info")
        banner.acted.connect(lambda: self._go_on_importing(ledger))
        banner.closed.connect(self._forget_import)

    def _go_on_importing(self, ledger: Path) -> None:
        self.banners.drop(_IMPORT)
        self.window_of.rooms.ledger(ledger)

    def _forget_import(self) -> None:
        desk = self.context.desk
        self.context.jobs.write(lambda _: remember(desk, IMPORT_UNDER_WAY, None), on_problem=lambda _: None)

    def _changed(self, changes: Changes) -> None:
        """Once the last letter came out, nothing is left to go on with."""
        touched = _LETTERS in self.banners.shown and (changes.letters or changes.everything)
        if touched and unprinted(self.context.store, self.context.today) is None:
            self.banners.drop(_LETTERS)
