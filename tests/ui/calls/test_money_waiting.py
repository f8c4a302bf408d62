"""Before the clerk asks for money, the call says what the bank shows of it."""

from models.actions.bank import take_statement
from models.ledger.statement import understand_statement
from tests.models.ledger.statements import HEAD, grid
from tests.ui.rooms import TODAY
from ui.calls.call_dialog import CallDialog
from ui.calls.outlook_panel import OutlookPanel

FIRM = "苏州恒锐精密制造有限公司"


def test_money_of_the_debtor_that_waits_in_the_bank_is_said(context, keys, windows):
    sheet = grid(HEAD, ["2026-11-18", FIRM, "", 50000, "", "", "", "a"])
    take_statement(context.desk, understand_statement(sheet, TODAY), "流水.csv")
    said = windows.show(CallDialog(context, keys[:2])).findChild(OutlookPanel).waiting
    assert said.text() == "到账 ¥50,000.00 待核对入账，可能就是对方所付"
    other = windows.show(CallDialog(context, keys[2:])).findChild(OutlookPanel).waiting
    assert other.isHidden()
