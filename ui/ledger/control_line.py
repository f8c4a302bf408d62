"""Whether everything in the sheet is accounted for: rows and sum, and the reason where the sum differs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.common.formats import Formats
from ui.common.marks import Icon
from ui.common.text import set_tone, text
from ui.ledger.draft import Control


class ControlLine(QWidget):
    """One line below the table. ``accepted_changed`` comes when the reason for a difference is typed."""

    accepted_changed = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.control: Control | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.sign = Icon("check", "ok")
        self.words = text("", tone="text2", selectable=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("合计不符，写明原因后才能导入"))
        self.reason.setAccessibleName(self.tr("合计不符的原因"))
        self.reason.setMinimumWidth(300)
        self.reason.textChanged.connect(lambda _: self.accepted_changed.emit())
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.reason)

    @property
    def accepted(self) -> bool:
        """Whether nothing differs, or the clerk has said why."""
        return self.control is None or self.control.agrees or bool(self.reason.text().strip())

    @property
    def why(self) -> str:
        """The reason given, where one is wanted."""
        return "" if self.control is None or self.control.agrees else self.reason.text().strip()

    def show_control(self, control: Control) -> None:
        """Say the counts and sums."""
        self.control = control
        self.words.setText(self.formats.joined([self._rows(control), *self._sums(control)]))
        set_tone(self.words, "text2" if control.agrees else "warn")
        self.sign.picture, self.sign.tone = ("check", "ok") if control.agrees else ("warning", "warn")
        self.sign.update()
        self.reason.setVisible(not control.agrees)

    def _rows(self, control: Control) -> str:
        words = self.tr("表中 %1 行＝读入 %2＋跳过 %3＋错误 %4")
        counts = (control.rows, control.claims, control.skipped, control.problems)
        for place, count in enumerate(counts, 1):
            words = words.replace(f"%{place}", self.formats.count(count))
        if control.lost:
            words += self.tr("，%1 行没有着落").replace("%1", self.formats.count(control.lost))
        return words

    def _sums(self, control: Control) -> list[str]:
        money = self.formats.money
        read = self.tr("读入合计 %1").replace("%1", money(control.read_fen, control.currency))
        if control.stated_fen is None:
            return [read, self.tr("表内没有合计可对")]
        if not control.difference_fen:
            return [read, self.tr("与表内合计相符")]
        stated = self.tr("表内合计 %1").replace("%1", money(control.stated_fen, control.currency))
        differs = self.tr("相差 %1").replace("%1", money(control.difference_fen, control.currency))
        return [read, stated, differs]
