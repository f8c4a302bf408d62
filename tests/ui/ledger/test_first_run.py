"""Before there is any claim."""

import pytest
from PySide6.QtCore import Qt

from models.ledger.reading import propose
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


@pytest.mark.parametrize(("button", "signal"), [("manual", "manual_requested"), ("demo", "demo_requested")])
def test_the_other_ways_are_asked_for(first, qtbot, button, signal):
    with qtbot.waitSignal(getattr(first, signal)):
        qtbot.keyClick(getattr(first, button), Qt.Key.Key_Space)
