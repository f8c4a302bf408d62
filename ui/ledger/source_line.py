"""What is being read: the file, its sheets with what became of each, its heading row, its encoding."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.text import text, tip
from ui.ledger.draft import Draft
from ui.ledger.encoding_pane import encoding_name
from ui.theme import current

READ, HIDDEN, SIMILAR, OTHER = "read", "hidden", "similar", "other"
_NAME = 200
"""Pixels for the name of a file: a long one never makes the window wider."""
_SHOWN, _ROOM = 10, 24
"""Characters of a sheet's name that are shown while the list is closed, at least; pixels beside the longest in it."""
_ARROW, _WIDEST = 48, 180
"""Pixels beside the name in use, and the most that both together take."""


class SourceLine(QWidget):
    """``应收台账.xlsx · 工作表 明细 · 表头第 3 行`` with a way to change it. ``sheet_chosen`` carries a name."""

    sheet_chosen = Signal(str)
    change_wanted = Signal()
    encoding_wanted = Signal()

    def __init__(self, joined: str, *, encodings: bool = False) -> None:
        super().__init__()
        self.joined, self.encodings = joined, encodings
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.words = text("", tone="text2")
        self.sheets = QComboBox()
        self.sheets.setAccessibleName(self.tr("工作表"))
        self.sheets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sheets.setMinimumContentsLength(_SHOWN)
        self.sheets.activated.connect(lambda _: self.sheet_chosen.emit(self.sheets.currentData()))
        self.encoding = Button("", "file-text", kind="ghost")
        self.encoding.clicked.connect(self.encoding_wanted)
        self.change = Button(self.tr("更换"), "refresh", kind="ghost")
        self.change.clicked.connect(self.change_wanted)
        for widget in (self.words, self.sheets, self.encoding, self.change):
            row.addWidget(widget)
        row.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        """Say what is read, and what is not."""
        proposal = draft.comparison.proposal
        head = self.tr("表头第 %1 行").replace("%1", str(proposal.heading_row))
        several = (
            [self.tr("合并读入 %1 张工作表").replace("%1", str(len(proposal.parts)))]
            if proposal.parts
            else []
        )
        name = (
            current()
            .metric(13)
            .elidedText(draft.source.name, Qt.TextElideMode.ElideMiddle, current().px(_NAME))
        )
        self.words.setText(self.joined.join([name, *several, head]))
        tip(self.words, draft.source.name)
        self.sheets.clear()
        for name, why in sheets_of(draft):
            self.sheets.addItem(f"{name}{self._why(why)}", name)
        self.sheets.setVisible(self.sheets.count() > 1)
        self._make_room_for_sheet()
        self.sheets.view().setMinimumWidth(self.sheets.view().sizeHintForColumn(0) + _ROOM)
        known = draft.grid.encoding
        self.encoding.set_words(self.tr("编码 %1").replace("%1", encoding_name(known)) if known else "")
        self.encoding.setVisible(self.encodings and len(draft.encodings) > 1)

    def _make_room_for_sheet(self) -> None:
        """The name in use and what became of it stand whole while the list is closed, unless they are very long."""
        needed = current().metric(13).horizontalAdvance(self.sheets.currentText()) + current().px(_ARROW)
        self.sheets.setMinimumWidth(min(needed, current().px(_WIDEST)))

    def _why(self, why: str) -> str:
        """What became of a sheet, behind its name."""
        return {
            READ: self.tr("（已读入）"),
            HIDDEN: self.tr("（隐藏的，没有读）"),
            SIMILAR: self.tr("（同样的表头，没有读）"),
            OTHER: self.tr("（表头不同或为空，没有读）"),
        }[why]


def sheets_of(draft: Draft) -> list[tuple[str, str]]:
    """Every sheet of the workbook with what became of it, those that were read first."""
    grid = draft.grid
    if not grid.sheet:
        return []
    read = [part.sheet for part in grid.parts] or [grid.sheet]
    whys = {**dict.fromkeys(grid.similar, SIMILAR), **dict.fromkeys(grid.hidden_sheets, HIDDEN)}
    others = [name for name in dict.fromkeys((*grid.sheets, *grid.hidden_sheets)) if name not in read]
    return [*((name, READ) for name in read), *((name, whys.get(name, OTHER)) for name in others)]
