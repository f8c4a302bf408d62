"""The report of a fault: looked at, copied, saved; each says that it was done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.common.ask import answering
from ui.mishap_dialog import MishapDialog

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(context, windows):
    return windows.show(MishapDialog(None, "ui/app.py:7 begin\nValueError\n", "上次没有正常退出"))


def test_it_is_named_after_what_happened_and_copied_whole(window, windows):
    windows.press(window, (Qt.Key.Key_C, CTRL))
    assert window.windowTitle() == "上次没有正常退出"
    assert QGuiApplication.clipboard().text() == "ui/app.py:7 begin\nValueError\n"
    assert window.hint.text() == "已复制"


def test_it_is_kept_as_a_file(window, windows, tmp_path):
    with answering(tmp_path / "report.txt"):
        windows.press(window, (Qt.Key.Key_S, CTRL))
    assert (tmp_path / "report.txt").read_text("utf-8").startswith("ui/app.py:7")
    assert "report.txt" in window.hint.text()


def test_a_place_that_cannot_be_written_is_said(window, windows, tmp_path):
    with answering(tmp_path / "gone" / "report.txt"):
        windows.press(window, (Qt.Key.Key_S, CTRL))
    assert window.hint.text().startswith("没有存成")
