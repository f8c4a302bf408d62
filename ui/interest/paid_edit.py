"""Where payments are typed, a day and a sum each, as the command takes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit

from models.rules.money import parse_yuan
from ui.common.day_words import parse_day

_PAYMENT = re.compile(r"\s*([^=\s]+)\s*=\s*([\d,，.]+)\s*")


class PaidEdit(QLineEdit):
    """``2026-11-02=100000``, several between semicolons."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.today = today
        self.setPlaceholderText("2026-11-02=100000")

    @property
    def payments(self) -> list[tuple[date, int]] | None:
        """The payments typed, in fen; None where one cannot be read."""
        found = []
        for part in re.split(r"[;；\n]", self.text()):
            if not part.strip():
                continue
            match = _PAYMENT.fullmatch(part)
            day = parse_day(match[1], self.today(), past=True) if match else None
            try:
                fen = parse_yuan(match[2].replace("，", ",")) if match else 0
            except ValueError:
                return None
            if day is None:
                return None
            found.append((day, fen))
        return found
