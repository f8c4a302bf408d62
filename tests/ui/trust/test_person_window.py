"""个人信息: everything of one person is found, handed over, and named no longer."""

import pytest
from PySide6.QtCore import Qt

from models.actions.calls import add_note
from ui.common.ask import answering
from ui.trust.person_window import PersonWindow

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "王建国"


@pytest.fixture
def window(context, keys, windows):
    made = windows.show(PersonWindow(context))
    windows.press(made, NAME)
    return made


def places(window):
    return [row.where for row in window.list.model.rows]


def test_a_whole_name_is_looked_for(window):
    assert places(window) == ["客户 1", "日志 · 内容"]
    window.list.finder.setText("王建")
    assert places(window) == ["客户 · 联系人", "日志 · 内容"]
    assert not window.primary.isEnabled()


def test_everything_is_handed_over_in_a_folder(window, windows, tmp_path):
    with answering(tmp_path):
        windows.press(window, (Qt.Key.Key_E, CTRL))
    (folder,) = tmp_path.glob("个人信息_*")
    assert (folder / "person.xlsx").is_file()


def test_a_name_is_taken_out_for_a_reason(window, windows):
    with answering("本人要求"):
        windows.press(window, (Qt.Key.Key_D, CTRL))
    assert "已抹去 1 处" in window.hint.text()
    assert places(window) == ["日志 · 内容"]


def test_a_name_in_what_somebody_wrote_is_shown_with_why_it_stays(window, context, keys):
    add_note(context.desk, keys[0], f"找{NAME}，他管付款")
    add_note(context.desk, keys[1], f"{NAME}说下周")
    window.refresh()
    (note,) = [row for row in window.list.model.rows if row.where == "备注 · 内容"]
    assert (note.count, note.kept) == (2, "留着：是催收经过的记录")
