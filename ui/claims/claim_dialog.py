"""新增债权, 修改债权: one claim, typed by hand."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.actions.claims import amend, problems_of, register
from models.queries.claims import ClaimRow, claim_rows
from models.queries.parties import debtors
from models.rules.problems import Problem
from ui.claims.claim_form import ClaimForm, Name
from ui.common import ask
from ui.common.record import RecordDialog
from ui.common.scrolling import scrolling
from ui.context import AppContext


class _Read(NamedTuple):
    row: ClaimRow | None
    names: list[Name]


class ClaimDialog(RecordDialog):
    """A new claim, or the one of ``claim_id`` to be corrected; ``saved`` carries its key.

    保存并继续录入 keeps the debtor, the kind and the owner for the next claim.
    """

    def __init__(self, context: AppContext, claim_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (620, 580), "")
        self.setWindowTitle(self.tr("新增债权") if claim_id is None else self.tr("修改债权"))
        self.primary.set_words(self.tr("保存"))
        self.claim_id, self.goes_on, self.registered = claim_id, False, 0
        self.form = ClaimForm(lambda: context.today, context.language)
        self.body.addWidget(scrolling(self.form), 1)
        if claim_id is None:
            self.form.owner.setText(context.user)
            self.next = self.add_button(self.tr("保存并继续录入"), key="Ctrl+Shift+Return")
            self.next.clicked.connect(self._save_and_go_on)
        self.untouched = self.form.draft
        self._read()
        first = self.form.debtor if claim_id is None else self.form.amount
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- before ----------------------------------------------------------------------------------

    def _read(self) -> None:
        store, today, claim = self.context.store, self.context.today, self.claim_id

        def work(_progress: object) -> _Read:
            wanted = [] if claim is None else claim_rows(store, today, today, claims=[claim], settled=True)
            names = [(each.name, each.initials) for each in debtors(store)]
            return _Read(wanted[0] if wanted else None, names)

        self.context.jobs.read(work, self._loaded, self.refused, owner=self)

    def _loaded(self, read: _Read) -> None:
        if read.row is not None:
            self.form.show_claim(read.row)
            self.untouched = self.form.draft
        self.form.set_names(read.names)

    # --- saving ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Register or correct it, unless something is wrong: then each field says what."""
        draft, desk, claim = self.form.draft, self.context.desk, self.claim_id
        unread = self.form.unreadable
        found = [*unread, *(each for each in problems_of(draft) if each.where not in _places(unread))]
        self.form.show_problems(found)
        if found:
            self.goes_on = False
            return
        if claim is None:
            self.keep(lambda _progress: register(desk, draft), self.tr("登记债权"))
        else:
            self.keep(lambda _progress: (claim, amend(desk, claim, draft)), self.tr("修改债权"))

    def _save_and_go_on(self) -> None:
        self.goes_on = True
        self.save()

    def kept(self, result: Any) -> None:
        """It is in the books: close, or go on with the next one."""
        key = result[0]
        if not self.goes_on:
            super().kept(key)
            return
        self.goes_on = False
        self.registered += 1
        self.form.clear_for_next()
        self._read()
        self.untouched = self.form.draft
        self.say(self.tr("已登记 %1 笔").replace("%1", str(self.registered)), "ok")
        self.form.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.saved.emit(key)

    def refused(self, problems: tuple[Problem, ...]) -> None:
        """Nothing was saved, and why."""
        super().refused(problems)
        self.goes_on = False

    @property
    def has_draft(self) -> bool:
        """Something was typed."""
        return not self.is_kept and self.form.draft != self.untouched

    def may_close(self) -> bool:
        """What was typed is thrown away only when the clerk says so."""
        if not self.has_draft:
            return True
        return ask.confirm(
            self,
            self.tr("这笔债权还没有保存"),
            self.tr("关闭后，刚才填写的内容不会保留。"),
            self.tr("放弃填写"),
            danger=True,
        )


def _places(problems: list[Problem]) -> set[str | None]:
    return {problem.where for problem in problems}
