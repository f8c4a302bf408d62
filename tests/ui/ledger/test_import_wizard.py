"""导入台账, by keys, against a real portfolio."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from models.actions.imports import take_over
from models.ledger.reading import propose
from models.queries.claims import claim_rows
from models.queries.comparison import compare
from models.queries.settings import kept_under
from ui.common.ask import answering
from ui.ledger.import_wizard import CHOOSE, DIFFERENCES, DONE, MATCH, ImportWizard

CTRL = Qt.KeyboardModifier.ControlModifier


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


def go_on(qtbot, wizard):
    """Ctrl ↵."""
    qtbot.keyClick(wizard, Qt.Key.Key_Return, CTRL)


def imported(context, path):
    """A ledger that is in the books already."""
    comparison = compare(context.store, propose(path, in_child=False), context.today)
    return take_over(context.desk, comparison, path.name)


def claims(context):
    """Every claim with something open."""
    return claim_rows(context.store, context.today, context.today)


def test_a_first_ledger_takes_the_drop_and_two_keys(context, qtbot, open_wizard, ledger):
    wizard = open_wizard(ledger("06"))
    assert wizard.step == MATCH
    go_on(qtbot, wizard)
    assert wizard.step == DIFFERENCES
    assert wizard.primary.text() == "导入 45 行"
    assert not claims(context)
    go_on(qtbot, wizard)
    assert wizard.step == DONE
    assert sum(row.balance_fen for row in claims(context)) == 195688744


def test_next_month_goes_straight_to_the_differences(context, qtbot, open_wizard, ledger):
    imported(context, ledger("06"))
    before = [(row.id, row.balance_fen, row.due_on) for row in claims(context)]
    wizard = open_wizard(ledger("07"))
    assert wizard.step == DIFFERENCES
    counts = {name: tab.count for name, tab in wizard.difference_page.tabs.items()}
    assert (counts["new"], counts["changed"], counts["same"], counts["missing"]) == ("8", "8", "32", "5")
    assert wizard.hint.text() == "将写入 16 行·5 笔缺失保留·导入后可整批撤销"
    go_on(qtbot, wizard)
    assert len(claims(context)) == 53
    qtbot.keyClick(wizard, Qt.Key.Key_Z, CTRL)
    assert [(row.id, row.balance_fen, row.due_on) for row in claims(context)] == before


def test_an_error_is_mended_in_its_cell(context, qtbot, open_wizard, ledger):
    wizard = open_wizard(ledger("04"))
    go_on(qtbot, wizard)
    page = wizard.difference_page
    assert page.tabs["problem"].count == "2"
    page.table.go_to_id(20)
    qtbot.keyClick(page.table.right, Qt.Key.Key_Return)
    editor = page.table.right.viewport().findChild(type(wizard.choose_page.password))
    editor.setText("1234.50")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.tabs["problem"].count == "1")
    mended = next(row for row in wizard.reader.rows if row.id == 20)
    assert (mended.outcome, mended.cell("balance").words) == ("new", "1,234.50")


def test_a_difference_needs_its_reason(context, qtbot, open_wizard, ledger):
    wizard = open_wizard(ledger("06"))
    go_on(qtbot, wizard)
    page = wizard.difference_page
    page.table.go_to_id(4)
    qtbot.keyClick(page.table.right, Qt.Key.Key_Delete)
    assert wizard.primary.text() == "导入 44 行"
    assert not wizard.primary.isEnabled()
    go_on(qtbot, wizard)
    assert not claims(context)
    qtbot.keyClicks(page.control.reason, "row 4 disputed")
    go_on(qtbot, wizard)
    assert len(claims(context)) == 44
    assert kept_under(context.store, "difference:") == {str(wizard.batch.batch): "row 4 disputed"}


def test_a_column_matched_by_hand_is_remembered(context, qtbot, open_wizard, ledger):
    wizard = open_wizard(ledger("06"))
    card = next(card for card in wizard.match_page.cards.cards if card.heading == "责任人")
    card.combo.setFocus()
    card.combo.setCurrentIndex(card.combo.findData(""))
    card.combo.activated.emit(card.combo.currentIndex())
    assert "owner" not in wizard.draft.comparison.proposal.columns
    go_on(qtbot, wizard)
    go_on(qtbot, wizard)
    assert {row.owner for row in claims(context)} == {None}
    again = open_wizard(ledger("07"))
    assert "owner" not in again.draft.comparison.proposal.columns


def test_the_clipboard_is_a_ledger(context, qtbot, open_wizard):
    QGuiApplication.clipboard().setText("客户名称\t单据号\t到期日\t余额\n甲公司\tA-1\t2026-10-01\t100.00\n")
    wizard = open_wizard()
    assert wizard.step == CHOOSE
    qtbot.keyClick(wizard, Qt.Key.Key_V, CTRL)
    go_on(qtbot, wizard)
    go_on(qtbot, wizard)
    assert [(row.debtor, row.balance_fen) for row in claims(context)] == [("甲公司", 10000)]


def test_what_is_no_ledger_is_said_where_it_was_chosen(context, open_wizard, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"not a workbook")
    wizard = open_wizard(tmp_path / "a.xlsx")
    assert wizard.step == CHOOSE
    assert wizard.choose_page.trouble.isVisible()
    assert not wizard.choose_page.locked.isVisible()


def test_the_rows_with_errors_become_a_workbook(context, qtbot, open_wizard, ledger, tmp_path):
    wizard = open_wizard(ledger("04"))
    go_on(qtbot, wizard)
    go_on(qtbot, wizard)
    with answering(tmp_path / "wrong.xlsx"):
        wizard.done_page.errors.click()
    assert (tmp_path / "wrong.xlsx").stat().st_size > 1000


def test_a_ledger_that_brings_nothing_new_writes_nothing(context, qtbot, open_wizard, ledger):
    imported(context, ledger("06"))
    wizard = open_wizard(ledger("06"))
    assert not wizard.primary.isEnabled()
    assert wizard.hint.text() == "台账与账上一致，没有要写入的"


def test_the_tabs_are_walked_by_keys(context, qtbot, open_wizard, ledger):
    imported(context, ledger("06"))
    page = open_wizard(ledger("07")).difference_page
    qtbot.keyClick(page.table.right, Qt.Key.Key_PageDown, CTRL)
    assert {row.outcome for row in page.model.rows} == {"new"}
    qtbot.keyClick(page.table.right, Qt.Key.Key_PageUp, CTRL)
    qtbot.keyClick(page.table.right, Qt.Key.Key_PageUp, CTRL)
    assert {row.outcome for row in page.model.rows} == {"missing"}


def test_only_what_needs_eyes_is_left(qtbot, open_wizard, ledger):
    wizard = open_wizard(ledger("04"))
    go_on(qtbot, wizard)
    qtbot.keyClick(wizard.difference_page.only, Qt.Key.Key_Space)
    assert [row.id for row in wizard.difference_page.model.rows] == [11, 12, 13, 16, 17, 20]


def test_another_sheet_is_read_when_it_is_chosen(qtbot, open_wizard, ledger):
    wizard = open_wizard(ledger("04"))
    sheets = wizard.match_page.source.sheets
    place = sheets.findData("已收回")
    assert sheets.itemText(place) == "已收回（表头不同或为空，没有读）"
    assert sheets.itemText(sheets.findData("Sheet3")) == "Sheet3（隐藏的，没有读）"
    sheets.setCurrentIndex(place)
    sheets.activated.emit(place)
    assert wizard.draft.grid.sheet == "已收回"
