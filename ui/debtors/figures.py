"""The figures at the top of a card: what is open, how late it pays, whether it keeps its word, what waits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.queries.debtors import DebtorCard
from ui.common.cards import Card
from ui.common.formats import Formats
from ui.common.text import set_tone, text
from ui.debtors.late_bars import Sparkline


class Figure(Card):
    """A name, a figure and one line of what it rests on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = text(name, size=12, tone="text2")
        self.value = text("", size=22, bold=True, selectable=True)
        self.line = text("", size=12, tone="text2", wrap=True)
        for label in (self.name, self.value, self.line):
            self.column.addWidget(label)
        self.column.addStretch(1)

    def tell(self, value: str, line: str, tone: str = "text2") -> None:
        """Another figure."""
        self.value.setText(value)
        self.line.setText(line)
        set_tone(self.line, tone)
        self.setAccessibleName(f"{self.name.text()} {value} {line}")


class Figures(QWidget):
    """Three figures, and a fourth while the debtor has money that is not booked on a claim."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.open = Figure(self.tr("未收余额"))
        self.late = Figure(self.tr("平均拖后"))
        self.kept = Figure(self.tr("承诺兑现"))
        self.waiting = Figure(self.tr("预收与待入账"))
        self.curve = Sparkline()
        self._place_curve()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for figure in (self.open, self.late, self.kept, self.waiting):
            row.addWidget(figure, 1)

    def _place_curve(self) -> None:
        row = QHBoxLayout()
        self.late.column.removeWidget(self.late.value)
        row.addWidget(self.late.value)
        row.addStretch(1)
        row.addWidget(self.curve, 0, Qt.AlignmentFlag.AlignVCenter)
        self.late.column.insertLayout(1, row)

    def show_card(self, card: DebtorCard) -> None:
        """The figures of one debtor."""
        said = _Words(self.formats)
        self.open.tell(said.open(card), said.claims(card))
        self.late.tell(said.late(card), *said.late_before(card))
        self.curve.show_days([each.days_late for each in card.behaviour.paid])
        self.kept.tell(said.kept(card), *said.broken(card))
        value, line = said.waiting(card)
        self.waiting.tell(value, line)
        self.waiting.setVisible(bool(value))


class _Words(QObject):
    """The figures in words."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats

    def open(self, card: DebtorCard) -> str:
        sums = (self.formats.money(each.fen, each.currency) for each in card.sums)
        return " + ".join(sums) or self.formats.money(0)

    def claims(self, card: DebtorCard) -> str:
        beside = [self.formats.money(fen, currency) for currency, fen in card.charges.items()]
        fixed = (
            self.tr("另有费用、利息和违约金 %1").replace("%1", self.formats.listed(beside)) if beside else ""
        )
        if not card.claims:
            return fixed or self.tr("没有未结清的债权")
        number = len(card.claims)
        count = self.tr("%1 笔债权", "", number).replace("%1", self.formats.count(number))
        late = [self.formats.money(each.overdue_fen, each.currency) for each in card.sums if each.overdue_fen]
        overdue = self.tr("其中逾期 %1").replace("%1", self.formats.listed(late)) if late else ""
        return ("，" if self.formats.chinese else ", ").join(part for part in (count, overdue, fixed) if part)

    def late(self, card: DebtorCard) -> str:
        days = card.behaviour.mean_days
        return self.tr("无记录") if days is None else self.formats.days(days)

    def late_before(self, card: DebtorCard) -> tuple[str, str]:
        """The year before, and whether it has grown worse."""
        now, before = card.behaviour.mean_days, card.behaviour.mean_before
        if now is None:
            return self.tr("近一年没有付清的债权"), "text2"
        if before is None:
            return self.tr("近一年付清的债权"), "text2"
        words = self.tr("此前一年 %1").replace("%1", self.formats.days(before))
        return words, "bad" if now > before else "text2"

    def kept(self, card: DebtorCard) -> str:
        return f"{card.kept.kept} / {card.kept.due}" if card.kept.due else self.tr("无记录")

    def broken(self, card: DebtorCard) -> tuple[str, str]:
        if card.kept.broken_on is None:
            return self.tr("没有落空的承诺"), "text2"
        day = self.formats.short_day(card.kept.broken_on, card.behaviour.today)
        return self.tr("上次未兑现 %1").replace("%1", day), "bad"

    def waiting(self, card: DebtorCard) -> tuple[str, str]:
        """Advances and money in the bank; the certain and the likely apart."""
        money, joined = self.formats.money, self.formats.joined
        advances = [money(fen, currency) for currency, fen in card.advances.items()]
        sure = [money(each.certain_fen, name) for name, each in card.waiting.items() if each.certain_fen]
        likely = [money(each.likely_fen, name) for name, each in card.waiting.items() if each.likely_fen]
        parts = [
            self.tr("预收 %1").replace("%1", self.formats.listed(advances)) if advances else "",
            self.tr("银行待入账 %1").replace("%1", self.formats.listed(sure)) if sure else "",
            self.tr("可能属于它 %1").replace("%1", self.formats.listed(likely)) if likely else "",
        ]
        first = (advances or sure or likely or [""])[0]
        return first, joined(parts)
