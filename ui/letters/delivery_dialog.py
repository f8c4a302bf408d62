"""登记投递结果: what the post says became of a letter, who signed, what shows it, and what it does to the clock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.actions.post import deliver, mail, prove_delivery
from models.queries.attempts import Attempt, attempts, second_address
from models.queries.letter_rows import LetterRow
from models.rules.delivery import OUTCOMES, PROOFS, TOLD, arrival
from ui.common.ask import ask_text, choose_file
from ui.common.buttons import Button
from ui.common.cards import DropZone
from ui.common.choices import ChoiceRow
from ui.common.fields import DateEdit, Field
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext
from ui.letters.address_dialog import AddressDialog
from ui.problems import worded

RESULTS = ("signed", "refused", "returned", "lost", "presumed")
DETAILS = {
    result: tuple(key for key in TOLD if OUTCOMES[key].result == result) for result in ("signed", "returned")
}
_ONLY = {"refused": "refused", "lost": "lost", "presumed": "no_record"}


class DeliveryDialog(RecordDialog):
    """Keys 1 to 5 choose the result, Q W E who signed or why it came back; a proof is dropped or chosen.

    It speaks of the newest attempt; where there were more, of the one chosen.
    """

    def __init__(self, context: AppContext, letter: LetterRow, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, self.tr("登记投递结果"), (820, 600), self.tr("保存"))
        self.letter = letter
        self.proof: Path | None = None
        self.tried = attempts(context.store, [letter.id]).get(letter.id, [])
        self.stands = self.tried[-1] if self.tried else None
        self.body.addWidget(text(letter.debtor, size=16, bold=True, wrap=True))
        self.body.addWidget(text(letter.number, tone="text2", selectable=True))
        self.body.addLayout(self._history())
        self.body.addWidget(self._answers())
        self.body.addLayout(self._facts())
        self.body.addWidget(self._zone())
        self.body.addStretch(1)
        self.results.buttons[RESULTS[0]].setFocus()
        self._say()

    # --- what is shown -----------------------------------------------------------------------------------

    def _history(self) -> QVBoxLayout:
        """One line an attempt, and where the letter could go next."""
        lines = QVBoxLayout()
        lines.setSpacing(6)
        for each in self.tried:
            lines.addWidget(text(self._line(each), size=12, tone="text2", wrap=True, selectable=True))
        self.place = text("", size=12, tone="text2", wrap=True)
        self.again = Button(self.tr("寄往另一地址"), "letters")
        self.again.clicked.connect(self.send_again)
        add = Button(self.tr("债务人地址"), "edit")
        add.clicked.connect(self.add_address)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        row.addWidget(add)
        row.addWidget(self.again)
        lines.addLayout(row)
        self._show_place()
        return lines

    def _show_place(self) -> None:
        """Where the letter could go next."""
        self.next_address = second_address(self.context.store, self.letter.id, self.letter.debtor_id)
        known = self.next_address.address if self.next_address else self.tr("没有登记")
        self.place.setText(self.tr("另一地址：%1").replace("%1", known))
        self.again.setEnabled(bool(self.tried and self.next_address))

    def _line(self, each: Attempt) -> str:
        formats, language = self.context.formats, self.context.language
        parts = [
            self.tr("第 %1 次").replace("%1", str(each.number)),
            worded(f"carrier_{each.carrier}", language),
            each.waybill or "",
            formats.day(each.mailed_on),
            worded(f"address_source_{each.address_source}", language) if each.address_source else "",
        ]
        if each.outcome:
            parts += [worded(f"outcome_{each.outcome}", language), formats.day(each.happened_on)]
            parts += [worded(f"arrival_{each.arrival}", language)]
        parts += [self.tr("更正 %1 次").replace("%1", str(each.corrected))] if each.corrected else []
        parts += [worded(f"letter_proof_{file.kind}", language) for file in each.proofs if not file.voided]
        return formats.joined([part for part in parts if part])

    def _answers(self) -> QWidget:
        """What became of it, then who signed or why it came back; their keys act while either has the focus."""
        language, answers = self.context.language, QWidget()
        rows = QVBoxLayout(answers)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        names = [(name, worded(f"letter_state_{name}", language)) for name in RESULTS]
        self.results = ChoiceRow(
            [(name, words, str(at)) for at, (name, words) in enumerate(names, 1)], self.letter.result
        )
        told = self.stands.outcome if self.stands else None
        self.details = {
            result: ChoiceRow(
                [(key, worded(f"outcome_{key}", language), "QWE"[at]) for at, key in enumerate(keys)], told
            )
            for result, keys in DETAILS.items()
        }
        for row in (self.results, *self.details.values()):
            row.chosen.connect(lambda _: self._say())
            rows.addWidget(row)
        for at, name in enumerate(RESULTS):
            self._key(answers, Qt.Key(Qt.Key.Key_1 + at), partial(self.results.choose, name))
        for at, key in enumerate((Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_E)):
            self._key(answers, key, partial(self._choose_detail, at))
        return answers

    def _key(self, over: QWidget, key: Qt.Key, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeyCombination(key), over)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _choose_detail(self, at: int) -> None:
        """The detail in that place, of the result that is chosen."""
        result = self.results.value or ""
        if at < len(DETAILS.get(result, ())):
            self.details[result].choose(DETAILS[result][at])

    def _facts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        context, stands = self.context, self.stands
        self.day = DateEdit(
            lambda: context.today, (stands and stands.happened_on) or context.today, past=True
        )
        self.day.changed.connect(lambda _: self._say())
        self.signer = QLineEdit((stands and stands.signer) or "")
        self.attempt = QComboBox()
        for each in reversed(self.tried):
            self.attempt.addItem(self.tr("第 %1 次").replace("%1", str(each.number)), each)
        self.attempt.currentIndexChanged.connect(lambda _: self._show_attempt())
        if len(self.tried) > 1:
            row.addWidget(Field(self.tr("哪次寄送"), self.attempt), 1)
        self.kind = QComboBox()
        for name in PROOFS:
            self.kind.addItem(worded(f"letter_proof_{name}", context.language), name)
        row.addWidget(Field(self.tr("日期"), self.day), 1)
        row.addWidget(Field(self.tr("签收人"), self.signer), 1)
        row.addWidget(Field(self.tr("凭证种类"), self.kind), 1)
        return row

    def _show_attempt(self) -> None:
        """Speak of another attempt."""
        self.stands = stands = self.attempt.currentData()
        self.day.set_day(stands.happened_on or self.context.today)
        self.signer.setText(stands.signer or "")
        if stands.outcome:
            self.results.choose(OUTCOMES[stands.outcome].result)
        self._say()

    def _zone(self) -> DropZone:
        zone = DropZone()
        zone.dropped.connect(lambda paths: self.take_proof(paths[0]))
        row = QHBoxLayout()
        row.setSpacing(12)
        self.named = text(
            self.tr("拖入跟踪查询单、返单、存根或信封照片，原件不动，存一份到证据"), tone="text2", wrap=True
        )
        pick = Button(self.tr("选择文件"), "paperclip")
        pick.clicked.connect(self._choose)
        row.addWidget(self.named, 1)
        row.addWidget(pick)
        zone.column.addLayout(row)
        return zone

    def _choose(self) -> None:
        path = choose_file(self, self.tr("选择投递凭证"))
        if path is not None:
            self.take_proof(path)

    def take_proof(self, path: Path) -> None:
        """Use this file as the proof."""
        self.proof = path
        self.named.setText(path.name)
        self._say()

    @property
    def outcome(self) -> str | None:
        """What was chosen, as exactly as it was told."""
        result = self.results.value
        if result in self.details:
            return self.details[result].value or result
        return _ONLY.get(result or "")

    def _say(self) -> None:
        """Say what the outcome does to the limitation clock."""
        for result, row in self.details.items():
            row.setVisible(self.results.value == result)
        outcome = self.outcome
        self.primary.setEnabled(bool((outcome or self.proof) and self.day.day))
        self.say(self._effect(outcome) if outcome else self.tr("请选择投递结果，或只存一份凭证"))

    def _effect(self, outcome: str) -> str:
        stands = self.stands
        source = stands.address_source if stands else self.letter.address_source
        found = arrival(outcome, source, stands.carrier if stands else "hand")
        if found == "no":
            words = {"lost": self.tr("丢失不算到达，请重新寄送")}
            return words.get(outcome, self.tr("退回的，只有寄往约定或登记地址才算到达；请寄往另一地址"))
        if OUTCOMES[outcome].result == "presumed":
            return self.tr("凭存根和留底可主张到达，对方可反证；有投递记录才可证明")
        if found == "open":
            return self.tr("可主张到达，时效自这一天中断；请查明签收人是谁，有无代收权")
        if OUTCOMES[outcome].result in ("refused", "returned"):
            return self.tr("视为到达，时效自这一天中断；退回的信不要拆封")
        return self.tr("签收即到达，时效自这一天中断")

    # --- acting ------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the outcome, or only the file where none is chosen."""
        outcome, day, proof, desk, letter = (
            self.outcome, self.day.day, self.proof, self.context.desk, self.letter.id,
        )  # fmt: skip
        kind, signer = self.kind.currentData(), self.signer.text()
        attempt = self.stands.number if self.stands else None
        if outcome is None and proof is not None:
            self.keep(lambda _: prove_delivery(desk, letter, proof, kind, attempt))
        elif outcome is not None and day is not None:
            self.keep(
                lambda _: deliver(
                    desk, letter, outcome, day, proof, proof_kind=kind, signer=signer, attempt=attempt
                )
            )

    def add_address(self) -> None:
        """Enter another address of the debtor, or end one."""
        letter = self.letter
        self.address_dialog = AddressDialog(self.context, letter.debtor, letter.debtor_id, self)
        self.address_dialog.saved.connect(lambda _: self._show_place())
        self.address_dialog.ended.connect(self._show_place)
        self.address_dialog.show()

    def send_again(self) -> None:
        """Another attempt, to the address proposed, under the number of its waybill."""
        place, desk, letter = self.next_address, self.context.desk, self.letter.id
        if place is None:
            return
        number = ask_text(
            self, self.tr("寄往另一地址"), self.tr("邮件单号"), self.tr("登记交寄"), words=place.address
        )
        if number:
            self.context.act(
                lambda _: mail(
                    desk, letter, number, address=place.address, address_source=place.source, again=True
                ),
                self.kept,
                self.refused,
                owner=self,
            )
