"""A closed window is destroyed on the thread that made it, however busy the lanes are."""

import gc
import threading
from typing import ClassVar

import pytest

from ui.jobs import Jobs


class Closed:
    """Holds itself, as a window does whose signals lead back to it; tells which thread takes it away."""

    taken: ClassVar[list] = []

    def __init__(self):
        self.itself = self

    def __del__(self):
        self.taken.append(threading.current_thread())


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    Closed.taken.clear()
    yield made
    made.close()


def test_what_is_closed_is_taken_away_on_the_windows_thread(jobs, qtbot):
    done = []
    jobs.read(lambda _progress: None, done.append)
    Closed()
    jobs.read(lambda _progress: [[] for _ in range(100_000)], done.append)
    qtbot.waitUntil(lambda: len(done) == 2 and bool(Closed.taken))
    assert Closed.taken == [threading.main_thread()]


def test_without_lanes_python_looks_by_itself_again(jobs, qtbot):
    done = []
    jobs.read(lambda _progress: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert not gc.isenabled()
    jobs.close()
    assert gc.isenabled()
