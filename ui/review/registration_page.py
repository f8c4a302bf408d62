"""登记: what was registered late or incomplete in a month or a quarter, and the signature under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.actions.sweeps import sign_off
from models.progress import Progress
from models.queries.registration import RegistrationList, registration_list
from models.rules.problems import Problem
from models.rules.registration import SWEEP
from ui.common import ask
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.choices import Segment
from ui.common.table import FrozenTable, RowsModel
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentences
from ui.review.columns import RegistrationColumns


class RegistrationPage(QWidget):
    """``kind`` is the sweep of a month or the audit of a quarter; ``claim_requested`` a claim to be completed."""

    claim_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context, self.kind = context, SWEEP
        self.period: str | None = None
        self.found: RegistrationList | None = None
        self.model = RowsModel(
            RegistrationColumns(context.formats).all(), id_of=lambda row: row.claim, ticking=False
        )
        self.table = FrozenTable(self.model)
        self.setFocusProxy(self.table)
        self._build()
        self.which.changed.connect(lambda _: self._fill())
        self.table.activated.connect(lambda claim: self.claim_requested.emit(int(str(claim))))
        self.table.commands[Qt.KeyboardModifier.NoModifier, Qt.Key.Key_G] = self._go_to_claim
        self.sign.clicked.connect(self.sign_list)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(20, 0, 20, 8)
        above.setSpacing(8)
        self.which = Segment([("listed", self.tr("要处理的")), ("all", self.tr("全部"))])
        self.told = text("", size=12, tone="text2")
        above.addWidget(self.which)
        above.addWidget(self.told, 1)
        column.addLayout(above)
        self.stack = QStackedWidget()
        self.stack.setContentsMargins(12, 0, 0, 0)
        self.clean = EmptyState(
            self.tr("这一期登记都按时、资料齐全"), hint=self.tr("可以直接签字。"), icon="check"
        )
        for widget in (self.table, self.clean):
            self.stack.addWidget(widget)
        column.addWidget(self.stack, 1)
        below = QHBoxLayout()
        below.setContentsMargins(20, 10, 20, 12)
        self.state = text("", bold=True, wrap=True)
        self.sign = Button(self.tr("签字"), "lock", "Ctrl+Return", kind="primary", bind=True)
        below.addWidget(self.state, 1)
        below.addWidget(self.sign)
        column.addLayout(below)

    # --- showing -----------------------------------------------------------------------------------

    def show_period(self, kind: str, period: str | None) -> None:
        """Another list."""
        self.kind, self.period = kind, period
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew."""
        store, today, kind, period = self.context.store, self.context.today, self.kind, self.period
        self.context.jobs.read(
            lambda _progress: registration_list(store, today, kind, period), self._show, owner=self
        )

    def _show(self, found: RegistrationList) -> None:
        self.found = found
        self._fill()
        formats = self.context.formats
        words = self.tr("登记 %1 笔，迟 %2 笔，资料不全 %3 笔")
        for place, number in enumerate((len(found.rows), found.late, found.lacking), 1):
            words = words.replace(f"%{place}", formats.count(number))
        self.told.setText(words)
        self.sign.setVisible(found.signed is None)
        set_tone(self.state, "text")
        if found.signed is None:
            self.state.setText(self.tr("未签字：逐笔补齐，或签字时写明如何处理"))
            return
        words = self.tr("%1 于 %2 签字").replace("%1", found.signed.by)
        words = words.replace("%2", formats.day(found.signed.on))
        self.state.setText(formats.joined(part for part in (words, found.signed.note or "") if part))

    def _fill(self) -> None:
        if self.found is None:
            return
        rows = self.found.listed if self.which.value == "listed" else self.found.rows
        self.model.set_rows(rows)
        self.stack.setCurrentWidget(self.table if rows else self.clean)
        if rows and self.table.current_place < 0:
            self.table.go_to(0)

    def _go_to_claim(self) -> None:
        if self.table.current_id is not None:
            self.claim_requested.emit(int(str(self.table.current_id)))

    # --- acts --------------------------------------------------------------------------------------

    def sign_list(self) -> None:
        """Sign it; where something is late or missing, with a note on what is done about it."""
        found = self.found
        if found is None or found.signed is not None:
            return
        note: str | None = None
        if found.listed:
            title, label = self.tr("签字"), self.tr("如何处理")
            words = self.tr("清单里有 %1 笔登记迟了或资料不全。").replace("%1", str(len(found.listed)))
            note = ask.ask_text(self, title, label, self.tr("签字"), words=words)
            if note is None:
                return
        desk, kind, period = self.context.desk, self.kind, found.period.name

        def work(_progress: Progress) -> object:
            return sign_off(desk, kind, period, note)

        self.context.act(work, None, self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.state.setText(sentences(problems, self.context.language))
        set_tone(self.state, "bad")
