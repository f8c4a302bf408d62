"""Step 3 of an import: every row of the ledger against the books, mended in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.choices import Choice
from ui.common.formats import Formats
from ui.common.table import Change, Column, FrozenTable, Paint, RowsModel, Step
from ui.common.text import set_tone, text, tip
from ui.ledger.control_line import ControlLine
from ui.ledger.draft import Draft, control_of
from ui.ledger.lines import Cell, Row, needed_fields, sheet_notes
from ui.ledger.mapping import MappingCards
from ui.ledger.match_page import SourceLine
from ui.problems import worded

ALL, DOUBTFUL = "all", "doubtful"
TABS = (ALL, "new", "changed", "same", "problem", DOUBTFUL, "skipped", "missing")
_SIGNS = {
    "new": ("plus", "ok"),
    "changed": ("edit", "info"),
    "same": ("check", "text2"),
    "problem": ("warning", "bad"),
    "skipped": ("minus", "text3"),
    "missing": ("eye", "warn"),
    "left_out": ("close", "text3"),
}
_WIDTHS = {"debtor": 230, "number": 140, "due_on": 184, "owner": 84}
_SUMS = ("amount", "paid", "balance")


def columns_for(names: Sequence[str], language: str, titles: tuple[str, str, str]) -> list[Column]:
    """The columns of the table of differences; ``titles`` are those of row, result and note."""
    made = [
        Column("row", titles[0], 52, lambda row: str(row.id) if row.id > 0 else "", Paint.FAINT, right=True,
               sort_key=lambda row: row.id if row.id > 0 else None, filterable=False),
        Column("outcome", titles[1], 96, lambda row: worded(f"outcome_{row.outcome}", language), Paint.STEP,
               value=lambda row: _sign(row, language)),
    ]  # fmt: skip
    note = Column("note", titles[2], 360, lambda row: row.note, tone=_note_tone, tip=lambda row: row.note)
    fields = {name: _column(name, worded(f"field_{name}", language)) for name in names}
    first = [fields.pop(name) for name in ("debtor", "number", "balance", "due_on")]
    return [*made, *first, note, *fields.values()]


def _column(name: str, title: str) -> Column:
    money = name in _SUMS

    def change(row: Row) -> Change | None:
        cell: Cell = row.cell(name)
        return Change(cell.old, cell.words) if cell.old is not None else None

    return Column(
        name,
        title,
        _WIDTHS.get(name, 190 if name == "balance" else 150),
        lambda row: row.cell(name).words,
        Paint.CHANGE if money or name == "due_on" else Paint.TEXT,
        value=change,
        right=money,
        sort_key=(lambda row: row.cell(name).sort) if money else None,
        tone=_tone,
        wrong=lambda row: name in row.wrong,
        editable=True,
        filterable=not money,
    )


def _sign(row: Row, language: str) -> Step:
    icon, tone = _SIGNS[row.outcome]
    return Step(icon, worded(f"outcome_{row.outcome}", language), tone)


def _tone(row: Row) -> str:
    return "text2" if row.outcome in ("same", "skipped", "left_out", "missing") else "text"


def _note_tone(row: Row) -> str:
    return "bad" if row.outcome == "problem" else "warn" if row.doubtful else "text2"


def _ground(row: Row) -> str:
    return "bad_tint" if row.outcome == "problem" else "warn_tint" if row.doubtful else ""


class DifferencePage(QWidget):
    """The table with its tabs. ``corrected`` carries (row, field, typed text); ``toggled`` a row to leave out.

    ``mapped``, ``sheet_chosen`` and ``change_wanted`` are those of step 2, whose strip stays visible here.
    """

    corrected = Signal(int, str, str)
    toggled = Signal(int)
    mapped = Signal(object)
    sheet_chosen = Signal(str)
    change_wanted = Signal()
    accepted_changed = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats, self.language = formats, formats.language
        self.rows: list[Row] = []
        self.tab = ALL
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 12, 24, 12)
        self.column.setSpacing(8)
        self._build_head()
        self.column.addLayout(self._tabs())
        self.notes = text("", size=12, tone="warn")
        self.column.addWidget(self.notes)
        self.model = RowsModel([], id_of=lambda row: row.id, ticking=False)
        self.table: FrozenTable | None = None
        self.table_room = QVBoxLayout()
        self.column.addLayout(self.table_room, 1)
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
        self.column.addWidget(self.source)
        self.column.addWidget(self.strip)

    def _tabs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = {ALL: self.tr("全部"), DOUBTFUL: self.tr("存疑")}
        tones = {"new": "ok", "changed": "info", "problem": "bad", DOUBTFUL: "warn", "missing": "warn"}
        self.tabs: dict[str, Choice] = {}
        group = QButtonGroup(self)
        for name in TABS:
            said = words.get(name) or worded(f"outcome_{name}", self.language)
            tab = self.tabs[name] = Choice(said, count="0", tone=tones.get(name, "text2"))
            group.addButton(tab)
            tab.clicked.connect(lambda _=False, name=name: self.show_tab(name))
            row.addWidget(tab)
        self.tabs[ALL].setChecked(True)
        row.addStretch(1)
        self.leave_out = Button(self.tr("不导入此行"), "close", "Delete", kind="ghost")
        self.leave_out.clicked.connect(self._toggle)
        self.only = Button(self.tr("只看需处理的"), "filter", kind="ghost")
        self.only.setCheckable(True)
        self.only.toggled.connect(lambda _: self._sieve())
        row.addWidget(self.leave_out)
        row.addWidget(self.only)
        return row

    def _build_table(self, names: Sequence[str]) -> None:
        titles = (self.tr("行"), self.tr("结果"), self.tr("说明"))
        keys = [column.key for column in self.model.columns]
        columns = columns_for(names, self.language, titles)
        if self.table is not None and keys == [column.key for column in columns]:
            return
        if self.table is not None:
            self.table.deleteLater()
        self.model = RowsModel(columns, id_of=lambda row: row.id, ticking=False)
        self.model.ground = _ground
        self.model.edited.connect(self._edited)
        self.table = FrozenTable(self.model, frozen=3)
        self.table.activated.connect(lambda _: self.edit_wrong())
        self.table.current_changed.connect(lambda _: self._offer())
        leave = QShortcut(QKeyCombination(Qt.Key.Key_Delete), self.table)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._toggle)
        self.table_room.addWidget(self.table)

    def show_draft(self, draft: Draft, rows: Sequence[Row], *, strip: bool = True) -> None:
        """Show a draft and its rows, as ``rows_of`` gives them; the current row stays."""
        self.rows = list(rows)
        self._build_table(needed_fields(draft.comparison))
        if strip:
            self.source.show_draft(draft)
            self.strip.show_proposal(draft.comparison.proposal)
        counts = Counter(row.outcome for row in rows)
        counts[ALL] = sum(row.id > 0 for row in rows)
        counts[DOUBTFUL] = sum(row.doubtful for row in rows)
        for name, tab in self.tabs.items():
            tab.set_count(self.formats.count(counts[name]))
        said = sheet_notes(draft.comparison.proposal, self.language)
        self.notes.setText((said or [""])[0] + (f" (+{len(said) - 1})" if len(said) > 1 else ""))
        tip(self.notes, "\n".join(said))
        self.notes.setVisible(bool(said))
        self.control.show_control(control_of(draft))
        self._sieve()

    def show_tab(self, name: str) -> None:
        """Show the rows of one outcome."""
        self.tab = name
        self.tabs[name].setChecked(True)
        self._sieve()

    def say_wrong(self, words: str) -> None:
        """Say why a change could not be made."""
        self.notes.setText(words)
        set_tone(self.notes, "bad")
        self.notes.show()

    def _sieve(self) -> None:
        self.model.set_rows([row for row in self.rows if self._wanted(row)])
        self._offer()

    def _wanted(self, row: Row) -> bool:
        if self.only.isChecked() and not row.needs_eyes:
            return False
        if self.tab == ALL:
            return row.id > 0
        return row.doubtful if self.tab == DOUBTFUL else row.outcome == self.tab

    def _current(self) -> Row | None:
        place = self.table.current_place if self.table is not None else -1
        return self.model.row_at(place) if place >= 0 else None

    def _offer(self) -> None:
        row = self._current()
        left_out = row is not None and row.outcome == "left_out"
        self.leave_out.setEnabled(row is not None and row.outcome in ("new", "changed", "same", "left_out"))
        self.leave_out.set_words(self.tr("恢复此行") if left_out else self.tr("不导入此行"))

    def _toggle(self) -> None:
        row = self._current()
        if row is not None and self.leave_out.isEnabled():
            self.toggled.emit(row.id)

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
        self.show_tab(TABS[(TABS.index(self.tab) + step) % len(TABS)])

    def showEvent(self, event: QShowEvent) -> None:
        """The table has the keyboard."""
        super().showEvent(event)
        if self.table is not None:
            self.table.setFocus()
