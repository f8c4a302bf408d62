"""A main window on books with three claims, guarded by a lock whose guesses cost next to nothing."""

import pytest
from PySide6.QtCore import Qt

from models.store.app_lock import AppLock
from models.store.passphrase import Cost
from ui.lock.window_lock import WindowLock
from ui.main_window import MainWindow

PHRASE = "四月的雨落在码头上"


@pytest.fixture
def lock(context):
    return AppLock(context.store.folder, cost=Cost(1, 8, 1))


@pytest.fixture
def guarded(context, keys, lock, windows):
    """The window and its lock, which is set and open."""
    lock.put(PHRASE)
    window, guard = MainWindow(context), WindowLock()
    window.watch.stop()
    guard.guard(context, window, opened=True)
    window.begin()
    windows.show(window)
    yield window, guard
    guard.stop()


def unlock(qtbot, guard, phrase=PHRASE):
    guard.page.edit.setText(phrase)
    qtbot.keyClick(guard.page.edit, Qt.Key.Key_Return)
