"""计算器: try a principal, two days and a rate, variants side by side; court fees, capitals, working days; copy it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.ledger.sheet_out import Table
from models.queries.published import rates_of
from models.rules.interest_doubts import Circumstances
from models.rules.money import yuan
from models.rules.problems import Refused
from models.rules.reckoning import Answer, Question, reckon
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.choices import Segment
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.common.scrolling import scroll_area
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.context import AppContext
from ui.interest.answer_page import AnswerPage
from ui.interest.copies import Copies
from ui.interest.counting import Counting
from ui.interest.filing_page import FilingPage
from ui.interest.indicator_page import IndicatorPage
from ui.interest.judgment_page import JudgmentPage
from ui.interest.paid_edit import PaidEdit
from ui.interest.rate_choice import RateChoice, narrow
from ui.interest.result_view import ResultView, Shown
from ui.interest.sum_pages import CapitalsPage, FeesPage, WorkdayPage
from ui.interest_sheet import sheet
from ui.interest_words import Reckoning, spec_said
from ui.theme import current

TRADE, LOAN, SMALL = "trade", "loan", "small"
INTEREST, JUDGED, FEES, CAPITALS, WORKDAY = "interest", "judgment", "fees", "uppercase", "workday"
FILING, INDICATORS = "claim-filing", "indicators"
"""The pages, called as the commands are."""


_PAGES: dict[str, Callable[[AppContext], AnswerPage]] = {
    JUDGED: JudgmentPage,
    FEES: FeesPage,
    CAPITALS: CapitalsPage,
    WORKDAY: WorkdayPage,
    FILING: FilingPage,
    INDICATORS: IndicatorPage,
}


@dataclass(frozen=True)
class _Variant:
    id: int
    told: Reckoning
    answer: Answer


class CalculatorWindow(Copies):
    """Reckons while the clerk types. The numbers are those of the commands that the pages are called after.

    Ctrl+1 to Ctrl+7 turn to a page; ``name`` is the one it opens at.
    """

    def __init__(self, context: AppContext, parent: QWidget | None = None, name: str = INTEREST) -> None:
        super().__init__(context, (1260, 720), parent)
        self.setWindowTitle(self.tr("计算器"))
        self.answer: Answer | None = None
        self.principal = MoneyEdit(10_000_000)
        self.start = DateEdit(lambda: context.today, date(context.today.year, 1, 1), past=True)
        self.end = DateEdit(lambda: context.today, context.today)
        self.rate, self.counting = RateChoice(), Counting()
        self.paid, self.costs = PaidEdit(lambda: context.today), MoneyEdit()
        self.bankrupt = DateEdit(lambda: context.today, past=True)
        self.debt, self.contract_on = QComboBox(), DateEdit(lambda: context.today, past=True)
        self.which, self.stack = Segment(self._names()), QStackedWidget(self.page)
        self.body.addWidget(self.which)
        self.body.addWidget(self.stack, 1)
        first = QWidget(self.stack)
        self.stack.addWidget(first)
        self.view = ResultView(context.formats, first)
        self.variants: list[_Variant] = []
        self.model = RowsModel(self._columns(), ticking=False)
        self.compared = QStackedWidget(first)
        self.table = FrozenTable(self.model, parent=self.compared)
        hint = self.tr("按 Ctrl+Enter 把当前算法留在这里，再改利率、日期或付款，就能并排看相差多少；回车调回")
        for page in (EmptyState(self.tr("还没有可比较的方案"), hint=hint, icon="plus"), self.table):
            self.compared.addWidget(page)
        self.keep_variant = Button(self.tr("加入比较"), "plus", "Ctrl+Return", bind=True)
        self.pages: dict[str, AnswerPage] = {}
        self._lay_out(first)
        self._connect()
        self.reckon()
        self.turn_to(name)

    # --- building ----------------------------------------------------------------------------------

    def _names(self) -> list[tuple[str, str]]:
        return [
            (INTEREST, self.tr("逾期利息")),
            (JUDGED, self.tr("判决后")),
            (FEES, self.tr("诉讼费用")),
            (CAPITALS, self.tr("金额大写")),
            (WORKDAY, self.tr("工作日")),
            (FILING, self.tr("破产申报")),
            (INDICATORS, self.tr("回款指标")),
        ]

    def _lay_out(self, page: QWidget) -> None:
        left = scroll_area(page)
        left.setFixedWidth(current().px(400))
        inner = QWidget(left.viewport())
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for value, words in (
            (TRADE, self.tr("货款、工程款等")),
            (LOAN, self.tr("民间借贷，受四倍 LPR 限制")),
            (SMALL, self.tr("中小企业对大企业、机关")),
        ):
            self.debt.addItem(words, value)
        narrow(self.debt)
        self.paid_field = Field(self.tr("付款，日期=金额，用分号隔开"), self.paid)
        self.contract_field = Field(self.tr("合同成立日"), self.contract_on)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (Field(self.tr("本金"), self.principal), Field(self.tr("费用"), self.costs)),
            (Field(self.tr("起算日，当日计息"), self.start), Field(self.tr("截止日"), self.end)),
            (Field(self.tr("利率"), self.rate),),
            (self.counting,),
            (self.paid_field,),
            (Field(self.tr("债权性质"), self.debt),),
            (self.contract_field,),
            (Field(self.tr("破产申请受理日，可不填"), self.bankrupt),),
            (self.keep_variant,),
        )
        for place, widgets in enumerate(rows):
            for column, widget in enumerate(widgets):
                grid.addWidget(widget, place, column, 1, 2 if len(widgets) == 1 else 1)
        grid.setRowStretch(len(rows), 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        left.setWidget(inner)
        right = QVBoxLayout()
        right.addWidget(self.view, 3)
        right.addWidget(self.compared, 2)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(left)
        row.addLayout(right, 1)

    def _columns(self) -> list[Column]:
        formats = self.context.formats

        def money(key: str, title: str, of: str) -> Column:
            return Column(
                key, title, 104, lambda row: formats.amount(getattr(row.answer.result, of)), Paint.MONEY,
                filterable=False,
            )  # fmt: skip

        return [
            Column("rate", self.tr("方案"), 242, self._name_of, Paint.NAME, tip=self._name_of, filterable=False),
            money("total", self.tr("利息"), "total_fen"),
            Column("apart", self.tr("与当前相差"), 110, self._apart, Paint.MONEY, filterable=False),
            Column("days", self.tr("天数"), 56, lambda row: str(row.answer.result.days), right=True, filterable=False),
            money("left", self.tr("尚欠本金"), "principal_left_fen"),
            Column("from", self.tr("起"), 84, lambda row: formats.day(row.told.start), filterable=False),
            Column("to", self.tr("止"), 84, lambda row: formats.day(row.told.end), filterable=False),
        ]  # fmt: skip

    def _name_of(self, row: _Variant) -> str:
        return spec_said(row.answer.question.spec, self.context.language)

    def _apart(self, row: _Variant) -> str:
        if self.answer is None:
            return ""
        return self.context.formats.amount(row.answer.result.total_fen - self.answer.result.total_fen)

    def _connect(self) -> None:
        for signal in (
            self.principal.changed,
            self.costs.changed,
            self.start.changed,
            self.end.changed,
            self.contract_on.changed,
            self.bankrupt.changed,
            self.rate.changed,
            self.counting.changed,
            self.paid.textEdited,
            self.debt.currentIndexChanged,
        ):
            signal.connect(self.reckon)
        self.keep_variant.clicked.connect(self.add_variant)
        self.table.activated.connect(self.show_variant)
        self.which.changed.connect(self.turn_to)
        for number, name in enumerate(self.which.buttons, 1):
            QShortcut(f"Ctrl+{number}", self, partial(self.turn_to, name))

    # --- pages -------------------------------------------------------------------------------------

    @property
    def answers(self) -> AnswerPage | None:
        """The page shown, where it is not that of interest."""
        return self.pages.get(self.which.value)

    def turn_to(self, name: str) -> None:
        """Show a page; each is built when it is first wanted."""
        self.which.set_value(name)
        made = _PAGES.get(name)
        if made and name not in self.pages:
            self.pages[name] = made(self.context)
            self.stack.addWidget(self.pages[name])
        page = self.answers
        self.stack.setCurrentIndex(self.stack.indexOf(page) if page else 0)
        (page.first if page else self.principal).setFocus()

    def table_text(self) -> str:
        """The table of the page shown."""
        return self.answers.table.copied() if self.answers else super().table_text()

    def sentences(self) -> list[tuple[str, str]]:
        """The sentences of the page shown."""
        if self.answers is None:
            return super().sentences()
        names = {"zh_CN": self.tr("中文"), "en": self.tr("英文")}
        return [(names[language], words) for language, words in self.answers.said]

    def file_name(self) -> str:
        """What the workbook is called at first."""
        return (
            f"{self.answers.name}_{self.context.today:%Y%m%d}.xlsx" if self.answers else super().file_name()
        )

    # --- reckoning ---------------------------------------------------------------------------------

    @property
    def question(self) -> Question | None:
        """What is typed; None while something is missing."""
        principal, start, end, spec = self.principal.fen, self.start.day, self.end.day, self.rate.spec
        paid = self.paid.payments
        self.paid_field.set_error("" if paid is not None else self.tr("请写成 2026-11-02=100000"))
        if principal is None or start is None or end is None or not spec or paid is None:
            return None
        day = self.contract_on.day
        known = Circumstances(
            day if self.debt.currentData() == LOAN else None,
            day if self.debt.currentData() == SMALL else None,
        )
        return Question(
            principal,
            start,
            end,
            spec,
            self.counting.terms,
            self.costs.fen or 0,
            paid,
            known=known,
            bankrupt_on=self.bankrupt.day,
        )

    def reckon(self, _typed: object = None) -> None:
        """Reckon what is typed."""
        self.contract_field.setVisible(self.debt.currentData() != TRADE)
        asked = self.question
        self.answer = None
        if asked is None:
            self.view.show_nothing(())
        else:
            try:
                self.answer = reckon(asked, rates_of(self.context.store))
            except Refused as refusal:
                self.view.show_nothing(refusal.problems)
        if self.answer is not None:
            self.view.show_result(Shown(_told(self.answer), self.answer.steps, self.answer.doubts))
        self.keep_variant.setEnabled(self.answer is not None)
        self._show_variants()

    def add_variant(self) -> None:
        """Keep what is typed beside the others."""
        if self.answer is not None:
            number = len(self.variants) + 1
            self.variants = [*self.variants, _Variant(number, _told(self.answer), self.answer)]
            self._show_variants()

    def _show_variants(self) -> None:
        self.model.set_rows(self.variants)
        self.compared.setCurrentIndex(self.compared.indexOf(self.table) if self.variants else 0)

    def show_variant(self, number: object) -> None:
        """Put a variant back into the fields."""
        found = next((each for each in self.variants if each.id == number), None)
        if found is None:
            return
        asked = found.answer.question
        self.principal.set_fen(asked.principal_fen)
        self.costs.set_fen(asked.costs_fen or None)
        self.start.set_day(asked.start)
        self.end.set_day(asked.end)
        self.paid.setText("; ".join(f"{day}={yuan(fen)}" for day, fen in asked.paid))
        known = asked.known
        kind = LOAN if known.loan_on else SMALL if known.sme_on else TRADE
        self.debt.setCurrentIndex(self.debt.findData(kind))
        self.contract_on.set_day(known.loan_on or known.sme_on)
        self.bankrupt.set_day(asked.bankrupt_on)
        self.rate.set_spec(asked.spec)
        self.counting.set_terms(asked.terms)
        self.reckon()

    def sheets(self) -> Sequence[Table]:
        """One sheet a variant, or what is typed where none was kept; on another page its rows."""
        if self.answers is not None:
            return [self.answers.sheet()] if self.answers.rows else []
        language = self.context.language
        kept = self.variants or ([_Variant(1, _told(self.answer), self.answer)] if self.answer else [])
        return [sheet(each.told, each.answer.steps, str(each.id), language) for each in kept]


def _told(answer: Answer) -> Reckoning:
    asked = answer.question
    return Reckoning(asked.principal_fen, asked.start, asked.end, answer.rate, asked.terms, answer.result)
