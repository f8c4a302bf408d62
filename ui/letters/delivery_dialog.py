"""登记投递结果: what the post says became of a letter, with the tracking print or the slip as proof."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.actions.letters import RESULTS, deliver
from models.queries.letter_rows import LetterRow
from ui.common.ask import choose_file
from ui.common.buttons import Button
from ui.common.cards import DropZone
from ui.common.choices import ChoiceRow
from ui.common.fields import DateEdit, Field
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded


class DeliveryDialog(RecordDialog):
    """Keys 1 to 4 choose the result; a proof is dropped or chosen. ``saved`` carries the Changes."""

    def __init__(self, context: AppContext, letter: LetterRow, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, self.tr("登记投递结果"), (560, 460), self.tr("保存"))
        self.letter = letter
        self.proof: Path | None = None
        self.body.addWidget(text(letter.debtor, size=16, bold=True, wrap=True))
        facts = [letter.number, letter.waybill or ""]
        self.body.addWidget(text(context.formats.joined(facts), tone="text2", selectable=True))
        options = [
            (name, worded(f"letter_state_{name}", context.language), str(place))
            for place, name in enumerate(RESULTS, 1)
        ]
        self.results = ChoiceRow(options, letter.result)
        self.results.chosen.connect(lambda _: self._say())
        self.body.addWidget(self.results)
        self.day = DateEdit(lambda: context.today, letter.result_on or context.today, past=True)
        self.day.changed.connect(lambda _: self._say())
        self.body.addWidget(Field(self.tr("日期"), self.day))
        self.body.addWidget(self._zone())
        self.body.addStretch(1)
        for place, name in enumerate(RESULTS, 1):
            key = QShortcut(QKeyCombination(Qt.Key(Qt.Key.Key_0 + place)), self.results)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda name=name: self.results.choose(name))
        self.results.buttons[RESULTS[0]].setFocus()
        self._say()

    def _zone(self) -> DropZone:
        zone = DropZone()
        zone.dropped.connect(lambda paths: self.take_proof(paths[0]))
        row = QHBoxLayout()
        row.setSpacing(12)
        self.named = text(self.tr("拖入跟踪查询单或返单，原件不动，存一份到证据"), tone="text2", wrap=True)
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

    def _say(self) -> None:
        """Say what the result does to the limitation clock."""
        words = {
            "signed": self.tr("签收即到达，时效自这一天中断"),
            "refused": self.tr("拒收视为到达，时效自这一天中断；退回的信不要拆封"),
            "returned": self.tr("退回的，只有寄往约定或登记地址才算到达"),
            "lost": self.tr("丢失不算到达，请重新寄送"),
        }
        self.primary.setEnabled(self.results.value is not None and self.day.day is not None)
        self.say(words.get(self.results.value or "", self.tr("请选择投递结果")))

    def save(self) -> None:
        """Keep the result."""
        result, day, proof, desk, letter = (
            self.results.value, self.day.day, self.proof, self.context.desk, self.letter.id,
        )  # fmt: skip
        if result is not None and day is not None:
            self.keep(lambda _: deliver(desk, letter, result, day, proof))
