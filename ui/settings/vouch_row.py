"""What has left the program vouches for the journal: a manifest, or the foot of a letter, is looked for in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.progress import Progress
from models.queries.vouched import not_in_journal
from models.rules.problems import Problem
from ui.common.ask import choose_file
from ui.common.buttons import Button
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentences


class VouchRow(QWidget):
    """A field for the sixteen characters at the foot of a letter, a button for a manifest, and what was found."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        words = self.tr("日志末尾被整段删去时，寄出的函件和导出的文件可以作证：")
        self.foot = QLineEdit()
        self.foot.setPlaceholderText(self.tr("函件页脚的 16 位校验码，回车核对"))
        self.foot.setAccessibleName(self.tr("函件页脚的校验码"))
        self.foot.returnPressed.connect(lambda: self.ask("".join(self.foot.text().split()).lower()))
        self.pick = Button(self.tr("核对清单文件"), "file")
        self.pick.clicked.connect(self.choose)
        self.found = text("", wrap=True, selectable=True)
        self.found.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.foot, 1)
        row.addWidget(self.pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(text(words, size=12, tone="text2", wrap=True))
        column.addLayout(row)
        column.addWidget(self.found)

    def choose(self) -> None:
        """Choose the manifest that lies beside an export, a bundle or a backup."""
        file = choose_file(self, self.tr("清单文件"), self.tr("清单 (*.json)"))
        if file is not None:
            self.ask(str(file))

    def ask(self, told: str) -> None:
        """Look for it in the journal; an empty field asks nothing."""
        if not told:
            return
        store = self.context.store

        def work(_progress: Progress) -> bool:
            with store.reading():
                return not not_in_journal(store, [told])

        self.context.jobs.read(
            work, lambda stands: self._found(told, stands=stands), self._refused, owner=self
        )

    def _found(self, told: str, *, stands: bool) -> None:
        words = (
            self.tr("日志里有“%1”那一条，它和它之前的都还在。")
            if stands
            else self.tr("日志里没有“%1”那一条：日志末尾被删去，或它不是这套账的。请先不要录入，拿备份核对。")
        )
        self._say(words.replace("%1", Path(told).name), "ok" if stands else "bad")

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self._say(sentences(problems, self.context.language), "bad")

    def _say(self, words: str, tone: str) -> None:
        self.found.setText(words)
        set_tone(self.found, tone)
        self.found.show()
