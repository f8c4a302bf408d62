"""Step 4 of an import: what was written, what is still open, and the ways back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.actions.imports import Imported, Undone
from models.queries.missing import OPEN
from ui.common.buttons import Button
from ui.common.cards import Card, KeyValues
from ui.common.formats import Formats
from ui.common.marks import Icon
from ui.common.text import set_tone, text
from ui.ledger.draft import Draft
from ui.ledger.lines import DOUBTFUL


@dataclass(frozen=True)
class Outcome:
    """What came of a ledger besides its new and changed claims.

    ``paid`` are rows whose receipts were booked and missing claims that were paid or credited; ``missing`` those
    without an answer; ``alike`` names nobody has settled.
    """

    same: int
    errors: int
    doubtful: int
    paid: int
    answered: int
    missing: int
    alike: int

    @classmethod
    def of(cls, draft: Draft, counts: Counter[str]) -> Outcome:
        """Of what was shown before it was taken over."""
        answers = draft.standing_answers
        return cls(
            same=counts["same"],
            errors=counts["problem"],
            doubtful=counts[DOUBTFUL],
            paid=sum(map(bool, draft.to_book.lines.column("more_paid_fen")))
            + sum(answer.kind != OPEN for answer in answers.values()),
            answered=len(answers),
            missing=counts["missing"] - len(answers),
            alike=len(draft.comparison.alike),
        )


class DonePage(QWidget):
    """The result. ``undo_wanted`` takes the batch back, ``errors_wanted`` saves the copy to mend."""

    undo_wanted = Signal()
    errors_wanted = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        column = QVBoxLayout(self)
        column.addStretch(1)
        card = Card(padding=24)
        card.setFixedWidth(560)
        self.sign = Icon("check", "ok", 32)
        self.title = text("", size=17, bold=True, wrap=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.sign)
        head.addWidget(self.title, 1)
        card.column.addLayout(head)
        card.column.addSpacing(8)
        card.column.addWidget(self._facts())
        card.column.addSpacing(8)
        self.next_step = text("", bold=True, wrap=True)
        card.column.addWidget(self.next_step)
        card.column.addSpacing(12)
        card.column.addLayout(self._buttons())
        self.said = text("", tone="text2", wrap=True, selectable=True)
        self.said.hide()
        card.column.addWidget(self.said)
        middle = QHBoxLayout()  # an aligned item would not grow with its wrapped words
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)

    def _facts(self) -> KeyValues:
        self.facts = KeyValues(label_width=96)
        for label in (
            self.tr("新增"),
            self.tr("更新"),
            self.tr("不变"),
            self.tr("登记回款"),
            self.tr("错误"),
            self.tr("缺失"),
            self.tr("列匹配"),
        ):
            self.facts.add(label, "")
        return self.facts

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.undo = Button(self.tr("撤销整批"), "undo", "Ctrl+Z", bind=True)
        self.undo.clicked.connect(self.undo_wanted)
        self.errors = Button(self.tr("另存改错副本"), "sheet")
        self.errors.clicked.connect(self.errors_wanted)
        row.addWidget(self.undo)
        row.addWidget(self.errors)
        row.addStretch(1)
        return row

    def show_imported(self, imported: Imported, outcome: Outcome) -> None:
        """Say what was written, and the one thing to do next."""
        count = self.formats.count
        words = self.tr("已导入 %1 行").replace("%1", count(imported.new + imported.changed))
        self.title.setText(words)
        self.sign.picture = "check"
        missing = self.tr("%1 笔已答复，%2 笔保留")
        values = (
            count(imported.new),
            count(imported.changed),
            count(outcome.same),
            count(outcome.paid),
            count(outcome.errors),
            missing.replace("%1", count(outcome.answered)).replace("%2", count(outcome.missing)),
            self.tr("已记住，下次同样的表直接到差异"),
        )
        for label, value in zip(list(self.facts.values), values, strict=True):
            self.facts.show_value(label, value)
        self.next_step.setText(self._next(outcome))
        self.errors.setVisible(bool(outcome.errors or outcome.doubtful))
        self.undo.setEnabled(True)
        self.said.hide()

    def _next(self, outcome: Outcome) -> str:
        count = self.formats.count
        if outcome.errors:
            words = self.tr("下一步：另存改错副本，改好 %1 行错误后再拖进来，不会重复。")
            return words.replace("%1", count(outcome.errors))
        if outcome.missing:
            words = self.tr("下一步：问清 %1 笔缺失的债权是付了还是仍欠，下次导入会再问。")
            return words.replace("%1", count(outcome.missing))
        if outcome.alike:
            words = self.tr("下一步：核对 %1 个相近的名称是不是同一家。")
            return words.replace("%1", count(outcome.alike))
        return self.tr("下一步：到“今日”看先催谁。")

    def show_undone(self, undone: Undone) -> None:
        """Say that all is as before."""
        words = self.tr("已撤销整批：移除 %1 笔，恢复 %2 笔")
        self.title.setText(
            words.replace("%1", self.formats.count(undone.removed)).replace(
                "%2", self.formats.count(undone.restored)
            )
        )
        self.sign.picture = "undo"
        self.sign.update()
        self.next_step.setText(self.tr("账已回到导入之前，可以关上窗口，或改好台账后重新导入。"))
        self.undo.setEnabled(False)
        self.said.hide()

    def say(self, words: str) -> None:
        """Say what was done besides."""
        self._say(words, "text2")

    def say_doubt(self, words: str) -> None:
        """Say what somebody should look at."""
        self._say(words, "warn")

    def say_wrong(self, words: str) -> None:
        """Say why it was not done."""
        self._say(words, "bad")

    def _say(self, words: str, tone: str) -> None:
        self.said.setText(words)
        set_tone(self.said, tone)
        self.said.show()
