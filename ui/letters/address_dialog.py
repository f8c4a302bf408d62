"""添加地址: another address of a debtor, and how good it is for service."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from models.actions.post import add_address
from models.changes import Changes
from models.rules.delivery import ADDRESS_SOURCES
from ui.common.fields import Field
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded


class AddressDialog(RecordDialog):
    """``saved`` comes when the address is kept."""

    def __init__(self, context: AppContext, debtor: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, self.tr("添加地址"), (560, 300), self.tr("保存"))
        self.debtor = debtor
        self.body.addWidget(text(debtor, size=16, bold=True, wrap=True))
        self.address, self.postcode, self.source = QLineEdit(), QLineEdit(), QComboBox()
        for name in ADDRESS_SOURCES:
            self.source.addItem(worded(f"address_source_{name}", context.language), name)
        self.source.setCurrentIndex(self.source.findData("registered"))
        self.address.textChanged.connect(lambda _: self._say())
        self.body.addWidget(Field(self.tr("地址"), self.address))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Field(self.tr("邮编"), self.postcode), 1)
        row.addWidget(Field(self.tr("地址来源"), self.source), 2)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.address.setFocus()
        self._say()

    def _say(self) -> None:
        self.primary.setEnabled(bool(self.address.text().strip()))

    def save(self) -> None:
        """Keep it."""
        desk, debtor, address = self.context.desk, self.debtor, self.address.text()
        source, postcode = str(self.source.currentData()), self.postcode.text()

        def work(_progress: object) -> Changes:
            add_address(desk, debtor, address, source, postcode)
            return Changes()

        self.keep(work)
