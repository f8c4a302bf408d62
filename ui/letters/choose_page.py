"""Step 1: which debtors get a letter: those of the selection, all that are due, or all that are overdue."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.rules.ageing import action_bands
from ui.common.buttons import Button
from ui.common.choices import Segment
from ui.common.fields import SearchEdit
from ui.common.formats import Formats
from ui.common.table import Column, FrozenTable, Paint, Pill, Step
from ui.common.text import text
from ui.letters.recipient_list import Addressee, AddresseeModel

CHOSEN, DUE, OVERDUE = "chosen", "due", "overdue"


class ChoosePage(QWidget):
    """The whole list as a table. ``scope_changed`` carries which debtors; ``mend_wanted`` a debtor's key."""

    scope_changed = Signal(object)
    mend_wanted = Signal(int)

    def __init__(self, formats: Formats, model: AddresseeModel, scope: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        options = [(DUE, self.tr("到期应寄")), (OVERDUE, self.tr("全部逾期"))]
        if scope == CHOSEN:
            options.insert(0, (CHOSEN, self.tr("选中的债权")))
        self.scope = Segment(options, scope)
        self.scope.changed.connect(self.scope_changed)
        self.search = SearchEdit(self.tr("查找债务人"))
        self.search.setMaximumWidth(280)
        self.search.searched.connect(model.set_search)
        self.mend = Button(self.tr("补地址"), "edit", "Enter")
        self.mend.clicked.connect(self._mend)
        self.counts = text("", tone="text2")
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in (self.scope, self.search, self.mend):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.counts)
        column.addLayout(row)
        self.table = FrozenTable(model)
        self.table.activated.connect(lambda _: self._mend())
        self.table.current_changed.connect(self._offer)
        self.search.left.connect(self.table.setFocus)
        column.addWidget(self.table, 1)

    def _mend(self) -> None:
        if self.table.current_place >= 0:
            self.mend_wanted.emit(self.model.row_at(self.table.current_place).recipient.debtor_id)

    def _offer(self, identifier: object) -> None:
        self.mend.setEnabled(identifier is not None)


def columns(formats: Formats, titles: tuple[str, str, str, str, str]) -> list[Column]:
    """The columns of the table; ``titles``: debtor, claims, sum, delay, mark."""
    bands = action_bands()

    def pill(row: Addressee) -> Pill | None:
        if not row.days_overdue:
            return None
        step = [name for name in bands.names if name != "undated"].index(bands.of_days(row.days_overdue))
        return Pill(step, formats.overdue(row.days_overdue))

    def total(row: Addressee) -> str:
        sign = "" if row.recipient.currency == "CNY" else f"{row.recipient.currency} "
        return sign + formats.amount(row.recipient.total_fen)

    return [
        Column("debtor", titles[0], 380, lambda row: row.recipient.debtor, Paint.NAME,
               tone=lambda row: "text" if row.may_go else "text2"),
        Column("claims", titles[1], 70, lambda row: str(len(row.recipient.rows)), right=True,
               sort_key=lambda row: len(row.recipient.rows)),
        Column("total", titles[2], 140, total, Paint.MONEY, sort_key=lambda row: row.recipient.total_fen),
        Column("days", titles[3], 140, lambda row: formats.overdue(row.days_overdue) if row.days_overdue else "",
               Paint.PILL, value=pill, sort_key=lambda row: row.days_overdue),
        Column("mark", titles[4], 420, lambda row: row.mark, Paint.STEP, value=_mark),
    ]  # fmt: skip


def _mark(row: Addressee) -> Step | None:
    if not row.mark:
        return None
    icon = "warning" if row.tone in ("bad", "warn") else ""
    return Step(icon, row.mark, row.tone)
