"""Beside the board: one clock, the step that would move it, its time line and its derivation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from models.queries.clocks import ClockRow
from ui.clock_words import moved
from ui.clocks.columns import ICONS, KEYS, ClockColumns
from ui.clocks.facts import Story
from ui.clocks.view import ClockView
from ui.common.buttons import Button
from ui.common.cards import Card
from ui.common.formats import Formats
from ui.common.marks import AgingPill
from ui.common.side_pane import SidePane
from ui.common.text import set_tone, text
from ui.context import AppContext


class ClockPane(SidePane):
    """Shows one clock. ``step_wanted`` asks for its cheapest step; the others for what their names say."""

    step_wanted = Signal()
    event_wanted = Signal()
    guarantors_wanted = Signal()
    done_wanted = Signal()

    def __init__(self, context: AppContext, columns: ClockColumns) -> None:
        # A little wider than the pane of the claims: the picture needs it.
        super().__init__(width=400, widest=560)
        self.context, self.columns = context, columns
        self.row: ClockRow | None = None
        self.about = text(size=12, tone="text2", wrap=True)
        self.why = text(size=12, wrap=True, selectable=True)
        self.view = ClockView(self.formats)
        hint = self.tr("选中一个期限，这里显示推算过程")
        self.lay_out(hint, "hourglass", self.about, self._days(), self.why, self._buttons(), self.view)

    @property
    def formats(self) -> Formats:
        """How days and sums are written."""
        return self.columns.formats

    def _days(self) -> Card:
        card = Card("sunken", edge=False, padding=12)
        self.kind = text(size=12, tone="text2")
        self.day = text(size=22, bold=True, selectable=True)
        self.pill = AgingPill(0, "")
        self.provable = text(size=12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.pill)
        row.addWidget(self.provable, 1)
        card.column.addWidget(self.kind)
        card.column.addWidget(self.day)
        card.column.addLayout(row)
        return card

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.step = Button("", "phone", "C", kind="primary")
        self.event_button = Button(self.tr("登记事件"), key="J")
        self.guarantors = Button(self.tr("担保"), key="G")
        self.done = Button(self.tr("办结"), "check", "X")
        for button, signal in (
            (self.step, self.step_wanted),
            (self.event_button, self.event_wanted),
            (self.guarantors, self.guarantors_wanted),
            (self.done, self.done_wanted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def show_clock(self, row: ClockRow | None, story: Story) -> None:
        """This clock, or that there is none."""
        if row is None or self.row is None or row.id != self.row.id:
            self.say("")
        self.row = row
        self.show_content(row is not None)
        if row is None:
            return
        columns, formats = self.columns, self.formats
        self.name.setText(row.debtor)
        balance = formats.money(row.balance_fen, row.currency) if row.balance_fen else ""
        self.about.setText(formats.joined([columns.subject(row), balance]))
        self.kind.setText(columns.kind(row))
        self.day.setText(formats.day_and_weekday(row.last_day))
        self.pill.show_band(columns.urgency(row), columns.left(row))
        self._show_provable(row)
        self.why.setText(moved(row.move, formats.language))
        self._show_buttons(row)
        self.view.show_story(story, self.context.today)

    def _show_provable(self, row: ClockRow) -> None:
        words = ""
        if row.unproved:
            words = self.tr("可证明至 %1").replace("%1", self.formats.day(row.provable_on))
        elif row.act_by != row.last_day:
            words = self.tr("最迟 %1 办理").replace("%1", self.formats.day(row.act_by))
        self.provable.setText(words)
        set_tone(self.provable, "bad" if row.unproved else "text2")

    def _show_buttons(self, row: ClockRow) -> None:
        entered = row.id.startswith("deadline:")
        words = self.columns.step(row).rsplit(" ", 1)[0]
        self.step.picture, self.step.key = ICONS[row.move.step], KEYS[row.move.step]
        self.step.set_words(words)
        self.step.setVisible(not entered)
        self.done.setVisible(entered)
        self.event_button.setVisible(row.kind == "limitation" and row.move.step != "court")
        self.guarantors.setVisible(row.kind == "limitation")
