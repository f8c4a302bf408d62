"""Whether everything in the sheet is accounted for: rows and sums, and the reason where a sum differs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.common.fields import MoneyEdit
from ui.common.formats import Formats
from ui.common.marks import Icon
from ui.common.text import set_tone, text
from ui.ledger.control import Control


class ControlLine(QWidget):
    """Two lines below the table: what is accounted for, and where it differs the reason.

    ``accepted_changed`` comes when the reason is typed, ``total_typed`` (fen or None) when the control total is.
    """

    accepted_changed = Signal()
    total_typed = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.control: Control | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._first_line())
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("合计不符，写明原因后才能导入"))
        self.reason.setAccessibleName(self.tr("合计不符的原因"))
        self.reason.textChanged.connect(lambda _: self.accepted_changed.emit())
        self.reason.hide()
        column.addWidget(self.reason)

    def _first_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.sign = Icon("check", "ok")
        self.words = text("", tone="text2", selectable=True)
        label = text(self.tr("核对合计"), size=12, tone="text2")
        self.total = MoneyEdit()
        self.total.setPlaceholderText(self.tr("可填总账余额"))
        self.total.setAccessibleName(self.tr("用来核对的余额合计"))
        self.total.setFixedWidth(150)
        self.total.editingFinished.connect(self._tell_total)
        label.setBuddy(self.total)
        for widget, stretch in ((self.sign, 0), (self.words, 1), (label, 0), (self.total, 0)):
            row.addWidget(widget, stretch)
        return row

    def _tell_total(self) -> None:
        if self.control is not None and self.total.fen != self.control.typed_fen:
            self.total_typed.emit(self.total.fen)

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
        words = self.tr("表中 %1 行＝读入 %2＋跳过 %3＋错误 %4", "", control.rows)
        counts = (control.rows, control.claims, control.skipped, control.problems)
        for place, count in enumerate(counts, 1):
            words = words.replace(f"%{place}", self.formats.count(count))
        if control.lost:
            words += self.tr("，%1 行没有着落").replace("%1", self.formats.count(control.lost))
        return words

    def _sums(self, control: Control) -> list[str]:
        said = [self._sum(self.tr("读入合计 %1"), control.read_fen, control)]
        if control.stated_fen is None:
            said += [self.tr("表内没有合计可对")] if control.typed_fen is None else []
        elif not control.difference_fen:
            said += [self.tr("与表内合计相符")]
        else:
            said += [self._sum(self.tr("表内合计 %1"), control.stated_fen, control)]
            said += [self._sum(self.tr("相差 %1"), control.difference_fen, control)]
        if control.typed_difference_fen:
            said += [self._sum(self.tr("与核对合计相差 %1"), control.typed_difference_fen, control)]
        elif control.typed_fen is not None:
            said += [self.tr("与核对合计相符")]
        return said

    def _sum(self, words: str, fen: int, control: Control) -> str:
        return words.replace("%1", self.formats.money(fen, control.currency))
