"""设置 › 自动导入: folder, hour and what waits, each at once in the books."""

import pytest
from PySide6.QtCore import Qt

from models.queries.settings import setting
from models.settings import WATCH_FOLDER, WATCH_HOUR, WATCH_STRICT
from ui.common.ask import answering
from ui.settings.settings_window import SettingsWindow


@pytest.fixture
def page(context, windows):
    return windows.show(SettingsWindow(context, "watch")).pages["watch"]


def test_a_folder_is_chosen(page, context, qtbot, tmp_path):
    with answering(tmp_path):
        qtbot.keyClick(page.pick, Qt.Key.Key_Space)
    assert setting(context.store, WATCH_FOLDER) == str(tmp_path)
    assert page.folder.text() == str(tmp_path)


def test_a_folder_that_is_not_there_is_doubted_and_kept(page, context, qtbot, tmp_path):
    qtbot.keyClicks(page.folder, str(tmp_path / "gone"))
    qtbot.keyClick(page.folder, Qt.Key.Key_Return)
    assert setting(context.store, WATCH_FOLDER) == str(tmp_path / "gone")
    assert "打不开" in page.fields[WATCH_FOLDER.key].note.text()


def test_the_hour_keeps_to_the_day(page, context):
    page.hour.setValue(99)
    assert setting(context.store, WATCH_HOUR) == 23


def test_what_has_to_be_judged_may_be_booked_after_all(page, context, qtbot):
    assert setting(context.store, WATCH_STRICT) is True
    qtbot.keyClick(page.strict, Qt.Key.Key_Down)
    assert setting(context.store, WATCH_STRICT) is False


def test_the_default_says_its_reason(page):
    assert "本程序默认" in page.fields[WATCH_STRICT.key].note.text()
