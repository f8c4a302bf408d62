"""Things that hold or tell: card, why-now card, banner, empty state, rows of label and value, drop zone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.common.buttons import Button, icon_button
from ui.common.carried import local_files
from ui.common.marks import Icon
from ui.common.painting import box
from ui.common.text import set_tone, text
from ui.theme import current


class Card(QWidget):
    """A surface with a hairline edge; fill its ``column``. ``ground`` is a token such as sunken."""

    def __init__(self, ground: str = "surface", *, edge: bool = True, padding: int = 16) -> None:
        super().__init__()
        self.ground, self.edge = ground, edge
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding - 4, padding, padding - 4)
        self.column.setSpacing(4)

    def set_ground(self, ground: str) -> None:
        """Tint it otherwise."""
        self.ground = ground
        self.update()

    def paintEvent(self, event: QEvent) -> None:
        """The surface."""
        painter, theme = QPainter(self), current()
        box(painter, QRectF(self.rect()), theme[self.ground], theme["line"] if self.edge else None, 8)
        painter.end()


class WhyNowCard(Card):
    """Why this debtor, now: one rule that applies, tinted by its tone, with what to do about it."""

    def __init__(self, tone: str, icon: str, title: str, body: str) -> None:
        super().__init__(f"{tone}_tint", edge=False, padding=12)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title = text(title, bold=True, tone=tone, wrap=True)
        head.addWidget(Icon(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self.column.addLayout(head)
        self.body = text(body, size=12, wrap=True, selectable=True)
        self.column.addWidget(self.body)
        self.body.setVisible(bool(body))


class Banner(QWidget):
    """Across the top of a page: one sentence, at most one action, a cross. ``tone``: warn, bad, info."""

    acted = Signal()
    closed = Signal()

    def __init__(self, words: str, action: str = "", tone: str = "warn", *, closable: bool = True) -> None:
        super().__init__()
        self.tone = tone
        self.label = text(words, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(Icon("info" if tone == "info" else "warning", tone))
        row.addWidget(self.label, 1)
        if action:
            button = Button(action, kind="secondary")
            button.clicked.connect(self.acted)
            row.addWidget(button)
        if closable:
            cross = icon_button("close", self.tr("关闭"))
            cross.clicked.connect(self._close)
            row.addWidget(cross)

    def say(self, words: str) -> None:
        """Say something else."""
        self.label.setText(words)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QEvent) -> None:
        """Tinted ground with a line below."""
        painter, theme = QPainter(self), current()
        painter.fillRect(self.rect(), theme[f"{self.tone}_tint"])
        painter.fillRect(
            0, self.height() - 1, self.width(), 1, theme["warn_edge" if self.tone == "warn" else "line"]
        )
        painter.end()


class EmptyState(QWidget):
    """Nothing to show: one sentence and one action."""

    acted = Signal()

    def __init__(self, words: str, action: str = "", hint: str = "", icon: str = "claims") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(1)
        self.label = text(words, size=15, bold=True)
        self.hint = text(hint, tone="text2", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (Icon(icon, "text3", 32), self.label):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(4)
        column.addWidget(
            self.hint
        )  # across the whole width: a wrapped label that is centred as a widget is cut off
        column.addSpacing(4)
        self.hint.setVisible(bool(hint))
        if action:
            self.button = Button(action)
            self.button.clicked.connect(self.acted)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    @classmethod
    def among_rows(cls, words: str, hint: str, icon: str) -> EmptyState:
        """One that stands where rows would: high enough to be seen in the middle of them."""
        made = cls(words, hint=hint, icon=icon)
        made.setMinimumHeight(current().px(340))
        return made


class KeyValues(QWidget):
    """Label and value, a row each; values can be selected and copied."""

    def __init__(self, rows: Iterable[tuple[str, str]] = (), label_width: int = 84) -> None:
        super().__init__()
        self.label_width = label_width
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        self.values: dict[str, QLabel] = {}
        for label, value in rows:
            self.add(label, value)

    def add(self, label: str, value: str, tone: str = "text") -> QLabel:
        """One more row; returns the label of its value."""
        name = text(label, size=12, tone="text2")
        name.setMinimumWidth(current().px(self.label_width))
        shown = text(value, tone=tone, wrap=True, selectable=True)
        row = self.grid.rowCount()
        self.grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(shown, row, 1)
        self.values[label] = shown
        return shown

    def show_value(self, label: str, value: str, tone: str = "text") -> None:
        """Say another value of a row that is there."""
        self.values[label].setText(value)
        set_tone(self.values[label], tone)


class DropZone(QWidget):
    """A dashed field that takes files: fill its ``column``. ``dropped`` carries a list of paths.

    ``suffixes`` (with their dot, lower case) limit what is taken; none takes everything.
    """

    dropped = Signal(object)

    def __init__(self, suffixes: Sequence[str] = ()) -> None:
        super().__init__()
        self.suffixes = tuple(suffixes)
        self.above = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(8)

    def sizeHint(self) -> QSize:
        """Room for what stands in it."""
        return self.column.sizeHint()

    def paths(self, event: QDropEvent) -> list[Path]:
        """The local files of a drag that may be dropped here."""
        files = local_files(event.mimeData())
        return [file for file in files if not self.suffixes or file.suffix.lower() in self.suffixes]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of ours are welcome."""
        if self.paths(event):
            self._set_above(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Gone again."""
        self._set_above(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        self._set_above(False)
        event.acceptProposedAction()
        self.dropped.emit(self.paths(event))

    def _set_above(self, above: bool) -> None:
        self.above = above
        self.update()

    def paintEvent(self, event: QEvent) -> None:
        """Dashes; tinted while a file hovers."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme["accent" if self.above else "field"], 1.4, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.setBrush(theme["accent_tint" if self.above else "surface"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.end()
