"""Encrypted books at the start of the window: nothing is shown before the right words were typed."""

import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from main import render
from models.actions.desk import Desk
from models.rules.recovery_key import written
from models.store.conversion import encrypt
from models.store.keys import new_keys, new_recovery_key
from models.store.passphrase import Cost
from models.store.tries import Tries
from models.vault.key import new_key
from tests.journeys.clerk import asked_for
from ui.app import Session
from ui.common.key_dialog import KeyDialog
from ui.single_instance import SingleInstance

PHRASE = "四月的雨落在码头上"
SECRET = new_recovery_key()


@pytest.fixture
def root(desk: Desk, claim):
    """Encrypted books with a claim, shut."""
    claim()
    key = new_key()
    keys = new_keys(key, PHRASE, Cost(1, 64, 1)).with_recovery(key, SECRET)
    encrypt(desk.store, key, keys, desk.clock.now())
    desk.store.close()
    return desk.store.folder.root


def start(qapp, qtbot, root, typed):
    """Start the window; ``typed`` is handed to the dialog, one after the other as it can be typed."""
    session, hook, said = Session(qapp, asked_for(root, "2026-11-20", "zh_CN"), render), sys.excepthook, []
    words = list(typed)

    def type_next():
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, KeyDialog)]
        if not dialogs or not dialogs[0].isVisible():
            return
        (dialog,) = dialogs
        if not dialog.edit.isEnabled() and not dialog.clock.isActive():
            return
        said.append(dialog.field.note.text())
        if words:
            dialog.edit.setText(words.pop(0))
            qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
        else:
            dialog.close()

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(type_next)
    timer.start()
    begun = session.begin()
    timer.stop()
    sys.excepthook = hook
    return session, begun, said


def end(session):
    session.day_check.stop()
    session.window.close()
    session.end()


@pytest.mark.parametrize("words", [PHRASE, written(SECRET)], ids=["phrase", "recovery key"])
def test_the_pass_phrase_or_the_recovery_key_opens_them(qapp, qtbot, root, words):
    session, begun, said = start(qapp, qtbot, root, [words])
    assert begun, said
    assert session.store.database.execute_sql("SELECT count(*) FROM claim").fetchone() == (1,)
    assert not session.lock.locked
    end(session)


def test_what_is_wrong_is_said_and_nothing_is_opened(qapp, qtbot, root):
    session, begun, said = start(qapp, qtbot, root, ["三月的雨落在码头上"])
    assert not begun
    assert session.window is None
    assert "不对" in said[1]


def test_after_five_wrong_tries_the_next_one_waits(qapp, qtbot, root, desk):
    session, begun, said = start(qapp, qtbot, root, ["错的口令"] * 5)
    assert not begun
    assert "请等" in said[-1]
    assert Tries(desk.store.folder).left(desk.clock.now()) > 20
    assert session.window is None


def test_a_second_start_brings_the_window_up_without_their_key(qapp, qtbot, root):
    session, begun, _ = start(qapp, qtbot, root, [PHRASE])
    assert begun
    with qtbot.waitSignal(session.single.raised):
        assert SingleInstance(root, session.single.lock).raise_other()
    end(session)
