"""记录通话: the window in which a call is noted while it is going on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.actions.calls import Logged, log_call, problems_of
from models.progress import Progress
from models.rules.contact import OWN_ROLES, Finding, blocked, verdict
from models.rules.problems import Problem
from ui.calls.answers import from_draft
from ui.calls.call_form import KEYS, CallForm
from ui.calls.draft import Draft
from ui.calls.facts import CallFacts, read_facts
from ui.calls.outlook import against, asks_payment, consequences
from ui.calls.outlook_panel import OutlookPanel
from ui.common import ask
from ui.common.cards import Banner
from ui.common.carried import on_clipboard
from ui.common.record import RecordDialog
from ui.common.scrolling import scroll_area
from ui.context import AppContext
from ui.problems import sentences
from ui.theme import current

SIDE_WIDTH = 276


class CallDialog(RecordDialog):
    """A call about all open claims of one debtor among ``claim_ids``; ``saved`` carries ``Logged``.

    Where ``after`` is given, 保存并下一位 calls it once the call is in the books. ``file_wanted`` carries the
    evidence to look at: the recording of the last call.
    """

    file_wanted = Signal(int)

    def __init__(
        self,
        context: AppContext,
        claim_ids: Sequence[int],
        parent: QWidget | None = None,
        after: Callable[[], object] | None = None,
    ) -> None:
        size = (1000, 740)
        super().__init__(context, parent, "", size, "", margin=0)
        self.setWindowTitle(self.tr("记录通话"))
        self.primary.set_words(self.tr("保存"))
        self.after = after
        self.goes_on = False
        self.facts: CallFacts | None = None
        self.wants_saving = False
        self.asking, self.side = scroll_area(self.page), scroll_area(self.page)
        self.form = CallForm(context, self.asking.viewport())
        self.outlook = OutlookPanel(context.formats, self.side.viewport())
        self.draft = Draft(context, lambda: self.form.answers, self)
        self.untouched = self.form.answers
        self._lay_out()
        self._bind()
        self.form.outcome.buttons["connected"].setFocus()
        store, clock, claims, clerk = context.store, context.clock, list(claim_ids), context.user
        context.jobs.read(
            lambda _progress: read_facts(store, clock, claims, clerk), self._loaded, self.refused, owner=self
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        self.guard = Banner("", closable=False)
        self.guard.hide()
        self.offer = Banner("", self.tr("恢复草稿"), "info")
        self.offer.hide()
        for widget in (self.guard, self.offer):
            left.addWidget(widget)
        self.asking.setWidget(self.form)
        left.addWidget(self.asking, 1)
        self.side.setWidget(self.outlook)
        self.side.setFixedWidth(current().px(SIDE_WIDTH))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        self.body.addLayout(row)
        self.say(self.tr("数字与字母键直接作答，在文字框里加 Alt"))
        if self.after:
            self.next = self.add_button(self.tr("保存并下一位"), key="Ctrl+Shift+Return")
            self.next.clicked.connect(self._save_and_go_on)

    def _bind(self) -> None:
        self.form.changed.connect(self._moved)
        self.outlook.recording_wanted.connect(self.file_wanted)
        self.offer.acted.connect(self._take_draft)
        self.offer.closed.connect(self.draft.drop)
        QShortcut(QKeySequence("Ctrl+R"), self, self._take_draft)
        for key in KEYS:
            QShortcut(QKeySequence(f"Alt+{key}"), self, lambda key=key: self.form.press(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and figures answer, wherever the focus is but in a text."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        key = event.text().upper()
        if plain and key in KEYS:
            self.form.press(key)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.form.recording.paste(on_clipboard())
        else:
            super().keyPressEvent(event)

    # --- before ----------------------------------------------------------------------------------

    def _loaded(self, facts: CallFacts) -> None:
        was_untouched = self.form.answers == self.untouched
        self.facts = facts
        self.draft.debtor_id, self.draft.is_there = facts.debtor_id, bool(facts.draft)
        title = self.tr("记录通话 — %1").replace("%1", facts.debtor)
        self.setWindowTitle(title)
        self.form.show_facts(facts)
        self.outlook.show_facts(facts)
        if was_untouched:
            self.untouched = self.form.answers
        if facts.draft:
            self.offer.say(self.tr("有一份没保存完的通话草稿（Ctrl R 恢复）"))
            self.offer.show()
        self._show()
        if self.wants_saving:
            self.save()

    def _take_draft(self) -> None:
        if self.facts and self.facts.draft and not self.offer.isHidden():
            self.offer.hide()
            self.form.show_answers(from_draft(self.facts.draft))

    def _moved(self) -> None:
        self._show()
        if self.form.answers != self.untouched:
            self.draft.touch()

    def _show(self) -> None:
        """The guard's word and the consequences, as the answers stand."""
        if self.facts is None:
            return
        answers = self.form.answers
        self._warn(against(self.facts, answers))
        self.outlook.show_person(answers.person)
        self.outlook.show_lines(consequences(self.facts, answers, self.context.language))

    def _warn(self, found: Sequence[Finding]) -> None:
        self.guard.tone = "bad" if blocked(found) else "warn"
        self.guard.say(sentences([finding.problem for finding in found], self.context.language))
        self.guard.setVisible(bool(found))
        self.form.ask_why(blocked(found) or bool(self.form.answers.override_why))
        role, owes = self.form.answers.role, self.facts is not None and self.facts.balance_fen > 0
        may = verdict(found) != "no" or self.form.answers.sends
        self.form.reading.setVisible(owes and may and (role is None or role in OWN_ROLES))

    # --- saving ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Set the call down."""
        if self.facts is None:
            self.wants_saving = True
            return
        answers = self.form.answers
        demands = asks_payment(self.facts, answers)
        talk = answers.talk(self.facts.at, self.form.asked, asks_payment=demands)
        problems = (*self._unreadable(), *self._unexplained(), *problems_of(self.context.desk, talk))
        if problems:
            self.refused(problems)
            return
        desk, claims, render = self.context.desk, self.facts.claims, self.context.render
        language = "en" if self.facts.english else "zh_CN"

        def record(_progress: Progress) -> Logged:
            return log_call(desk, claims, talk, render if answers.memo else None, language)

        self.keep(record, self.tr("保存通话"))

    def _save_and_go_on(self) -> None:
        self.goes_on = True
        self.save()

    def _unreadable(self) -> list[Problem]:
        """What is typed but cannot be read, or says an amount without a day."""
        if self.form.moment_unreadable:
            return [Problem("call_moment_unreadable", {}, "at")]
        if not self.form.answers.connected:
            return []
        promise = self.form.promise
        expected = self.untouched.promise_fen if not promise.held else promise.fen
        forgotten = promise.day is None and promise.fen != expected
        wrong = promise.unreadable or forgotten
        return [Problem("promise_incomplete", {}, "promise")] if wrong else []

    def _unexplained(self) -> list[Problem]:
        """A contact that was made although the guard speaks against it wants its reason."""
        answers = self.form.answers
        if self.facts is None or answers.override_why or not (answers.connected or answers.sends):
            return []
        wrong = blocked(against(self.facts, answers))
        return [Problem("contact_needs_why", {}, "override")] if wrong else []

    def refused(self, problems: tuple[Problem, ...]) -> None:
        """Say what is missing and lead there."""
        super().refused(problems)
        self.goes_on = False
        self.form.mark(problems[0].where or "")

    def kept(self, result: Any) -> None:
        """The draft has done its duty; go on to the next debtor where that was asked for."""
        self.draft.drop()
        super().kept(result)
        if self.goes_on and self.after:
            self.after()

    @property
    def has_draft(self) -> bool:
        """Something was noted of the call."""
        return not self.is_kept and self.form.answers != self.untouched

    def may_close(self) -> bool:
        """What is not saved may be kept as a draft, or thrown away; or the clerk stays."""
        if not self.has_draft:
            return True
        title = self.tr("通话还没有保存")
        words = self.tr("保留草稿，下次打开同一债务人时可以恢复。")
        keeps = ask.choose(self, title, words, self.tr("保留草稿"), self.tr("放弃"))
        if keeps is None:
            return False
        if keeps:
            self.draft.keep()
        else:
            self.draft.drop()
        return True
