"""Windows in tests wear the real look, in Chinese, and work without threads unless a test wants them."""

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.rooms import Windows, filled, opened
from ui import i18n, theme
from ui.jobs import InlineJobs


@pytest.fixture(autouse=True)
def no_window_left(request):
    """What a test leaves open is gone before the next one: a look is put on every window there is."""
    yield
    if "qapp" in request.fixturenames:
        for window in QApplication.topLevelWidgets():
            window.deleteLater()
        QApplication.clipboard().clear()  # what lies there would outlive Python, and take the process with it
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def dressed(qapp):
    """The application in the light look, Chinese."""
    i18n.speak(qapp, "zh_CN")
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def inline_jobs(qapp):
    """Lanes that work at once."""
    return InlineJobs()


@pytest.fixture
def context(dressed, tmp_path):
    """New books and all a window is handed."""
    made = opened(tmp_path / "books")
    yield made
    made.store.close()


@pytest.fixture
def keys(context):
    """The claims of ``rooms.filled``."""
    return filled(context)


@pytest.fixture
def windows(qtbot):
    """Opens windows and puts away what the test leaves open."""
    made = Windows(qtbot)
    yield made
    made.close()
