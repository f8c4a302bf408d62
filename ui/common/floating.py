"""What floats above a list: the toast with its undo, and the bulk bar for ticked rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.common import icons
from ui.common.buttons import shown_key
from ui.common.painted import LEFT
from ui.common.painting import box, focus_ring, keycap, keycap_width, shows_focus
from ui.theme import current

TOAST_MS = 8000


class BarButton(QAbstractButton):
    """A command on a dark bar: words and key, or an icon alone."""

    def __init__(self, words: str, key: str = "", icon: str = "", tone: str = "bar_text") -> None:
        super().__init__()
        self.setText(words)
        self.setAccessibleName(words)
        self.key, self.picture, self.tone = shown_key(key), icon, tone
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Words and cap."""
        theme = current()
        if self.picture:
            return QSize(28, theme.px(28))
        width = theme.metric(13, True).horizontalAdvance(self.text()) + 16
        return QSize(width + (keycap_width(theme, self.key) + 6 if self.key else 0), theme.px(28))

    def paintEvent(self, event: QEvent) -> None:
        """Words and cap in the colours of the bar."""
        painter, theme, rect = QPainter(self), current(), QRectF(self.rect())
        if self.underMouse():
            box(painter, rect, theme["bar_line"])
        if self.picture:
            icons.paint(painter, self.picture, theme[self.tone], rect)
        else:
            painter.setFont(theme.font(13, True))
            painter.setPen(theme[self.tone])
            painter.drawText(rect.adjusted(8, 0, 0, 0), LEFT, self.text())
            if self.key:
                left = 14 + theme.metric(13, True).horizontalAdvance(self.text())
                keycap(
                    painter,
                    theme,
                    rect.adjusted(left, 0, 0, 0),
                    self.key,
                    theme["bar_text"],
                    theme["bar_line"],
                )
        if shows_focus(self):
            focus_ring(painter, rect, theme["bar_accent"])
        painter.end()


class FloatingBar(QWidget):
    """A dark bar centred above the bottom edge of ``host``; follows its size."""

    def __init__(self, host: QWidget, margin: int = 12) -> None:
        super().__init__(host)
        self.host, self.margin = host, margin
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 9, 14, 9)
        self.row.setSpacing(6)
        self.hide()
        host.installEventFilter(self)

    def words(self, said: str, *, bold: bool = True) -> _BarWords:
        """Add a label to the bar."""
        label = _BarWords(said, bold)
        self.row.addWidget(label)
        return label

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the host changes its size."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Move to the middle of the bottom edge, above all."""
        host = self.host
        self.adjustSize()
        left = max(4, (host.width() - self.width()) // 2)
        self.move(left, host.height() - self.height() - self.margin)
        self.raise_()

    def paintEvent(self, event: QEvent) -> None:
        """Three faint rounds for a shadow, then the bar."""
        painter, theme, rect = QPainter(self), current(), QRectF(self.rect())
        for inset in (0, 1, 2):
            shade = theme["text"] if theme.name == "light" else theme["side"]
            faint = shade.__class__(shade)
            faint.setAlpha(18)
            box(painter, rect.adjusted(inset, inset + 1, -inset, -inset), faint, None, 10)
        box(painter, rect.adjusted(3, 2, -3, -4), theme["bar"], None, 9)
        painter.end()


class _BarWords(QWidget):
    def __init__(self, words: str, bold: bool) -> None:
        super().__init__()
        self.bold = bold
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(words)

    def say(self, words: str) -> None:
        """Say something else."""
        self.said = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.metric(13, self.bold).horizontalAdvance(self.said) + 10, theme.px(28))

    def paintEvent(self, event: QEvent) -> None:
        painter, theme = QPainter(self), current()
        painter.setFont(theme.font(13, self.bold))
        painter.setPen(theme["bar_text"])
        painter.drawText(QRectF(self.rect()).adjusted(4, 0, 0, 0), LEFT, self.said)
        painter.end()


class Toast(FloatingBar):
    """What was done, for eight seconds, with 撤销 Ctrl Z (``undo``). The newest replaces the last."""

    undo = Signal()

    def __init__(self, host: QWidget, margin: int = 48) -> None:
        super().__init__(host, margin)
        self.sign = BarButton("", icon="check", tone="bar_ok")
        self.sign.setEnabled(False)
        self.row.addWidget(self.sign)
        self.label = self.words("")
        self.back = BarButton(self.tr("撤销"), "Ctrl+Z", tone="bar_accent")
        self.back.clicked.connect(self._undo)
        self.row.addWidget(self.back)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.hide)

    def say(self, words: str, *, undoable: bool = True) -> None:
        """Show ``words`` for eight seconds."""
        self.label.say(words)
        self.back.setVisible(undoable)
        self.show()
        self.place()
        self.timer.start(TOAST_MS)

    def _undo(self) -> None:
        self.hide()
        self.undo.emit()


class BulkBar(FloatingBar):
    """For ticked rows: how many, and what can be done. ``acted`` carries the command, ``cleared`` none.

    ``commands`` are (name, words, key).
    """

    acted = Signal(str)
    cleared = Signal()

    def __init__(self, host: QWidget, commands: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(host)
        self.label = self.words("")
        self.buttons: dict[str, BarButton] = {}
        for name, words, key in commands:
            button = self.buttons[name] = BarButton(words, key)
            button.clicked.connect(lambda _=False, name=name: self.acted.emit(name))
            self.row.addWidget(button)
        cross = BarButton(self.tr("取消选择"), icon="close")
        cross.clicked.connect(self.cleared)
        self.row.addWidget(cross)

    def say(self, words: str) -> None:
        """Show ``words`` (已选 3 笔); nothing hides the bar."""
        self.label.say(words)
        self.setVisible(bool(words))
        self.place()
