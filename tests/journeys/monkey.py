"""Somebody who does whatever can be done: in any window, by chance, and can say what was done."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget

from tests.journeys import gestures
from tests.journeys.clerk import Clerk
from tests.journeys.goods import FileBox
from ui.common import ask
from ui.debtors.acts import debtor_acts
from ui.palette.palette import Palette

KEYS = (
    *"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", *("Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Home", "End"),
    *("PgUp", "PgDown", "Space", "Return", "Return", "Escape", "Escape", "Delete", "Backspace", "F1", "F2", "F5", "F6"),
    *(f"Ctrl+{letter}" for letter in "ABCDEFGHIKLNOPRSTUVXYZ123456789"), "Ctrl+Return", "Ctrl+Shift+C", "Ctrl+Shift+E",
    *("Shift+L", "Shift+Down", "Ctrl+Down", "Ctrl+F6", "Alt+Down", "Menu", "?", "/", ",", ".", "-", "="),
    *("Ctrl+Alt+L", "Ctrl+Alt+L"),
)  # fmt: skip
WORDS = (
    "1234.56", "2026-12-31", "2026-11-20", "<b>甲</b>", "公司", "张三", "%s", "0", "12", "-1", "'; --", "\u202e12",
    "99999999999999999",
)  # fmt: skip
BUTTONS = (gestures.LEFT, gestures.LEFT, gestures.RIGHT)
DAYS = (1, 1, 3, 40, -1)
"""So many days pass; once in a while the clock is set back."""
SIZES = ((1440, 900), (1280, 800), (1024, 640), (700, 500), (1900, 1000))
_LOOK_MS = 15
_MISTYPED = "wrong"
"""Too short to become the pass phrase where a new one is asked for."""


class Monkey:
    """Presses, types, clicks, drags and drops; a window that holds everything up is answered, or shut.

    Where a pass phrase is asked for it is mostly given, as whoever is locked out does nothing else any more.
    ``goods`` is the folder from which files are dropped and chosen.
    """

    def __init__(self, seed: int, clerk: Clerk, goods: Path, phrase: str = "") -> None:
        self.chance = random.Random(seed)
        self.clerk, self.phrase = clerk, phrase
        self.box = FileBox(random.Random(seed), goods)
        self.trail: deque[str] = deque(maxlen=40)
        self._ways = {
            self._press: 210, self._click: 150, self._choose: 330, self._type: 70, self._ask_for: 90, self._roll: 30,
            self._finish: 60, self._drag: 30, self._drop: 20, self._resize: 10, self._dress: 2, self._sleep: 2,
        }  # fmt: skip

    def act(self) -> None:
        """One thing, in one of the windows that can be reached."""
        window = self.chance.choice(self._windows())
        asked = _secret(window) if self.phrase else None
        if asked is not None and self.chance.random() < 0.6:
            self._unlock(asked)
            return
        (do,) = self.chance.choices(list(self._ways), weights=list(self._ways.values()))
        do(window)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """While this lasts, no modal window and no menu stays for long, and the system's box for files gives some."""
        timer = QTimer()
        timer.setInterval(_LOOK_MS)
        # Answering one window may open another that waits: this timer must have returned by then, or none answers that.
        timer.timeout.connect(lambda: QTimer.singleShot(0, self._unblock))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(ask, "QFileDialog", self.box)
            timer.start()
            try:
                yield
            finally:
                timer.stop()

    def _windows(self) -> list[QWidget]:
        open_now = self.clerk.dialogs()
        return [*open_now, *open_now, self.clerk.window]

    # --- hands -------------------------------------------------------------------------------------

    def _press(self, window: QWidget) -> None:
        chord = self.chance.choice(KEYS)
        window.activateWindow()
        target = QApplication.focusWidget() if QApplication.activeWindow() is window else window
        self._note(f"{chord} at {target}")
        gestures.press(target or window, chord)

    def _click(self, window: QWidget) -> None:
        self._click_at(window, self._place(window), self.chance.choice(BUTTONS))

    def _choose(self, window: QWidget) -> None:
        """A click on something that waits for one."""
        places = list(gestures.offered(window))
        if places:
            button = gestures.RIGHT if self.chance.random() < 0.1 else gestures.LEFT
            self._click_at(window, self.chance.choice(places), button)

    def _click_at(self, window: QWidget, place: QPoint, button: Qt.MouseButton) -> None:
        self._note(f"{button.name} on {gestures.under(window, place)[0]} of {window}")
        gestures.click(window, place, button, double=self.chance.random() < 0.15)

    def _type(self, window: QWidget) -> None:
        fields = [each for each in window.findChildren(QLineEdit) if each.isVisible() and each.isEnabled()]
        target = self.chance.choice([*fields, window.focusWidget() or window])
        words = self.chance.choice(WORDS)
        self._note(f"{words!r} into {target}")
        gestures.type_into(target, words)

    def _finish(self, window: QWidget) -> None:
        """The key that does what a window is for."""
        self._note(f"finishes {window}")
        window.activateWindow()
        gestures.press(window.focusWidget() or window, "Ctrl+Return")

    def _roll(self, window: QWidget) -> None:
        place, steps = self._place(window), self.chance.choice((-3, -1, 1))
        self._note(f"wheel by {steps} over {gestures.under(window, place)[0]}")
        gestures.roll(window, place, steps)

    def _drag(self, window: QWidget) -> None:
        start, end = self._place(window), self._place(window)
        self._note(f"drag from {gestures.under(window, start)[0]} to {gestures.under(window, end)[0]}")
        gestures.drag(window, start, end)

    def _drop(self, window: QWidget) -> None:
        place, files = self._place(window), [self.box.any() for _ in range(self.chance.choice((1, 1, 2)))]
        self._note(f"{[file.name for file in files]} onto {gestures.under(window, place)[0]}")
        gestures.drop(window, place, files)

    def _place(self, window: QWidget) -> QPoint:
        return QPoint(
            self.chance.randrange(max(1, window.width())), self.chance.randrange(max(1, window.height()))
        )

    # --- the program as a whole ----------------------------------------------------------------------

    def _ask_for(self, _window: QWidget) -> None:
        """A command by its words in the palette, or something that can be done with a debtor."""
        self.clerk.window.activateWindow()
        gestures.press(self.clerk.window, "Ctrl+K")
        palette = next((each for each in self.clerk.dialogs() if isinstance(each, Palette)), None)
        if palette is None:  # locked, or a question waits
            return
        debtors, down = palette.keeper.index.debtors, 0
        if debtors and self.chance.random() < 0.3:
            words, down = self.chance.choice(debtors).name, self.chance.randrange(len(debtor_acts()) + 1)
        else:
            words = self.chance.choice(
                [each.words for each in palette.finding.commands if each.name != "quit"]
            )
        self._note(f"the palette: {words}, {down} below")
        gestures.type_into(palette.edit, words)
        for chord in (*["Down"] * down, "Return"):
            gestures.press(palette.edit, chord)

    def _resize(self, _window: QWidget) -> None:
        size = self.chance.choice(SIZES)
        self._note(f"the window {size}")
        self.clerk.window.resize(*size)

    def _dress(self, _window: QWidget) -> None:
        """Another language, theme, size or row height, as the settings offer them."""
        window = self.clerk.window
        if self.clerk.session.lock.locked:
            return
        window.rooms.settings("general")
        page = window.rooms.open["settings"].pages["general"]
        combo = self.chance.choice(page.findChildren(QComboBox))
        key = self.chance.choice(("Up", "Down"))
        self._note(f"{key} at {combo}")
        gestures.press(combo, key)

    def _sleep(self, _window: QWidget | None = None) -> None:
        """Days pass, and the program looks at the date."""
        session, days = self.clerk.session, self.chance.choice(DAYS)
        self._note(f"{days} days")
        # The clock is shared by everything that is open: it goes on for all of it at once, as a real one does.
        object.__setattr__(session.clock, "fixed_today", session.clock.today() + timedelta(days))
        session.day_check.timeout.emit()

    # --- what holds everything up -------------------------------------------------------------------

    def _unlock(self, edit: QLineEdit) -> None:
        words = self.phrase if self.chance.random() < 0.8 else _MISTYPED
        self._note(f"{words!r} into {edit}")
        edit.selectAll()
        QTest.keyClicks(edit, words)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def _unblock(self) -> None:
        menu, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if menu is not None:
            self._take_or_shut(menu)
        elif modal is not None:
            self._answer(modal)

    def _take_or_shut(self, menu: QWidget) -> None:
        if self.chance.random() < 0.5:
            self._note(f"shuts {menu}")
            menu.close()
        else:
            self._click_at(menu, self._place(menu), gestures.LEFT)

    def _answer(self, modal: QWidget) -> None:
        if self.chance.random() < 0.02:
            self._sleep()
            return
        self._note(f"answers {modal}")
        if self.chance.random() < 0.3:
            gestures.type_into(modal.focusWidget() or modal, "1")
        gestures.press(modal, self.chance.choice(("Escape", "Escape", "Return")))
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
