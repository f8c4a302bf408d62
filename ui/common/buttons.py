"""Push buttons in three weights, with an icon before the words and the key behind them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.common import icons
from ui.common.painted import CENTRE, Painted
from ui.common.painting import box, focus_ring, keycap, keycap_width, shows_focus
from ui.common.text import tip
from ui.theme import Theme, current

_NAMES = {"Ctrl": "Ctrl", "Return": "↵", "Enter": "↵", "Shift": "⇧", "Space": "Space", "Escape": "Esc"}


def shown_key(sequence: str) -> str:
    """How a shortcut is written on a keycap: ``Ctrl+Return`` → ``Ctrl ↵``."""
    return " ".join(_NAMES.get(part, part) for part in sequence.split("+"))


class KeyCap(Painted):
    """A small key, beside the words it triggers."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = shown_key(key)
        self.setAccessibleName(self.key)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(keycap_width(self.theme, self.key), self.theme.px(20))

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """The cap."""
        keycap(painter, theme, rect, self.key, theme["text2"], theme["line2"])


class Button(QPushButton):
    """A button: ``kind`` is ``primary`` (one a page), ``secondary``, ``ghost`` or ``danger``.

    ``key`` is a shortcut such as ``Ctrl+Return``; it is drawn as a cap, and bound unless ``bind`` is False
    (single letters belong to the list that has the focus, so their owner binds them).
    """

    def __init__(
        self, words: str = "", icon: str = "", key: str = "", *, kind: str = "secondary", bind: bool = False
    ) -> None:
        super().__init__(words)
        self.kind, self.picture, self.key = kind, icon, shown_key(key)
        self.forbidden = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if bind and key:
            self.setShortcut(QKeySequence(key))

    def event(self, event: QEvent) -> bool:
        """A key acts at once; Qt would first show the button pressed for a tenth of a second."""
        if event.type() == QEvent.Type.Shortcut:
            self.click()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does; none answers for another."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def forbid(self, why: str) -> None:
        """Disabled for good because of ``why``, which the tool tip says; an empty one allows it."""
        was, self.forbidden = self.forbidden, bool(why)
        if self.forbidden or was:
            self.setEnabled(not self.forbidden)
            tip(self, why)

    def setEnabled(self, on: bool) -> None:
        """Enabled, unless it is forbidden."""
        super().setEnabled(on and not self.forbidden)

    def set_words(self, words: str) -> None:
        """Say something else, e.g. ``打印 199 封``. A bound key stays bound."""
        shortcut = self.shortcut()
        self.setText(words)
        self.setShortcut(shortcut)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """32 px high; room for icon, words and key."""
        theme = current()
        parts = [theme.metric(13, True).horizontalAdvance(self._words())] if self._words() else []
        parts += [16] if self.picture else []
        parts += [keycap_width(theme, self.key) + 2] if self.key else []
        inner = sum(parts) + 6 * max(0, len(parts) - 1)
        side = 8 if len(parts) == 1 and self.picture else 13
        return QSize(inner + 2 * side, theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Another font size needs other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QEvent) -> None:
        """Ground, icon, words, cap, focus."""
        theme, rect = current(), QRectF(self.rect())
        painter = QPainter(self)
        self._ground(painter, rect, theme)
        self._content(painter, rect, theme, self._colour(theme))
        if shows_focus(self) and self.kind == "primary":
            focus_ring(painter, rect.adjusted(2, 2, -2, -2), theme["on_fill"], 4)
        elif shows_focus(self):
            focus_ring(painter, rect, theme["accent"])
        painter.end()

    def _words(self) -> str:
        return self.text().replace("&", "")

    def _colour(self, theme: Theme) -> QColor:
        if not self.isEnabled():
            return theme["text3"]
        if self.kind == "primary":
            return theme["on_fill"]
        return theme["bad"] if self.kind == "danger" else theme["text"]

    def _ground(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        lively = self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked())
        if self.kind == "primary" and self.isEnabled():
            box(painter, rect, theme["fill_hover" if lively else "fill"])
        elif self.kind == "ghost":
            box(painter, rect, theme["sel" if self.isChecked() else "hover"] if lively else None)
        else:
            ground = theme["sunken"] if not self.isEnabled() else theme["hover" if lively else "surface"]
            box(painter, rect, ground, theme["line2"])

    def _content(self, painter: QPainter, rect: QRectF, theme: Theme, colour: QColor) -> None:
        words = self._words()
        bold = self.kind == "primary"
        advance = theme.metric(13, bold).horizontalAdvance(words) if words else 0
        cap = keycap_width(theme, self.key) + 8 if self.key else 0
        width = (16 if self.picture else 0) + (6 if self.picture and words else 0) + advance + cap
        left = rect.x() + round((rect.width() - width) / 2)
        if self.picture:
            faint = theme["text2"] if self.kind == "ghost" and self.isEnabled() else colour
            icons.paint(painter, self.picture, faint, QRectF(left, rect.y(), 16, rect.height()))
            left += 16 + (6 if words else 0)
        painter.setFont(theme.font(13, bold))
        painter.setPen(colour)
        painter.drawText(QRectF(left, rect.y(), advance + 2, rect.height()), CENTRE, words)
        if self.key:
            on_fill = self.kind == "primary" and self.isEnabled()
            edge = theme["bar_accent" if theme.name == "light" else "accent"] if on_fill else theme["line2"]
            spot = QRectF(left + advance + 8, rect.y(), 0, rect.height())
            keycap(painter, theme, spot, self.key, colour if on_fill else theme["text2"], edge)


def icon_button(icon: str, words: str, key: str = "", *, kind: str = "ghost") -> Button:
    """A square button that shows only its icon; ``words`` are its tool tip and its spoken name."""
    button = Button("", icon, kind=kind)
    told = f"{words}  {shown_key(key)}" if key else words
    tip(button, told)
    button.setAccessibleName(words)
    if key:
        button.setShortcut(QKeySequence(key))
    return button
