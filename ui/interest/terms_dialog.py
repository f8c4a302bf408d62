"""逾期利息约定: what a contract says of paying late; every version stays, the newest that is not voided holds."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from models.actions.terms import TermsDraft, set_terms, void_terms
from models.progress import Progress
from models.queries.claims import claim_rows
from models.queries.terms import TermsBook, TermsRow, terms_rows
from models.rules.bearing import GRACE_DAYS, Agreed
from models.store import Store
from ui.common import ask
from ui.common.buttons import icon_button
from ui.common.fields import DateEdit, Field
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.scrolling import scrolling
from ui.common.slot import Slot
from ui.common.text import rule, text
from ui.context import AppContext
from ui.interest.counting import Counting
from ui.interest.rate_choice import RateChoice
from ui.interest_words import spec_said

_Read = tuple[str, list[str], list[TermsRow], frozenset[int]]


class TermsDialog(RecordDialog):
    """New terms of a debtor or a contract, over the versions kept before. ``saved`` carries ``terms.Kept``."""

    def __init__(
        self, context: AppContext, debtor: int, contract: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, "", (640, 700), "", primary_icon="check")
        self.setWindowTitle(self.tr("逾期利息约定"))
        self.primary.set_words(self.tr("保存"))
        self.debtor, self.contract = debtor, contract
        self.name = text(size=16, bold=True, wrap=True, selectable=True)
        self.scope = QComboBox()
        self.rate, self.counting = RateChoice(), Counting()
        self.cap = RateChoice("", optional=True)
        self.grace = QSpinBox()
        self.grace.setRange(GRACE_DAYS.start, GRACE_DAYS.stop - 1)
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("《采购合同》第 8 条"))
        self.agreed_on = DateEdit(lambda: context.today, past=True)
        self.pick = FilePick(self.tr("合同相关页，拖入或选择"))
        self.versions = Slot(6)
        self._lay_out()
        self.rate.setFocus()
        self._read()

    def _lay_out(self) -> None:
        inner = QWidget()
        self.grid = QGridLayout(inner)
        self.grid.setContentsMargins(0, 0, 8, 0)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.rate_field = Field(self.tr("逾期利率"), self.rate)
        self.cap_field = Field(self.tr("上限"), self.cap)
        self.on_field = Field(self.tr("签订日"), self.agreed_on)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (self.name,),
            (Field(self.tr("适用于"), self.scope),),
            (self.rate_field,),
            (self.counting,),
            (Field(self.tr("宽限天数"), self.grace), self.on_field),
            (self.cap_field,),
            (Field(self.tr("约定在"), self.place),),
            (Field(self.tr("合同文件"), self.pick),),
            (rule(),),
            (self.versions,),
        )
        for place, widgets in enumerate(rows):
            for column, widget in enumerate(widgets):
                self.grid.addWidget(widget, place, column, 1, 2 if len(widgets) == 1 else 1)
        self.grid.setRowStretch(len(rows), 1)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.body.addWidget(scrolling(inner), 1)

    def _read(self) -> None:
        store, debtor, today = self.context.store, self.debtor, self.context.today

        def work(_progress: Progress) -> _Read:
            with store.reading():
                return _held(store, debtor, today)

        self.context.jobs.read(work, self._loaded, self.refused, owner=self)

    def _loaded(self, found: _Read) -> None:
        name, contracts, versions, holding = found
        self.name.setText(name)
        if not self.scope.count():
            self.scope.addItem(self.tr("该客户的全部合同"), None)
            for contract in contracts:
                self.scope.addItem(contract, contract)
            self.scope.setCurrentIndex(max(0, self.scope.findData(self.contract)))
        self.versions.fill(*(self._version(row, row.id in holding) for row in versions))

    def _version(self, row: TermsRow, holds: bool) -> QHBoxLayout:
        """One version, with its place and whether it holds."""
        formats, agreed, language = self.context.formats, row.agreed, self.context.language
        grace = self.tr("宽限 %1 天").replace("%1", str(agreed.grace_days)) if agreed.grace_days else ""
        cap = self.tr("上限 %1").replace("%1", spec_said(agreed.cap, language)) if agreed.cap else ""
        gone = self.tr("已作废：%1").replace("%1", row.void_why or "") if row.voided else ""
        scope = row.contract or self.tr("全部合同")
        rate, place = spec_said(agreed.rate, language), row.agreed_in or ""
        words = formats.joined([scope, rate, grace, cap, place, row.set_by, gone])
        line = QHBoxLayout()
        line.addWidget(text(words, tone="text" if holds else "text3", wrap=True, selectable=True), 1)
        if not row.voided:
            drop = icon_button("void", self.tr("作废这个约定"))
            drop.clicked.connect(lambda: self._void(row))
            line.addWidget(drop)
        return line

    def _void(self, row: TermsRow) -> None:
        desk = self.context.desk
        why = ask.ask_text(self, self.tr("作废约定"), self.tr("原因"), self.tr("作废"))
        if why:
            self.context.act(
                lambda _progress: void_terms(desk, row.id, why),
                lambda _: self._read(),
                self.refused,
                owner=self,
            )

    def save(self) -> None:
        """Keep it as the newest version."""
        rate, cap = self.rate.spec, self.cap.spec
        wrong = self.tr("请填写数字，如 1.5")
        self.rate_field.set_error("" if rate else wrong)
        self.cap_field.set_error("" if cap is not None else wrong)
        self.on_field.set_error(self.tr("请填写日期，如 2026-11-20") if self.agreed_on.unreadable else "")
        if not rate or cap is None or self.agreed_on.unreadable:
            return
        agreed = Agreed(rate, self.counting.terms, self.grace.value(), cap or None, self.agreed_on.day)
        draft = TermsDraft(agreed, self.scope.currentData(), self.place.text(), self.pick.path)
        desk, debtor = self.context.desk, self.debtor
        self.keep(lambda _progress: set_terms(desk, debtor, draft), self.tr("保存约定"))


def _held(store: Store, debtor: int, today: date) -> _Read:
    """The debtor's name, its contracts, every version, and those that hold."""
    rows = claim_rows(store, today, today, debtor=debtor, settled=True)
    contracts = sorted({row.contract for row in rows if row.contract})
    versions, book = terms_rows(store, debtor, void=True), TermsBook(store, debtor)
    name = rows[0].debtor if rows else versions[0].debtor if versions else ""
    return name, contracts, versions, frozenset(row.id for row in versions if book.holds(row))
