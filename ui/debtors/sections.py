"""The cards at the left of a debtor: who speaks for it, its data, what runs, who is related."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.queries.clocks import ClockRow
from models.queries.contacts import ContactRow
from models.queries.debtors import DebtorCard
from models.queries.parties import DebtorRow
from models.queries.related import Related
from ui.common.buttons import Button, icon_button
from ui.common.cards import Card, KeyValues
from ui.common.formats import Formats
from ui.common.marks import Avatar, Tag
from ui.common.nav import NavItem
from ui.common.slot import Slot
from ui.common.text import text, tip
from ui.problems import worded

CLOCKS_SHOWN = 6


class Section(Card):
    """A card with a title and, at its right, one remark; ``put`` replaces what stands below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.column.setSpacing(8)
        head = QHBoxLayout()
        self.remark = text("", size=12, tone="text2")
        head.addWidget(text(title, bold=True))
        head.addStretch(1)
        head.addWidget(self.remark)
        self.column.addLayout(head)
        self.inner = Slot()
        self.column.addWidget(self.inner)

    def put(self, fresh: QWidget) -> None:
        """Show something else."""
        self.inner.fill(fresh)


def _column(spacing: int = 12) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return page, column


class PeopleSection(Section):
    """Who speaks for the debtor, how they are reached, how often they were."""

    call_requested = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__(self.tr("联系人"))
        self.formats = formats

    def show_card(self, card: DebtorCard) -> None:
        """The contacts on file; where there are none, the one person of the debtor's data."""
        page, column = _column()
        for person in card.people:
            column.addWidget(self._person(person))
        held = card.debtor
        if not card.people and (held.contact_person or held.phone):
            column.addWidget(self._row(held.contact_person or held.name, "", held.phone or "", "")[0])
        elif not card.people:
            column.addWidget(text(self.tr("还没有联系人"), tone="text2"))
        self.put(page)

    def _person(self, person: ContactRow) -> QWidget:
        reach = person.reach
        tried = self.tr("接通 %1/%2").replace("%1", str(reach.reached)).replace("%2", str(reach.tried))
        verified = self.tr("已核实") if person.verified_on else ""
        row, call = self._row(
            person.name,
            self.formats.joined((person.role or "", verified)),
            person.value,
            tried if reach.tried else self.tr("未联系"),
        )
        if person.do_not_call:
            tag = Tag(self.tr("不得致电"), "bad")
            tip(tag, person.do_not_call_why or "")
            grid = row.layout()
            assert isinstance(grid, QGridLayout)  # noqa: S101 (made so below)
            grid.addWidget(tag, 0, 3, 2, 1)
            call.setEnabled(False)
        return row

    def _row(self, name: str, role: str, value: str, reach: str) -> tuple[QWidget, Button]:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Avatar(name), 0, 0, 2, 1)
        grid.addWidget(text(name, bold=True), 0, 1)
        grid.addWidget(text(role, size=12, tone="text2"), 1, 1)
        right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(text(value, selectable=True), 0, 2, right)
        grid.addWidget(text(reach, size=12, tone="text2"), 1, 2, right)
        call = icon_button("phone", self.tr("记录通话"))
        call.clicked.connect(self.call_requested)
        grid.addWidget(call, 0, 4, 2, 1)
        return row, call


class CompanySection(Section):
    """What is registered of the debtor; what no letter goes out without says that it is missing."""

    def __init__(self) -> None:
        super().__init__(self.tr("工商信息"))

    def show_card(self, card: DebtorCard) -> None:
        """The debtor's data."""
        sheet = KeyValues(label_width=96)
        held = card.debtor
        for label, value in self._rows(held):
            if value:
                sheet.add(label, value)
        if not held.address:
            sheet.add(self.tr("地址"), self.tr("未填，不能寄函"), "warn")
        self.put(sheet)

    def _rows(self, held: DebtorRow) -> list[tuple[str, str | None]]:
        number = self.tr("身份证号码") if held.is_person else self.tr("统一社会信用代码")
        sources = {
            "agreed": self.tr("约定送达地址"),
            "registered": self.tr("登记地址"),
            "last_used": self.tr("最近使用"),
            "other": self.tr("其他来源"),
        }
        return [
            (self.tr("性质"), self.tr("自然人") if held.is_person else self.tr("单位")),
            (number, held.uscc),
            (self.tr("客户编码"), held.code),
            (self.tr("行业"), held.industry),
            (self.tr("地址"), held.address),
            (self.tr("地址来源"), sources.get(held.address_source or "") if held.address else None),
            (self.tr("邮编"), held.postcode),
            (self.tr("电话"), held.phone),
            (self.tr("邮箱"), held.email),
        ]


class ClocksSection(Section):
    """The clocks that run, the nearest first. ``claim_chosen`` carries a claim."""

    claim_chosen = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__(self.tr("期限"))
        self.formats = formats

    def show_card(self, card: DebtorCard) -> None:
        """The nearest ones; how many there are stands in the head."""
        page, column = _column(6)
        for clock in card.clocks[:CLOCKS_SHOWN]:
            column.addWidget(self._clock(clock))
        if not card.clocks:
            column.addWidget(text(self.tr("没有在走的期限"), tone="text2"))
        self.remark.setText(self.tr("共 %1 项").replace("%1", str(len(card.clocks))) if card.clocks else "")
        self.put(page)

    def _clock(self, clock: ClockRow) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight
        passed = self.tr("已过 %1 天") if clock.left < 0 else self.tr("剩 %1 天")
        days = passed.replace("%1", self.formats.count(abs(clock.left)))
        language = self.formats.language
        about = self.formats.joined((clock.number or "", clock.name))
        grid.addWidget(text(worded(f"clock_{clock.kind}", language), bold=True), 0, 0)
        grid.addWidget(text(days, tone="bad" if clock.left < 0 else "text"), 0, 1, right)
        grid.addWidget(text(about, size=12, tone="text2", wrap=True), 1, 0)
        grid.addWidget(text(self.formats.day(clock.last_day), size=12, tone="text2"), 1, 1, right)
        if clock.unproved:
            words = self.tr("能证明的只到 %1").replace("%1", self.formats.day(clock.provable_on))
            grid.addWidget(text(words, size=12, tone="bad"), 2, 0, 1, 2)
        return row


class RelatedSection(Section):
    """Other debtors that share something with this one, and what. ``debtor_chosen`` carries a key."""

    debtor_chosen = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__(self.tr("关联客户"))
        self.formats = formats

    def show_related(self, found: Sequence[Related]) -> None:
        """Nothing related, no card."""
        self.setVisible(bool(found))
        page, column = _column(8)
        for each in found:
            item = NavItem(each.debtor, "debtors")
            item.setCheckable(False)
            item.clicked.connect(lambda _=False, key=each.debtor_id: self.debtor_chosen.emit(key))
            column.addWidget(item)
            column.addWidget(text(self._why(each), size=12, tone="text2", wrap=True))
        self.put(page)

    def _why(self, each: Related) -> str:
        words = {
            "phone": self.tr("电话相同 %1"),
            "email": self.tr("邮箱相同 %1"),
            "address": self.tr("地址相同 %1"),
            "account": self.tr("付款账号相同 %1"),
            "guarantor": self.tr("保证人相同 %1"),
            "uscc": self.tr("主体识别码相同 %1"),
        }
        facts = (words[why].replace("%1", shared) for why, shared in each.shared)
        return ("；" if self.formats.chinese else "; ").join(facts)
