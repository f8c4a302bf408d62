"""What the debtor has paid so far; a wrong booking is taken back here, with its reason, a missing slip is filed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.queries.receipts import ReceiptRow
from ui.common.buttons import Button
from ui.common.formats import Formats
from ui.common.table import FrozenTable, RowsModel
from ui.common.text import text
from ui.receipts.receipt_columns import ReceiptColumns


class BookedTable(QWidget):
    """``reversal_wanted`` carries (receipt, reason), ``slip_given`` (receipt, file)."""

    reversal_wanted = Signal(int, str)
    slip_given = Signal(int, object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.columns = ReceiptColumns(formats)
        self.model = RowsModel(self.columns.all(of_all=False), ticking=False)
        self.table = FrozenTable(self.model)
        self.back = Button(self.tr("冲回"), "undo", "Delete")
        self.slip = Button(self.tr("附回单"), "paperclip", "E")
        self.back.clicked.connect(self.reverse)
        self.slip.clicked.connect(self.attach)
        self.table.current_changed.connect(self._moved)
        self.table.activated.connect(lambda _: self.reverse())
        self.table.commands = {(Qt.KeyboardModifier.NoModifier, Qt.Key.Key_E): self.attach}
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Delete"), self.table, self.reverse, context=within)
        self.head = QHBoxLayout()
        self.head.addWidget(text(self.tr("已登记的回款"), bold=True))
        self.head.addStretch(1)
        self.head.addWidget(self.slip)
        self.head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.head)
        column.addWidget(self.table, 1)

    def show_receipts(self, rows: Sequence[ReceiptRow]) -> None:
        """These, newest first; nothing is shown where nothing was paid."""
        self.model.set_rows(rows)
        self.setVisible(bool(rows))
        self._moved(self.table.current_id)

    def _row(self) -> ReceiptRow | None:
        return next((row for row in self.model.rows if row.id == self.table.current_id), None)

    def _moved(self, _current: object) -> None:
        row = self._row()
        self.back.setEnabled(row is not None and row.can_be_reversed)
        self.slip.setEnabled(row is not None and row.can_be_reversed and row.kind == "payment")

    def reverse(self) -> None:
        """Ask why, then have the current receipt taken back."""
        row = self._row()
        if row is None or not row.can_be_reversed:
            return
        why = self.columns.ask_why(self, row)
        if why:
            self.reversal_wanted.emit(row.id, why)

    def attach(self) -> None:
        """Ask for the bank's slip of the current receipt."""
        row = self._row()
        if row is None or not self.slip.isEnabled():
            return
        file = self.columns.ask_slip(self)
        if file is not None:
            self.slip_given.emit(row.id, file)
