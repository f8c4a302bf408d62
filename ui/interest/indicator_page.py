"""回款指标: DSO, CEI, turnover of a period, loss allowances and loss rates, as ``indicators`` and ``provision`` say."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from models.rules.indicators import Period
from models.rules.problems import Refused
from ui.common.answer_table import Head
from ui.common.fields import Field, MoneyEdit
from ui.context import AppContext
from ui.indicator_words import bands_of, indicator_rows, loss_rows, months_of, percents_of, provision_rows
from ui.interest.answer_page import AnswerPage
from ui.problems import sentences, worded

_HEADS = (
    Head("indicator_head_what", 200), Head("indicator_head_value", 110, figures=True),
    Head("indicator_head_formula", 370, long=True), Head("indicator_head_says", 516, long=True),
)  # fmt: skip


class IndicatorPage(AnswerPage):
    """Above the figures of a period; below months, bands and migration rates, each between semicolons."""

    def __init__(self, context: AppContext) -> None:
        self.days = QLineEdit("90")
        super().__init__(context.formats, self.days, _HEADS)
        self.name = self.tr("回款指标")
        self.sales, self.opening, self.closing, self.not_due = (MoneyEdit() for _ in range(4))
        self.months, self.bands, self.roll = QLineEdit(), QLineEdit(), QLineEdit()
        for words, edit in (
            (self.tr("期间天数"), self.days),
            (self.tr("赊销额"), self.sales),
            (self.tr("期初应收"), self.opening),
            (self.tr("期末应收"), self.closing),
            (self.tr("其中未到期"), self.not_due),
        ):
            self.fields.addWidget(Field(words, edit))
        second = QHBoxLayout()
        second.setSpacing(12)
        for words, line, form in (
            (self.tr("各月赊销额=天数，最近的在前"), self.months, "2500000=30; 3000000=31"),
            (self.tr("各账龄段余额=计提比例"), self.bands, "5000000=5; 800000=10"),
            (self.tr("各段迁徙率"), self.roll, "20; 50; 60; 100"),
        ):
            line.setPlaceholderText(form)
            line.textEdited.connect(self.reckon)
            second.addWidget(Field(words, line), 1)
        self.column.insertLayout(1, second)
        self.days.textEdited.connect(self.reckon)
        for edit in (self.sales, self.opening, self.closing, self.not_due):
            edit.changed.connect(self.reckon)
        self.reckon()

    def reckon(self, _typed: object = None) -> None:
        """Reckon what is typed; what cannot be read is said."""
        period, language = self._period, self.language
        try:
            rows = indicator_rows(period, months_of(_parts(self.months)), language) if period else []
            rows += provision_rows(bands_of(_parts(self.bands)), language)
            rows += loss_rows(percents_of(_parts(self.roll)), language)
        except Refused as refusal:
            self.show_rows([])
            self.tell(sentences(refusal.problems, language))
            return
        self.show_rows(rows)
        self.tell("" if rows else worded("indicator_missing", language))

    @property
    def _period(self) -> Period | None:
        """What is typed of the period; None while something is missing."""
        days, sums = self.days.text().strip(), (self.sales, self.opening, self.closing, self.not_due)
        sales, opening, closing, not_due = (edit.fen for edit in sums)
        if not days.isdecimal() or sales is None or opening is None or closing is None or not_due is None:
            return None
        return Period(int(days), sales, opening, closing, not_due)


def _parts(edit: QLineEdit) -> list[str]:
    """What stands between semicolons, spaces around it and thousands separators left out."""
    parts = re.split(r"[;；]", edit.text())
    return [part.replace(",", "").replace("，", "").strip() for part in parts if part.strip()]
