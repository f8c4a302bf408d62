"""A rate a year, typed in percent."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from ui.common.fields import set_wrong

_PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?")


class PercentEdit(QLineEdit):
    """``bp`` is the rate in basis points: ``4.5`` is 450; None where nothing, or nothing readable, is typed."""

    changed = Signal()

    def __init__(self, bp: int | None = None) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.set_bp(bp)
        self.textEdited.connect(lambda _: self.changed.emit())
        self.editingFinished.connect(self._tidy)

    @property
    def bp(self) -> int | None:
        """The rate typed."""
        typed = self.text().replace("％", "%").replace("。", ".").strip().removesuffix("%").strip()
        match = _PERCENT.fullmatch(typed)
        return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0")) if match else None

    @property
    def unreadable(self) -> bool:
        """Whether something is typed that is no rate."""
        return bool(self.text().strip()) and self.bp is None

    def set_bp(self, bp: int | None) -> None:
        """Show a rate, silently."""
        self.setText("" if bp is None else f"{bp // 100}.{bp % 100:02d} %")
        set_wrong(self, False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what stands there."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _tidy(self) -> None:
        set_wrong(self, self.unreadable)
        if self.bp is not None:
            self.set_bp(self.bp)
