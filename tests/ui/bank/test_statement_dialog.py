"""A statement is read, looked at and taken; what it brings is said before."""

import pytest

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
    assert shown.check_page.wrong.text().splitlines() == [
        "A3 “11月12日”不是日期，这一行没有读入，请核对原流水。",
        "C5 “见回单”不是金额，这一行没有读入，可直接改。",
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
