"""The bundle of one claim: which documents, with the interest or not, as one PDF, a zip or a folder."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.actions.bundles import COURT_LANGUAGE, Bundled, Choices, bundle_claim, bundle_into
from models.progress import Progress
from models.queries.bundle import bundle_facts
from models.rules.exhibits import BundleFacts, ExhibitFacts
from models.rules.problems import Problem
from ui.common import ask
from ui.common.cards import Card
from ui.common.choices import Segment
from ui.common.dialog import DialogShell
from ui.common.fields import Field
from ui.common.scrolling import scrolling
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentences, worded

_ENDINGS = {"pdf": ".pdf", "zip": ".zip", "folder": ""}


class BundleDialog(DialogShell):
    """Ctrl Return asks where to and makes it; what is not ticked is left out. It stays open to say what came of it."""

    def __init__(self, context: AppContext, claim: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (640, 640), "", primary_icon="export")
        self.context, self.claim = context, claim
        self.facts: BundleFacts | None = None
        self.boxes: dict[int, QCheckBox] = {}
        self.setWindowTitle(self.tr("证据册"))
        self.primary.set_words(self.tr("生成证据册"))
        self.cancel.set_words(self.tr("关闭"))
        self.who = text(size=16, bold=True, yielding=True)
        self.about = text(tone="text2", wrap=True)
        self.case_number = QLineEdit()
        self.case_number.setPlaceholderText(self.tr("立案前可不填，打印出来留一条横线"))
        self.speech = Segment([("zh_CN", "中文"), ("en", "English")], COURT_LANGUAGE)
        self.interest = QCheckBox(self.tr("附逾期付款利息计算表"))
        self.interest.setChecked(True)
        self.form = Segment(
            [
                ("pdf", self.tr("一个 PDF")),
                ("zip", self.tr("压缩包，含原件")),
                ("folder", self.tr("文件夹，含原件")),
            ]
        )
        self._lay_out()
        self.primary.setEnabled(False)
        store, today = context.store, context.today
        context.jobs.read(
            lambda _progress: bundle_facts(store, claim, today), self._loaded, self._refused, owner=self
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Field(self.tr("案号"), self.case_number), 1)
        head.addWidget(Field(self.tr("册内文字"), self.speech))
        self.listed = QWidget()
        self.list = QVBoxLayout(self.listed)
        self.list.setContentsMargins(16, 12, 16, 12)
        self.list.setSpacing(6)
        frame = Card(padding=4)
        frame.column.addWidget(scrolling(self.listed))
        self.body.addWidget(self.who)
        self.body.addWidget(self.about)
        self.body.addLayout(head)
        self.body.addWidget(frame, 1)
        self.body.addWidget(self.interest)
        self.body.addWidget(self.form)

    def _loaded(self, facts: BundleFacts) -> None:
        self.facts = facts
        self.who.setText("、".join(facts.opponents))
        language = self.context.language
        for group, exhibits in groupby(facts.exhibits, key=lambda each: each.group):
            if self.boxes:
                self.list.addSpacing(6)
            self.list.addWidget(text(worded(f"slot_{group}", language), size=12, bold=True, tone="text2"))
            for exhibit in exhibits:
                self._add(exhibit)
        self.list.addStretch(1)
        self.interest.setVisible(facts.interest is not None)
        self.primary.setEnabled(True)
        self._say()

    def _add(self, exhibit: ExhibitFacts) -> None:
        box = self.boxes[exhibit.evidence] = QCheckBox(exhibit.name.replace("&", "&&"))
        box.setChecked(True)
        box.toggled.connect(self._say)
        row = QHBoxLayout()
        row.addWidget(box, 1)
        row.addWidget(text(self.context.formats.size(exhibit.bytes), size=12, tone="text3"))
        self.list.addLayout(row)

    def _say(self) -> None:
        assert self.facts is not None  # noqa: S101 (there are no boxes before)
        chosen = sum(box.isChecked() for box in self.boxes.values())
        self.primary.setEnabled(chosen > 0)
        words = self.tr("%1 份材料。法院和对方各一份，共需打印 %2 份。")
        self.about.setText(words.replace("%1", str(chosen)).replace("%2", str(self.facts.copies)))

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        return Choices(
            leave_out=[key for key, box in self.boxes.items() if not box.isChecked()],
            with_interest=self.interest.isChecked(),
            case_number=self.case_number.text(),
            language=self.speech.value,
        )

    def press_primary(self) -> None:
        """Ask where to, then make it in the background; it can be stopped there."""
        if self.facts is None:
            return
        form = self.form.value
        name = self.tr("证据册_%1").replace("%1", self.facts.debtor.name) + _ENDINGS[form]
        target = ask.save_file(self, self.tr("生成证据册"), name)
        if target is None:
            return
        self.primary.setEnabled(False)
        desk, render, claim, choices = self.context.desk, self.context.render, self.claim, self.choices
        write = bundle_into if form == "folder" else bundle_claim

        def work(progress: Progress) -> Bundled:
            return write(desk, claim, Path(target), render, choices, progress)

        self.context.act(
            work,
            self._made,
            self._refused,
            on_end=self._ended,
            title=self.tr("正在生成证据册"),
            icon="export",
            owner=self,
        )

    def _ended(self) -> None:
        self.primary.setEnabled(True)

    def _made(self, made: Bundled) -> None:
        words = self.tr("已生成 %1，%2 项，%3 页").replace("%1", made.file.name)
        words = words.replace("%2", str(len(made.bundle.exhibits))).replace("%3", str(made.bundle.pages))
        if made.doubts:
            self.say(f"{words}\n{sentences(made.doubts, self.context.language)}", "warn")
        else:
            self.say(words, "ok")

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
