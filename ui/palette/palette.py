"""Ctrl K: one field that finds debtors, people, claims, papers, settings and commands; Enter does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.commands import Command
from ui.common import icons
from ui.common.buttons import shown_key
from ui.common.marks import Icon
from ui.common.painted import LEFT, RIGHT
from ui.common.painting import box, keycap, keycap_width
from ui.common.text import rule, text
from ui.context import AppContext
from ui.palette.entries import Found
from ui.palette.finding import Act, Finding
from ui.palette.index import IndexKeeper
from ui.theme import Theme, current

Index = QModelIndex | QPersistentModelIndex
WIDTH, ROWS_SHOWN = 640, 11


class FoundModel(QAbstractListModel):
    """The rows found; titles of sections cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Found] = []

    def show_rows(self, rows: Sequence[Found]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for eyes and ears; the row itself under UserRole."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (row.words, row.aside, row.key) if part)
        return row.words if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only what can be done can be chosen."""
        if self.rows[index.row()].run is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FoundDelegate(QStyledItemDelegate):
    """Draws sections and rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Sections are lower."""
        return QSize(100, current().px(30 if index.data(Qt.ItemDataRole.UserRole).run is None else 36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row, theme = index.data(Qt.ItemDataRole.UserRole), current()
        rect = QRectF(option.rect)
        painter.save()
        if row.run is None:
            painter.setFont(theme.font(12, True))
            painter.setPen(theme["text2"])
            painter.drawText(rect.adjusted(12, 4, 0, 0), LEFT, row.words)
        else:
            view: Any = self.parent()
            self._row(painter, theme, rect, row, chosen=view.currentIndex().row() == index.row())
        painter.restore()

    def _row(self, painter: QPainter, theme: Theme, rect: QRectF, row: Found, *, chosen: bool) -> None:
        if chosen:
            box(painter, rect.adjusted(0, 1, 0, -1), theme["sel"])
        if row.icon:
            spot = QRectF(rect.x() + 12, rect.y(), 16, rect.height())
            icons.paint(painter, row.icon, theme["accent" if chosen else "text2"], spot)
        right = rect.right() - 12
        if row.key and (chosen or row.key != "Return"):
            width = keycap_width(theme, shown_key(row.key))
            cap = QRectF(right - width, rect.y(), width, rect.height())
            keycap(painter, theme, cap, shown_key(row.key), theme["text2"], theme["line2"])
            right -= width + 12
        painter.setFont(theme.font(12))
        painter.setPen(theme["text2"])
        painter.drawText(QRectF(rect.x(), rect.y(), right - rect.x(), rect.height()), RIGHT, row.aside)
        room = int(right - rect.x() - 40 - theme.metric(12).horizontalAdvance(row.aside) - 12)
        painter.setFont(theme.font(13, chosen))
        painter.setPen(theme["text"])
        words = theme.metric(13, chosen).elidedText(row.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.adjusted(40, 0, 0, 0), LEFT, words)


class Palette(QDialog):
    """``chosen`` carries what to do with what: (``claims`` | ``card`` | ``claim`` | ``file`` | ``settings``, its key).

    ``act_on`` carries (name of an act, debtor).
    """

    chosen = Signal(str, object)
    act_on = Signal(str, object)

    def __init__(
        self,
        context: AppContext,
        commands: Sequence[Command],
        acts: Sequence[Act],
        keeper: IndexKeeper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.keeper = keeper
        self.finding = Finding(context, commands, acts, self.chosen.emit, self.act_on.emit)
        self.setWindowTitle(self.tr("命令面板"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(self._field())
        column.addWidget(rule())
        column.addWidget(self._list())
        self.resize(current().px(WIDTH), current().px(36 * ROWS_SHOWN + 70))
        keeper.ready.connect(self._again)
        keeper.refresh()
        self.show_hits("")

    def _field(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(12)
        self.edit = QLineEdit()
        self.edit.setObjectName("bare")
        self.edit.setPlaceholderText(self.tr("客户、联系人、电话尾号、单据号或命令"))
        self.edit.setAccessibleName(self.tr("搜索"))
        self.edit.textChanged.connect(self.show_hits)
        self.edit.installEventFilter(self)
        row.addWidget(Icon("search"))
        row.addWidget(self.edit, 1)
        row.addWidget(text(self.tr("支持拼音首字母"), size=12, tone="text2"))
        return row

    def _list(self) -> QWidget:
        frame = QWidget()
        box_ = QHBoxLayout(frame)
        box_.setContentsMargins(8, 6, 8, 0)
        self.model = FoundModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # Queued: what is done may ask for a file, and the list that was clicked would be gone before its click is over.
        self.list.clicked.connect(self._take, Qt.ConnectionType.QueuedConnection)
        box_.addWidget(self.list)
        return frame

    def _again(self) -> None:
        self.show_hits(self.edit.text())

    def show_hits(self, typed: str) -> None:
        """Show what fits; the first is chosen."""
        rows = self.finding.rows(self.keeper.index, typed.strip())
        if not rows:
            rows = [Found(self.tr("没有找到。可以输入名称、拼音首字母、编号或电话尾号。"))]
        self.model.show_rows(rows)
        self._choose(0, 1)

    def _choose(self, start: int, step: int) -> None:
        place = start
        while 0 <= place < len(self.model.rows):
            if self.model.rows[place].run is not None:
                self.list.setCurrentIndex(self.model.index(place))
                self.list.scrollTo(self.model.index(place))
                self.list.viewport().update()
                return
            place += step

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while typing; Enter does what is chosen."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            here = self.list.currentIndex().row()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key == Qt.Key.Key_Down else -1
                self._choose(here + step, step)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                self.run(second=bool(held))
                return True
        return super().eventFilter(watched, event)

    def _take(self, _index: QModelIndex) -> None:
        self.run()

    def run(self, *, second: bool = False) -> None:
        """Do what is chosen, after the palette has gone; ``second`` (Ctrl Enter): what else can be done with it."""
        place = self.list.currentIndex().row()
        row = self.model.rows[place] if 0 <= place < len(self.model.rows) else None
        act = (row.second if second else None) or row.run if row else None
        if act is not None:
            self.close()
            act()

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of a window, ready to type."""
        area: QRect = window.geometry()
        self.move(area.x() + (area.width() - self.width()) // 2, area.y() + area.height() // 5)
        self.show()
        self.edit.setFocus()
