"""Before there is any claim."""

import pytest
from PySide6.QtCore import Qt

from models.changes import Changes
from models.ledger.reading import propose
from models.store.conversion import encrypt
from tests.harness.books import KEY, KEYS, NOW
from ui.common.ask import answering
from ui.ledger.first_run import FirstRun


@pytest.fixture
def first(context, qtbot):
    """The page, shown."""
    page = FirstRun(context)
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_chosen_file_is_handed_on(first, qtbot, tmp_path):
    with answering(tmp_path / "a.xlsx"), qtbot.waitSignal(first.file_chosen) as told:
        qtbot.keyClick(first.pick, Qt.Key.Key_Space)
    assert told.args == [tmp_path / "a.xlsx"]


def test_the_template_is_a_ledger_the_reader_knows(first, qtbot, tmp_path):
    with answering(tmp_path / "t.xlsx"):
        qtbot.keyClick(first.template, Qt.Key.Key_Space)
    assert {"debtor", "due_on", "balance"} <= propose(tmp_path / "t.xlsx", in_child=False).columns.keys()
    assert str(tmp_path / "t.xlsx") in first.said.text()


@pytest.mark.parametrize(
    ("button", "signal"),
    [("manual", "manual_requested"), ("demo", "demo_requested"), ("encrypt", "encrypt_requested")],
)
def test_the_other_ways_are_asked_for(first, qtbot, button, signal):
    with qtbot.waitSignal(getattr(first, signal)):
        qtbot.keyClick(getattr(first, button), Qt.Key.Key_Space)


def test_the_tab_key_reaches_the_encryption_of_the_books(first, qtbot):
    first.activateWindow()
    first.demo.setFocus()
    qtbot.keyClick(first.demo, Qt.Key.Key_Tab)
    assert first.focusWidget() is first.encrypt


def test_once_the_books_are_encrypted_the_page_says_so_and_offers_it_no_more(first, context):
    assert "还没有加密" in first.stands.text()
    encrypt(context.store, KEY, KEYS, NOW)
    context.bus.changed.emit(Changes(settings=True))
    assert first.stands.text() == "数据已加密：打开时要口令。"
    assert not first.encrypt.isVisible()
