"""The firm's own data, which every letter states: asked when first needed, and in the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from models.queries.parties import creditor
from ui.common.fields import Field
from ui.common.identity import uscc_fits
from ui.context import AppContext

NEEDED = frozenset(("name", "address", "phone", "bank", "account"))
_WIDE = frozenset(("name", "latin_name", "address", "bank", "account"))


class CreditorForm(QWidget):
    """All fields of the creditor. ``edited`` comes with every change; ``typed`` is what differs from the books."""

    edited = Signal()
    left = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.fields: dict[str, Field] = {}
        self.edits: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = 0, 0
        for name, label, hint in self._labels():
            wide = name in _WIDE
            row, column = (row + 1, 0) if wide and column else (row, column)
            grid.addWidget(self._field(name, label, hint), row, column, 1, 2 if wide else 1)
            row, column = (row + 1, 0) if wide or column else (row, 1)
        self.load()

    def _labels(self) -> Sequence[tuple[str, str, str]]:
        return (
            ("name", self.tr("单位全称（必填）"), ""),
            ("latin_name", self.tr("外文名称"), ""),
            ("uscc", self.tr("统一社会信用代码"), ""),
            ("representative", self.tr("法定代表人"), ""),
            ("address", self.tr("地址（必填）"), ""),
            ("postcode", self.tr("邮编"), ""),
            ("phone", self.tr("电话（必填）"), ""),
            ("contact", self.tr("联系人"), ""),
            ("email", self.tr("电子邮箱"), ""),
            ("bank", self.tr("开户行（必填）"), ""),
            ("account", self.tr("账号（必填）"), ""),
            ("letter_prefix", self.tr("编号前缀"), self.tr("函件编号以它开头，如“苏精”催字〔2026〕第0187号")),
        )

    def _field(self, name: str, label: str, hint: str) -> Field:
        edit = self.edits[name] = QLineEdit()
        edit.textEdited.connect(lambda _: self._check(name))
        edit.editingFinished.connect(self.left)
        self.fields[name] = Field(label, edit, hint)
        return self.fields[name]

    def load(self) -> None:
        """Show what the books say."""
        held = creditor(self.context.store)
        for name, edit in self.edits.items():
            edit.setText((getattr(held, name) if held else None) or "")
            self._judge(name)

    @property
    def typed(self) -> dict[str, str]:
        """What differs from the books: {field: text}."""
        held = creditor(self.context.store)
        values = {name: edit.text().strip() for name, edit in self.edits.items()}
        return {
            name: value
            for name, value in values.items()
            if value != ((getattr(held, name) if held else None) or "")
        }

    @property
    def complete(self) -> bool:
        """Whether everything a letter needs is filled in."""
        return all(self.edits[name].text().strip() for name in NEEDED)

    def mark_missing(self) -> None:
        """Draw what a letter needs and is not there in red, and go to the first of it."""
        missing = [name for name in self.edits if name in NEEDED and not self.edits[name].text().strip()]
        for name in missing:
            self.fields[name].set_error(self.tr("每封函件都要写明"))
        if missing:
            self.edits[missing[0]].setFocus()

    def _check(self, name: str) -> None:
        self._judge(name)
        self.edited.emit()

    def _judge(self, name: str) -> None:
        """The code of the firm is doubted, never refused: what is printed is what was typed."""
        if name != "uscc":
            self.fields[name].set_error("")
            return
        typed = self.edits[name].text().strip()
        self.fields[name].set_error(
            "" if not typed or uscc_fits(typed) else self.tr("校验位不对，请核对；仍可保存")
        )
