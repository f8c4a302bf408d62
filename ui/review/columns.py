"""The columns of the review and of the list of registrations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from models.queries.registration import Registration
from models.rules.classification import CLASSES
from models.rules.review import Line
from ui.common.formats import Formats
from ui.common.table import Column, Paint, Step
from ui.review.words import ReviewWords


class ReviewColumns(QObject):
    """Over the lines of a review, in the language of the window."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats, self.words = formats, ReviewWords(formats)

    def all(self) -> list[Column]:
        """What the meeting looks at, left to right; the state stands first beside the name."""
        words, wide = self.words, not self.formats.chinese
        return [
            Column("debtor", self.tr("债务人"), 184, lambda line: line.of.debtor, Paint.NAME,
                   tip=lambda line: line.of.debtor),
            self._state(100 if wide else 84),
            _money("balance", self.tr("未收余额"), lambda line: line.of.balance_fen, self.formats,
                   lambda line: line.of.currency),
            Column("age", self.tr("逾期"), 82, self._age, Paint.FAINT, sort_key=lambda line: line.of.days_overdue,
                   right=True, filterable=False),
            Column("before", self.tr("上次"), 62, lambda line: words.of_class(line.before), Paint.FAINT),
            Column("class", self.tr("本次"), 84, lambda line: words.of_class(line.classification), Paint.STEP,
                   value=lambda line: words.class_step(line.classification),
                   sort_key=lambda line: CLASSES.index(line.classification)),
            Column("cause", self.tr("原因"), 130 if wide else 86, lambda line: words.cause(line.said.cause),
                   wrong=lambda line: line.decision is not None and not line.settled and not line.said.cause),
            Column("measure", self.tr("处置方案"), 170 if wide else 130, lambda line: words.measure(line.said.measure),
                   tip=lambda line: words.measure(line.said.measure)),
            Column("owner", self.tr("负责人"), 76, lambda line: line.said.owner or "", Paint.FAINT),
            Column("by", self.tr("办理期限"), 96, lambda line: self.formats.day(line.said.due_on), Paint.FAINT,
                   sort_key=lambda line: line.said.due_on),
            Column("why", self.tr("列出的理由"), 200 if wide else 170, lambda line: words.marks(line.marks),
                   Paint.FAINT, tip=lambda line: words.marks(line.marks)),
            Column("number", self.tr("债权编号"), 140, lambda line: line.of.number or "", Paint.FAINT),
            Column("note", self.tr("说明"), 140, lambda line: line.said.note or "", Paint.FAINT,
                   tip=lambda line: line.said.note or ""),
        ]  # fmt: skip

    def _state(self, width: int) -> Column:
        def step(line: Line) -> Step:
            if not line.marks:
                return Step("right", self.tr("沿用"), "text2")
            if line.settled:
                return Step("check", self.tr("已定"), "ok")
            return Step("edit", self.tr("待定"), "warn")

        order = ("edit", "check", "right")
        return Column(
            "state", self.tr("状态"), width, lambda line: step(line).words, Paint.STEP, value=step,
            sort_key=lambda line: order.index(step(line).icon),
        )  # fmt: skip

    def _age(self, line: Line) -> str:
        days = line.of.days_overdue
        return self.formats.days(days) if days > 0 else ""


class RegistrationColumns(QObject):
    """Over what was registered."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats, self.words = formats, ReviewWords(formats)

    def all(self) -> list[Column]:
        """Who, how much, when, how late, what is missing."""
        formats, wide = self.formats, not self.formats.chinese
        return [
            Column("debtor", self.tr("债务人"), 200, lambda row: row.debtor, Paint.NAME, tip=lambda row: row.debtor),
            Column("number", self.tr("债权编号"), 150, lambda row: row.number or "", Paint.FAINT),
            _money("amount", self.tr("原额"), lambda row: row.amount_fen, formats, lambda row: row.currency),
            Column("issued", self.tr("发生日"), 96, lambda row: formats.day(row.issued_on), Paint.FAINT,
                   sort_key=lambda row: row.issued_on),
            Column("registered", self.tr("登记日"), 96, lambda row: formats.day(row.registered_on), Paint.FAINT,
                   sort_key=lambda row: row.registered_on),
            Column("late", self.tr("登记延迟"), 190 if wide else 150, self.late, Paint.STEP,
                   value=self._late_step, sort_key=lambda row: row.late),
            Column("missing", self.tr("缺少"), 280, lambda row: self.words.missing(row.missing),
                   tip=lambda row: self.words.missing(row.missing)),
            Column("owner", self.tr("负责人"), 80, lambda row: row.owner or "", Paint.FAINT),
        ]  # fmt: skip

    def late(self, row: Registration) -> str:
        """How many working days too late, or that it came in time."""
        if row.delay is None:
            return ""
        if not row.late:
            return self.tr("按时")
        words = self.tr("迟 %1 个工作日").replace("%1", f"{row.late:,}")
        return self.formats.joined((words, self.tr("接管"))) if row.taken_over else words

    def _late_step(self, row: Registration) -> Step:
        words = self.late(row)
        if row.late:
            return Step("warning", words, "warn" if row.taken_over else "bad")
        return Step("check" if words else "minus", words, "text2")


def _money(
    key: str, title: str, of: Callable[[Any], int], formats: Formats, currency: Callable[[Any], str]
) -> Column:
    def words(row: Any) -> str:
        amount = formats.amount(of(row))
        return amount if currency(row) == "CNY" else f"{currency(row)} {amount}"

    return Column(key, title, 116, words, Paint.MONEY, sort_key=of, filterable=False)
