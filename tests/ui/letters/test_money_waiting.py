"""Nobody is dunned for what is in the bank already, unless the clerk says so."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.actions.bank import assign, take_statement
from models.ledger.statement import understand_statement
from models.queries.letters import recipients
from tests.models.ledger.statements import HEAD, grid
from ui.letters.letter_wizard import LetterWizard

TODAY = date(2026, 11, 20)


def paid(desk, payer, yuan, memo=""):
    """A line of a statement."""
    sheet = grid(HEAD, ["2026-11-18", payer, "", yuan, "", "", memo, ""])
    return take_statement(desk, understand_statement(sheet, TODAY), "流水.csv").lines


@pytest.fixture
def wizard(context, claims, shown):
    """The window on six debtors, two of whom have money in the bank."""
    paid(context.desk, "甲一公司", 1000)
    paid(context.desk, "路人", 20, "甲一公司代付")
    assign(context.desk, paid(context.desk, "李四", 300), "乙二公司")
    return shown(LetterWizard(context, claims))


def test_a_debtor_with_money_in_the_bank_is_left_out_with_the_sum_that_waits(wizard):
    rows = {row.recipient.debtor: row for row in wizard.model.rows}
    assert [row.recipient.debtor for row in wizard.model.ticked] == ["丙三公司", "丁四公司", "戊五公司"]
    assert rows["甲一公司"].mark == "有 ¥1,000.00 待核对入账"
    assert (rows["乙二公司"].mark, rows["乙二公司"].tone) == ("有 ¥300.00 待核对入账", "warn")


def test_the_clerk_can_write_to_it_all_the_same_and_the_letter_says_what_came(qtbot, wizard):
    wizard.check_page.list.show_first()
    qtbot.keyClick(wizard.check_page.list, Qt.Key.Key_Space)
    assert "甲一公司" in [row.recipient.debtor for row in wizard.model.ticked]
    assert wizard.primary.text() == "打印 4 封"


def test_only_a_run_nobody_watches_skips_what_is_certainly_paid(context, claims):
    paid(context.desk, "甲一公司", 1000)
    paid(context.desk, "乙二公司", 1999.99)
    paid(context.desk, "路人", 3000, "丙三公司")
    watched = recipients(context.store, "demand", claims, TODAY)
    assert [each.why_not for each in watched] == [None] * 5 + ["no_address"]
    alone = recipients(context.store, "demand", claims, TODAY, leave_paid=True)
    assert [each.why_not for each in alone] == ["money_waiting", None, None, None, None, "no_address"]
    assert alone[1].waiting_fen == 199_999
