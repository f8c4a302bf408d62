"""版式: how the firm's letters look and are printed: pictures, code, window envelopes, order, copies, both sides."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QWidget

from models.actions.settings import choose
from models.actions.wording import PICTURES, set_picture
from models.changes import Changes
from models.progress import Progress
from models.queries.settings import setting
from models.rules.problems import Problem
from models.settings import LETTER_COPIES, LETTER_DUPLEX, LETTER_ORDER, LETTER_QR, LETTER_WINDOW
from ui.common.ask import choose_file
from ui.common.buttons import Button
from ui.common.fields import Field
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentences


class LookWindow(RecordDialog):
    """What is chosen holds for every letter from then on; a picture is taken in at once."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "", (520, 460), "")
        self.setWindowTitle(self.tr("函件版式"))
        self.primary.set_words(self.tr("保存"))
        self.ticks = {
            LETTER_WINDOW: QCheckBox(self.tr("收件地址印在开窗信封的窗口里")),
            LETTER_QR: QCheckBox(self.tr("页脚印编号二维码")),
            LETTER_DUPLEX: QCheckBox(self.tr("双面打印")),
        }
        for which, box in self.ticks.items():
            box.setChecked(setting(context.store, which))
            self.body.addWidget(box)
        self.order = QComboBox()
        self.order.addItem(self.tr("按清单顺序"), "asked")
        self.order.addItem(self.tr("按邮编顺序"), "postcode")
        self.order.setCurrentIndex(self.order.findData(setting(context.store, LETTER_ORDER)))
        self.body.addWidget(Field(self.tr("出具顺序"), self.order))
        self.copies = QSpinBox()
        self.copies.setRange(1, 4)
        self.copies.setValue(setting(context.store, LETTER_COPIES))
        self.body.addWidget(Field(self.tr("打印份数"), self.copies))
        self.states = {name: text("", tone="text2") for name in PICTURES}
        for name, words in (("logo", self.tr("信头标志")), ("signature", self.tr("签名图片"))):
            self.body.addLayout(self._picture_row(name, words))
        self.body.addStretch(1)
        self._say_pictures()

    def _picture_row(self, name: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        take, drop = Button(self.tr("选图片"), "folder"), Button(self.tr("去掉"))
        take.setAccessibleName(f"{words} {self.tr('选图片')}")
        drop.setAccessibleName(f"{words} {self.tr('去掉')}")
        take.clicked.connect(lambda: self.take_picture(name))
        drop.clicked.connect(lambda: self._set_picture(name, taken=False))
        row.addWidget(text(words, bold=True))
        row.addWidget(self.states[name], 1)
        row.addWidget(take)
        row.addWidget(drop)
        return row

    def take_picture(self, name: str) -> None:
        """Ask for a picture and take it in."""
        self._set_picture(name, taken=True)

    def _set_picture(self, name: str, *, taken: bool) -> None:
        file = choose_file(self, self.tr("选图片"), "PNG, JPEG (*.png *.jpg *.jpeg)") if taken else None
        if taken and file is None:
            return
        desk = self.context.desk
        self.context.act(
            lambda _: set_picture(desk, name, file), lambda _: self._say_pictures(), self._wrong, owner=self
        )

    def _wrong(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")

    def _say_pictures(self) -> None:
        self.say("")
        for name, which in PICTURES.items():
            there = bool(setting(self.context.store, which))
            self.states[name].setText(self.tr("已有图片") if there else self.tr("没有图片"))

    def save(self) -> None:
        """Keep what was changed."""
        desk, store = self.context.desk, self.context.store
        ticks = {which: box.isChecked() for which, box in self.ticks.items()}
        order, copies = str(self.order.currentData()), self.copies.value()

        def work(_progress: Progress) -> Changes:
            changes = Changes(settings=True)
            for which, ticked in ticks.items():
                if setting(store, which) != ticked:
                    changes |= choose(desk, which, ticked)
            if setting(store, LETTER_ORDER) != order:
                changes |= choose(desk, LETTER_ORDER, order)
            if setting(store, LETTER_COPIES) != copies:
                changes |= choose(desk, LETTER_COPIES, copies)
            return changes

        self.keep(work)
