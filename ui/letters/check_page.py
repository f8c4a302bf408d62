"""Step 2: the list at the left, the very pages in the middle, what is sent at the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from models.actions.letters import Key, Order
from models.actions.parties import set_creditor
from models.queries.documents import interest_in_letter, missing_for_letters
from models.rules.facts import LetterFacts
from models.rules.problems import Problem
from ui.common.ask import ask_text
from ui.common.buttons import Button
from ui.common.creditor_form import CreditorForm
from ui.common.day_words import parse_day
from ui.common.fields import SearchEdit
from ui.common.how_window import open_how
from ui.common.marks import Tag
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.letters.how import how_interest
from ui.letters.look_window import LookWindow
from ui.letters.options_pane import OptionsPane
from ui.letters.preview import Preview, language_of
from ui.letters.recipient_list import LEAVE, PUT_OFF, Addressee, AddresseeList, AddresseeModel
from ui.letters.wording_window import WordingWindow
from ui.problems import sentences
from ui.theme import current

_PAUSE_MS = 60


class CheckPage(QWidget):
    """``mend_wanted`` carries a debtor's key; ``kind_changed`` the kind; ``changed`` that the foot should be said anew.

    ``why_given``: a reason was given or taken back for letters that the contact guard lets out only with one. Where the
    firm's own data are not complete, the form for them stands in the place of the pages.
    """

    mend_wanted = Signal(int)
    kind_changed = Signal(str)
    why_given = Signal()
    changed = Signal()

    def __init__(self, context: AppContext, model: AddresseeModel, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.model = context, model
        self.own_words: dict[Key, Mapping[str, str]] = {}
        self.facts: LetterFacts | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        self.middle = QStackedWidget(self)
        self.preview = Preview(context, self.middle)
        self.middle.addWidget(self.preview)
        row.addWidget(self.middle, 1)
        row.addWidget(self._right(kind))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.show_current)
        self._connect()

    def _left(self) -> QWidget:
        left = QWidget(self)
        left.setObjectName("surface")
        left.setFixedWidth(current().px(304))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.setSpacing(8)
        self.counts = text("", size=15, bold=True)
        self.barred, self.doubted = Tag("", "bad", "warning"), Tag("", "warn", "warning")
        for widget in (self.counts, self.barred, self.doubted):
            head.addWidget(widget)
        head.addStretch(1)
        self.search = SearchEdit(self.tr("查找债务人"))
        find = QHBoxLayout()
        find.setContentsMargins(14, 0, 14, 0)
        find.addWidget(self.search)
        self.list = AddresseeList(self.model, self.context.formats)
        self.list.setAccessibleName(self.tr("债务人"))
        self.mend = Button(self.tr("补地址"), key="Enter")
        self.leave = Button(self.tr("不寄"), key="X")
        self.put_off = Button(self.tr("推迟"), key="Z")
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 4, 10, 10)
        foot.setSpacing(6)
        for button in (self.mend, self.leave, self.put_off):
            foot.addWidget(button)
        foot.addStretch(1)
        column.addLayout(head)
        column.addLayout(find)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        return left

    def _right(self, kind: str) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        self.options = OptionsPane(self.context, kind, area.viewport())
        self.options.setFixedWidth(current().px(288))
        area.setWidget(self.options)
        area.setFixedWidth(current().px(300))
        return area

    def _creditor(self) -> QWidget:
        area = QScrollArea(self.middle)
        area.setWidgetResizable(True)
        page = QWidget(area.viewport())
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(text(self.tr("先填写本单位资料"), size=17, bold=True))
        words = self.tr("每封函件都要写明谁在催款、怎么联系、付到哪个账户。只需填一次，以后在设置里可改。")
        column.addWidget(text(words, tone="text2", wrap=True))
        self.form = CreditorForm(self.context)
        column.addWidget(self.form)
        self.keep = Button(self.tr("保存并预览"), "check")
        self.keep.clicked.connect(self.keep_creditor)
        self.form_said = text("", tone="bad", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.form_said, 1)
        column.addLayout(row)
        column.addStretch(1)
        area.setWidget(page)
        return area

    def _connect(self) -> None:
        self.search.searched.connect(self.model.set_search)
        self.search.left.connect(self.list.setFocus)
        self.list.chosen.connect(lambda _: self._soon.start())
        self.list.mend_wanted.connect(self.mend_wanted)
        self.mend.clicked.connect(self._mend)
        self.list.aside_wanted.connect(self.set_aside)
        self.leave.clicked.connect(lambda: self.set_aside(LEAVE))
        self.put_off.clicked.connect(lambda: self.set_aside(PUT_OFF))
        self.preview.reword_wanted.connect(self._reword_one)
        self.options.reword_wanted.connect(self._reword_kind)
        self.options.look_wanted.connect(self._open_look)
        self.options.how_wanted.connect(self.show_how)
        self.preview.shown.connect(self._keep_facts)
        self.preview.turned_away.connect(self.list.step)
        self.preview.shown.connect(self.options.show_facts)
        self.options.changed.connect(self._look_again)
        self.options.kind_changed.connect(self.kind_changed)
        self.options.why_given.connect(self.why_given)
        self.model.ticks_changed.connect(self._tell)

    # --- what is shown -----------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the form or the pages, and the counts."""
        complete = not missing_for_letters(self.context.store)
        if not complete and self.middle.count() == 1:
            self.middle.addWidget(self._creditor())
        self.middle.setCurrentIndex(0 if complete else 1)
        if complete:
            self.list.setFocus()
            self.show_current()
        else:
            self.form.load()
            self.form.mark_missing()
        self._tell()

    def look_again(self) -> None:
        """Show what has changed meanwhile; what is being typed stays, and so does the keyboard."""
        self.show_current()
        self._tell()

    @property
    def ready(self) -> bool:
        """Whether the letters ticked could be issued."""
        return self.middle.currentIndex() == 0 and self.options.sound and bool(self.model.ticked)

    def order(self) -> Order:
        """How the letters are to be."""
        return replace(self.options.order, own_words=self.own_words)

    def show_current(self) -> None:
        """Set the letter of the current debtor."""
        row = self.list.current
        self.mend.setEnabled(row is not None)
        for button in (self.leave, self.put_off, self.preview.reword):
            button.setEnabled(row is not None and row.may_go)
        if row is None or not self.model.count() or self.middle.currentIndex():
            none_due = self.tr("现在没有应寄的函件，可以在上一步改选“全部逾期”")
            self.preview.show_nothing("" if self.model.rows else none_due)
            return
        place = self.list.currentIndex().row() + 1
        if not row.may_go:
            self.preview.show_nothing(row.mark)
        else:
            self.preview.show_letter(self.options.kind, row.recipient, self._ahead(row), self.order())
        self.preview.show_place(place, self.model.count())

    def _ahead(self, row: Addressee) -> int:
        """How many letters of the run come before this one."""
        return next((n for n, each in enumerate(self.model.ticked) if each.id == row.id), 0)

    def _look_again(self) -> None:
        self._soon.start()
        self.changed.emit()

    def _tell(self) -> None:
        number = len(self.model.ticked)
        self.counts.setText(self.tr("%1 封", "", number).replace("%1", f"{number:,}"))
        codes = Counter(row.recipient.why_not for row in self.model.rows)
        self.options.ask_why(any(row.recipient.asks_reason for row in self.model.rows))
        doubts = sum(row.tone == "warn" for row in self.model.rows)
        absent = self.tr("%1 封缺地址").replace("%1", str(codes["no_address"]))
        self.barred.show_words(absent, "bad", "warning")
        self.barred.setVisible(bool(codes["no_address"]))
        self.doubted.show_words(str(doubts), "warn", "warning")
        self.doubted.setVisible(bool(doubts))
        self.changed.emit()

    def _mend(self) -> None:
        if self.list.current is not None:
            self.mend_wanted.emit(self.list.current.recipient.debtor_id)

    def show_how(self) -> None:
        """How the interest that the letter in sight states was reckoned."""
        row, context = self.list.current, self.context
        if row is None:
            return
        store, today, rows, currency = (
            context.store,
            context.today,
            row.recipient.rows,
            row.recipient.currency,
        )
        context.jobs.read(
            lambda _progress: interest_in_letter(store, rows, today),
            lambda found: open_how(context.formats, how_interest(found, currency, context.formats), self),
            owner=self,
        )

    # --- set aside ----------------------------------------------------------------------------------------

    def set_aside(self, how: str) -> None:
        """Leave the current debtor out for a reason, or put it off to a day."""
        row = self.list.current
        if row is None or not row.may_go:
            return
        if how == LEAVE:
            why = ask_text(self, self.tr("本次不寄"), self.tr("原因"), self.tr("不寄"))
            if why:
                self.model.decide(row, why, self.tr("不寄：%1").replace("%1", why))
            return
        typed = ask_text(self, self.tr("推迟寄发"), self.tr("到哪天（+7、下周一、12-01）"), self.tr("推迟"))
        until = parse_day(typed, self.context.today) if typed else None
        if until is not None and until > self.context.today:
            self.model.decide(row, until, self.tr("推迟到 %1").replace("%1", self.context.formats.day(until)))

    # --- own words ----------------------------------------------------------------------------------------

    def _keep_facts(self, facts: LetterFacts) -> None:
        self.facts = facts

    def _open_look(self) -> None:
        window = self.look = LookWindow(self.context, self)
        window.saved.connect(lambda _: self._look_again())
        window.show()

    def _reword_kind(self) -> None:
        self._open_wording(None)

    def _reword_one(self) -> None:
        row = self.list.current
        if row is not None:
            self._open_wording(self.own_words.get(row.id, {}))

    def _open_wording(self, one: Mapping[str, str] | None) -> None:
        row = self.list.current
        if self.facts is None or row is None:
            return
        language = language_of(self.context, row.recipient, self.order())
        window = self.wording = WordingWindow(self.context, self.facts, language, self, one=one)
        window.reworded.connect(lambda words: self._reworded(row.id, words))
        window.saved.connect(lambda _: self._look_again())
        window.show()

    def _reworded(self, key: Key, words: Mapping[str, str]) -> None:
        self.own_words = (
            {**self.own_words, key: words}
            if words
            else {each: held for each, held in self.own_words.items() if each != key}
        )
        self._look_again()

    # --- the firm's own data -------------------------------------------------------------------------------

    def keep_creditor(self) -> None:
        """Save the form and go on to the pages."""
        if not self.form.complete:
            self.form.mark_missing()
            return
        typed, context = self.form.typed, self.context
        context.act(lambda _: set_creditor(context.desk, **typed), self._kept, self._not_kept, owner=self)

    def _kept(self, _changes: Any) -> None:
        self.open()

    def _not_kept(self, problems: tuple[Problem, ...]) -> None:
        self.form_said.setText(sentences(problems, self.context.language))
        set_tone(self.form_said, "bad")
