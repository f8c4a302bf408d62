"""A payment is booked with keys alone; the law shares it, the clerk may share it otherwise."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.queries.claims import claim_rows
from models.queries.receipts import receipts_of
from tests.ui.rooms import TODAY
from ui.common import ask
from ui.receipts.receipt_dialog import ReceiptDialog

FIRM = 1
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SAVE = (Qt.Key.Key_Return, CTRL)


@pytest.fixture
def shown(context, keys, windows):
    return lambda claims=None: windows.show(ReceiptDialog(context, claims or keys[:1]))


def balances(context):
    rows = claim_rows(context.store, TODAY, TODAY, debtor=FIRM, settled=True)
    return {row.number: row.balance_fen for row in rows}


def test_an_amount_and_saving_is_all_it_takes(context, windows, shown):
    windows.press(shown(), "150000", SAVE)
    assert balances(context) == {"PO-1": 0, "PO-2": 3_640_000}
    (receipt,) = receipts_of(context.store, FIRM)
    assert (receipt.amount_fen, receipt.received_on) == (15_000_000, TODAY)
    assert receipt.rule != "by_hand"


def test_the_amount_stands_at_what_is_open_on_the_chosen_claims(shown, keys):
    assert shown().amount.fen == 13_640_000
    assert shown(keys[:2]).amount.fen == 18_640_000


def test_what_nothing_takes_is_an_advance_and_said_before(context, windows, shown):
    dialog = shown()
    windows.press(dialog, "200000")
    assert "余 ¥13,600.00 记为预收" in dialog.total.text()
    windows.press(dialog, SAVE)
    assert receipts_of(context.store, FIRM)[0].left_fen == 1_360_000


def test_what_the_debtor_named_is_paid_first(context, windows, shown, keys):
    dialog = shown(keys[1:2])
    windows.press(dialog, "10000", (Qt.Key.Key_D, ALT), SAVE)
    assert balances(context) == {"PO-1": 13_640_000, "PO-2": 4_000_000}
    assert receipts_of(context.store, FIRM)[0].rule == "designated"


def test_a_share_can_be_changed_by_typing_into_it(context, windows, shown, keys):
    dialog = shown()
    windows.press(dialog, "60000")
    view = dialog.shares.table.right
    dialog.shares.table.go_to(0)
    view.setFocus()
    view.setCurrentIndex(dialog.shares.model.index(0, dialog.shares.model.column("share")))
    windows.qtbot.keyClicks(view, "3")
    editor = dialog.focusWidget()
    windows.qtbot.keyClicks(editor, "0000")
    windows.qtbot.keyClick(editor, Qt.Key.Key_Return)
    windows.qtbot.waitUntil(lambda: "余 ¥30,000.00 记为预收" in dialog.total.text())
    windows.press(dialog, SAVE)
    assert balances(context)["PO-1"] == 10_640_000
    assert receipts_of(context.store, FIRM)[0].rule == "by_hand"


def test_shares_above_the_money_are_refused(context, windows, shown, keys):
    dialog = shown()
    windows.press(dialog, "100")
    dialog.shares.model.edited.emit(keys[0], "share", "200")
    assert "超出回款 ¥100.00" in dialog.total.text()
    windows.press(dialog, SAVE)
    assert receipts_of(context.store, FIRM) == []
    assert dialog.hint.text()


@pytest.mark.parametrize("typed", ["0", "-5", "abc", ""])
def test_what_is_no_sum_is_said_at_the_field(context, windows, shown, typed):
    dialog = shown()
    windows.press(dialog, (Qt.Key.Key_Backspace,), typed, SAVE)
    assert receipts_of(context.store, FIRM) == []
    assert dialog.amount_field.note.text()


def test_the_day_may_be_a_word_of_the_past(context, windows, shown):
    dialog = shown()
    dialog.day.setFocus()
    dialog.day.selectAll()
    dialog.day.setText("周三")
    windows.press(dialog, SAVE)
    assert receipts_of(context.store, FIRM)[0].received_on == date(2026, 11, 18)


def test_a_booking_is_taken_back_with_its_reason(context, windows, shown):
    windows.press(shown(), "1000", SAVE)
    dialog = shown()
    dialog.booked.table.setFocus()
    with ask.answering("录入错误"):
        windows.press(dialog, (Qt.Key.Key_Delete,))
    assert balances(context)["PO-1"] == 13_640_000
    assert [row.why for row in receipts_of(context.store, FIRM)] == ["录入错误", None]
    assert not dialog.booked.back.isEnabled() or dialog.booked.table.current_id != 1


def test_without_a_reason_nothing_is_taken_back(context, windows, shown):
    windows.press(shown(), "1000", SAVE)
    dialog = shown()
    dialog.booked.table.setFocus()
    with ask.answering(None):
        windows.press(dialog, (Qt.Key.Key_Delete,))
    assert len(receipts_of(context.store, FIRM)) == 1


def test_claims_of_two_debtors_are_refused(shown, keys):
    assert "2 个债务人" in shown(keys).hint.text()
