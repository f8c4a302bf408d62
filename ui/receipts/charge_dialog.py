"""费用、利息、违约金: what is owed on a claim besides its principal, once somebody has fixed the sum."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.actions.charges import ChargeDraft, book_charge, void_charge
from models.progress import Progress
from models.queries.charges import ChargeRow, charge_rows
from models.queries.claims import ClaimRow, claim_rows
from models.rules.charges import ITEMS
from models.store import Store
from ui.common import ask
from ui.common.buttons import icon_button
from ui.common.choices import ChoiceRow
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.slot import Slot
from ui.common.text import rule, text
from ui.context import AppContext
from ui.problems import worded
from ui.theme import current

_Read = tuple[ClaimRow, list[ChargeRow]]


class ChargeDialog(RecordDialog):
    """A new charge of one claim, over those it has. ``saved`` carries ``charges.Kept``."""

    def __init__(self, context: AppContext, claim: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (640, 600), "", primary_icon="check")
        self.setWindowTitle(self.tr("登记费用和利息"))
        self.primary.set_words(self.tr("登记"))
        self.claim = claim
        self.name = text(size=15, bold=True, wrap=True, selectable=True)
        self.about = text(tone="text2", wrap=True)
        options = [(kind, worded(f"charge_{kind}", context.language), f"Alt {place}")
                   for place, kind in enumerate(ITEMS, 1)]  # fmt: skip
        self.kind = ChoiceRow(options, "costs")
        for place, button in enumerate(self.kind.buttons.values(), 1):
            QShortcut(QKeySequence(f"Alt+{place}"), self, button.click)
        self.amount = MoneyEdit()
        self.day = DateEdit(lambda: context.today, context.today, past=True)
        self.source = QLineEdit()
        self.source.setPlaceholderText(self.tr("（2026）苏0508民初123号判决第二项；受理费票据"))
        self.pick = FilePick(self.tr("判决、协议或票据，拖入或选择"))
        self.held = Slot(6)
        self._lay_out()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _lay_out(self) -> None:
        self.amount_field = Field(self.tr("金额"), self.amount)
        self.day_field = Field(self.tr("自何日起应付"), self.day)
        self.source_field = Field(self.tr("由谁、凭什么确定"), self.source)
        self.amount.setFixedWidth(current().px(150))
        self.day.setFixedWidth(current().px(140))
        sums = QHBoxLayout()
        sums.setSpacing(12)
        sums.addWidget(self.amount_field)
        sums.addWidget(self.day_field)
        sums.addStretch(1)
        order = self.tr(
            "金额已定才登记：登记后到账的回款先抵费用，再抵利息和违约金，后抵本金（民法典第 561 条）。"
        )
        self.body.addWidget(self.name)
        self.body.addWidget(self.about)
        self.body.addWidget(self.kind)
        self.body.addLayout(sums)
        self.body.addWidget(self.source_field)
        self.body.addWidget(Field(self.tr("文件"), self.pick))
        self.body.addWidget(text(order, size=12, tone="text2", wrap=True))
        self.body.addWidget(rule())
        self.body.addWidget(self.held)
        self.body.addStretch(1)

    def _read(self) -> None:
        store, claim, today = self.context.store, self.claim, self.context.today

        def work(_progress: Progress) -> _Read:
            with store.reading():
                return _held(store, claim, today)

        self.context.jobs.read(work, self._loaded, self.refused, owner=self)

    def _loaded(self, found: _Read) -> None:
        row, charges = found
        money = self.context.formats.money
        self.name.setText(f"{row.debtor}  {row.number or f'#{row.id}'}")
        balance = self.tr("未收本金 %1").replace("%1", money(row.balance_fen, row.currency))
        beside = sum(each.open_fen for each in charges)
        owed = self.tr("费用、利息和违约金 %1").replace("%1", money(beside, row.currency)) if beside else ""
        self.about.setText(self.context.formats.joined([balance, owed]))
        self.held.fill(*(self._line(each) for each in charges))

    def _line(self, row: ChargeRow) -> QHBoxLayout:
        """One charge, what is unpaid of it, and its taking back."""
        formats = self.context.formats
        kind, money = (
            worded(f"charge_{row.kind}", self.context.language),
            formats.money(row.fen, row.currency),
        )
        unpaid = self.tr("未付 %1").replace("%1", formats.money(row.open_fen, row.currency))
        gone = self.tr("已作废：%1").replace("%1", row.void_why or "") if row.voided else unpaid
        words = formats.joined([kind, money, formats.day(row.owed_on), row.source, gone])
        line = QHBoxLayout()
        line.addWidget(text(words, tone="text3" if row.voided else "text", wrap=True, selectable=True), 1)
        if not row.voided:
            drop = icon_button("void", self.tr("作废这一笔"))
            drop.clicked.connect(lambda: self._void(row.id))
            line.addWidget(drop)
        return line

    def _void(self, charge: int) -> None:
        desk = self.context.desk
        why = ask.ask_text(self, self.tr("作废费用或利息"), self.tr("原因"), self.tr("作废"))
        if why:
            self.context.act(
                lambda _progress: void_charge(desk, charge, why),
                lambda _: self._read(),
                self.refused,
                owner=self,
            )

    def save(self) -> None:
        """Keep it."""
        fen, day, source = self.amount.fen, self.day.day, self.source.text().strip()
        self.amount_field.set_error("" if fen and fen > 0 else self.tr("请填写大于零的金额"))
        self.day_field.set_error("" if day else self.tr("请填写日期，如 2026-11-20"))
        self.source_field.set_error("" if source else self.tr("请写明判决、协议条款或票据"))
        if not fen or fen <= 0 or day is None or not source:
            return
        draft = ChargeDraft(self.kind.value or "costs", fen, source, day, self.pick.path)
        desk, claim = self.context.desk, self.claim
        self.keep(lambda _progress: book_charge(desk, claim, draft), self.tr("登记费用和利息"))


def _held(store: Store, claim: int, today: date) -> _Read:
    """The claim and its charges, voided ones too."""
    (row,) = claim_rows(store, today, today, claims=[claim], settled=True)
    return row, charge_rows(store, claim=claim, void=True)
