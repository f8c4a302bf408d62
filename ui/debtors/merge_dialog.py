"""合并客户: two debtors in the books that are one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QWidget

from models.actions.names import merge_debtors
from models.progress import Progress
from models.queries.debtors import DebtorLine, debtor_lines
from models.queries.names import likeness
from models.rules.problems import Problem
from ui.common.fields import SearchEdit
from ui.common.record import RecordDialog
from ui.common.table import Column, FrozenTable, RowsModel
from ui.common.text import text
from ui.context import AppContext
from ui.debtors.columns import DebtorColumns

QUIET_MS = 120
SHOWN = ("debtor", "claims", "balance", "uscc", "phone")
"""Columns of the list of debtors by which one knows whether two are one."""


class MergeDialog(RecordDialog):
    """Says which other debtor is this one; its claims, calls, letters and receipts move. ``saved`` carries Merged.

    Ctrl Z takes it back. Where the codes of both differ, saying so once more is needed.
    """

    def __init__(self, context: AppContext, debtor_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (880, 560), "")
        self.setWindowTitle(self.tr("合并客户"))
        self.debtor_id, self.lines = debtor_id, list[DebtorLine]()
        self.keeper: DebtorLine | None = None
        self.although_uscc_differs = False
        self.name = text(size=16, bold=True, wrap=True, selectable=True)
        self.finder = SearchEdit(self.tr("另一家的名称、首字母、代码或电话"))
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        self.table.right.setAccessibleName(self.tr("并入的客户"))
        self.told = text("", size=12, tone="text2", wrap=True)
        words = self.tr("选出其实是同一家的客户，它的债权、通话、函件和回款都归到这一家。可以撤销。")
        for widget in (self.name, text(words, size=12, tone="text2", wrap=True), self.finder):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.told)
        self._connect()
        self._read()

    def _columns(self) -> list[Column]:
        every = {
            column.key: column for column in DebtorColumns(self.context.formats, self.context.today).all()
        }
        known = [replace(every[key], hidden=False) for key in SHOWN]
        words = self.tr("名称相近")
        alike = Column(
            "alike", "", 90, lambda line: words if self._is_alike(line) else "", tone=lambda _: "warn"
        )
        return [known[0], alike, *known[1:]]

    def _connect(self) -> None:
        self.resting = QTimer(self)
        self.resting.setSingleShot(True)
        self.resting.setInterval(QUIET_MS)
        self.resting.timeout.connect(self.fill)
        self.finder.searched.connect(lambda _: self.resting.start())
        self.finder.entered.connect(self.table.setFocus)
        self.finder.left.connect(self.table.setFocus)
        self.table.current_changed.connect(lambda _: self._tell())
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _read(self) -> None:
        store, today = self.context.store, self.context.today

        def work(_progress: Progress) -> list[DebtorLine]:
            with store.reading():
                return debtor_lines(store, today)

        self.context.jobs.read(work, self._take, self.refused, owner=self)

    def _take(self, lines: list[DebtorLine]) -> None:
        self.keeper = next((line for line in lines if line.id == self.debtor_id), None)
        self.lines = [line for line in lines if line.id != self.debtor_id]
        self.name.setText(self.keeper.row.name if self.keeper else "")
        self.fill()

    def fill(self) -> None:
        """The debtors that fit what was typed; before anything is, those whose name is alike stand first."""
        words = self.finder.text().strip()
        found = [line for line in self.lines if line.has(words)] if words else self._alike_first()
        self.model.set_rows(found)
        if found and (words or self._is_alike(found[0])):
            self.table.go_to(0)
        else:
            self.table.right.setCurrentIndex(QModelIndex())  # nobody is merged without being chosen
        self._tell()

    def _alike_first(self) -> list[DebtorLine]:
        return sorted(self.lines, key=lambda line: not self._is_alike(line))

    def _is_alike(self, line: DebtorLine) -> bool:
        return self.keeper is not None and likeness(line.row.name) == likeness(self.keeper.row.name)

    @property
    def chosen(self) -> DebtorLine | None:
        """The debtor that is to go."""
        place = self.table.current_place
        line: DebtorLine | None = self.model.row_at(place) if 0 <= place < self.model.count() else None
        return line

    def _tell(self) -> None:
        line, formats = self.chosen, self.context.formats
        self.although_uscc_differs = False
        self.primary.setEnabled(line is not None)
        self.primary.set_words(self.tr("并入这一家"))
        owed = formats.listed(formats.money(each.fen, each.currency) for each in line.sums) if line else ""
        words = self.tr("%1 笔债权，%2，归到这一家").replace("%1", str(line.claims if line else 0))
        self.told.setText(words.replace("%2", owed or formats.money(0)) if line else "")

    def save(self) -> None:
        """Make them one."""
        line, kept, desk, sure = self.chosen, self.keeper, self.context.desk, self.although_uscc_differs
        if line is None or kept is None:
            return
        self.keep(
            lambda _progress: merge_debtors(desk, kept.row.name, line.row.name, although_uscc_differs=sure),
            self.tr("合并客户"),
        )

    def refused(self, problems: tuple[Problem, ...]) -> None:
        """Different codes are a reason to look twice; pressing once more says that they are one all the same."""
        super().refused(problems)
        if any(problem.code == "uscc_differs" for problem in problems):
            self.although_uscc_differs = True
            self.primary.set_words(self.tr("代码不同，仍要合并"))
