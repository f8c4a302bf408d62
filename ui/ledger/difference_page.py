"""Step 3 of an import: every row of the ledger against the books, mended in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.choices import Choice
from ui.common.formats import Formats
from ui.common.table import FrozenTable, RowsModel
from ui.common.text import set_tone, text, tip
from ui.ledger.control_line import ControlLine
from ui.ledger.difference_columns import columns_for, ground_of
from ui.ledger.lines import ALL, DOUBTFUL, ELSEWHERE, Row, needed_fields, sheet_notes
from ui.ledger.mapping import MappingCards
from ui.ledger.missing_bar import KEYS, MissingBar
from ui.ledger.names_pane import NamesPane, pairs_of
from ui.ledger.payments_pane import PaymentsPane
from ui.ledger.reader import Made
from ui.ledger.source_line import SourceLine
from ui.problems import worded

MISSING, NAMES, PAYMENTS = "missing", "names", "payments"
TABS = (ALL, "new", "changed", "same", "problem", DOUBTFUL, "skipped", NAMES, PAYMENTS, MISSING)
ALWAYS = frozenset((ALL, "new", "changed", "same", "problem"))
"""Tabs that stand there even with nothing in them."""
_TONES = {"new": "ok", "changed": "info", "problem": "bad", DOUBTFUL: "warn", MISSING: "warn", NAMES: "warn"}
_NOTES = 3
"""So much is said of the sheet as a whole; the rest stands in the tool tip."""
_NONE = Qt.KeyboardModifier.NoModifier


class DifferencePage(QWidget):
    """The table with its tabs. ``corrected`` carries (row, field, typed text); ``toggled`` a row to leave out.

    ``mapped``, ``sheet_chosen`` and ``change_wanted`` are those of step 2, whose strip stays visible here.
    ``answered`` carries (keys of missing claims, MissingAnswer or None); ``copy_wanted`` asks for the copy to mend.
    """

    corrected = Signal(int, str, str)
    toggled = Signal(int)
    mapped = Signal(object)
    sheet_chosen = Signal(str)
    change_wanted = Signal()
    accepted_changed = Signal()
    answered = Signal(object, object)
    copy_wanted = Signal()

    def __init__(self, formats: Formats, today: Callable[[], date]) -> None:
        super().__init__()
        self.formats, self.language = formats, formats.language
        self.rows: list[Row] = []
        self.tab = ALL
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 12, 24, 12)
        self.column.setSpacing(8)
        self._build_head()
        self.column.addLayout(self._tabs())
        self._count({})  # of a place by now: a tab without one would be shown as a window
        self.notes = text("", size=12, tone="warn", wrap=True)
        self.column.addWidget(self.notes)
        self.missing_bar = MissingBar(today)
        self.missing_bar.answered.connect(self._answer)
        self.column.addWidget(self.missing_bar)
        self.model = RowsModel([])
        self.table: FrozenTable | None = None
        self.column.addWidget(self._stack(), 1)
        self.reason = text("", size=12, tone="text2", wrap=True, selectable=True)
        self.column.addWidget(self.reason)
        self.control = ControlLine(formats)
        self.control.accepted_changed.connect(self.accepted_changed)
        self.column.addWidget(self.control)
        self._bind()

    def _build_head(self) -> None:
        self.source = SourceLine("·" if self.formats.chinese else ", ")
        self.source.sheet_chosen.connect(self.sheet_chosen)
        self.source.change_wanted.connect(self.change_wanted)
        self.strip = MappingCards(self.language, wrapped=False)
        self.strip.mapped.connect(self.mapped)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.source, 1)
        self._add_acts(head)
        self.column.addLayout(head)
        self.column.addWidget(self.strip)

    def _stack(self) -> QStackedWidget:
        """The table of rows, the names, the receipts: one at a time."""
        self.stack = QStackedWidget()
        self.table_room = QWidget()
        room = self.rows_place = QVBoxLayout(self.table_room)
        room.setContentsMargins(0, 0, 0, 0)
        self.names = NamesPane(self.formats)
        self.payments = PaymentsPane(self.language)
        for widget in (self.table_room, self.names, self.payments):
            self.stack.addWidget(widget)
        return self.stack

    def _tabs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = {
            ALL: self.tr("全部"),
            DOUBTFUL: self.tr("存疑"),
            NAMES: self.tr("相近的名称"),
            PAYMENTS: self.tr("收款核销"),
        }
        self.tabs: dict[str, Choice] = {}
        group = QButtonGroup(self)
        for name in TABS:
            said = words.get(name) or worded(f"outcome_{name}", self.language)
            tab = self.tabs[name] = Choice(said, count="0", tone=_TONES.get(name, "text2"))
            group.addButton(tab)
            tab.clicked.connect(lambda _=False, name=name: self.show_tab(name))
            row.addWidget(tab)
        self.tabs[ALL].setChecked(True)
        row.addStretch(1)
        return row

    def _add_acts(self, row: QHBoxLayout) -> None:
        self.leave_out = Button(self.tr("不导入此行"), "close", "Delete", kind="ghost")
        self.leave_out.clicked.connect(self._toggle)
        self.only = Button(self.tr("只看需处理的"), "filter", kind="ghost")
        self.only.setCheckable(True)
        self.only.toggled.connect(lambda _: self._sieve())
        self.copy = Button(self.tr("另存改错副本"), "sheet", "Ctrl+E", kind="ghost", bind=True)
        tip(self.copy, self.tr("另存一份台账：有问题的单元格标了颜色，最右一列写明原因，改好后拖进来"))
        self.copy.clicked.connect(self.copy_wanted)
        for button in (self.leave_out, self.only, self.copy):
            row.addWidget(button)

    def _build_table(self, names: Sequence[str], *, changes: bool) -> None:
        titles = (self.tr("行"), self.tr("结果"), self.tr("说明"))
        columns = columns_for(names, self.language, titles, changes=changes)
        before = [(column.key, column.width) for column in self.model.columns[1:]]
        if self.table is not None and before == [(column.key, column.width) for column in columns]:
            return
        if self.table is not None:
            self.table.deleteLater()
        self.model = RowsModel(columns)
        self.model.ground = ground_of
        self.model.edited.connect(self._edited)
        table = self.table = FrozenTable(self.model, frozen=3)
        table.activated.connect(lambda _: self.edit_wrong())
        table.current_changed.connect(lambda _: self._offer())
        table.commands = {
            (_NONE, Qt.Key(ord(key))): partial(self._answer_by_key, kind) for kind, key in KEYS.items()
        }
        leave = QShortcut(QKeyCombination(Qt.Key.Key_Delete), table)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._toggle)
        self.rows_place.addWidget(table)

    def show_made(self, made: Made) -> None:
        """Show a ledger as it is read now; the current row stays."""
        draft, rows, payments = made.draft, made.rows, made.payments
        self.rows = rows
        counts = made.counts.copy()
        self._build_table(needed_fields(draft.comparison), changes=bool(counts["changed"]))
        self.source.show_draft(draft)
        self.strip.show_proposal(draft.comparison.proposal)
        self.payments.show_payments(draft.comparison.proposal, payments)
        self.names.show_comparison(draft.comparison)
        counts[NAMES], counts[PAYMENTS] = len(pairs_of(draft.comparison)), len(payments)
        self._count(counts)
        self.tabs[MISSING].setVisible(bool(counts[MISSING] or counts[ELSEWHERE]))
        self.copy.setEnabled(bool(counts["problem"] or counts[DOUBTFUL]))
        said = sheet_notes(draft.comparison.proposal, self.language)
        more = f" (+{len(said) - _NOTES})" if len(said) > _NOTES else ""
        self.notes.setText(" ".join(said[:_NOTES]) + more)
        set_tone(self.notes, "warn")
        tip(self.notes, "\n".join(said))
        self.notes.setVisible(bool(said))
        self.control.show_control(made.control)
        self.show_tab(self.tab if self._shows(self.tab) else ALL)

    def _count(self, counts: Mapping[str, int]) -> None:
        for name, tab in self.tabs.items():
            tab.set_count(self.formats.count(counts.get(name, 0)))
            tab.setVisible(name in ALWAYS or bool(counts.get(name)))

    def _shows(self, name: str) -> bool:
        return not self.tabs[name].isHidden()

    def show_tab(self, name: str) -> None:
        """Show the rows of one outcome, the names or the receipts."""
        if name != self.tab:
            self.model.set_ticks(())
        self.tab = name
        self.tabs[name].setChecked(True)
        self.missing_bar.setVisible(name == MISSING)
        panes = {NAMES: self.names, PAYMENTS: self.payments}
        self.stack.setCurrentWidget(panes.get(name, self.table_room))
        for act in (self.leave_out, self.only):
            act.setVisible(name not in (*panes, MISSING))
        if self.table is not None:
            self.table.set_shown(0, name == MISSING)
            self.table.set_shown(1, name != MISSING)
        self._sieve()

    def say_wrong(self, words: str) -> None:
        """Say why a change could not be made."""
        self.notes.setText(words)
        set_tone(self.notes, "bad")
        self.notes.show()

    def _sieve(self) -> None:
        rows = self.rows
        if self.only.isChecked() and self.tab != MISSING:
            rows = [row for row in rows if row.needs_eyes]
        self.model.set_rows(self._of_tab(rows))
        self._offer()

    def _of_tab(self, rows: Sequence[Row]) -> list[Row]:
        if self.tab == ALL:
            return [row for row in rows if row.id > 0]
        if self.tab == MISSING:
            return [row for row in rows if row.outcome in (MISSING, ELSEWHERE)]
        if self.tab == DOUBTFUL:
            return [row for row in rows if row.doubtful]
        return [row for row in rows if row.outcome == self.tab]

    def _current(self) -> Row | None:
        place = self.table.current_place if self.table is not None else -1
        return self.model.row_at(place) if place >= 0 else None

    def _offer(self) -> None:
        row = self._current()
        left_out = row is not None and row.outcome == "left_out"
        in_table = self.stack.currentWidget() is self.table_room
        self.reason.setText(row.note if row is not None and in_table else "")
        self.leave_out.setEnabled(row is not None and row.outcome in ("new", "changed", "same", "left_out"))
        self.leave_out.set_words(self.tr("恢复此行") if left_out else self.tr("不导入此行"))

    def _toggle(self) -> None:
        row = self._current()
        if row is not None and self.leave_out.isEnabled():
            self.toggled.emit(row.id)

    def _answer_by_key(self, kind: str) -> None:
        if self.tab == MISSING:
            self.missing_bar.answer(kind)

    def _answer(self, answer: object) -> None:
        if self.table is not None and self.tab == MISSING:
            claims = [-row for row in self.table.chosen_ids()]
            self.model.set_ticks(())
            self.answered.emit(claims, answer)

    def _edited(self, row: object, name: str, words: str) -> None:
        shown = next((each for each in self.rows if each.id == row), None)
        if shown is not None and shown.cell(name).words != words:
            self.corrected.emit(shown.id, name, words)

    def edit_wrong(self) -> None:
        """Edit the first cell of the current row that should be looked at, else its balance."""
        row = self._current()
        if row is None or row.id < 0 or self.table is None:
            return
        name = next((column.key for column in self.model.columns if column.key in row.wrong), "balance")
        place = self.model.column(name)
        half = self.table.arrangement.half(place)
        index = self.model.index(self.table.current_place, place)
        half.setCurrentIndex(index)
        half.edit(index)

    def _bind(self) -> None:
        """Ctrl PgUp and Ctrl PgDn go through the tabs."""
        for key, step in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            shortcut = QShortcut(QKeyCombination(Qt.Modifier.CTRL, key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def _turn(self, step: int) -> None:
        shown = [name for name in TABS if self._shows(name)]
        self.show_tab(shown[(shown.index(self.tab) + step) % len(shown)])
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        tables = {NAMES: self.names.table, PAYMENTS: self.payments.table}
        table = tables.get(self.tab, self.table)
        if table is not None:
            table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The table has the keyboard."""
        super().showEvent(event)
        self._take_keyboard()
