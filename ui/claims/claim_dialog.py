"""新增债权, 修改债权: one claim, typed by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.common.record import RecordDialog
from ui.context import AppContext


class ClaimDialog(RecordDialog):
    """A new claim, or the one of ``claim_id`` to be corrected."""

    def __init__(self, context: AppContext, claim_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (640, 560), "")
        self.setWindowTitle(self.tr("新增债权") if claim_id is None else self.tr("修改债权"))
        self.claim_id = claim_id
