"""The aging strip: the whole ledger by bands of age, each a filter; it always adds up to the ledger."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QSizePolicy, QWidget

from models.rules.ageing import CREDIT, UNDATED, action_bands
from ui.claims.portfolio import STEPS, STRIP, Portfolio
from ui.common.cards import Card
from ui.common.formats import Formats
from ui.common.marks import BandBar
from ui.common.painted import LEFT, RIGHT
from ui.common.painting import GLYPH_WIDTH, box, focus_ring, shows_focus, step_glyph
from ui.common.text import tip
from ui.theme import Theme, current

INSET = 14
OPTIONAL = (UNDATED, CREDIT)
"""Cells that are there only while such claims are."""


class Cell(QAbstractButton):
    """One band: step glyph and name, the sum, and how many claims."""

    def __init__(self, step: int, name: str) -> None:
        super().__init__()
        self.step, self.name, self.amount, self.number = step, name, "", ""
        self.shows_count = True
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, amount: str, number: str, aside: str) -> None:
        """Another sum and count; ``aside`` is said in the tool tip alone."""
        self.amount, self.number = amount, number
        self.setAccessibleName(f"{self.name} {amount} {number}")
        tip(self, "\n".join(part for part in (f"{self.name}  {amount}  {number}", aside) if part))
        self.update()

    def has_room(self) -> bool:
        """Whether sum and count fit side by side."""
        theme = current()
        needed = theme.metric(17, True).horizontalAdvance(self.amount)
        return needed + theme.metric(12).horizontalAdvance(self.number) + INSET + 14 <= self.width()

    def nextCheckState(self) -> None:
        """The filter in force says which cells are chosen, not the click."""

    def sizeHint(self) -> QSize:
        """As high as two lines."""
        return QSize(current().px(72), current().px(50))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the sum."""
        return QSize(current().metric(17, True).horizontalAdvance(self.amount) + 16, current().px(50))

    def paintEvent(self, event: QEvent) -> None:
        """Glyph and name over sum and count; counts that find no room stay in the tool tips."""
        painter, theme, rect = QPainter(self), current(), QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            box(painter, rect.adjusted(2, 0, -2, -2), theme["accent_tint" if self.isChecked() else "hover"])
        top = QRectF(INSET - 4, 2, rect.width() - INSET, theme.px(20))
        step_glyph(painter, top, self.step, theme.bands[self.step].text)
        painter.setFont(theme.font(12, self.isChecked()))
        painter.setPen(theme["accent" if self.isChecked() else "text2"])
        left = GLYPH_WIDTH + 7
        metric, room = theme.metric(12, self.isChecked()), int(top.width() - left)
        name = self.name if metric.horizontalAdvance(self.name) <= room else self.name.removesuffix(" days")
        name = metric.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(top.adjusted(left, 0, 0, 0), LEFT, name)
        self._figures(painter, theme, QRectF(INSET - 4, theme.px(22), rect.width() - INSET - 8, theme.px(24)))
        if shows_focus(self):
            focus_ring(painter, rect, theme["accent"])
        painter.end()

    def _figures(self, painter: QPainter, theme: Theme, line: QRectF) -> None:
        painter.setFont(theme.font(17, True))
        painter.setPen(theme["text"])
        painter.drawText(line, LEFT, self.amount)
        if self.shows_count:
            painter.setFont(theme.font(12))
            painter.setPen(theme["text2"])
            painter.drawText(line, RIGHT, self.number)


class AgingStrip(Card):
    """``chosen`` carries (band, whether to add it to those chosen)."""

    chosen = Signal(str, bool)

    def __init__(self, formats: Formats) -> None:
        super().__init__(padding=4)
        self.formats = formats
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cells = {band: Cell(STEPS[band], self.name(band)) for band in STRIP}
        row = QHBoxLayout()
        row.setSpacing(0)
        for band, cell in self.cells.items():
            cell.clicked.connect(lambda _=False, band=band: self._clicked(band))
            cell.setVisible(band not in OPTIONAL)
            row.addWidget(cell, 1)
        self.column.setContentsMargins(4, 7, 4, 9)
        self.column.setSpacing(5)
        self.column.addLayout(row)
        self.bar = BandBar()
        below = QHBoxLayout()
        below.setContentsMargins(10, 0, 10, 0)
        below.addWidget(self.bar)
        self.column.addLayout(below)

    def name(self, band: str) -> str:
        """How a band is called."""
        if band == UNDATED:
            return self.tr("无到期日")
        if band == CREDIT:
            return self.tr("贷方余额")
        first, last = bounds(band)
        return self.formats.band(first, last)

    def show_sums(self, portfolio: Portfolio, chosen: frozenset[str]) -> None:
        """The sums of one currency; what is owed in others is told in the tool tip and never added."""
        currency = portfolio.currency
        sums = portfolio.bands.get(currency, {})
        for band, cell in self.cells.items():
            fen, number = sums.get(band, (0, 0))
            others = self._others(portfolio.bands, currency, band)
            cell.tell(self.formats.short(fen, currency), self.formats.count(number), others)
            cell.setChecked(band in chosen)
            cell.setVisible(band not in OPTIONAL or bool(number or others))
        self._settle_counts()
        self.bar.set_shares([(STEPS[band], sums.get(band, (0, 0))[0]) for band in STRIP if band != CREDIT])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the counts, or none."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._settle_counts)

    def _settle_counts(self) -> None:
        """Counts stand in every cell or in none: one alone would read as something special."""
        shown = [cell for cell in self.cells.values() if not cell.isHidden()]
        room = all(cell.has_room() for cell in shown)
        for cell in shown:
            cell.shows_count = room
            cell.update()

    def _others(self, bands: Mapping[str, Mapping[str, tuple[int, int]]], main: str, band: str) -> str:
        told = []
        for currency, sums in sorted(bands.items()):
            if currency != main and band in sums:
                fen, number = sums[band]
                told.append(f"{self.formats.money(fen, currency)}  {self.formats.count(number)}")
        return "\n".join(told)

    def choose(self, number: int, *, add: bool = False) -> None:
        """As if the cell of that number, from 1, was clicked; hidden cells do nothing."""
        band = STRIP[number - 1]
        if self.cells[band].isVisibleTo(self):
            self.chosen.emit(band, add)

    def _clicked(self, band: str) -> None:
        held = QApplication.keyboardModifiers()
        self.chosen.emit(band, bool(held & Qt.KeyboardModifier.ShiftModifier))

    def paintEvent(self, event: QEvent) -> None:
        """The card, with hairlines between its cells."""
        super().paintEvent(event)
        painter, theme = QPainter(self), current()
        for cell in self._shown()[1:]:
            painter.fillRect(cell.x(), cell.y() + 4, 1, cell.height() - 8, theme["hair"])
        painter.end()

    def _shown(self) -> list[QWidget]:
        return [cell for cell in self.cells.values() if cell.isVisibleTo(self)]


def bounds(band: str) -> tuple[int, int | None]:
    """First and last day of a dated band; (0, 0) for what is not due."""
    names, ends = action_bands().names[2:], action_bands().ends
    if band not in names:
        return 0, 0
    place = names.index(band)
    first = ends[place - 1] + 1 if place else 1
    return first, ends[place] if place < len(ends) else None
