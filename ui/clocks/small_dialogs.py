"""Two small windows of the guarantors' room: an act towards a guarantor, and a thing that secures."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from models.actions.guarantors import SecurityDraft, add_security, note_act
from models.queries.guarantors import SECURITY_KINDS, GuarantorRow
from models.rules.guarantee import ACTS
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded


class ActDialog(RecordDialog):
    """What was done towards a guarantor. ``saved`` carries ``guarantors.Kept``."""

    def __init__(self, context: AppContext, guarantor: GuarantorRow, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (520, 420), "", primary_icon="check")
        self.setWindowTitle(self.tr("登记对保证人的行为"))
        self.primary.set_words(self.tr("登记"))
        self.guarantor = guarantor.id
        self.body.addWidget(text(guarantor.name, size=15, bold=True, wrap=True))
        self.what = QComboBox()
        for each in ACTS:
            self.what.addItem(worded(f"guarantee_act_{each}", context.language), each)
        if guarantor.pledge.mode == "general":
            self.what.setCurrentIndex(ACTS.index("sued_debtor"))
        self.on = DateEdit(lambda: context.today, context.today, past=True)
        self.note = QLineEdit()
        self.pick = FilePick(self.tr("妥投记录、收件回执等"))
        self.on_field = Field(self.tr("日期"), self.on, self.tr("函件以到达日为准，起诉以提交日为准"))
        for field in (
            Field(self.tr("行为"), self.what),
            self.on_field,
            Field(self.tr("证据文件"), self.pick),
            Field(self.tr("备注"), self.note),
        ):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.what.setFocus()

    def save(self) -> None:
        """Keep it."""
        day, desk = self.on.day, self.context.desk
        self.on_field.set_error("" if day else self.tr("请填写日期，如 2026-11-20"))
        if day is None:
            return
        guarantor, what, file, note = (
            self.guarantor,
            str(self.what.currentData()),
            self.pick.path,
            self.note.text(),
        )
        self.keep(lambda _progress: note_act(desk, guarantor, what, day, file, note), self.tr("登记行为"))


class SecurityDialog(RecordDialog):
    """A thing that secures a debtor's debts. ``saved`` carries ``guarantors.Kept``."""

    def __init__(self, context: AppContext, debtor: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (560, 520), "", primary_icon="lock")
        self.setWindowTitle(self.tr("登记担保物"))
        self.primary.set_words(self.tr("登记"))
        self.debtor = debtor
        self.kind = QComboBox()
        for each in SECURITY_KINDS:
            self.kind.addItem(worded(f"security_kind_{each}", context.language), each)
        self.thing, self.contract, self.registration = QLineEdit(), QLineEdit(), QLineEdit()
        self.sum = MoneyEdit()
        self.registered = DateEdit(lambda: context.today, past=True)
        self.until = DateEdit(lambda: context.today)
        self.pick = FilePick(self.tr("登记证明、保函等"))
        self._row(Field(self.tr("种类"), self.kind), Field(self.tr("担保物或保函"), self.thing))
        self._row(
            Field(self.tr("担保金额"), self.sum), Field(self.tr("合同编号，留空则为全部债权"), self.contract)
        )
        self._row(Field(self.tr("登记编号"), self.registration), Field(self.tr("登记日"), self.registered))
        self._row(Field(self.tr("到期日"), self.until))
        self._row(Field(self.tr("文件"), self.pick))
        self.body.addStretch(1)
        self.kind.setFocus()

    def _row(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            row.addWidget(field, 1)
        self.body.addLayout(row)

    def save(self) -> None:
        """Keep it."""
        draft = SecurityDraft(
            str(self.kind.currentData()),
            self.thing.text(),
            self.contract.text(),
            self.sum.fen,
            self.registration.text(),
            self.registered.day,
            self.until.day,
            self.pick.path,
        )
        desk, debtor = self.context.desk, self.debtor
        self.keep(lambda _progress: add_security(desk, debtor, draft), self.tr("登记担保物"))
