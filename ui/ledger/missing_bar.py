"""What became of claims the ledger no longer names: paid, credited, still open, or asked later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.queries.missing import CREDITED, OPEN, PAID, USED, MissingAnswer
from ui.common.buttons import Button
from ui.common.fields import DateEdit
from ui.common.text import text

LATER = ""
KEYS = {PAID: "P", CREDITED: "C", USED: "U", OPEN: "O", LATER: "L"}


class MissingBar(QWidget):
    """Over the missing claims. ``answered`` carries a MissingAnswer, or None to ask later."""

    answered = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        words = {
            PAID: self.tr("已付清"),
            CREDITED: self.tr("已红冲或核减"),
            USED: self.tr("预收已用完"),
            OPEN: self.tr("仍欠"),
            LATER: self.tr("以后再说"),
        }
        self.buttons = {}
        for kind, key in KEYS.items():
            button = self.buttons[kind] = Button(words[kind], "", key)
            button.clicked.connect(lambda _=False, kind=kind: self.answer(kind))
            row.addWidget(button)
        self._add_details(row, today)
        column.addLayout(row)
        hint = self.tr(
            "空格勾选多笔，一个键回答。付清和红冲会登记为“台账回款”；不填日期时记在台账日，不作为时效中断的依据。"
        )
        column.addWidget(text(hint, size=12, tone="text2", wrap=True))

    def _add_details(self, row: QHBoxLayout, today: Callable[[], date]) -> None:
        self.on = DateEdit(today, None, past=True)
        self.on.setPlaceholderText(self.tr("到账或红冲日期"))
        self.on.setAccessibleName(self.tr("到账或红冲日期"))
        self.on.setFixedWidth(168)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("说明（可不填）"))
        self.why.setAccessibleName(self.tr("说明"))
        row.addSpacing(8)
        row.addWidget(self.on)
        row.addWidget(self.why, 1)

    def answer(self, kind: str) -> None:
        """Say it of the chosen claims; an unreadable day is not guessed at."""
        if self.on.unreadable:
            self.on.setFocus()
            return
        day = self.on.day if kind in (PAID, CREDITED) else None
        self.answered.emit(MissingAnswer(kind, day, self.why.text().strip() or None) if kind else None)
