"""What is under way can be seen and stopped at every step."""

import pytest
from PySide6.QtCore import Qt

from models.progress import Cancelled
from ui.jobs import Job
from ui.ledger.busy_line import BusyLine
from ui.ledger.import_wizard import MATCH, ImportWizard


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


def test_a_change_that_is_stopped_leaves_the_draft_as_it_was(context, qtbot, ledger):
    wizard = ImportWizard(context, ledger("06"))
    qtbot.addWidget(wizard)
    before = wizard.draft

    def stopped(work, *_, on_end, **__):
        def progress(done, total):
            raise Cancelled

        with pytest.raises(Cancelled):
            work(progress)
        on_end()
        return Job("x")

    wizard.reader.context.jobs.read = stopped
    wizard.reader.toggle(4)
    assert wizard.step == MATCH
    assert wizard.draft is before
    assert wizard.reader.reading is None
