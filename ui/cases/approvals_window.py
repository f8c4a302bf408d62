"""待批准: what one asked and another decides, with a key for yes and one for no."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from models.actions.approvals import approve, refuse, withdraw
from models.changes import Changes
from models.progress import Progress
from models.queries.approvals import ApprovalRow, approvals
from models.queries.people import hindrance
from models.rules.approvals import DECIDED_BY, PENALTY, PLAN
from models.rules.problems import Problem
from ui.common import ask
from ui.common.cards import EmptyState
from ui.common.choices import Segment
from ui.common.dialog import DialogShell
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.context import AppContext
from ui.problems import sentence, sentences, worded

OPEN, ALL = "open", "all"


class ApprovalsWindow(DialogShell):
    """The list; ``claim_chosen`` carries a claim."""

    claim_chosen = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, "", (1040, 560), "", primary_key="Ctrl+Return", primary_icon="check", margin=0
        )
        self.setWindowTitle(self.tr("待批准"))
        self.primary.set_words(self.tr("批准"))
        self.cancel.set_words(self.tr("关闭"))
        self.context = context
        self.back = self.add_button(self.tr("撤回"), "undo", "Ctrl+B")
        self.no = self.add_button(self.tr("不批准"), "close", "Ctrl+D")
        self.back.clicked.connect(self.take_back)
        self.no.clicked.connect(self.refuse)
        self.state = Segment([(OPEN, self.tr("等待批准")), (ALL, self.tr("全部"))], OPEN)
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        hint = self.tr("设置了人员后，核销、减免违约金和大额协议须由另一人批准，会列在这里。")
        self.empty = EmptyState(self.tr("没有等待批准的事项"), hint=hint, icon="check")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.addWidget(self.state)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self.stack, 1)
        self._connect()
        self.refresh()
        self.table.setFocus()

    def _columns(self) -> list[Column]:
        formats, language = self.context.formats, self.context.language
        return [
            Column("debtor", self.tr("债务人"), 220, lambda row: row.debtor, Paint.NAME),
            Column("what", self.tr("事项"), 120, lambda row: worded(f"asked_{row.what}", language)),
            Column("number", self.tr("单号"), 140, lambda row: row.number or ""),
            Column("fen", self.tr("金额"), 120, lambda row: formats.amount(row.fen), Paint.MONEY,
                   sort_key=lambda row: row.fen),
            Column("asked_by", self.tr("提请人"), 80, lambda row: row.asked_by),
            Column("why", self.tr("原因"), 200, self._why, tip=self._why),
            Column("decision", self.tr("结果"), 150, self._decision, tip=self._decision),
        ]  # fmt: skip

    def _why(self, row: ApprovalRow) -> str:
        if row.what in (PLAN, PENALTY):
            return worded(f"why_asked_{row.what}", self.context.language, {"number": row.number or ""})
        return row.why

    def _decision(self, row: ApprovalRow) -> str:
        if row.decision is None:
            return ""
        done = worded(f"approval_{row.decision}", self.context.language)
        return self.context.formats.joined([done, row.decided_by or "", row.decision_why or ""])

    def _connect(self) -> None:
        none, key = Qt.KeyboardModifier.NoModifier, Qt.Key
        self.table.commands = {
            (none, key.Key_Y): self.press_primary,
            (none, key.Key_X): self.refuse,
            (none, key.Key_B): self.take_back,
        }
        self.state.changed.connect(lambda _: self.refresh())
        self.table.current_changed.connect(lambda _: self._offer())
        self.table.activated.connect(lambda _: self._show_claim())
        self.context.bus.changed.connect(self.refresh)

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read the list again."""
        store, every = self.context.store, self.state.value == ALL

        def work(_progress: Progress) -> list[ApprovalRow]:
            return approvals(store, decided=every)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, rows: list[ApprovalRow]) -> None:
        self.model.set_rows(rows)
        self.stack.setCurrentWidget(self.table if rows else self.empty)
        self._offer()

    @property
    def current(self) -> ApprovalRow | None:
        """The question the keyboard is on."""
        place = self.table.current_place
        return self.model.row_at(place) if 0 <= place < self.model.count() else None

    def _offer(self) -> None:
        """What this person may do with it; where that is nothing, why."""
        row = self.current
        waits = row is not None and row.decision is None
        own = waits and row is not None and row.asked_by == self.context.user
        problem = self._hindrance(row) if waits and row is not None else None
        self.back.setEnabled(bool(own))
        for button in (self.primary, self.no):
            button.setEnabled(waits and problem is None)
        self.say(sentence(problem, self.context.language) if problem else "", "text2")

    def _hindrance(self, row: ApprovalRow) -> Problem | None:
        if row.asked_by == self.context.user:
            return Problem("approval_own", {"who": row.asked_by})
        return hindrance(self.context.store, self.context.user, DECIDED_BY[row.what])

    def _show_claim(self) -> None:
        row = self.current
        if row is not None and row.subject == "claim":
            self.claim_chosen.emit(row.subject_id)

    # --- acts --------------------------------------------------------------------------------------

    def press_primary(self) -> None:
        """Yes."""
        row, desk = self.current, self.context.desk
        if row is not None and self.primary.isEnabled():
            self._do(lambda _progress: approve(desk, row.id))

    def refuse(self) -> None:
        """No, and why."""
        row, desk = self.current, self.context.desk
        if row is None or not self.no.isEnabled():
            return
        why = ask.ask_text(self, self.tr("不批准"), self.tr("原因"), self.tr("不批准"))
        if why:
            self._do(lambda _progress: refuse(desk, row.id, why))

    def take_back(self) -> None:
        """One's own question is not wanted any more."""
        row, desk = self.current, self.context.desk
        if row is not None and self.back.isEnabled():
            self._do(lambda _progress: withdraw(desk, row.id))

    def _do(self, work: Callable[[Progress], Any]) -> None:
        self.context.act(work, None, self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
