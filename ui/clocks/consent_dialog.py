"""登记书面同意: a guarantor's signed slip came back and says that it consents to a plan it did not sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from models.actions.consents import ConsentDraft, keep_consent
from models.queries.guarantors import GuarantorRow
from models.queries.plans import PlanRow
from ui.common.fields import DateEdit, Field
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext


class ConsentDialog(RecordDialog):
    """``plans`` are those the guarantor may consent to, the newest first. ``saved`` carries ``guarantors.Kept``."""

    def __init__(
        self,
        context: AppContext,
        guarantor: GuarantorRow,
        plans: Sequence[PlanRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, "", (560, 520), "", primary_icon="check")
        self.setWindowTitle(self.tr("登记书面同意"))
        self.primary.set_words(self.tr("登记"))
        self.guarantor = guarantor.id
        self.plan = QComboBox()
        for each in plans:
            signed = self.tr("%1 签署").replace("%1", context.formats.day(each.signed_on))
            self.plan.addItem(context.formats.joined([each.number, signed]), each.id)
        self.signed = DateEdit(lambda: context.today, past=True)
        self.returned = DateEdit(lambda: context.today, context.today, past=True)
        self.until = DateEdit(lambda: context.today)
        self.pick, self.note = FilePick(self.tr("签署的书面意见")), QLineEdit()
        self.signed_field = Field(self.tr("签署日"), self.signed)
        self.returned_field = Field(self.tr("收回日"), self.returned)
        self.until_field = Field(
            self.tr("同意的保证期间至"), self.until, self.tr("书面意见上没有填写的，留空：期间不变更")
        )
        self._lay_out(guarantor.name)
        self.plan.setFocus()

    def _lay_out(self, name: str) -> None:
        self.body.addWidget(text(name, size=15, bold=True, wrap=True))
        self.body.addWidget(Field(self.tr("同意的协议"), self.plan))
        days = QHBoxLayout()
        days.setSpacing(12)
        days.addWidget(self.signed_field, 1)
        days.addWidget(self.returned_field, 1)
        self.body.addLayout(days)
        self.body.addWidget(self.until_field)
        self.body.addWidget(
            Field(self.tr("证据文件"), self.pick, self.tr("没有文件时，同意只按主张计，不能证明"))
        )
        self.body.addWidget(Field(self.tr("备注"), self.note))
        self.body.addStretch(1)

    def save(self) -> None:
        """Keep it."""
        day, until = self.signed.day, self.until
        self.signed_field.set_error("" if day else self.tr("请填写日期，如 2026-11-20"))
        self.until_field.set_error(self.tr("请填写日期，如 2026-11-20") if until.unreadable else "")
        if day is None or until.unreadable:
            return
        draft = ConsentDraft(
            int(self.plan.currentData()), day, self.returned.day, until.day, self.pick.path, self.note.text()
        )
        desk, guarantor = self.context.desk, self.guarantor
        self.keep(lambda _progress: keep_consent(desk, guarantor, draft), self.tr("登记书面同意"))
