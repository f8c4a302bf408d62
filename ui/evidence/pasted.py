"""What the clipboard holds, as files: those copied in the file manager, or a screenshot."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from models.clock import CHINA
from ui.common.carried import local_files


def files_of(data: QMimeData, folder: Path, at: datetime, word: str) -> list[Path]:
    """The files in ``data``; a picture is written into ``folder`` as PNG, named by ``word`` and the instant."""
    files = local_files(data)
    if files or not data.hasImage():
        return files
    image = QImage(data.imageData())
    target = folder / f"{word}_{at.astimezone(CHINA):%Y%m%d_%H%M%S}.png"
    return [target] if not image.isNull() and image.save(str(target)) else []
