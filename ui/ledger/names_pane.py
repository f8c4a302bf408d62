"""Names of the ledger that look like a known debtor: one debtor, two debtors, or decide later."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.queries.comparison import Comparison
from ui.common.buttons import Button
from ui.common.formats import Formats
from ui.common.table import Column, FrozenTable, RowsModel
from ui.common.text import text
from ui.problems import worded

_NONE = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True)
class NamePair:
    """A name of the ledger (``id``) and the one it resembles; ``merged`` says the clerk took them for one."""

    id: str
    known: str
    debtor_id: int | None
    why: str
    rows: int
    merged: bool = False


def pairs_of(comparison: Comparison) -> list[NamePair]:
    """What is suggested, then what the clerk settled for this import."""
    open_ones = [
        NamePair(each.name, each.known, each.debtor_id, each.why, len(each.rows)) for each in comparison.alike
    ]
    written = Counter(map(str.strip, comparison.lines.rows.column("debtor"))) if comparison.chosen else {}
    settled = [
        NamePair(name, comparison.taken_for.get(name, ""), None, "", written.get(name, 0), merged=True)
        for name in comparison.chosen
    ]
    return open_ones + settled


class NamesPane(QWidget):
    """``merged`` carries (name, debtor: key or name, None to decide later), ``apart`` (name, other)."""

    merged = Signal(str, object)
    apart = Signal(str, str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.language = formats.language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._acts())
        columns = [
            Column("name", self.tr("台账里的名称"), 260, lambda pair: pair.id),
            Column("known", self.tr("相近的名称"), 260, lambda pair: pair.known),
            Column("why", self.tr("依据"), 220, self._why),
            Column("rows", self.tr("行数"), 72, lambda pair: formats.count(pair.rows), right=True),
            Column(
                "said", self.tr("处理"), 160, self._said, tone=lambda pair: "ok" if pair.merged else "warn"
            ),
        ]
        self.model = RowsModel(columns, ticking=False)
        self.table = FrozenTable(self.model, frozen=1)
        self.table.setAccessibleName(self.tr("相近的名称"))
        self.table.commands = {
            (_NONE, Qt.Key.Key_M): self._merge,
            (_NONE, Qt.Key.Key_D): self._keep_apart,
            (_NONE, Qt.Key.Key_L): self._later,
        }
        column.addWidget(self.table, 1)

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        acts = (
            (self.tr("是同一家，合并"), "M", self._merge),
            (self.tr("是两家，不再提示"), "D", self._keep_apart),
            (self.tr("以后再定"), "L", self._later),
        )
        self.buttons = []
        for words, key, act in acts:
            button = Button(words, "", key)
            button.clicked.connect(act)
            self.buttons.append(button)
            row.addWidget(button)
        hint = self.tr("没有定的按两个债务人导入，名称会留在“相近的名称”里")
        row.addWidget(text(hint, size=12, tone="text2", wrap=True), 1)
        return row

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the names; the current one stays."""
        self.model.set_rows(pairs_of(comparison))

    def _current(self) -> NamePair | None:
        place = self.table.current_place
        found: NamePair | None = self.model.row_at(place) if 0 <= place < self.model.count() else None
        return found

    def _merge(self) -> None:
        pair = self._current()
        if pair is not None and not pair.merged:
            self.merged.emit(pair.id, pair.known if pair.debtor_id is None else pair.debtor_id)

    def _keep_apart(self) -> None:
        pair = self._current()
        if pair is not None and not pair.merged:
            self.apart.emit(pair.id, pair.known)

    def _later(self) -> None:
        pair = self._current()
        if pair is not None and pair.merged:
            self.merged.emit(pair.id, None)

    def _why(self, pair: NamePair) -> str:
        return worded(f"alike_{pair.why}", self.language) if pair.why else ""

    def _said(self, pair: NamePair) -> str:
        return self.tr("按同一家导入") if pair.merged else self.tr("待定")
