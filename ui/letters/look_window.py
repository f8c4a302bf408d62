"""版式: how the firm's letters look and are printed: pictures, code, window envelopes, order, copies, both sides."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from models.actions.settings import choose
from models.changes import Changes
from models.progress import Progress
from models.queries.settings import setting
from models.rules.problems import Problem
from models.settings import LETTER_COPIES, LETTER_DUPLEX, LETTER_ORDER, LETTER_QR, LETTER_WINDOW
from ui.common.fields import Field
from ui.common.letter_pictures import LetterPictures
from ui.common.record import RecordDialog
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
        self.pictures = LetterPictures(context)
        self.pictures.taken.connect(lambda: self.say(""))
        self.pictures.refused.connect(self._wrong)
        self.body.addWidget(self.pictures)
        self.body.addStretch(1)

    def _wrong(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")

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
