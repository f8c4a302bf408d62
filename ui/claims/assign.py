"""Handing claims to a colleague: type or pick a name, Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from ui.common.dialog import DialogShell
from ui.common.fields import SearchEdit


class AssignDialog(DialogShell):
    """``chosen`` carries the name, empty for nobody; ``note`` is what the colleague should know."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None, number: int, owners: Sequence[str]) -> None:
        super().__init__(parent, "", (400, 360), "", primary_key="Return")
        self.setWindowTitle(self.tr("分配 %1 笔债权", "", number).replace("%1", str(number)))
        self.primary.set_words(self.tr("分配"))
        self.forbidden = False
        self.edit = SearchEdit(self.tr("负责人姓名"))
        self.list = QListWidget()
        self.list.addItems([name for name in owners if name])
        self.list.addItem(self.tr("（不指定）"))
        self.body.addWidget(self.edit)
        self.body.addWidget(self.list, 1)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("交接说明，写进每笔债权的备注"))
        self.note.setAccessibleName(self.tr("交接说明"))
        self.note.returnPressed.connect(self.finish)
        self.body.addWidget(self.note)
        self.edit.searched.connect(self.narrow)
        self.edit.entered.connect(self.finish)
        self.edit.installEventFilter(self)
        self.list.itemActivated.connect(lambda _: self.finish())
        self.saved.connect(self.finish)
        self.narrow("")
        self.edit.setFocus()

    def forbid(self, why: str) -> None:
        """Say why this person may not hand anything over."""
        self.forbidden = True
        self.primary.setEnabled(False)
        self.say(why, "bad")

    def narrow(self, words: str) -> None:
        """Show the names that contain the words; a new name may be typed in full."""
        shown = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(words.casefold() not in item.text().casefold())
            shown += [] if item.isHidden() else [row]
        self.list.setCurrentRow(shown[0] if shown and words else -1)
        picked = bool(words.strip()) or self.list.currentRow() >= 0
        self.primary.setEnabled(picked and not self.forbidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list while typing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        row = self.list.currentRow() + step
        while 0 <= row < self.list.count() and self.list.item(row).isHidden():
            row += step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)
            self.primary.setEnabled(not self.forbidden)

    def finish(self) -> None:
        """Take the name picked, else the name typed."""
        row, typed = self.list.currentRow(), self.edit.text().strip()
        if self.forbidden or (row < 0 and not typed):
            return
        picked = self.list.item(row).text() if row >= 0 else typed
        self.chosen.emit("" if row == self.list.count() - 1 else picked)
        self.close()
