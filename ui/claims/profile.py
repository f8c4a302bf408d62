"""What is known of the debtor, to be looked at; editing has its own window."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.cards import KeyValues
from ui.common.slot import Slot


class Profile(QScrollArea):
    """Name, numbers, address and contacts; what is missing says so."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        page = QWidget()
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(16, 14, 16, 12)
        self.column.setSpacing(12)
        self.sheet = KeyValues()
        self.slot = Slot()
        self.column.addWidget(self.slot)
        row = QHBoxLayout()
        self.edit = Button(self.tr("修改客户资料"), "edit")
        row.addWidget(self.edit)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setWidget(page)

    def show_debtor(self, debtor: Any) -> None:
        """A row of the debtor table, None where it has gone."""
        sheet = KeyValues()
        for label, value in self._rows(debtor) if debtor is not None else ():
            missing = "warn" if label in self.needed() else "text2"
            sheet.add(label, value or self.tr("未填"), "text" if value else missing)
        self.sheet = sheet
        self.slot.fill(sheet)

    def needed(self) -> tuple[str, ...]:
        """What no letter goes out without."""
        return (self.tr("地址"),)

    def _rows(self, debtor: Any) -> list[tuple[str, str | None]]:
        sources = {
            "agreed": self.tr("约定送达地址"),
            "registered": self.tr("登记地址"),
            "last_used": self.tr("最近使用"),
            "other": self.tr("其他来源"),
        }
        kind = self.tr("自然人") if debtor.is_person else self.tr("单位")
        return [
            (self.tr("名称"), debtor.name),
            (self.tr("类型"), kind),
            (self.tr("统一代码"), debtor.uscc),
            (self.tr("客户编码"), debtor.code),
            (self.tr("行业"), debtor.industry),
            (self.tr("地址"), debtor.address),
            (self.tr("地址来源"), sources.get(debtor.address_source or "", "")),
            (self.tr("邮编"), debtor.postcode),
            (self.tr("联系人"), debtor.contact_person),
            (self.tr("电话"), debtor.phone),
            (self.tr("邮箱"), debtor.email),
        ]
