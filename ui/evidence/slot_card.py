"""One link of the evidence chain: what fills it, opened to its pieces; files may be dropped on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.queries.evidence import OTHER, EvidenceRow, SlotRow
from ui.common.buttons import icon_button
from ui.common.cards import Card
from ui.common.carried import local_files
from ui.common.formats import Formats
from ui.common.text import tip
from ui.evidence.kinds import icon_of
from ui.evidence.line_button import LineButton
from ui.problems import worded


class SlotCard(Card):
    """One slot. ``dropped`` carries its files, ``add_wanted`` asks for one; a piece is opened, voided, exported."""

    dropped = Signal(str, object)
    add_wanted = Signal(str)
    opened = Signal(int)
    void_wanted = Signal(int)
    export_wanted = Signal(int)
    describe_wanted = Signal(int)

    def __init__(self, slot: SlotRow, formats: Formats, unfolded: bool = False) -> None:
        super().__init__(padding=0)
        self.slot, self.formats = slot, formats
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setAcceptDrops(True)
        self.head = LineButton("check", "ok")
        self.head.bold = True
        self.head.clicked.connect(self._pressed)
        self.column.addWidget(self.head)
        self.pieces = QWidget()
        self._list_pieces()
        self.column.addWidget(self.pieces)
        self._say()
        self.unfold(unfolded)

    @property
    def empty(self) -> bool:
        """Nothing at all was ever put in."""
        return not self.slot.items

    def _say(self) -> None:
        title = worded(f"slot_{self.slot.slot}", self.formats.language)
        self.head.dashed = self.slot.missing
        if self.slot.slot == OTHER:
            self.head.sign, self.head.tone = "paperclip", "text2"
        self.head.say(title, self._summary(), "warn" if self.slot.missing else "text2")

    def _summary(self) -> str:
        live = [item for item in self.slot.items if item.voided_at is None]
        if live:
            more = self.tr("%1 份").replace("%1", str(len(live))) if len(live) > 1 else ""
            return self.formats.joined([live[-1].name, more])
        hint = worded(f"slot_hint_{self.slot.slot}", self.formats.language)
        if self.slot.items:
            return self.tr("已作废，需要另补 — %1").replace("%1", hint)
        return hint if self.slot.slot == OTHER else self.tr("未上传 — %1").replace("%1", hint)

    def _list_pieces(self) -> None:
        column = QVBoxLayout(self.pieces)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        for item in self.slot.items:
            row = _Piece(item, self.formats)
            row.opened.connect(self.opened)
            row.void_wanted.connect(self.void_wanted)
            row.export_wanted.connect(self.export_wanted)
            row.describe_wanted.connect(self.describe_wanted)
            column.addWidget(row)

    def unfold(self, on: bool) -> None:
        """Show the pieces, or only the head."""
        self.unfolded = on and not self.empty
        self.pieces.setVisible(self.unfolded)
        self.head.trailing = "plus" if self.empty else "down" if self.unfolded else "right"
        self.head.update()

    def _pressed(self) -> None:
        if self.empty:
            self.add_wanted.emit(self.slot.slot)
        else:
            self.unfold(not self.unfolded)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if local_files(event.mimeData()):
            self.set_ground("accent_tint")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Gone again."""
        self.set_ground("surface")

    def dropEvent(self, event: QDropEvent) -> None:
        """Filed here."""
        self.set_ground("surface")
        event.acceptProposedAction()
        self.dropped.emit(self.slot.slot, local_files(event.mimeData()))


class _Piece(QWidget):
    """One file: press it to look at it."""

    opened = Signal(int)
    void_wanted = Signal(int)
    export_wanted = Signal(int)
    describe_wanted = Signal(int)

    def __init__(self, item: EvidenceRow, formats: Formats) -> None:
        super().__init__()
        self.item = item
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(0)
        self.line = LineButton(icon_of(item.name), "text2" if item.voided_at else "accent")
        self.line.struck = item.voided_at is not None
        self.line.say(item.name, self._about(formats))
        tip(self.line, f"{item.name}\nSHA-256 {item.sha256}")
        self.line.clicked.connect(lambda: self.opened.emit(item.id))
        row.addWidget(self.line, 1)
        about = icon_button("edit", self.tr("材料信息"))
        about.clicked.connect(lambda: self.describe_wanted.emit(item.id))
        row.addWidget(about)
        out = icon_button("export", self.tr("导出副本"))
        out.clicked.connect(lambda: self.export_wanted.emit(item.id))
        row.addWidget(out)
        if item.voided_at is None:
            void = icon_button("void", self.tr("作废"))
            void.clicked.connect(lambda: self.void_wanted.emit(item.id))
            row.addWidget(void)

    def _about(self, formats: Formats) -> str:
        if self.item.voided_at is not None:
            return self.tr("已作废：%1").replace("%1", self.item.void_why or "")
        kind = worded(f"evidence_kind_{self.item.kind}", formats.language)
        when = formats.moment(self.item.taken_at)
        return formats.joined([kind, formats.size(self.item.bytes), f"{when} {self.item.taken_by}"])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete voids, with a reason."""
        if event.key() == Qt.Key.Key_Delete and self.item.voided_at is None:
            self.void_wanted.emit(self.item.id)
        else:
            super().keyPressEvent(event)
