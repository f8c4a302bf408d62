"""What a document tells of itself, who had it in hand, and how long it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.actions.custody import hold, release
from models.actions.evidence import PieceFacts, describe
from models.changes import Changes
from models.progress import Progress
from models.queries.custody import CustodyRow, custody_of, kept_until
from models.queries.evidence import EvidenceRow, piece
from models.reference import chains
from models.rules.chains import FORMS, ORIGINS
from models.rules.problems import Problem
from ui.common import ask
from ui.common.dialog import DialogShell
from ui.common.fields import DateEdit, Field
from ui.common.scrolling import scrolling
from ui.common.text import text
from ui.context import AppContext
from ui.evidence.link_dialog import LinkDialog
from ui.problems import sentences, worded

Told = tuple[EvidenceRow, tuple[CustodyRow, ...], object]


class FactsDialog(DialogShell):
    """Ctrl Return keeps the facts. The hold is set and ended with a reason, at once."""

    def __init__(self, context: AppContext, evidence: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (640, 720), "")
        self.context, self.evidence = context, evidence
        self.row: EvidenceRow | None = None
        self.setWindowTitle(self.tr("材料信息"))
        self.primary.set_words(self.tr("保存"))
        self.hold = self.add_button(self.tr("封存"), "lock")
        self.hold.clicked.connect(self.turn_hold)
        self.link = self.add_button(self.tr("用于其他债权"), "link", "Ctrl+K")
        self.link.clicked.connect(self.link_claim)
        self.document = self._choice("document", chains().documents)
        self.form = self._choice("form", FORMS)
        self.origin = self._choice("origin", ORIGINS)
        self.made_on = DateEdit(lambda: context.today, past=True)
        self.account, self.device, self.keeper, self.proves = (QLineEdit() for _ in range(4))
        self.transcript = QPlainTextEdit()
        self._lay_out()
        self._read()

    def _choice(self, prefix: str, codes: Iterable[str]) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("未说明"), None)
        for code in codes:
            box.addItem(worded(f"{prefix}_{code}", self.context.language), code)
        return box

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        fields = (
            (self.tr("材料"), self.document), (self.tr("形式"), self.form), (self.tr("来源"), self.origin),
            (self.tr("日期"), self.made_on), (self.tr("账号"), self.account), (self.tr("设备"), self.device),
            (self.tr("原件保管人"), self.keeper), (self.tr("证明目的"), self.proves),
        )  # fmt: skip
        for place, (label, edit) in enumerate(fields):
            grid.addWidget(Field(label, edit), place // 2, place % 2)
        column.addLayout(grid)
        self.transcript.setMinimumHeight(110)
        column.addWidget(Field(self.tr("录音文字稿"), self.transcript))
        column.addWidget(text(self.tr("经手记录"), bold=True))
        self.log = text(size=12, tone="text2", selectable=True, wrap=True)
        self.kept = text(size=12, tone="text2", wrap=True)
        column.addWidget(self.log)
        column.addWidget(self.kept)
        column.addStretch(1)
        self.body.addWidget(scrolling(inner), 1)

    def _read(self) -> None:
        store, today, key = self.context.store, self.context.today, self.evidence

        def read(_progress: Progress) -> Told | None:
            row = piece(store, key)
            return None if row is None else (row, custody_of(store, key), kept_until(store, key, today))

        self.context.jobs.read(read, self._loaded, self._refused, owner=self)

    def _loaded(self, told: Told | None) -> None:
        if told is None:
            return
        first, (self.row, lines, until) = self.row is None, told
        if first:
            self._fill(self.row)
        formats, language = self.context.formats, self.context.language
        self.log.setText(
            "\n".join(
                formats.joined(
                    [
                        formats.moment(line.at),
                        line.by,
                        worded(f"custody_{line.act}", language),
                        line.why or "",
                    ]
                )
                for line in lines
            )
        )
        self.kept.setText(
            self.tr("至少保存到 %1").replace("%1", str(until)) if until else self.tr("债权未结清，一直保存")
        )
        self.hold.set_words(self.tr("解除封存") if self.row.held_at else self.tr("封存"))
        if self.row.held_at:
            self.say(self.tr("已封存：%1").replace("%1", self.row.held_why or ""), "warn")

    def _fill(self, row: EvidenceRow) -> None:
        for box, code in ((self.document, row.document), (self.form, row.form), (self.origin, row.origin)):
            box.setCurrentIndex(max(0, box.findData(code)))
        for edit, words in (
            (self.account, row.account), (self.device, row.device),
            (self.keeper, row.keeper), (self.proves, row.proves),
        ):  # fmt: skip
            edit.setText(words or "")
        self.made_on.set_day(row.made_on)
        self.transcript.setPlainText(row.transcript or "")

    @property
    def facts(self) -> PieceFacts:
        """What the fields say."""
        return PieceFacts(
            document=self.document.currentData(),
            form=self.form.currentData(),
            origin=self.origin.currentData(),
            made_on=self.made_on.day,
            account=self.account.text(),
            device=self.device.text(),
            keeper=self.keeper.text(),
            transcript=self.transcript.toPlainText(),
            proves=self.proves.text(),
        )

    def press_primary(self) -> None:
        """Keep what the fields say."""
        if self.made_on.unreadable:
            self.say(self.tr("看不懂这个日期"), "bad")
            return
        desk, key, facts = self.context.desk, self.evidence, self.facts
        self._act(lambda _progress: describe(desk, key, facts), self.close)

    def turn_hold(self) -> None:
        """Hold the piece for a case, or end its hold; either wants a reason."""
        if self.row is None:
            return
        act, words = (release, self.tr("解除封存")) if self.row.held_at else (hold, self.tr("封存"))
        why = ask.ask_text(self, words, self.tr("原因"), words)
        if why:
            desk, key = self.context.desk, self.evidence
            self._act(lambda _progress: act(desk, key, why), self._read)

    def link_claim(self) -> None:
        """Choose another claim that it speaks for too."""
        if self.row is not None:
            LinkDialog(self.context, self.evidence, self.row.name, self).show()

    def _act(self, work: Callable[[Progress], Changes], then: Callable[[], object]) -> None:
        self.context.act(work, lambda _done: then(), self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
