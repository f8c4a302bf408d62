"""The columns of the list of debtors, and of the claims on a card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from models.queries.behaviour import Kept
from models.queries.clocks import ClockRow
from models.queries.debtors import Contact, DebtorLine
from models.queries.views import ClaimView
from models.rules.ageing import BANDS, CREDIT, action_bands
from ui.common.formats import Formats
from ui.common.steps import shown
from ui.common.table import Column, Paint, Pill
from ui.problems import worded

STEPS = {band: max(0, place - 1) for place, band in enumerate(BANDS)} | {CREDIT: 0}
"""The aging step that gives a band its colour and its bars."""


def step_of_days(days: int) -> int:
    """The aging step of so many days late."""
    return STEPS[action_bands().of_days(days)]


class DebtorColumns(QObject):
    """Makes the columns, and the words they share with the card."""

    def __init__(self, formats: Formats, today: date) -> None:
        super().__init__()
        self.formats, self.today = formats, today

    def open_sums(self, line: DebtorLine) -> str:
        """What is open: a bare amount in yuan, every other currency by its sign."""
        return self._amounts((each.currency, each.fen) for each in line.sums)

    def overdue_sums(self, line: DebtorLine) -> str:
        """What of it is overdue."""
        return self._amounts((each.currency, each.overdue_fen) for each in line.sums if each.overdue_fen)

    def _amounts(self, sums: Any) -> str:
        told = list(sums)
        if not told:
            return self.formats.amount(0)
        if len(told) == 1 and told[0][0] == "CNY":
            return self.formats.amount(told[0][1])
        return " + ".join(self.formats.money(fen, currency) for currency, fen in told)

    def contact(self, contact: Contact | None) -> str:
        """``11-10 通话``."""
        if contact is None:
            return self.tr("未联系")
        kind = self.tr("通话") if contact.kind == "call" else self.tr("函件")
        return f"{self.formats.short_day(contact.on, self.today)} {kind}"

    def kept(self, kept: Kept) -> str:
        """``3/7`` of the promises whose day has come; nothing where there was none."""
        return f"{kept.kept}/{kept.due}" if kept.due else ""

    def clock(self, clock: ClockRow | None) -> str:
        """``剩 35 天 诉讼时效``."""
        if clock is None:
            return ""
        words = self.tr("剩 %1 天") if clock.left >= 0 else self.tr("已过 %1 天")
        left = words.replace("%1", self.formats.count(abs(clock.left)))
        return f"{left} {worded(f'clock_{clock.kind}', self.formats.language)}"

    def all(self) -> list[Column]:
        """The columns in their order; what only serves finding is hidden."""
        return [*self._money(), *self._work(), *self._data()]

    def _money(self) -> list[Column]:
        return [
            Column(
                "debtor", self.tr("债务人"), 220, lambda line: line.row.name, Paint.NAME,
                tip=lambda line: line.row.name,
            ),
            Column(
                "balance", self.tr("未收余额"), 118, self.open_sums, Paint.MONEY, filterable=False,
                sort_key=lambda line: [each.fen for each in line.sums] or [0],
            ),
            Column(
                "overdue", self.tr("其中逾期"), 118, self.overdue_sums, Paint.MONEY, filterable=False,
                sort_key=lambda line: [each.overdue_fen for each in line.sums] or [0],
            ),
            Column(
                "longest", self.tr("最长逾期"), 118 if self.formats.chinese else 154, self._longest,
                Paint.PILL, filterable=False,
                value=lambda line: Pill(step_of_days(line.longest_days), self._longest(line)),
                sort_key=lambda line: line.longest_days,
            ),
            Column(
                "claims", self.tr("笔数"), 62 if self.formats.chinese else 70,
                lambda line: self.formats.count(line.claims), right=True, sort_key=lambda line: line.claims,
            ),
        ]  # fmt: skip

    def _longest(self, line: DebtorLine) -> str:
        if not line.claims:
            return self.tr("已结清")
        return self.formats.overdue(line.longest_days) if line.longest_days else self.tr("未逾期")

    def _work(self) -> list[Column]:
        return [
            Column(
                "contact", self.tr("最近联系"), 104, lambda line: self.contact(line.last_contact),
                sort_key=lambda line: line.last_contact.on if line.last_contact else None,
                tone=lambda line: "text" if line.last_contact else "text2", filterable=False,
            ),
            Column(
                "kept", self.tr("承诺兑现"), 84, lambda line: self.kept(line.kept), right=True,
                tone=lambda line: "bad" if line.kept.broken_on else "text",
                sort_key=lambda line: line.kept.kept / line.kept.due if line.kept.due else None,
            ),
            Column(
                "step", self.tr("下一步"), 176, self._step_words, Paint.STEP,
                value=lambda line: shown(line.step, self.formats, self.today) if line.step else None,
            ),
            Column(
                "clock", self.tr("最近期限"), 156 if self.formats.chinese else 190,
                lambda line: self.clock(line.clock), filterable=False,
                tone=lambda line: "bad" if line.clock and line.clock.left < 0 else "text",
                sort_key=lambda line: line.clock.left if line.clock else None,
            ),
        ]  # fmt: skip

    def _step_words(self, line: DebtorLine) -> str:
        return shown(line.step, self.formats, self.today).words if line.step else ""

    def _data(self) -> list[Column]:
        return [
            self._plain("owner", self.tr("负责人"), 96, lambda line: self.formats.listed(line.owners)),
            self._plain("industry", self.tr("行业"), 96, lambda line: line.row.industry or ""),
            self._plain("phone", self.tr("电话"), 130, lambda line: line.row.phone or "", hidden=True),
            self._plain("uscc", self.tr("统一代码"), 170, lambda line: line.row.uscc or "", hidden=True),
            self._plain("code", self.tr("客户编码"), 96, lambda line: line.row.code or "", hidden=True),
        ]

    def _plain(
        self, key: str, title: str, width: int, words: Callable[[DebtorLine], str], *, hidden: bool = False
    ) -> Column:
        return Column(key, title, width, words, hidden=hidden)


class ClaimColumns(QObject):
    """The open claims on a card."""

    def __init__(self, formats: Formats, today: date) -> None:
        super().__init__()
        self.formats, self.today = formats, today

    def late(self, view: ClaimView) -> str:
        """``逾期 47 天``."""
        due_on = view.row.due_on
        return self.formats.overdue(None if due_on is None else (self.today - due_on).days)

    def all(self) -> list[Column]:
        """Number, amount, balance, due date, age, next step."""
        return [
            Column(
                "number", self.tr("单据号"), 136,
                lambda view: view.row.number or view.row.contract or f"#{view.row.id}", Paint.NAME,
            ),
            Column(
                "amount", self.tr("原额"), 106, lambda view: self._money(view, view.row.amount_fen),
                Paint.MONEY, sort_key=lambda view: view.row.amount_fen, filterable=False,
            ),
            Column(
                "balance", self.tr("余额"), 106, lambda view: self._money(view, view.row.balance_fen),
                Paint.MONEY, sort_key=lambda view: view.row.balance_fen, filterable=False,
            ),
            Column(
                "due", self.tr("到期日"), 90, lambda view: self.formats.day(view.row.due_on),
                sort_key=lambda view: view.row.due_on, filterable=False,
            ),
            Column(
                "late", self.tr("账龄"), 130 if self.formats.chinese else 140, self.late, Paint.PILL,
                value=lambda view: Pill(STEPS[view.band], self.late(view)),
                sort_key=lambda view: view.row.due_on, filterable=False,
            ),
            Column(
                "step", self.tr("下一步"), 150 if self.formats.chinese else 166,
                lambda view: self._step(view).words, Paint.STEP, value=self._step,
            ),
        ]  # fmt: skip

    def _money(self, view: ClaimView, fen: int) -> str:
        currency = view.row.currency
        return self.formats.amount(fen) if currency == "CNY" else self.formats.money(fen, currency)

    def _step(self, view: ClaimView) -> Any:
        return shown(view.next_step, self.formats, self.today)
