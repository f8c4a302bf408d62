"""The very pages of a letter, as they will be printed, with the ring of the seal that paper never carries."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.actions.letters import Order
from models.progress import Progress
from models.queries.documents import letter_facts
from models.queries.letter_rows import next_number
from models.queries.letters import Recipient
from models.queries.parties import debtor
from models.rules.facts import LetterFacts
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.problems import Problem
from ui.common.buttons import Button, icon_button
from ui.common.cards import EmptyState
from ui.common.choices import Segment
from ui.common.pages import PageView, PdfPages
from ui.common.text import text
from ui.context import AppContext
from ui.jobs import Job
from ui.problems import sentences

LETTER, SLIP = "letter", "slip"


class _LetterPages(PageView):
    """Turning over past the last page goes to the next letter, before the first to the one before."""

    left = Signal(int)

    def go(self, page: int) -> None:
        """Turn to a page, or leave the letter."""
        if 0 <= page < self.count:
            super().go(page)
        elif self.count:
            self.left.emit(1 if page > 0 else -1)


class Preview(QWidget):
    """The pages of one recipient's letter. ``turned_away`` carries +1 or -1; ``shown`` the facts of the letter.

    ``reword_wanted``: this letter alone is to be put into other words.
    """

    turned_away = Signal(int)
    shown = Signal(object)
    reword_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.pages: PdfPages | None = None
        self._job: Job | None = None
        self._asked = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        self.view = _LetterPages()
        self.view.left.connect(self.turned_away)
        self.view.turned.connect(self._turned)
        column.addWidget(self.view, 1)
        self.nothing = EmptyState(self.tr("勾选左边的债务人，这里显示函件"), icon="letters")
        column.addWidget(self.nothing, 1)
        self.nothing.hide()

    def _bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setObjectName("surface")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(6)
        before = icon_button("left", self.tr("上一封"), "Alt+Left")
        after = icon_button("right", self.tr("下一封"), "Alt+Right")
        before.clicked.connect(lambda: self.turned_away.emit(-1))
        after.clicked.connect(lambda: self.turned_away.emit(1))
        self.place = text("", bold=True)
        self.parts = Segment([(LETTER, self.tr("函件")), (SLIP, self.tr("回执联"))])
        self.parts.changed.connect(lambda part: self.view.go(0 if part == LETTER else self.view.count - 1))
        smaller, larger = icon_button("zoom-out", self.tr("缩小")), icon_button("zoom-in", self.tr("放大"))
        smaller.clicked.connect(lambda: self.view.zoom_by(0.8))
        larger.clicked.connect(lambda: self.view.zoom_by(1.25))
        self.page = text("", tone="text2")
        self.reword = Button(self.tr("改本封"), "edit", "Ctrl+R", bind=True)
        self.reword.clicked.connect(self.reword_wanted)
        row.addWidget(before)
        row.addWidget(self.place)
        row.addWidget(after)
        row.addStretch(1)
        row.addWidget(self.parts)
        row.addStretch(1)
        for widget in (self.reword, self.page, smaller, larger):
            row.addWidget(widget)
        return bar

    def show_place(self, place: int, count: int) -> None:
        """Say which letter of how many is shown, counted from 1."""
        self.place.setText(f"{place} / {count}")

    def show_letter(
        self,
        kind: str,
        recipient: Recipient,
        ahead: int,
        order: Order,
    ) -> None:
        """Set the letter of a recipient; ``ahead`` letters of the run come before it."""
        if self._job is not None:
            self._job.cancel()
        self._asked += 1
        self.parts.setVisible(LETTER_KINDS[kind].with_slip)
        work = self._work(kind, recipient, ahead, order)
        asked = self._asked
        self._job = self.context.jobs.read(
            work,
            lambda made: self._show(made) if asked == self._asked else None,
            self._refused,
            owner=self,
        )

    def _work(
        self,
        kind: str,
        recipient: Recipient,
        ahead: int,
        order: Order,
    ) -> Callable[[Progress], tuple[LetterFacts, PdfPages]]:
        context, spoken = self.context, language_of(self.context, recipient, order)

        def work(progress: Progress) -> tuple[LetterFacts, PdfPages]:
            progress(0, 1)
            facts = facts_of(context, kind, recipient, ahead, order, spoken)
            return facts, PdfPages(context.render(kind, facts, spoken, on_screen=True))

        return work

    def _show(self, made: tuple[LetterFacts, PdfPages]) -> None:
        facts, pages = made
        old, self.pages = self.pages, pages
        self.nothing.hide()
        self.view.show()
        self.view.show_pdf(pages, pages.count - 1 if self._on_slip() else 0)
        if old is not None:
            old.close()
        self.shown.emit(facts)

    def _on_slip(self) -> bool:
        return not self.parts.isHidden() and self.parts.value == SLIP

    def show_nothing(self, words: str = "") -> None:
        """There is no letter to show, and why."""
        self._asked += 1
        self.view.hide()
        self.place.setText("")
        self.page.setText("")
        self.nothing.label.setText(words or self.tr("勾选左边的债务人，这里显示函件"))
        self.nothing.show()

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.show_nothing(sentences(problems, self.context.language))

    def _turned(self, page: int, count: int) -> None:
        words = self.tr("第 %1 页，共 %2 页")
        self.page.setText(words.replace("%1", str(page + 1)).replace("%2", str(count)))
        if not self.parts.isHidden():
            self.parts.set_value(SLIP if page == count - 1 and count > 1 else LETTER)


def facts_of(
    context: AppContext,
    kind: str,
    recipient: Recipient,
    ahead: int,
    order: Order,
    language: str,
) -> LetterFacts:
    """What a letter issued now would state, under the number it would get."""
    number = next_number(context.store, "letter", context.today.year, ahead)
    return letter_facts(
        context.store,
        kind,
        recipient,
        number,
        context.today,
        order.pay_by,
        with_interest=order.with_interest,
        language=language,
        said=order.said,
        own_words=order.own_words.get(recipient.key),
        with_request=order.with_request,
    )


def language_of(context: AppContext, recipient: Recipient, order: Order) -> str:
    """The language of a recipient's letter: the one chosen for all, else the debtor's own."""
    held = debtor(context.store, recipient.debtor_id)
    return order.language or (held.letter_language if held else None) or "zh_CN"
