"""How the lines of the day are drawn: a circle to tick, who and why, how much, how late, one act."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.queries.day import Handled
from models.queries.worklist import Coming, Resting, WorkItem
from ui.common import icons
from ui.common.painted import CENTRE, LEFT, RIGHT
from ui.common.painting import box, keycap, keycap_width, pill, pill_width
from ui.theme import Theme, current
from ui.today.lines import Head, Row, band_step
from ui.today.words import BAD, ICONS, DayWords

HEAD_PX, ROW_PX, LOW_PX = 38, 46, 32
_CIRCLE, _TEXT = 28, 50
_BUTTON = 30


class DayPainter(QStyledItemDelegate):
    """Draws each kind of line; tells which part of a row lies under a point."""

    def __init__(self, words: DayWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self.current_place, self.hover_place = -1, -1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Heads and rows have their own heights."""
        line = index.data(Qt.ItemDataRole.UserRole)
        height = (
            HEAD_PX if isinstance(line, Head) else LOW_PX if isinstance(line, Coming | Resting) else ROW_PX
        )
        return QSize(200, current().px(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One line."""
        theme, line = current(), index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)
        painter.save()
        if isinstance(line, Head):
            self._head(painter, theme, rect, line)
        elif isinstance(line, Row):
            self._row(painter, theme, rect, line, index.row())
        elif isinstance(line, Handled):
            self._handled(painter, theme, rect, line)
        else:
            self._low(painter, theme, rect, line)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme["hair"])
        painter.restore()

    # --- kinds of line ---------------------------------------------------------------------------------

    def _head(self, painter: QPainter, theme: Theme, rect: QRectF, head: Head) -> None:
        painter.fillRect(rect, theme["head"])
        tone = "bad" if head.name in BAD else "accent"
        icons.paint(
            painter, ICONS[head.name], theme[tone], QRectF(rect.x() + 20, rect.y(), 16, rect.height())
        )
        left = rect.x() + _TEXT
        left += self._say(painter, theme, rect, left, self.words.group(head.name), bold=True) + 10
        count = str(head.count)
        width, height = theme.metric(12, True).horizontalAdvance(count) + 14, theme.px(20)
        spot = QRectF(left, rect.y() + (rect.height() - height) / 2, width, height)
        box(painter, spot, theme["bad_tint" if tone == "bad" else "sunken"], None, height / 2)
        painter.setFont(theme.font(12, True))
        painter.setPen(theme["bad" if tone == "bad" else "text2"])
        painter.drawText(spot, CENTRE, count)
        if head.fen:
            self._say(painter, theme, rect, spot.right() + 10, self._short(head.fen), size=12, tone="text2")
        if head.name == "letter_due" and head.count:
            painter.setFont(theme.font(12, True))
            painter.setPen(theme["accent"])
            painter.drawText(rect.adjusted(0, 0, -20, 0), RIGHT, self.letters_words(head.count))

    def letters_words(self, count: int) -> str:
        """The link at the head of the letters."""
        return self.tr("一次生成 %1 封 Shift L").replace("%1", str(count))

    def _short(self, fen: int) -> str:
        words = self.words.formats.short(fen)
        return f"¥{words}" if self.words.formats.chinese else words

    def _row(self, painter: QPainter, theme: Theme, rect: QRectF, row: Row, place: int) -> None:
        here = place == self.current_place
        painter.fillRect(rect, theme["sel" if here else "hover" if place == self.hover_place else "surface"])
        if here:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme["accent"])
        circle = self.circle(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme["field"], 1.5))
        painter.setBrush(theme["surface"])
        painter.drawEllipse(circle)
        tone = "bad" if row.top.reason in BAD else "text2"
        button = self.button(rect, row.top)
        self._who(painter, theme, rect, row.top, self.words.row(row), tone, button.left(), bold=here)
        self._button(painter, theme, button, row.top, primary=here)

    def _handled(self, painter: QPainter, theme: Theme, rect: QRectF, each: Handled) -> None:
        painter.fillRect(rect, theme["surface"])
        said = self.words.seen(each)
        circle = self.circle(rect)
        ticked = each.how not in ("snoozed", "skipped")
        box(painter, circle, theme["ok" if ticked else "text3"], None, circle.height() / 2)
        icons.paint(painter, "check" if ticked else "right", theme["surface"], circle, 12)
        advance = theme.metric(12).horizontalAdvance(said)
        painter.setFont(theme.font(12))
        painter.setPen(theme["ok" if ticked else "text2"])
        painter.drawText(rect.adjusted(0, 0, -20, 0), RIGHT, said)
        left = rect.right() - 20 - advance
        self._who(painter, theme, rect, each.item, self.words.why(each.item), "text3", left, faint=True)

    def _low(self, painter: QPainter, theme: Theme, rect: QRectF, line: Coming | Resting) -> None:
        painter.fillRect(rect, theme["surface"])
        if isinstance(line, Resting):
            name, said, fen = line.item.debtor, self.words.rests(line), line.item.called_fen
        else:
            name, said, fen = self.words.comes(line), self.words.matters(line.count), line.fen
        left = rect.x() + _TEXT
        left += self._say(painter, theme, rect, left, name, tone="text2") + 12
        self._say(painter, theme, rect, left, said, size=12, tone="text2")
        painter.setFont(theme.font(13))
        painter.setPen(theme["text2"])
        painter.drawText(rect.adjusted(0, 0, -20, 0), RIGHT, self._short(fen))

    # --- parts of a row ----------------------------------------------------------------------------------

    def circle(self, rect: QRectF) -> QRectF:
        """Where the circle is."""
        side = current().px(18)
        return QRectF(rect.x() + _CIRCLE - side / 2, rect.y() + (rect.height() - side) / 2, side, side)

    def button(self, rect: QRectF, item: WorkItem) -> QRectF:
        """Where the act of a row is."""
        theme, act = current(), self.words.act(item.reason)
        width = theme.metric(13, True).horizontalAdvance(act.words) + keycap_width(theme, act.key) + 28
        height = theme.px(_BUTTON)
        return QRectF(rect.right() - 20 - width, rect.y() + (rect.height() - height) / 2, width, height)

    def _button(
        self, painter: QPainter, theme: Theme, spot: QRectF, item: WorkItem, *, primary: bool
    ) -> None:
        act = self.words.act(item.reason)
        box(painter, spot, theme["fill" if primary else "surface"], None if primary else theme["line2"])
        colour = theme["on_fill" if primary else "text"]
        painter.setFont(theme.font(13, primary))
        painter.setPen(colour)
        painter.drawText(spot.adjusted(10, 0, 0, 0), LEFT, act.words)
        cap = keycap_width(theme, act.key)
        edge = theme["bar_accent" if theme.name == "light" else "accent"] if primary else theme["line2"]
        keycap(
            painter,
            theme,
            QRectF(spot.right() - cap - 9, spot.y(), cap, spot.height()),
            act.key,
            colour,
            edge,
        )

    def _who(
        self,
        painter: QPainter,
        theme: Theme,
        rect: QRectF,
        item: WorkItem,
        why: str,
        tone: str,
        right: float,
        *,
        bold: bool = False,
        faint: bool = False,
    ) -> None:
        """Name and rule at the left; balance, age and score before what stands at the right."""
        formats, ink = self.words.formats, theme["text2" if faint else "text"]
        late = formats.overdue(item.late)
        pill_left = rect.x() + rect.width() * 0.62
        shows_pill = pill_left + pill_width(theme, late) + theme.px(38) < right
        balance = formats.amount(item.called_fen)
        if item.currency != "CNY":
            balance = f"{item.currency} {balance}"
        edge = (pill_left if shows_pill else right) - 18
        painter.setFont(theme.font(13, bold))
        painter.setPen(ink)
        painter.drawText(QRectF(rect.x(), rect.y(), edge - rect.x(), rect.height()), RIGHT, balance)
        if shows_pill:
            wide = pill_width(theme, late)
            pill(painter, theme, QRectF(pill_left, rect.y(), wide, rect.height()), band_step(item.late), late)
            spot = QRectF(pill_left + wide + 8, rect.y(), theme.px(30), rect.height())
            painter.setFont(theme.font(12))
            painter.setPen(theme["text3"])
            painter.drawText(spot, LEFT, str(item.score))
        room = edge - theme.metric(13, bold).horizontalAdvance(balance) - 16 - (rect.x() + _TEXT)
        half = rect.height() / 2
        top = QRectF(rect.x() + _TEXT, rect.y() + 4, room, half - 3)
        self._line(painter, theme, top, item.debtor, 13, bold, "text2" if faint else "text")
        self._line(painter, theme, top.translated(QPointF(0, half - 4)), why, 12, False, tone)

    def _line(
        self, painter: QPainter, theme: Theme, rect: QRectF, words: str, size: int, bold: bool, tone: str
    ) -> None:
        painter.setFont(theme.font(size, bold))
        painter.setPen(theme[tone])
        metric = theme.metric(size, bold)
        painter.drawText(rect, LEFT, metric.elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width())))

    def _say(
        self,
        painter: QPainter,
        theme: Theme,
        rect: QRectF,
        left: float,
        words: str,
        *,
        size: int = 13,
        bold: bool = False,
        tone: str = "text",
    ) -> float:
        """Words from ``left`` on; how wide they are."""
        painter.setFont(theme.font(size, bold))
        painter.setPen(theme[tone])
        painter.drawText(rect.adjusted(left - rect.x(), 0, 0, 0), LEFT, words)
        return float(theme.metric(size, bold).horizontalAdvance(words))

    def part_at(self, rect: QRect, item: WorkItem, point: QPointF) -> str:
        """``circle``, ``button`` or nothing under a point of a row."""
        whole = QRectF(rect)
        if self.circle(whole).adjusted(-6, -6, 6, 6).contains(point):
            return "circle"
        return "button" if self.button(whole, item).contains(point) else ""
