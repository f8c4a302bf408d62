"""Work on a ledger that is stopped has changed nothing."""

import pytest

from models.progress import Cancelled
from ui.jobs import Job
from ui.ledger.import_wizard import MATCH, ImportWizard


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
