"""The board by keys alone: what ends, what is missing, and the one key that moves it."""

from datetime import date

from PySide6.QtCore import Qt

from models.actions.deadlines import DeadlineDraft, add_deadline
from models.actions.legal_events import Draft, enter
from models.rules.moves import STEPS
from ui.clocks.columns import ICONS, KEYS
from ui.common import ask
from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def kinds(room):
    return [room.model.row_at(place).kind for place in range(room.model.count())]


def test_with_nothing_to_watch_it_says_so(board):
    room = board()
    room.horizon.buttons["all"].click()
    assert room.stack.currentWidget() is room.empty


def test_clocks_stand_nearest_first_with_both_days(board, late, unslipped, guaranteed):
    room = board()
    assert kinds(room) == ["limitation", "limitation", "guarantee"]
    column = {each.key: each for each in room.model.columns}
    row = room.model.row_at(1)
    assert [column[key].text(row) for key in ("left", "kind", "claimed", "provable", "lacks", "step")] == [
        "剩 73 天", "诉讼时效", "2028-06-01", "2027-02-01", "银行回单", "补证据 E",
    ]  # fmt: skip
    assert column["provable"].tone(row) == "bad"
    assert "3 项" in room.subtitle.text()


def test_only_what_could_be_proved_to_an_earlier_day_is_left_by_one_key(board, windows, late, unslipped):
    room = board()
    windows.press(room, "u")
    assert [room.model.row_at(place).claims for place in range(room.model.count())] == [(unslipped,)]


def test_the_horizon_leaves_out_what_is_further_away(board, late, guaranteed):
    room = board()
    room.horizon.buttons["90"].click()
    assert kinds(room) == ["limitation"]
    room.horizon.buttons["7"].click()
    assert room.stack.currentWidget() is room.nothing_found
    room.nothing_found.acted.emit()
    assert len(kinds(room)) == 3


def test_each_step_has_its_key_and_its_sign():
    assert set(KEYS) == set(ICONS) == set(STEPS)


def test_the_cheapest_step_is_taken_with_its_key(qtbot, board, windows, late, unslipped, guaranteed):
    room = board()
    with qtbot.waitSignal(room.call_requested) as told:
        windows.press(room, "c")
    assert told.args == [[late]]
    room.table.go_to_id(f"limitation:{unslipped}")
    with qtbot.waitSignal(room.proof_requested) as told:
        windows.press(room, "e")
    assert (told.args[0], told.args[1].source) == ("无锡华川金属材料有限公司", "receipt")
    room.table.go_to(2)
    with qtbot.waitSignal(room.guarantors_requested) as told:
        room.take_step()
    assert told.args == [guaranteed[1]]


def test_what_lacks_no_single_file_opens_the_evidence(qtbot, board, windows, late):
    room = board()
    with qtbot.waitSignal(room.evidence_requested) as told:
        windows.press(room, "e")
    assert told.args == [late]


def test_the_pane_shows_the_derivation_and_the_picture(board, unslipped):
    room = board()
    words = [line.words for line in room.pane.view.lines]
    assert any("民法典第188条" in line for line in words)
    assert any("部分还款" in line for line in words)
    assert any(line.detail == "证据不足，还缺银行回单" for line in room.pane.view.lines)
    picture = room.pane.view.picture
    assert [(mark.code, mark.grade) for mark in picture.marks] == [("起", ""), ("P1", "none")]
    assert [str(span.end) for span in picture.spans] == ["2028-06-01", "2027-02-01"]
    assert "2028-06-01" in picture.accessibleName()
    assert not picture.grab().isNull()


def test_an_obstacle_is_a_bar_of_its_own(context, board, late):
    enter(context.desk, [late], Draft("S1", date(2026, 8, 1), date(2026, 10, 1)))
    room = board()
    assert [span.hatched for span in room.pane.view.picture.spans] == [False, False, True]


def test_marks_close_together_stand_in_two_rows(context, board, late):
    for day in (1, 2, 3):
        enter(context.desk, [late], Draft("D4", date(2025, 5, day)))
    room = board()
    room.horizon.buttons["all"].click()
    picture = room.pane.view.picture
    assert set(picture._lanes(320)[1:]) == {0, 1}


def test_an_entered_deadline_is_done_or_voided(context, board, windows, late):
    for base in (date(2026, 11, 18), date(2026, 11, 19)):
        add_deadline(context.desk, DeadlineDraft("appeal", base), claim=late)
    room = board()
    assert kinds(room) == ["appeal", "appeal", "limitation"]
    windows.press(room, "x")
    assert kinds(room) == ["appeal", "limitation"]
    room.table.go_to(0)
    with ask.answering("录错"):
        windows.press(room, (Qt.Key.Key_Delete,))
    assert kinds(room) == ["limitation"]


def test_changes_are_shown_at_once(context, board, late):
    room = board()
    context.act(lambda _: enter(context.desk, [late], Draft("D1", date(2026, 11, 1))))
    assert room.model.row_at(0).unproved


def test_the_window_counts_what_is_near_and_warns_of_what_is_nearest(context, windows, late):
    add_deadline(context.desk, DeadlineDraft("other", None, date(2026, 11, 22)), claim=late)
    window = windows.show(MainWindow(context))
    window.begin()
    assert "1 项期限" in window.banners.shown["clocks"].label.text()
    assert window.sidebar.items["clocks"].trailing == "1"
    window.banners.shown["clocks"].acted.emit()
    assert window.stack.currentWidget() is window.clocks
    assert kinds(window.clocks) == ["other"]
    assert "clocks" not in window.banners.shown


def test_the_last_day_in_the_pane_of_a_claim_opens_its_reckoning(qtbot, context, windows, late):
    window = windows.show(MainWindow(context))
    window.begin()
    window.show_claim(late)
    qtbot.mouseClick(window.claims.detail.lapse, Qt.MouseButton.LeftButton)
    assert ("clock", late) in window.rooms.open
    window.rooms.open["clock", late].close()


def test_the_board_opens_its_windows_over_the_main_window(context, windows, late, guaranteed):
    window = windows.show(MainWindow(context))
    window.begin()
    window.show_workspace("clocks")
    window.clocks.table.go_to(0)
    window.clocks.table.setFocus()
    windows.press(window, "j")
    assert ("event", late) in window.rooms.open
    window.clocks.add_deadline()
    window.clocks.show_guarantors()
    window.clock_desk.show_clock()
    opened = {key[0] for key in window.rooms.open}
    assert {"event", "deadline", "guarantors", "clock"} <= opened
    for room in list(window.rooms.open.values()):
        room.close()
