"""What a drag or the clipboard carries."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def on_clipboard() -> QMimeData:
    """What was copied last; empty where nothing was since the machine started."""
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return held or QMimeData()


def local_files(data: QMimeData) -> list[Path]:
    """The files of this machine among it, in their order."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
