"""What the day's list says of each line, in the language of the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from models.clock import CHINA
from models.queries.day import Handled
from models.queries.matters import DONE, HANDED, SKIPPED, SNOOZED
from models.queries.worklist import Coming, Resting, WorkItem, Worklist
from models.rules.scoring import Weights
from ui.common.formats import Formats
from ui.problems import worded
from ui.today.lines import COMING, OTHER, RESTING, Row, way

ICONS = {
    "promise_broken": "broken", "plan_broken": "broken", "limitation": "hourglass", "guarantee": "legal",
    "promise_due": "promise", "call_due": "phone", "letter_due": "letters", "final_due": "letters",
    "task_force_due": "people", "legal_due": "legal", "letter_unanswered": "phone", "delivery_unknown": "delivered",
    "dispute_due": "warning", "reminder_due": "bell", "instalment_due": "plans", "unregistered": "calendar",
    RESTING: "pause", COMING: "calendar",
}  # fmt: skip
BAD = frozenset({"promise_broken", "plan_broken", "limitation", "guarantee"})
KEYS = {
    "limitation": "L", "guarantee": "G", "letter_due": "L", "final_due": "L", "task_force_due": "T", "legal_due": "T",
    "delivery_unknown": "D", "dispute_due": "Enter", "reminder_due": "R", "unregistered": "Space",
}  # fmt: skip
"""The key of each reason's own act; a call for all others."""


@dataclass(frozen=True)
class Act:
    """The one button of a row."""

    words: str
    key: str


class DayWords(QObject):
    """Words for heads, rows and buttons; ``list`` is the day's list once it is read."""

    def __init__(self, formats: Formats, today: date) -> None:
        super().__init__()
        self.formats, self.today = formats, today
        self.list: Worklist | None = None

    def group(self, name: str) -> str:
        """The name of a group."""
        return worded(f"group_{name}", self.formats.language)

    def act(self, reason: str) -> Act:
        """What the button of a row says."""
        words = {
            "promise_broken": self.tr("回访"),
            "plan_broken": self.tr("回访"),
            "limitation": self.tr("发函中断"),
            "guarantee": self.tr("看保证"),
            "promise_due": self.tr("回访"),
            "call_due": self.tr("拨打"),
            "letter_due": self.tr("生成"),
            "final_due": self.tr("生成"),
            "task_force_due": self.tr("移交"),
            "legal_due": self.tr("移交"),
            "letter_unanswered": self.tr("跟进"),
            "delivery_unknown": self.tr("登记结果"),
            "dispute_due": self.tr("查看"),
            "reminder_due": self.tr("提醒"),
            "instalment_due": self.tr("催付"),
            "unregistered": self.tr("知道了"),
        }[reason]
        return Act(words, KEYS.get(reason, "C"))

    def why(self, item: WorkItem) -> str:
        """The rule that applies to a matter, in a sentence."""
        return worded(f"why_{item.step.code}", self.formats.language, item.step.params)

    def row(self, row: Row) -> str:
        """The second line of a row: the rule, how many claims, what else is due, what proof to ask for."""
        count = len(row.top.claims)
        claims = self.tr("%1 笔", "", count).replace("%1", str(count)) if count > 1 else ""
        others = self.formats.listed(self.group(item.reason) for item in row.items[1:])
        also = self.tr("另有：%1").replace("%1", others) if others else ""
        return self.formats.joined(
            (self.why(row.top), claims, self._disputed(row.top), also, self._proof(row))
        )

    def _proof(self, row: Row) -> str:
        """The document to ask for where the debtor is called or written to; asked only of rows that are shown."""
        found = self.list.to_ask_for(row.claims) if self.list and way(row.top.reason) != OTHER else None
        return worded("ask_also", self.formats.language, {"document": found}) if found else ""

    def _disputed(self, item: WorkItem) -> str:
        """The part that is disputed, beside the sum that is called for."""
        if item.called_fen == item.balance_fen:
            return ""
        return self.tr("另有争议 %1").replace("%1", self.formats.money(item.disputed_fen, item.currency))

    def seen(self, each: Handled) -> str:
        """What was done with a matter today, and when."""
        clock = f"{each.at.astimezone(CHINA):%H:%M}"
        mark = each.mark
        if each.how == SNOOZED and mark is not None and mark.until_on is not None:
            return self.tr("改到 %1").replace("%1", self.formats.short_day(mark.until_on, self.today))
        if each.how == SKIPPED:
            return self.formats.joined((self.tr("已略过"), clock))
        if each.how == HANDED:
            return self.formats.joined((self.tr("已移交"), self._to(mark.handed_to if mark else None), clock))
        ways = {
            "call": self.tr("已通话"),
            "letter": self.tr("已出函"),
            "plan": self.tr("已拟协议"),
            "receipt": self.tr("已回款"),
            DONE: self.tr("已完成"),
        }
        return self.formats.joined((ways.get(each.how, ""), clock))

    def _to(self, name: str | None) -> str:
        return self.tr("专项小组") if name == "task_force" else name or ""

    def rests(self, each: Resting) -> str:
        """Until when a matter rests, and why."""
        until = self.tr("到 %1").replace("%1", self.formats.short_day(each.until, self.today))
        return self.formats.joined((self.group(each.item.reason), until, each.mark.why or ""))

    def comes(self, each: Coming) -> str:
        """The day of what comes."""
        return f"{self.formats.short_day(each.on, self.today)} {self.formats.weekday(each.on)}"

    def matters(self, count: int) -> str:
        """So many matters."""
        return self.tr("%1 项", "", count).replace("%1", self.formats.count(count))

    def score(self, item: WorkItem, weights: Weights) -> str:
        """The score with the terms that make it."""
        language = self.formats.language
        terms = " + ".join(
            f"{worded(f'score_{term.name}', language)} {term.tenths // 10}.{term.tenths % 10}"
            for term in item.terms(weights)
        )
        return self.tr("评分 %1 = %2").replace("%1", str(item.score)).replace("%2", terms)
