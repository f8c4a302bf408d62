"""What saving will do to the clock: both last days, before and after."""

from __future__ import annotations

from datetime import date

from models.queries.limitations import Limitation
from ui.clock_words import items, judged
from ui.common.cards import Card, KeyValues
from ui.common.formats import Formats
from ui.common.text import set_tone, text


class OutcomeCard(Card):
    """Shows two clocks of one claim side by side in time."""

    def __init__(self, formats: Formats) -> None:
        super().__init__("sunken", edge=False, padding=12)
        self.formats = formats
        self.column.setSpacing(6)
        self.column.addWidget(text(self.tr("保存后"), bold=True))
        self.rows = KeyValues([(self.tr("按主张"), ""), (self.tr("可证明"), ""), (self.tr("证据"), "")])
        self.why = text(size=12, tone="text2", wrap=True)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.why)

    def tell(self, before: Limitation, after: Limitation) -> None:
        """What changes from one to the other by the newest event."""
        self._day(self.tr("按主张"), before.claimed.last_day, after.claimed.last_day)
        self._day(self.tr("可证明"), before.provable.last_day, after.provable.last_day)
        event = after.events[-1] if len(after.events) > len(before.events) else None
        verdict = next((each for each in after.claimed.events if event and each.event is event), None)
        self.why.setText(judged(verdict, self.formats.language) if verdict else "")
        proof = event.proof if event else None
        words, tone = "", "text"
        if proof:
            missing = items(proof.missing, self.formats.language)
            grades = {"strong": self.tr("充分"), "weak": self.tr("尚可"), "none": self.tr("不足")}
            words = grades[proof.grade]
            words += self.tr("，还缺 %1").replace("%1", missing) if missing else ""
            tone = {"strong": "ok", "weak": "warn", "none": "bad"}[proof.grade]
        self.rows.show_value(self.tr("证据"), words or "—", tone)

    def tell_words(self, words: str, tone: str = "text2") -> None:
        """Something else instead."""
        self.why.setText(words)
        set_tone(self.why, tone)

    def _day(self, label: str, before: date | None, after: date | None) -> None:
        old, new = (self.formats.day(day) or "—" for day in (before, after))
        later = before is not None and after is not None and after > before
        words = old if old == new else f"{old} → {new}"
        self.rows.show_value(label, words, "ok" if later or (before is None and after) else "text")
