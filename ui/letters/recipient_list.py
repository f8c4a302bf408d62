"""Who gets a letter: one debtor in one currency a row, with the marks of the preflight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from models.actions.letters import Key, Triage
from models.queries.letters import Recipient
from models.queries.settings import setting
from models.settings import REPEAT_DAYS
from models.store import Store
from ui.common import icons
from ui.common.formats import Formats
from ui.common.painted import LEFT, RIGHT
from ui.common.painting import tick_box
from ui.common.table import Column, RowsModel
from ui.problems import worded
from ui.theme import Theme, current

_BOX = 40
LEAVE, PUT_OFF = "leave", "put_off"


@dataclass(frozen=True)
class Addressee:
    """One line of the list. ``mark`` says what bars or what should be looked at, ``tone`` how bad that is."""

    id: tuple[int, str, int]
    recipient: Recipient
    mark: str
    tone: str

    @property
    def may_go(self) -> bool:
        """Whether a letter can be issued to it."""
        return self.recipient.why_not is None

    @property
    def goes_unasked(self) -> bool:
        """Whether it is ticked to begin with: nobody is dunned for what is in the bank already."""
        return self.may_go and "money_waiting" not in self.recipient.doubts

    @property
    def days_overdue(self) -> int:
        """The longest delay among its claims."""
        return max((row.days_overdue for row in self.recipient.rows), default=0)


def addressees(store: Store, recipients: Iterable[Recipient], language: str) -> list[Addressee]:
    """The lines for these recipients; those that can go first, in the order given."""
    days = {"days": str(setting(store, REPEAT_DAYS))}
    made = [_addressee(each, days, language) for each in recipients]
    return sorted(made, key=lambda each: (not each.may_go, each.recipient.why_not != "no_address"))


def _addressee(recipient: Recipient, days: dict[str, str], language: str) -> Addressee:
    code, tone = "", ""
    if recipient.why_not:
        code, tone = recipient.why_not, "bad" if recipient.why_not == "no_address" else "text3"
    elif recipient.doubts:
        code, tone = recipient.doubts[-1], "warn"
    waiting = recipient.waiting_fen + recipient.maybe_waiting_fen
    facts = {**days, "waiting": Formats(language).money(waiting, recipient.currency)}
    mark = worded(f"mark_{code}", language, facts) if code else ""
    return Addressee(recipient.key, recipient, mark, tone)


class AddresseeModel(RowsModel):
    """The lines with their ticks; a line that cannot go takes none.

    ``decided`` says of lines that were set aside why (a text) or until when (a day); ticking one takes it back.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns)
        self.decided: dict[Key, str | date] = {}
        self._marks: dict[Key, str] = {}

    def set_rows(self, rows: Sequence[Addressee]) -> None:
        """Show these lines; what was decided of them stays."""
        super().set_rows([self._as_decided(row) for row in rows])

    def decide(self, row: Addressee, decision: str | date, mark: str) -> None:
        """Set a line aside."""
        self.decided[row.id], self._marks[row.id] = decision, mark
        place = self.place_of(row.id)
        if place is not None:
            super().tick([place], False)
        self.replace(self._as_decided(row))
        self.ticks_changed.emit()

    def tick(self, places: Iterable[int], on: bool = True) -> None:
        """Tick those that may go."""
        going = [place for place in places if self.row_at(place).may_go]
        for row in [self.row_at(place) for place in going]:
            if on and self.decided.pop(row.id, None) is not None:
                self.replace(replace(row, mark="", tone=""))
        super().tick(going, on)

    def triage(self, claims: Iterable[int], unticked: str) -> Triage:
        """What was decided, as a run takes it; of one debtor's guarantors those that are not ticked stay out too."""
        told = set(claims)
        left = {
            row.id: unticked
            for row in self.rows
            if row.may_go and row.id not in self.ticks and told & {each.id for each in row.recipient.rows}
        }
        left |= {key: each for key, each in self.decided.items() if isinstance(each, str)}
        postponed = {key: each for key, each in self.decided.items() if isinstance(each, date)}
        return Triage({key: why for key, why in left.items() if key not in postponed}, postponed)

    @property
    def set_aside(self) -> list[Addressee]:
        """The lines that were decided on."""
        return [row for row in self.rows if row.id in self.decided]

    def _as_decided(self, row: Addressee) -> Addressee:
        return replace(row, mark=self._marks[row.id], tone="text3") if row.id in self.decided else row

    @property
    def ticked(self) -> list[Addressee]:
        """What will be issued, in the order of the list, whatever is searched for."""
        return [row for row in self.rows if row.id in self.ticks]


class _AddresseeDelegate(QStyledItemDelegate):
    """Tick, name and, below it, mark or delay; the sum at the right."""

    def __init__(self, formats: Formats, parent: QListView) -> None:
        super().__init__(parent)
        self.formats, self.owner = formats, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        return QSize(200, current().px(46))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One addressee."""
        theme, rect = current(), option.rect
        model: AddresseeModel = index.model()  # type: ignore[assignment]
        row: Addressee = model.row_at(index.row())
        here = index.row() == self.owner.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if here:
            painter.fillRect(rect, theme["sel"])
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), theme["accent"])
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme["hair"])
        if row.may_go:
            box = QRectF(rect.x() + 6, rect.y(), _BOX - 10, rect.height())
            tick_box(painter, theme, box, model.is_ticked(index.row()))
        self._words(painter, theme, QRect(rect.x() + _BOX, rect.y(), rect.width() - _BOX - 14, rect.height()),
                    row, here)  # fmt: skip
        painter.restore()

    def _words(self, painter: QPainter, theme: Theme, rect: QRect, row: Addressee, here: bool) -> None:
        upper = QRect(rect.x(), rect.y() + theme.px(3), rect.width(), theme.px(20))
        lower = upper.translated(0, theme.px(20))
        painter.setFont(theme.font(13, here))
        painter.setPen(theme["text" if row.may_go or row.tone == "bad" else "text3"])
        name = theme.metric(13, here).elidedText(
            row.recipient.addressee, Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(upper, LEFT, name)
        painter.setFont(theme.font(12))
        painter.setPen(theme["text2"])
        currency = "" if row.recipient.currency == "CNY" else f"{row.recipient.currency} "
        sum_words = currency + self.formats.amount(row.recipient.total_fen)
        painter.drawText(lower, RIGHT, sum_words)
        room = rect.width() - theme.metric(12).horizontalAdvance(sum_words) - 8
        self._below(painter, theme, lower, row, room)

    def _below(self, painter: QPainter, theme: Theme, lower: QRect, row: Addressee, room: int) -> None:
        left = 0
        if row.mark:
            painter.setPen(theme[row.tone])
            if row.tone != "text3":
                spot = QRectF(lower.x(), lower.y(), 14, lower.height())
                icons.paint(painter, "warning", theme[row.tone], spot, 14)
                left = 18
        words = row.mark or (self.formats.overdue(row.days_overdue) if row.days_overdue else "")
        shown = theme.metric(12).elidedText(words, Qt.TextElideMode.ElideRight, room - left)
        painter.drawText(lower.adjusted(left, 0, 0, 0), LEFT, shown)


class AddresseeList(QListView):
    """The list at the left. Space ticks, Enter mends an address (``mend_wanted`` carries the debtor's key).

    ``X`` leaves the current one out, ``Z`` puts it off (``aside_wanted`` carries which).

    ``chosen`` carries the Addressee that became current, or None.
    """

    chosen = Signal(object)
    mend_wanted = Signal(int)
    aside_wanted = Signal(str)

    def __init__(self, model: AddresseeModel, formats: Formats) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.setModelColumn(model.column("debtor"))
        self.setItemDelegate(_AddresseeDelegate(formats, self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda now, _: self._tell(now))
        model.modelReset.connect(self.show_first)
        model.ticks_changed.connect(self.viewport().update)

    @property
    def current(self) -> Addressee | None:
        """The current line."""
        place = self.currentIndex().row()
        return self.rows.row_at(place) if 0 <= place < self.rows.count() else None

    def show_first(self) -> None:
        """Make the first line current."""
        if self.rows.count():
            self.setCurrentIndex(self.rows.index(0, self.modelColumn()))
        else:
            self.chosen.emit(None)

    def step(self, by: int) -> bool:
        """Go to the next or the last line; whether there is one."""
        place = self.currentIndex().row() + by
        if not 0 <= place < self.rows.count():
            return False
        self.setCurrentIndex(self.rows.index(place, self.modelColumn()))
        return True

    def _tell(self, now: QModelIndex) -> None:
        self.chosen.emit(self.rows.row_at(now.row()) if now.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Enter opens the debtor; letters are commands elsewhere."""
        place = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and place >= 0:
            self.rows.tick([place], not self.rows.is_ticked(place))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.mend_wanted.emit(self.current.recipient.debtor_id)
        elif event.key() in (Qt.Key.Key_X, Qt.Key.Key_Z) and not event.modifiers():
            self.aside_wanted.emit(LEAVE if event.key() == Qt.Key.Key_X else PUT_OFF)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The box ticks."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < _BOX:
            self.rows.tick([index.row()], not self.rows.is_ticked(index.row()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the debtor."""
        if self.current is not None and event.position().x() >= _BOX:
            self.mend_wanted.emit(self.current.recipient.debtor_id)


def totals(rows: Sequence[Addressee]) -> dict[str, int]:
    """The sum of each currency, in fen."""
    found: dict[str, int] = {}
    for row in rows:
        found[row.recipient.currency] = found.get(row.recipient.currency, 0) + row.recipient.total_fen
    return found
