"""地址: the addresses of a debtor with how good each is for service; another one is added, an old one ended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from models.actions.post import add_address, end_address
from models.changes import Changes
from models.queries.attempts import AddressRow, addresses
from models.rules.delivery import ADDRESS_SOURCES
from ui.common.buttons import icon_button
from ui.common.fields import Field
from ui.common.record import RecordDialog
from ui.common.slot import Slot
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded


class AddressDialog(RecordDialog):
    """``saved`` comes when the address is kept, ``ended`` when one no longer holds."""

    ended = Signal()

    def __init__(
        self, context: AppContext, debtor: str, debtor_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, self.tr("债务人地址"), (620, 420), self.tr("保存"))
        self.debtor, self.debtor_id = debtor, debtor_id
        self.body.addWidget(text(debtor, size=16, bold=True, wrap=True))
        self.known = Slot(4)
        self.body.addWidget(self.known)
        self._show_known()
        self.address, self.postcode, self.source = QLineEdit(), QLineEdit(), QComboBox()
        for name in ADDRESS_SOURCES:
            self.source.addItem(worded(f"address_source_{name}", context.language), name)
        self.source.setCurrentIndex(self.source.findData("registered"))
        self.address.textChanged.connect(lambda _: self._say())
        self.body.addWidget(Field(self.tr("另一地址"), self.address))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Field(self.tr("邮编"), self.postcode), 1)
        row.addWidget(Field(self.tr("地址来源"), self.source), 2)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.address.setFocus()
        self._say()

    def _show_known(self) -> None:
        """What is known, the best for service first."""
        self.known.fill(*map(self._line, addresses(self.context.store, self.debtor_id)))

    def _line(self, known: AddressRow) -> QHBoxLayout:
        row = QHBoxLayout()
        source = worded(f"address_source_{known.source}", self.context.language)
        words = self.context.formats.joined([known.address, known.postcode or "", source])
        row.addWidget(text(words, tone="text2", wrap=True, selectable=True), 1)
        if known.key is not None:
            gone = icon_button("void", self.tr("不再使用：%1").replace("%1", known.address))
            gone.clicked.connect(lambda: self.end(known.key))
            row.addWidget(gone)
        return row

    def end(self, key: int | None) -> None:
        """An address that no longer holds; letters that went there keep it."""
        if key is not None:
            desk = self.context.desk
            self.context.act(lambda _: end_address(desk, key), self._ended_one, self.refused, owner=self)

    def _ended_one(self, _changes: Changes) -> None:
        self._show_known()
        self.ended.emit()

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
