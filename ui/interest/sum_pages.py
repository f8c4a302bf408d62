"""The calculator's other pages: court fees, sums in capitals, working days. The answers are those of the commands."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from models.queries.published import calendar_of
from models.rules.money import grouped
from models.rules.uppercase import says, uppercase
from models.rules.workdays import YEARS
from ui.common.answer_table import Head
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.context import AppContext
from ui.interest.answer_page import AnswerPage
from ui.problems import LANGUAGES, worded
from ui.sum_words import bill_day_row, capital_rows, fee_rows, fee_sentence, workday_rows, workday_sentence


class FeesPage(AnswerPage):
    """诉讼费用 of a sum in dispute: every fee with its formula, exact and in whole yuan, and its article."""

    def __init__(self, context: AppContext) -> None:
        self.amount = MoneyEdit(10_000_000)
        heads = [
            Head("fee_head_fee", 240),
            Head("fee_head_formula", 280),
            Head("fee_head_exact", 110, money=True),
            Head("fee_head_whole", 110, money=True),
            Head("fee_head_source", 450),
        ]
        super().__init__(context.formats, self.amount, heads)
        self.name = self.tr("诉讼费用")
        self.field = Field(self.tr("标的额"), self.amount)
        self.fields.addWidget(self.field)
        self.fields.addStretch(1)
        self.amount.changed.connect(self.reckon)
        self.tell(worded("fee_note", self.language))
        self.reckon()

    def reckon(self, _typed: object = None) -> None:
        """Reckon what is typed."""
        fen = _sum_of(self.amount, self.field, "fees_below_zero", self.language)
        if fen is None:
            self.show_rows([])
            return
        said = [(language, fee_sentence(fen, language)) for language in LANGUAGES]
        self.show_rows(fee_rows(fen, self.language), f"{self.field.label.text()} {grouped(fen)}", said)


class CapitalsPage(AnswerPage):
    """金额大写 of a sum, whether words on somebody's paper say it, and a day as bills write it."""

    def __init__(self, context: AppContext) -> None:
        self.amount, self.paper = MoneyEdit(10_000_000), QLineEdit()
        self.day = DateEdit(lambda: context.today, context.today)
        heads = [
            Head("capital_head_what", 140),
            Head("capital_head_words", 640),
            Head("capital_head_source", 300),
        ]
        super().__init__(context.formats, self.amount, heads)
        self.name = self.tr("金额大写")
        self.field = Field(self.tr("金额"), self.amount)
        self.paper_field = Field(self.tr("对照：纸面上写的大写"), self.paper)
        self.fields.addWidget(self.field)
        self.fields.addWidget(self.paper_field, 1)
        self.fields.addWidget(Field(self.tr("日期"), self.day))
        for signal in (self.amount.changed, self.paper.textEdited, self.day.changed):
            signal.connect(self.reckon)
        self.reckon()

    def reckon(self, _typed: object = None) -> None:
        """Write what is typed."""
        fen, day = _sum_of(self.amount, self.field, "uppercase_below_zero", self.language), self.day.day
        rows = [] if fen is None else capital_rows(fen, self.language)
        said = [(language, str(row[1])) for language, row in zip(LANGUAGES, rows, strict=False)]
        if day is not None:
            rows.append(bill_day_row(day, self.language))
        self.show_rows(rows, "" if fen is None else grouped(fen), said)
        self._compare(fen, self.paper.text().strip())

    def _compare(self, fen: int | None, words: str) -> None:
        """Say whether the words on paper are the sum."""
        same = fen is not None and words and says(words, fen)
        self.paper_field.set_hint(worded("capital_same", self.language) if same else "")
        if fen is not None and words and not same:
            told = worded("capital_differs", self.language, {"text": uppercase(fen)})
            self.paper_field.set_error(told)


class WorkdayPage(AnswerPage):
    """工作日: whether a day is worked, the next one that is, and whether its year's calendar is known."""

    def __init__(self, context: AppContext) -> None:
        self.context = context
        self.day = DateEdit(lambda: context.today, context.today)
        heads = [
            Head("workday_head_what", 180),
            Head("workday_head_value", 460),
            Head("workday_head_source", 400),
        ]
        super().__init__(context.formats, self.day, heads)
        self.name = self.tr("工作日")
        self.field = Field(self.tr("日期"), self.day)
        self.fields.addWidget(self.field)
        self.fields.addStretch(1)
        self.day.changed.connect(self.reckon)
        context.bus.changed.connect(self.reckon)
        self.reckon()

    def reckon(self, _typed: object = None) -> None:
        """Answer for the day typed."""
        day = self.day.day
        far = day is not None and day.year not in YEARS
        told = worded("day_unreadable", self.language, {"value": self.day.text()}) if far else ""
        self.field.set_error(told)
        if day is None or far:
            self.show_rows([])
            return
        china = calendar_of(self.context.store)
        said = [(language, workday_sentence(day, china, language)) for language in LANGUAGES]
        self.show_rows(workday_rows(day, china, self.language), day.isoformat(), said)


def _sum_of(edit: MoneyEdit, field: Field, below: str, language: str) -> int | None:
    """The sum typed, zero or above; what is wrong with it is said below it."""
    fen = edit.fen
    field.set_error(worded(below, language) if fen is not None and fen < 0 else "")
    return fen if fen is not None and fen >= 0 else None
