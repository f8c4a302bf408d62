"""What the scanner left in its folder: shown one by one, filed for the claim at hand or set aside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QListWidget, QWidget

from models.actions.evidence import Attached, PieceFacts, runs_code, sayable
from models.actions.scans import file_scan, set_scan_aside
from models.actions.settings import choose
from models.progress import Progress
from models.queries.evidence import OTHER
from models.queries.scans import WaitingScan, waiting_scans
from models.queries.settings import setting
from models.reference import chains
from models.rules.problems import Problem
from models.settings import SCAN_FOLDER
from ui.common import ask
from ui.common.choices import Choice
from ui.common.dialog import DialogShell
from ui.common.text import text
from ui.context import AppContext
from ui.evidence.kinds import document_for, kind_for
from ui.problems import sentences, worded


class _Files(QListWidget):
    """A list that leaves figures to its window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters search, arrows move, figures file."""
        if event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ScansDialog(DialogShell):
    """Choose a file, say which slot it fills by its figure; the next one is chosen by itself. Delete sets aside."""

    def __init__(
        self, context: AppContext, claim: int, claim_kind: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, "", (640, 560), "", primary_icon="folder", primary_key="Ctrl+O")
        self.context, self.claim, self.claim_kind = context, claim, claim_kind
        self.waiting: list[WaitingScan] = []
        self.setWindowTitle(self.tr("扫描文件夹"))
        self.primary.set_words(self.tr("选择文件夹"))
        self.cancel.set_words(self.tr("关闭"))
        self.aside = self.add_button(self.tr("不是证据"), "void", "Delete")
        self.aside.clicked.connect(self.set_aside)
        self.look = self.add_button(self.tr("打开看看"), "eye", "Space")
        self.look.clicked.connect(self.open_file)
        self.folder = text(tone="text2", wrap=True)
        self.files = _Files()
        self.files.setAccessibleName(self.tr("待归档的文件"))
        self.body.addWidget(self.folder)
        self.body.addWidget(self.files, 1)
        self.body.addWidget(text(self.tr("归入哪一环？"), bold=True))
        links = QGridLayout()
        self.slots = [*(slot.key for slot in chains().of(claim_kind)), OTHER]
        for place, slot in enumerate(self.slots, start=1):
            choice = Choice(worded(f"slot_{slot}", context.language), str(place))
            choice.setCheckable(False)
            choice.clicked.connect(lambda _=False, slot=slot: self.file(slot))
            links.addWidget(choice, (place - 1) // 4, (place - 1) % 4, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(links)
        self.refresh()

    def refresh(self) -> None:
        """Look into the folder."""
        chosen = setting(self.context.store, SCAN_FOLDER)
        self.folder.setText(chosen or self.tr("还没有选定扫描仪存放文件的文件夹。"))
        if not chosen:
            return
        store = self.context.store
        self.context.jobs.read(
            lambda _progress: waiting_scans(store, Path(chosen)), self._loaded, self._refused, owner=self
        )

    def _loaded(self, waiting: list[WaitingScan]) -> None:
        self.waiting = waiting
        self.files.clear()
        self.files.addItems(
            [f"{sayable(each.path.name)}  {self.context.formats.size(each.size)}" for each in waiting]
        )
        self.files.setCurrentRow(0)
        if not waiting:
            self.say(self.tr("没有待归档的文件"))

    @property
    def chosen(self) -> WaitingScan | None:
        """The file chosen."""
        row = self.files.currentRow()
        return self.waiting[row] if 0 <= row < len(self.waiting) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure files the chosen one."""
        typed = event.text()
        if typed.isdigit() and 1 <= int(typed) <= len(self.slots):
            self.file(self.slots[int(typed) - 1])
        else:
            super().keyPressEvent(event)

    def file(self, slot: str) -> None:
        """Take the chosen file in for the claim, in that slot."""
        found = self.chosen
        if found is None:
            return
        desk, claim, path = self.context.desk, self.claim, found.path
        kind = kind_for(self.claim_kind, slot, path.name)
        facts = PieceFacts(document_for(self.claim_kind, slot))

        def work(progress: Progress) -> Attached:
            return file_scan(desk, path, [claim], kind, facts=facts, progress=progress)

        self.context.act(
            work, self._filed, self._refused, title=self.tr("正在收存"), icon="paperclip", owner=self
        )

    def _filed(self, attached: Attached) -> None:
        self.say(sentences(attached.doubts, self.context.language), "warn")
        self.refresh()

    def set_aside(self) -> None:
        """The chosen file is no evidence, with the reason; it stays where it is."""
        found = self.chosen
        why = found and ask.ask_text(self, self.tr("不是证据"), self.tr("原因"), self.tr("不再列出"))
        if found and why:
            desk, path, said = self.context.desk, found.path, why
            self.context.act(
                lambda _progress: set_scan_aside(desk, path, said),
                lambda _done: self.refresh(),
                self._refused,
                owner=self,
            )

    def open_file(self) -> None:
        """Show the chosen file in the system's own program, unless it is one that runs."""
        found = self.chosen
        if found is None:
            return
        if runs_code(found.path.name):
            self.say(self.tr("这是可执行的文件，不从这里打开"), "bad")
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(found.path)))

    def press_primary(self) -> None:
        """Choose the folder the scanner writes to; it is kept."""
        folder = ask.choose_folder(self, self.tr("选择文件夹"))
        if folder:
            desk = self.context.desk
            self.context.act(
                lambda _progress: choose(desk, SCAN_FOLDER, str(folder)),
                lambda _done: self.refresh(),
                self._refused,
                owner=self,
            )

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
