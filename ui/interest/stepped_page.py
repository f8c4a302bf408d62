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

_WIDTHS = (
    ("what", 124, False), ("from", 92, False), ("to", 92, False), ("days", 56, False), ("base", 120, True),
    ("rate", 120, False), ("amount", 116, True), ("formula", 420, False), ("source", 400, False),
)  # fmt: skip


class SteppedPage(AnswerPage):
    """A subclass reckons in ``found``, None while ``missing`` has to be filled in, and shows it in ``show_found``."""

    missing: str

    def __init__(self, context: AppContext) -> None:
        self.principal = MoneyEdit(10_000_000)
        heads = [Head(f"interest_head_{name}", width, money=money) for name, width, money in _WIDTHS]
        super().__init__(context.formats, self.principal, heads)
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
