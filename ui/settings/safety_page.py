"""Who can look into the books: the lock of the window."""

from __future__ import annotations

from models.changes import Changes
from models.settings import LOCK_MINIMISED, LOCK_MINUTES
from models.store.app_lock import lock_of
from ui.context import AppContext
from ui.settings.encryption_card import EncryptionCard
from ui.settings.lock_dialog import CHANGE, REMOVE, SET, LockDialog
from ui.settings.section import Section
from ui.settings.state_card import StateCard


class SafetyPage(Section):
    """Whether there is a lock, what it does and when it locks."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("安全"), resets=False)
        self.lock = lock_of(context.store)
        self.encryption = EncryptionCard(context)
        self.column.addWidget(self.encryption)
        self.window_lock = self._lock_card()
        self.column.addWidget(self.window_lock)
        self.add_number(
            LOCK_MINUTES, self.tr("多少分钟没有操作就锁定"), self.tr("1 到 10 分钟；只算键盘和鼠标的操作。")
        )
        when = [(False, self.tr("不锁定")), (True, self.tr("锁定"))]
        self.add_choice(LOCK_MINIMISED, self.tr("最小化时"), when)
        context.bus.changed.connect(self._changed)
        self.show_lock()

    def _lock_card(self) -> StateCard:
        words = self.tr(
            "锁定时遮住所有窗口，要口令才能回来；打开程序时、没有操作一段时间后和按 Ctrl Alt L 时锁定。"
            "它不给数据加密，也不管命令：能使用数据目录的人仍能读到数据。"
        )
        card = StateCard(self.tr("窗口锁"), words)
        self.put = card.add_act(self.tr("设锁"), "lock", lambda: self.open_dialog(SET), when=False)
        self.change = card.add_act(self.tr("更改口令"), "edit", lambda: self.open_dialog(CHANGE), when=True)
        self.remove = card.add_act(self.tr("去掉锁"), "close", lambda: self.open_dialog(REMOVE), when=True)
        return card

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
        yes, no = self.tr("已设锁。"), self.tr("没有设锁：谁坐到电脑前都能看到窗口里的内容。")
        self.window_lock.tell(yes if there else no, there=there)
        self.change.setVisible(there and self.lock.books is None)
