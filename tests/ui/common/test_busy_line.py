"""What is under way can be seen and stopped at every step."""

import pytest
from PySide6.QtCore import Qt

from models.progress import Cancelled
from ui.common.busy_line import BusyLine
from ui.jobs import Job


@pytest.fixture
def line(qtbot):
    """The line, without a window round it."""
    made = BusyLine()
    qtbot.addWidget(made)
    return made


def test_long_work_shows_how_far_it_is_and_can_be_stopped(line, qtbot):
    job = Job("x")
    line.show_job("正在读取 a.xlsx", job)
    qtbot.waitUntil(line.isVisible)
    job.progressed.emit(30, 100)
    assert line.line.share == 0.3
    qtbot.keyClick(line.stop, Qt.Key.Key_Space)
    with pytest.raises(Cancelled):
        job.checkpoint()
    job.ended.emit()
    assert not line.isVisible()


def test_short_work_is_never_mentioned(line):
    job = Job("x")
    line.show_job("正在重新核对", job)
    job.ended.emit()
    assert not line.patience.isActive()
    assert line.isHidden()
