"""Who can look into the books: the lock of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.changes import Changes
from models.settings import LOCK_MINIMISED, LOCK_MINUTES
from models.store.app_lock import lock_of
from ui.common.buttons import Button
from ui.common.cards import Card
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.settings.encryption_card import EncryptionCard
from ui.settings.lock_dialog import CHANGE, REMOVE, SET, LockDialog
from ui.settings.section import Section


class SafetyPage(Section):
    """Whether there is a lock, what it does and when it locks."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("安全"), resets=False)
        self.lock = lock_of(context.store)
        self.encryption = EncryptionCard(context)
        self.column.addWidget(self.encryption)
        self._lock_card()
        self.add_number(
            LOCK_MINUTES, self.tr("多少分钟没有操作就锁定"), self.tr("1 到 10 分钟；只算键盘和鼠标的操作。")
        )
        when = [(False, self.tr("不锁定")), (True, self.tr("锁定"))]
        self.add_choice(LOCK_MINIMISED, self.tr("最小化时"), when)
        context.bus.changed.connect(self._changed)
        self.show_lock()

    def _lock_card(self) -> None:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text(self.tr("窗口锁"), bold=True))
        row.addStretch(1)
        self.put = self._button(self.tr("设锁"), "lock", SET)
        self.change = self._button(self.tr("更改口令"), "edit", CHANGE)
        self.remove = self._button(self.tr("去掉锁"), "close", REMOVE)
        for button in (self.put, self.change, self.remove):
            row.addWidget(button)
        card.column.addLayout(row)
        self.stands = text("", wrap=True)
        card.column.addWidget(self.stands)
        words = self.tr(
            "锁定时遮住所有窗口，要口令才能回来；打开程序时、没有操作一段时间后和按 Ctrl Alt L 时锁定。"
            "它不给数据加密，也不管命令：能使用数据目录的人仍能读到数据。"
        )
        card.column.addWidget(text(words, size=12, tone="text2", wrap=True))
        self.column.addWidget(card)

    def _button(self, words: str, icon: str, act: str) -> Button:
        button = Button(words, icon)
        button.clicked.connect(lambda: self.open_dialog(act))
        return button

    def open_dialog(self, act: str) -> LockDialog:
        """Ask for the pass phrases an act needs."""
        dialog = LockDialog(self.context, act, self.window())
        dialog.show()
        return dialog

    def _changed(self, changes: Changes) -> None:
        if changes.settings or changes.everything:
            self.show_lock()

    def show_lock(self) -> None:
        """Say how it stands."""
        there = self.lock.is_set
        self.stands.setText(
            self.tr("已设锁。") if there else self.tr("没有设锁：谁坐到电脑前都能看到窗口里的内容。")
        )
        set_tone(self.stands, "ok" if there else "text2")
        shown: list[tuple[QWidget, bool]] = [
            (self.put, not there),
            (self.change, there and self.lock.books is None),
            (self.remove, there),
        ]
        for button, wanted in shown:
            button.setVisible(wanted)
