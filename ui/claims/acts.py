"""What a clerk does to claims right in the table: owner, task force, remark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.actions.claims import set_memo, set_owner, set_stage
from models.queries.people import at_work, hindrance
from ui.claims.assign import AssignDialog
from ui.claims.portfolio import Portfolio
from ui.context import AppContext
from ui.problems import sentence


class ClaimActs(QObject):
    """Each is one act, and can be taken back."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.window_of = context, parent

    def ask_owner(self, claims: Sequence[int], portfolio: Portfolio) -> AssignDialog | None:
        """Ask who takes these claims over."""
        if not claims:
            return None
        known = {row.owner for row in portfolio.rows if row.owner} | ({self.context.user} - {""})
        owners = sorted({person.name for person in at_work(self.context.store)} or known)
        dialog = AssignDialog(self.window_of.window(), len(claims), owners)
        dialog.chosen.connect(lambda name: self.assign(claims, name, dialog.note.text()))
        problem = hindrance(self.context.store, self.context.user, "assign")
        if problem:
            dialog.forbid(sentence(problem, self.context.language))
        dialog.show()
        return dialog

    def assign(self, claims: Sequence[int], owner: str, note: str = "") -> None:
        """Hand these claims over, with what the colleague should know."""
        desk, keys = self.context.desk, list(claims)
        self.context.act(lambda _progress: set_owner(desk, keys, owner or None, note), owner=self)

    def toggle_task_force(self, claims: Sequence[int], portfolio: Portfolio) -> None:
        """Into the task force; out of it where all of them are in it."""
        wanted, desk, keys = set(claims), self.context.desk, list(claims)
        inside = [row.stage_set == "task_force" for row in portfolio.rows if row.id in wanted]
        stage = None if inside and all(inside) else "task_force"
        if keys:
            self.context.act(lambda _progress: set_stage(desk, keys, stage), owner=self)

    def edited(self, claim: int, column: str, words: str) -> None:
        """A cell was typed into."""
        desk = self.context.desk
        if column == "owner":
            self.context.act(lambda _progress: set_owner(desk, [claim], words), owner=self)
        else:
            self.context.act(lambda _progress: set_memo(desk, claim, words), owner=self)
