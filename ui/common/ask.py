"""The only modal boxes: one question, a confirmation, the system's own file windows.

Tests answer beforehand: ``with answering("why", True): ...`` hands the answers out in turn.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.rules.file_names import safe_name
from ui.common.buttons import Button
from ui.common.fields import Field
from ui.common.text import text

_answers: deque[Any] = deque()
_INSTEAD = 2
_LONGEST = 200
"""Bytes of a file name that is proposed; systems take 255."""


@contextmanager
def answering(*answers: Any) -> Iterator[None]:
    """Answer the coming questions in this order instead of showing them; all must be asked."""
    _answers.extend(answers)
    try:
        yield
        if _answers:
            raise AssertionError(f"never asked for: {list(_answers)!r}")
    finally:
        _answers.clear()


class Question(QDialog):
    """A question with a way back and one named act."""

    def __init__(self, parent: QWidget | None, title: str, words: str, act: str, danger: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(text(title, size=15, bold=True, wrap=True))
        self.words = text(words, tone="text2", wrap=True, selectable=True)
        self.words.setVisible(bool(words))
        self.column.addWidget(self.words)
        row = self.row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        back = self.back = Button(self.tr("取消"), key="Escape")
        back.clicked.connect(self.reject)
        self.act = Button(act, kind="danger" if danger else "primary")
        self.act.setDefault(True)
        self.act.clicked.connect(self.accept)
        row.addWidget(back)
        row.addWidget(self.act)
        self.column.addLayout(row)
        # Enter belongs to whoever has the keyboard: what takes something away wants more than that.
        (back if danger else self.act).setFocus()

    def ask(self) -> int:
        """Show it and wait for the answer, also while a locked window hides it: hiding ends Qt's own ``exec``."""
        loop = QEventLoop(self)
        self.finished.connect(loop.exit)
        self.setModal(True)
        self.show()
        return loop.exec()


def confirm(parent: QWidget | None, title: str, words: str, act: str, *, danger: bool = False) -> bool:
    """Whether to do what cannot be undone. ``act`` names it: 作废, 删除."""
    if _answers:
        return bool(_answers.popleft())
    return Question(parent, title, words, act, danger).ask() == QDialog.DialogCode.Accepted


def tell(parent: QWidget | None, title: str, words: str, act: str) -> None:
    """Say why the program cannot go on; there is nothing to choose. ``act`` goes on: 知道了."""
    if _answers:
        _answers.popleft()
        return
    box = Question(parent, title, words, act, danger=False)
    box.back.hide()
    box.ask()


def choose(parent: QWidget | None, title: str, words: str, act: str, instead: str) -> bool | None:
    """Whether to do ``act`` (True) or ``instead`` (False); None when the clerk went back."""
    if _answers:
        answer = _answers.popleft()
        return None if answer is None else bool(answer)
    box = Question(parent, title, words, act, danger=False)
    other = Button(instead)
    other.clicked.connect(lambda: box.done(_INSTEAD))
    box.row.insertWidget(1, other)
    return {QDialog.DialogCode.Accepted: True, _INSTEAD: False}.get(box.ask())


def ask_text(
    parent: QWidget | None, title: str, label: str, act: str, value: str = "", words: str = ""
) -> str | None:
    """One line of text, e.g. a reason; None when the clerk went back or left it empty."""
    if _answers:
        answer = _answers.popleft()
        return None if answer is None else str(answer)
    box = Question(parent, title, words, act, danger=False)
    edit = QLineEdit(value)
    box.column.insertWidget(2, Field(label, edit))
    box.act.setEnabled(bool(value))
    edit.textChanged.connect(lambda typed: box.act.setEnabled(bool(typed.strip())))
    edit.setFocus()
    if box.ask() != QDialog.DialogCode.Accepted:
        return None
    return edit.text().strip() or None


def choose_file(
    parent: QWidget | None, title: str, kinds: str = "", folder: Path | None = None
) -> Path | None:
    """A file to read. ``kinds`` as Qt writes them: ``Excel (*.xlsx *.xls);;CSV (*.csv)``."""
    if _answers:
        return _path(_answers.popleft())
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder or ""), kinds)
    return _path(chosen)


def choose_files(parent: QWidget | None, title: str, kinds: str = "") -> list[Path]:
    """Several files to read; none when the clerk went back."""
    if _answers:
        return [Path(name) for name in _answers.popleft() or ()]
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return [Path(name) for name in chosen]


def save_file(parent: QWidget | None, title: str, name: str, kinds: str = "") -> Path | None:
    """Where to write; the system has asked about overwriting."""
    if _answers:
        return _path(_answers.popleft())
    chosen, _ = QFileDialog.getSaveFileName(parent, title, safe_name(name, _LONGEST), kinds)
    return _path(chosen)


def save_as(parent: QWidget | None, title: str, name: str, kinds: Sequence[str]) -> tuple[Path, int] | None:
    """Where to write, and which of the kinds was chosen, counted from 0; a path alone as answer means the first."""
    if _answers:
        answer = _answers.popleft()
        return answer if answer is None or isinstance(answer, tuple) else (Path(answer), 0)
    chosen, kind = QFileDialog.getSaveFileName(parent, title, safe_name(name, _LONGEST), ";;".join(kinds))
    return (Path(chosen), list(kinds).index(kind) if kind in kinds else 0) if chosen else None


def choose_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """A folder."""
    if _answers:
        return _path(_answers.popleft())
    return _path(QFileDialog.getExistingDirectory(parent, title, str(folder or "")))


def choose_printer(parent: QWidget | None, title: str) -> Any:
    """A QPrinter the clerk has chosen, with its paper; None when the clerk went back.

    Raises LookupError where the system has no printer at all.
    """
    if _answers:
        answer = _answers.popleft()
        if answer is LookupError:
            raise LookupError
        return answer
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # 3 MB, only to print

    if not QPrinterInfo.availablePrinterNames():
        raise LookupError
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def _path(chosen: Any) -> Path | None:
    return Path(chosen) if chosen else None
