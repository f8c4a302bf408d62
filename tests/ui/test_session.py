"""One run of the program: its window is built anew for another day or language, but never under a question."""

import gc
import sys
import weakref
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from main import render
from models.actions.settings import choose
from models.settings import LANGUAGE
from tests.journeys.clerk import asked_for
from ui.app import Session
from ui.common.ask import confirm
from ui.receipts.receipt_dialog import ReceiptDialog


@pytest.fixture
def session(qapp, context, keys):
    """Started on books with claims, with the language that the settings say."""
    choose(context.desk, LANGUAGE, "zh_CN")
    root = context.store.folder.root
    context.store.close()
    hook = sys.excepthook
    asked = asked_for(root, "2026-11-20", "zh_CN")
    asked.lang = None
    begun = Session(qapp, asked, render)
    assert begun.begin()
    sys.excepthook = hook  # what nobody catches fails the test instead of being shown
    yield begun
    begun.day_check.stop()
    begun.window.close()
    begun.end()


def asked_while(session, qtbot, happens):
    """Whether the window stayed the same while it waited for an answer, and what was answered."""
    window, stayed, answers = session.window, [], []

    def answer():
        happens()
        stayed.append(session.window is window)
        qtbot.keyClick(QApplication.activeModalWidget(), "\r")

    def ask():
        QTimer.singleShot(0, answer)
        answers.append(confirm(window, "作废这份函件", "", "作废"))

    QTimer.singleShot(0, ask)
    qtbot.waitUntil(lambda: bool(answers))
    return stayed, answers


def test_midnight_waits_until_a_question_is_answered(session, qtbot):
    window = session.window

    def midnight():
        qtbot.waitUntil(lambda: not session.jobs.busy)
        session.day -= timedelta(1)
        session._look_at_the_day()

    assert asked_while(session, qtbot, midnight) == ([True], [True])
    qtbot.waitUntil(lambda: not session.jobs.busy)
    session._look_at_the_day()
    assert session.window is not window


def test_midnight_waits_for_a_window_in_which_something_was_typed(session, keys, qtbot):
    window = session.window
    dialog = ReceiptDialog(session.context, keys[:1], window)
    dialog.show()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert not dialog.has_draft
    dialog.amount.selectAll()
    qtbot.keyClicks(dialog.amount, "1200")
    dialog.memo.setFocus()  # tidied as it is left, and typed all the same
    session.day -= timedelta(1)
    session._look_at_the_day()
    assert session.window is window
    dialog.close()
    session._look_at_the_day()
    assert session.window is not window


def test_a_window_that_was_built_anew_leaves_nothing_behind(session, qtbot):
    session._build()  # the first is held by whoever began it
    gone = weakref.ref(session.window)
    session._build()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_another_language_waits_until_a_question_is_answered(session, qtbot):
    window = session.window

    def english():
        session.context.act(lambda _: choose(session.context.desk, LANGUAGE, "en"))
        qtbot.waitUntil(lambda: session.anew.isActive())
        session._build_when_free()

    assert asked_while(session, qtbot, english) == ([True], [True])
    qtbot.waitUntil(lambda: session.window is not window)
    assert session.context.language == "en"
