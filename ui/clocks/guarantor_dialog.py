"""保证人: what the contract says of one guarantor, and what the law makes of it before it is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from models.actions.guarantors import GuarantorDraft, add_guarantor, replace_guarantor
from models.queries.guarantors import GuarantorRow
from models.queries.plans import PlanRow, plan_rows
from models.rules.guarantee import MODES, Pledge, checks, kind_of, mode_of_wording
from ui.clock_words import said
from ui.common.cards import Card
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.scrolling import scrolling
from ui.common.text import text
from ui.context import AppContext

NONE, MONTHS, UNTIL, UNCLEAR = "none", "months", "until", "unclear"
_LINES = ("contract", "uscc", "address", "phone", "email", "representative")


class GuarantorDialog(RecordDialog):
    """A new guarantor of a debtor, or the correction of one. ``saved`` carries ``guarantors.Kept``."""

    def __init__(
        self, context: AppContext, debtor: int, held: GuarantorRow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, "", (680, 700), "", primary_icon="people")
        self.setWindowTitle(self.tr("更正保证人") if held else self.tr("登记保证人"))
        self.primary.set_words(self.tr("保存"))
        self.debtor, self.held = debtor, held
        self.edits = {name: QLineEdit() for name in ("name", *_LINES)}
        self.person = QCheckBox(self.tr("保证人是自然人"))
        self.resolution = QCheckBox(self.tr("已核对公司决议"))
        self.words = QLineEdit()
        self.mode, self.agreed, self.plan = QComboBox(), QComboBox(), QComboBox()
        self.plan.addItem(self.tr("不限于某份协议"), None)
        self.months = QSpinBox()
        self.months.setRange(0, 1200)
        self.months.setValue(36)
        self.until, self.signed = DateEdit(lambda: context.today), DateEdit(lambda: context.today, past=True)
        self.determined = DateEdit(lambda: context.today)
        self.most = MoneyEdit()
        self.pick = FilePick(self.tr("保证合同，拖入或选择"))
        self.card = Card("sunken", edge=False, padding=12)
        self.told = text(size=12, wrap=True)
        self._fill_choices()
        self._lay_out()
        self._show(held)
        self._connect()
        self._tell()
        self.edits["name"].setFocus()
        store, today = context.store, context.today
        context.jobs.read(
            lambda _progress: plan_rows(store, today), self._offer_plans, self.refused, owner=self
        )

    def _offer_plans(self, plans: Sequence[PlanRow]) -> None:
        """The debtor's plans that stand: who signed one answers from its last instalment."""
        for row in plans:
            if row.debtor_id == self.debtor and row.state != "void":
                self.plan.addItem(self.tr("分期协议 %1").replace("%1", row.number), row.id)
        self.plan.setCurrentIndex(max(0, self.plan.findData(self.held.plan if self.held else None)))

    def _fill_choices(self) -> None:
        modes = (self.tr("一般保证"), self.tr("连带责任保证"), self.tr("没有约定或不明"))
        for value, words in zip(MODES, modes, strict=True):
            self.mode.addItem(words, value)
        self.mode.setCurrentIndex(MODES.index("unclear"))
        for value, words in (
            (NONE, self.tr("没有约定")),
            (MONTHS, self.tr("到期后若干个月")),
            (UNTIL, self.tr("至某一日")),
            (UNCLEAR, self.tr("“还清为止”等不明确")),
        ):
            self.agreed.addItem(words, value)

    def _lay_out(self) -> None:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.name_field = Field(self.tr("姓名或名称"), self.edits["name"])
        self.words.setPlaceholderText(self.tr("粘贴担保条款，自动判断方式"))
        self.months_field, self.until_field = (
            Field(self.tr("月数"), self.months),
            Field(self.tr("截止日"), self.until),
        )
        rows: tuple[tuple[QWidget, ...], ...] = (
            (self.name_field, Field(self.tr("合同编号，留空则为全部债权"), self.edits["contract"])),
            (Field(self.tr("只担保这份协议"), self.plan),),
            (self.person, self.resolution),
            (Field(self.tr("条款原文"), self.words),),
            (Field(self.tr("保证方式"), self.mode), Field(self.tr("保证期间"), self.agreed)),
            (self.months_field, self.until_field),
            (Field(self.tr("签订日"), self.signed), Field(self.tr("最高额，没有则留空"), self.most)),
            (
                Field(self.tr("债权确定日，仅最高额保证"), self.determined),
                Field(self.tr("电话"), self.edits["phone"]),
            ),
            (
                Field(self.tr("统一社会信用代码或身份证号"), self.edits["uscc"]),
                Field(self.tr("法定代表人"), self.edits["representative"]),
            ),
            (Field(self.tr("地址"), self.edits["address"]),),
            (Field(self.tr("合同文件"), self.pick),),
            (self.card,),
        )
        for place, widgets in enumerate(rows):
            for column, widget in enumerate(widgets):
                grid.addWidget(widget, place, column, 1, 2 if len(widgets) == 1 else 1)
        grid.setRowStretch(len(rows), 1)
        self.card.column.addWidget(text(self.tr("法律上"), bold=True))
        self.card.column.addWidget(self.told)
        self.body.addWidget(scrolling(inner), 1)

    def _show(self, held: GuarantorRow | None) -> None:
        if held is None:
            return
        for name, edit in self.edits.items():
            edit.setText(getattr(held, name) or "")
        pledge = held.pledge
        self.person.setChecked(held.is_person)
        self.resolution.setChecked(held.has_resolution)
        self.mode.setCurrentIndex(self.mode.findData(pledge.mode))
        agreed = (
            UNCLEAR if pledge.unclear_period else UNTIL if pledge.until else MONTHS if pledge.months else NONE
        )
        self.agreed.setCurrentIndex(self.agreed.findData(agreed))
        self.months.setValue(pledge.months or 36)
        self.until.set_day(pledge.until)
        self.signed.set_day(pledge.signed_on)
        self.determined.set_day(pledge.determined_on)
        self.most.set_fen(held.most_fen)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._read_words)
        for signal in (
            self.mode.currentIndexChanged,
            self.agreed.currentIndexChanged,
            self.signed.changed,
            self.person.toggled,
            self.resolution.toggled,
        ):
            signal.connect(lambda _: self._tell())
        self.pick.changed.connect(self._tell)

    def _read_words(self, words: str) -> None:
        if words.strip():
            self.mode.setCurrentIndex(self.mode.findData(mode_of_wording(words)))

    @property
    def draft(self) -> GuarantorDraft:
        """What was typed."""
        agreed = self.agreed.currentData()
        return GuarantorDraft(
            mode=str(self.mode.currentData()),
            plan=self.plan.currentData(),
            postcode=self.held.postcode if self.held else None,
            is_person=self.person.isChecked(),
            months=self.months.value() if agreed == MONTHS else None,
            until=self.until.day if agreed == UNTIL else None,
            unclear_period=agreed == UNCLEAR,
            signed_on=self.signed.day,
            most_fen=self.most.fen,
            determined_on=self.determined.day,
            has_resolution=self.resolution.isChecked(),
            file=self.pick.path,
            **{name: edit.text() for name, edit in self.edits.items()},
        )

    def _tell(self) -> None:
        agreed, language = self.agreed.currentData(), self.context.language
        self.months_field.setVisible(agreed == MONTHS)
        self.until_field.setVisible(agreed == UNTIL)
        self.resolution.setVisible(not self.person.isChecked())
        draft = self.draft
        pledge = Pledge(draft.mode, signed_on=draft.signed_on)
        todo = checks(
            pledge,
            is_person=draft.is_person,
            has_resolution=draft.has_resolution,
            has_contract=draft.file is not None or bool(self.held and self.held.evidence),
        )
        reasons = [kind_of(draft.mode, draft.signed_on)[1], *todo]
        self.told.setText("\n".join(said(reason, language) for reason in reasons))

    def save(self) -> None:
        """Keep it."""
        draft, desk, debtor, held = self.draft, self.context.desk, self.debtor, self.held
        if held is None:
            self.keep(lambda _progress: add_guarantor(desk, debtor, draft), self.tr("登记保证人"))
        else:
            self.keep(lambda _progress: replace_guarantor(desk, held.id, draft), self.tr("更正保证人"))
