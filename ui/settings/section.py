"""One page of the settings: fields that apply at once, and the way back to the defaults."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from models.actions.settings import choose
from models.queries.settings import setting
from models.rules.problems import Problem
from models.settings import Setting
from ui.common.buttons import Button
from ui.common.fields import Field
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentences

_EDIT_WIDTH = 320


class Section(QWidget):
    """A title and its fields. ``applied`` carries the key of a setting that was changed.

    ``kept_by_button``: nothing applies before its own button is pressed.
    """

    applied = Signal(str)

    def __init__(self, context: AppContext, title: str, *, resets: bool = True) -> None:
        super().__init__()
        self.context = context
        self.kept_by_button = False
        self.bound: dict[str, tuple[Setting[Any], QWidget]] = {}
        self.fields: dict[str, Field] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(text(title, size=17, bold=True))
        head.addStretch(1)
        self.reset = Button(self.tr("恢复默认"), "undo", kind="ghost")
        self.reset.clicked.connect(self.reset_all)
        self.reset.setVisible(resets)
        head.addWidget(self.reset)
        outer.addLayout(head)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        outer.addLayout(self.column)
        self.said = text("", size=12, tone="bad", wrap=True)
        self.said.hide()
        outer.addWidget(self.said)
        outer.addStretch(1)

    # --- fields ------------------------------------------------------------------------------------------

    def add_choice(self, which: Setting[Any], label: str, options: Sequence[tuple[Any, str]]) -> QComboBox:
        """A field with a few values."""
        combo = QComboBox()
        for value, words in options:
            combo.addItem(words, value)
        combo.setCurrentIndex(combo.findData(self._value(which)))
        combo.currentIndexChanged.connect(lambda _: self.apply(which, combo.currentData()))
        self._add(which, label, combo)
        return combo

    def add_number(self, which: Setting[int], label: str, hint: str) -> QSpinBox:
        """A whole number within the bounds of its setting."""
        spin = QSpinBox()
        spin.setRange(which.least or 0, which.most if which.most is not None else 999)
        spin.setValue(self._value(which))
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(lambda value: self.apply(which, value))
        self._add(which, label, spin, hint)
        return spin

    def add_text(self, which: Setting[str], label: str, hint: str = "") -> QLineEdit:
        """A line of text; applied when it is left."""
        edit = QLineEdit(self._value(which))
        edit.editingFinished.connect(lambda: self.apply(which, edit.text().strip()))
        self._add(which, label, edit, hint)
        return edit

    def _add(self, which: Setting[Any], label: str, edit: QWidget, hint: str = "") -> None:
        edit.setMaximumWidth(_EDIT_WIDTH)
        self.bound[which.key] = (which, edit)
        self.fields[which.key] = Field(label, edit, hint)
        self.column.addWidget(self.fields[which.key])

    def _value(self, which: Setting[Any]) -> Any:
        return setting(self.context.store, which)

    # --- applying -----------------------------------------------------------------------------------------

    def apply(self, which: Setting[Any], value: Any) -> None:
        """Set a choice at once; nothing happens where it stands so already."""
        if value == self._value(which):
            return
        desk = self.context.desk
        self.context.act(
            lambda _: choose(desk, which, value),
            lambda _: self._applied(which.key),
            self._not_applied,
            owner=self,
        )

    def _applied(self, key: str) -> None:
        self.said.hide()
        self.applied.emit(key)

    def _not_applied(self, problems: tuple[Problem, ...]) -> None:
        self.said.setText(sentences(problems, self.context.language))
        set_tone(self.said, "bad")
        self.said.show()
        self.show_values()

    def reset_all(self) -> None:
        """Every choice of this page as it comes."""
        for which, _ in self.bound.values():
            self.apply(which, which.default)
        self.show_values()

    def show_values(self) -> None:
        """Show what is in force."""
        for which, edit in self.bound.values():
            edit.blockSignals(True)
            if isinstance(edit, QComboBox):
                edit.setCurrentIndex(edit.findData(self._value(which)))
            elif isinstance(edit, QSpinBox):
                edit.setValue(self._value(which))
            elif isinstance(edit, QLineEdit):
                edit.setText(str(self._value(which)))
            edit.blockSignals(False)
