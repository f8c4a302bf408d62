"""A ledger that wants a password, asked for where the file was chosen."""

import msoffcrypto.format.ooxml as ooxml
import pytest
from PySide6.QtCore import Qt

from ui.ledger.import_wizard import CHOOSE, MATCH, ImportWizard


@pytest.fixture
def locked(ledger, tmp_path):
    """A ledger that opens with ``abc123``."""
    path = tmp_path / "locked.xlsx"
    with ledger("06").open("rb") as plain, path.open("wb") as out:
        ooxml.OOXMLFile(plain).encrypt("abc123", out)
    return path


def test_the_password_is_asked_for_again_until_it_is_right(context, locked, qtbot):
    wizard = ImportWizard(context, locked)
    qtbot.addWidget(wizard)
    wizard.show()
    page = wizard.choose_page
    assert page.locked.isVisible()
    qtbot.keyClicks(page.password, "wrong")
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert wizard.step == CHOOSE
    assert "密码不对" in page.trouble.text()
    qtbot.keyClicks(page.password, "abc123")
    assert wizard.primary.text() == "打开"
    wizard.press_primary()
    assert wizard.step == MATCH
