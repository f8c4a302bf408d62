"""The program as it is started: locked books show their lock first, and midnight takes nothing away behind it."""

import sys

import pytest

from main import render
from models.store.app_lock import AppLock
from models.store.passphrase import Cost
from tests.journeys.clerk import asked_for
from tests.ui.lock.conftest import PHRASE
from ui.app import Session


@pytest.fixture
def session(qapp, context, keys):
    """Started on books with claims, whose lock is set."""
    root = context.store.folder.root
    AppLock(context.store.folder, cost=Cost(1, 8, 1)).put(PHRASE)
    context.store.close()
    hook = sys.excepthook
    begun = Session(qapp, asked_for(root, "2026-11-20", "zh_CN"), render)
    assert begun.begin()
    sys.excepthook = hook  # what nobody catches fails the test instead of being shown
    yield begun
    begun.day_check.stop()
    begun.window.close()
    begun.end()


def test_the_lock_comes_before_the_books(session):
    assert session.lock.locked
    assert session.window.isVisible()
    assert session.window.sheets.currentWidget() is session.lock.page


def test_midnight_builds_no_new_window_behind_the_lock(session):
    window = session.window
    session.day = session.day.replace(day=1)
    session._look_at_the_day()
    assert session.window is window


def test_a_second_start_brings_the_locked_window_up_and_leaves_it_locked(session):
    session.window.showMinimized()
    session.single.raised.emit()
    assert not session.window.isMinimized()
    assert session.lock.locked
