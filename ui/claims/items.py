"""The other open claims of the debtor shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from models.queries.claims import ClaimRow, band_of
from models.rules.ageing import action_bands
from ui.claims.portfolio import STEPS
from ui.common.formats import Formats
from ui.common.painted import LEFT, RIGHT
from ui.common.painting import box, focus_ring, pill, pill_width, shows_focus
from ui.common.text import text
from ui.theme import current

LONGEST = 100


class ItemRow(QAbstractButton):
    """One claim: number and pill, balance and due date."""

    def __init__(self, row: ClaimRow, formats: Formats, today: date, *, chosen: bool) -> None:
        super().__init__()
        self.row, self.chosen = row, chosen
        self.step = STEPS[band_of(row, action_bands())]
        self.words = formats.overdue(None if row.due_on is None else (today - row.due_on).days)
        self.balance = formats.money(row.balance_fen, row.currency)
        self.setText(row.number or row.contract or f"#{row.id}")
        self.setAccessibleName(f"{self.text()} {self.balance} {self.words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line of the table's loose height."""
        return QSize(200, current().px(42))

    def paintEvent(self, event: QEvent) -> None:
        """Number at the left, pill and balance at the right."""
        painter, theme, rect = QPainter(self), current(), QRectF(self.rect())
        if self.chosen or self.underMouse():
            box(painter, rect.adjusted(0, 1, 0, -1), theme["sel" if self.chosen else "hover"])
        inner = rect.adjusted(8, 0, -8, 0)
        painter.setFont(theme.font(13, self.chosen))
        painter.setPen(theme["text"])
        painter.drawText(inner, RIGHT, self.balance)
        right = theme.metric(13, self.chosen).horizontalAdvance(self.balance) + 10
        width = pill_width(theme, self.words)
        pill(
            painter,
            theme,
            QRectF(inner.right() - right - width, 0, width, rect.height()),
            self.step,
            self.words,
        )
        room = int(inner.width() - right - width - 6)
        name = theme.metric(13, self.chosen).elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, max(0, room)
        )
        painter.setPen(theme["text"])
        painter.setFont(theme.font(13, self.chosen))
        painter.drawText(inner, LEFT, name)
        if shows_focus(self):
            focus_ring(painter, rect, theme["accent"])
        painter.end()


class ItemsList(QScrollArea):
    """``chosen`` carries the key of the claim to go to."""

    chosen = Signal(object)

    def __init__(self, formats: Formats, today: date) -> None:
        super().__init__()
        self.formats, self.today = formats, today
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[ClaimRow], current_id: int) -> None:
        """The debtor's open claims, oldest due date first, with their sum by currency."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        sums: dict[str, int] = {}
        for row in rows:
            sums[row.currency] = sums.get(row.currency, 0) + row.balance_fen
        total = self.formats.listed(self.formats.money(fen, currency) for currency, fen in sums.items())
        head = self.tr("共 %1 笔，合计 %2", "", len(rows))
        head = head.replace("%1", str(len(rows))).replace("%2", total)
        column.addWidget(text(head, size=12, tone="text2", wrap=True))
        column.addSpacing(4)
        for row in sorted(rows, key=lambda row: (row.due_on or date.max, row.id))[:LONGEST]:
            item = ItemRow(row, self.formats, self.today, chosen=row.id == current_id)
            item.clicked.connect(lambda _=False, key=row.id: self.chosen.emit(key))
            column.addWidget(item)
        column.addStretch(1)
        self.setWidget(page)
