"""Columns matched by the keyboard alone, encodings chosen by eye, a copy to mend."""

import openpyxl
import pytest
from PySide6.QtCore import Qt

from ui.common.ask import answering
from ui.ledger.import_wizard import CHOOSE, MATCH, ImportWizard

CTRL = Qt.KeyboardModifier.ControlModifier
BIG5 = "Customer,Invoice No.,Due date,Balance\n臺灣電機股份有限公司,A-1,2026-10-01,100.00\n"


@pytest.fixture
def open_wizard(context, qtbot):
    """A shown import window."""

    def open_it(*args):
        wizard = ImportWizard(context, *args)
        qtbot.addWidget(wizard)
        with qtbot.waitActive(wizard):
            wizard.show()
            wizard.activateWindow()
        return wizard

    return open_it


@pytest.fixture
def cards(open_wizard, ledger):
    """The match page of a ledger, its cards by heading."""
    wizard = open_wizard(ledger("06"))
    return wizard, lambda heading: next(
        card for card in wizard.match_page.cards.cards if card.heading == heading
    )


def test_letters_find_a_field_by_its_initials_and_enter_takes_it(qtbot, cards):
    wizard, card = cards
    combo = card("责任人").combo
    combo.setFocus()
    qtbot.keyClicks(combo, "bz")
    assert combo.currentData() == "memo"
    assert "owner" in wizard.draft.comparison.proposal.columns
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert wizard.draft.comparison.proposal.columns["memo"] == "责任人"
    assert card("责任人").combo.hasFocus()


def test_escape_takes_back_what_was_only_typed(qtbot, cards):
    wizard, card = cards
    combo = card("责任人").combo
    combo.setFocus()
    qtbot.keyClicks(combo, "bz")
    qtbot.keyClick(combo, Qt.Key.Key_Escape)
    assert combo.currentData() == "owner"
    assert wizard.isVisible()


def test_delete_leaves_a_column_out(qtbot, cards):
    wizard, card = cards
    combo = card("责任人").combo
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Delete)
    assert "owner" not in wizard.draft.comparison.proposal.columns
    assert wizard.draft.mapping["owner"] is None


def test_arrows_go_from_column_to_column(qtbot, cards):
    wizard, _ = cards
    first, second, *_, last = wizard.match_page.cards.cards
    first.combo.setFocus()
    qtbot.keyClick(first.combo, Qt.Key.Key_Down)
    assert second.combo.hasFocus()
    qtbot.keyClick(second.combo, Qt.Key.Key_Up)
    qtbot.keyClick(first.combo, Qt.Key.Key_Up)
    assert last.combo.hasFocus()


def test_an_uncertain_encoding_is_asked_before_anything_is_matched(qtbot, open_wizard, tmp_path):
    path = tmp_path / "台账.csv"
    path.write_bytes(BIG5.encode("big5"))
    wizard = open_wizard(path)
    assert wizard.step == CHOOSE
    pane = wizard.choose_page.encodings
    assert pane.isVisible()
    while pane.row.value != "big5hkscs":
        qtbot.keyClick(pane.row.buttons[pane.row.value], Qt.Key.Key_Right)
    assert "臺灣電機" in pane.preview.text()
    assert wizard.primary.text() == "按这种编码读入"
    qtbot.keyClick(wizard, Qt.Key.Key_Return, CTRL)
    assert wizard.step == MATCH
    assert wizard.draft.comparison.proposal.rows[0].debtor == "臺灣電機股份有限公司"


def test_any_encoding_can_be_looked_at_and_one_that_does_not_fit_changes_nothing(
    qtbot, open_wizard, tmp_path
):
    path = tmp_path / "台账.csv"
    path.write_bytes(BIG5.encode("big5"))
    wizard = open_wizard(path)
    pane = wizard.choose_page.encodings
    seen = {}
    for _ in pane.previews:
        seen[pane.row.value] = pane.preview.text()
        qtbot.keyClick(pane.row.buttons[pane.row.value], Qt.Key.Key_Right)
    assert seen.keys() >= {"utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"}
    assert len(set(seen.values())) == len(seen)
    while pane.row.value != "utf-8":
        qtbot.keyClick(pane.row.buttons[pane.row.value], Qt.Key.Key_Right)
    qtbot.keyClick(wizard, Qt.Key.Key_Return, CTRL)
    assert wizard.step == CHOOSE
    assert "UTF-8" in wizard.choose_page.trouble.text().upper()


def test_the_copy_to_mend_is_the_clerks_own_workbook(qtbot, open_wizard, ledger, tmp_path):
    wizard = open_wizard(ledger("04"))
    qtbot.keyClick(wizard, Qt.Key.Key_Return, CTRL)
    with answering(tmp_path / "改.xlsx"):
        qtbot.keyClick(wizard, Qt.Key.Key_E, CTRL)
    before, after = openpyxl.load_workbook(ledger("04")), openpyxl.load_workbook(tmp_path / "改.xlsx")
    assert after.sheetnames == before.sheetnames
    assert "不是金额" in after["应收台账"]["L12"].value
    assert str(tmp_path / "改.xlsx") in wizard.hint.text()
    again = open_wizard(tmp_path / "改.xlsx")
    assert len(again.reader.rows) == len(wizard.reader.rows)
    assert again.draft.comparison.proposal.signature == wizard.draft.comparison.proposal.signature


def test_what_cannot_be_written_is_said(qtbot, open_wizard, ledger, tmp_path):
    mine = tmp_path / "mine.xlsx"
    mine.write_bytes(ledger("04").read_bytes())
    wizard = open_wizard(mine)
    qtbot.keyClick(wizard, Qt.Key.Key_Return, CTRL)
    with answering(mine):
        wizard.difference_page.copy.click()
    assert "台账没有改动" in wizard.hint.text()
    assert mine.read_bytes() == ledger("04").read_bytes()
