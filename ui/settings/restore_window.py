"""从备份恢复: choose a backup, see what it holds, try it, restore it beside the books, never over them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.actions.backups import keys_of, prove_backup, restore_beside
from models.progress import Progress
from models.rules.problems import Problem, Refused
from models.store.backup import contained
from models.store.folder import DataFolder
from models.store.keys import Ring
from models.store.series import Generation, backup_place, every_series, generation, generations, place_beside
from models.vault.key import Key
from ui.common.ask import choose_file, choose_folder
from ui.common.buttons import Button
from ui.common.cards import EmptyState, KeyValues
from ui.common.dialog import DialogShell
from ui.common.key_dialog import KeyDialog
from ui.common.marks import ProgressLine
from ui.common.table import Column, RowsModel
from ui.common.table_page import TablePage
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.jobs import Job
from ui.problems import sentences, worded

Work = Callable[[Progress], dict[str, int]]
MAIN = Path(__file__).resolve().parents[2] / "main.py"


@dataclass(frozen=True)
class Offer:
    """A backup that can be restored; ``holds`` counts what a clerk knows, None where its file does not say."""

    source: Path
    made_at: datetime
    why: str
    seq: int
    holds: dict[str, int] | None
    documents: int

    @classmethod
    def of(cls, one: Generation) -> Offer:
        """One the program made by itself."""
        return cls(one.folder, one.made_at, one.why, one.seq, one.holds, one.checked.get("files", 0))


class RestoreWindow(DialogShell):
    """For the data ``folder``, also where that cannot be opened any more."""

    def __init__(self, context: AppContext, folder: DataFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (860, 640), "", primary_icon="history", margin=0)
        self.setWindowTitle(self.tr("从备份恢复"))
        self.context, self.folder = context, folder
        self.target = _free_name(folder.root, context)
        self.job: Job | None = None
        self.restored: Path | None = None
        self.ring = Ring(context.store.folder.key if context.store else folder.key)
        self.again: Callable[[], object] = self.try_it
        self.primary.set_words(self.tr("恢复到新目录"))
        self.cancel.set_words(self.tr("关闭"))
        self.test = self.add_button(self.tr("只验证"), "scan", "Ctrl+T")
        self.other = Button(self.tr("选择备份文件"), "folder")
        self.list = TablePage(
            RowsModel(self._columns(), id_of=lambda offer: str(offer.source), ticking=False)
        )
        self._lay_out()
        self._connect()
        self._read()
        self.list.setFocus()

    def _columns(self) -> list[Column]:
        formats, language = self.context.formats, self.context.language

        def held(name: str) -> Column:
            words = {"claim": self.tr("债权"), "letter": self.tr("函件"), "evidence": self.tr("证据")}[name]
            return Column(
                name,
                words,
                90,
                lambda offer: formats.count(offer.holds[name]) if offer.holds else "",
                right=True,
            )

        return [
            Column("made", self.tr("备份时间"), 190, lambda offer: formats.moment(offer.made_at),
                   sort_key=lambda offer: offer.made_at),
            Column("why", self.tr("为什么备份"), 170, lambda offer: worded(f"backup_why_{offer.why}", language)),
            held("claim"), held("letter"), held("evidence"),
            Column("seq", self.tr("日志"), 90, lambda offer: formats.count(offer.seq), right=True),
        ]  # fmt: skip

    def _lay_out(self) -> None:
        hint = self.tr("退出程序时、每天和导入前会自动备份。也可以选择一个备份文件。")
        empty = EmptyState(self.tr("没有找到自动备份"), hint=hint, icon="save")
        nothing_found = EmptyState(self.tr("没有符合条件的备份"), self.tr("清除筛选"), icon="filter")
        self.list.lay_out(self.tr("选择备份"), empty, nothing_found)
        self.list.add_buttons(self.other)
        self.facts = KeyValues(label_width=96)
        self.facts.add(self.tr("备份里有"), "")
        self.facts.add(self.tr("恢复到"), "")
        self.relocate = Button(self.tr("换个位置"), "folder")
        self.line = ProgressLine()
        self.told = text("", wrap=True, selectable=True)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 12, 20, 12)
        row.addWidget(self.facts, 1)
        row.addWidget(self.relocate)
        self.body.addWidget(self.list, 1)
        for widget in (foot, self.line, self.told):
            self.body.addWidget(widget)
        self.told.setContentsMargins(20, 0, 20, 12)
        self.line.hide()
        self.told.hide()
        self.say(self.tr("现在的数据不会动：恢复的内容放进新目录，验证完好才留下。"))

    def _connect(self) -> None:
        self.list.row_changed.connect(self._show_current)
        self.other.clicked.connect(self.choose_other)
        self.relocate.clicked.connect(self.choose_target)
        self.test.clicked.connect(self.try_it)

    # --- what can be chosen --------------------------------------------------------------------------

    def _read(self) -> None:
        folder = self.folder

        def work(_progress: Progress) -> list[Offer]:
            places = dict.fromkeys((backup_place(folder), place_beside(folder)))
            found = [
                Offer.of(one)
                for place in places
                for of_one_key in every_series(folder, place)
                for one in generations(of_one_key)
            ]
            return sorted(found, key=lambda offer: offer.made_at, reverse=True)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, offers: list[Offer]) -> None:
        self.offers = offers
        self.list.model.set_rows(offers)
        count = self.tr("%1 份", "", len(offers)).replace("%1", self.context.formats.count(len(offers)))
        self.list.subtitle.setText(count)
        self.list.show_stack(bool(offers))
        self._show_current()

    def choose_other(self) -> None:
        """A backup file, or the manifest of one the program made by itself on another disk."""
        kinds = self.tr("备份 (*.qzbackup manifest.json)")
        file = choose_file(self, self.tr("选择备份"), kinds, backup_place(self.folder))
        if file is None:
            return
        try:
            offer = _offer_of(file)
        except Refused as refusal:
            self._refused(refusal.problems)
            return
        self._loaded([offer, *(one for one in self.offers if one.source != offer.source)])
        self.list.table.go_to_id(str(offer.source))

    def choose_target(self) -> None:
        """Another place for the new folder."""
        folder = choose_folder(self, self.tr("恢复到哪个目录里"), self.target.parent)
        if folder is not None:
            self.target = folder if not any(folder.iterdir()) else folder / self.target.name
            self._show_current()

    @property
    def current(self) -> Offer | None:
        """The backup the keyboard is on."""
        offer: Offer | None = self.list.current
        return offer

    def _show_current(self) -> None:
        offer, formats = self.current, self.context.formats
        told = []
        if offer is not None and offer.holds:
            told = [
                worded(f"backup_holds_{name}", self.context.language, {"count": formats.count(number)})
                for name, number in offer.holds.items()
            ]
        if offer is not None:
            told.append(
                self.tr("文件 %1 个", "", offer.documents).replace("%1", formats.count(offer.documents))
            )
        self.facts.show_value(self.tr("备份里有"), formats.joined(told))
        self.facts.show_value(self.tr("恢复到"), str(self.target))
        self._allow()

    def _allow(self) -> None:
        free = self.current is not None and self.job is None
        self.primary.setEnabled(self.restored is not None or free)
        for button in (self.test, self.other, self.relocate):
            button.setEnabled(self.job is None and (button is not self.test or free))

    # --- acting --------------------------------------------------------------------------------------

    def try_it(self) -> None:
        """Restore it into a folder that goes again, and verify it there."""
        offer, root, now = self.current, self.folder.root, self.context.clock.now()
        if offer is not None:
            ring = self.ring
            self.again = self.try_it
            self._start(
                lambda progress: prove_backup(offer.source, root, now, progress, ring),
                self._tried,
                self.tr("正在验证备份"),
            )

    def press_primary(self) -> None:
        """Restore the current one; once that is done, open what was restored."""
        offer, target, now = self.current, self.target, self.context.clock.now()
        if self.restored is not None:
            QProcess.startDetached(sys.executable, [str(MAIN), "--data", str(self.restored)])
            self.close()
        elif offer is not None and self.job is None:
            ring = self.ring
            self.again = self.press_primary
            self._start(
                lambda progress: restore_beside(offer.source, target, now, progress, ring),
                self._restored,
                self.tr("正在恢复"),
            )

    def _start(self, work: Work, done: Callable[[dict[str, int]], object], title: str) -> None:
        ended: list[bool] = []

        def end() -> None:
            ended.append(True)
            self.job = None
            self.line.hide()
            self._allow()

        self.told.hide()
        self.line.show()
        job = self.context.jobs.aside(
            work, done, self._refused, on_end=end, title=title, icon="history", owner=self
        )
        if not ended:
            self.job = job
            job.progressed.connect(self.line.show_progress)
            self._allow()

    def _tried(self, checked: dict[str, int]) -> None:
        self._tell(self.tr("这份备份完好：%1").replace("%1", self._counted(checked)), "ok")

    def _restored(self, checked: dict[str, int]) -> None:
        self.restored = self.target
        words = self.tr(
            "已恢复到 %1，验证完好：%2。请打开看一看；确认要改用它，就退出程序，给原来的数据目录改个名，"
            "再把新目录改成原来的名字。"
        )
        self._tell(words.replace("%1", str(self.target)).replace("%2", self._counted(checked)), "ok")
        self.primary.set_words(self.tr("打开恢复的数据"))
        self._allow()

    def _counted(self, checked: dict[str, int]) -> str:
        words = self.tr("日志 %1 条，记录 %2 条，文件 %3 个")
        for place, name in enumerate(("journal", "rows", "files"), 1):
            words = words.replace(f"%{place}", self.context.formats.count(checked.get(name, 0)))
        return words

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        offer = self.current
        if offer is not None and problems[0].code == "backup_locked":
            self.ask_key(offer)
        self._tell(sentences(problems, self.context.language), "bad")

    def ask_key(self, offer: Offer) -> None:
        """Ask for what opens an encrypted backup, then do what was asked for."""
        keys = keys_of(offer.source)
        if keys is None:
            return
        told = self.tr("这份备份已加密。请输入做备份时的口令；恢复密钥同样有效。")
        self.asking = KeyDialog(self.context, keys, told, None, self)
        self.asking.opened.connect(self._opened)
        self.asking.show()

    def _opened(self, key: Key) -> None:
        self.ring = Ring(key)
        # What was refused is still ending its job.
        QTimer.singleShot(0, self, self.again)

    def _tell(self, words: str, tone: str) -> None:
        self.told.setText(words)
        set_tone(self.told, tone)
        self.told.show()

    def may_close(self) -> bool:
        """What is under way is given up and leaves nothing."""
        if self.job is not None:
            self.job.cancel()
        return True


def _offer_of(file: Path) -> Offer:
    one = generation(file.parent) if file.name == "manifest.json" else None
    if one is not None:
        return Offer.of(one)
    told = contained(file)
    return Offer(file, told.made_at, "file", told.seq, None, told.documents)


def _free_name(root: Path, context: AppContext) -> Path:
    """A folder beside the books that is not there yet."""
    name = f"{root.name}-restored-{context.today:%Y%m%d}"
    places = [root.with_name(name), *(root.with_name(f"{name}-{number}") for number in range(2, 100))]
    return next((place for place in places if not place.exists()), places[-1])
