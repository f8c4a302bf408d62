"""The columns of the claims table, each over a ClaimView."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from models.queries.interest import Interests
from models.queries.registration import delays_of
from models.queries.views import ClaimView
from models.rules.dunning import STAGES
from ui.claims.portfolio import STEPS, urgency
from ui.common.steps import shown
from ui.common.table import Column, Paint, Pill
from ui.context import AppContext
from ui.problems import worded

LIGHT = frozenset(
    (
        "debtor",
        "balance",
        "due",
        "aging",
        "industry",
        "owner",
        "number",
        "contract",
        "amount",
        "paid",
        "currency",
        "memo",
        "registered",
    )
)
"""Columns that the row alone fills; the others need the whole view."""
LAPSE_DAYS = 180


class ClaimColumns(QObject):
    """Makes the columns in the language of the window; ``today`` counts the days overdue, ``delays`` registrations."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.formats, self.today, self.delays = context.formats, context.today, delays_of(context.store)
        self.interests: Interests | None = None

    def all(self) -> list[Column]:
        """In their default order; from the industry on they are seen by scrolling, the last ones by choosing."""
        wide = not self.formats.chinese
        return [
            Column(
                "debtor", self.tr("债务人"), 184, lambda view: view.row.debtor, Paint.NAME,
                sort_key=lambda view: (view.row.initials, view.row.debtor), tip=lambda view: view.row.debtor,
            ),
            self._money("balance", self.tr("未收余额"), lambda view: view.row.balance_fen, 108),
            self._day("due", self.tr("到期日"), lambda view: view.row.due_on),
            self._aging(138 if wide else 118),
            self._step(178 if wide else 156),
            Column(
                "stage", self.tr("阶段"), 96 if wide else 80, self._stage_words, Paint.FAINT,
                sort_key=lambda view: STAGES.index(view.stage),
            ),
            self._evidence(),
            self._limitation(),
            self._text("industry", self.tr("行业"), lambda view: view.row.industry, 90),
            self._text("owner", self.tr("负责人"), lambda view: view.row.owner, 80, editable=True),
            self._text("number", self.tr("债权编号"), lambda view: view.row.number, 140),
            self._text("contract", self.tr("合同"), lambda view: view.row.contract, 120),
            self._money("amount", self.tr("原额"), lambda view: view.row.amount_fen, hidden=True),
            self._money("paid", self.tr("已收"), lambda view: view.row.paid_fen, hidden=True),
            self._money("interest", self.tr("利息"), self._interest_of, hidden=True),
            self._text("currency", self.tr("币种"), lambda view: view.row.currency, 64, hidden=True),
            self._text("memo", self.tr("备注"), lambda view: view.row.memo, 180, editable=True),
            Column(
                "registered", self.tr("登记延迟"), 150 if wide else 128, self._registered, Paint.TEXT, hidden=True,
                sort_key=self._late, tone=lambda view: "bad" if self._late(view) else "text2",
            ),
        ]  # fmt: skip

    def _interest_of(self, view: ClaimView) -> int:
        """Late-payment interest until today; 0 where none is reckoned."""
        return (self.interests.of(view.row) if self.interests else None) or 0

    def _text(
        self, key: str, title: str, of: Callable[[ClaimView], str | None], width: int, **more: Any
    ) -> Column:
        return Column(
            key, title, width, lambda view: of(view) or "", Paint.FAINT, sort_key=lambda view: of(view) or None,
            tip=lambda view: of(view) or "", **more,
        )  # fmt: skip

    def _money(
        self, key: str, title: str, of: Callable[[ClaimView], int], width: int = 110, *, hidden: bool = False
    ) -> Column:
        """A sum; one in another currency says so, since a column never adds up two."""

        def words(view: ClaimView) -> str:
            amount = self.formats.amount(of(view))
            return amount if view.row.currency == "CNY" else f"{view.row.currency} {amount}"

        return Column(key, title, width, words, Paint.MONEY, sort_key=of, filterable=False, hidden=hidden)

    def _day(self, key: str, title: str, of: Callable[[ClaimView], date | None]) -> Column:
        return Column(key, title, 92, lambda view: self.formats.day(of(view)), Paint.FAINT, sort_key=of)

    def _aging(self, width: int) -> Column:
        def pill(view: ClaimView) -> Pill:
            return Pill(STEPS[view.band], self.delay(view))

        def spoken(view: ClaimView) -> str:
            return (
                self.tr("%1，第 %2 段").replace("%1", self.delay(view)).replace("%2", str(STEPS[view.band]))
            )

        return Column(
            "aging", self.tr("账龄"), width, self.delay, Paint.PILL, value=pill, sort_key=self._age, spoken=spoken,
        )  # fmt: skip

    def delay(self, view: ClaimView) -> str:
        """How late a claim is, or in how many days it falls due."""
        due = view.row.due_on
        return self.formats.overdue(None if due is None else (self.today - due).days)

    def _age(self, view: ClaimView) -> int | None:
        return None if view.row.due_on is None else (self.today - view.row.due_on).days

    def _step(self, width: int) -> Column:
        def step(view: ClaimView) -> Any:
            return shown(view.next_step, self.formats, self.today)

        return Column(
            "step", self.tr("下一步"), width, lambda view: step(view).words, Paint.STEP, value=step, sort_key=urgency,
        )  # fmt: skip

    def _stage_words(self, view: ClaimView) -> str:
        return worded(f"stage_{view.stage}", self.formats.language)

    def _evidence(self) -> Column:
        return Column(
            "evidence", self.tr("证据链"), 76, lambda view: f"{sum(view.evidence)}/{len(view.evidence)}", Paint.BOXES,
            value=lambda view: view.evidence, sort_key=lambda view: (sum(view.evidence), len(view.evidence)),
        )  # fmt: skip

    def _late(self, view: ClaimView) -> int:
        return self.delays.late(view.row.issued_on, view.row.registered_on)

    def _registered(self, view: ClaimView) -> str:
        """How late it was entered after the deal; empty where the day of the deal is unknown."""
        late = self._late(view)
        if late:
            return self.tr("迟 %1 个工作日").replace("%1", str(late))
        return self.tr("按时") if view.row.issued_on else ""

    def _limitation(self) -> Column:
        def left(view: ClaimView) -> int | None:
            return None if view.limitation_on is None else (view.limitation_on - self.today).days

        def words(view: ClaimView) -> str:
            days = left(view)
            if days is None:
                return ""
            passed = self.tr("已过 %1").replace("%1", self.formats.days(-days))
            return passed if days < 0 else self.formats.days(days)

        def tone(view: ClaimView) -> str:
            days = left(view)
            return "bad" if days is not None and days < LAPSE_DAYS else "text2"

        return Column(
            "limitation", self.tr("时效剩余"), 96, words, Paint.TEXT, sort_key=left, tone=tone, filterable=False,
            tip=lambda view: self.formats.day(view.limitation_on),
        )  # fmt: skip
