"""All cells of all tables, drawn by one delegate: text, money, pills, next steps, boxes, ticks, changes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.common import icons, painting
from ui.common.painted import LEFT, RIGHT
from ui.common.table.columns import Column, Paint
from ui.common.table.model import TableModel
from ui.theme import Theme, current

PADDING = 8
_KEPT_WORDS = 20_000


class CellDelegate(QStyledItemDelegate):
    """Draws cells. ``current_row`` and ``hover_row`` are set by the table; -1 is none.

    Budget: a viewport of 20 rows and 9 columns in 16 ms; so colours, measures and cut words are kept.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current_row = -1
        self.hover_row = -1
        self._cut: dict[tuple[str, int, bool, int], str] = {}
        self._theme: Theme | None = None
        self._found = ""
        self._painters = {
            Paint.TEXT: self._text,
            Paint.FAINT: self._faint,
            Paint.NAME: self._name,
            Paint.MONEY: self._money,
            Paint.PILL: self._pill,
            Paint.STEP: self._step,
            Paint.BOXES: self._boxes,
            Paint.CHANGE: self._change,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The width of the column; heights are the table's."""
        return QSize(80, current().px(34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        theme = self._theme_in_force()
        model: TableModel = index.model()  # type: ignore[assignment]
        place = index.row()
        row, column, rect = model.row_at(place), model.columns[index.column()], option.rect
        painter.save()
        self._found = model.find_words
        self.ground(painter, model, rect, place)
        if place == self.current_row and index.column() == 0:
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height() - 1), theme["accent"])
        if column.paint is Paint.TICK:
            painting.tick_box(painter, theme, QRectF(rect), model.is_ticked(place))
        elif row is not None:
            self._cell(painter, theme, rect, column, row, place == self.current_row)
        painter.restore()

    def _theme_in_force(self) -> Theme:
        theme = current()
        if theme is not self._theme:
            self._theme = theme
            self._cut.clear()
        return theme

    def ground(self, painter: QPainter, model: TableModel, rect: QRect, place: int) -> None:
        """What stands behind a row: current, ticked, its own, under the pointer; and its hairline."""
        theme, row = self._theme_in_force(), model.row_at(place)
        given = model.ground(row) if model.ground and row else ""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        hovered = "hover" if place == self.hover_row else ""
        ground = (
            "sel"
            if place == self.current_row
            else "accent_tint"
            if model.is_ticked(place)
            else given or hovered
        )
        if ground:
            painter.fillRect(rect, theme[ground])
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme["hair"])

    def _cell(
        self, painter: QPainter, theme: Theme, rect: QRect, column: Column, row: Any, bold: bool
    ) -> None:
        if column.wrong and column.wrong(row):
            painting.box(painter, QRectF(rect).adjusted(1, 3, -1, -4), theme["surface"], None, 4)
            painting.focus_ring(painter, QRectF(rect).adjusted(1, 3, -1, -4), theme["bad"], 4)
        inner = rect.adjusted(PADDING, 0, -PADDING, -1)
        painter.setPen(theme[column.tone(row)] if column.tone else theme["text"])
        self._painters[column.paint](painter, theme, inner, column, row, bold)

    def _say(
        self, painter: QPainter, theme: Theme, rect: QRect, words: str, bold: bool, at_right: bool = False
    ) -> None:
        painter.setFont(theme.font(13, bold))
        shown = self._shortened(theme, words, bold, rect.width())
        if self._found:
            self._mark_found(painter, theme, rect, shown, bold, at_right)
        painter.drawText(rect, RIGHT if at_right else LEFT, shown)

    def _mark_found(
        self, painter: QPainter, theme: Theme, rect: QRect, shown: str, bold: bool, at_right: bool
    ) -> None:
        """A tint behind the words that were searched for."""
        start = shown.casefold().find(self._found)
        if start < 0:
            return
        metric, end = theme.metric(13, bold), start + len(self._found)
        width = metric.horizontalAdvance(shown[start:end])
        left = rect.x() + metric.horizontalAdvance(shown[:start])
        if at_right:
            left += rect.width() - metric.horizontalAdvance(shown)
        spot = QRect(left - 1, rect.y() + 7, width + 2, rect.height() - 14)
        painter.fillRect(spot, theme.bands[1].chart if theme.name == "light" else theme.bands[2].pill)

    def _shortened(self, theme: Theme, words: str, bold: bool, width: int, size: int = 13) -> str:
        key = (words, size, bold, width)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > _KEPT_WORDS:
                self._cut.clear()
            flat = words.replace("\n", " ")
            found = theme.metric(size, bold).elidedText(flat, Qt.TextElideMode.ElideRight, width)
            self._cut[key] = found
        return found

    def _text(
        self, painter: QPainter, theme: Theme, rect: QRect, column: Column, row: Any, bold: bool
    ) -> None:
        self._say(painter, theme, rect, column.text(row), False, column.right)

    def _faint(
        self, painter: QPainter, theme: Theme, rect: QRect, column: Column, row: Any, bold: bool
    ) -> None:
        if not column.tone:
            painter.setPen(theme["text2"])
        self._say(painter, theme, rect, column.text(row), False, column.right)

    def _name(
        self, painter: QPainter, theme: Theme, rect: QRect, column: Column, row: Any, bold: bool
    ) -> None:
        self._say(painter, theme, rect, column.text(row), bold, column.right)

    def _money(
        self, painter: QPainter, theme: Theme, rect: QRect, column: Column, row: Any, bold: bool
    ) -> None:
        self._say(painter, theme, rect, column.text(row), bold, True)

    def _pill(
        self, painter: QPainter, theme: Theme, rect: QRect, column: Column, row: Any, bold: bool
    ) -> None:
        value = column.value(row) if column.value else None
        if value is not None:
            words = self._shortened(theme, value.words, False, rect.width() - painting.GLYPH_WIDTH - 20, 12)
            painting.pill(painter, theme, QRectF(rect), value.step, words)

    def _step(
        self, painter: QPainter, theme: Theme, rect: QRect, column: Column, row: Any, bold: bool
    ) -> None:
        value = column.value(row) if column.value else None
        if value is None:
            return
        urgent = value.tone == "bad"
        tint = theme["text2"] if value.tone == "text" else theme[value.tone]
        if value.icon:
            icons.paint(painter, value.icon, tint, QRectF(rect.x(), rect.y(), 16, rect.height()), 14)
        painter.setPen(theme[value.tone])
        self._say(painter, theme, rect.adjusted(22 if value.icon else 0, 0, 0, 0), value.words, urgent)

    def _boxes(
        self, painter: QPainter, theme: Theme, rect: QRect, column: Column, row: Any, bold: bool
    ) -> None:
        painting.evidence_boxes(painter, theme, QRectF(rect), column.value(row) if column.value else ())

    def _change(
        self, painter: QPainter, theme: Theme, rect: QRect, column: Column, row: Any, bold: bool
    ) -> None:
        """Old struck out → new on a tint, at the right for sums, at the left else."""
        change = column.value(row) if column.value else None
        if change is None or change.old is None:
            self._say(painter, theme, rect, column.text(row), False, column.at_right)
            return
        old_width = theme.metric(12).horizontalAdvance(change.old)
        new_width = theme.metric(13, True).horizontalAdvance(change.new)
        whole = old_width + 22 + new_width
        left = max(rect.x(), rect.right() - whole + 4) if column.at_right else rect.x()
        struck = QFont(theme.font(12))
        struck.setStrikeOut(True)
        painter.setFont(struck)
        painter.setPen(theme["text3"])
        painter.drawText(QRect(left, rect.y(), old_width + 2, rect.height()), LEFT, change.old)
        arrow = QRectF(left + old_width + 2, rect.y(), 14, rect.height())
        icons.paint(painter, "arrow-right", theme["text3"], arrow, 12)
        spot = QRectF(left + old_width + 18, rect.y() + 5, new_width + 8, rect.height() - 10)
        painting.box(painter, spot, theme["info_tint"], None, 4)
        painter.setFont(theme.font(13, True))
        painter.setPen(theme["info"])
        painter.drawText(spot.adjusted(4, 0, 0, 0), LEFT, change.new)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A line edit that fills the cell."""
        edit = QLineEdit(parent)
        edit.setStyleSheet("QLineEdit { padding: 0 6px; min-height: 0; border-radius: 4px; }")
        return edit
