"""时效推算: the limitation clock of one claim and every guarantee behind it; what was entered can be voided."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from models.actions.legal_events import void
from models.changes import Changes
from models.progress import Progress
from models.queries.claims import ClaimRow, claim_rows
from models.queries.guarantors import Guarantee, Guarantees
from models.queries.limitations import Limitation, Limitations
from models.rules.limitation import ClaimEvent
from models.rules.problems import Problem
from ui.clocks.facts import Story, of_claim, of_guarantee
from ui.clocks.proof_dialog import can_be_proved
from ui.clocks.view import ClockView
from ui.common import ask
from ui.common.buttons import icon_button
from ui.common.dialog import DialogShell
from ui.common.scrolling import scrolling
from ui.common.slot import Slot
from ui.common.text import rule, text
from ui.context import AppContext
from ui.problems import sentences, worded


@dataclass(frozen=True)
class _Read:
    row: ClaimRow
    limitation: Limitation
    guarantees: tuple[Guarantee, ...]


class ClaimClockWindow(DialogShell):
    """The derivation of one claim's clocks. ``event_requested`` carries claim keys and a code, the others their own."""

    event_requested = Signal(object, str)
    deadline_requested = Signal(int)
    proof_requested = Signal(str, object)
    guarantors_requested = Signal(int)

    def __init__(self, context: AppContext, claim: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (620, 680), "", primary_key="J", primary_icon="hourglass")
        self.setWindowTitle(self.tr("时效推算"))
        self.primary.set_words(self.tr("登记事件"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.claim = context, claim
        self.found: _Read | None = None
        self.proof = self.add_button(self.tr("补证据"), "paperclip", "E")
        self.deadline = self.add_button(self.tr("登记期限"), "plus", "D")
        self.guarantors = self.add_button(self.tr("担保"), "people", "G")
        self.name = text(size=16, bold=True, wrap=True, selectable=True)
        self.view = ClockView(context.formats)
        self.more = Slot(12)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(12)
        for widget in (self.name, self.view, self.more):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.body.addWidget(scrolling(inner), 1)
        self.proof.clicked.connect(self._prove)
        self.deadline.clicked.connect(lambda: self.deadline_requested.emit(claim))
        self.guarantors.clicked.connect(self._guarantors)
        context.bus.changed.connect(self.refresh)
        self.refresh()

    def press_primary(self) -> None:
        """Set down what moved the clock."""
        self.event_requested.emit([self.claim], "D1")

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read the claim anew."""
        store, today, claim = self.context.store, self.context.today, self.claim

        def work(_progress: Progress) -> _Read:
            with store.reading():
                (row,) = claim_rows(store, today, today, claims=[claim], settled=True)
                limitations = Limitations(store)
                guarantees = Guarantees(store, limitations, today, row.debtor_id).of(row)
                return _Read(row, limitations.clocks(row), tuple(guarantees))

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    @property
    def story(self) -> Story:
        """How the limitation was reckoned."""
        return of_claim(self.found.limitation, self.context.language) if self.found else Story(())

    def _loaded(self, found: _Read) -> None:
        self.found = found
        formats = self.context.formats
        balance = formats.money(found.row.balance_fen, found.row.currency)
        self.name.setText(formats.joined([found.row.debtor, found.row.number or "", balance]))
        told = self.story
        self.view.show_story(told, self.context.today)
        self.proof.setEnabled(can_be_proved(told.unproved))
        self._show_more(told)

    def _show_more(self, told: Story) -> None:
        parts: list[QWidget | QLayout] = []
        if told.entered:
            parts += [rule(), text(self.tr("登记的事件"), bold=True), *map(self._event_row, told.entered)]
        for each in self.found.guarantees if self.found else ():
            kind = worded(f"guarantee_kind_{each.clock.kind}", self.context.language)
            state = worded(f"guarantee_state_{each.clock.state}", self.context.language)
            head = text(self.context.formats.joined([each.guarantor.name, kind, state]), bold=True)
            view = ClockView(self.context.formats)
            view.show_story(of_guarantee(each, self.context.language), self.context.today)
            parts += [rule(), head, view]
        self.more.fill(*parts)

    def _event_row(self, event: ClaimEvent) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        short = worded(f"event_short_{event.code}", self.context.language)
        day = self.context.formats.day
        until = f" – {day(event.until)}" if event.until else ""
        row.addWidget(text(f"{event.code} {short}  {day(event.on)}{until}", selectable=True), 1)
        drop = icon_button("void", self.tr("作废这个事件"))
        drop.clicked.connect(lambda: self._void(event))
        row.addWidget(drop)
        return row

    def _void(self, event: ClaimEvent) -> None:
        desk = self.context.desk
        why = ask.ask_text(self, self.tr("作废事件"), self.tr("原因"), self.tr("作废"))
        if why:
            self.context.act(lambda _progress: void(desk, event.key, why), None, self._refused, owner=self)

    def _prove(self) -> None:
        event = self.story.unproved
        if self.found and can_be_proved(event):
            self.proof_requested.emit(self.found.row.debtor, event)

    def _guarantors(self) -> None:
        if self.found:
            self.guarantors_requested.emit(self.found.row.debtor_id)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
