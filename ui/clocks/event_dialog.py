"""登记事件: what moved the clock outside calls, receipts, letters and plans, with what it does before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.actions.legal_events import Draft, ends, enter
from models.progress import Progress
from models.queries.claims import ClaimRow, claim_rows
from models.queries.limitations import Limitations
from models.rules.limitation import CODES, OBSTACLE
from ui.clocks.outcome import OutcomeCard
from ui.clocks.proof_items import ProofItems
from ui.common import ask
from ui.common.fields import DateEdit, Field
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.scrolling import scrolling
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded


@dataclass(frozen=True)
class _Read:
    rows: tuple[ClaimRow, ...]
    limitations: Limitations


class EventDialog(RecordDialog):
    """One event on one or more claims. ``saved`` carries ``legal_events.Entered``."""

    def __init__(
        self, context: AppContext, claims: Sequence[int], parent: QWidget | None = None, code: str = "D1"
    ) -> None:
        super().__init__(context, parent, "", (760, 640), "", primary_icon="hourglass")
        self.setWindowTitle(self.tr("登记时效事件"))
        self.primary.set_words(self.tr("登记"))
        self.claims = list(claims)
        self.found: _Read | None = None
        self.name = text(size=15, bold=True, selectable=True, wrap=True)
        self.kind = QComboBox()
        for each in CODES:
            short = worded(f"event_short_{each}", context.language)
            self.kind.addItem(f"{each}  {short}", each)
        self.meaning = text(size=12, tone="text2", wrap=True)
        self.on = DateEdit(lambda: context.today, context.today, past=True)
        self.until = DateEdit(lambda: context.today, None, past=True)
        self.pick = FilePick(self.tr("拖入证据文件，或选择"))
        self.items = ProofItems(context.language)
        self.note = QLineEdit()
        self.outcome = OutcomeCard(context.formats)
        self._lay_out()
        self._connect()
        self.kind.setCurrentIndex(max(0, self.kind.findData(code)))
        self._kind_changed()
        self.kind.setFocus()
        self._read()

    def _lay_out(self) -> None:
        self.body.addWidget(self.name)
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(20)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(10)
        self.kind_field = Field(self.tr("事件"), self.kind)
        self.on_field = Field(self.tr("发生日"), self.on)
        self.until_field = Field(self.tr("结束日"), self.until)
        days = QHBoxLayout()
        days.setSpacing(12)
        days.addWidget(self.on_field, 1)
        days.addWidget(self.until_field, 1)
        left.addWidget(self.kind_field)
        left.addWidget(self.meaning)
        left.addLayout(days)
        left.addWidget(Field(self.tr("证据文件"), self.pick))
        left.addWidget(text(self.tr("文件里有"), size=12, tone="text2"))
        left.addWidget(self.items)
        left.addWidget(Field(self.tr("备注"), self.note))
        left.addStretch(1)
        right.addWidget(self.outcome)
        right.addStretch(1)
        columns.addLayout(left, 3)
        columns.addLayout(right, 2)
        self.body.addWidget(scrolling(inner), 1)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _: self._kind_changed())
        for signal in (self.on.changed, self.until.changed):
            signal.connect(lambda _: self._tell())
        self.pick.changed.connect(self._picked)
        self.items.changed.connect(self._tell)

    @property
    def code(self) -> str:
        """The event chosen."""
        return str(self.kind.currentData())

    def _kind_changed(self) -> None:
        self.meaning.setText(worded(f"event_{self.code}", self.context.language))
        self.items.show_kind(self.code)
        self.until_field.setVisible(ends(self.code))
        self.until_field.label.setText(
            self.tr("障碍消除日") if self.code == OBSTACLE else self.tr("程序终结日，未终结则留空")
        )
        self._picked()

    def _picked(self) -> None:
        self.items.setEnabled(self.pick.path is not None)
        if self.pick.path is not None and not self.items.shown:
            self.items.tick_needed(self.code)
        self._tell()

    def _read(self) -> None:
        store, today, claims = self.context.store, self.context.today, self.claims

        def work(_progress: Progress) -> _Read:
            with store.reading():
                rows = claim_rows(store, today, today, claims=claims, settled=True)
                return _Read(tuple(rows), Limitations(store))

        self.context.jobs.read(work, self._loaded, self.refused, owner=self)

    def _loaded(self, found: _Read) -> None:
        self.found = found
        first = found.rows[0]
        number = first.number or f"#{first.id}"
        more = self.tr("等 %1 笔").replace("%1", str(len(found.rows))) if len(found.rows) > 1 else ""
        self.name.setText(self.context.formats.joined([first.debtor, number + more]))
        self._tell()

    @property
    def draft(self) -> Draft | None:
        """What was typed; None while the day cannot be read."""
        day = self.on.day
        if day is None or self.until.unreadable:
            return None
        until = self.until.day if ends(self.code) else None
        shown = self.items.shown if self.pick.path else frozenset()
        return Draft(self.code, day, until, self.pick.path, shown, self.note.text())

    def _tell(self) -> None:
        draft = self.draft
        if self.found is None or draft is None:
            return
        row = self.found.rows[0]
        before = self.found.limitations.clocks(row)
        after = self.found.limitations.clocks(row, (draft.event,))
        self.outcome.tell(before, after)

    def save(self) -> None:
        """Keep it."""
        draft, desk, claims = self.draft, self.context.desk, self.claims
        self.on_field.set_error("" if self.on.day else self.tr("请填写日期，如 2026-11-20"))
        if draft is not None:
            self.keep(lambda _progress: enter(desk, claims, draft), self.tr("登记事件"))

    @property
    def has_draft(self) -> bool:
        """A paper was chosen or something noted."""
        return not self.is_kept and (self.pick.path is not None or bool(self.note.text().strip()))

    def may_close(self) -> bool:
        """What was typed is thrown away only when the clerk says so."""
        if not self.has_draft:
            return True
        return ask.confirm(
            self,
            self.tr("事件还没有登记"),
            self.tr("关闭后，填写的内容不会保留。"),
            self.tr("放弃填写"),
            danger=True,
        )
