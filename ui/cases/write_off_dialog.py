"""核销: give up what cannot be had; where several people work here, another decides."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from models.actions.approvals import write_off
from models.queries.claims import ClaimRow, claim_rows
from models.queries.people import at_work, hindrance
from ui.common.fields import Field, MoneyEdit
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentence


class WriteOffDialog(RecordDialog):
    """The write-off of one claim, or the question for it. ``saved`` carries ``approvals.Asked``."""

    def __init__(self, context: AppContext, claim: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (560, 440), "", primary_icon="void")
        self.setWindowTitle(self.tr("核销"))
        self.claim = claim
        alone = not at_work(context.store)
        self.primary.set_words(self.tr("核销") if alone else self.tr("提请批准"))
        self.name = text(size=15, bold=True, wrap=True, selectable=True)
        self.sum = MoneyEdit()
        self.sum_field = Field(self.tr("核销金额"), self.sum)
        self.why = QLineEdit()
        self.why_field = Field(self.tr("原因"), self.why)
        self.pick = FilePick(self.tr("注销证明、终结执行裁定等"))
        rest = self.tr("核销是记账上的放弃，不是付款，诉讼时效不变；债权本身不消灭。")
        another = self.tr("须由另一人批准后才入账。")
        self.body.addWidget(self.name)
        for field in (self.sum_field, self.why_field, Field(self.tr("证据文件"), self.pick)):
            self.body.addWidget(field)
        words = rest if alone else f"{rest}\n{another}"
        self.body.addWidget(text(words, size=12, tone="text2", wrap=True))
        self.body.addStretch(1)
        self.why.setFocus()
        store, today = context.store, context.today
        context.jobs.read(
            lambda _progress: claim_rows(store, today, today, claims=[claim], settled=True),
            self._loaded,
            self.refused,
            owner=self,
        )
        problem = hindrance(store, context.user, "ask")
        if problem:
            self.primary.setEnabled(False)
            self.say(sentence(problem, context.language), "bad")

    def _loaded(self, rows: list[ClaimRow]) -> None:
        for row in rows:
            self.name.setText(self.context.formats.joined([row.debtor, row.number or ""]))
            self.sum.set_fen(max(row.balance_fen, 0))

    def save(self) -> None:
        """Do it, or ask for it."""
        fen, why, file = self.sum.fen, self.why.text(), self.pick.path
        self.sum_field.set_error("" if fen is not None else self.tr("请填写金额"))
        self.why_field.set_error("" if why.strip() else self.tr("请写明原因"))
        if fen is not None and why.strip():
            desk, claim = self.context.desk, self.claim
            self.keep(lambda _progress: write_off(desk, claim, why, fen=fen, file=file), self.tr("核销"))
