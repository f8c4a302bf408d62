"""A page of the calculator that reckons interest by steps, with payments on the way."""

from __future__ import annotations

from typing import Any

from models.rules.problems import Refused
from ui.common.answer_table import Head
from ui.common.fields import Field, MoneyEdit
from ui.context import AppContext
from ui.interest.answer_page import AnswerPage
from ui.interest.paid_edit import PaidEdit
from ui.problems import sentences, worded

_HEADS = (
    Head("interest_head_what", 124), Head("interest_head_from", 92), Head("interest_head_to", 92),
    Head("interest_head_days", 52, figures=True), Head("interest_head_base", 112, money=True),
    Head("interest_head_rate", 96, figures=True), Head("interest_head_amount", 112, money=True),
    Head("interest_head_formula", 350, long=True), Head("interest_head_source", 400, long=True),
)  # fmt: skip


class SteppedPage(AnswerPage):
    """A subclass reckons in ``found``, None while ``missing`` has to be filled in, and shows it in ``show_found``."""

    missing: str

    def __init__(self, context: AppContext) -> None:
        self.principal = MoneyEdit(10_000_000)
        super().__init__(context.formats, self.principal, _HEADS)
        self.context = context
        self.paid = PaidEdit(lambda: context.today)
        self.paid_field = Field(self.tr("付款，日期=金额，用分号隔开"), self.paid)

    def found(self) -> Any:
        """What comes out of what is typed. May raise Refused."""

    def show_found(self, found: Any) -> None:
        """Show it."""

    def reckon(self, _typed: object = None) -> None:
        """Reckon what is typed; the note says what came out, or what is missing."""
        wrong = self.paid.payments is None
        self.paid_field.set_error(self.tr("请写成 2026-11-02=100000") if wrong else "")
        try:
            found = self.found()
        except Refused as refusal:
            self.show_rows([])
            self.tell(sentences(refusal.problems, self.language))
            return
        if found is None:
            self.show_rows([])
            self.tell(worded(self.missing, self.language))
            return
        self.show_found(found)
