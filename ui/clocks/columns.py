"""The board's columns: how many days are left, what ends when, what is missing, what would move it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from models.queries.clocks import ClockRow
from models.rules.clocks import ALARM_DAYS, KINDS, level
from models.rules.moves import CALL, COURT, EVIDENCE, GUARANTOR, LETTER, PLAN
from ui.clock_words import items
from ui.common.formats import Formats
from ui.common.table import Column, Paint, Pill, Step
from ui.problems import worded

MOST_STEP = 5
ICONS = {
    CALL: "phone",
    LETTER: "letters",
    PLAN: "plans",
    EVIDENCE: "paperclip",
    COURT: "legal",
    GUARANTOR: "people",
}
KEYS = {CALL: "C", LETTER: "L", PLAN: "P", EVIDENCE: "E", COURT: "J", GUARANTOR: "G"}


class ClockColumns(QObject):
    """Makes the columns, and the words they share with the pane."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.alarms: tuple[int, ...] = ALARM_DAYS

    def left(self, row: ClockRow) -> str:
        """How long there is."""
        if row.left == 0:
            return self.tr("今天")
        words = self.tr("剩 %1 天") if row.left > 0 else self.tr("已过 %1 天")
        return words.replace("%1", self.formats.count(abs(row.left)))

    def urgency(self, row: ClockRow) -> int:
        """The colour step of a clock, 0 to 5."""
        return min(MOST_STEP, level(row.left, self.alarms))

    def kind(self, row: ClockRow) -> str:
        """What ends."""
        return worded(f"clock_{row.kind}", self.formats.language)

    def step(self, row: ClockRow) -> str:
        """What would move it, with its key; a deadline that was entered is acted on and then done."""
        if row.id.startswith("deadline:"):
            return self.tr("办结") + " X"
        words = {
            CALL: self.tr("通话确认"),
            LETTER: self.tr("寄催款函"),
            PLAN: self.tr("订立协议"),
            EVIDENCE: self.tr("补证据"),
            COURT: self.tr("起诉或申请"),
            GUARANTOR: self.tr("主张保证"),
        }
        return f"{words[row.move.step]} {KEYS[row.move.step]}"

    def icon(self, row: ClockRow) -> str:
        """The sign of that step."""
        return "check" if row.id.startswith("deadline:") else ICONS[row.move.step]

    def lacks(self, row: ClockRow) -> str:
        """What is missing for the proof."""
        return items(row.missing, self.formats.language)

    def subject(self, row: ClockRow) -> str:
        """The claim, the guarantor, the thing or the note it is about."""
        parts = (row.name, row.number or "")
        if len(row.claims) > 1:
            parts = (row.name, self.tr("%1 笔债权", "", len(row.claims)).replace("%1", str(len(row.claims))))
        return self.formats.joined(parts)

    def all(self) -> list[Column]:
        """The columns in their order."""
        return [
            Column(
                "debtor",
                self.tr("债务人"),
                182,
                lambda row: row.debtor,
                Paint.NAME,
                tip=lambda row: row.debtor,
            ),
            Column(
                "left",
                self.tr("剩余"),
                112,
                self.left,
                Paint.PILL,
                value=lambda row: Pill(self.urgency(row), self.left(row)),
                sort_key=lambda row: row.left,
                filterable=False,
            ),
            Column(
                "kind", self.tr("期限"), 100 if self.formats.chinese else 132, self.kind, tone=self._kind_tone
            ),
            self._day("claimed", self.tr("按主张"), lambda row: row.last_day),
            Column(
                "provable",
                self.tr("可证明"),
                92,
                lambda row: self.formats.day(row.provable_on),
                tone=lambda row: "bad" if row.unproved else "text",
                sort_key=lambda row: row.provable_on,
                filterable=False,
            ),
            Column(
                "step",
                self.tr("最省的一步"),
                136,
                self.step,
                Paint.STEP,
                value=lambda row: Step(self.icon(row), self.step(row), "accent"),
            ),
            Column("lacks", self.tr("还缺证据"), 130, self.lacks, tone=lambda _row: "bad", tip=self.lacks),
            Column("subject", self.tr("债权或对象"), 150, self.subject, tip=self.subject, filterable=False),
            Column(
                "balance",
                self.tr("未收余额"),
                110,
                lambda row: self.formats.amount(row.balance_fen),
                Paint.MONEY,
                sort_key=lambda row: row.balance_fen,
                filterable=False,
            ),
            self._day("act_by", self.tr("最迟办理"), lambda row: row.act_by),
        ]

    def _kind_tone(self, row: ClockRow) -> str:
        return "bad" if KINDS[row.kind].extinguishes and row.left <= self.alarms[-1] else "text"

    def _day(self, key: str, title: str, day: Callable[[ClockRow], object]) -> Column:
        return Column(key, title, 92, lambda row: str(day(row)), sort_key=day, filterable=False)
