"""A bank's statement that was dropped as a ledger is handed over, if the clerk wants that."""

import pytest
from shiboken6 import isValid

from tests.models.ledger.statements import EXPORTS
from ui.common.ask import answering
from ui.ledger.import_wizard import MATCH, ImportWizard


@pytest.fixture
def wizard(context, windows):
    return windows.show(ImportWizard(context))


def test_it_is_handed_over_and_the_wizard_closes(wizard, qtbot):
    with answering(True), qtbot.waitSignal(wizard.statement_found) as handed:
        wizard.open_file(EXPORTS / "icbc.csv")
    assert handed.args == [EXPORTS / "icbc.csv"]
    assert not isValid(wizard) or not wizard.isVisible()


def test_it_is_read_as_a_ledger_all_the_same(wizard):
    with answering(False):
        wizard.open_file(EXPORTS / "icbc.csv")
    assert wizard.step == MATCH
