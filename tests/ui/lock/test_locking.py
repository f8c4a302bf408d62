"""When the window locks: left alone, minimised, with a lock set or taken away while it is open."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindowStateChangeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.actions.settings import choose
from models.changes import Changes
from models.settings import LOCK_MINIMISED
from tests.ui.lock.conftest import PHRASE, unlock
from tests.ui.rooms import At
from ui.lock.window_lock import WindowLock
from ui.main_window import MainWindow

KEY, MOD = Qt.Key, Qt.KeyboardModifier


class Later(At):
    """A clock that is put on."""

    def __init__(self, first):
        super().__init__(first.fixed_today)
        object.__setattr__(self, "gone", timedelta())

    def now(self):
        return self.instant + self.gone

    def pass_(self, **time):
        object.__setattr__(self, "gone", self.gone + timedelta(**time))


@pytest.fixture
def clock(context):
    context.clock = Later(context.clock)
    return context.clock


def test_it_locks_when_nobody_did_anything_for_five_minutes(clock, guarded):
    _, guard = guarded
    clock.pass_(minutes=4, seconds=59)
    guard.idle.look()
    assert not guard.locked
    clock.pass_(seconds=2)
    guard.idle.look()
    assert guard.locked


def test_a_key_begins_the_five_minutes_anew_but_an_event_of_the_program_does_not(clock, guarded):
    window, guard = guarded
    clock.pass_(minutes=4)
    QTest.keyClick(window.windowHandle(), KEY.Key_Shift)
    assert guard.idle.idle_s < 1
    clock.pass_(minutes=4)
    pressed = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Shift, MOD.NoModifier)
    QApplication.sendEvent(window.windowHandle(), pressed)
    assert guard.idle.idle_s >= 240


def test_minimising_locks_where_that_was_chosen(guarded, context):
    window, guard = guarded
    window.setWindowState(Qt.WindowState.WindowMinimized)
    QApplication.sendEvent(window, QWindowStateChangeEvent(Qt.WindowState.WindowNoState))
    assert not guard.locked
    choose(context.desk, LOCK_MINIMISED, True)
    QApplication.sendEvent(window, QWindowStateChangeEvent(Qt.WindowState.WindowNoState))
    assert guard.locked


def test_a_lock_that_is_set_while_the_window_is_open_watches_from_then_on(context, keys, lock, windows):
    window, guard = MainWindow(context), WindowLock()
    guard.guard(context, window)
    assert not guard.idle.watching
    lock.put(PHRASE)
    context.bus.changed.emit(Changes(settings=True))
    assert guard.idle.watching
    guard.stop()


def test_a_lock_taken_away_by_command_lets_the_clerk_in(guarded, lock, qtbot):
    _, guard = guarded
    guard.lock()
    lock.take_away()
    unlock(qtbot, guard, "anything")
    assert not guard.locked


def test_its_key_locks_from_every_window_of_the_program(guarded, windows):
    window, guard = guarded
    window.rooms.settings("safety")
    other = windows.show(window.rooms.open["settings"])
    windows.press(other, (KEY.Key_L, MOD.ControlModifier | MOD.AltModifier))
    assert guard.locked
    assert not other.isVisible()
