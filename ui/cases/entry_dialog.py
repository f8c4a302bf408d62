"""记入专案: a meeting, a decision, or a measure with its owner and day."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QWidget

from models.actions.cases import EntryDraft, write_on
from models.queries.cases import CaseRow
from models.queries.people import at_work
from models.rules.cases import ENTRY_KINDS, MEASURE
from ui.common.choices import Segment
from ui.common.fields import DateEdit, Field
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.context import AppContext
from ui.problems import worded


class EntryDialog(RecordDialog):
    """One more entry of a case. ``saved`` carries ``cases.Kept``."""

    def __init__(self, context: AppContext, held: CaseRow, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (580, 480), "", primary_icon="note")
        self.setWindowTitle(self.tr("记入专案"))
        self.primary.set_words(self.tr("记入"))
        self.held = held
        kinds = [(kind, worded(f"case_entry_{kind}", context.language)) for kind in ENTRY_KINDS]
        self.kind = Segment(kinds, ENTRY_KINDS[0])
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.on = DateEdit(lambda: context.today, context.today, past=True)
        self.owner = QComboBox()
        self.owner.setEditable(True)
        names = [member.person for member in held.members]
        self.owner.addItems(
            list(dict.fromkeys([*names, *(person.name for person in at_work(context.store))]))
        )
        self.due = DateEdit(lambda: context.today)
        self.pick = FilePick(self.tr("会议纪要、函件等，可不填"))
        self.body.addWidget(self.kind)
        self.body.addWidget(Field(self.tr("内容"), self.words))
        self.on_field = Field(self.tr("日期"), self.on)
        self.owner_field = Field(self.tr("负责人"), self.owner)
        self.due_field = Field(self.tr("完成日期"), self.due)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in (self.on_field, self.owner_field, self.due_field):
            row.addWidget(field, 1)
        self.body.addLayout(row)
        self.body.addWidget(Field(self.tr("文件"), self.pick))
        self.kind.changed.connect(lambda _: self._tell())
        self._tell()
        self.words.setFocus()

    def _tell(self) -> None:
        measure = self.kind.value == MEASURE
        for field in (self.owner_field, self.due_field):
            field.setVisible(measure)

    @property
    def draft(self) -> EntryDraft:
        """What was typed."""
        measure = self.kind.value == MEASURE
        owner = self.owner.currentText() if measure else None
        due = self.due.day if measure else None
        return EntryDraft(self.kind.value, self.words.toPlainText(), owner, self.on.day, due, self.pick.path)

    def save(self) -> None:
        """Keep it."""
        draft, desk, key = self.draft, self.context.desk, self.held.id
        self.keep(lambda _progress: write_on(desk, key, draft), self.tr("记入专案"))
