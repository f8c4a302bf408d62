import pytest
from PySide6.QtCore import Qt

from models.store.app_lock import AppLock
from models.store.passphrase import Cost
from ui.settings.lock_dialog import CHANGE, REMOVE, SET
from ui.settings.settings_window import SettingsWindow

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
OLD, NEW = "correct horse battery", "four rainy words"


@pytest.fixture
def lock(context):
    return AppLock(context.store.folder, cost=Cost(1, 8, 1))


@pytest.fixture
def page(context, windows):
    return windows.show(SettingsWindow(context, "safety")).pages["safety"]


def asked(page, act, windows, *typed):
    """The window of an act with its fields filled by keys, and the result asked for."""
    dialog = page.open_dialog(act)
    windows.show(dialog)
    for words in typed:
        windows.press(dialog, words, (KEY.Key_Tab,))
    windows.press(dialog, (KEY.Key_Return, CTRL))
    return dialog


def test_a_lock_is_set_by_keys(page, lock, windows):
    assert not page.remove.isVisible()
    asked(page, SET, windows, OLD, OLD)
    assert lock.is_set
    assert page.window_lock.stands.text() == "已设锁。"
    assert (page.put.isVisible(), page.change.isVisible(), page.remove.isVisible()) == (False, True, True)


def test_two_different_phrases_set_nothing(page, lock, windows):
    dialog = asked(page, SET, windows, OLD, NEW)
    assert dialog.hint.text() == "两次输入的新口令不一样。"
    assert not lock.is_set


def test_a_weak_phrase_is_not_taken_and_why(page, lock, windows):
    dialog = asked(page, SET, windows, "12345678", "12345678")
    assert dialog.hint.text().startswith("这样的口令最先被猜到")
    assert not lock.is_set
    assert dialog.new.text() == "12345678"


def test_another_phrase_needs_the_one_before(page, lock, windows, context):
    lock.put(OLD)
    dialog = asked(page, CHANGE, windows, "not the old one", NEW, NEW)
    assert dialog.hint.text() == "口令不对。"
    dialog.close()
    asked(page, CHANGE, windows, OLD, NEW, NEW)
    lock.try_phrase(NEW, context.clock.now())


def test_removing_needs_the_phrase(page, lock, windows):
    lock.put(OLD)
    asked(page, REMOVE, windows, "not this").close()
    assert lock.is_set
    asked(page, REMOVE, windows, OLD)
    assert not lock.is_set
    assert page.put.isVisible()


def test_enter_leads_through_the_fields_and_from_the_last_does_it(page, lock, windows):
    dialog = windows.show(page.open_dialog(SET))
    windows.press(dialog, OLD, (KEY.Key_Return,), OLD, (KEY.Key_Return,))
    assert lock.is_set
