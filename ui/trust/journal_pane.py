"""One entry of the journal in full: every value before and after, personal data masked until asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal

from models.queries.journal_entries import MOST_DETAILS, Detail, Entry
from ui.common.cards import KeyValues
from ui.common.choices import Choice
from ui.common.side_pane import SidePane
from ui.common.slot import Slot
from ui.context import AppContext
from ui.trust.journal_words import JournalWords, shortened

_MOST_SHOWN = 120


class JournalPane(SidePane):
    """``show_entry`` takes an entry and what it wrote; ``revealed`` comes when masks are taken off or put on."""

    revealed = Signal()

    def __init__(self, context: AppContext, words: JournalWords) -> None:
        super().__init__(width=420, widest=640)
        self.context, self.words = context, words
        self.reveal = Choice(self.tr("显示个人信息"))
        self.reveal.toggled.connect(lambda _: self.revealed.emit())
        self.facts, self.values = Slot(), Slot()
        self.lay_out(self.tr("选一条日志，看改动前后"), "history", self.facts, self.reveal, self.values)
        self.show_content(False)

    def show_entry(self, entry: Entry | None, found: list[Detail]) -> None:
        """The entry in full."""
        self.show_content(entry is not None)
        if entry is None:
            return
        self.name.setText(self.words.act(entry.verb))
        facts = KeyValues(label_width=64)
        for label, value in (
            (self.tr("序号"), str(entry.seq)),
            (self.tr("时间"), self.context.formats.moment(entry.at)),
            (self.tr("谁"), entry.who),
            (self.tr("散列"), shortened(entry.hash)),
        ):
            facts.add(label, value)
        self.facts.fill(facts)
        self.reveal.setVisible(any(each.is_personal for each in found))
        self._show_values(found)

    def _show_values(self, found: list[Detail]) -> None:
        shown = KeyValues(label_width=150)
        for each in found[:_MOST_SHOWN]:
            shown.add(*self.words.change(each if self.reveal.isChecked() else each.hidden()))
        self.values.fill(shown)
        rest, all_read = len(found) - _MOST_SHOWN, len(found) < MOST_DETAILS
        if rest <= 0:
            self.say("")
            return
        words = (
            self.tr("还有 %1 项没有列出，导出可看全部。")
            if all_read
            else self.tr("还有更多没有列出，导出可看全部。")
        )
        self.say(words.replace("%1", self.context.formats.count(rest)))
