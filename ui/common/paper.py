"""A document that is kept: printed from its very bytes, saved as a copy, opened as a copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRectF, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import QWidget

from models.actions.custody import export_copy
from models.actions.evidence import copy_to_open
from models.progress import Progress
from models.queries.evidence import EvidenceRow, piece
from ui.common import ask
from ui.common.pages import PdfPages
from ui.common.scratch import scratch_folder
from ui.context import AppContext
from ui.problems import sentences

DPI = 300
"""Fine enough for 9 pt Chinese on any office printer; an A4 page is 35 MB then."""
_POINTS = 72


def print_pages(painter: QPainter, printer: Any, pages: PdfPages, *, fresh: bool) -> None:
    """Print a document at its own size; ``fresh`` where nothing stands on the printer's first page yet."""
    for page in range(pages.count):
        if page or not fresh:
            printer.newPage()
        width, height = pages.size(page)
        image = pages.picture(page, round(width / _POINTS * DPI))
        dots = printer.resolution() / _POINTS
        edge = printer.pageRect(printer.Unit.DevicePixel).topLeft()
        painter.drawImage(QRectF(-edge.x(), -edge.y(), width * dots, height * dots), image)


class KeptPaper(QObject):
    """Prints (PDF only), saves and opens one piece of evidence; ``said`` carries how it went, and its tone."""

    said = Signal(str, str)

    def __init__(self, context: AppContext, over: QWidget) -> None:
        super().__init__(over)
        self.context, self.over = context, over
        self.row: EvidenceRow | None = None

    def take(self, evidence: int | None) -> None:
        """The piece spoken of from now on."""
        self.row = None if evidence is None else piece(self.context.store, evidence)

    def print(self) -> None:
        """Print it on a printer the clerk chooses."""
        row = self.row
        if row is None:
            return
        try:
            printer = ask.choose_printer(self.over, self.tr("打印"))
        except LookupError:
            self.said.emit(self.tr("这台电脑没有打印机。文件已存好，可以存为 PDF 后到别处打印。"), "warn")
            return
        if printer is not None:
            vault, sha256 = self.context.store.folder.vault, row.sha256
            self.context.jobs.aside(
                lambda _progress: print_content(vault.read(sha256), printer),
                lambda _: self.said.emit(self.tr("已送到打印机"), "ok"),
                title=self.tr("正在打印"),
                owner=self,
            )

    def save(self) -> None:
        """Copy it to where the clerk says; that it left is in the log."""
        row = self.row
        if row is None:
            return
        suffix = Path(row.name).suffix
        target = ask.save_file(self.over, self.tr("存为文件"), row.name, f"{suffix[1:].upper()} (*{suffix})")
        if target is None:
            return
        desk, told = self.context.desk, self.tr("已存到 %1").replace("%1", str(target))
        self.context.jobs.write(
            lambda _progress: export_copy(desk, row.id, target),
            lambda _: self.said.emit(told, "ok"),
            lambda problems: self.said.emit(sentences(problems, self.context.language), "bad"),
            title=self.tr("正在存为文件"),
            owner=self,
        )

    def open(self) -> None:
        """Show a read-only copy in the system's own program; the original never leaves the vault."""
        if self.row is not None:
            desk, key = self.context.desk, self.row.id
            self._copy(
                lambda: copy_to_open(desk, key, scratch_folder(desk.store.folder.root, "open")), self._open
            )

    def _open(self, file: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self.said.emit(self.tr("系统没有能打开这种文件的程序，请存为文件后再打开。"), "bad")

    def _copy(self, copy: Callable[[], Path], then: Callable[[Path], object]) -> None:
        """Copy in the reading lane; a disk that is full or gone is said, with what is safe."""

        def work(_progress: Progress) -> Path | str:
            try:
                return copy()
            except OSError as trouble:
                return trouble.strerror or type(trouble).__name__

        def done(told: Path | str) -> None:
            if isinstance(told, Path):
                then(told)
            else:
                words = self.tr("没有写成文件（%1）。原件没有改动，请换个位置再试。")
                self.said.emit(words.replace("%1", told), "bad")

        self.context.jobs.read(work, done, owner=self)


def print_content(content: bytes, printer: Any) -> None:
    """Print a PDF from its bytes, which lie in no file. OSError where the printer takes no page."""
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError("the printer takes no page")
    pages = PdfPages(content)
    try:
        print_pages(painter, printer, pages, fresh=True)
    finally:
        painter.end()
        pages.close()
