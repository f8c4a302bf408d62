"""债务人资料: who owes, where letters reach them, by which name a court knows them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.common.record import RecordDialog
from ui.context import AppContext


class DebtorDialog(RecordDialog):
    """The data of one debtor; its name stands as the ledger wrote it. ``saved`` carries Changes."""

    def __init__(self, context: AppContext, debtor_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (640, 560), "")
        self.setWindowTitle(self.tr("债务人资料"))
        self.debtor_id = debtor_id
