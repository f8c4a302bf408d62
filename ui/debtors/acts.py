"""What can be done with a debtor, from the list, the card and the palette alike."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject


class DebtorAct(NamedTuple):
    """One act: its name for the window, its words, its icon and its key."""

    name: str
    words: str
    icon: str
    key: str


class _Words(QObject):
    def all(self) -> list[DebtorAct]:
        return [
            DebtorAct("call", self.tr("记录通话"), "phone", "C"),
            DebtorAct("letter", self.tr("催款函"), "letters", "L"),
            DebtorAct("plan", self.tr("新建分期协议"), "plans", "P"),
            DebtorAct("receipt", self.tr("登记回款"), "receipt", "M"),
            DebtorAct("statement", self.tr("对账明细"), "file-text", "S"),
            DebtorAct("claims", self.tr("看它的债权"), "claims", "G"),
            DebtorAct("guarantors", self.tr("保证人和担保"), "people", "B"),
            DebtorAct("merge", self.tr("合并客户"), "link", "U"),
            DebtorAct("edit", self.tr("修改资料"), "edit", "F2"),
        ]


NEEDS_CLAIMS = frozenset({"call", "letter", "plan", "receipt", "claims"})
"""Acts for which something must be open."""


def debtor_acts() -> list[DebtorAct]:
    """All of them, in the order of the menu."""
    return _Words().all()
