"""One column of the file: its heading, its first values, what it means, and how sure that is."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from models.actions.initials import initials_of
from models.ledger.confidence import DOUBTFUL
from models.ledger.proposal import FIELDS, Heading
from ui.common.cards import Card
from ui.common.marks import Icon, ProgressLine
from ui.common.text import text, tip
from ui.problems import worded
from ui.theme import current

CARD_WIDTH = {"zh_CN": 150, "en": 190}
PADDING = 12
NONE = ""
SURE, LIKELY = 90, DOUBTFUL
"""Percent from which a match is told as certain, and as likely."""
_TYPING_S = 1.2


class FieldCombo(QComboBox):
    """What a column means, by keys alone: type the first letters or their initials, Enter, Delete to leave it out.

    ``chosen`` carries the field or the empty text; ``left`` the step (-1, 1) to another column.
    """

    chosen = Signal(str)
    left = Signal(int)

    def __init__(self, field: str, language: str) -> None:
        super().__init__()
        for name in (NONE, *FIELDS):
            self.addItem(worded(f"field_{name or 'none'}", language), name)
        self.kept = self.findData(field)
        self.setCurrentIndex(self.kept)
        self.setMaxVisibleItems(len(FIELDS) + 1)
        self.setSizePolicy(self.sizePolicy().Policy.Ignored, self.sizePolicy().Policy.Fixed)
        self.activated.connect(lambda _: self._take())
        self._typed, self._typed_at = "", 0.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on, letters look for a field, Enter takes it, Delete leaves the column out, Esc goes back."""
        key, pending = Qt.Key(event.key()), self.currentIndex() != self.kept
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if held not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif key in steps:
            self._take()
            self.left.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take() if pending else self.showPopup()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setCurrentIndex(0)
            self._take()
        elif key == Qt.Key.Key_Escape and pending:
            self.setCurrentIndex(self.kept)
        elif event.text().strip():
            self._look_for(event.text())
        else:
            super().keyPressEvent(event)

    def _look_for(self, letters: str) -> None:
        """As in any list: the first letter goes to the next fitting entry, more letters make it narrower."""
        now = time.monotonic()
        begins = now - self._typed_at >= _TYPING_S
        self._typed = letters.lower() if begins else self._typed + letters.lower()
        self._typed_at = now
        first = self.currentIndex() + begins
        places = [(first + step) % self.count() for step in range(self.count())]
        found = next((place for place in places if self._fits(self.itemText(place).lower())), None)
        if found is not None:
            self.setCurrentIndex(found)

    def _fits(self, words: str) -> bool:
        return words.startswith(self._typed) or initials_of(words).startswith(self._typed)

    def _take(self) -> None:
        if self.currentIndex() != self.kept:
            self.kept = self.currentIndex()
            self.chosen.emit(self.currentData())


class MappingCard(Card):
    """One column. ``chosen`` carries (heading, field or the empty text), ``left`` (heading, step).

    ``sure`` is how certain the match is in percent, None where nobody asked.
    """

    chosen = Signal(str, str)
    left = Signal(str, int)

    def __init__(
        self, heading: Heading, field: str, language: str, *, samples: bool, sure: int | None = None
    ) -> None:
        super().__init__(padding=PADDING)
        self.heading, self.sure = heading.heading, sure
        self.wide = current().px(CARD_WIDTH[language])
        self.setMinimumWidth(self.wide)
        if not samples:
            self.setMaximumWidth(self.wide)
        head = text(self._cut(heading.heading), size=12, tone="text2")
        tip(head, heading.heading)
        self.column.addWidget(head)
        self._add_combo(field, language)
        if samples:
            self._add_sureness(sure if field else None)
            for sample in (*heading.samples, "", "", "")[:3]:
                self.column.addWidget(text(self._cut(sample), size=12, tone="text3"))
        if not field:
            self.set_ground("sunken")

    def _add_combo(self, field: str, language: str) -> None:
        self.combo = FieldCombo(field, language)
        self.combo.setAccessibleName(self.heading)
        self.combo.installEventFilter(self)
        self.combo.chosen.connect(lambda name: self.chosen.emit(self.heading, name))
        self.combo.left.connect(lambda step: self.left.emit(self.heading, step))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(Icon("arrow-right", "text2", 14))
        row.addWidget(self.combo, 1)
        self.column.addLayout(row)

    def _add_sureness(self, sure: int | None) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        said, tone = self._sureness(sure)
        self.sure_words = text(said, size=12, tone=tone)
        row.addWidget(self.sure_words)
        if sure is not None:
            row.addWidget(ProgressLine(sure / 100, 4), 1)
        self.column.addLayout(row)

    def _sureness(self, sure: int | None) -> tuple[str, str]:
        if sure is None:
            return "", "text3"
        if sure >= SURE:
            return self.tr("确定"), "ok"
        return (self.tr("可能"), "text2") if sure >= LIKELY else (self.tr("请核对"), "warn")

    def _cut(self, words: str) -> str:
        """As much of one line as a card of that width shows."""
        line = " ".join(words.split())
        return current().metric(12).elidedText(line, Qt.TextElideMode.ElideRight, self.wide - 2 * PADDING - 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page; it never changes a column by accident."""
        return event.type() == QEvent.Type.Wheel or super().eventFilter(watched, event)
