"""Looking at a piece of evidence: pages and pictures in the window, anything else as a read-only copy outside."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QWidget

from models.actions.custody import export_copy, note_use
from models.actions.desk import Desk
from models.actions.evidence import copy_to_open
from models.progress import Progress
from models.queries.evidence import EvidenceRow, piece
from models.rules.file_names import safe_name
from models.rules.mail import Mail, read_mail
from models.rules.problems import Problem, Refused
from ui.common import ask
from ui.common.buttons import icon_button
from ui.common.cards import EmptyState
from ui.common.dialog import DialogShell
from ui.common.marks import Tag
from ui.common.pages import PageView, PdfPages
from ui.common.scratch import scratch_folder
from ui.common.text import text, tip
from ui.context import AppContext
from ui.evidence.facts_dialog import FactsDialog
from ui.evidence.kinds import shown_as
from ui.problems import sentences

SHOWN_BYTES = 40_000_000
"""A larger file is opened outside instead of being held in memory."""
TEXT_BYTES = 2_000_000
_QUIET = "qt.gui.imageio*=false"


@dataclass(frozen=True)
class Content:
    """A piece as read from the vault: ``sound`` says whether its bytes are still those taken in."""

    row: EvidenceRow
    form: str
    sound: bool
    pages: PdfPages | None = None
    image: QImage | None = None
    words: str = ""
    mail: Mail | None = None


def read_content(desk: Desk, evidence: int) -> Content:
    """Read and check a piece. Refused (``unknown_id``) where there is none."""
    row = piece(desk.store, evidence)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": "evidence", "id": str(evidence)}, str(evidence)))
    vault = desk.store.folder.vault
    sound = vault.digest(row.sha256) == row.sha256
    form = shown_as(row.name)
    if not sound or row.bytes > SHOWN_BYTES or form in ("outside", "code"):
        return Content(row, form if form == "code" else "outside", sound)
    return _understood(row, form, vault.read(row.sha256))


def _understood(row: EvidenceRow, form: str, content: bytes) -> Content:
    """The bytes as pages, picture or words; opened outside where they are none of it."""
    if form == "pdf":
        try:
            return Content(row, form, True, pages=PdfPages(content))
        except ValueError:
            return Content(row, "outside", True)
    if form == "picture":
        image = _picture(content)
        return Content(row, "outside" if image.isNull() else form, True, image=image)
    if form == "mail":
        return Content(row, form, True, mail=read_mail(content))
    return Content(row, form, True, words=_decoded(content[:TEXT_BYTES]))


def _picture(content: bytes) -> QImage:
    """A picture, null where it is broken: that is said in the window, and not by Qt to whoever started the program."""
    QLoggingCategory.setFilterRules(_QUIET)
    return QImage.fromData(content)


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


class EvidenceViewer(DialogShell):
    """One piece. Ctrl O opens a read-only copy with the system's own program; what runs code is only exported."""

    def __init__(self, context: AppContext, evidence: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (860, 720), "", primary_key="Ctrl+O", primary_icon="open", margin=0)
        self.context, self.evidence = context, evidence
        self.content: Content | None = None
        self.setWindowTitle(self.tr("证据"))
        self.primary.set_words(self.tr("用其他程序打开"))
        self.cancel.set_words(self.tr("关闭"))
        self.out = self.add_button(self.tr("导出副本"), "export", "Ctrl+E")
        self.facts = self.add_button(self.tr("材料信息"), "edit", "Ctrl+I")
        self.facts.clicked.connect(lambda: FactsDialog(context, evidence, self).show())
        self._scratch = scratch_folder(context.store.folder.root, "view")
        self._lay_out()
        self.saved.connect(self.open_outside)
        self.out.clicked.connect(self.export)
        desk = context.desk
        context.jobs.read(
            lambda _progress: read_content(desk, evidence), self._loaded, self._refused, owner=self
        )

    def _lay_out(self) -> None:
        bar = QWidget()
        bar.setObjectName("steps")
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(8)
        self.about = text(size=12, tone="text2", selectable=True)
        self.sound = Tag("")
        row.addWidget(self.sound)
        row.addWidget(self.about, 1)
        self.place = text(tone="text2")
        back, on = (
            icon_button("left", self.tr("上一页"), "PgUp"),
            icon_button("right", self.tr("下一页"), "PgDown"),
        )
        self.turning = [back, self.place, on]
        small, large = (
            icon_button("zoom-out", self.tr("缩小"), "Ctrl+-"),
            icon_button("zoom-in", self.tr("放大"), "Ctrl++"),
        )
        self.zooming = [small, large]
        for widget in (*self.turning, *self.zooming):
            row.addWidget(widget)
        self.body.setSpacing(0)
        self.body.addWidget(bar)
        self.stack = QStackedWidget()
        self.view = PageView()
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setAccessibleName(self.tr("文件内容"))
        self.body.addWidget(self.stack, 1)
        for page in (self.view, self.words):
            self.stack.addWidget(page)
        back.clicked.connect(lambda: self.view.go(self.view.page - 1))
        on.clicked.connect(lambda: self.view.go(self.view.page + 1))
        small.clicked.connect(lambda: self.view.zoom_by(0.8))
        large.clicked.connect(lambda: self.view.zoom_by(1.25))
        self.view.turned.connect(lambda page, count: self.place.setText(f"{page + 1} / {count}"))

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")

    def _loaded(self, content: Content) -> None:
        self.content, row, formats = content, content.row, self.context.formats
        self.setWindowTitle(row.name)
        when = formats.moment(row.taken_at, self.context.today)
        self.about.setText(
            formats.joined([formats.size(row.bytes), f"{when} {row.taken_by}", f"SHA-256 {row.sha256[:16]}…"])
        )
        tip(self.about, f"SHA-256 {row.sha256}")
        if content.sound:
            self.sound.show_words(self.tr("与收存时一致"), "ok", "check")
        else:
            self.sound.show_words(self.tr("内容已损坏"), "bad", "warning")
        self.primary.setVisible(content.sound and content.form != "code")
        self._show(content)
        self._note("looked")
        if row.voided_at:
            self.say(self.tr("已作废：%1").replace("%1", row.void_why or ""), "warn")

    def _show(self, content: Content) -> None:
        paged = content.pages is not None
        for widget in self.turning:
            widget.setVisible(paged)
        for widget in self.zooming:
            widget.setVisible(content.form in ("pdf", "picture"))
        if content.pages is not None:
            self.view.show_pdf(content.pages)
        elif content.form == "picture" and content.image is not None:
            self.view.show_picture(content.image)
        elif content.form in ("text", "mail"):
            self.words.setPlainText(self._letter(content.mail) if content.mail else content.words)
            self.stack.setCurrentWidget(self.words)
            return
        else:
            self._show_nothing(content)
            return
        self.view.setFocus()

    def _letter(self, mail: Mail) -> str:
        """A mail as its reader sees it: heads, the names of what came with it, the words."""
        sent = self.context.formats.moment(mail.sent_at) if mail.sent_at and mail.sent_at.tzinfo else ""
        told = (
            (self.tr("发件人"), mail.sender), (self.tr("收件人"), mail.to), (self.tr("抄送"), mail.copied),
            (self.tr("时间"), sent), (self.tr("主题"), mail.subject),
            (self.tr("附件"), "、".join(each.name for each in mail.attachments)),
        )  # fmt: skip
        heads = [
            self.tr("%1：%2").replace("%1", label).replace("%2", words) for label, words in told if words
        ]
        return "\n".join([*heads, "", mail.body])

    def _show_nothing(self, content: Content) -> None:
        if not content.sound:
            words, hint = self.tr("这份文件读不出原来的内容"), self.tr("请从备份恢复；记录没有改动。")
        elif content.form == "code":
            words = self.tr("这是可执行的文件，不从这里打开")
            hint = self.tr("需要时导出副本，先检查再使用。")
        else:
            words, hint = self.tr("这种文件在窗口里看不了"), self.tr("按 Ctrl O 用其他程序打开它的只读副本。")
        page = EmptyState(words, hint=hint, icon="file")
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def open_outside(self) -> None:
        """Hand a read-only copy to the program the system has for it."""
        if self.content is None or self.primary.isHidden():
            return
        desk, evidence, folder = self.context.desk, self.evidence, self._scratch

        def copy(_progress: Progress) -> Path:
            return copy_to_open(desk, evidence, folder)

        self.context.jobs.read(copy, self._open, self._refused, owner=self, title=self.tr("正在打开"))

    def _note(self, act: str) -> None:
        """Who had it in hand is kept; a folder nobody may write to is still read."""
        if self.context.store.writable:
            desk, evidence = self.context.desk, self.evidence
            self.context.act(lambda _progress: note_use(desk, evidence, act), None, self._refused, owner=self)

    def _open(self, file: Path) -> None:
        self._note("opened")
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self.say(self.tr("系统没有能打开这种文件的程序，请导出副本后再打开。"), "bad")

    def export(self) -> None:
        """Write a copy where the clerk wants it."""
        if self.content is None:
            return
        row = self.content.row
        target = ask.save_file(self, self.tr("导出副本"), safe_name(row.name))
        if target:
            desk, told = self.context.desk, self.tr("已导出 %1").replace("%1", target.name)
            self.context.act(
                lambda _progress: export_copy(desk, row.id, target),
                lambda _done: self.say(told, "ok"),
                self._refused,
                owner=self,
            )

    def may_close(self) -> bool:
        """The copies go with the window; one that another program still holds goes when the machine tidies up."""
        if self.content is not None and self.content.pages is not None:
            self.content.pages.close()
        shutil.rmtree(self._scratch, ignore_errors=True)
        return True
