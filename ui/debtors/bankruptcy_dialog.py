"""A debtor's bankruptcy: whence it is known, and when which court accepted the petition."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.actions.contacts import Acceptance, set_flag
from models.queries.contacts import FlagRow
from ui.common.fields import DateEdit, Field
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext


class BankruptcyDialog(RecordDialog):
    """A bankruptcy to be noted, or what is told later of the one that is ``held``. ``saved`` carries ``Kept``."""

    def __init__(
        self, context: AppContext, debtor: int, held: FlagRow | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, "", (520, 380), "", primary_icon="legal")
        self.setWindowTitle(self.tr("破产受理"))
        self.primary.set_words(self.tr("登记"))
        self.debtor = debtor
        self.on = DateEdit(lambda: context.today, held.accepted_on if held else None, past=True)
        self.court = QLineEdit((held and held.court) or "")
        self.number = QLineEdit((held and held.case_number) or "")
        self.why = QLineEdit(held.why if held else "")
        self.day_field = Field(
            self.tr("受理日，裁定书所载"), self.on, self.tr("利息自受理日起停止（企业破产法第46条）")
        )
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(Field(self.tr("法院"), self.court), 1)
        pair.addWidget(Field(self.tr("案号"), self.number), 1)
        self.body.addWidget(self.day_field)
        self.body.addLayout(pair)
        self.body.addWidget(Field(self.tr("从何得知"), self.why))
        self.body.addWidget(
            text(
                self.tr("受理日还不知道时可以留空：利息照算，但会一直提示。"),
                size=12,
                tone="text2",
                wrap=True,
            )
        )
        self.body.addStretch(1)
        self.on.setFocus()

    def save(self) -> None:
        """Keep it."""
        if self.on.unreadable:
            self.day_field.set_error(self.tr("请填写日期，如 2026-11-20"))
            return
        told = Acceptance(self.on.day, self.court.text(), self.number.text())
        desk, debtor, why = self.context.desk, self.debtor, self.why.text()
        self.keep(lambda _progress: set_flag(desk, debtor, "bankrupt", why, told))
