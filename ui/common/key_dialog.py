"""请输入口令: asks for what opens encrypted books or a backup of them, before anything of it is shown."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.progress import Progress
from models.rules.problems import Problem
from models.store.keys import KeyFile
from models.store.tries import Tries
from models.vault.key import Key
from ui.common.dialog import DialogShell
from ui.common.fields import Field
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentences

_TICK_MS = 1000


class KeyDialog(DialogShell):
    """``opened`` carries the Key once the right words were typed; then the window goes.

    ``tries`` counts wrong ones over restarts and lets them wait; it is that of the lock. A backup has none.
    """

    opened = Signal(object)

    def __init__(
        self,
        context: AppContext,
        keys: KeyFile,
        told: str,
        tries: Tries | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "", (460, 260), "", primary_icon="lock", primary_key="Return")
        self.setWindowTitle(self.tr("请输入口令"))
        self.primary.set_words(self.tr("打开"))
        self.context, self.keys, self.tries = context, keys, tries
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.returnPressed.connect(self.press_primary)
        self.field = Field(self.tr("口令或恢复密钥"), self.edit)
        self.body.addWidget(text(told, tone="text2", wrap=True))
        self.body.addWidget(self.field)
        lost = self.tr("口令忘了，就输入打印出来的恢复密钥（八组，横线可以不写）。")
        self.body.addWidget(text(lost, size=12, tone="text3", wrap=True))
        self.body.addStretch(1)
        self.clock = QTimer(self)
        self.clock.setInterval(_TICK_MS)
        self.clock.timeout.connect(self._wait)
        self._wait()
        self.edit.setFocus()

    def press_primary(self) -> None:
        """Try what was typed; the lane is one where nothing waits, for a try is slow on purpose."""
        words = self.edit.text()
        if not words or not self.edit.isEnabled():
            return
        keys, tries, now = self.keys, self.tries, self.context.clock.now()

        def work(_progress: Progress) -> Key:
            if tries:
                tries.begin(now)
            key = keys.opened(words)
            if tries:
                tries.forget()
            return key

        self._allow(False)
        self.field.set_error("")
        self.say(self.tr("正在核对口令"))
        self.context.jobs.door(work, self._opened, self._refused, owner=self)

    def _opened(self, key: Key) -> None:
        self.opened.emit(key)
        self.close()

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say("")
        self.edit.clear()
        self.field.set_error(sentences(problems, self.context.language))
        self._wait()

    def _wait(self) -> None:
        """Take nothing while it is too early for another try, and say how long still."""
        seconds = self.tries.left(self.context.clock.now()) if self.tries else 0
        self._allow(not seconds)
        if seconds:
            self.field.set_error(self.tr("请等 %1 秒再试。").replace("%1", str(seconds)))
            self.clock.start()
        elif self.clock.isActive():
            self.clock.stop()
            self.field.set_error("")

    def _allow(self, allowed: bool) -> None:
        self.edit.setEnabled(allowed)
        self.primary.setEnabled(allowed)
        if allowed:
            self.edit.setFocus()


def asked_key(dialog: KeyDialog) -> Key | None:
    """Show it and wait for it: nothing else is on the screen yet. None where it was closed."""
    found: list[Key] = []
    loop = QEventLoop()
    dialog.opened.connect(found.append)
    dialog.destroyed.connect(loop.quit)
    dialog.show()
    loop.exec()
    return found[0] if found else None
