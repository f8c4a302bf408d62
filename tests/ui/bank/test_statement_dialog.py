"""A statement is read, looked at and taken; what it brings is said before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from models.actions.bank import take_statement
from models.ledger.statement import read_statement
from models.queries.bank import kept_lines
from tests.models.ledger.statements import EXPORTS, TODAY
from ui.bank.statement_dialog import CHECK, CHOOSE, StatementDialog
from ui.common.ask import answering


@pytest.fixture
def dialog(context, keys, windows):
    return lambda name=None: windows.show(StatementDialog(context, EXPORTS / f"{name}.csv" if name else None))


def test_it_says_what_is_new_and_takes_it(context, dialog, qtbot):
    shown = dialog("icbc")
    assert shown.step == CHECK
    assert shown.check_page.counts.text() == "2 笔新到账·¥192,350.50"
    assert shown.check_page.left_out.text() == "跳过的行：支出 1、合计 1"
    assert shown.primary.text() == "收下 2 笔"
    with qtbot.waitSignal(shown.taken):
        shown.press_primary()
    assert [line.amount_fen for line in kept_lines(context.store)] == [10_000_000, 9_235_050]


def test_lines_already_there_are_marked_and_nothing_new_is_said(context, dialog):
    path = EXPORTS / "icbc.csv"
    take_statement(context.desk, read_statement(path, TODAY, in_child=False), path.name)
    shown = dialog("icbc")
    assert [row.new for row in shown.check_page.model.rows] == [False, False]
    assert not shown.primary.isEnabled()
    assert shown.hint.text() == "这份流水里没有新的到账"


def test_cells_that_cannot_be_read_are_named(dialog):
    shown = dialog("by_hand")
    assert [(each.cell, each.why) for each in shown.check_page.wrong.model.rows] == [
        ("A3", "“11月12日”不是日期，这一行没有读入，请核对原流水后直接改。"),
        ("C5", "“见回单”不是金额，这一行没有读入，可直接改。"),
    ]
    assert shown.check_page.bad.words == "2 处读不懂"


def test_the_first_page_asks_for_the_file(dialog):
    shown = dialog()
    assert shown.step == CHOOSE
    with answering(EXPORTS / "cmb.csv"):
        shown.press_primary()
    assert shown.step == CHECK


def test_what_is_no_statement_is_said(dialog, tmp_path, context):
    ledger = tmp_path / "台账.csv"
    ledger.write_text("客户名称,单据编号\n甲,1\n", "utf-8")
    shown = dialog()
    shown.open_file(ledger)
    assert shown.step == CHOOSE
    assert "没有找到银行流水的表头" in shown.file_page.trouble.text()


def test_a_cell_is_mended_in_the_window_and_the_file_stays_as_it_is(context, dialog, qtbot):
    before = (EXPORTS / "by_hand.csv").read_bytes()
    shown = dialog("by_hand")
    known = len(shown.statement.lines)
    mend = shown.check_page.wrong
    mend.model.edited.emit(1, "value", "乱写")
    assert [(each.cell, each.value) for each in mend.model.rows] == [("A3", "11月12日"), ("C5", "乱写")]
    mend.model.edited.emit(0, "value", "2026-11-12")
    mend.model.edited.emit(0, "value", "1,234.50")
    assert not mend.isVisible()
    assert len(shown.statement.lines) == known + 2
    assert 123_450 in [line.amount_fen for line in shown.statement.lines]
    with qtbot.waitSignal(shown.taken):
        shown.press_primary()
    assert len(kept_lines(context.store)) == known + 2
    assert (EXPORTS / "by_hand.csv").read_bytes() == before


def test_a_cell_is_mended_by_the_keyboard(dialog, qtbot):
    shown = dialog("by_hand")
    table = shown.check_page.wrong.table.right
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor.text() == "11月12日"
    editor.clear()
    qtbot.keyClicks(editor, "2026-11-12")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.cell for each in shown.check_page.wrong.model.rows] == ["C5"])
