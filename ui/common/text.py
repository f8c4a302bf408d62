"""Labels and tool tips. Data is never markup: every label is plain text, every tool tip is escaped."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def text(
    words: str = "",
    *,
    size: int = 13,
    bold: bool = False,
    tone: str = "text",
    wrap: bool = False,
    selectable: bool = False,
) -> QLabel:
    """A label showing ``words`` as they are.

    ``size``: 11, 12, 13, 15, 16, 17, 20, 22 or 34; ``tone``: text, text2, text3, accent, ok, warn, bad, info.
    """
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("px", str(size))
    label.setProperty("strong", "true" if bold else "false")
    label.setProperty("tone", tone)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
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
