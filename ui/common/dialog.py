"""The frame of every window that makes a record: body, and a foot with one primary button.

Windows are native, movable and modeless: the clerk looks things up while one is open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.nav import Stepper
from ui.common.text import text
from ui.theme import current


class DialogShell(QDialog):
    """A window with a ``body`` (a QVBoxLayout) and a foot: ``say`` at its left, buttons at its right.

    ``primary`` names the result (打印 199 封) and answers to ``primary_key``; it emits ``saved``. Esc, the
    cross and 取消 close, unless ``may_close`` says no. It deletes itself when closed.
    """

    saved = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        size: tuple[int, int],
        primary: str,
        *,
        primary_key: str = "Ctrl+Return",
        primary_icon: str = "",
        margin: int = 24,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.frame = QVBoxLayout(self)
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(0)
        self.page = QWidget(self)
        self.page.setObjectName("body")
        self.body = QVBoxLayout(self.page)
        self.body.setContentsMargins(margin, 20 if margin else 0, margin, 20 if margin else 0)
        self.body.setSpacing(12)
        self.frame.addWidget(self.page, 1)
        self.primary = Button(primary, primary_icon, primary_key, kind="primary", bind=True)
        self.primary.clicked.connect(self.press_primary)
        self._build_foot()
        self._take_room(size)

    def _build_foot(self) -> None:
        foot = QWidget(self)
        foot.setObjectName("foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons = QHBoxLayout(foot)
        self.buttons.setContentsMargins(24, 11, 24, 11)
        self.buttons.setSpacing(8)
        self.hint = text("", tone="text2", wrap=True)
        self.cancel = Button(self.tr("取消"), key="Escape")
        self.cancel.clicked.connect(self.close)
        self.buttons.addWidget(self.hint, 1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.primary)
        self.frame.addWidget(foot)

    def _take_room(self, size: tuple[int, int]) -> None:
        """``size`` is that at standard font size; larger text takes a larger window, as far as the screen goes."""
        room: QRect = self.screen().availableGeometry()
        wide, high = (current().px(length) for length in size)
        self.resize(min(wide, room.width() - 16), min(high, room.height() - 48))

    def add_button(self, words: str, icon: str = "", key: str = "") -> Button:
        """One more button, left of the primary one, its key bound."""
        button = Button(words, icon, key, bind=True)
        self.buttons.insertWidget(self.buttons.count() - 1, button)
        return button

    def forbid(self, why: str) -> None:
        """The primary button does nothing because of ``why``, which is said at once; an empty one allows it."""
        self.primary.forbid(why)
        if why:
            self.say(why, "bad")

    def say(self, words: str, tone: str = "text2") -> None:
        """Say at the left of the foot what will happen, or what is still missing (tone ``bad``)."""
        self.hint.setText(words)
        self.hint.setProperty("tone", tone)
        self.hint.style().unpolish(self.hint)
        self.hint.style().polish(self.hint)
        self.make_room()

    def make_room(self) -> None:
        """Grow where longer words in the foot would press the fields above it together."""
        least = self.frame.totalMinimumHeightForWidth(self.width())
        if self.isVisible() and self.height() < least:
            self.resize(self.width(), least)

    def press_primary(self) -> None:
        """What the primary button does: it tells ``saved``, unless a subclass does the act itself."""
        self.saved.emit()

    @property
    def has_draft(self) -> bool:
        """Whether something stands in it that would be lost with it; the change of day waits for that."""
        return False

    def may_close(self) -> bool:
        """Whether the window may go; a subclass asks about a draft here."""
        return True

    def reject(self) -> None:
        """Esc closes as the cross does."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go, if it may."""
        if self.may_close():
            event.accept()
        else:
            event.ignore()


class WizardShell(DialogShell):
    """A window in steps, named on top. Pages are added in order; ``stepped`` carries the number from 0."""

    stepped = Signal(int)

    def __init__(
        self, parent: QWidget | None, title: str, size: tuple[int, int], steps: Sequence[str], primary: str
    ) -> None:
        super().__init__(parent, title, size, primary, margin=0)
        self.body.setSpacing(0)
        self._unbuilt: dict[int, tuple[QWidget, Callable[[], QWidget]]] = {}
        self.stepper = Stepper(steps)
        head = QWidget(self.page)
        head.setObjectName("steps")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 12, 24, 13)
        row.addWidget(self.stepper)
        self.body.addWidget(head)
        self.stack = QStackedWidget(self.page)
        self.body.addWidget(self.stack, 1)
        self.back = Button(self.tr("上一步"))
        self.back.clicked.connect(lambda: self.go(self.step - 1))
        self.buttons.insertWidget(self.buttons.indexOf(self.cancel), self.back)
        self.back.hide()

    @property
    def step(self) -> int:
        """The step shown, from 0."""
        return self.stack.currentIndex()

    def add_page(self, page: QWidget) -> QWidget:
        """The page of the next step."""
        self.stack.addWidget(page)
        return page

    def add_later(self, build: Callable[[], QWidget]) -> None:
        """The page of the next step, built when it is first shown."""
        empty = QWidget(self.stack)
        self._unbuilt[self.stack.addWidget(empty)] = (empty, build)

    def go(self, step: int) -> None:
        """Show a step. What its primary button says is set by the one who listens to ``stepped``."""
        if step in self._unbuilt:
            self._take_in(step, *self._unbuilt.pop(step))
        self.stack.setCurrentIndex(step)
        self.stepper.go(step)
        self.back.setVisible(step > 0)
        self.stepped.emit(step)

    def _take_in(self, step: int, empty: QWidget, build: Callable[[], QWidget]) -> None:
        self.stack.insertWidget(step, build())
        self.stack.removeWidget(empty)
        empty.deleteLater()
