"""What the clerk settles before a ledger is booked: receipts, missing claims, names, totals; by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.actions.imports import take_over
from models.ledger.reading import propose
from models.queries.claims import claim_rows
from models.queries.comparison import compare
from models.queries.names import kept_apart
from models.queries.settings import kept_under
from ui.ledger.difference_page import MISSING, NAMES, PAYMENTS
from ui.ledger.import_wizard import DIFFERENCES, DONE, ImportWizard

CTRL = Qt.KeyboardModifier.ControlModifier
MOVEMENTS = """日期\t凭证号\t摘要\t客户名称\t借方金额\t贷方金额\t方向\t余额
2026-07-02\t记-3\t销售 FP-1001\t甲机电有限公司\t50000.00\t\t借\t50000.00
2026-07-20\t记-9\t销售 FP-1002\t甲机电有限公司\t30000.00\t\t借\t80000.00
2026-08-05\t收-2\t收货款\t甲机电有限公司\t\t20000.00\t借\t60000.00
"""


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


def take(context, path):
    """A ledger that is in the books already."""
    return take_over(
        context.desk, compare(context.store, propose(path, in_child=False), context.today), path.name
    )


def balances(context):
    """What is open, by debtor and number."""
    return {
        (row.debtor, row.number): row.balance_fen
        for row in claim_rows(context.store, context.today, context.today)
    }


@pytest.fixture
def next_month(context, open_wizard, ledger):
    """November over October, at the missing claims."""
    take(context, ledger("06"))
    wizard = open_wizard(ledger("07"))
    wizard.difference_page.show_tab(MISSING)
    return wizard


def test_a_receipt_is_set_against_another_invoice_by_space(context, qtbot, open_wizard):
    wizard = open_wizard(None, MOVEMENTS)
    go_on(qtbot, wizard)
    page = wizard.difference_page
    page.show_tab(PAYMENTS)
    (payment,) = page.payments.receipts.rows
    assert (payment.fen, payment.pays, payment.how) == (2000000, (2,), ("oldest",))
    page.payments.choices.go_to_id(3)
    qtbot.keyClick(page.payments.choices.right, Qt.Key.Key_Space)
    (payment,) = page.payments.receipts.rows
    assert (payment.pays, payment.how) == ((3,), ("clerk",))
    go_on(qtbot, wizard)
    assert balances(context) == {("甲机电有限公司", "记-3"): 5000000, ("甲机电有限公司", "记-9"): 1000000}


def test_delete_leaves_a_receipt_to_the_rules_again(qtbot, open_wizard):
    wizard = open_wizard(None, MOVEMENTS)
    go_on(qtbot, wizard)
    page = wizard.difference_page
    page.show_tab(PAYMENTS)
    qtbot.keyClick(page.payments.choices.right, Qt.Key.Key_Space)
    assert page.payments.receipts.rows[0].left_fen == 2000000
    assert page.payments.auto.isEnabled() is False
    wizard.reader.settle(4, [3])
    qtbot.keyClick(page.payments.table.right, Qt.Key.Key_Delete)
    assert page.payments.receipts.rows[0].how == ("oldest",)


def test_a_missing_claim_is_answered_by_one_key(context, qtbot, next_month):
    page = next_month.difference_page
    page.missing_bar.on.set_day(date(2026, 11, 10))
    first = page.model.rows[0]
    claim = (first.cell("debtor").words, first.cell("number").words)
    assert balances(context)[claim] > 0
    qtbot.keyClick(page.table.right, Qt.Key.Key_P)
    assert page.model.rows[0].answer == "paid"
    assert "2026-11-10" in page.reason.text()
    go_on(qtbot, next_month)
    assert next_month.step == DONE
    assert claim not in balances(context)
    found = context.store.database.execute_sql(
        "SELECT received_on, source FROM receipt WHERE received_on = '2026-11-10'"
    ).fetchall()
    assert found == [("2026-11-10", "ledger")]


def test_all_missing_claims_are_answered_at_once_and_asked_again_later(qtbot, next_month):
    page = next_month.difference_page
    qtbot.keyClick(page.table.right, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(page.table.right, Qt.Key.Key_O)
    assert {row.answer for row in page.model.rows} == {"open"}
    qtbot.keyClick(page.table.right, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(page.table.right, Qt.Key.Key_L)
    assert {row.answer for row in page.model.rows} == {""}
    assert not page.model.ticks


def test_letters_answer_nothing_in_the_other_tabs(qtbot, next_month):
    page = next_month.difference_page
    page.show_tab("all")
    qtbot.keyClick(page.table.right, Qt.Key.Key_P)
    assert not next_month.draft.answers


def test_an_answer_alone_can_be_booked(context, qtbot, open_wizard, ledger):
    take(context, ledger("06"))
    take(context, ledger("07"))
    wizard = open_wizard(ledger("07"))
    assert not wizard.primary.isEnabled()
    wizard.difference_page.show_tab(MISSING)
    qtbot.keyClick(wizard.difference_page.table.right, Qt.Key.Key_C)
    assert wizard.primary.text() == "登记 1 个答复"
    before = len(balances(context))
    go_on(qtbot, wizard)
    assert len(balances(context)) == before - 1


@pytest.fixture
def alike(context, open_wizard, ledger, qtbot):
    """A ledger that names a known debtor with 有限责任公司, at its names."""
    take(context, ledger("06"))
    known = claim_rows(context.store, context.today, context.today)[0].debtor
    name = known.replace("有限公司", "有限责任公司")
    wizard = open_wizard(None, f"客户名称\t单据号\t到期日\t余额\n{name}\tZ-1\t2026-10-01\t100.00\n")
    go_on(qtbot, wizard)
    wizard.difference_page.show_tab(NAMES)
    return wizard, name, known


def test_a_name_is_taken_for_a_known_debtor_by_m(context, qtbot, alike):
    wizard, name, known = alike
    qtbot.keyClick(wizard.difference_page.names.table.right, Qt.Key.Key_M)
    assert wizard.draft.comparison.taken_for == {name: known}
    go_on(qtbot, wizard)
    rows = claim_rows(context.store, context.today, context.today)
    assert next(row.debtor for row in rows if row.number == "Z-1") == known


def test_a_merge_is_taken_back_by_l(qtbot, alike):
    wizard, _, _ = alike
    table = wizard.difference_page.names.table
    qtbot.keyClick(table.right, Qt.Key.Key_M)
    qtbot.keyClick(table.right, Qt.Key.Key_L)
    assert not wizard.draft.comparison.taken_for
    assert len(wizard.draft.comparison.alike) == 1


def test_two_names_kept_apart_are_never_suggested_again(context, qtbot, alike):
    wizard, name, known = alike
    qtbot.keyClick(wizard.difference_page.names.table.right, Qt.Key.Key_D)
    assert kept_apart(context.store) == {tuple(sorted((name, known)))}
    assert not wizard.draft.comparison.alike


def test_a_total_typed_in_must_agree_or_be_explained(context, qtbot, open_wizard, ledger):
    wizard = open_wizard(ledger("06"))
    go_on(qtbot, wizard)
    control = wizard.difference_page.control
    control.total.setFocus()
    qtbot.keyClicks(control.total, "1956887.43")
    qtbot.keyClick(control.total, Qt.Key.Key_Return)
    assert control.control.typed_difference_fen == -1
    assert not wizard.primary.isEnabled()
    go_on(qtbot, wizard)
    assert wizard.step == DIFFERENCES
    qtbot.keyClicks(control.reason, "rounded by the ledger")
    go_on(qtbot, wizard)
    assert wizard.step == DONE
    assert list(kept_under(context.store, "difference:").values()) == ["rounded by the ledger"]


def test_a_total_that_agrees_needs_no_reason(qtbot, open_wizard, ledger):
    wizard = open_wizard(ledger("06"))
    go_on(qtbot, wizard)
    control = wizard.difference_page.control
    control.total.setFocus()
    qtbot.keyClicks(control.total, "1956887.44")
    qtbot.keyClick(control.total, Qt.Key.Key_Return)
    assert control.accepted
    assert wizard.primary.isEnabled()
