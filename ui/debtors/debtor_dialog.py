"""债务人资料: who owes, where letters reach them, by which number a court knows them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.actions.parties import set_debtor
from models.queries.parties import DebtorRow, debtor
from ui.common import ask
from ui.common.record import RecordDialog
from ui.common.scrolling import scrolling
from ui.common.text import text
from ui.context import AppContext
from ui.debtors.debtor_form import DebtorForm
from ui.debtors.people_window import PeopleWindow


class DebtorDialog(RecordDialog):
    """The data of one debtor; its name stands as the ledger wrote it. ``saved`` carries Changes.

    The address is where typing begins: a letter waits for nothing else as often.
    """

    def __init__(self, context: AppContext, debtor_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (640, 580), "")
        self.setWindowTitle(self.tr("债务人资料"))
        self.primary.set_words(self.tr("保存"))
        self.debtor_id = debtor_id
        self.people = self.add_button(self.tr("联系人与须知"), "people", "Ctrl+T")
        self.people.clicked.connect(self._show_people)
        self.name = text(size=16, bold=True, wrap=True, selectable=True)
        self.form = DebtorForm()
        self.body.addWidget(self.name)
        self.body.addWidget(
            text(self.tr("名称以台账为准，在下次导入时更改。"), size=12, tone="text2", wrap=True)
        )
        self.body.addWidget(scrolling(self.form), 1)
        self.form.edits["address"].setFocus(Qt.FocusReason.OtherFocusReason)
        store = context.store
        context.jobs.read(lambda _progress: debtor(store, debtor_id), self._loaded, self.refused, owner=self)

    def _loaded(self, held: DebtorRow | None) -> None:
        if held is not None:
            self.name.setText(held.name)
            self.form.show_debtor(held)

    def _show_people(self) -> None:
        PeopleWindow(self.context, self.debtor_id, self).show()

    def save(self) -> None:
        """Keep what was typed; where nothing was, there is nothing to keep."""
        typed, name, desk = dict(self.form.typed), self.name.text(), self.context.desk
        if not typed or not name:
            self.close()
            return
        self.keep(lambda _progress: set_debtor(desk, name, **typed), self.tr("保存资料"))

    @property
    def has_draft(self) -> bool:
        """Something was typed."""
        return not self.is_kept and bool(self.form.typed)

    def may_close(self) -> bool:
        """What was typed is thrown away only when the clerk says so."""
        if not self.has_draft:
            return True
        return ask.confirm(
            self,
            self.tr("资料还没有保存"),
            self.tr("关闭后，刚才填写的内容不会保留。"),
            self.tr("放弃填写"),
            danger=True,
        )
