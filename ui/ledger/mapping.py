"""Which column of the file means what: a card a column, the file's heading above, our field below."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from models.ledger.proposal import FIELDS, Proposal
from ui.ledger.mapping_card import NONE, MappingCard


class MappingCards(QWidget):
    """All columns of a proposal. ``mapped`` carries the whole mapping after a choice: {field: heading or None}.

    ``wrapped`` lays the cards out in rows with samples of their values (step 2), else they stand in one line
    that scrolls (the strip of step 3).
    """

    mapped = Signal(object)

    def __init__(self, language: str, *, wrapped: bool) -> None:
        super().__init__()
        self.language, self.wrapped = language, wrapped
        self.cards: list[MappingCard] = []
        self.columns: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.area)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show how the columns are read now; the keyboard stays at its column."""
        self.columns = dict(proposal.columns)
        here = next((card.heading for card in self.cards if card.combo.hasFocus()), None)
        ground = QWidget()
        layout: QLayout = _Flow(ground) if self.wrapped else QHBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        field_of = {heading: name for name, heading in reversed(self.columns.items())}
        self.cards = []
        for heading in proposal.headings:
            field = field_of.pop(heading.heading, NONE)
            sure = proposal.confidence.get(field)
            card = MappingCard(heading, field, self.language, samples=self.wrapped, sure=sure)
            card.chosen.connect(self._choose)
            card.left.connect(self._step)
            self.cards.append(card)
            layout.addWidget(card)
        if isinstance(layout, QHBoxLayout):
            layout.addStretch(1)
            self.area.setFixedHeight(ground.sizeHint().height() + 12)
        self.area.setWidget(ground)
        if here is not None:
            self.focus_heading(here)

    def focus_heading(self, heading: str) -> None:
        """Take the keyboard to a column."""
        card = next((card for card in self.cards if card.heading == heading), None)
        if card is not None:
            card.combo.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(card)

    def _step(self, heading: str, step: int) -> None:
        """↑ and ↓ go from column to column."""
        headings = [card.heading for card in self.cards]
        self.focus_heading(headings[(headings.index(heading) + step) % len(headings)])

    def _choose(self, heading: str, field: str) -> None:
        self.mapped.emit(with_choice(self.columns, heading, field))


def with_choice(columns: Mapping[str, str], heading: str, field: str) -> dict[str, str | None]:
    """The whole mapping once ``heading`` means ``field``; a field that lost its column is left out for good."""
    mapping: dict[str, str | None] = dict.fromkeys(FIELDS)
    mapping.update({name: old for name, old in columns.items() if old != heading})
    if field:
        mapping[field] = heading
    return mapping


class _Flow(QLayout):
    """Cards side by side, all of one width, in as many rows as are needed; a full row fills the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """One more."""
        self._items.append(item)

    def count(self) -> int:
        """How many."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The card at a place; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a card out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high all rows are."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place them."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """One card."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest card."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        gap, least = self.spacing(), self.minimumSize().width()
        across = max(1, (rect.width() + gap) // (least + gap))
        wide = max(least, (rect.width() + gap) // across - gap)
        top, high = rect.y(), 0
        for place, item in enumerate(self._items):
            if place and place % across == 0:
                top, high = top + high + gap, 0
            size = item.sizeHint()
            if move:
                left = rect.x() + place % across * (wide + gap)
                item.setGeometry(QRect(left, top, wide, size.height()))
            high = max(high, size.height())
        return top + high - rect.y()
