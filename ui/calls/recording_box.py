"""Where the recording of a talk, or the picture of a message, is dropped, pasted or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.common import ask
from ui.common.buttons import Button, icon_button
from ui.common.cards import Card, DropZone
from ui.common.carried import local_files
from ui.common.formats import Formats
from ui.common.marks import RoundIcon
from ui.common.text import text

PICTURES = "*.png *.jpg *.jpeg *.heic *.pdf *.eml *.msg *.txt *.mp4"
SOUNDS = "*.m4a *.mp3 *.wav *.aac *.amr *.ogg *.flac *.wma *.mp4 *.3gp"


class RecordingBox(QWidget):
    """``file`` is the proof or None; ``changed`` comes when it is another one. ``pictures``: of a message."""

    changed = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.file: Path | None = None
        self.pictures = False
        self.stack = QStackedLayout(self)
        self.stack.addWidget(self._build_zone())
        self.stack.addWidget(self._build_card())

    def _build_zone(self) -> DropZone:
        zone = DropZone()
        zone.column.setContentsMargins(12, 4, 4, 4)
        zone.dropped.connect(lambda files: self.take(files[0]))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.wanted = text(tone="text2")
        self.take_pictures(False)
        row.addWidget(self.wanted, 1)
        self.chooser = Button(self.tr("选择文件"), "recording", "O", kind="ghost")
        self.chooser.clicked.connect(self.choose)
        row.addWidget(self.chooser)
        zone.column.addLayout(row)
        return zone

    def _build_card(self) -> Card:
        card = Card(padding=8)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(RoundIcon("recording", "accent"))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        self.name = text(selectable=True)
        self.about = text(size=12, tone="text2")
        lines.addWidget(self.name)
        lines.addWidget(self.about)
        row.addLayout(lines, 1)
        cross = icon_button("close", self.tr("不附录音"))
        cross.clicked.connect(lambda: self.take(None))
        row.addWidget(cross, 0, Qt.AlignmentFlag.AlignVCenter)
        card.column.addLayout(row)
        return card

    def take_pictures(self, pictures: bool) -> None:
        """Ask for the picture or copy of a message, or for a recording."""
        self.pictures = pictures
        recording, picture = (
            self.tr("拖入录音文件，或按 Ctrl V 粘贴"),
            self.tr("拖入聊天截图或邮件原文，或按 Ctrl V 粘贴"),
        )
        self.wanted.setText(picture if pictures else recording)

    def choose(self) -> None:
        """Look for the file on the disk."""
        kinds = f"{self.tr('截图或原文')} ({PICTURES})" if self.pictures else f"{self.tr('录音')} ({SOUNDS})"
        file = ask.choose_file(self, self.tr("选择证明文件"), f"{kinds};;{self.tr('所有文件')} (*)")
        if file:
            self.take(file)

    def paste(self, data: QMimeData) -> bool:
        """Take a file from the clipboard; whether there was one."""
        files = local_files(data)
        if files:
            self.take(files[0])
        return bool(files)

    def take(self, file: Path | None) -> None:
        """Attach this file, or none."""
        if file is not None and not file.is_file():
            return
        self.file = file
        if file is not None:
            self.name.setText(file.name)
            size = self.formats.size(file.stat().st_size)
            told = self.tr("保存时计算 SHA-256 并存入证据链")
            self.about.setText(self.formats.joined([size, told]))
        self.stack.setCurrentIndex(1 if file else 0)
        self.changed.emit()
