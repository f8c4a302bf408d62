import threading

import pytest
from PySide6.QtCore import Qt

from ui.common.job_strip import JobStrip
from ui.jobs import Jobs


@pytest.fixture
def jobs(dressed):
    lanes = Jobs()
    yield lanes
    lanes.close()


def test_long_work_is_shown_and_can_be_stopped(jobs, qtbot):
    strip, ended = JobStrip(jobs), []
    qtbot.addWidget(strip)
    moving = threading.Event()

    def printing(progress):
        for page in range(10**9):
            progress(min(page, 87), 199)
            moving.set()

    jobs.write(printing, title="正在打印催款函", on_end=lambda: ended.append(True))
    qtbot.waitUntil(lambda: strip.isVisible() and "/ 199" in strip.label.text(), timeout=5000)
    assert strip.label.text().startswith("正在打印催款函 ")
    qtbot.mouseClick(strip.hold, Qt.MouseButton.LeftButton)
    assert (strip.job.paused, strip.hold.text()) == (True, "继续")
    qtbot.mouseClick(strip.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ended == [True])
    assert not strip.isVisible()


def test_work_without_a_title_is_not_shown(jobs, qtbot):
    strip, ended = JobStrip(jobs), []
    qtbot.addWidget(strip)
    jobs.read(lambda _progress: 1, on_end=lambda: ended.append(True))
    qtbot.waitUntil(lambda: ended == [True])
    assert strip.job is None
