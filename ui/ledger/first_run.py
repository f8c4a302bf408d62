"""Before there is any claim: one place to drop the ledger, and the other ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.changes import Changes
from models.ledger.template import write_template
from models.rules.problems import Problem
from ui.common.ask import choose_file, save_file
from ui.common.buttons import Button
from ui.common.cards import DropZone
from ui.common.file_choice import SUFFIXES
from ui.common.marks import Icon
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentences
from ui.theme import current

WIDTH = 620


class FirstRun(QWidget):
    """``file_chosen`` carries a path; ``manual_requested`` and ``demo_requested`` the other ways to begin.

    ``template_requested`` comes once a template was written, with its path; ``encrypt_requested`` asks for the
    books to be encrypted before anything is in them.
    """

    file_chosen = Signal(object)
    template_requested = Signal(object)
    manual_requested = Signal()
    demo_requested = Signal()
    encrypt_requested = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(text(self.tr("从一份应收台账开始"), size=22, bold=True))
        promise = self.tr("把 Excel 拖到这里即可。软件自动识别列名，导入前先看差异，数据只存在本机。")
        column.addWidget(text(promise, tone="text2", wrap=True))
        column.addWidget(self._zone())
        column.addLayout(self._other_ways())
        column.addLayout(self._safety())
        self.said = text("", size=12, tone="text2", wrap=True)
        column.addWidget(self.said)
        column.addStretch(1)
        outer.addLayout(column)
        outer.addStretch(1)
        self.setFocusProxy(self.pick)
        context.bus.changed.connect(self._changed)
        self._show_safety()

    def _zone(self) -> DropZone:
        zone = self.zone = DropZone(SUFFIXES)
        zone.setMinimumWidth(current().px(WIDTH))
        zone.column.setContentsMargins(16, 32, 16, 20)
        zone.dropped.connect(lambda paths: self.file_chosen.emit(paths[0]))
        self.pick = Button(self.tr("选择文件"), kind="primary")
        self.pick.clicked.connect(self.choose)
        centre = Qt.AlignmentFlag.AlignHCenter
        zone.column.addWidget(Icon("import", "accent", 32), 0, centre)
        zone.column.addSpacing(8)
        zone.column.addWidget(text(self.tr("拖入 .xlsx / .xls / .csv"), size=15, bold=True), 0, centre)
        zone.column.addWidget(self.pick, 0, centre)
        zone.column.addSpacing(4)
        hint = self.tr("支持金蝶、用友导出的应收明细")
        zone.column.addWidget(text(hint, size=12, tone="text2"), 0, centre)
        return zone

    def _other_ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.template = Button(self.tr("下载模板"), "sheet")
        self.manual = Button(self.tr("手工录入一笔"), "plus")
        self.demo = Button(self.tr("用示例数据试用"), "play")
        self.template.clicked.connect(self.save_template)
        self.manual.clicked.connect(self.manual_requested)
        self.demo.clicked.connect(self.demo_requested)
        for button in (self.template, self.manual, self.demo):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _safety(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.stands = text("", size=12, tone="text2")
        self.encrypt = Button(self.tr("先加密数据"), "lock", kind="ghost")
        self.encrypt.clicked.connect(self.encrypt_requested)
        row.addWidget(self.stands)
        row.addWidget(self.encrypt)
        row.addStretch(1)
        return row

    def _changed(self, changes: Changes) -> None:
        if changes.settings or changes.everything:
            self._show_safety()

    def _show_safety(self) -> None:
        store = self.context.store
        there = store.folder.encrypted
        plain = self.tr("数据还没有加密：拿到这台电脑的人能读到。")
        self.stands.setText(self.tr("数据已加密：打开时要口令。") if there else plain)
        set_tone(self.stands, "ok" if there else "text2")
        self.encrypt.setVisible(store.writable and not there)

    def choose(self) -> None:
        """Ask the system for a ledger."""
        kinds = self.tr("台账") + " (" + " ".join(f"*{suffix}" for suffix in SUFFIXES) + ")"
        path = choose_file(self, self.tr("选择台账"), kinds)
        if path is not None:
            self.file_chosen.emit(path)

    def save_template(self) -> None:
        """Write an empty ledger with our headings where the clerk wants it."""
        path = save_file(self, self.tr("下载模板"), self.tr("应收台账模板") + ".xlsx", "Excel (*.xlsx)")
        if path is None:
            return

        def written(_: object) -> None:
            self._say(self.tr("模板已保存：%1").replace("%1", str(path)), "text2")
            self.template_requested.emit(path)

        self.context.jobs.read(lambda _: write_template(path), written, self._not_written, owner=self)

    def _not_written(self, problems: tuple[Problem, ...]) -> None:
        self._say(sentences(problems, self.context.language), "bad")

    def _say(self, words: str, tone: str) -> None:
        self.said.setText(words)
        set_tone(self.said, tone)
