from datetime import date

import pytest
from PySide6.QtCore import Qt

from ui.common.fields import DateEdit, Field, MoneyEdit, SearchEdit

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def shown(dressed, qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        widget.setFocus()
        return widget

    return show


@pytest.mark.parametrize(
    ("typed", "fen"),
    [("100000", 100_000_00), ("1，000.5", 1_000_50), ("¥3", 300), ("", None), ("肆拾", None)],
)
def test_money_is_read_in_whole_fen(shown, qtbot, typed, fen):
    edit = shown(MoneyEdit())
    edit.setText(typed)
    edit.editingFinished.emit()
    assert edit.fen == fen


def test_money_is_grouped_when_left(shown, qtbot):
    edit = shown(MoneyEdit())
    qtbot.keyClicks(edit, "186400")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "186,400.00"


def test_an_unreadable_sum_is_marked(shown, qtbot):
    edit = shown(MoneyEdit())
    qtbot.keyClicks(edit, "abc")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.unreadable
    assert edit.property("wrong") is True


def test_day_words_become_a_day(shown, qtbot):
    edit, told = shown(DateEdit(lambda: FRIDAY)), []
    edit.changed.connect(told.append)
    qtbot.keyClicks(edit, "+7")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.text(), edit.day, told[-1]) == ("2026-11-27", date(2026, 11, 27), date(2026, 11, 27))


def test_ctrl_semicolon_is_today(shown, qtbot):
    edit = shown(DateEdit(lambda: FRIDAY))
    qtbot.keyClick(edit, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert edit.day == FRIDAY


def test_a_picked_day_is_taken(shown, qtbot):
    edit = shown(DateEdit(lambda: FRIDAY))
    calendar = edit.pick()
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    calendar.activated.emit(calendar.selectedDate())
    assert edit.day in (FRIDAY, date(2026, 11, 21))


def test_an_error_stands_under_its_field(shown):
    field = shown(Field("还款日", DateEdit(lambda: FRIDAY), "支持“+7”"))
    field.set_error("日期不存在，可直接改。")
    assert (field.note.text(), field.edit.property("wrong")) == ("日期不存在，可直接改。", True)
    field.set_error("")
    assert (field.note.text(), field.edit.property("wrong")) == ("支持“+7”", False)


def test_escape_clears_then_leaves(shown, qtbot):
    edit, left = shown(SearchEdit("查找")), []
    edit.left.connect(lambda: left.append(True))
    qtbot.keyClicks(edit, "hr")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert (edit.text(), left) == ("", [])
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert left == [True]
