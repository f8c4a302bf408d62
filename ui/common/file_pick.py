"""One file to be kept with a record: chosen, dropped, or taken away again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.common import ask
from ui.common.buttons import Button, icon_button
from ui.common.cards import DropZone
from ui.common.text import set_tone, text


class FilePick(QWidget):
    """``path`` is the file or None; ``changed`` comes with each change."""

    changed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self.path: Path | None = None
        self.zone = DropZone()
        self.zone.column.setContentsMargins(10, 6, 6, 6)
        self.words = words
        self.name = text(words, size=12, tone="text2", wrap=True)
        self.choose = Button(self.tr("选择文件"), "paperclip")
        self.drop = icon_button("close", self.tr("去掉文件"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.drop)
        row.addWidget(self.choose)
        self.zone.column.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.zone)
        self.zone.dropped.connect(lambda files: self.set_path(files[0] if files else None))
        self.choose.clicked.connect(self.pick)
        self.drop.clicked.connect(lambda: self.set_path(None))
        self.setFocusProxy(self.choose)
        self.set_path(None)

    def pick(self) -> None:
        """Choose it in the system's own window."""
        chosen = ask.choose_file(self, self.tr("选择文件"), self.tr("所有文件") + " (*)")
        if chosen is not None:
            self.set_path(chosen)

    def set_path(self, path: Path | None) -> None:
        """This file, or none."""
        self.path = path
        self.name.setText(path.name if path else self.words)
        set_tone(self.name, "text" if path else "text2")
        self.drop.setVisible(path is not None)
        self.changed.emit()
