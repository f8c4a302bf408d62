"""Printing stored letters: from the very bytes in the vault, letter by letter, resumable at the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter

from models.progress import Progress
from models.queries.letter_rows import LetterRow
from models.store import Store
from ui.common.pages import PdfPages
from ui.common.paper import print_pages
from ui.jobs import Job, Jobs


class Printing(QObject):
    """One pile of letters on its way to a printer.

    ``advanced`` carries how many letters of the pile are printed; ``stopped`` comes when it ends, done or not.
    """

    advanced = Signal(int)
    stopped = Signal()
    _told = Signal(int)

    def __init__(self, jobs: Jobs, store: Store, letters: Sequence[LetterRow], title: str) -> None:
        super().__init__()
        self.jobs, self.store, self.letters, self.title = jobs, store, list(letters), title
        self.printed = 0
        self.job: Job | None = None
        self._told.connect(self._advance)

    @property
    def running(self) -> bool:
        """Whether it is printing now."""
        return self.job is not None

    @property
    def complete(self) -> bool:
        """Whether every letter is printed."""
        return self.printed >= len(self.letters)

    def start(self, printer: Any) -> None:
        """Print from the next letter on, which is the first at first."""
        if self.running:
            return
        begin = self.printed
        ended: list[bool] = []

        def end() -> None:
            ended.append(True)
            self.job = None
            self.stopped.emit()

        job = self.jobs.aside(
            lambda progress: self._print(printer, begin, progress),
            on_end=end,
            title=self.title,
            icon="printer",
            owner=self,
        )
        self.job = None if ended else job

    def again_from(self, number: int) -> None:
        """Count letters from ``number`` (from 1) on as not yet printed."""
        self.printed = max(0, min(number - 1, len(self.letters)))

    def _print(self, printer: Any, begin: int, progress: Progress) -> None:
        """Beside everything else: what is painted when it is stopped still comes out whole."""
        painter = QPainter()
        if not painter.begin(printer):
            raise OSError("the printer takes no page")
        try:
            for place in range(begin, len(self.letters)):
                progress(place, len(self.letters))
                self._print_one(painter, printer, self.letters[place], first=place == begin)
                self._told.emit(place + 1)
            progress(len(self.letters), len(self.letters))
        finally:
            painter.end()

    def _print_one(self, painter: QPainter, printer: Any, letter: LetterRow, *, first: bool) -> None:
        pages = PdfPages(self.store.folder.vault.read(letter.sha256))
        try:
            print_pages(painter, printer, pages, fresh=first)
        finally:
            pages.close()

    def _advance(self, printed: int) -> None:
        self.printed = printed
        self.advanced.emit(printed)
