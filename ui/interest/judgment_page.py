"""判决后: the interest a judgment awarded and the doubled part, as the command ``judgment`` reckons them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from models.queries.published import rates_of
from models.rules.day_count import USUAL
from models.rules.derivation import derivation
from models.rules.interest_doubts import doubts
from models.rules.judgment import AfterJudgment, after_judgment
from models.rules.late_rate import parse
from models.rules.money import grouped
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.context import AppContext
from ui.interest.rate_choice import RateChoice
from ui.interest.stepped_page import SteppedPage
from ui.interest_sheet import doubled_entries, entries
from ui.problems import LANGUAGES, sentences, worded


class JudgmentPage(SteppedPage):
    """Judged money first, the doubled part last (民诉法 264; 法释〔2014〕8号)."""

    missing = "judged_missing"

    def __init__(self, context: AppContext) -> None:
        def day(*, past: bool = True) -> DateEdit:
            return DateEdit(lambda: context.today, past=past)

        super().__init__(context)
        self.name, self.costs = self.tr("判决后"), MoneyEdit()
        self.start, self.late, self.bankrupt = day(), day(), day()
        self.end, self.rate = DateEdit(lambda: context.today, context.today), RateChoice("lpr1y")
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

    def found(self) -> AfterJudgment | None:
        """What is owed under the judgment typed."""
        principal, spec, paid = self.principal.fen, self.rate.spec, self.paid.payments
        start, late, end = self.start.day, self.late.day, self.end.day
        if principal is None or not spec or paid is None or start is None or late is None or end is None:
            return None
        tables = rates_of(self.context.store)
        return after_judgment(
            principal, self.costs.fen or 0, start, late, end, parse(spec), tables, paid=paid,
            bankrupt_on=self.bankrupt.day,
        )  # fmt: skip

    def show_found(self, found: AfterJudgment) -> None:
        """Each step with the doubled part below, and the sums in words."""
        general, late, rate = found.general, found.doubled, parse(self.rate.spec or "")
        rows = entries(derivation(general, rate, USUAL), self.language)
        rows += doubled_entries(late.lines, self.language)
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
