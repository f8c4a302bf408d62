"""登记争议: what the debtor contests, how much of it, who settles it by when; what is still called for stands below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from models.actions.disputes import DisputeDraft, amend_dispute, open_dispute
from models.progress import Progress
from models.queries.claims import ClaimRow, claim_rows
from models.queries.disputes import DisputeRow
from models.queries.people import at_work, hindrance
from models.rules.disputes import REASONS, ROOT_CAUSES
from ui.common.cards import Card
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentence, worded

DAYS_TO_SETTLE = 14
"""So many days are proposed: long enough to ask production or logistics, short of the next monthly review."""


@dataclass(frozen=True)
class _Read:
    claim: ClaimRow | None
    owners: list[str]


class DisputeDialog(RecordDialog):
    """A new dispute of a claim, or the correction of ``held``. ``saved`` carries ``disputes.Kept``."""

    def __init__(
        self, context: AppContext, claim: int, held: DisputeRow | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, "", (600, 540), "", primary_icon="warning")
        self.setWindowTitle(self.tr("修改争议") if held else self.tr("登记争议"))
        self.primary.set_words(self.tr("保存") if held else self.tr("登记争议"))
        self.claim, self.held = claim, held
        self.row: ClaimRow | None = None
        self.name = text(size=15, bold=True, wrap=True, selectable=True)
        self.reason, self.cause, self.owner = QComboBox(), QComboBox(), QComboBox()
        self.owner.setEditable(True)
        self.sum = MoneyEdit()
        self.due = DateEdit(lambda: context.today, context.today + timedelta(days=DAYS_TO_SETTLE))
        self.note = QLineEdit()
        self.pick = FilePick(self.tr("对方的异议函、邮件、照片等，可不填"))
        self.card = Card("sunken", edge=False, padding=12)
        self.told = text(wrap=True, selectable=True)
        self._fill_choices()
        self._lay_out()
        self._show(held)
        self.sum.changed.connect(lambda _: self._tell())
        self.reason.setFocus()
        self._read()
        self._look_at_rights()

    def _fill_choices(self) -> None:
        language = self.context.language
        for reason in REASONS:
            self.reason.addItem(worded(f"dispute_reason_{reason}", language), reason)
        self.cause.addItem(self.tr("还不清楚"), None)
        for cause in ROOT_CAUSES:
            self.cause.addItem(worded(f"dispute_cause_{cause}", language), cause)

    def _lay_out(self) -> None:
        self.sum_field = Field(self.tr("有争议的金额"), self.sum, self.tr("留空就是全部未收余额"))
        self.due_field = Field(self.tr("处理期限"), self.due, self.tr("到期仍未了结，会出现在今日清单"))
        self.body.addWidget(self.name)
        self._pair(Field(self.tr("对方的理由"), self.reason), Field(self.tr("问题出在哪里"), self.cause))
        self._pair(self.sum_field, self.due_field)
        self._pair(Field(self.tr("处理人"), self.owner), Field(self.tr("说明"), self.note))
        self.body.addWidget(Field(self.tr("文件"), self.pick))
        self.card.column.addWidget(self.told)
        self.body.addWidget(self.card)
        self.body.addStretch(1)

    def _pair(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            row.addWidget(field, 1)
        self.body.addLayout(row)

    def _show(self, held: DisputeRow | None) -> None:
        if held is None:
            return
        self.reason.setCurrentIndex(self.reason.findData(held.reason))
        self.cause.setCurrentIndex(self.cause.findData(held.root_cause))
        self.sum.set_fen(held.fen)
        self.due.set_day(held.due_on)
        self.note.setText(held.note or "")

    def _look_at_rights(self) -> None:
        """What this person's role does not allow is disabled, and says why."""
        problem = hindrance(self.context.store, self.context.user, "dispute")
        if problem:
            self.primary.setEnabled(False)
            self.say(sentence(problem, self.context.language), "bad")

    def _read(self) -> None:
        store, today, claim = self.context.store, self.context.today, self.claim

        def work(_progress: Progress) -> _Read:
            with store.reading():
                rows = claim_rows(store, today, today, claims=[claim], settled=True)
                return _Read(rows[0] if rows else None, [person.name for person in at_work(store)])

        self.context.jobs.read(work, self._loaded, self.refused, owner=self)

    def _loaded(self, found: _Read) -> None:
        self.row = found.claim
        if found.claim is None:
            return
        held = self.held.owner if self.held else found.claim.owner
        names = dict.fromkeys(filter(None, [*found.owners, held, self.context.user]))
        self.owner.addItems(found.owners or list(names))
        self.owner.setCurrentText(held or self.context.user)
        self.name.setText(self.context.formats.joined([found.claim.debtor, found.claim.number or ""]))
        self._tell()

    def _tell(self) -> None:
        """What rests, what is still called for, and that the clock runs on."""
        if self.row is None:
            return
        row, formats = self.row, self.context.formats
        most = row.balance_fen - row.contested_fen + (self.held.fen if self.held else 0)
        fen = most if self.sum.fen is None else self.sum.fen
        fits = 0 < fen <= most
        left = self.tr("尚无争议的余额是 %1").replace("%1", formats.money(most, row.currency))
        self.sum_field.set_error("" if fits else left)
        rest = row.called_fen - fen if not row.disputed else row.balance_fen - fen
        rest += self.held.fen if self.held else 0
        part = self.tr("%1 暂停催收，其余 %2 照常催收。诉讼时效不因争议停止计算。")
        whole = self.tr("%1 全部暂停催收。诉讼时效不因争议停止计算。")
        words = part if rest > 0 else whole
        money = [formats.money(part, row.currency) for part in (fen, max(rest, 0))]
        self.told.setText(words.replace("%1", money[0]).replace("%2", money[1]) if fits else left)
        set_tone(self.told, "text" if fits else "bad")

    @property
    def draft(self) -> DisputeDraft:
        """What was typed."""
        return DisputeDraft(
            str(self.reason.currentData()),
            self.sum.fen,
            self.cause.currentData(),
            self.owner.currentText().strip() or None,
            self.due.day,
            self.note.text(),
            self.pick.path,
        )

    def save(self) -> None:
        """Keep it."""
        self.sum_field.set_error(self.tr("金额读不出来，请改成数字") if self.sum.unreadable else "")
        self.due_field.set_error(self.tr("请填写日期，如 2026-11-20") if self.due.unreadable else "")
        if self.sum.unreadable or self.due.unreadable:
            return
        draft, desk, claim, held = self.draft, self.context.desk, self.claim, self.held
        if held is None:
            self.keep(lambda _progress: open_dispute(desk, claim, draft), self.tr("登记争议"))
        else:
            self.keep(lambda _progress: amend_dispute(desk, held.id, draft), self.tr("修改争议"))
