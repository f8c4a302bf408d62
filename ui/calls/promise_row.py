"""The promises: three days by a key, any day by its word, and how much; several where it is paid in parts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.choices import ChoiceRow
from ui.common.day_words import parse_day
from ui.common.fields import DateEdit, MoneyEdit, set_wrong
from ui.common.formats import Formats
from ui.common.text import text
from ui.theme import current

DAYS = {"Z": "下周五", "X": "月底", "V": "下月5日"}


class PromiseRow(QWidget):
    """``day`` and ``fen``, and those ``held`` before them; ``changed`` comes with each.

    Choosing a day leads on to the amount; ``more`` (or ``add``) keeps them and offers the rest of the balance.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date], formats: Formats) -> None:
        super().__init__()
        self.today, self.formats, self.balance_fen = today, formats, 0
        self._held: tuple[tuple[int, date], ...] = ()
        words = {"Z": self.tr("下周五"), "X": self.tr("月底"), "V": self.tr("下月 5 日")}
        self.days = ChoiceRow([(key, words[key], key) for key in DAYS])
        self.day_edit = DateEdit(today)
        self.day_edit.setAccessibleName(self.tr("承诺还款日"))
        self.amount = MoneyEdit()
        self.amount.setAccessibleName(self.tr("承诺金额"))
        self.whole = Button(self.tr("全额"), key="B")
        self.more = Button(self.tr("再加一笔"), "plus", "N", kind="ghost")
        self.told = text(size=12)
        self.drop = Button(self.tr("去掉"), kind="ghost")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        before = QHBoxLayout()
        before.addWidget(self.told)
        before.addWidget(self.drop)
        before.addStretch(1)
        column.addLayout(before)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        self.sign = text("¥", tone="text2")
        self.day_edit.setFixedWidth(current().px(118))
        self.amount.setMinimumWidth(current().px(112))
        for widget in (self.days, self.day_edit, self.sign):
            row.addWidget(widget)
        row.addWidget(self.amount, 1)
        row.addWidget(self.whole)
        self.held = ()

    def _connect(self) -> None:
        self.days.chosen.connect(self._by_word)
        self.day_edit.changed.connect(self._by_day)
        self.amount.changed.connect(lambda _: self.changed.emit())
        self.whole.clicked.connect(self.take_whole)
        self.more.clicked.connect(self.add)
        self.drop.clicked.connect(self._drop)

    @property
    def day(self) -> date | None:
        """The promised day."""
        return self.day_edit.day

    @property
    def fen(self) -> int | None:
        """The promised sum."""
        return self.amount.fen

    @property
    def held(self) -> tuple[tuple[int, date], ...]:
        """Promises that stand already, fen by day."""
        return self._held

    @held.setter
    def held(self, promises: tuple[tuple[int, date], ...]) -> None:
        self._held = tuple(promises)
        told = [
            f"{self.formats.short_day(on, self.today())} {self.formats.amount(fen)}" for fen, on in self._held
        ]
        self.told.setText(self.formats.joined(told))
        for widget in (self.told, self.drop):
            widget.setVisible(bool(told))

    def add(self) -> None:
        """Keep what stands in the fields and ask for another; nothing happens while they are not whole."""
        if self.day is None or not self.fen:
            self.set_wrong(True)
            return
        self.held = (*self.held, (self.fen, self.day))
        left = self.balance_fen - sum(fen for fen, _ in self.held)
        self.show_promise(None, left if left > 0 else None)
        self.day_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self) -> None:
        self.held = ()
        self.changed.emit()

    @property
    def unreadable(self) -> bool:
        """Whether day or sum say something nobody understands."""
        return self.day_edit.unreadable or self.amount.unreadable

    def show_promise(self, day: date | None, fen: int | None) -> None:
        """Fill in, silently."""
        self.day_edit.set_day(day)
        self.amount.set_fen(fen)
        self._mark_word()

    def take_whole(self) -> None:
        """The whole balance."""
        self.amount.set_fen(self.balance_fen - sum(fen for fen, _ in self.held))
        self.changed.emit()

    def set_wrong(self, wrong: bool) -> None:
        """Mark what is missing or cannot be read."""
        set_wrong(self.day_edit, wrong and self.day is None)
        set_wrong(self.amount, wrong and not self.fen)

    def _by_word(self, key: str | None) -> None:
        self.day_edit.set_day(parse_day(DAYS[key], self.today()) if key else None)
        if key:
            self.amount.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit()

    def _by_day(self, _day: object) -> None:
        self._mark_word()
        self.changed.emit()

    def _mark_word(self) -> None:
        words = {parse_day(word, self.today()): key for key, word in reversed(DAYS.items())}
        self.days.set_value(words.get(self.day))
