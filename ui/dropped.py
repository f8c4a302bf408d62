"""What was dropped on the window or pasted into it: a ledger, or evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData

from ui.common.carried import local_files, on_clipboard
from ui.common.file_choice import SUFFIXES


def ledgers_in(data: QMimeData) -> list[Path]:
    """The files among it that may be ledgers."""
    return [file for file in local_files(data) if file.suffix.lower() in SUFFIXES]


def take_pasted(window: Any, words: str) -> None:
    """A ledger, as a file or as cells, is imported; other files and pictures are evidence of the current claim.

    Cells lie on the clipboard with a picture of themselves.
    """
    data = on_clipboard()
    ledgers = ledgers_in(data)
    if ledgers:
        window.rooms.ledger(ledgers[0])
    elif data.hasUrls() or (data.hasImage() and not words):
        window.claims.paste_evidence()
    else:
        window.rooms.ledger(text=words or None)
