"""What happened, as a line from the newest entry down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.queries.timeline import Attachment, Entry
from models.rules.reasons import Reason
from ui.common import icons
from ui.common.buttons import Button
from ui.common.choices import Segment
from ui.common.formats import Formats
from ui.common.marks import RoundIcon
from ui.common.painted import LEFT
from ui.common.painting import box, focus_ring, shows_focus
from ui.common.slot import Slot
from ui.common.text import text, tip
from ui.problems import worded
from ui.theme import current

ICONS = {
    "call": "phone",
    "letter": "letters",
    "receipt": "receipt",
    "plan": "plans",
    "evidence": "file-text",
    "note": "note",
    "claim": "import",
    "legal": "legal",
}
SIGNS = {
    "timeline_promise_broken": "broken",
    "timeline_promise_kept": "promise",
    "timeline_call_no_answer": "phone-off",
    "timeline_call_busy": "phone-off",
    "timeline_call_dead_number": "phone-off",
    "timeline_letter_signed": "delivered",
    "timeline_reversal": "undo",
}
FILES = 2
"""Files named in one entry at most; all of them stand in the evidence."""
LONGEST = 200
"""Entries shown at most; the rest of a very long history is in the claim's file."""


def gathered(entries: Iterable[Entry]) -> list[Entry]:
    """The same with the files of one kind that came in on one day told as one entry, where the newest of them stood."""
    found: dict[object, Entry] = {}
    for place, entry in enumerate(entries):
        alike = entry.group == "evidence" and not entry.void and not entry.text
        key = (entry.on, *(part.code for part in entry.title)) if alike else place
        first = found.get(key)
        found[key] = replace(first, attachments=(*first.attachments, *entry.attachments)) if first else entry
    return [_counted(entry) for entry in found.values()]


def _counted(entry: Entry) -> Entry:
    number = len(entry.attachments)
    if entry.group != "evidence" or number < 2:
        return entry
    return replace(entry, title=(*entry.title, Reason("timeline_evidence_files", {"count": str(number)})))


class FileChip(QAbstractButton):
    """An attached file; a click opens it."""

    def __init__(self, attachment: Attachment) -> None:
        super().__init__()
        self.evidence = attachment.evidence
        self.setText(attachment.name)
        self.setAccessibleName(attachment.name)
        tip(self, attachment.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Icon and name, which is cut where it is long."""
        return QSize(min(240, current().metric(12).horizontalAdvance(self.text()) + 36), current().px(24))

    def paintEvent(self, event: QEvent) -> None:
        """A small framed button."""
        painter, theme, rect = QPainter(self), current(), QRectF(self.rect())
        box(painter, rect, theme["hover" if self.underMouse() else "surface"], theme["line2"], 4)
        icons.paint(painter, "file", theme["accent"], QRectF(6, 0, 16, rect.height()), 14)
        painter.setFont(theme.font(12))
        painter.setPen(theme["text"])
        name = theme.metric(12).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, int(rect.width()) - 34)
        painter.drawText(rect.adjusted(26, 0, 0, 0), LEFT, name)
        if shows_focus(self):
            focus_ring(painter, rect, theme["accent"], 4)
        painter.end()


class EntryRow(QWidget):
    """One entry: round icon, title and moment, what is said of it, its files.

    ``opened`` carries a file, ``memo_wanted`` a contact of which no memo was made yet.
    """

    opened = Signal(int)
    memo_wanted = Signal(int)

    def __init__(self, entry: Entry, formats: Formats, today: date, *, last: bool) -> None:
        super().__init__()
        self.last = last
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 14)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        icon = next((SIGNS[part.code] for part in entry.title if part.code in SIGNS), ICONS[entry.group])
        grid.addWidget(RoundIcon(icon, entry.tone), 0, 0, 3, 1, top)
        title = text(
            _joined(entry.title, formats), bold=True, tone="text3" if entry.void else "text", wrap=True
        )
        grid.addWidget(title, 0, 1)
        grid.addWidget(text(_when(entry, formats, today), size=12, tone="text2"), 0, 2, top)
        body = "\n".join(part for part in (_lines(entry, formats), entry.text or "") if part)
        if body:
            grid.addWidget(text(body, size=12, tone="text2", wrap=True, selectable=True), 1, 1, 1, 2)
        if entry.attachments or entry.call is not None:
            grid.addLayout(self._files(entry.attachments, entry.call), 2, 1, 1, 2)

    def _files(self, attachments: Sequence[Attachment], call: int | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        for attachment in attachments[:FILES]:
            chip = FileChip(attachment)
            chip.clicked.connect(lambda _=False, key=attachment.evidence: self.opened.emit(key))
            row.addWidget(chip)
        if len(attachments) > FILES:
            more = self.tr("另有 %1 份").replace("%1", str(len(attachments) - FILES))
            row.addWidget(text(more, size=12, tone="text2"))
        if call is not None:
            memo = Button(self.tr("存备忘"), "printer", kind="ghost")
            memo.clicked.connect(lambda: self.memo_wanted.emit(call))
            row.addWidget(memo)
        row.addStretch(1)
        return row

    def paintEvent(self, event: QEvent) -> None:
        """A line down to the next entry."""
        if not self.last:
            painter = QPainter(self)
            painter.fillRect(11, 28, 1, self.height() - 28, current()["line"])
            painter.end()


class Timeline(QWidget):
    """The entries, with a choice of kinds on top. ``file_opened`` carries an evidence, ``memo_wanted`` a contact.

    ``kinds`` are groups of entries that can be looked at alone; ``title`` stands at the left of the choice.
    """

    file_opened = Signal(int)
    memo_wanted = Signal(int)

    def __init__(
        self,
        formats: Formats,
        today: date,
        kinds: Sequence[str] = ("call", "letter", "receipt"),
        title: str = "",
    ) -> None:
        super().__init__()
        self.formats, self.today = formats, today
        self.entries: Sequence[Entry] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        words = self._words()
        self.kinds = Segment([("", self.tr("全部")), *((kind, words[kind]) for kind in kinds)])
        self.kinds.changed.connect(self._fill)
        head = QHBoxLayout()
        if title:
            head.addWidget(text(title, bold=True))
            head.addStretch(1)
        head.addWidget(self.kinds)
        self.column.addLayout(head)
        self.column.addSpacing(12)
        self.list = Slot(0)
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def _words(self) -> dict[str, str]:
        return {
            "call": self.tr("通话"),
            "letter": self.tr("函件"),
            "receipt": self.tr("回款"),
            "evidence": self.tr("证据"),
            "legal": self.tr("法务"),
        }

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Another history."""
        self.entries = entries
        self._fill()

    def shown(self) -> list[Entry]:
        """The entries of the kind chosen."""
        kind = self.kinds.value
        return gathered(entry for entry in self.entries if not kind or entry.group == kind)[:LONGEST]

    def _fill(self, _kind: object = None) -> None:
        entries, rows = self.shown(), list[QWidget]()
        for place, entry in enumerate(entries):
            row = EntryRow(entry, self.formats, self.today, last=place == len(entries) - 1)
            row.opened.connect(self.file_opened)
            row.memo_wanted.connect(self.memo_wanted)
            rows.append(row)
        if not entries:
            rows.append(text(self.tr("还没有这类记录"), tone="text2"))
        self.list.fill(*rows)


class TimelineView(QScrollArea):
    """A timeline in an area of its own that scrolls."""

    file_opened = Signal(int)
    memo_wanted = Signal(int)

    def __init__(self, formats: Formats, today: date) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = Timeline(formats, today)
        self.inner.column.setContentsMargins(16, 12, 16, 8)
        self.inner.file_opened.connect(self.file_opened)
        self.inner.memo_wanted.connect(self.memo_wanted)
        self.inner.kinds.changed.connect(lambda _: self.verticalScrollBar().setValue(0))
        self.setWidget(self.inner)

    @property
    def entries(self) -> Sequence[Entry]:
        """What is told."""
        return self.inner.entries

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Another claim's history."""
        self.inner.show_entries(entries)
        self.verticalScrollBar().setValue(0)


def _when(entry: Entry, formats: Formats, today: date) -> str:
    """The day, and the hour where it is worth saying: of talks and notes."""
    if entry.at is not None and entry.group in ("call", "note"):
        return formats.moment(entry.at, today)
    return formats.short_day(entry.on, today)


def _joined(parts: Sequence[object], formats: Formats) -> str:
    return formats.joined(worded(part.code, formats.language, part.params) for part in parts)  # type: ignore[attr-defined]


def _lines(entry: Entry, formats: Formats) -> str:
    words = [worded(line.code, formats.language, line.params) for line in entry.lines]
    return ("；" if formats.chinese else "; ").join(words)
