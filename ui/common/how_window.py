"""How a result came about: the result, the rule in words, and the steps with their days, rates and articles."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.ledger.sheet_out import Entry
from ui.common.answer_table import AnswerTable, Head
from ui.common.dialog import DialogShell
from ui.common.formats import Formats
from ui.common.text import text


@dataclass(frozen=True)
class How:
    """A derivation ready to be shown: what it is of, the result, the rules in words, the steps."""

    title: str
    result: str
    rules: tuple[str, ...]
    heads: tuple[Head, ...]
    rows: list[list[Entry]]


class HowWindow(DialogShell):
    """Shows a ``How``; Ctrl+Shift+C copies its steps, Esc closes."""

    def __init__(self, formats: Formats, how: How, parent: QWidget | None = None) -> None:
        wide = min(1200, 60 + sum(head.width for head in how.heads))
        super().__init__(
            parent, how.title, (max(560, wide), 520), "", primary_key="Ctrl+Shift+C", primary_icon="copy"
        )
        self.how = how
        self.primary.set_words(self.tr("复制表格"))
        self.cancel.set_words(self.tr("关闭"))
        self.told = text(how.result, size=18, bold=True, wrap=True, selectable=True)
        self.rules = text("\n".join(how.rules), wrap=True, selectable=True)
        self.rules.setVisible(bool(how.rules))
        self.table = AnswerTable(formats, how.heads)
        for widget in (self.told, self.rules):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.table.show_rows(how.rows)
        self.primary.setFocus()

    def press_primary(self) -> None:
        """Copy the steps."""
        QGuiApplication.clipboard().setText(self.table.copied())
        self.say(self.tr("已复制，可以粘贴到 Excel"))


def open_how(formats: Formats, how: How, over: QWidget) -> HowWindow:
    """Show it over a window."""
    window = HowWindow(formats, how, over.window())
    window.show()
    return window
