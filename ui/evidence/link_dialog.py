"""一份材料用于多笔债权: a document that is on file speaks for another claim too."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.actions.evidence import claims_of_piece, link
from models.progress import Progress
from models.queries.claims import ClaimRow, claim_rows
from models.rules.problems import Problem
from ui.common.cards import EmptyState
from ui.common.dialog import DialogShell
from ui.common.table import Column, Paint, RowsModel
from ui.common.table_page import TablePage
from ui.context import AppContext
from ui.problems import sentences


class LinkDialog(DialogShell):
    """The claims it does not speak for yet, those of the same debtor first."""

    def __init__(self, context: AppContext, evidence: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (760, 520), "", primary_key="Ctrl+Return", primary_icon="link", margin=0)
        self.context, self.evidence, self.name = context, evidence, name
        self.setWindowTitle(self.tr("这份材料还证明哪笔债权"))
        self.primary.set_words(self.tr("用于这笔债权"))
        self.list = TablePage(RowsModel(self._columns(), ticking=False))
        empty = EmptyState(self.tr("没有其他债权"), icon="claims")
        nothing_found = EmptyState(self.tr("没有符合条件的债权"), self.tr("清除筛选"), icon="filter")
        self.list.lay_out(self.windowTitle(), empty, nothing_found)
        self.list.subtitle.setText(name)
        self.body.addWidget(self.list)
        self.list.row_changed.connect(lambda: self.primary.setEnabled(self.list.current is not None))
        self.list.table.activated.connect(lambda _: self.press_primary())
        self._read()
        self.list.setFocus()

    def _columns(self) -> list[Column]:
        formats = self.context.formats
        return [
            Column("debtor", self.tr("债务人"), 230, lambda row: row.debtor, Paint.NAME),
            Column("number", self.tr("单号"), 160, lambda row: row.number or ""),
            Column("balance", self.tr("余额"), 130, lambda row: formats.amount(row.balance_fen), Paint.MONEY,
                   sort_key=lambda row: row.balance_fen),
            Column("due_on", self.tr("到期日"), 110, lambda row: formats.day(row.due_on) if row.due_on else "",
                   sort_key=lambda row: row.due_on),
        ]  # fmt: skip

    def _read(self) -> None:
        desk, evidence, today = self.context.desk, self.evidence, self.context.today

        def work(_progress: Progress) -> list[ClaimRow]:
            held = set(claims_of_piece(desk, evidence))
            rows = claim_rows(desk.store, today, today, settled=True)
            debtors = {row.debtor_id for row in rows if row.id in held}
            others = [row for row in rows if row.id not in held]
            return sorted(others, key=lambda row: row.debtor_id not in debtors)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, rows: list[ClaimRow]) -> None:
        self.list.model.set_rows(rows)
        self.list.show_stack(bool(rows))

    def press_primary(self) -> None:
        """Let it speak for the current claim."""
        row: ClaimRow | None = self.list.current
        if row is not None:
            desk, evidence, claim = self.context.desk, self.evidence, row.id
            self.context.act(
                lambda _: link(desk, evidence, [claim]), lambda _: self.close(), self._refused, owner=self
            )

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
