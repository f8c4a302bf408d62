"""协议: every payment plan, how it stands, and the scan that makes it binding."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Signal

from models.actions.plans import check_step, send, sign, void
from models.changes import Changes
from models.queries.plans import PlanRow, plan_rows
from models.rules.problems import Problem
from ui.common import ask
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.paper import KeptPaper
from ui.common.table import RowsModel
from ui.common.table_page import TablePage
from ui.context import AppContext
from ui.plans.plan_columns import PlanColumns
from ui.plans.plan_pane import PlanPane
from ui.problems import sentences


class PlansWorkspace(TablePage):
    """The list of plans with one of them in full beside it.

    ``claims_requested`` carries the keys of a plan's claims, ``notice_requested`` (claims, kind of letter),
    ``supplement_requested`` (claims, plan); ``counted`` how many plans need a hand: broken or waiting for signature.
    """

    claims_requested = Signal(object)
    notice_requested = Signal(object, str)
    supplement_requested = Signal(object, int)
    counted = Signal(int)

    def __init__(self, context: AppContext) -> None:
        columns = PlanColumns(context.formats)
        self.pane: PlanPane = PlanPane(columns, context.formats, lambda: context.today, context.language)
        super().__init__(RowsModel(columns.all(), ticking=False), self.pane)
        self.context, self.columns = context, columns
        self.title = self.tr("协议")
        self.paper = KeptPaper(context, self)
        self._build()
        self._connect()
        self._bind_keys()
        self.refresh()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        empty = EmptyState(
            self.tr("还没有分期协议"),
            hint=self.tr("在“债权”里选中同一债务人的债权，按 P 拟定。"),
            icon="plans",
        )
        nothing_found = EmptyState(self.tr("没有符合条件的协议"), self.tr("清除筛选"), icon="filter")
        self.lay_out(self.title, empty, nothing_found)
        self.void_button = Button(self.tr("作废"), "void", "Delete")
        self.scan_button = Button(self.tr("登记扫描件"), "paperclip", "E", kind="primary")
        self.notice_button = Button(self.tr("发通知"), "letters", "N", kind="primary")
        self.supplement_button = Button(self.tr("补充协议"), "plans", "S")
        self.sent_button = Button(self.tr("已交对方"), "delivered", "T")
        self.add_buttons(
            self.void_button, self.supplement_button, self.notice_button, self.sent_button, self.scan_button
        )

    def _connect(self) -> None:
        self.row_changed.connect(self._show_current)
        self.table.activated.connect(lambda _: self.open_paper())
        self.table.menu_wanted.connect(self._menu)
        self.void_button.clicked.connect(self.void_plan)
        self.scan_button.clicked.connect(self.pane.choose_scan)
        self.notice_button.clicked.connect(self.give_notice)
        self.supplement_button.clicked.connect(self.supplement)
        self.sent_button.clicked.connect(self.send_plan)
        self.pane.scan_given.connect(self.sign_plan)
        self.pane.step_ticked.connect(self.tick_step)
        self.pane.print_wanted.connect(self.print_paper)
        self.pane.save_wanted.connect(self.save_paper)
        self.pane.open_wanted.connect(self.open_paper)
        self.paper.said.connect(self.pane.say)
        self.context.bus.changed.connect(self.refresh)

    def _bind_keys(self) -> None:
        self.bind(
            {
                "E": self.pane.choose_scan,
                "O": self.open_paper,
                "Ctrl+P": self.print_paper,
                "Delete": self.void_plan,
                "G": self.show_claims,
                "N": self.give_notice,
                "S": self.supplement,
                "T": self.send_plan,
            }
        )

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None = None) -> None:
        """Read the plans anew where ``changes`` may touch them: a payment moves them too."""
        if changes is not None and not (
            changes.everything or changes.plans or changes.claims or changes.debtors
        ):
            return
        store, today = self.context.store, self.context.today
        self.context.jobs.read(lambda _progress: plan_rows(store, today), self._show, owner=self)

    def _show(self, rows: list[PlanRow]) -> None:
        self.model.set_rows(rows)
        broken = sum(row.state == "broken" for row in rows)
        waiting = sum(row.waits for row in rows)
        parts = [self.tr("%1 份").replace("%1", str(len(rows)))]
        parts += [self.tr("%1 份待签").replace("%1", str(waiting))] if waiting else []
        parts += [self.tr("%1 份已违约").replace("%1", str(broken))] if broken else []
        self.subtitle.setText(self.context.formats.joined(parts) if rows else "")
        self.show_stack(bool(rows))
        self.counted.emit(broken + waiting)

    def _show_current(self) -> None:
        row = self.current
        self.pane.show_plan(row)
        self.paper.take((row.signed or row.draft) if row else None)
        for button, fits in (
            (self.scan_button, row is not None and row.waits),
            (self.sent_button, row is not None and row.state == "draft"),
            (self.notice_button, row is not None and row.notice_due(self.context.today) is not None),
            (self.supplement_button, row is not None and row.in_force),
        ):
            button.setEnabled(fits)
            button.setVisible(fits)
        self.void_button.setEnabled(row is not None and row.state != "void")

    def _menu(self, _plan: object, where: QPoint) -> None:
        menu = self.row_menu()
        menu.addAction(self.tr("打开\tO"), self.open_paper)
        menu.addAction(self.tr("打印\tCtrl P"), self.print_paper)
        menu.addAction(self.tr("存为 PDF"), self.save_paper)
        menu.addAction(self.tr("登记扫描件\tE"), self.pane.choose_scan).setEnabled(
            self.scan_button.isEnabled()
        )
        for words, act, button in (
            (self.tr("已交对方\tT"), self.send_plan, self.sent_button),
            (self.tr("发通知\tN"), self.give_notice, self.notice_button),
            (self.tr("补充协议\tS"), self.supplement, self.supplement_button),
        ):
            menu.addAction(words, act).setEnabled(button.isEnabled())
        menu.addAction(self.tr("看这些债权\tG"), self.show_claims)
        menu.addAction(self.tr("作废\tDelete"), self.void_plan).setEnabled(self.void_button.isEnabled())
        menu.popup(where)

    # --- acts --------------------------------------------------------------------------------------

    def sign_plan(self, scan: Path, on: date) -> None:
        """File the signed scan: from its day the plan is watched."""
        row, desk = self.current, self.context.desk
        if row is None:
            return
        done = self.tr("扫描件已登记，协议自 %1 起生效").replace("%1", self.context.formats.day(on))
        self._act(lambda _progress: sign(desk, row.id, scan, on), done)

    def send_plan(self) -> None:
        """The unsigned agreement is with the debtor."""
        row, desk = self.current, self.context.desk
        if row is not None and row.state == "draft":
            self._act(lambda _progress: send(desk, row.id), self.tr("已记下：协议已交对方，等待签署"))

    def tick_step(self, step: str, done: bool) -> None:
        """A step of signing was seen to, or was not."""
        row, desk = self.current, self.context.desk
        if row is not None:
            self._act(lambda _progress: check_step(desk, row.id, step, done=done), self.tr("签署清单已更新"))

    def give_notice(self) -> None:
        """The letter a plan calls for: of default, that the whole rest is due, or to the guarantor who did not sign."""
        row = self.current
        kind = row.notice_due(self.context.today) if row else None
        if row is not None and kind is not None:
            self.notice_requested.emit(list(row.claims), kind)

    def supplement(self) -> None:
        """Change what was agreed, by a supplement that takes the place of this plan once it is signed."""
        row = self.current
        if row is not None and row.in_force:
            self.supplement_requested.emit(list(row.claims), row.id)

    def void_plan(self) -> None:
        """Say that a plan is not wanted any more; its paper stays in the evidence."""
        row, desk = self.current, self.context.desk
        if row is None or row.state == "void":
            return
        words = self.tr("%1 作废后不再监督付款，PDF 仍留在证据里。").replace("%1", row.number)
        why = ask.ask_text(self, self.tr("作废协议"), self.tr("原因"), self.tr("作废"), words=words)
        if why:
            self._act(lambda _progress: void(desk, row.id, why), self.tr("协议已作废"))

    def _act(self, work: Any, done: str) -> None:
        self.context.act(work, lambda _: self.pane.say(done, "ok"), self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.pane.say(sentences(problems, self.context.language), "bad")

    def open_paper(self) -> None:
        """Open a copy of the signed scan, else of the unsigned agreement."""
        self.paper.open()

    def print_paper(self) -> None:
        """Print the unsigned agreement, which is what gets signed."""
        row = self.current
        if row is not None:
            self.paper.take(row.draft)
            self.paper.print()
            self.paper.take(row.signed or row.draft)

    def save_paper(self) -> None:
        """Copy the signed scan, else the unsigned agreement, to where the clerk says."""
        self.paper.save()

    def show_claims(self) -> None:
        """Have the claims of this plan shown."""
        if self.current is not None:
            self.claims_requested.emit(list(self.current.claims))
