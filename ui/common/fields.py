"""Where a clerk types: labelled fields with their error below, money, days, searching."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QLineEdit, QVBoxLayout, QWidget

from models.rules.money import grouped, parse_yuan
from ui.common import icons
from ui.common.day_words import parse_day
from ui.common.text import set_tone, text
from ui.theme import current

_EDIT, _GAP = 32, 4
"""An edit is so many px high, and stands so far under its label."""


def set_wrong(edit: QWidget, wrong: bool) -> None:
    """Draw the edge of an edit red, or not."""
    if bool(edit.property("wrong")) != wrong:
        edit.setProperty("wrong", wrong)
        edit.style().unpolish(edit)
        edit.style().polish(edit)


class Field(QWidget):
    """A label over an edit, and below it the error or a hint. The label is the edit's spoken name."""

    def __init__(self, label: str, edit: QWidget, hint: str = "") -> None:
        super().__init__()
        self.edit, self._hint = edit, hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        self.label = text(label, size=12, tone="text2")
        self.label.setBuddy(edit)
        edit.setAccessibleName(label)
        self.note = text(hint, size=12, tone="text3", wrap=True)
        self.note.setVisible(bool(hint))
        for widget in (self.label, edit, self.note):
            column.addWidget(widget)
        column.addStretch(1)

    def set_error(self, words: str) -> None:
        """Say what is wrong with it; nothing takes the error back."""
        set_wrong(self.edit, bool(words))
        self._note(words, "bad")

    def set_doubt(self, words: str) -> None:
        """Say what looks wrong but may stand; nothing takes the doubt back."""
        set_wrong(self.edit, False)
        self._note(words, "warn")

    def _note(self, words: str, tone: str) -> None:
        self.note.setText(words or self._hint)
        set_tone(self.note, tone if words else "text3")
        self.note.setVisible(bool(words or self._hint))

    def set_hint(self, words: str) -> None:
        """Say something helpful below."""
        self._hint = words
        self.set_error("")


def level(box: QCheckBox) -> QWidget:
    """A box to tick in a row of fields, as far down as their edits."""
    beside, row = QWidget(), QWidget()
    column, line = QVBoxLayout(beside), QVBoxLayout(row)
    for layout in (column, line):
        layout.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    row.setFixedHeight(current().px(_EDIT))
    line.addWidget(box)
    column.addWidget(text("\N{NO-BREAK SPACE}", size=12))
    column.addWidget(row)
    column.addStretch(1)
    return beside


class ValueEdit(QLineEdit):
    """A whole number typed in the words of its kind. ``changed`` carries it, or None; it is tidied when it is left."""

    changed = Signal(object)

    def __init__(
        self, reads: Callable[[str], int | None], shows: Callable[[int], str], value: int | None
    ) -> None:
        super().__init__()
        self._reads, self._shows = reads, shows
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.set_value(value)
        self.textEdited.connect(lambda _: self.changed.emit(self.value))
        self.editingFinished.connect(self._tidy)

    @property
    def value(self) -> int | None:
        """What is typed; None where there is nothing or it cannot be read."""
        return self._reads(self.text())

    @property
    def unreadable(self) -> bool:
        """Whether something is typed that cannot be read."""
        return bool(self.text().strip()) and self.value is None

    def set_value(self, value: int | None) -> None:
        """Show it, silently."""
        self.setText("" if value is None else self._shows(value))
        set_wrong(self, False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what stands there."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _tidy(self) -> None:
        set_wrong(self, self.unreadable)
        if self.value is not None:
            typed = self.isModified()
            self.set_value(self.value)
            self.setModified(typed)


class MoneyEdit(ValueEdit):
    """A sum: whole fen in and out, grouped as soon as it is left."""

    def __init__(self, fen: int | None = None) -> None:
        super().__init__(_read_fen, grouped, fen)

    @property
    def fen(self) -> int | None:
        """The sum typed; None where there is none or it cannot be read."""
        return self.value

    def set_fen(self, fen: int | None) -> None:
        """Show ``fen``, silently."""
        self.set_value(fen)


def _read_fen(typed: str) -> int | None:
    try:
        return parse_yuan(typed.replace("，", ",").replace("¥", "").replace("￥", ""))
    except ValueError:
        return None


class _MarkedEdit(QLineEdit):
    """A line edit with an icon drawn at its left or right."""

    def __init__(self, icon: str, at_right: bool) -> None:
        super().__init__()
        self.picture, self.at_right = icon, at_right
        self.setTextMargins(0 if at_right else 22, 0, 20 if at_right else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The edit, then its icon."""
        super().paintEvent(event)
        painter, rect = QPainter(self), QRectF(self.rect())
        icons.paint(painter, self.picture, current()["text2"], self._spot(rect))
        painter.end()

    def _spot(self, rect: QRectF) -> QRectF:
        left = rect.right() - 28 if self.at_right else rect.x() + 8
        return QRectF(left, rect.y(), 20, rect.height())


class DateEdit(_MarkedEdit):
    """A day, typed (``2026-11-20``, ``11-20``, ``+7``, 周五, 月底) or picked (↓). ``changed``: date or None.

    ``today`` is asked anew each time; ``past`` reads words as days gone by, for receipts.
    """

    changed = Signal(object)

    def __init__(self, today: Callable[[], date], day: date | None = None, *, past: bool = False) -> None:
        super().__init__("calendar", at_right=True)
        self.today, self.past = today, past
        self.set_day(day)
        self.textEdited.connect(lambda _: self.changed.emit(self.day))
        self.editingFinished.connect(self._tidy)

    @property
    def day(self) -> date | None:
        """The day meant; None where there is none or it cannot be read."""
        return parse_day(self.text(), self.today(), past=self.past)

    @property
    def unreadable(self) -> bool:
        """Whether something is typed that is no day."""
        return bool(self.text().strip()) and self.day is None

    def set_day(self, day: date | None) -> None:
        """Show ``day``, silently."""
        self.setText(day.isoformat() if day else "")
        set_wrong(self, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the calendar; Ctrl ; is today."""
        if event.key() == Qt.Key.Key_Down:
            self.pick()
        elif event.key() == Qt.Key.Key_Semicolon and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take(self.today())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The icon opens the calendar."""
        if self._spot(QRectF(self.rect())).contains(event.position()) and not self.isReadOnly():
            self.pick()
        else:
            super().mousePressEvent(event)

    def pick(self) -> QCalendarWidget:
        """Open the calendar below the edit."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        day = self.day or self.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        for chosen in (calendar.activated, calendar.clicked):
            chosen.connect(lambda picked: self._take(picked.toPython()))
            chosen.connect(calendar.close)
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()
        return calendar

    def _take(self, day: date) -> None:
        self.set_day(day)
        self.setModified(True)
        self.changed.emit(day)

    def _tidy(self) -> None:
        set_wrong(self, self.unreadable)
        if self.day is not None and self.day.isoformat() != self.text():
            self._take(self.day)


class SearchEdit(_MarkedEdit):
    """Finding while typing. ``searched`` carries the words; Enter is ``entered``; Esc clears, then leaves."""

    searched = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, placeholder: str = "") -> None:
        super().__init__("search", at_right=False)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.textChanged.connect(self.searched)
        self.returnPressed.connect(self.entered)

    def event(self, event: QEvent) -> bool:
        """Esc is ours as long as there is something to clear or to leave."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape and self.text():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears; Esc in an empty field and Down go back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
            event.setAccepted(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
