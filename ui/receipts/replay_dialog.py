"""重新抵充: what money entered late would have paid in the order of its days, taken over with one key or left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from models.actions.settling import accept_replay
from models.queries.parties import debtor
from models.queries.receipts import receipts_of
from models.queries.replay import past_of
from models.store import Store
from ui.common.fields import Field
from ui.common.record import RecordDialog
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded


@dataclass(frozen=True)
class MoveRow:
    """One move: fen of the receipt of a day from one claim (None: the advance) to another."""

    id: int
    on: date
    amount_fen: int
    from_: str | None
    to: str | None
    fen: int


@dataclass(frozen=True)
class ReplayFacts:
    """A debtor's name and what would move."""

    debtor: str
    rows: tuple[MoveRow, ...]


def read_replay(store: Store, key: int, today: date, currency: str) -> ReplayFacts:
    """The moves by the numbers of claims."""
    held = debtor(store, key)
    past = past_of(store, key, today, currency)
    numbers = {str(claim): number or f"#{claim}" for row in receipts_of(store, key)
               for claim, number, _ in row.shares}  # fmt: skip
    receipts = {each.id: each for each in past.receipts}

    def named(claim: str | None) -> str | None:
        return None if claim is None else numbers.get(claim, f"#{claim}")

    rows = [
        MoveRow(place, receipts[move.receipt].on, receipts[move.receipt].amount_fen, named(move.from_),
                named(move.to), move.fen)
        for place, move in enumerate(past.replay().moves)
    ]  # fmt: skip
    return ReplayFacts(held.name if held else "", tuple(rows))


class ReplayDialog(RecordDialog):
    """``saved`` carries ``Reshared``. Closing leaves everything as it is."""

    def __init__(
        self, context: AppContext, debtor_id: int, currency: str = "CNY", parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, "", (760, 460), "", primary_icon="refresh")
        self.setWindowTitle(self.tr("按到账先后重新抵充"))
        self.primary.set_words(self.tr("重新抵充"))
        self.cancel.set_words(self.tr("保持现状"))
        self.currency, self.facts = currency, ReplayFacts("", ())
        self.name = text(size=15, bold=True, selectable=True)
        told = self.tr(
            "回款是按登记时的未收余额抵充的。若都在到账当日登记，下列款项会抵充到别处。"
            "接受后，原记录冲回、按新的抵充重新登记，一次完成；余额合计不变，银行流水的关联保留。"
        )
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        self.why = QLineEdit(self.tr("补录回款，按到账先后重新抵充"))
        self.why_field = Field(self.tr("原因"), self.why)
        for widget in (self.name, text(told, tone="text2", wrap=True)):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.why_field)
        self.primary.setEnabled(False)
        self.forbid(context.forbidden("receipt"))
        store, today = context.store, context.today
        context.jobs.read(
            lambda _progress: read_replay(store, debtor_id, today, currency),
            self._loaded,
            self.refused,
            owner=self,
        )

    def _columns(self) -> list[Column]:
        formats, advance = self.context.formats, self.tr("预收")
        column = partial(Column, filterable=False)

        def claim(name: str | None) -> str:
            return name or advance

        def amount(told: Callable[[MoveRow], int]) -> Callable[[MoveRow], str]:
            return lambda row: formats.amount(told(row))

        return [
            column("on", self.tr("到账日"), 100, lambda row: formats.day(row.on), Paint.NAME),
            column("whole", self.tr("回款金额"), 120, amount(lambda row: row.amount_fen), Paint.MONEY),
            column("from", self.tr("现抵充"), 150, lambda row: claim(row.from_)),
            column("to", self.tr("应抵充"), 150, lambda row: claim(row.to)),
            column("fen", self.tr("移动金额"), 120, amount(lambda row: row.fen), Paint.MONEY),
        ]

    def _loaded(self, facts: ReplayFacts) -> None:
        self.facts = facts
        self.name.setText(facts.debtor)
        self.model.set_rows(facts.rows)
        self.primary.setEnabled(bool(facts.rows))
        if not facts.rows:
            self.say(self.tr("按到账先后抵充的结果与现在相同。"), "ok")

    def save(self) -> None:
        """Share it anew."""
        why, desk, name, currency = self.why.text(), self.context.desk, self.facts.debtor, self.currency
        if not why.strip():
            self.why_field.set_error(worded("no_reason", self.context.language))
            return
        self.keep(lambda _progress: accept_replay(desk, name, currency, why), self.tr("重新抵充"))
