"""The three classes as cards: how many, how much, and how that compares with the review before."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.queries.reviews import Meeting
from models.rules.classification import CLASSES
from models.rules.review import ClassSum, class_sums
from ui.common.cards import Card
from ui.common.formats import Formats
from ui.common.text import text
from ui.review.words import TONES, ReviewWords


class ClassCards(QWidget):
    """One card a class, in its tone."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats, words = formats, ReviewWords(formats)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 12)
        row.setSpacing(12)
        self.lines = {}
        for name in CLASSES:
            card = Card(f"{TONES[name]}_tint", edge=False, padding=14)
            value, aside = text(size=20, bold=True), text(size=12, tone="text2")
            card.column.addWidget(text(words.of_class(name), size=12, bold=True, tone=TONES[name]))
            card.column.addWidget(value)
            card.column.addWidget(aside)
            self.lines[name] = (value, aside)
            row.addWidget(card, 1)

    def show_sums(self, held: Meeting) -> None:
        """CNY only; other currencies are never added up."""
        for each in class_sums(held.lines, held.before):
            value, aside = self.lines[each.classification]
            value.setText(self.formats.short(each.fen))
            count = self.tr("%1 笔").replace("%1", self.formats.count(each.count))
            before = self._since(each) if held.before_month else ""
            aside.setText(self.formats.joined(part for part in (count, before) if part))

    def _since(self, each: ClassSum) -> str:
        change = each.fen - each.before_fen
        if not change:
            return self.tr("与上次相同")
        words = self.tr("较上次 ▲ %1") if change > 0 else self.tr("较上次 ▼ %1")
        return words.replace("%1", self.formats.short(abs(change)))
