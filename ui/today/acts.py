"""What a key does to the row in hand: done, put off, skipped, handed over. Each is one act and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, QTimer

from models.actions.day import FREE_TIMES, hand_over, skip, snooze, tick_off, to_task_force
from models.changes import Changes
from models.queries.published import calendar_of
from models.rules.problems import Problem
from ui.common import ask
from ui.common.day_words import parse_day
from ui.context import AppContext
from ui.problems import sentences
from ui.today.lines import Row

TWICE_MS = 400
"""A second S within this time asks for the day."""


class DayActs(QObject):
    """Acts on the row in hand of a TodayWorkspace."""

    def __init__(self, context: AppContext, workspace: Any) -> None:
        super().__init__(workspace)
        self.context, self.workspace = context, workspace
        self.pending = QTimer(self)
        self.pending.setSingleShot(True)
        self.pending.setInterval(TWICE_MS)
        self.pending.timeout.connect(self.put_off_to_tomorrow)

    @property
    def row(self) -> Row | None:
        """The row in hand."""
        found: Row | None = self.workspace.row
        return found

    def tick(self) -> None:
        """Space: what the row stands for was done elsewhere."""
        row, desk = self.row, self.context.desk
        if row is not None:
            self._do(lambda: tick_off(desk, row.top.debtor_id, [row.top.reason]))

    def skip(self) -> None:
        """X: leave the step out and go on to the next."""
        row, desk = self.row, self.context.desk
        if row is not None:
            self._do(lambda: skip(desk, row.top.debtor_id, [row.top.reason]))

    def put_off(self) -> None:
        """S: to the next working day; twice: to a day that is asked for."""
        if self.row is None:
            return
        if self.pending.isActive():
            self.pending.stop()
            self._ask_day()
        else:
            self.pending.start()

    def put_off_to_tomorrow(self) -> None:
        """To the next working day."""
        self._put_off(calendar_of(self.context.store).next_workday(self.context.today))

    def _ask_day(self) -> None:
        words = self.tr("可写 11-27、+7、周五、月底。")
        typed = ask.ask_text(
            self.workspace, self.tr("改到哪一天"), self.tr("日子"), self.tr("改期"), words=words
        )
        if typed is None:
            return
        day = parse_day(typed, self.context.today)
        if day is None:
            self.context.jobs.refused.emit((Problem("day_unreadable", {"value": typed}),))
        else:
            self._put_off(day)

    def _put_off(self, until: date) -> None:
        row, desk = self.row, self.context.desk
        if row is None:
            return
        why = None
        if max(item.put_off for item in row.items) >= FREE_TIMES:
            problem = Problem("snooze_needs_reason", {"times": str(max(item.put_off for item in row.items))})
            told = sentences([problem], self.context.language)
            why = ask.ask_text(
                self.workspace, self.tr("再次推后"), self.tr("原因"), self.tr("改期"), words=told
            )
            if why is None:
                return
        self._do(lambda: snooze(desk, row.top.debtor_id, row.reasons, until, why))

    def hand_over(self) -> None:
        """T: into the task force where that is due, else to a colleague who is asked for."""
        row, desk = self.row, self.context.desk
        if row is None:
            return
        debtor, reason, claims = row.top.debtor_id, row.top.reason, row.top.claims
        if any(item.reason == "task_force_due" for item in row.items):
            due = next(item for item in row.items if item.reason == "task_force_due")
            self._do(lambda: to_task_force(desk, debtor, due.reason, due.claims))
            return
        name = ask.ask_text(
            self.workspace, self.tr("移交给谁"), self.tr("姓名"), self.tr("移交"), words=row.top.debtor
        )
        if name:
            self._do(lambda: hand_over(desk, debtor, reason, claims, name))

    def _do(self, act: Callable[[], Changes]) -> None:
        self.context.act(lambda _progress: act(), owner=self)
