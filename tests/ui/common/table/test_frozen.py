from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from ui.common.table import Column, FrozenTable, RowsModel


@dataclass(frozen=True)
class Claim:
    id: int
    name: str
    fen: int


COLUMNS = [
    Column("name", "债务人", 184, lambda row: row.name),
    Column("fen", "余额", 104, lambda row: str(row.fen), sort_key=lambda row: row.fen),
]
CLAIMS = [Claim(1, "恒锐", 300), Claim(2, "海晟", 400), Claim(3, "恒锐", 100), Claim(4, "海晟", 200)]

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(dressed, qtbot):
    made = FrozenTable(RowsModel(COLUMNS, CLAIMS))
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.go_to(0)
    return made


def press(qtbot, table, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(table.right, key, modifier)


def test_the_arrows_move_the_current_row(table, qtbot):
    seen = []
    table.current_changed.connect(seen.append)
    press(qtbot, table, KEY.Key_Down)
    press(qtbot, table, KEY.Key_End)
    press(qtbot, table, KEY.Key_Home)
    assert seen == [2, 4, 1]


def test_space_ticks_and_shift_extends(table, qtbot):
    press(qtbot, table, KEY.Key_Space)
    press(qtbot, table, KEY.Key_Down, SHIFT)
    assert table.model.ticks == {1, 2}
    press(qtbot, table, KEY.Key_A, CTRL)
    assert table.model.ticks == {1, 2, 3, 4}
    press(qtbot, table, KEY.Key_A, CTRL)
    assert table.model.ticks == set()


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_Up])
def test_where_no_row_is_shown_shift_extends_nothing(table, qtbot, key):
    table.model.set_rows([])
    press(qtbot, table, key, SHIFT)
    assert table.model.ticks == set()


def test_shift_extends_within_the_rows_that_are_left(table, qtbot):
    table.go_to(3)
    press(qtbot, table, KEY.Key_Space)
    table.model.set_rows([CLAIMS[0], CLAIMS[3]])
    table.go_to(1)
    press(qtbot, table, KEY.Key_Up, SHIFT)
    assert table.model.ticks == {1, 4}


def test_a_table_made_over_ticked_rows_shows_them_at_its_head(dressed, qtbot):
    model = RowsModel(COLUMNS, CLAIMS)
    model.set_ticks({claim.id for claim in CLAIMS})
    late = FrozenTable(model)
    qtbot.addWidget(late)
    assert late.left.head.tick_state is True


def test_a_command_acts_on_the_ticked_rows_or_the_current_one(table):
    assert table.chosen_ids() == [1]
    table.model.tick([3, 1])
    assert table.chosen_ids() == [2, 4]


def test_where_no_ticked_row_is_shown_a_command_acts_on_the_current_one(table):
    table.model.set_ticks({1, 3})
    table.set_filter("name", frozenset({"海晟"}))
    assert table.chosen_ids() == [2]


def test_clicking_the_name_makes_the_row_current_and_ctrl_ticks(table, qtbot):
    spot = QPoint(60, 34 + 17)
    qtbot.mouseClick(table.left.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (table.current_id, table.model.ticks) == (2, set())
    qtbot.mouseClick(table.left.viewport(), Qt.MouseButton.LeftButton, CTRL, pos=spot + QPoint(0, 34))
    assert (table.current_id, table.model.ticks) == (3, {3})
    qtbot.mouseClick(table.left.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(17, 17))
    assert table.model.ticks == {1, 3}


def test_after_a_click_on_the_name_the_arrows_still_work(table, qtbot):
    qtbot.mouseClick(table.left.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 17))
    press(qtbot, table, KEY.Key_Down)
    assert table.current_id == 2


def test_the_current_record_stays_current_when_sorted(table):
    table.go_to_id(3)
    table.sort_by(table.model.column("fen"))
    assert (table.current_id, table.current_place) == (3, 0)


def test_the_third_click_on_a_title_sorts_no_more(table):
    for _ in range(3):
        table.sort_by(table.model.column("fen"))
    assert [table.model.id_at(place) for place in range(4)] == [1, 2, 3, 4]


def test_copying_takes_titles_and_shown_columns(table, qtbot):
    press(qtbot, table, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "债务人\t余额\n恒锐\t300"
    table.set_shown(table.model.column("fen"), False)
    press(qtbot, table, KEY.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "恒锐"


def test_the_list_of_values_narrows_and_filters(table):
    popup = table.open_filter(table.model.column("name"))
    popup.narrow("恒")
    popup.apply()
    assert [table.model.id_at(place) for place in range(table.model.count())] == [1, 3]
    again = table.open_filter(table.model.column("name"))
    again._finish(None)
    assert table.model.count() == 4


def test_order_and_widths_are_kept_and_restored(table, qtbot):
    table.right.setColumnWidth(table.model.column("fen"), 150)
    state = table.state()
    other = FrozenTable(RowsModel(COLUMNS, CLAIMS))
    qtbot.addWidget(other)
    other.restore(state)
    assert other.state() == state
    assert other.right.columnWidth(other.model.column("fen")) == 150


def test_the_last_row_scrolls_clear_of_what_floats(table):
    table.resize(500, 120)
    before = table.right.verticalScrollBar().maximum()
    table.make_room(True)
    assert table.right.verticalScrollBar().maximum() == before + 56
    assert table.left.verticalScrollBar().maximum() == table.right.verticalScrollBar().maximum()


def test_letters_are_left_to_the_commands(table, qtbot):
    press(qtbot, table, KEY.Key_L)
    assert table.current_id == 1
