"""判决后: the interest a judgment awarded and the doubled part, as the command ``judgment`` reckons them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from models.ledger.sheet_out import Entry
from models.queries.published import rates_of
from models.rules.day_count import USUAL
from models.rules.derivation import derivation
from models.rules.interest_doubts import doubts
from models.rules.judgment import DOUBLED, AfterJudgment, after_judgment
from models.rules.late_rate import parse
from models.rules.money import grouped
from models.rules.problems import Refused
from ui.common.answer_table import Head
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.context import AppContext
from ui.interest.answer_page import AnswerPage
from ui.interest.paid_edit import PaidEdit
from ui.interest.rate_choice import RateChoice
from ui.interest_sheet import entries
from ui.problems import LANGUAGES, sentences, worded

_WIDTHS = (
    ("what", 90, False), ("from", 92, False), ("to", 92, False), ("days", 56, False), ("base", 120, True),
    ("rate", 120, False), ("amount", 116, True), ("formula", 280, False), ("source", 400, False),
)  # fmt: skip


class JudgmentPage(AnswerPage):
    """Judged money first, the doubled part last (民诉法 264; 法释〔2014〕8号)."""

    def __init__(self, context: AppContext) -> None:
        def day(*, past: bool = True) -> DateEdit:
            return DateEdit(lambda: context.today, past=past)

        self.principal, self.costs = MoneyEdit(10_000_000), MoneyEdit()
        heads = [Head(f"interest_head_{name}", width, money=money) for name, width, money in _WIDTHS]
        super().__init__(context.formats, self.principal, heads)
        self.name, self.context = self.tr("判决后"), context
        self.start, self.late, self.bankrupt = day(), day(), day()
        self.end, self.rate = DateEdit(lambda: context.today, context.today), RateChoice("lpr1y")
        self.paid = PaidEdit(lambda: context.today)
        self.paid_field = Field(self.tr("付款，日期=金额，用分号隔开"), self.paid)
        for words, edit in (
            (self.tr("判决本金"), self.principal),
            (self.tr("判决的费用、违约金"), self.costs),
            (self.tr("利息起算日"), self.start),
            (self.tr("履行期届满次日"), self.late),
            (self.tr("截止日"), self.end),
        ):
            self.fields.addWidget(Field(words, edit))
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(Field(self.tr("判决的利率"), self.rate), 1)
        second.addWidget(self.paid_field, 1)
        second.addWidget(Field(self.tr("破产申请受理日，可不填"), self.bankrupt))
        self.column.insertLayout(1, second)
        edits = (self.principal, self.costs, self.start, self.late, self.end, self.bankrupt, self.rate)
        for signal in (*(edit.changed for edit in edits), self.paid.textEdited):
            signal.connect(self.reckon)
        self.reckon()

    def reckon(self, _typed: object = None) -> None:
        """Reckon what is typed; the note says what is owed in all, or what is missing."""
        wrong = self.paid.payments is None
        self.paid_field.set_error(self.tr("请写成 2026-11-02=100000") if wrong else "")
        try:
            found = self._found()
        except Refused as refusal:
            self.show_rows([])
            self.tell(sentences(refusal.problems, self.language))
            return
        if found is None:
            self.show_rows([])
            self.tell(worded("judged_missing", self.language))
            return
        self._show(found)

    def _found(self) -> AfterJudgment | None:
        principal, spec, paid = self.principal.fen, self.rate.spec, self.paid.payments
        start, late, end = self.start.day, self.late.day, self.end.day
        if principal is None or not spec or paid is None or start is None or late is None or end is None:
            return None
        tables = rates_of(self.context.store)
        return after_judgment(
            principal, self.costs.fen or 0, start, late, end, parse(spec), tables, paid=paid,
            bankrupt_on=self.bankrupt.day,
        )  # fmt: skip

    def _show(self, found: AfterJudgment) -> None:
        general, late, rate = found.general, found.doubled, parse(self.rate.spec or "")
        rows = entries(derivation(general, rate, USUAL), self.language)
        rows += [
            self._doubled(line.start, line.end, line.days, line.base_fen, line.amount_fen)
            for line in late.lines
        ]
        judged = general.costs_left_fen + general.interest_left_fen + general.principal_left_fen
        sums = {
            "interest": grouped(general.total_fen),
            "doubled": grouped(late.total_fen),
            "left": grouped(judged + late.left_fen),
        }
        said = [(language, worded("judged_sums", language, sums)) for language in LANGUAGES]
        self.show_rows(rows, said=said)
        start = self.start.day
        told = doubts(start, rate, general, rates_of(self.context.store)) if start else ()
        self.tell(
            "\n".join([worded("judged_sums", self.language, sums), sentences(told, self.language)]).strip()
        )

    def _doubled(self, start: object, end: object, days: int, base_fen: int, fen: int) -> list[Entry]:
        percent = f"{DOUBLED.percent}%"
        return [
            worded("judged_doubled", self.language), str(start), str(end), str(days), base_fen,
            f"{percent} / {worded('interest_per_day_short', self.language)}", fen,
            f"{grouped(base_fen)} × {percent} × {days} = {grouped(fen)}", worded("judged_source", self.language),
        ]  # fmt: skip
