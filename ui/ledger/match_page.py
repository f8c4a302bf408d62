"""Step 2 of an import: what each column means, by which make of ledger, and how sure that is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from models.ledger.presets import PRESET, presets
from ui.common.text import set_tone, text
from ui.ledger.draft import Draft
from ui.ledger.mapping import MappingCards
from ui.ledger.mapping_card import LIKELY
from ui.ledger.source_line import SourceLine
from ui.problems import worded


class MatchPage(QWidget):
    """The columns of the file as cards. ``mapped`` carries a new mapping, ``sheet_chosen`` another sheet.

    ``encoding_wanted`` asks how the file reads in other encodings.
    """

    mapped = Signal(object)
    sheet_chosen = Signal(str)
    change_wanted = Signal()
    encoding_wanted = Signal()

    def __init__(self, language: str, joined: str) -> None:
        super().__init__()
        self.language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        self.source = SourceLine(joined, encodings=True)
        self.source.sheet_chosen.connect(self.sheet_chosen)
        self.source.change_wanted.connect(self.change_wanted)
        self.source.encoding_wanted.connect(self.encoding_wanted)
        self.advice = text("", wrap=True)
        keys = self.tr("↑↓ 换列，直接打字选含义，↵ 确认，Delete 不导入这一列")
        self.cards = MappingCards(language, wrapped=True)
        self.cards.mapped.connect(self.mapped)
        column.addWidget(self.source)
        column.addWidget(self.advice)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(text(keys, size=12, tone="text2"), 1)
        self._add_presets(line)
        column.addLayout(line)
        column.addWidget(self.cards, 1)

    def _add_presets(self, line: QHBoxLayout) -> None:
        """Makes of ledgers by name: what each of their headings means is known."""
        self.presets = QComboBox()
        self.presets.setAccessibleName(self.tr("按哪种软件的格式读"))
        self.presets.addItem(self.tr("自动识别"), None)
        for preset in presets():
            self.presets.addItem(preset.zh if self.language == "zh_CN" else preset.en, preset.key)
        self.presets.activated.connect(lambda _: self.mapped.emit(self._by_preset()))
        self.recognised = text("", size=12, tone="ok")
        label = text(self.tr("格式"), size=12, tone="text2")
        label.setBuddy(self.presets)
        for widget in (self.recognised, label, self.presets):
            line.addWidget(widget)

    def _by_preset(self) -> dict[str, str | None]:
        key = self.presets.currentData()
        return {PRESET: key} if key else {}

    def _show_preset(self, draft: Draft) -> None:
        """The make told by the clerk, and the one that was recognised."""
        told = (draft.mapping or {}).get(PRESET)
        self.presets.setCurrentIndex(max(0, self.presets.findData(told)))
        known = next((each for each in presets() if each.key == draft.comparison.proposal.preset), None)
        name = (known.zh if self.language == "zh_CN" else known.en) if known else ""
        self.recognised.setText(self.tr("认出是 %1").replace("%1", name) if known and not told else "")

    def show_draft(self, draft: Draft) -> None:
        """Show the columns, and say what is still missing."""
        self.source.show_draft(draft)
        self.cards.show_proposal(draft.comparison.proposal)
        self._show_preset(draft)
        missing = draft.comparison.proposal.missing
        names = "、".join(worded(f"field_{name}", self.language) for name in missing)
        if missing:
            words = self.tr("还缺少必需的列：%1。请在下面的卡片里指定。").replace("%1", names)
        elif draft.remembered:
            words = self.tr("这种表您以前匹配过，已按那次的匹配读入。改了会记住新的。")
        else:
            words = self.tr("上面是文件的列名，下面是它的含义。下个月同样的表会直接按这次的匹配读入。")
        self.advice.setText(words)
        set_tone(self.advice, "bad" if missing else "text2")

    def focus_first(self) -> None:
        """Let the keyboard begin at the first column that is doubtful, else without a meaning, else the first."""
        cards = self.cards.cards
        doubtful = (card for card in cards if card.sure is not None and card.sure < LIKELY)
        unknown = (card for card in cards if not card.combo.currentData())
        target = next(doubtful, next(unknown, cards[0] if cards else None))
        if target is not None:
            target.combo.setFocus()
