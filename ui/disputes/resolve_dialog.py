"""了结争议: how it ends, what that rests on, and what it does to the claim."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from models.actions.disputes import resolve
from models.queries.disputes import DisputeRow
from models.queries.people import hindrance
from models.rules.disputes import CREDIT_NOTE, NEEDS_GROUNDS, RESOLUTIONS
from ui.common.choices import ChoiceRow
from ui.common.fields import Field, MoneyEdit
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentence, worded


class ResolveDialog(RecordDialog):
    """The ending of one dispute. ``saved`` carries ``disputes.Kept``."""

    def __init__(self, context: AppContext, held: DisputeRow, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (600, 460), "", primary_icon="check")
        self.setWindowTitle(self.tr("了结争议"))
        self.primary.set_words(self.tr("了结"))
        self.held = held
        formats, language = context.formats, context.language
        self.body.addWidget(
            text(formats.joined([held.debtor, held.number or ""]), size=15, bold=True, wrap=True)
        )
        about = [worded(f"dispute_reason_{held.reason}", language), formats.money(held.fen, held.currency)]
        self.body.addWidget(text(formats.joined(about), tone="text2", wrap=True))
        self.how = ChoiceRow(
            [(each, worded(f"resolution_{each}", language), str(n)) for n, each in enumerate(RESOLUTIONS, 1)]
        )
        self.sum = MoneyEdit(min(held.fen, max(held.balance_fen, 0)))
        self.sum_field = Field(self.tr("红字金额"), self.sum, self.tr("从债权里减去；不算付款，不中断时效"))
        self.why = QLineEdit()
        self.why_field = Field(self.tr("依据或说明"), self.why)
        self.pick = FilePick(self.tr("质检报告、签收单、往来函件等"))
        self.body.addWidget(self.how)
        for field in (self.sum_field, self.why_field, Field(self.tr("文件"), self.pick)):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.how.chosen.connect(lambda _: self._tell())
        self._tell()
        next(iter(self.how.buttons.values())).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit that no field has taken chooses the ending."""
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(RESOLUTIONS):
            self.how.choose(RESOLUTIONS[place])
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        how = self.how.value
        self.sum_field.setVisible(how == CREDIT_NOTE)
        self.why_field.set_hint(self.tr("必填，或附上文件") if how in NEEDS_GROUNDS else "")
        act = "credit" if how == CREDIT_NOTE else "resolve"
        problem = hindrance(self.context.store, self.context.user, act)
        self.primary.setEnabled(how is not None and problem is None)
        self.say(sentence(problem, self.context.language) if problem else "", "bad")

    def save(self) -> None:
        """End it."""
        how, why, file = self.how.value, self.why.text(), self.pick.path
        fen = self.sum.fen if how == CREDIT_NOTE else None
        self.sum_field.set_error(self.tr("金额读不出来，请改成数字") if self.sum.unreadable else "")
        if how is not None and not self.sum.unreadable:
            desk, key = self.context.desk, self.held.id
            self.keep(lambda _progress: resolve(desk, key, how, why, fen=fen, file=file), self.tr("了结争议"))
