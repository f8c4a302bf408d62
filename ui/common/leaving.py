"""Where an export goes, and whether personal data leave in it in the clear: then the clerk says what for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.queries.disclosures import purpose_of
from ui.common.ask import ask_text, save_as
from ui.context import AppContext


@dataclass(frozen=True)
class Place:
    """The file, and the purpose for which nothing is masked in it; empty: personal data are masked."""

    file: Path
    openly: str


def place_to_export(
    context: AppContext, parent: QWidget, verb: str, title: str, name: str, kind: str
) -> Place | None:
    """Ask for the file; the second of its types is the one in the clear. ``verb`` is the act, ``kind`` e.g. Excel.

    None when the clerk went back, or said no purpose.
    """
    return _ExportQuestion().place(context, parent, verb, title, name, kind)


class _ExportQuestion(QObject):
    """The questions."""

    def place(
        self, context: AppContext, parent: QWidget, verb: str, title: str, name: str, kind: str
    ) -> Place | None:
        ending = f" (*{Path(name).suffix})"
        masked = self.tr("%1，遮住电话、地址、账号和证件号码").replace("%1", kind) + ending
        openly = self.tr("%1，个人信息不遮（要写明用途）").replace("%1", kind) + ending
        chosen = save_as(parent, title, name, (masked, openly))
        if chosen is None:
            return None
        file, which = chosen
        if not which:
            return Place(file, "")
        words = self.tr("个人信息会原样写进文件。用途和谁导出的一起记在“导出记录”里。")
        purpose = ask_text(
            parent,
            self.tr("导出个人信息"),
            self.tr("做什么用"),
            self.tr("导出"),
            purpose_of(context.store, verb),
            words,
        )
        return Place(file, purpose) if purpose else None
