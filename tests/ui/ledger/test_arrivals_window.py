"""The list of ledgers that came by themselves: by keys, one next step a file."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from models.actions.arrivals import watch
from models.actions.calls import Talk, log_call
from models.actions.imports import take_over
from models.actions.settings import choose
from models.ledger.reading import propose
from models.queries.arrivals import arrivals
from models.queries.claims import claim_rows
from models.queries.comparison import compare
from models.settings import WATCH_FOLDER
from models.store.backup import file_hash
from tests.ui.rooms import TODAY
from ui.ledger.arrivals_window import ArrivalsWindow

LEDGERS = Path(__file__).resolve().parents[2] / "ledgers"
CLEAN, DOUBTFUL = "06_应收明细_2026-10.xlsx", "04 应收台账（手工）.xlsx"
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "exports"
    made.mkdir()
    return made


@pytest.fixture
def came(context, folder):
    """A clean ledger, then a doubtful one, found in the night."""
    for age_s, name in ((600, CLEAN), (300, DOUBTFUL)):
        file = shutil.copy(LEDGERS / name, folder)
        written = int(context.clock.now().timestamp()) - age_s
        os.utime(file, (written, written))
    return watch(context.desk, folder)


@pytest.fixture
def window(context, windows):
    return lambda: windows.show(ArrivalsWindow(context))


def shown(window):
    model = window.model
    return [[column.text(model.row_at(place)) for column in model.columns] for place in range(model.count())]


def unseen(context):
    return [row.file_name for row in arrivals(context.store) if row.wants_attention]


def test_each_file_is_told_in_words_with_its_next_step(came, window):
    doubtful, clean = shown(window())
    assert (clean[0], clean[2], clean[3], clean[4]) == (CLEAN, "已导入", "新增 45", "已阅")
    assert (doubtful[0], doubtful[2], doubtful[4]) == (DOUBTFUL, "等待处理", "打开核对")
    assert "单元格" in doubtful[3]


def test_return_opens_a_waiting_ledger_in_the_import(came, window, windows, qtbot, folder):
    made = window()
    with qtbot.waitSignal(made.open_wanted) as asked:
        windows.press(made, (Qt.Key.Key_Return,))
    assert asked.args == [folder / DOUBTFUL]


def test_the_primary_button_says_and_does_the_same(came, window, windows, qtbot):
    made = window()
    assert made.primary.text() == "打开核对"
    with qtbot.waitSignal(made.open_wanted):
        windows.press(made, (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    windows.press(made, (Qt.Key.Key_Down,))
    assert made.primary.text() == "已阅"


def test_a_booked_ledger_is_marked_as_seen_by_return(came, window, windows, context):
    made = window()
    windows.press(made, (Qt.Key.Key_Down,), (Qt.Key.Key_Return,))
    assert unseen(context) == [DOUBTFUL]
    assert made.row.file_name == DOUBTFUL


def test_a_letter_marks_the_current_file_and_shift_all_of_them(came, window, windows, context):
    made = window()
    windows.press(made, "s")
    assert unseen(context) == [CLEAN]
    windows.press(made, (Qt.Key.Key_S, SHIFT))
    assert unseen(context) == []
    assert not made.all_seen.isEnabled()


def test_a_batch_is_taken_back_by_its_key(came, window, windows, context):
    made = window()
    windows.press(made, (Qt.Key.Key_End,), "u")
    assert claim_rows(context.store, TODAY, TODAY) == []
    assert shown(made)[1][2] == "已撤销"
    assert not made.back.isEnabled()


def test_a_batch_that_was_worked_on_stays_and_says_why(came, window, windows, context):
    log_call(context.desk, [1], Talk(at=context.clock.now(), outcome="no_answer"))
    made = window()
    windows.press(made, (Qt.Key.Key_End,), "u")
    assert len(claim_rows(context.store, TODAY, TODAY)) == 45
    assert made.detail.property("tone") == "bad"


def test_a_waiting_ledger_imported_meanwhile_waits_no_longer(came, window, context, folder):
    made = window()
    file = folder / DOUBTFUL
    imported = take_over(
        context.desk, compare(context.store, propose(file), TODAY), file.name, file_hash(file)
    )
    context.bus.changed.emit(imported.changes)
    assert shown(made)[0][2] == "已手工导入"
    assert unseen(context) == [CLEAN]


def test_the_whole_story_of_a_file_stands_below_the_list(came, window, folder):
    said = window().detail.text()
    assert str(folder / DOUBTFUL) in said
    assert len(said.splitlines()) > 2


def test_before_anything_came_the_window_says_how_to_begin(window, qtbot, context, folder):
    made = window()
    assert made.stack.currentWidget() is made.empty
    with qtbot.waitSignal(made.settings_wanted):
        qtbot.keyClick(made.empty.button, Qt.Key.Key_Space)
    context.bus.changed.emit(choose(context.desk, WATCH_FOLDER, str(folder)))
    assert str(folder) in made.place.text()
    assert not made.empty.button.isVisible()
    with qtbot.waitSignal(made.look_wanted):
        qtbot.keyClick(made, Qt.Key.Key_F5)
