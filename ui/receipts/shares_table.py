"""How a payment is shared over the claims: proposed by the rules, each share open to the clerk's hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.claims import ClaimRow
from models.queries.standing import Standing
from models.rules.ageing import action_step
from models.rules.derivation import percent_text
from models.rules.money import parse_yuan
from ui.common.formats import Formats
from ui.common.table import Column, FrozenTable, Paint, Pill, RowsModel

NOTHING_MORE = Standing()
"""A claim of which only the balance is known."""


@dataclass(frozen=True)
class ShareRow:
    """One claim and what it gets. ``step`` is its aging step.

    ``balance_fen`` is principal, ``beside_fen`` what is owed beside it; ``standing`` says how the Code ranks it.
    """

    id: int
    number: str
    due_on: date | None
    days: int | None
    step: int
    balance_fen: int
    share_fen: int
    beside_fen: int = 0
    standing: Standing = NOTHING_MORE

    @property
    def left_fen(self) -> int:
        """What stays open."""
        return self.open_fen - self.share_fen

    @property
    def open_fen(self) -> int:
        """All that a payment could pay."""
        return self.balance_fen + self.beside_fen

    @property
    def too_much(self) -> bool:
        """More than is open, or less than nothing."""
        return not 0 <= self.share_fen <= self.open_fen


class SharesTable(QWidget):
    """``shares`` are claim → fen; ``edited`` comes when the clerk changed one, with the claim."""

    edited = Signal(int)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        self.table.type_over()
        self.model.edited.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def _columns(self) -> list[Column]:
        column, amount = partial(Column, filterable=False), self.formats.amount

        def aging(row: ShareRow) -> str:
            return self.formats.overdue(row.days)

        def shared(row: ShareRow) -> str:
            return amount(row.share_fen)

        def wrong(row: ShareRow) -> bool:
            return row.too_much

        def pill(row: ShareRow) -> Pill:
            return Pill(row.step, aging(row))

        return [
            column("number", self.tr("单据号"), 140, lambda row: row.number, Paint.NAME),
            column("share", self.tr("本次抵充"), 116, shared, Paint.MONEY, wrong=wrong, editable=True),
            column("balance", self.tr("未收余额"), 112, lambda row: amount(row.balance_fen), Paint.MONEY),
            column(
                "beside",
                self.tr("费用和利息"),
                110,
                lambda row: amount(row.beside_fen),
                Paint.MONEY,
                hidden=True,
            ),
            column("left", self.tr("抵后余额"), 112, lambda row: amount(row.left_fen), Paint.MONEY),
            column("due", self.tr("到期日"), 96, lambda row: self.formats.day(row.due_on)),
            column("burden", self.tr("负担"), 130, self._burden, hidden=True, tip=self._burden),
            column(
                "aging", self.tr("账龄"), 124 if self.formats.chinese else 150, aging, Paint.PILL, value=pill
            ),
        ]

    def _burden(self, row: ShareRow) -> str:
        """What the Code weighs: the rate that delay bears, whether others owe it too, what secures it."""
        standing, said = row.standing, []
        if standing.burden:
            said.append(self.tr("年 %1%").replace("%1", percent_text(standing.burden)))
        said += [self.tr("连带")] if standing.joint else []
        said += [self.tr("有担保")] if standing.covered else []
        return self.formats.joined(said)

    def show_claims(
        self, rows: Sequence[ClaimRow], today: date, standing: Mapping[int, Standing] | None = None
    ) -> None:
        """The open claims, nothing shared yet; what is owed beside and the burden only where they matter."""
        known = standing or {}
        shown = [_share_row(row, today, known.get(row.id, NOTHING_MORE)) for row in rows]
        self.model.set_rows(shown)
        self.table.set_shown(self.model.column("beside"), any(row.beside_fen for row in shown))
        self.table.set_shown(self.model.column("burden"), len({self._burden(row) for row in shown}) > 1)

    def show_shares(self, shares: Mapping[int, int]) -> None:
        """Share it so."""
        for row in list(self.model.rows):
            self.model.replace(replace(row, share_fen=shares.get(row.id, 0)))

    @property
    def shares(self) -> dict[int, int]:
        """What each claim gets; claims that get nothing are left out."""
        return {row.id: row.share_fen for row in self.model.rows if row.share_fen}

    @property
    def wrong(self) -> bool:
        """Whether some share is more than is open."""
        return any(row.too_much for row in self.model.rows)

    def _typed(self, claim: object, _key: str, typed: str) -> None:
        try:
            fen = parse_yuan(typed.replace("，", ",").strip() or "0")
        except ValueError:
            return
        row = next(row for row in self.model.rows if row.id == claim)
        self.model.replace(replace(row, share_fen=fen))
        self.edited.emit(row.id)


def _share_row(row: ClaimRow, today: date, standing: Standing) -> ShareRow:
    days = (today - row.due_on).days if row.due_on else None
    return ShareRow(
        row.id, row.number or f"#{row.id}", row.due_on, days, action_step(days), row.balance_fen, 0,
        standing.charges_fen, standing,
    )  # fmt: skip
