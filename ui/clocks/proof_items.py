"""Which items of proof a file shows: a tick each, the needed ones first and named as such."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from models.rules.proof import NEEDS
from ui.problems import worded


class ProofItems(QWidget):
    """``shown`` are the ticked items; ``changed`` comes with each tick."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.boxes: dict[str, QCheckBox] = {}

    def show_kind(self, code: str) -> None:
        """The items that an event of that code asks for."""
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        need = NEEDS[code]
        self.boxes = {}
        for item in need.items:
            words = worded(f"proof_{item}", self.language)
            words += self.tr("（必需）") if item in need.needed else self.tr("（更稳）")
            box = self.boxes[item] = QCheckBox(words)
            box.toggled.connect(lambda _: self.changed.emit())
            self.column.addWidget(box)

    def tick_needed(self, code: str) -> None:
        """A file was chosen: what it most likely shows."""
        for item in NEEDS[code].needed:
            self.boxes[item].setChecked(True)

    @property
    def shown(self) -> frozenset[str]:
        """The ticked items."""
        return frozenset(item for item, box in self.boxes.items() if box.isChecked())
