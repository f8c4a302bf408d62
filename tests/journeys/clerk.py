"""A clerk at the keyboard: every key goes to whatever the desktop would give it to, and every act is counted.

No widget is named by what the clerk does. A key is sent to the window that has the keyboard, as the windowing
system does; which widget, shortcut or popup takes it is the program's affair.
"""

from __future__ import annotations

import sys
import threading
import traceback
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.app import Session
from ui.common.ask import answering
from ui.common.key_dialog import KeyDialog

PATIENCE = 15_000
"""So many looks, a millisecond and more apart, are taken before the test gives up on a lane; nothing waits for them to
pass. Looks and not seconds: a machine with no time for the lane has none for the looks either."""


class Clerk:
    """Works in the window of a session, with keys alone.

    ``acts`` counts as the budgets of the design do: a key or chord, one typed value with the Tab that leaves its
    field, one answer in a window of the system (a file, a folder, a printer) is one each.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.acts = 0

    # --- keys --------------------------------------------------------------------------------------

    def press(self, *chords: str) -> None:
        """Keys or chords, each one act: ``"C"``, ``"Ctrl+Return"``."""
        for chord in chords:
            self.acts += 1
            self._key(chord)

    def type(self, words: str, then: str = "") -> None:
        """One value, and the key that leaves its field (``Tab``): one act."""
        self.acts += 1
        plain = words.isascii()
        for character in words if plain else ():
            self._character(character)
        if not plain:
            self._compose(words)
        if then:
            self._key(then)
        self.settle()

    def _key(self, chord: str) -> None:
        for combination in QKeySequence(chord):
            QTest.keyClick(self.keyboard(), combination.key(), combination.keyboardModifiers())
        self.settle()

    def _character(self, character: str) -> None:
        shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
        QTest.keyClick(
            self.keyboard(), Qt.Key(ord(character.upper())), shift if character.isupper() else none
        )

    def _compose(self, words: str) -> None:
        """Chinese comes from an input method, which only asks who has the focus."""
        committed = QInputMethodEvent()
        committed.setCommitString(words)
        QCoreApplication.sendEvent(QApplication.focusWidget(), committed)

    def paste(self, what: str | Iterable[Path]) -> None:
        """Ctrl V of words, or of files copied in the file manager: one act."""
        data = QMimeData()
        if isinstance(what, str):
            data.setText(what)
        else:
            data.setUrls([QUrl.fromLocalFile(str(file)) for file in what])
        QGuiApplication.clipboard().setMimeData(data)
        self.press("Ctrl+V")

    def answer(self, chord: str, *answers: Any) -> None:
        """A key whose window of the system is answered so: the key, and each answer, is one act."""
        with answering(*answers):
            self.press(chord)
        self.acts += len(answers)

    # --- the desktop ---------------------------------------------------------------------------------

    def keyboard(self) -> QWindow:
        """The window that has the keyboard; after one has closed, the desktop gives it to the one below."""
        window = QGuiApplication.focusWindow()
        if window is None:
            below = self.dialogs()
            (below[-1] if below else self.window).activateWindow()
            self.settle()
            window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the keyboard"
        return window

    @property
    def window(self) -> Any:
        """The main window."""
        assert self.session.window is not None
        return self.session.window

    def dialogs(self) -> list[QWidget]:
        """The other windows that stand open."""
        return [
            each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()
        ]

    def room(self, kind: type) -> Any:
        """The one open window of this kind."""
        (found,) = [each for each in self.dialogs() if isinstance(each, kind)]
        return found

    def settle(self) -> None:
        """Until no lane works and nothing waits to be told or deleted: what the clerk sees is what there is."""
        self.until(self._quiet)

    def until(self, true: Callable[[], object]) -> None:
        """Until it holds; fails where it does not within patience, and says what every thread is at."""
        for _ in range(PATIENCE):
            if true():
                return
            QTest.qWait(1)
        raise AssertionError("it never came to rest\n" + "\n".join(_at_work()))

    def _quiet(self) -> bool:
        for _ in range(3):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return not self.session.jobs.busy

    # --- what is seen ----------------------------------------------------------------------------------

    @property
    def toast(self) -> str:
        """What was said last about an act."""
        return str(self.window.toast.label.said) if self.window.toast.isVisible() else ""

    def seen(self, column: str) -> str:
        """A cell of the current row of the claims table."""
        table = self.window.claims.table
        return self.cell(table.current_place, column)

    def cell(self, place: int, column: str) -> str:
        """A cell of the claims table as it is drawn and copied."""
        model = self.window.claims.model
        return str(model.index(place, model.column(column)).data(Qt.ItemDataRole.DisplayRole))

    def column(self, name: str) -> list[str]:
        """A column of the claims table from top to bottom."""
        return [self.cell(place, name) for place in range(self.window.claims.model.count())]

    def status(self, name: str) -> str:
        """What the bar below the table says of ``shown``, ``ticked``, ``sum``, ``mean``, ``latest``."""
        return str(self.window.claims.status.values[name].text())


def _at_work() -> Iterator[str]:
    for thread in threading.enumerate():
        frame = sys._current_frames().get(thread.ident or 0)
        yield f"{thread.name}: " + " < ".join(
            f"{each.filename}:{each.lineno}" for each in reversed(traceback.extract_stack(frame)[-8:])
        )


@contextmanager
def giving(phrase: str) -> Iterator[None]:
    """While this lasts, the window that asks for the pass phrase of encrypted books is given it."""

    def give() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, KeyDialog) and each.isVisible() and each.edit.isEnabled():
                each.edit.setText(phrase)
                QTest.keyClick(each.edit, Qt.Key.Key_Return)

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(give)
    timer.start()
    try:
        yield
    finally:
        timer.stop()


def pdf_printer(target: Path) -> QPrinter:
    """A printer of the system that prints into a file, coarse enough to be quick."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def asked_for(data: Path, today: str = "2026-11-30", language: str = "zh_CN") -> Namespace:
    """The command line that opens the window on this folder."""
    from ui.terminal.main import parse

    return parse(["--data", str(data), "--today", today, "--lang", language])
