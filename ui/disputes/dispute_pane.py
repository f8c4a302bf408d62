"""One dispute in full: what is contested, who settles it, what was written, how it ended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.progress import Progress
from models.queries.disputes import DisputeRow, Written, correspondence
from ui.common.buttons import Button, icon_button
from ui.common.cards import Card, KeyValues
from ui.common.scrolling import scrolling
from ui.common.slot import Slot
from ui.common.text import rule, text
from ui.context import AppContext
from ui.problems import worded
from ui.theme import current

WIDTH = 330


class DisputePane(QWidget):
    """Shows one dispute. ``file_opened`` carries a piece of evidence, ``claim_chosen`` the claim."""

    file_opened = Signal(int)
    claim_chosen = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.row: DisputeRow | None = None
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(current().px(WIDTH))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 8, 8)
        self.content = Slot(right=8)
        whole.addWidget(scrolling(self.content), 1)

    def show_dispute(self, row: DisputeRow | None) -> None:
        """This one, or nothing."""
        self.row = row
        self.content.fill(*([] if row is None else [self._about(row, [])]))
        if row is None or not row.id:
            return
        store, key = self.context.store, row.id

        def work(_progress: Progress) -> list[Written]:
            return correspondence(store, key)

        self.context.jobs.read(work, lambda told: self._tell(row, told), owner=self)

    def _tell(self, row: DisputeRow, told: list[Written]) -> None:
        if self.row is row:
            self.content.fill(self._about(row, told))

    def _about(self, row: DisputeRow, told: list[Written]) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(text(row.debtor, size=16, bold=True, wrap=True, selectable=True))
        column.addWidget(self._facts(row))
        go = Button(self.tr("在债权里看"), "claims", kind="ghost")
        go.clicked.connect(lambda: self.claim_chosen.emit(row.claim_id))
        column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        if row.note:
            column.addWidget(text(row.note, wrap=True, selectable=True))
        if row.resolved_on is not None:
            column.addWidget(self._ending(row))
        if told:
            column.addWidget(rule())
            column.addWidget(text(self.tr("往来"), bold=True))
        for each in told:
            column.addLayout(self._step(each))
        return whole

    def _facts(self, row: DisputeRow) -> KeyValues:
        formats, language = self.context.formats, self.context.language
        facts = KeyValues()
        facts.add(self.tr("单号"), row.number or "")
        facts.add(self.tr("理由"), worded(f"dispute_reason_{row.reason}", language))
        if row.root_cause:
            facts.add(self.tr("问题出在"), worded(f"dispute_cause_{row.root_cause}", language))
        facts.add(self.tr("争议金额"), formats.money(row.fen, row.currency))
        facts.add(self.tr("未收余额"), formats.money(row.balance_fen, row.currency))
        facts.add(self.tr("登记"), formats.joined([formats.day(row.opened_on), row.opened_by]))
        if row.due_on:
            tone = "bad" if row.is_due(self.context.today) else "text"
            facts.add(self.tr("处理期限"), formats.day(row.due_on), tone)
        facts.add(self.tr("处理人"), row.owner or self.tr("未指定"))
        return facts

    def _ending(self, row: DisputeRow) -> Card:
        card, formats = Card("sunken", edge=False, padding=12), self.context.formats
        how = worded(f"resolution_{row.resolution}", self.context.language)
        card.column.addWidget(text(formats.joined([formats.day(row.resolved_on), how]), bold=True, wrap=True))
        if row.resolution_note:
            card.column.addWidget(text(row.resolution_note, wrap=True, selectable=True))
        return card

    def _step(self, each: Written) -> QHBoxLayout:
        formats, row = self.context.formats, QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        when = formats.moment(each.at, self.context.today)
        words.addWidget(text(formats.joined([when, each.by]), size=12, tone="text2"))
        words.addWidget(text(each.text, wrap=True, selectable=True))
        row.addLayout(words, 1)
        if each.evidence is not None:
            look = icon_button("eye", self.tr("查看文件"))
            look.clicked.connect(lambda: self.file_opened.emit(each.evidence))
            row.addWidget(look)
        return row
