"""今日: what is due today, most damaging first, one row a debtor; each thing done with one key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from models.changes import Changes
from models.progress import Progress
from models.queries.claims import ClaimRow, claim_rows
from models.queries.day import Day, day_of
from models.queries.views import ClaimView
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.how_window import open_how
from ui.common.text import text
from ui.context import AppContext
from ui.theme import current
from ui.today.acts import DayActs
from ui.today.head import DayHead, FocusBar
from ui.today.how import how_scored
from ui.today.lines import ALL, Lines, Row, lines_of
from ui.today.list_view import DayView
from ui.today.model import DayModel
from ui.today.words import DayWords

LATER_MS = 1200
"""A list that nobody looks at is made anew so long after a change."""
PANE = 376
_WIDEST = 16_777_215
FOCUSED = 920
"""In focus mode the pane is no wider than its lines can be read."""
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Held:
    """What the pane beside the list asks about the other claims of a debtor: all that are open."""

    of_debtor: dict[int, list[ClaimRow]] = field(default_factory=dict)


class TodayWorkspace(QWidget):
    """``pane`` shows one claim in full: ``show_view(view, held)``.

    Signals carry claim keys; ``counted`` how many rows are open; ``debtor_requested``, ``guarantors_requested`` a
    debtor; ``letters_shown`` asks for the list of letters; ``print_requested`` carries the Day.
    """

    call_requested = Signal(object)
    letter_requested = Signal(object)
    reminder_requested = Signal(object)
    plan_requested = Signal(object)
    receipt_requested = Signal(object)
    claims_requested = Signal(object)
    guarantors_requested = Signal(int)
    letters_shown = Signal()
    print_requested = Signal(object)
    all_claims_requested = Signal()
    counted = Signal(int)
    loaded = Signal()

    def __init__(self, context: AppContext, pane: Any) -> None:
        super().__init__()
        self.context, self.pane = context, pane
        self.title = self.tr("今日")
        self.setObjectName("page")
        self.words = DayWords(context.formats, context.today)
        self.model = DayModel(self.words)
        self.table = DayView(self.model)
        self.setFocusProxy(self.table)
        self.day: Day | None = None
        self.held = Held()
        self.stale, self.focused = True, False
        self.acts = DayActs(context, self)
        self.later = QTimer(self)
        self.later.setSingleShot(True)
        self.later.setInterval(LATER_MS)
        self.later.timeout.connect(self.refresh)
        self.framed = QTimer(self)
        self.framed.setSingleShot(True)
        self.framed.timeout.connect(self._catch_up)
        self._build()
        self._connect()
        self._bind_keys()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head, self.focus_bar = DayHead(self.context), FocusBar()
        self.stack = QStackedWidget()
        self.empty = EmptyState(self.tr("今日已清"), self.tr("查看债权"), " ", icon="today")
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        column.addLayout(self._foot())
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([_WIDEST // 2, current().px(PANE)])
        self.left = left
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.focus_bar)
        centred = QHBoxLayout()
        centred.addStretch(0)
        centred.addWidget(self.splitter, 1)
        centred.addStretch(0)
        whole.addLayout(centred, 1)
        self.focus_bar.hide()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(16)
        keys = (
            self.tr("空格 完成"),
            self.tr("S 改到明天"),
            self.tr("SS 选日期"),
            self.tr("X 略过"),
            self.tr("Ctrl Z 撤销"),
        )
        for words in keys:
            row.addWidget(text(words, size=12, tone="text3"))
        self.score = text("", size=12, tone="text2", yielding=True)
        row.addWidget(self.score, 1)
        self.how = Button(self.tr("怎么算的"), key="Y", kind="ghost")
        self.how.clicked.connect(self.show_how)
        row.addWidget(self.how)
        return row

    def _connect(self) -> None:
        self.head.segment_changed.connect(lambda _: self._show_lines())
        self.head.focus_wanted.connect(self.toggle_focus)
        self.head.print_wanted.connect(self.print_sheet)
        self.focus_bar.left.connect(self.toggle_focus)
        self.empty.acted.connect(self.all_claims_requested)
        self.table.current_changed.connect(self._show_row)
        self.table.ticked.connect(self.acts.tick)
        self.table.acted.connect(self.act)
        self.table.letters_wanted.connect(self.write_letters)
        self.context.bus.changed.connect(self.note_changes)

    def _bind_keys(self) -> None:
        key = Qt.Key
        names: dict[Qt.Key, Any] = {
            key.Key_Space: self.acts.tick, key.Key_S: self.acts.put_off, key.Key_X: self.acts.skip,
            key.Key_T: self.acts.hand_over, key.Key_C: self._asker(self.call_requested),
            key.Key_L: self._asker(self.letter_requested), key.Key_R: self._asker(self.reminder_requested),
            key.Key_P: self._asker(self.plan_requested), key.Key_M: self._asker(self.receipt_requested),
            key.Key_G: self.show_guarantors, key.Key_D: self.letters_shown.emit, key.Key_N: self.write_note,
            key.Key_Y: self.show_how,
            key.Key_Return: self.open_row, key.Key_Enter: self.open_row, key.Key_Escape: self.leave_focus,
        }  # fmt: skip
        for letter, command in names.items():
            self.table.commands[_PLAIN, letter] = command
        self.table.commands[_SHIFT, key.Key_L] = self.write_letters
        for sequence, command in (("F6", self.toggle_focus), ("Ctrl+P", self.print_sheet)):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(command)
        self.head.printed.setShortcut(QKeySequence())

    def _asker(self, signal: Any) -> Any:
        def ask() -> None:
            if self.row is not None:
                signal.emit(self.row.claims)

        return ask

    # --- showing ---------------------------------------------------------------------------------

    @property
    def row(self) -> Row | None:
        """The row in hand."""
        return self.table.row

    @property
    def open_count(self) -> int:
        """How many rows are open, whatever segment is shown."""
        return self.lines.open

    @property
    def lines(self) -> Lines:
        """What is shown."""
        return self.model.lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """Read what was put off while nobody looked, once the frame is painted."""
        super().paintEvent(event)
        if self.stale and not self.framed.isActive():
            self.framed.start()

    def _catch_up(self) -> None:
        if self.stale:
            self.refresh()

    def note_changes(self, _changes: Changes) -> None:
        """Anything may move the list: made anew, at once or a little later."""
        self.stale = True
        if self.isVisible():
            self.refresh()
        else:
            self.later.start()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Make the list anew."""
        self.stale = False
        self.later.stop()
        store, today = self.context.store, self.context.today

        def work(_progress: Progress) -> tuple[Day, Lines]:
            day = day_of(store, today)
            return day, lines_of(day)

        self.context.jobs.read(work, self._loaded, owner=self)

    def _loaded(self, found: tuple[Day, Lines]) -> None:
        self.day, lines = found
        self.held, self.words.list = Held(), self.day.list
        self._show_lines(lines if self.head.segment.value == ALL else None)
        self.counted.emit(self.open_count)
        self.loaded.emit()

    def _show_lines(self, lines: Lines | None = None) -> None:
        """Show these lines, else those of the segment."""
        if self.day is None:
            return
        before, place = self.row, self.table.currentIndex().row()
        lines = lines or lines_of(self.day, self.head.segment.value)
        self.model.set_lines(lines)
        self.head.show_day(self.day, lines)
        self._go_on(before, place)
        cleared = not lines.open
        self.stack.setCurrentWidget(self.empty if cleared and not lines.all else self.table)
        self.empty.hint.setText(self._next_batch())
        self.empty.hint.setVisible(bool(self.empty.hint.text()))
        if cleared:
            self.leave_focus()

    def _next_batch(self) -> str:
        coming = self.day.list.coming if self.day else []
        if not coming:
            return ""
        first = coming[0]
        told = self.tr("下一批：%1 %2").replace("%1", self.words.comes(first))
        return told.replace("%2", self.words.matters(first.count))

    def _go_on(self, before: Row | None, place: int) -> None:
        """Stay with the row in hand while it asks for the same; else the next open one."""
        found = self.model.place_of(before.key) if before else None
        same = found is not None and before is not None and self._at(found) == before.top.reason
        if not same:
            found = self.model.open_from(max(0, place))
        if found is None:
            found = self.model.open_from(self.model.rowCount() - 1, -1)
        self.table.go_to(found)
        self._show_row(self.row)

    def _at(self, place: int) -> str:
        line = self.model.line(place)
        return line.top.reason if isinstance(line, Row) else ""

    def view_of(self, row: Row) -> ClaimView | None:
        """The claim of a row that its step speaks of: the oldest."""
        return self.day.list.view(row.top.claims[0]) if self.day else None

    def _show_row(self, row: Row | None) -> None:
        view = None if row is None else self.view_of(row)
        if row is not None and row.top.debtor_id not in self.held.of_debtor:
            store, today, debtor = self.context.store, self.context.today, row.top.debtor_id
            self.held.of_debtor[debtor] = claim_rows(store, today, today, debtor=debtor)
        self.pane.show_view(view, self.held)
        self.focus_bar.show_row(row, "" if row is None else self.words.row(row), self.lines)
        told = "" if row is None or self.day is None else self.words.score(row.top, self.day.list.weights)
        self.score.setText(told)
        self.how.setEnabled(bool(told))

    def show_how(self) -> None:
        """How the score of the row in hand came about."""
        if self.row is not None and self.day is not None:
            item, formats = self.row.top, self.context.formats
            rule = self.words.why(item)
            how = how_scored(item, self.day.list.weights, rule, self.context.today, formats)
            open_how(formats, how, self)

    # --- acts ------------------------------------------------------------------------------------

    def act(self) -> None:
        """The button of the row in hand."""
        if self.row is None:
            return
        key = self.words.act(self.row.top.reason).key
        strokes = {"Space": Qt.Key.Key_Space, "Enter": Qt.Key.Key_Return}
        stroke = strokes.get(key) or Qt.Key[f"Key_{key}"]
        self.table.commands[_PLAIN, stroke]()

    def open_row(self) -> None:
        """The claims of the row in hand in their table."""
        if self.row is not None:
            self.claims_requested.emit(self.row.claims)

    def show_guarantors(self) -> None:
        """Who stands behind the debtor in hand."""
        if self.row is not None:
            self.guarantors_requested.emit(self.row.top.debtor_id)

    def write_note(self) -> None:
        """Write into the note field of the pane."""
        if self.row is not None:
            self.pane.edit_note()

    def write_letters(self) -> None:
        """Demand letters for everybody on the list who is due for one."""
        claims = [claim for row in self.lines.rows for item in row.items for claim in item.claims
                  if item.reason == "letter_due"]  # fmt: skip
        if claims:
            self.letter_requested.emit(claims)

    def print_sheet(self) -> None:
        """The list on paper."""
        if self.day is not None and self.day.open:
            self.print_requested.emit(self.day)

    # --- focus mode --------------------------------------------------------------------------------

    def toggle_focus(self) -> None:
        """One row after the other, with all the room for the debtor; or back."""
        if self.focused:
            self.leave_focus()
        elif self.row is not None:
            self._set_focused(True)

    def leave_focus(self) -> None:
        """Back to the list."""
        if self.focused:
            self._set_focused(False)

    def _set_focused(self, focused: bool) -> None:
        self.focused = focused
        self._pane_width = getattr(self, "_pane_width", self.pane.maximumWidth())
        self.focus_bar.setVisible(focused)
        self.head.setVisible(not focused)
        self.left.setMaximumWidth(0 if focused else _WIDEST)
        self.pane.setMaximumWidth(current().px(FOCUSED) if focused else self._pane_width)
        self.pane.setVisible(True)
        self.table.setFocus()
        self._show_row(self.row)

    def changeEvent(self, event: QEvent) -> None:
        """Another font size, other rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.table.doItemsLayout()
