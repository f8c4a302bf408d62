"""The pictures on the firm's letters: taken in from a file at once, or taken away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.actions.wording import PICTURES, set_picture
from models.queries.settings import setting
from models.rules.problems import Problem
from ui.common.ask import choose_file
from ui.common.buttons import Button
from ui.common.text import text
from ui.context import AppContext


class LetterPictures(QWidget):
    """A row for each; ``refused`` carries why a file could not be taken, ``taken`` that all is well."""

    refused = Signal(object)
    taken = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.states = {name: text("", tone="text2") for name in PICTURES}
        self.drops = {name: Button(self.tr("去掉")) for name in PICTURES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for name, words in (("logo", self.tr("信头标志")), ("signature", self.tr("签名图片"))):
            column.addLayout(self._row(name, words))
        self._say()

    def _row(self, name: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        take, drop = Button(self.tr("选图片"), "folder"), self.drops[name]
        take.setAccessibleName(f"{words} {self.tr('选图片')}")
        drop.setAccessibleName(f"{words} {self.tr('去掉')}")
        take.clicked.connect(lambda: self.take_picture(name))
        drop.clicked.connect(lambda: self._set(name, taken=False))
        row.addWidget(text(words, bold=True))
        row.addWidget(self.states[name], 1)
        row.addWidget(take)
        row.addWidget(drop)
        return row

    def take_picture(self, name: str) -> None:
        """Ask for a picture and take it in."""
        self._set(name, taken=True)

    def _set(self, name: str, *, taken: bool) -> None:
        file = choose_file(self, self.tr("选图片"), "PNG, JPEG (*.png *.jpg *.jpeg)") if taken else None
        if taken and file is None:
            return
        desk = self.context.desk
        self.context.act(
            lambda _: set_picture(desk, name, file), lambda _: self._say(), self._wrong, owner=self
        )

    def _wrong(self, problems: tuple[Problem, ...]) -> None:
        self.refused.emit(problems)

    def _say(self) -> None:
        for name, which in PICTURES.items():
            there = bool(setting(self.context.store, which))
            self.states[name].setText(self.tr("已有图片") if there else self.tr("没有图片"))
            self.drops[name].setEnabled(there)
        self.taken.emit()
