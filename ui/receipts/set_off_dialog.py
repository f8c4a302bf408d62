"""抵销: a debtor's advance and open credits, used to pay what it owes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.actions.desk import Desk
from models.actions.receipts import Wish, propose
from models.actions.settling import ADVANCE, SetOff, set_off, set_off_of
from models.queries.parties import debtor
from models.queries.standing import Standing, standings
from models.rules.allocation import Allocation
from models.rules.problems import Problem
from ui.common.fields import Field, MoneyEdit
from ui.common.how_window import How
from ui.common.record import RecordDialog
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentence, worded
from ui.receipts.how import Payment, how_shared
from ui.receipts.sharing import Sharing
from ui.theme import current


@dataclass(frozen=True)
class SourceRow:
    """One thing to the debtor's credit; ``id`` 0 is the advance, else a claim below zero."""

    id: int
    name: str
    fen: int


@dataclass(frozen=True)
class SetOffFacts:
    """What there is to set off, and how the claims it could pay stand."""

    known: SetOff
    standing: Mapping[int, Standing]


def read_set_off(desk: Desk, key: int, currency: str) -> SetOffFacts:
    """All of it."""
    held = debtor(desk.store, key)
    known = set_off_of(desk, held.name if held else "", currency)
    return SetOffFacts(known, standings(desk.store, known.claims, desk.today))


class SetOffDialog(RecordDialog):
    """``saved`` carries ``Booked``. All sources are ticked; the amount stands at the most that can be set off."""

    def __init__(
        self, context: AppContext, debtor_id: int, currency: str = "CNY", parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, "", (960, 660), "", primary_icon="link")
        self.setWindowTitle(self.tr("抵销预收和贷方余额"))
        self.primary.set_words(self.tr("抵销"))
        self.currency = currency
        self.facts: SetOffFacts | None = None
        self.name = text(size=15, bold=True, selectable=True)
        formats = context.formats
        self.model = RowsModel([
            Column("name", self.tr("可抵销"), 320, lambda row: row.name, Paint.NAME, filterable=False),
            Column("fen", self.tr("金额"), 140, lambda row: formats.amount(row.fen), Paint.MONEY, filterable=False),
        ])  # fmt: skip
        self.sources = FrozenTable(self.model)
        self.sources.setMaximumHeight(current().px(34) * 5)
        self.amount, self.memo = MoneyEdit(), QLineEdit()
        self.sharing = Sharing(formats, self.tr("，余 %1 不抵销"))
        self.sharing.explain = self._how
        self._lay_out()
        self.amount.changed.connect(lambda _: self._propose())
        self.model.ticks_changed.connect(self._ticked)
        self.forbid(context.forbidden("receipt"))
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        desk = context.desk
        context.jobs.read(
            lambda _progress: read_set_off(desk, debtor_id, currency), self._loaded, self.refused, owner=self
        )

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(12)
        self.amount_field = Field(self.tr("抵销金额"), self.amount)
        self.amount.setFixedWidth(current().px(150))
        self.memo.setPlaceholderText(self.tr("例如抵销通知的日期和编号"))
        fields.addWidget(self.amount_field)
        fields.addWidget(Field(self.tr("说明"), self.memo), 1)
        self.body.addWidget(self.name)
        language = self.context.language
        self.body.addWidget(text(worded("clock_by_offset", language), size=12, tone="text2", wrap=True))
        self.body.addWidget(self.sources)
        self.body.addLayout(fields)
        self.body.addWidget(self.sharing, 1)

    def _loaded(self, facts: SetOffFacts) -> None:
        self.facts = facts
        self.name.setText(facts.known.debtor.name)
        numbers = {row.id: row.number or f"#{row.id}" for row in facts.known.credits}
        credit = self.tr("贷方余额 %1")
        rows = [
            SourceRow(key, self.tr("预收款") if key == ADVANCE else credit.replace("%1", numbers[key]), fen)
            for key, fen in facts.known.sources.items()
        ]
        self.sharing.show_claims(facts.known.claims, self.context.today, facts.standing)
        self.model.set_rows(rows)
        self.model.set_ticks(row.id for row in rows)
        self.sources.setVisible(bool(rows))
        if not rows:
            self.say(self.tr("没有可抵销的预收款或贷方余额"))
            self.primary.setEnabled(False)

    @property
    def most_fen(self) -> int:
        """The most that the ticked sources give."""
        if self.facts is None:
            return 0
        ticked: int = sum(row.fen for row in self.model.rows if row.id in self.model.ticks)
        return min(ticked, self.facts.known.most_fen)

    def _ticked(self) -> None:
        self.amount.set_fen(self.most_fen or None)
        self._propose()

    def _proposal(self, facts: SetOffFacts) -> Allocation | None:
        fen, claims = self.amount.fen or 0, facts.known.claims
        if fen <= 0 or not claims:
            return None
        return propose(fen, claims, self.context.today, standing=facts.standing)

    def _how(self) -> How | None:
        """How the shares proposed came about."""
        found = self._proposal(self.facts) if self.facts else None
        if self.facts is None or found is None:
            return None
        known = self.facts.known
        asked = Payment(
            known.debtor.name, self.amount.fen or 0, self.currency, self.context.today, known.claims,
            self.facts.standing,
        )  # fmt: skip
        return how_shared(asked, found, "", self.context.formats)

    def _propose(self) -> None:
        if self.facts is None:
            return
        self.sharing.show_proposal(self._proposal(self.facts), self.amount.fen or 0, self.currency)
        self.amount_field.set_error("")

    def save(self) -> None:
        """Set it off."""
        fen, facts, language = self.amount.fen, self.facts, self.context.language
        if facts is None or self.sharing.reason_missing():
            return
        if not fen or fen > self.most_fen:
            code = "set_off_too_much" if fen else "amount_not_above_zero"
            self.amount_field.set_error(sentence(Problem(code), language))
            return
        desk, memo, currency, name = (
            self.context.desk,
            self.memo.text(),
            self.currency,
            facts.known.debtor.name,
        )
        sources = [row.id for row in self.model.rows if row.id in self.model.ticks]
        wish = Wish(designated=())
        if self.sharing.by_hand:
            wish = Wish((), (), self.sharing.table.shares, self.sharing.why.text())
        work = partial(set_off, desk, name, fen, currency=currency, sources=sources, wish=wish, memo=memo)
        self.keep(lambda _progress: work(), self.tr("抵销"))
