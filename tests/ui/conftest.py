"""Windows in tests wear the real look, in Chinese, and work without threads unless a test wants them."""

import pytest

pytest.importorskip("PySide6.QtWidgets")

from ui import i18n, theme
from ui.jobs import InlineJobs


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
