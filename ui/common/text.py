"""Labels and tool tips. Data is never markup: every label is plain text, every tool tip is escaped."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStylePainter, QToolTip, QWidget

SHORTEST = 64
"""A label that gives way keeps so many px of its words."""


class _Yielding(QLabel):
    """One line that gives way to what stands beside it; words that find no room are said by the tool tip."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """No wider than what it keeps: the room beyond is what nobody else wants."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few words, or all of them where they are fewer."""
        whole = super().minimumSizeHint()
        return QSize(min(SHORTEST, whole.width()), whole.height())

    def event(self, event: QEvent) -> bool:
        """The tool tip is that of the owner, else what is cut off."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip() and self._cut() != self.text():
            QToolTip.showText(event.globalPos(), tip_text(self.text()), self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, cut off with an ellipsis where they do not fit."""
        words = self._cut()
        if words == self.text():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.drawItemText(
            self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), words, self.foregroundRole()
        )
        painter.end()

    def _cut(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())


def text(
    words: str = "",
    *,
    size: int = 13,
    bold: bool = False,
    tone: str = "text",
    wrap: bool = False,
    selectable: bool = False,
    yielding: bool = False,
    broad: bool = False,
) -> QLabel:
    """A label showing ``words`` as they are.

    ``size``: 11, 12, 13, 15, 16, 17, 20, 22 or 34; ``tone``: text, text2, text3, accent, ok, warn, bad, info.
    A ``yielding`` one takes the room that is left in its row and cuts its words off before anything else is squeezed.
    A ``broad`` one stands in a wide place: it asks for the height of its lines there, not in a narrow window.
    """
    label = _Yielding(words) if yielding else QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("px", str(size))
    label.setProperty("strong", "true" if bold else "false")
    label.setProperty("tone", tone)
    label.setWordWrap(wrap)
    if wrap:
        height = QSizePolicy.Policy.Preferred if broad else QSizePolicy.Policy.Minimum
        label.setSizePolicy(QSizePolicy.Policy.Preferred, height)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label


def set_tone(label: QLabel, tone: str) -> None:
    """Give a label made by ``text`` another tone."""
    if label.property("tone") != tone:
        label.setProperty("tone", tone)
        label.style().unpolish(label)
        label.style().polish(label)


def tip(widget: QWidget, words: str) -> None:
    """Set a tool tip that shows ``words`` as they are, whatever they contain."""
    widget.setToolTip(tip_text(words))


def tip_text(words: str) -> str:
    """The escaped form of a tool tip: rich only so far that Qt wraps it and takes nothing for markup."""
    return f"<qt>{escape(words)}</qt>".replace("\n", "<br>") if words else ""


def rule() -> QFrame:
    """A hairline across."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
