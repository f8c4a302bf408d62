"""分期还款协议: the window in which a debt is shared out over days that both sides sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.common.record import RecordDialog
from ui.context import AppContext


class PlanDialog(RecordDialog):
    """A plan over the open claims of one debtor among ``claim_ids``; ``saved`` carries ``Made``."""

    def __init__(self, context: AppContext, claim_ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (980, 720), "")
        self.setWindowTitle(self.tr("分期还款协议"))
        self.claim_ids = list(claim_ids)
