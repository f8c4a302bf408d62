"""Putting a kind of letter, or one letter, into own words: the text at the left, the very pages at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from models.actions.wording import set_wording
from models.progress import Progress
from models.queries.letter_wording import OwnWords, program_words, word_problems, wording_of, wording_versions
from models.rules.facts import LetterFacts
from models.rules.problems import Problem
from reports.wording import FIELDS, unknown_fields
from ui.common.ask import confirm
from ui.common.buttons import Button
from ui.common.fields import Field
from ui.common.pages import PageView, PdfPages
from ui.common.record import RecordDialog
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import catalogue, sentences, worded
from ui.theme import current

_PAUSE_MS = 250


class WordingWindow(RecordDialog):
    """``reworded`` carries {entry: text} for one letter where ``one`` is its words so far; else a version is kept."""

    reworded = Signal(object)

    def __init__(
        self,
        context: AppContext,
        facts: LetterFacts,
        language: str,
        parent: QWidget | None = None,
        *,
        one: Mapping[str, str] | None = None,
    ) -> None:
        title = self.tr("改用语：%1").replace("%1", worded(f"letter_kind_{facts.kind}", context.language))
        act = self.tr("保存为新版本") if one is None else self.tr("只改这一封")
        super().__init__(context, parent, title, (1180, 760), act, margin=0)
        self.facts, self.spoken, self.one = facts, language, one
        self.pages: PdfPages | None = None
        self.base = program_words(facts.kind, language)
        self.words = {**self.base, **wording_of(context.store, facts.kind, language).words, **(one or {})}
        self.before = dict(self.words)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left())
        self.view = PageView()
        row.addWidget(self.view, 1)
        self.body.addLayout(row, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.show_pages)
        self._show_entry()
        self.show_pages()

    def _left(self) -> QWidget:
        left = QWidget()
        left.setObjectName("surface")
        left.setFixedWidth(current().px(470))
        column = QVBoxLayout(left)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self.entries = QComboBox()
        for entry in self.base:
            self.entries.addItem(worded(f"letter_entry_{entry}", self.context.language), entry)
        self.entries.setCurrentIndex(max(0, self.entries.findData("closing")))
        self.entries.currentIndexChanged.connect(lambda _: self._show_entry())
        column.addWidget(Field(self.tr("部分"), self.entries))
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(self.tr("用语"))
        self.edit.textChanged.connect(self._typed)
        column.addWidget(self.edit, 1)
        column.addLayout(self._insert_row())
        column.addLayout(self._version_row())
        self.doubts = text("", size=12, tone="warn", wrap=True)
        column.addWidget(self.doubts)
        advice = self.tr(
            "一行一句；没有的事实，那一句不印。“或：”开头的一行，在上一行不印时才印。空一行另起一段，**字** 加粗。"
        )
        column.addWidget(text(advice, size=12, tone="text2", wrap=True))
        return left

    def _insert_row(self) -> QHBoxLayout:
        """The fields by name, and the button that puts one where the cursor stands."""
        language = self.context.language
        self.fields = QComboBox()
        self.fields.setAccessibleName(self.tr("字段"))
        known = catalogue(language)
        for name in sorted(FIELDS, key=lambda name: known.get(f"letter_field_{name}", "")):
            if f"letter_field_{name}" in known:
                self.fields.addItem(known[f"letter_field_{name}"], name)
        insert = Button(self.tr("插入字段"), "plus", "Ctrl+I", bind=True)
        insert.clicked.connect(self.insert_field)
        row = QHBoxLayout()
        row.addWidget(self.fields, 1)
        row.addWidget(insert)
        return row

    def _version_row(self) -> QHBoxLayout:
        """Versions kept before, and the way back to the program's words."""
        self.versions = QComboBox()
        self.versions.setAccessibleName(self.tr("版本"))
        self.versions.addItem(self.tr("程序原有用语"), OwnWords())
        for each in wording_versions(self.context.store, self.facts.kind, self.spoken):
            set_at = self.context.formats.day(each.set_at.date()) if each.set_at else ""
            self.versions.addItem(" · ".join(part for part in (set_at, each.set_by, each.note) if part), each)
        take = Button(self.tr("取用"), "undo")
        take.clicked.connect(self.take_version)
        row = QHBoxLayout()
        row.addWidget(self.versions, 1)
        row.addWidget(take)
        return row

    # --- editing -------------------------------------------------------------------------------------------

    @property
    def entry(self) -> str:
        """The part being edited."""
        return str(self.entries.currentData())

    def insert_field(self) -> None:
        """Put the chosen field where the cursor stands."""
        self.edit.insertPlainText(f"{{{{{self.fields.currentData()}}}}}")
        self.edit.setFocus()

    def take_version(self) -> None:
        """Begin again from the version chosen; it counts once it is saved."""
        self.words = {**self.base, **self.versions.currentData().words}
        self._show_entry()
        self._soon.start()

    def _show_entry(self) -> None:
        self.edit.blockSignals(True)
        self.edit.setPlainText(self.words[self.entry])
        self.edit.blockSignals(False)

    def _typed(self) -> None:
        self.words[self.entry] = self.edit.toPlainText()
        self._soon.start()

    @property
    def changed(self) -> dict[str, str]:
        """What differs from the program's words."""
        return {entry: words for entry, words in self.words.items() if words != self.base[entry]}

    # --- the pages -------------------------------------------------------------------------------------------

    def show_pages(self) -> None:
        """Set the letter in these words, and say what is wrong with them."""
        context, language = self.context, self.spoken
        own = tuple(self.changed.items())
        facts = replace(self.facts, words=own)
        unknown = tuple(
            Problem("field_unknown", {"field": name}, entry) for entry, name in unknown_fields(own)
        )
        self._say_doubts((*unknown, *word_problems(self.changed)), bad=bool(unknown))

        def work(_progress: Progress) -> PdfPages:
            return PdfPages(context.render(facts.kind, facts, language, on_screen=True))

        context.jobs.read(work, self._show, lambda problems: self._say_doubts(problems, bad=True), owner=self)

    def _say_doubts(self, problems: tuple[Problem, ...], *, bad: bool) -> None:
        self.doubts.setText(sentences(problems, self.context.language))
        set_tone(self.doubts, "bad" if bad else "warn")
        self.doubts.setVisible(bool(problems))

    def _show(self, pages: PdfPages) -> None:
        old, self.pages = self.pages, pages
        self.view.show_pdf(pages)
        if old is not None:
            old.close()

    # --- keeping ---------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the words: as a version, or for the one letter."""
        kind, language, words, desk = self.facts.kind, self.spoken, self.changed, self.context.desk
        if self.one is not None:
            held = wording_of(self.context.store, kind, language).words
            whole = {**self.base, **held}
            self.reworded.emit({entry: text for entry, text in self.words.items() if text != whole[entry]})
            self.is_kept = True
            self.close()
            return
        self.keep(lambda _: set_wording(desk, kind, language, words))

    @property
    def has_draft(self) -> bool:
        """Words were changed."""
        return not self.is_kept and self.words != self.before

    def may_close(self) -> bool:
        """Ask before words are thrown away."""
        if not self.has_draft:
            return True
        words = self.tr("改过的用语还没有保存。")
        return confirm(self, self.tr("不保存？"), words, self.tr("不保存"), danger=True)
