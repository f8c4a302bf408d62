"""A level of its own for some claims: those of a debtor, a kind or an industry."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from models.rules.policy import CLAIM_KINDS, Level, Policy
from ui.common.dialog import DialogShell
from ui.common.fields import Field
from ui.problems import worded


class ScopeDialog(DialogShell):
    """``chosen`` carries the narrowed level; its days and sums are edited in the table afterwards."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None, policy: Policy, language: str) -> None:
        super().__init__(parent, self.tr("为部分债权另设节点"), (420, 330), self.tr("加入"))
        self.levels = [level for level in policy.ladder if not level.weight]
        self.which, self.scope, self.names = QComboBox(), QComboBox(), QLineEdit()
        for level in self.levels:
            self.which.addItem(worded(f"level_{level.action}", language), level.key)
        for name, words in (
            ("debtors", self.tr("客户")),
            ("kinds", self.tr("债权类型")),
            ("industries", self.tr("行业")),
        ):
            self.scope.addItem(words, name)
        hint = self.tr("几个名称之间用顿号。类型写代码：%1").replace("%1", ", ".join(CLAIM_KINDS))
        self.named = Field(self.tr("名称"), self.names, hint)
        for field in (Field(self.tr("节点"), self.which), Field(self.tr("只对"), self.scope), self.named):
            self.body.addWidget(field)
        self.saved.connect(self._choose)
        self.which.setFocus()

    @property
    def level(self) -> Level | None:
        """The level chosen, narrowed; None while no name is written."""
        names = tuple(
            name.strip() for name in self.names.text().replace("，", "、").split("、") if name.strip()
        )
        base = self.levels[self.which.currentIndex()]
        scopes: dict[str, Any] = {str(self.scope.currentData()): names}
        return replace(base, **scopes) if names else None

    def _choose(self) -> None:
        if self.level is None:
            self.named.set_error(self.tr("请写至少一个名称"))
            return
        self.chosen.emit(self.level)
        self.close()
