"""The firm's own data as a window of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.actions.parties import set_creditor
from models.queries.documents import missing_for_letters
from ui.common.creditor_form import CreditorForm
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext


class CreditorDialog(RecordDialog):
    """The same form as a window of its own. ``saved`` comes once it is in the books."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, self.tr("本单位资料"), (620, 700), self.tr("保存"))
        words = self.tr("函件和协议上写明的就是这些资料。缺少必填项时不能出具函件。")
        self.body.addWidget(text(words, tone="text2", wrap=True))
        self.form = CreditorForm(context)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        if missing_for_letters(context.store) and any(edit.text() for edit in self.form.edits.values()):
            self.form.mark_missing()
        else:
            self.form.edits["name"].setFocus()

    def save(self) -> None:
        """Keep what was typed; an incomplete creditor is kept too."""
        typed = self.form.typed
        if not typed:
            self.close()
            return
        desk = self.context.desk
        self.keep(lambda _: set_creditor(desk, **typed))
