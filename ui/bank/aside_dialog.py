"""Why money in the bank is no debtor's: one of the usual reasons, or the clerk's own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from models.actions.bank import set_aside
from ui.common.choices import ChoiceRow
from ui.common.fields import Field
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext


class AsideDialog(RecordDialog):
    """1–4 choose a reason, Enter sets aside."""

    def __init__(
        self,
        context: AppContext,
        lines: Sequence[int],
        about: str,
        guess: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, "", (520, 260), "", primary_icon="minus")
        self.setWindowTitle(self.tr("搁置到账"))
        self.primary.set_words(self.tr("搁置"))
        self.lines = list(lines)
        self.body.addWidget(text(about, tone="text2", wrap=True))
        self.reasons = {
            "own": self.tr("内部转账"),
            "refund": self.tr("退款"),
            "tax": self.tr("税费返还"),
            "other": self.tr("其他收入"),
        }
        options = [(key, words, str(place)) for place, (key, words) in enumerate(self.reasons.items(), 1)]
        self.choice = ChoiceRow(options, guess or None)
        self.choice.chosen.connect(self._chosen)
        self.why = QLineEdit(self.reasons.get(guess, ""))
        self.field = Field(self.tr("原因"), self.why)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        for place, key in enumerate(self.reasons, 1):
            shortcut = QShortcut(QKeySequence(str(place)), self.choice)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda key=key: self.choice.choose(key))
        self.why.returnPressed.connect(self.save)
        next(iter(self.choice.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, key: str | None) -> None:
        self.why.setText(self.reasons.get(key or "", ""))

    def save(self) -> None:
        """Set them aside."""
        desk, lines, why = self.context.desk, self.lines, self.why.text()
        self.field.set_error("" if why.strip() else self.tr("请写明原因"))
        if why.strip():
            self.keep(lambda _progress: set_aside(desk, lines, why), self.tr("搁置到账"))
