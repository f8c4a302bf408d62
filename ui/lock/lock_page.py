"""What a locked window shows: that it is locked, a field for the pass phrase, and nothing of the books."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.fields import Field
from ui.common.marks import Icon
from ui.common.text import text
from ui.theme import current

WIDTH = 380
_TICK_MS = 1000


class LockPage(QWidget):
    """``tried`` carries what was typed. ``say_wrong`` and ``wait`` answer it; ``wait`` counts the seconds down.

    ``encrypted`` books have a recovery key that opens them too; without one the way out is another.
    """

    tried = Signal(str)

    def __init__(self, *, encrypted: bool = False) -> None:
        super().__init__()
        self.encrypted, self.seconds, self.wrong = encrypted, 0, ""
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("清账已锁定"))
        self.clock = QTimer(self)
        self.clock.setInterval(_TICK_MS)
        self.clock.timeout.connect(self._tick)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self._middle())
        outer.addStretch(1)
        self.setFocusProxy(self.edit)

    def _middle(self) -> QWidget:
        middle = QWidget()
        middle.setFixedWidth(current().px(WIDTH))
        column = QVBoxLayout(middle)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(Icon("lock", "accent", 32))
        column.addWidget(text(self.tr("清账已锁定"), size=22, bold=True))
        calm = self.tr("窗口里的内容已遮住，打开着的窗口和填了一半的内容都在，正在进行的工作照常继续。")
        column.addWidget(text(calm, tone="text2", wrap=True))
        column.addWidget(self._phrase())
        row = QHBoxLayout()
        self.unlock = Button(self.tr("解锁"), "", "Return", kind="primary")
        self.unlock.clicked.connect(self._try)
        self.lost = Button(self.tr("忘记口令"), kind="ghost")
        self.lost.clicked.connect(self._tell_what_helps)
        row.addWidget(self.unlock)
        row.addWidget(self.lost)
        row.addStretch(1)
        column.addLayout(row)
        self.help = text("", size=12, tone="text2", wrap=True, selectable=True)
        self.help.hide()
        column.addWidget(self.help)
        column.addStretch(3)
        return middle

    def _phrase(self) -> Field:
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        # Its menu would be a window of its own over a locked one.
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit.returnPressed.connect(self._try)
        self.field = Field(self.tr("口令"), self.edit)
        return self.field

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is where the phrase is typed."""
        super().showEvent(event)
        self.edit.setFocus()

    def say_wrong(self, words: str) -> None:
        """It was not the phrase, or it cannot be tried: say why, and let another be typed."""
        self.wrong = words
        self.edit.clear()
        self._settle()
        self.edit.setFocus()

    def wait(self, seconds: int) -> None:
        """Take no phrase for so long, and say how long still."""
        self.seconds = seconds
        self._settle()
        if seconds:
            self.clock.start()

    def clear(self) -> None:
        """As it is when the window has just been locked."""
        self.wrong = ""
        self.help.hide()
        self.edit.clear()
        self.wait(0)

    def _try(self) -> None:
        typed = self.edit.text()
        if typed and self.edit.isEnabled():
            self._take_no_more()
            self.tried.emit(typed)

    def _take_no_more(self) -> None:
        self.edit.setEnabled(False)
        self.unlock.setEnabled(False)
        self.field.set_hint(self.tr("正在核对口令"))

    def _settle(self) -> None:
        self.edit.setEnabled(not self.seconds)
        self.unlock.setEnabled(not self.seconds)
        left = self.tr("请等 %1 秒再试。").replace("%1", str(self.seconds)) if self.seconds else ""
        self.field.set_hint("")
        self.field.set_error("\n".join(filter(None, (self.wrong, left))))

    def _tick(self) -> None:
        self.seconds = max(0, self.seconds - 1)
        self._settle()
        if not self.seconds:
            self.clock.stop()
            self.edit.setFocus()

    def _tell_what_helps(self) -> None:
        if self.encrypted:
            words = self.tr(
                "口令忘了就输入打印出来的恢复密钥，同样可以解锁；之后在“设置 › 安全”里换一个口令。"
            )
        else:
            words = self.tr(
                "口令找不回来。这把锁只遮住窗口，没有给数据加密：能使用数据目录的人可以运行命令"
                " lock --reset 去掉锁，日志会记下是谁、在什么时候；然后关闭这个窗口，重新打开。"
            )
        self.help.setText(words)
        self.help.show()
        self.edit.setFocus()
