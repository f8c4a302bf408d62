"""The seven questions, top to bottom as the talk goes, each with its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.clock import CHINA
from models.rules.contact import MESSAGES
from ui.calls.answers import Answers
from ui.calls.facts import CallFacts
from ui.calls.moment import parse_moment
from ui.calls.outcome_rows import CHANNEL_KEYS, OutcomeRows
from ui.calls.promise_row import DAYS, PromiseRow
from ui.calls.question import Question
from ui.calls.reading_card import ReadingCard
from ui.calls.recording_box import RecordingBox
from ui.calls.script import script_for
from ui.calls.spoken_row import SpokenRow
from ui.calls.whereabouts import Whereabouts
from ui.common.choices import Choice, ChoiceRow, Segment
from ui.common.fields import MoneyEdit, set_wrong
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded
from ui.theme import current

CONFIRM_KEYS = {"Q": "full", "W": "part", "E": "denied", "R": "evaded"}
REASON_KEYS = {"A": "cash_flow", "S": "distress", "D": "quality", "F": "accounts_differ", "G": "bad_faith"}
OUTCOME_KEYS = "1234"
OTHER_KEYS = "YTBOKNP"
KEYS = (*OUTCOME_KEYS, *CHANNEL_KEYS, *CONFIRM_KEYS, *REASON_KEYS, *DAYS, *OTHER_KEYS)
IN_A_TALK = ("spoken", "debt", "reason", "promise", "recording")
OF_A_MESSAGE = ("spoken", "debt", "recording")


class CallForm(QWidget):
    """``answers`` is what is chosen and typed; ``changed`` comes with every change of it."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.facts: CallFacts | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 14, 14, 12)
        self.column.setSpacing(10)
        self.override = QLineEdit()
        self.override.setPlaceholderText(self.tr("仍要联系的理由，记入日志"))
        self.override.setAccessibleName(self.tr("仍要联系的理由"))
        self.override.hide()
        self.column.addWidget(self.override)
        self.questions: dict[str, Question] = {}
        for name, build in (
            ("outcome", self._outcome), ("spoken", self._spoken), ("debt", self._debt), ("reason", self._reason),
            ("promise", self._promise), ("recording", self._recording), ("note", self._note),
        ):  # fmt: skip
            self.questions[name] = build()
            self.column.addWidget(self.questions[name])
        self.column.addStretch(1)
        self._connect()

    def _outcome(self) -> Question:
        question = Question(self, 1, self.tr("通话结果"), self.tr("5 至 0 换方式"))
        language = self.context.language
        self.channel = Segment(
            [(name, worded(f"channel_{name}", language)) for name in CHANNEL_KEYS.values()]
        )
        self.channel.setAccessibleName(self.tr("联系方式"))
        question.head.addWidget(self.channel)
        self.outcome = OutcomeRows()
        self.when = QLineEdit()
        self.when.setPlaceholderText(self.tr("现在"))
        self.when.setAccessibleName(self.tr("联系时间，可写“昨天 15:30”"))
        self.when.setFixedWidth(current().px(104))
        question.add_row(self.outcome, self.when, stretch=False)
        self.whereabouts = Whereabouts()
        question.add_row(self.whereabouts, stretch=False)
        return question

    def _spoken(self) -> Question:
        question = Question(self, 2, self.tr("接听人"))
        self.spoken = SpokenRow(self.context.language)
        question.add_row(self.spoken, stretch=False)
        self.opening = _said()
        question.column.addWidget(self.opening)
        return question

    def _debt(self) -> Question:
        question = Question(self, 3, self.tr("确认欠款"), self.tr("照读，录音即为证据"))
        self.tongue = Segment([("zh_CN", "中文"), ("en", "English")], self.context.language)
        question.head.addWidget(self.tongue)
        self.reading = ReadingCard()
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
        self.follow = _said()
        question.column.addWidget(self.follow)
        return question

    def _reason(self) -> Question:
        question = Question(self, 4, self.tr("逾期原因"))
        options = [
            (value, worded(f"reason_{value}", self.context.language), key)
            for key, value in REASON_KEYS.items()
        ]
        self.reason = ChoiceRow(options)
        question.add_row(self.reason)
        self.reason_said = _said()
        question.column.addWidget(self.reason_said)
        return question

    def _promise(self) -> Question:
        question = Question(self, 5, self.tr("还款承诺"), self.tr("日期可写“+7”“周五”“月底”"))
        self.promise = PromiseRow(lambda: self.context.today, self.context.formats)
        question.head.addWidget(self.promise.more)
        question.add_row(self.promise, stretch=False)
        self.repeat = _said()
        question.column.addWidget(self.repeat)
        return question

    def _recording(self) -> Question:
        question = Question(self, 6, self.tr("录音"), self.tr("也可稍后补"))
        self.memo = Choice(self.tr("存备忘录 PDF"), "P")
        question.head.addWidget(self.memo)
        self.recording = RecordingBox(self.context.formats)
        question.add_row(self.recording, stretch=False)
        return question

    def _note(self) -> Question:
        question = Question(self, 7, self.tr("备注"))
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("备注"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(current().px(50))
        question.add_row(self.note, stretch=False)
        return question

    def _connect(self) -> None:
        self.channel.changed.connect(self._take_channel)
        self.memo.toggled.connect(lambda _: self._moved())
        for edit in (self.override, self.when):
            edit.textChanged.connect(lambda _: self._moved())
        for row in (self.outcome, self.confirmed, self.reason, self.part):
            signal = row.changed if isinstance(row, MoneyEdit) else row.chosen
            signal.connect(lambda _: self._moved())
        for part in (self.spoken, self.promise, self.recording, self.reading, self.whereabouts):
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
        self.promise.balance_fen = facts.called_fen
        self.promise.sign.setText("¥" if facts.currency == "CNY" else facts.currency)
        if self.promise.fen is None:
            self.promise.amount.set_fen(facts.called_fen if facts.called_fen > 0 else None)
        self.tongue.set_value("en" if facts.english else self.context.language)
        self._say()

    def _say(self) -> None:
        """The words of the moment: what was said before them makes room."""
        if not self.facts:
            return
        script = script_for(self.facts, self.answers, self.tongue.value)
        self.reading.show_script(script)
        opening = "" if self.answers.sends else script.opening
        said = [(self.opening, opening), (self.follow, script.follow), (self.reason_said, script.reason)]
        said.append((self.repeat, script.repeat))
        last = next((label for label, words in reversed(said) if words), None)
        for label, words in said:
            label.setText(f"“{words}”" if label is last else "")
            label.setVisible(label is last)

    # --- what is answered ------------------------------------------------------------------------

    @property
    def answers(self) -> Answers:
        """As the window stands."""
        return Answers(
            self.outcome.value,
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
            self.outcome.channel,
            self.promise.held,
            self.reading.message if self.outcome.channel in MESSAGES else "",
            self.override.text().strip() if not self.override.isHidden() else "",
            self.memo.isChecked(),
            parse_moment(self.when.text(), self.context.today),
            **self.whereabouts.told,
        )

    @property
    def moment_unreadable(self) -> bool:
        """Whether something is typed that is no time."""
        return bool(self.when.text().strip()) and self.answers.at is None

    @property
    def asked(self) -> str:
        """The sentence that was read."""
        return "" if self.reading.isHidden() else self.reading.sentence.text().strip("“”")

    def show_answers(self, answers: Answers) -> None:
        """Fill the window with the answers of a draft."""
        self._take_channel(answers.channel)
        self.outcome.set_value(answers.outcome)
        if answers.message:
            self.reading.set_message(answers.message)
        if answers.at:
            self.when.setText(answers.at.astimezone(CHINA).strftime("%m-%d %H:%M"))
        self.override.setText(answers.override_why)
        self.memo.setChecked(answers.memo)
        self.whereabouts.fill(answers)
        self.promise.held = answers.more_promises
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
            self.outcome.press(key)
        elif key in CHANNEL_KEYS:
            self._take_channel(CHANNEL_KEYS[key])
        elif self.answers.connected or (self.answers.sends and key in "YKO"):
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
                "K": self.reading.copy,
                "N": self.promise.add,
                "P": self.memo.toggle,
            }
            acts[key]()

    def _moved(self) -> None:
        answers = self.answers
        asked = IN_A_TALK if answers.connected else OF_A_MESSAGE if answers.sends else ()
        for name in IN_A_TALK:
            self.questions[name].setVisible(name in asked)
        self.confirmed.setVisible(answers.connected)
        self._say()
        if (answers.confirmed == "part") == self.part.isHidden():
            self.part.setVisible(answers.confirmed == "part")
            if answers.confirmed == "part":
                self.part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        for edit in (self.part, self.when, self.override):
            set_wrong(edit, False)
        self.promise.set_wrong(False)
        self.changed.emit()

    def _take_channel(self, channel: str) -> None:
        self.channel.set_value(channel)
        self.outcome.set_channel(channel)
        self.whereabouts.show_for(channel)
        sends = channel in MESSAGES
        self.reading.show_mode(sends)
        self.spoken.announced.setVisible(not sends)
        self.recording.take_pictures(sends)
        self._ask_for(channel)
        self.outcome.buttons[self.outcome.value].setFocus(Qt.FocusReason.OtherFocusReason)
        self._moved()

    def _ask_for(self, channel: str) -> None:
        """A message is sent and pictured where a talk is held and recorded; on a visit one stands before somebody."""
        sends = channel in MESSAGES
        said, shown = self.tr("照读，录音即为证据"), self.tr("复制后发出，截图即为证据")
        later = self.tr("也可稍后补")
        self.questions["debt"].ask(
            self.tr("消息") if sends else self.tr("确认欠款"), shown if sends else said
        )
        self.questions["recording"].ask(self.tr("截图或原文") if sends else self.tr("录音"), later)
        present = self.tr("面谈对象") if channel in ("visit", "meeting") else self.tr("接听人")
        self.questions["spoken"].ask(self.tr("收件人") if sends else present, "")

    def ask_why(self, wanted: bool) -> None:
        """Ask for the reason of a contact the guard speaks against, or not."""
        if wanted == self.override.isHidden():
            self.override.setVisible(wanted)

    def mark(self, where: str) -> None:
        """Mark and go to the field a refusal speaks of."""
        if where == "promise":
            self.promise.set_wrong(True)
            target = self.promise.amount if self.promise.day else self.promise.day_edit
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif where == "amount":
            set_wrong(self.part, True)
            self.part.setFocus(Qt.FocusReason.OtherFocusReason)
        elif where in ("override", "at"):
            edit = self.override if where == "override" else self.when
            set_wrong(edit, True)
            edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _said() -> QLabel:
    """Words to say, under the question they belong to."""
    label = text(size=12, tone="text2", wrap=True, selectable=True)
    label.hide()
    return label
