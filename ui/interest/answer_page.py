"""A page of the calculator: fields on top, what comes out below, row by row with its rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.ledger.sheet_out import Entry, Table
from ui.common.answer_table import AnswerTable, Head
from ui.common.formats import Formats
from ui.common.text import text


class AnswerPage(QWidget):
    """A subclass names the page, puts its edits into ``fields`` and calls ``show_rows`` as they change.

    ``first`` is the edit to type into, ``asked`` what was typed, ``said`` what can be copied as a sentence,
    (language, words) each. Below the rows stands in full what the current one has in long columns.
    """

    def __init__(self, formats: Formats, first: QWidget, heads: Sequence[Head]) -> None:
        super().__init__()
        self.first, self.language = first, formats.language
        self.name = self.asked = ""
        self.said: list[tuple[str, str]] = []
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.fields = QHBoxLayout()
        self.fields.setSpacing(12)
        self.note = text("", size=12, tone="text2", wrap=True, selectable=True)
        self.note.hide()
        self.table = AnswerTable(formats, heads, self)
        column.addLayout(self.fields)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        self.whole = text(size=12, tone="text2", wrap=True, selectable=True, broad=True)
        if any(head.long for head in heads):
            column.addWidget(self.whole)
            self.table.current_changed.connect(self._tell_whole)

    @property
    def rows(self) -> list[list[Entry]]:
        """What came out."""
        return self.table.rows

    def show_rows(
        self, rows: list[list[Entry]], asked: str = "", said: Sequence[tuple[str, str]] = ()
    ) -> None:
        """What came out; no rows while something is missing."""
        self.asked, self.said = asked, list(said)
        self.table.show_rows(rows)
        self._tell_whole()

    def _tell_whole(self, _current: object = None) -> None:
        self.whole.setText("\n".join(self.table.whole()))

    def tell(self, words: str) -> None:
        """What to know about all of it."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def sheet(self) -> Table:
        """The rows as a sheet."""
        return self.table.sheet(self.name, self.asked)
