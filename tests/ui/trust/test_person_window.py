"""个人信息: everything of one person is found, handed over, and named no longer."""

import pytest
from PySide6.QtCore import Qt

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
    return [row.table for row in window.list.model.rows]


def test_a_whole_name_is_looked_for(window):
    assert places(window) == ["debtor"]
    window.list.finder.setText("王建")
    assert places(window) == []
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
    assert places(window) == []
