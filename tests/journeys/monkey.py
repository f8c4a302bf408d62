"""Somebody who presses and clicks whatever there is: in any window, by chance, and can say what was done."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

KEYS = (
    *"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", *("Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Home", "End"),
    *("PgUp", "PgDown", "Space", "Return", "Return", "Escape", "Escape", "Delete", "Backspace", "F1", "F2", "F5", "F6"),
    *(f"Ctrl+{letter}" for letter in "ABCDEFGHIKLNOPRSTUVXYZ123456789"), "Ctrl+Return", "Ctrl+Shift+C", "Ctrl+Shift+E",
    *("Shift+L", "Shift+Down", "Ctrl+Down", "Ctrl+F6", "Alt+Down", "Menu", "?", "/", ",", ".", "-", "="),
    *("Ctrl+Alt+L", "Ctrl+Alt+L"),
)  # fmt: skip
WORDS = ("1234.56", "2026-12-31", "<b>甲</b>", "公司", "%s", "-1", "'; --", "\u202e12", "99999999999999999")
BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
_LOOK_MS = 15
_MISTYPED = "wrong"
"""Too short to become the pass phrase where a new one is asked for."""


class Monkey:
    """Presses, types and clicks; a window that holds everything up is answered by a key or shut.

    Where a pass phrase is asked for it is mostly given, as whoever is locked out does nothing else any more.
    """

    def __init__(self, seed: int, phrase: str = "") -> None:
        self.chance = random.Random(seed)
        self.phrase = phrase
        self.trail: deque[str] = deque(maxlen=40)

    def act(self, main: QWidget) -> None:
        """One thing, in one of the windows that can be reached."""
        window = self.chance.choice(self._windows(main))
        asked = _secret(window) if self.phrase else None
        if asked is not None and self.chance.random() < 0.6:
            self._unlock(asked)
            return
        do = self.chance.choices((self._press, self._click, self._type), weights=(5, 4, 1))[0]
        do(window)

    @contextmanager
    def unblocking(self) -> Iterator[None]:
        """While this lasts, no modal window and no menu stays for long."""
        timer = QTimer()
        timer.setInterval(_LOOK_MS)
        # Answering one window may open another that waits: this timer must have returned by then, or none answers that.
        timer.timeout.connect(lambda: QTimer.singleShot(0, self._unblock))
        timer.start()
        try:
            yield
        finally:
            timer.stop()

    def _windows(self, main: QWidget) -> list[QWidget]:
        open_now = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()
        ]
        return [*open_now, *open_now, main]

    def _press(self, window: QWidget) -> None:
        chord = self.chance.choice(KEYS)
        window.activateWindow()
        target = QApplication.focusWidget() if QApplication.activeWindow() is window else window
        self._note(f"{chord} at {target}")
        keys = QKeySequence(chord)[0]
        QTest.keyClick(target or window, keys.key(), keys.keyboardModifiers())

    def _click(self, window: QWidget) -> None:
        place = QPoint(
            self.chance.randrange(max(1, window.width())), self.chance.randrange(max(1, window.height()))
        )
        target = window.childAt(place) or window
        button = self.chance.choice(BUTTONS)
        self._note(f"{button.name} on {target}")
        inside = target.mapFrom(window, place) if target is not window else place
        double = self.chance.random() < 0.15
        (QTest.mouseDClick if double else QTest.mouseClick)(
            target, button, Qt.KeyboardModifier.NoModifier, inside
        )

    def _type(self, window: QWidget) -> None:
        target = window.focusWidget() or window
        words = self.chance.choice(WORDS)
        self._note(f"{words!r} into {target}")
        for character in words:
            if character.isascii():
                QTest.keyClick(target, character)

    def _unlock(self, edit: QLineEdit) -> None:
        words = self.phrase if self.chance.random() < 0.8 else _MISTYPED
        self._note(f"{words!r} into {edit}")
        edit.selectAll()
        QTest.keyClicks(edit, words)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def _unblock(self) -> None:
        menu, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if menu is not None:
            self._note(f"shuts {menu}")
            menu.close()
        elif modal is not None:
            self._note(f"answers {modal}")
            QTest.keyClick(
                modal, self.chance.choice((Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Return))
            )
            if isinstance(modal, QDialog) and self.chance.random() < 0.3:
                modal.reject()

    def _note(self, what: str) -> None:
        self.trail.append(what)


def _secret(window: QWidget) -> QLineEdit | None:
    """Where a pass phrase is typed into that window now."""
    return next(
        (
            edit
            for edit in window.findChildren(QLineEdit)
            if edit.echoMode() == QLineEdit.EchoMode.Password and edit.isVisible() and edit.isEnabled()
        ),
        None,
    )


def put_away(main: QWidget) -> None:
    """Every window but the main one goes; nothing is asked."""
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each is not main:
            each.hide()
            each.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
