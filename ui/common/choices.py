"""Choosing: filter chips, segments, and the answer buttons of the call window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.common import icons
from ui.common.painted import CENTRE, LEFT
from ui.common.painting import box, focus_ring, keycap, keycap_width, shows_focus
from ui.common.text import tip
from ui.theme import Theme, current


class _PaintedButton(QAbstractButton):
    """A button that draws itself, with hover and a pointing hand."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def changeEvent(self, event: QEvent) -> None:
        """Another font size needs other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QEvent) -> None:
        """Draw by ``draw``."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(self.rect()), current())
        painter.end()

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """What a subclass shows."""


_VALUE = 76
"""So many px a chip keeps for its value, its cross and its edges."""


class Chip(_PaintedButton):
    """A filter in force: ``负责人 我 ×``. ``clicked`` opens it, the cross takes it away (``removed``)."""

    removed = Signal()

    def __init__(self, label: str, value: str, *, removable: bool = True) -> None:
        super().__init__(f"{label} {value}")
        self.label, self.value, self.removable = label, value, removable
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        tip(self, self.text())

    def sizeHint(self) -> QSize:
        """Label, value, cross."""
        theme = current()
        width = theme.metric(13).horizontalAdvance(self.label) + theme.metric(13, True).horizontalAdvance(
            self.value
        )
        return QSize(width + 5 + 20 + (20 if self.removable else 0), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Where there are many, the values are cut off."""
        whole, theme = self.sizeHint(), current()
        least = theme.metric(13).horizontalAdvance(self.label) + theme.px(_VALUE)
        return QSize(min(whole.width(), least), whole.height())

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Tinted ground, label plain, value bold."""
        box(painter, rect, theme["accent_tint"])
        advance = theme.metric(13).horizontalAdvance(self.label)
        painter.setFont(theme.font(13))
        painter.setPen(theme["text2"])
        painter.drawText(rect.adjusted(10, 0, 0, 0), LEFT, self.label)
        painter.setFont(theme.font(13, True))
        painter.setPen(theme["accent"])
        room = int(rect.width()) - advance - 25 - (20 if self.removable else 0) + 2
        value = theme.metric(13, True).elidedText(self.value, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.adjusted(10 + advance + 5, 0, 0, 0), LEFT, value)
        if self.removable:
            icons.paint(painter, "close", theme["text2"], self._cross(rect), 12)
        if shows_focus(self):
            focus_ring(painter, rect, theme["accent"])

    def _cross(self, rect: QRectF) -> QRectF:
        return QRectF(rect.right() - 24, rect.y(), 20, rect.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross removes; elsewhere is a click."""
        if self.removable and self._cross(QRectF(self.rect())).contains(event.position()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the filter."""
        if self.removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class Choice(_PaintedButton):
    """One answer with its key: ``Q 确认``; or a toggle without: 等额. ``count`` follows in ``tone``."""

    def __init__(self, words: str, key: str = "", count: str = "", tone: str = "text2") -> None:
        super().__init__(words)
        self.key, self.count, self.tone = key, count, tone
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Key, words, count."""
        theme = current()
        width = theme.metric(13, True).horizontalAdvance(self.text()) + 24
        width += keycap_width(theme, self.key) + 7 if self.key else 0
        width += theme.metric(12, True).horizontalAdvance(self.count) + 9 if self.count else 0
        return QSize(width, theme.px(32))

    def set_count(self, count: str) -> None:
        """Show another count."""
        self.count = count
        self.updateGeometry()
        self.update()

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Chosen: tinted with an accent edge and bold words."""
        chosen = self.isChecked()
        ground = theme["accent_tint"] if chosen else theme["hover" if self.underMouse() else "surface"]
        if chosen or shows_focus(self):
            box(painter, rect.adjusted(1, 1, -1, -1), ground)
            focus_ring(painter, rect, theme["accent"])
        else:
            box(painter, rect, ground, theme["line2"])
        left = 12
        colour = theme["accent"] if chosen else theme["text" if self.isEnabled() else "text3"]
        if self.key:
            spot = rect.adjusted(left - 2, 0, 0, 0)
            keycap(painter, theme, spot, self.key, colour, theme["accent" if chosen else "line2"])
            left += keycap_width(theme, self.key) + 5
        painter.setFont(theme.font(13, chosen))
        painter.setPen(colour)
        painter.drawText(rect.adjusted(left, 0, 0, 0), LEFT, self.text())
        if self.count:
            painter.setFont(theme.font(12, True))
            painter.setPen(theme[self.tone])
            advance = theme.metric(13, chosen).horizontalAdvance(self.text())
            painter.drawText(rect.adjusted(left + advance + 9, 0, 0, 0), LEFT, self.count)


class ChoiceRow(QWidget):
    """The answers to one question; at most one is chosen. Arrow keys move, letters are bound by the window.

    ``options`` are (value, words, key). ``chosen`` carries the value, or None when the choice is taken back.
    """

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[str, str, str]], value: str | None = None) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.group.setExclusive(False)
        self.buttons: dict[str, Choice] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for option, words, key in options:
            self._add(row, option, Choice(words, key))
        row.addStretch(1)
        self.set_value(value)

    def _add(self, row: QHBoxLayout, option: str, button: Choice) -> None:
        self.buttons[option] = button
        self.group.addButton(button)
        row.addWidget(button)
        button.clicked.connect(lambda: self.choose(option if button.isChecked() else None))

    @property
    def value(self) -> str | None:
        """The chosen value, or None."""
        return next((option for option, button in self.buttons.items() if button.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Show ``value`` as chosen, silently."""
        for option, button in self.buttons.items():
            button.setChecked(option == value)

    def choose(self, value: str | None) -> None:
        """Choose as if clicked."""
        self.set_value(value)
        self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        options = list(self.buttons)
        place = options.index(self.value) + step if self.value in options else 0
        target = options[place % len(options)]
        self.choose(target)
        self.buttons[target].setFocus(Qt.FocusReason.OtherFocusReason)


class Segment(QWidget):
    """Two to five views of one thing: 函件 / EMS 详情单 / 回执联. ``changed`` carries the value."""

    changed = Signal(object)

    def __init__(self, options: Sequence[tuple[str, str]], value: str | None = None) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.buttons: dict[str, _Part] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        group = QButtonGroup(self)
        for option, words in options:
            part = self.buttons[option] = _Part(words)
            group.addButton(part)
            row.addWidget(part)
            part.clicked.connect(lambda _=False, option=option: self.changed.emit(option))
        self.set_value(value or options[0][0])

    @property
    def value(self) -> str:
        """The value shown."""
        return next(option for option, part in self.buttons.items() if part.isChecked())

    def set_value(self, value: str) -> None:
        """Show ``value``, silently."""
        self.buttons[value].setChecked(True)

    def paintEvent(self, event: QEvent) -> None:
        """The strip."""
        painter = QPainter(self)
        theme = current()
        box(painter, QRectF(self.rect()), theme["sunken"], theme["line"])
        painter.end()


class _Part(_PaintedButton):
    """One part of a segment."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Words, bold when chosen."""
        theme = current()
        return QSize(theme.metric(13, True).horizontalAdvance(self.text()) + 20, theme.px(26))

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Chosen: raised."""
        if self.isChecked():
            box(painter, rect, theme["surface"], theme["line2"], 5)
        painter.setFont(theme.font(13, self.isChecked()))
        painter.setPen(theme["text" if self.isChecked() else "text2"])
        painter.drawText(rect, CENTRE, self.text())
        if shows_focus(self):
            focus_ring(painter, rect, theme["accent"], 5)
