"""破产申报: a claim split as the form of a filing asks it, and its sheet; the command is ``claim-filing``."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from models.queries.published import rates_of
from models.rules.claim_filing import Filed, Filing, filed
from models.rules.late_rate import parse
from models.rules.problems import Problem
from ui.common.fields import DateEdit, Field, MoneyEdit, level
from ui.context import AppContext
from ui.filing_words import filing_rows, filing_sentence
from ui.interest.rate_choice import RateChoice
from ui.interest.stepped_page import SteppedPage
from ui.problems import LANGUAGES, sentences


class FilingPage(SteppedPage):
    """Interest stops when the petition is accepted (企业破产法 46); the lines add up to what is filed."""

    missing = "filing_missing"

    def __init__(self, context: AppContext) -> None:
        def day() -> DateEdit:
            return DateEdit(lambda: context.today, past=True)

        super().__init__(context)
        self.name = self.tr("破产申报")
        self.costs, self.penalty, self.other = MoneyEdit(), MoneyEdit(), MoneyEdit()
        self.accepted, self.start, self.late = day(), day(), day()
        self.rate = RateChoice("lpr1y")
        self.as_penalty = QCheckBox(self.tr("按违约金申报"))
        for words, edit in (
            (self.tr("本金"), self.principal),
            (self.tr("破产申请受理日"), self.accepted),
            (self.tr("起算日，当日计息"), self.start),
            (self.tr("另欠违约金"), self.penalty),
            (self.tr("诉讼费、保全费"), self.costs),
            (self.tr("其他"), self.other),
        ):
            self.fields.addWidget(Field(words, edit))
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(Field(self.tr("利率"), self.rate), 1)
        second.addWidget(level(self.as_penalty))
        second.addWidget(self.paid_field, 1)
        second.addWidget(Field(self.tr("判决履行期届满次日，可不填"), self.late))
        self.column.insertLayout(1, second)
        edits = (
            self.principal, self.costs, self.penalty, self.other, self.accepted, self.start, self.late, self.rate,
        )  # fmt: skip
        for signal in (*(edit.changed for edit in edits), self.paid.textEdited, self.as_penalty.toggled):
            signal.connect(self.reckon)
        self.reckon()

    def show_found(self, found: Filed) -> None:
        """The sheet, the lines of the form, and what is filed in a sentence."""
        said = [(language, filing_sentence(found, language)) for language in LANGUAGES]
        self.show_rows(filing_rows(found, self.language), said=said)
        until = rates_of(self.context.store).verified_until.isoformat()
        doubts = [Problem("interest_rate_unverified", {"until": until})] if found.unverified else []
        told = [filing_sentence(found, self.language), sentences(doubts, self.language)]
        self.tell("\n".join(told).strip())

    def found(self) -> Filed | None:
        """What is filed of what is typed."""
        principal, spec, paid, accepted = (
            self.principal.fen,
            self.rate.spec,
            self.paid.payments,
            self.accepted.day,
        )
        if principal is None or not spec or paid is None or accepted is None:
            return None
        asked = Filing(
            principal, accepted, self.start.day, parse(spec), as_penalty=self.as_penalty.isChecked(),
            penalty_fen=self.penalty.fen or 0, costs_fen=self.costs.fen or 0, other_fen=self.other.fen or 0,
            paid=paid, late_from=self.late.day,
        )  # fmt: skip
        return filed(asked, rates_of(self.context.store))
