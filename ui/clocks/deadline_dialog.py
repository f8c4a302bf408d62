"""登记期限: a period beside limitation, with its last day and its article before it is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from models.actions.deadlines import DeadlineDraft, add_deadline, problems_of
from models.queries.claims import claim_rows
from models.queries.published import calendar_of
from models.rules.clocks import ENTERED, MUST_BE_SET, running
from ui.clock_words import running_lines
from ui.common.cards import Card
from ui.common.fields import DateEdit, Field
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded


class DeadlineDialog(RecordDialog):
    """One period of a claim. ``saved`` carries ``deadlines.Kept``."""

    def __init__(self, context: AppContext, claim: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (600, 560), "", primary_icon="hourglass")
        self.setWindowTitle(self.tr("登记期限"))
        self.primary.set_words(self.tr("登记期限"))
        self.claim, self.calendar = claim, calendar_of(context.store)
        self.name = text(size=15, bold=True, wrap=True, selectable=True)
        self.kind = QComboBox()
        for key in ENTERED:
            self.kind.addItem(worded(f"clock_{key}", context.language), key)
        self.base = DateEdit(lambda: context.today, context.today, past=True)
        self.until = DateEdit(lambda: context.today)
        self.note = QLineEdit()
        self.pick = FilePick(self.tr("裁定书、回执等，可不填"))
        self.card = Card("sunken", edge=False, padding=12)
        self.told = text(size=12, wrap=True, selectable=True)
        self.card.column.addWidget(text(self.tr("保存后"), bold=True))
        self.card.column.addWidget(self.told)
        self._lay_out()
        for signal in (self.kind.currentIndexChanged, self.base.changed, self.until.changed):
            signal.connect(lambda _: self._tell())
        self._tell()
        self.kind.setFocus()
        store, today = context.store, context.today
        context.jobs.read(
            lambda _progress: claim_rows(store, today, today, claims=[claim], settled=True),
            lambda rows: self.name.setText(context.formats.joined([rows[0].debtor, rows[0].number or ""])),
            self.refused,
            owner=self,
        )

    def _lay_out(self) -> None:
        self.body.addWidget(self.name)
        self.body.addWidget(Field(self.tr("期限"), self.kind))
        days = QHBoxLayout()
        days.setSpacing(12)
        self.base_field = Field(self.tr("起算日"), self.base)
        self.until_field = Field(self.tr("指定的最后一日"), self.until)
        days.addWidget(self.base_field, 1)
        days.addWidget(self.until_field, 1)
        self.body.addLayout(days)
        self.body.addWidget(Field(self.tr("备注"), self.note))
        self.body.addWidget(Field(self.tr("文件"), self.pick))
        self.body.addWidget(self.card)
        self.body.addStretch(1)

    @property
    def draft(self) -> DeadlineDraft:
        """What was typed."""
        return DeadlineDraft(
            str(self.kind.currentData()), self.base.day, self.until.day, self.note.text(), self.pick.path
        )

    def _tell(self) -> None:
        draft = self.draft
        set_by_others = draft.kind in MUST_BE_SET
        self.until_field.set_hint(
            self.tr("由法院或管理人确定，必填") if set_by_others else self.tr("有裁定日期时才填")
        )
        problems = problems_of(draft)
        if problems:
            self.told.setText(worded(f"clock_source_{draft.kind}", self.context.language))
            return
        found = running(ENTERED[draft.kind], draft.base_on, until=draft.until_on, calendar=self.calendar)
        self.told.setText("\n".join(line.words for line in running_lines(found, self.context.language)))

    def save(self) -> None:
        """Keep it."""
        draft, desk, claim = self.draft, self.context.desk, self.claim
        self.base_field.set_error("" if self.base.day else self.tr("请填写日期，如 2026-11-20"))
        if self.base.day is not None:
            self.keep(lambda _progress: add_deadline(desk, draft, claim=claim), self.tr("登记期限"))
