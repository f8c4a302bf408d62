"""The list of plans: how each stands, how much has come in, what is due next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from models.queries.plans import PlanRow
from ui.common.formats import Formats
from ui.common.table import Column, Paint, Step

TONES = {
    "draft": "warn", "sent": "warn", "running": "accent", "broken": "bad", "accelerated": "bad", "settled": "ok",
    "replaced": "text3", "void": "text3",
}  # fmt: skip
ICONS = {
    "draft": "edit", "sent": "delivered", "running": "hourglass", "broken": "broken", "accelerated": "legal",
    "settled": "check", "replaced": "plans", "void": "void",
}  # fmt: skip
OVER = ("replaced", "void")
"""Nothing more is due under these."""
_FIRST = ("broken", "accelerated", "sent", "draft", "running", "settled", "replaced", "void")
"""What needs a hand stands first when sorted by state."""


class PlanColumns(QObject):
    """Makes the columns, and the words they share with the pane beside them."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats

    def state(self, row: PlanRow) -> str:
        """How a plan stands, in a word."""
        return {
            "draft": self.tr("待签"),
            "sent": self.tr("已交对方"),
            "running": self.tr("履行中"),
            "broken": self.tr("已违约"),
            "accelerated": self.tr("已提前到期"),
            "settled": self.tr("已结清"),
            "replaced": self.tr("已被代替"),
            "void": self.tr("已作废"),
        }[row.state]

    def progress(self, row: PlanRow) -> str:
        """How many instalments are paid."""
        paid = sum(line.paid for line in row.instalments)
        return self.tr("%1 / %2 期").replace("%1", str(paid)).replace("%2", str(len(row.instalments)))

    def due(self, row: PlanRow) -> str:
        """The next instalment that is not paid."""
        line = row.next
        if line is None or row.state in OVER:
            return ""
        open_fen = line.principal_fen + line.interest_fen - line.paid_fen
        return f"{self.formats.day(line.due_on)}  {self.formats.money(open_fen, row.currency)}"

    def all(self) -> list[Column]:
        """The columns in their order."""
        return [
            Column(
                "debtor",
                self.tr("债务人"),
                190,
                lambda row: row.debtor,
                Paint.NAME,
                tip=lambda row: row.debtor,
            ),
            Column(
                "state",
                self.tr("状态"),
                124,
                self.state,
                Paint.STEP,
                value=lambda row: Step(ICONS[row.state], self.state(row), TONES[row.state]),
                sort_key=lambda row: _FIRST.index(row.state),
            ),
            self._money("total", self.tr("分期总额"), lambda row: row.total_fen),
            self._money("paid", self.tr("已付"), lambda row: row.paid_fen),
            Column("progress", self.tr("进度"), 84, self.progress, filterable=False),
            Column(
                "due",
                self.tr("下期应付"),
                190,
                self.due,
                sort_key=lambda row: row.next.due_on if row.next and row.state not in OVER else None,
                tone=lambda row: "bad" if row.state in ("broken", "accelerated") else "text",
                filterable=False,
            ),
            Column("number", self.tr("协议编号"), 190, lambda row: row.number, filterable=False),
            Column("made", self.tr("制作日"), 96, lambda row: self.formats.day(row.made_on), Paint.FAINT),
            Column("by", self.tr("经办"), 80, lambda row: row.made_by),
        ]

    def _money(self, key: str, title: str, fen: Callable[[PlanRow], int]) -> Column:
        return Column(
            key,
            title,
            112,
            lambda row: self.formats.amount(fen(row)),
            Paint.MONEY,
            sort_key=fen,
            filterable=False,
        )
