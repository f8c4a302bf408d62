"""The seven questions, top to bottom as the talk goes, each with its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ui.calls.answers import Answers
from ui.calls.facts import CallFacts
from ui.calls.promise_row import DAYS, PromiseRow
from ui.calls.question import Question
from ui.calls.recording_box import RecordingBox
from ui.calls.script import sentence_to_read
from ui.calls.spoken_row import SpokenRow
from ui.common.cards import Card
from ui.common.choices import ChoiceRow, Segment
from ui.common.fields import MoneyEdit, set_wrong
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded
from ui.theme import current

CONFIRM_KEYS = {"Q": "full", "W": "part", "E": "denied", "R": "evaded"}
REASON_KEYS = {"A": "cash_flow", "S": "distress", "D": "quality", "F": "accounts_differ", "G": "bad_faith"}
OUTCOME_KEYS = {"1": "connected", "2": "no_answer", "3": "busy", "4": "dead_number"}
OTHER_KEYS = "YTBO"
KEYS = (*OUTCOME_KEYS, *CONFIRM_KEYS, *REASON_KEYS, *DAYS, *OTHER_KEYS)


class CallForm(QWidget):
    """``answers`` is what is chosen and typed; ``changed`` comes with every change of it."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.facts: CallFacts | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 14, 14, 12)
        self.column.setSpacing(11)
        self.asked_when_connected: list[QWidget] = []
        for build in (self._outcome, self._spoken, self._debt, self._reason, self._promise, self._recording):
            question = build()
            self.column.addWidget(question)
            self.asked_when_connected.append(question)
        self.asked_when_connected.pop(0)
        self.column.addWidget(self._note())
        self.column.addStretch(1)
        self._connect()

    def _outcome(self) -> Question:
        question = Question(1, self.tr("通话结果"))
        words = [self.tr("已接通"), self.tr("无人接听"), self.tr("占线或关机"), self.tr("空号停机")]
        self.outcome = ChoiceRow(
            [(value, said, key) for (key, value), said in zip(OUTCOME_KEYS.items(), words, strict=True)],
            "connected",
        )
        question.add_row(self.outcome)
        return question

    def _spoken(self) -> Question:
        question = Question(2, self.tr("接听人"))
        self.spoken = SpokenRow(self.context.language)
        question.add_row(self.spoken, stretch=False)
        return question

    def _debt(self) -> Question:
        question = Question(3, self.tr("确认欠款"), self.tr("照读，录音即为证据"))
        self.tongue = Segment([("zh_CN", "中文"), ("en", "English")], self.context.language)
        question.head.addWidget(self.tongue)
        self.reading = Card("accent_tint", edge=False, padding=12)
        self.sentence = text(wrap=True, selectable=True)
        # A wrapped label asks for the height it had at no width at all; that would call for a scroll bar.
        self.sentence.setMinimumHeight(current().px(19))
        self.reading.column.addWidget(self.sentence)
        question.add_row(self.reading, stretch=False)
        words = [self.tr("确认"), self.tr("部分确认"), self.tr("否认"), self.tr("未正面回答")]
        self.confirmed = ChoiceRow(
            [(value, said, key) for (key, value), said in zip(CONFIRM_KEYS.items(), words, strict=True)]
        )
        self.part = MoneyEdit()
        self.part.setPlaceholderText(self.tr("确认的金额"))
        self.part.setAccessibleName(self.tr("确认的金额"))
        self.part.setFixedWidth(current().px(130))
        self.part.hide()
        question.add_row(self.confirmed, self.part, stretch=False)
        return question

    def _reason(self) -> Question:
        question = Question(4, self.tr("逾期原因"))
        options = [
            (value, worded(f"reason_{value}", self.context.language), key)
            for key, value in REASON_KEYS.items()
        ]
        self.reason = ChoiceRow(options)
        question.add_row(self.reason)
        return question

    def _promise(self) -> Question:
        question = Question(5, self.tr("还款承诺"), self.tr("日期可写“+7”“周五”“月底”"))
        self.promise = PromiseRow(lambda: self.context.today)
        question.add_row(self.promise, stretch=False)
        return question

    def _recording(self) -> Question:
        question = Question(6, self.tr("录音"), self.tr("也可稍后补"))
        self.recording = RecordingBox(self.context.formats)
        question.add_row(self.recording, stretch=False)
        return question

    def _note(self) -> Question:
        question = Question(7, self.tr("备注"))
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("备注"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(current().px(50))
        question.add_row(self.note, stretch=False)
        return question

    def _connect(self) -> None:
        for row in (self.outcome, self.confirmed, self.reason, self.part):
            signal = row.changed if isinstance(row, MoneyEdit) else row.chosen
            signal.connect(lambda _: self._moved())
        for part in (self.spoken, self.promise, self.recording):
            part.changed.connect(self._moved)
        self.note.textChanged.connect(self._moved)
        self.tongue.changed.connect(lambda _: self._say())

    # --- what is asked ---------------------------------------------------------------------------

    def show_facts(self, facts: CallFacts) -> None:
        """Offer the people, the sentence and the balance of this debtor; what is typed already stays."""
        self.facts = facts
        person, role = self.spoken.person, self.spoken.role
        self.spoken.offer(facts.people, facts.roles)
        if person:
            self.spoken.show_spoken(
                person, role, self.spoken.checked.isChecked(), self.spoken.announced.isChecked()
            )
        self.promise.balance_fen = facts.balance_fen
        self.promise.sign.setText("¥" if facts.currency == "CNY" else facts.currency)
        if self.promise.fen is None:
            self.promise.amount.set_fen(facts.balance_fen if facts.balance_fen > 0 else None)
        self.tongue.set_value("en" if facts.english else self.context.language)
        self._say()

    def _say(self) -> None:
        if self.facts:
            said = sentence_to_read(self.facts, self.tongue.value)
            self.sentence.setText(f"“{said}”")

    # --- what is answered ------------------------------------------------------------------------

    @property
    def answers(self) -> Answers:
        """As the window stands."""
        return Answers(
            self.outcome.value or "connected",
            self.spoken.person,
            self.spoken.role,
            self.spoken.checked.isChecked(),
            self.spoken.announced.isChecked(),
            self.confirmed.value,
            self.part.fen,
            self.reason.value,
            self.promise.day,
            self.promise.fen,
            self.recording.file,
            self.note.toPlainText().strip(),
        )

    def show_answers(self, answers: Answers) -> None:
        """Fill the window with the answers of a draft."""
        self.outcome.set_value(answers.outcome)
        self.spoken.show_spoken(
            answers.person, answers.role, answers.identity_checked, answers.recording_announced
        )
        self.confirmed.set_value(answers.confirmed)
        self.part.set_fen(answers.part_fen)
        self.reason.set_value(answers.reason)
        self.promise.show_promise(answers.promise_on, answers.promise_fen)
        self.recording.take(answers.recording)
        self.note.setPlainText(answers.note)
        self._moved()

    def press(self, key: str) -> None:
        """What a key of ``KEYS`` answers."""
        if key in OUTCOME_KEYS:
            self.outcome.buttons[OUTCOME_KEYS[key]].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.outcome.choose(OUTCOME_KEYS[key])
        elif self.answers.connected:
            self._press_when_connected(key)

    def _press_when_connected(self, key: str) -> None:
        if key in CONFIRM_KEYS:
            self.confirmed.choose(CONFIRM_KEYS[key])
        elif key in REASON_KEYS:
            self.reason.choose(REASON_KEYS[key])
        elif key in DAYS:
            self.promise.days.choose(key)
        else:
            acts = {
                "Y": self.spoken.checked.toggle,
                "T": self.spoken.announced.toggle,
                "B": self.promise.take_whole,
                "O": self.recording.choose,
            }
            acts[key]()

    def _moved(self) -> None:
        if self.outcome.value is None:
            self.outcome.set_value("connected")
        answers = self.answers
        for question in self.asked_when_connected:
            question.setVisible(answers.connected)
        if (answers.confirmed == "part") == self.part.isHidden():
            self.part.setVisible(answers.confirmed == "part")
            if answers.confirmed == "part":
                self.part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        set_wrong(self.part, False)
        self.promise.set_wrong(False)
        self.changed.emit()

    def mark(self, where: str) -> None:
        """Mark and go to the field a refusal speaks of."""
        if where == "promise":
            self.promise.set_wrong(True)
            target = self.promise.amount if self.promise.day else self.promise.day_edit
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif where == "amount":
            set_wrong(self.part, True)
            self.part.setFocus(Qt.FocusReason.OtherFocusReason)
