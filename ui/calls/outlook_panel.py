"""The right side of the call: who owes how much, what saving will do, what was said last time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.calls.facts import CallFacts
from ui.calls.outlook import Line, kept_said, last_call_said
from ui.common.buttons import Button
from ui.common.formats import Formats
from ui.common.marks import AgingPill, RoundIcon
from ui.common.text import rule, text


class OutlookPanel(QWidget):
    """``recording_wanted`` carries the evidence of the last call's recording."""

    recording_wanted = Signal(int)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formats = formats
        self.facts: CallFacts | None = None
        self.setObjectName("sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 20, 18, 16)
        column.setSpacing(12)
        self._build_head(column)
        column.addWidget(rule())
        column.addWidget(text(self.tr("保存后"), size=12, bold=True, tone="text2"))
        self.lines = QVBoxLayout()
        self.lines.setSpacing(12)
        column.addLayout(self.lines)
        column.addWidget(rule())
        self._build_last(column)
        column.addStretch(1)

    def _build_head(self, column: QVBoxLayout) -> None:
        self.name = text(size=15, bold=True, wrap=True, selectable=True)
        self.amount = text(size=17, bold=True, selectable=True)
        self.pill = AgingPill(0, "")
        self.about = text(size=12, tone="text2", wrap=True)
        self.phone = text(size=12, tone="text2", selectable=True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.amount)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column.addWidget(self.name)
        column.addLayout(row)
        told = QVBoxLayout()
        told.setSpacing(2)
        self.waiting = text(size=12, tone="warn", wrap=True)
        told.addWidget(self.waiting)
        told.addWidget(self.about)
        told.addWidget(self.phone)
        self.kept = text(size=12, tone="text2", wrap=True)
        told.addWidget(self.kept)
        column.addLayout(told)

    def _build_last(self, column: QVBoxLayout) -> None:
        self.last_title = text(self.tr("上次通话"), size=12, bold=True, tone="text2")
        self.last = text(size=12, wrap=True, selectable=True)
        self.hear = Button(self.tr("听录音"), "play", kind="ghost")
        self.hear.hide()
        self._recording = 0
        self.hear.clicked.connect(lambda: self.recording_wanted.emit(self._recording))
        column.addWidget(self.last_title)
        column.addWidget(self.last)
        column.addWidget(self.hear)

    def show_facts(self, facts: CallFacts) -> None:
        """Who it is about."""
        self.name.setText(facts.debtor)
        self.amount.setText(self.formats.money(facts.called_fen, facts.currency))
        self.pill.show_band(facts.step, self.formats.overdue(facts.days_overdue))
        waiting = self.formats.money(facts.waiting_fen, facts.currency)
        self.waiting.setText(self.tr("到账 %1 待核对入账，可能就是对方所付").replace("%1", waiting))
        self.waiting.setVisible(bool(facts.waiting_fen))
        self.about.setText(self._about(facts))
        self.facts = facts
        self.show_person("")
        kept = kept_said(facts, self.formats.language)
        self.kept.setText(kept)
        self.kept.setVisible(bool(kept))
        self.last.setText(last_call_said(facts, self.formats.language))
        if facts.calls:
            when = self.formats.moment(facts.calls[0].at, facts.today)
            self.last_title.setText(self.tr("上次通话 %1").replace("%1", when))
            self._recording = facts.calls[0].recording or 0
            self.hear.setVisible(bool(self._recording))

    def show_person(self, person: str) -> None:
        """The number of whoever is chosen; the debtor's own where none of theirs is on file."""
        if self.facts is None:
            return
        own = [row.value for row in self.facts.contacts if row.name == person and row.channel != "fax"]
        number = " · ".join(own) or self.facts.phone or ""
        self.phone.setText(number)
        self.phone.setVisible(bool(number))

    def _about(self, facts: CallFacts) -> str:
        one = self.formats.joined([facts.rows[0].number or "", facts.rows[0].contract or ""])
        several = self.tr("%1 笔债权合并沟通").replace("%1", str(len(facts.rows)))
        other = self.tr("另有 %1 笔其他币种，请另行沟通").replace("%1", str(facts.left_out))
        fen = self.formats.money(facts.balance_fen - facts.called_fen, facts.currency)
        disputed = (
            [self.tr("另有争议 %1，不催").replace("%1", fen)] if facts.balance_fen > facts.called_fen else []
        )
        first = one if len(facts.rows) == 1 else several
        return "\n".join([first, *disputed, *([other] if facts.left_out else [])])

    def show_lines(self, lines: Sequence[Line]) -> None:
        """What saving will do now."""
        while item := self.lines.takeAt(0):
            if held := item.widget():
                held.hide()
                held.deleteLater()
        for line in lines:
            self.lines.addWidget(_LineRow(line))


class _LineRow(QWidget):
    """One consequence."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(RoundIcon(line.icon, line.tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(text(line.title, bold=bool(line.body), wrap=True))
        if line.body:
            words.addWidget(text(line.body, size=12, tone="text2", wrap=True))
        row.addLayout(words, 1)
