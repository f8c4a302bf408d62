"""Where the data lie, backups that were restored once before they count, and the check of everything."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.actions.exports import export_backup
from models.actions.settings import choose
from models.progress import Progress
from models.rules.problems import Problem
from models.settings import BACKUP_FOLDER, KEEP_YEARS, SCAN_FOLDER
from models.store.backup import BackedUp
from models.store.series import Generation, backup_place, generations, series
from models.store.surroundings import doubts
from models.store.verify import Verified, last_good, verify
from ui.common.ask import choose_folder
from ui.common.buttons import Button
from ui.common.cards import Card
from ui.common.marks import ProgressLine
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.jobs import Job
from ui.problems import sentences, worded
from ui.settings.damage_window import DamageWindow
from ui.settings.restore_window import RestoreWindow
from ui.settings.section import Section
from ui.settings.vouch_row import VouchRow


class DataPage(Section):
    """The data folder, the place of backups, 立即备份 and 立即检查."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("数据与备份"), resets=False)
        self._folder_card()
        self._backup_card()
        self._check_card()
        self.add_number(
            KEEP_YEARS, self.tr("证据保存年数"), worded("setting_source_keep_years", context.language)
        )
        self.add_text(
            SCAN_FOLDER, self.tr("扫描件文件夹"), self.tr("扫描仪存文件的地方，等着归档；留空就没有。")
        )
        self.look()

    # --- what stands there --------------------------------------------------------------------------------

    def _card(self, title: str, *buttons: Button) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text(title, bold=True))
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        card.column.addLayout(row)
        self.column.addWidget(card)
        return card

    def _folder_card(self) -> None:
        root = self.context.store.folder.root
        show = Button(self.tr("打开文件夹"), "folder")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(root))))
        card = self._card(self.tr("数据目录"), show)
        self.root = text(str(root), tone="text2", wrap=True, selectable=True)
        card.column.addWidget(self.root)
        found = sentences(doubts(self.context.store, self.context.clock.now()), self.context.language)
        self.doubtful = text(found, tone="warn", wrap=True, selectable=True)
        self.doubtful.setVisible(bool(found))
        card.column.addWidget(self.doubtful)

    def _backup_card(self) -> None:
        self.pick = Button(self.tr("更换位置"), "folder")
        self.pick.clicked.connect(self.change_place)
        self.back_up = Button(self.tr("立即备份"), "save")
        self.back_up.clicked.connect(self.make_backup)
        self.restore = Button(self.tr("从备份恢复"), "history")
        self.restore.clicked.connect(self.open_restore)
        card = self._card(self.tr("备份"), self.pick, self.restore, self.back_up)
        self.place = text(str(self.folder), tone="text2", wrap=True, selectable=True)
        self.proven = text("", wrap=True, selectable=True)
        self.backed = text("", wrap=True, selectable=True)
        self.backup_line = ProgressLine()
        for widget in (self.place, self.proven, self.backup_line, self.backed):
            card.column.addWidget(widget)
        self._quiet(self.backup_line, self.backed)

    def _check_card(self) -> None:
        self.check = Button(self.tr("立即检查"), "scan")
        self.check.clicked.connect(self.check_all)
        self.stop = Button(self.tr("停止"), "stop")
        self.stop.clicked.connect(self.stop_check)
        self.show_damage = Button(self.tr("看是哪里"), "eye")
        self.show_damage.clicked.connect(
            lambda: DamageWindow(self.context, self.result, self.window()).show()
        )
        card = self._card(self.tr("检查"), self.show_damage, self.stop, self.check)
        words = self.tr("核对日志链、每条记录和每个证据文件，看数据是否被改动过。")
        card.column.addWidget(text(words, tone="text2", wrap=True))
        self.found_well = text("", wrap=True, selectable=True)
        self.checked = text("", wrap=True, selectable=True)
        self.check_line = ProgressLine()
        for widget in (self.found_well, self.check_line, self.checked):
            card.column.addWidget(widget)
        self.vouch = VouchRow(self.context)
        card.column.addWidget(self.vouch)
        self._quiet(self.check_line, self.checked, self.stop, self.show_damage)

    def _quiet(self, *widgets: QWidget) -> None:
        for widget in widgets:
            widget.hide()

    # --- backups --------------------------------------------------------------------------------------------

    @property
    def folder(self) -> Path:
        """Where backups go."""
        return backup_place(self.context.store.folder)

    def look(self) -> None:
        """Say which backup was proved last, and when all was last found well."""
        folder, place = self.context.store.folder, self.folder

        def work(_progress: Progress) -> tuple[list[Generation], datetime | None]:
            return generations(series(folder, place)), last_good(folder)

        self.context.jobs.read(work, self._seen, owner=self)

    def _seen(self, found: tuple[list[Generation], datetime | None]) -> None:
        formats, (held, well) = self.context.formats, found
        words = self.tr("还没有自动备份。退出程序时、每天、导入前和升级前会自动备份。")
        if held:
            words = self.tr("最近一次试恢复成功：%1（%2）。留有 %3 份。")
            why = worded(f"backup_why_{held[0].why}", self.context.language)
            words = words.replace("%1", formats.moment(held[0].made_at)).replace("%2", why)
            words = words.replace("%3", formats.count(len(held)))
        self.proven.setText(words)
        set_tone(self.proven, "ok" if held else "text2")
        last = self.tr("最近一次检查完好：%1").replace("%1", formats.moment(well)) if well else ""
        self.found_well.setText(last)
        self.found_well.setVisible(bool(last))

    def open_restore(self) -> None:
        """Choose a backup and bring it back beside the books."""
        RestoreWindow(self.context, self.context.store.folder, self.window()).show()

    def change_place(self) -> None:
        """Choose another place."""
        folder = choose_folder(self, self.tr("备份位置"), self.folder)
        if folder is not None:
            desk = self.context.desk
            self.context.act(
                lambda _: choose(desk, BACKUP_FOLDER, str(folder)),
                lambda _: self._moved(),
                self._not_applied,
                owner=self,
            )

    def _moved(self) -> None:
        self.place.setText(str(self.folder))
        self.look()
        self.applied.emit(BACKUP_FOLDER.key)

    def make_backup(self) -> None:
        """Write a backup and prove it."""
        context = self.context
        target = self.folder / f"qingzhang-{context.clock.now():%Y%m%d-%H%M%S}.qzbackup"
        self.back_up.setEnabled(False)
        job = context.jobs.write(
            lambda progress: export_backup(context.desk, target, progress),
            self._backed_up,
            lambda problems: self._wrong(self.backed, problems),
            on_end=lambda: self._ended(self.back_up, self.backup_line),
            title=self.tr("正在备份"),
            icon="save",
            owner=self,
        )
        self._follow(job, self.backup_line, self.back_up)

    def _backed_up(self, made: BackedUp) -> None:
        words = self.tr("已备份并试恢复成功：%1（%2）")
        size = self.context.formats.size(made.file.stat().st_size)
        self._say(self.backed, words.replace("%1", made.file.name).replace("%2", size), "ok")

    # --- checking -------------------------------------------------------------------------------------------

    def check_all(self) -> None:
        """Recompute, compare, hash."""
        context = self.context
        self.check.setEnabled(False)

        def work(progress: Progress) -> Verified:
            return verify(context.store, context.clock.now(), progress=progress)

        job = context.jobs.aside(
            work,
            self._verified,
            lambda problems: self._wrong(self.checked, problems),
            on_end=lambda: self._ended(self.check, self.check_line),
            title=self.tr("正在检查"),
            icon="scan",
            owner=self,
        )
        self.checking = job
        self.stop.setVisible(not self.check.isEnabled())
        self._follow(job, self.check_line, self.check)

    def stop_check(self) -> None:
        """Give the check up; it writes nothing."""
        self.checking.cancel()

    def _verified(self, result: Verified) -> None:
        self.look()
        self.result, count = result, self.context.formats.count
        self.show_damage.setVisible(not result.ok)
        if result.ok:
            words = self.tr("一切完好：日志 %1 条，记录 %2 条，文件 %3 个")
            for place, name in enumerate(("journal", "rows", "files"), 1):
                words = words.replace(f"%{place}", count(result.checked.get(name, 0)))
            self._say(self.checked, words, "ok")
            return
        head = self.tr("发现 %1 处损坏。请不要再录入，用最近的备份恢复到新目录。")
        self._say(self.checked, head.replace("%1", count(len(result.damage))), "bad")
        self.show_damage.setFocus()

    # --- both -----------------------------------------------------------------------------------------------

    def _follow(self, job: Job, line: ProgressLine, button: Button) -> None:
        job.progressed.connect(line.show_progress)
        line.setVisible(not button.isEnabled())

    def _ended(self, button: Button, line: ProgressLine) -> None:
        button.setEnabled(True)
        line.hide()
        self.stop.setVisible(not self.check.isEnabled())

    def _wrong(self, label: Any, problems: tuple[Problem, ...]) -> None:
        self._say(label, sentences(problems, self.context.language), "bad")

    def _say(self, label: Any, words: str, tone: str) -> None:
        label.setText(words)
        set_tone(label, tone)
        label.show()
