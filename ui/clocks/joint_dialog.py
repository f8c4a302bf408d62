"""连带债务: which claims are owed jointly with this one, by several debtors; what interrupts one interrupts all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.actions.legal_events import join, part
from models.changes import Changes
from models.progress import Progress
from models.queries.claims import ClaimRow, claim_rows
from models.queries.events import joint_with
from models.store import Store
from ui.common.fields import SearchEdit
from ui.common.record import RecordDialog
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import text
from ui.context import AppContext


@dataclass(frozen=True)
class _Read:
    row: ClaimRow
    others: list[ClaimRow]
    joint: frozenset[int]


class JointDialog(RecordDialog):
    """The other open claims, those ticked that are owed jointly with ``claim``. ``saved`` carries ``Changes``."""

    def __init__(self, context: AppContext, claim: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (760, 640), "", primary_icon="link")
        self.setWindowTitle(self.tr("连带债务"))
        self.primary.set_words(self.tr("保存"))
        self.claim = claim
        self.joint: frozenset[int] = frozenset()
        self.name = text(size=15, bold=True, wrap=True, selectable=True)
        self.search = SearchEdit(self.tr("查找客户、单据号、合同"))
        self.model = RowsModel(self._columns())
        self.table = FrozenTable(self.model)
        meaning = self.tr(
            "勾选与这一笔由几个债务人连带承担的债权：对其中一笔中断时效，其余同时中断（诉讼时效规定第 15 条）。"
        )
        self.body.addWidget(self.name)
        self.body.addWidget(text(meaning, size=12, tone="text2", wrap=True))
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.search.searched.connect(self.model.set_search)
        self.search.left.connect(self.table.setFocus)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _columns(self) -> list[Column]:
        formats = self.context.formats
        return [
            Column("debtor", self.tr("客户"), 250, lambda row: row.debtor, Paint.NAME, filterable=False),
            Column("number", self.tr("单据号"), 150, lambda row: row.number or f"#{row.id}", filterable=False),
            Column("contract", self.tr("合同"), 120, lambda row: row.contract or "", filterable=False),
            Column("balance", self.tr("未收余额"), 130, lambda row: formats.amount(row.balance_fen), Paint.MONEY,
                   filterable=False),
        ]  # fmt: skip

    def _read(self) -> None:
        store, claim, today = self.context.store, self.claim, self.context.today

        def work(_progress: Progress) -> _Read:
            with store.reading():
                return _held(store, claim, today)

        self.context.jobs.read(work, self._loaded, self.refused, owner=self)

    def _loaded(self, found: _Read) -> None:
        self.joint = found.joint
        self.name.setText(
            self.context.formats.joined([found.row.debtor, found.row.number or f"#{found.row.id}"])
        )
        self.model.set_rows(found.others)
        self.model.set_ticks(found.joint)

    def save(self) -> None:
        """Join what was ticked, part what no longer is."""
        ticked = frozenset(row.id for row in self.model.rows if row.id in self.model.ticks)
        gone, new, desk, claim = self.joint - ticked, ticked - self.joint, self.context.desk, self.claim

        def work(_progress: Progress) -> Changes:
            alone = [claim] if gone and not ticked else []
            changes = part(desk, [*sorted(gone), *alone]) if gone else Changes()
            return changes | (join(desk, [claim, *sorted(new)]) if new else Changes())

        self.keep(work, self.tr("登记连带债务"))


def _held(store: Store, claim: int, today: date) -> _Read:
    """The claim, every other that is open or joint with it, the joint ones first."""
    joint = frozenset(joint_with(store, claim))
    (row,) = claim_rows(store, today, today, claims=[claim], settled=True)
    others = {each.id: each for each in claim_rows(store, today, today) if each.balance_fen > 0}
    others |= {each.id: each for each in claim_rows(store, today, today, claims=joint, settled=True)}
    others.pop(claim, None)
    return _Read(
        row, sorted(others.values(), key=lambda each: (each.id not in joint, each.debtor, each.id)), joint
    )
