import threading

import pytest
from PySide6.QtCore import Qt
from shiboken6 import delete

from ui.common.job_strip import JobStrip
from ui.common.marks import ProgressLine
from ui.jobs import Job, Jobs


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


def test_a_window_built_anew_shows_what_is_under_way_and_the_one_that_went_is_told_nothing(jobs, qtbot):
    gone, go_on, ended = JobStrip(jobs), threading.Event(), []

    def printing(progress):
        progress(1, 2)
        go_on.wait()
        progress(2, 2)

    job = jobs.write(printing, title="正在打印催款函", on_end=lambda: ended.append(True))
    strip = JobStrip(jobs)
    qtbot.addWidget(strip)
    delete(gone)
    assert strip.job is job
    go_on.set()
    qtbot.waitUntil(lambda: ended == [True])  # what would be raised by the one that has gone fails this test
    assert strip.job is None


def test_a_line_of_progress_moves_with_its_job_as_long_as_it_is_there(dressed):
    job, line = Job("正在检查"), ProgressLine()
    job.progressed.connect(line.show_progress)
    job.progressed.emit(1, 4)
    assert line.share == 0.25
    delete(line)
    job.progressed.emit(2, 4)
