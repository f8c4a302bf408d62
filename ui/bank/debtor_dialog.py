"""Whose money it is: the clerk picks the debtor, by name or initials; the likely ones stand first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.progress import Progress
from models.queries.claims import claim_rows
from models.queries.parties import debtors
from ui.common.dialog import DialogShell
from ui.common.fields import SearchEdit
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import text
from ui.context import AppContext


@dataclass(frozen=True)
class _Choice:
    """One debtor with what it owes in the currency of the money, in fen."""

    id: int
    name: str
    initials: str
    owed_fen: int
    claims: int


class DebtorChooser(DialogShell):
    """``chosen`` carries the debtor's name. Typing searches, ↓ goes to the list, Enter takes."""

    chosen = Signal(str)

    def __init__(
        self,
        context: AppContext,
        about: str,
        currency: str,
        first: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "", (620, 520), "", primary_key="Return")
        self.setWindowTitle(self.tr("选择债务人"))
        self.primary.set_words(self.tr("选定"))
        self.context, self.currency, self.first = context, currency, list(first)
        self.about = text(about, tone="text2", wrap=True)
        self.search = SearchEdit(self.tr("名称或拼音首字母"))
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        for widget in (self.about, self.search):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.search.searched.connect(self._searched)
        self.search.entered.connect(self.table.setFocus)
        self.search.left.connect(self.table.setFocus)
        self.table.activated.connect(lambda _: self.press_primary())
        self.table.current_changed.connect(lambda _: self._offer())
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _columns(self) -> list[Column]:
        formats, currency = self.context.formats, self.currency
        return [
            Column("name", self.tr("债务人"), 300, lambda row: row.name, Paint.NAME, tip=lambda row: row.name),
            Column("owed", self.tr("未收余额"), 130,
                   lambda row: formats.money(row.owed_fen, currency) if row.claims else "", Paint.MONEY,
                   sort_key=lambda row: row.owed_fen),
            Column("claims", self.tr("笔数"), 64, lambda row: str(row.claims) if row.claims else "", right=True,
                   sort_key=lambda row: row.claims),
            Column("initials", self.tr("首字母"), 100, lambda row: row.initials, Paint.FAINT, hidden=True),
        ]  # fmt: skip

    def _read(self) -> None:
        store, today, currency = self.context.store, self.context.today, self.currency

        def work(_progress: Progress) -> list[_Choice]:
            owed: dict[int, list[int]] = {}
            for row in claim_rows(store, today, today):
                if row.currency == currency and row.balance_fen > 0:
                    owed.setdefault(row.debtor_id, []).append(row.balance_fen)
            return [
                _Choice(
                    each.id, each.name, each.initials, sum(owed.get(each.id, ())), len(owed.get(each.id, ()))
                )
                for each in debtors(store)
            ]

        self.context.jobs.read(work, self._loaded, owner=self)

    def _loaded(self, rows: list[_Choice]) -> None:
        ranks = {debtor: place for place, debtor in enumerate(self.first)}
        rows.sort(key=lambda row: (ranks.get(row.id, len(ranks)), not row.claims, row.name))
        self.model.set_rows(rows)
        self._offer()

    def _searched(self, words: str) -> None:
        self.model.set_search(words)
        self._offer()

    def _offer(self) -> None:
        self.primary.setEnabled(self.table.current_place >= 0)

    def press_primary(self) -> None:
        """Take the current one."""
        place = self.table.current_place
        if 0 <= place < self.model.count():
            name = self.model.row_at(place).name
            self.close()
            self.chosen.emit(name)
