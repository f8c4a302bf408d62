"""A payment is booked with keys alone; the law shares it, the clerk may share it otherwise."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.actions.receipts import book_for_claim, book_for_debtor
from models.queries.claims import claim_rows
from models.queries.receipts import receipts_of
from models.queries.replay import replay_of
from tests.ui.rooms import TODAY, owed
from ui.common import ask
from ui.receipts.receipt_dialog import ReceiptDialog
from ui.receipts.set_off_dialog import SetOffDialog
from ui.rooms import Rooms

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
    assert "余 ¥13,600.00 记为预收" in dialog.sharing.total.text()
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
    shares = dialog.sharing.table
    view = shares.table.right
    shares.table.go_to(0)
    view.setFocus()
    view.setCurrentIndex(shares.model.index(0, shares.model.column("share")))
    windows.qtbot.keyClicks(view, "3")
    editor = dialog.focusWidget()
    windows.qtbot.keyClicks(editor, "0000")
    windows.qtbot.keyClick(editor, Qt.Key.Key_Return)
    windows.qtbot.waitUntil(lambda: "余 ¥30,000.00 记为预收" in dialog.sharing.total.text())
    windows.press(dialog, SAVE)
    assert receipts_of(context.store, FIRM) == []
    assert dialog.sharing.why_field.note.text()
    dialog.sharing.why.setFocus()
    windows.press(dialog, "对账函约定", SAVE)
    assert balances(context)["PO-1"] == 10_640_000
    (receipt,) = receipts_of(context.store, FIRM)
    assert (receipt.rule, receipt.why) == ("by_hand", "对账函约定")


def test_shares_above_the_money_are_refused(context, windows, shown, keys):
    dialog = shown()
    windows.press(dialog, "100")
    dialog.sharing.table.model.edited.emit(keys[0], "share", "200")
    dialog.sharing.why.setText("试")
    assert "超出 ¥100.00" in dialog.sharing.total.text()
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


def test_a_number_in_the_memo_designates_and_is_said(context, windows, shown, keys):
    owed(context, "苏州恒锐精密制造有限公司", 1_000_000, "PO-20261")
    dialog = shown()
    windows.press(dialog, "5000")
    dialog.memo.setFocus()
    windows.press(dialog, "货款 ", "PO-20261")
    assert "摘要写明 PO-20261" in dialog.sharing.rule.text()
    windows.press(dialog, SAVE)
    assert balances(context)["PO-20261"] == 500_000


def test_the_order_of_the_statute_may_be_preferred_to_the_memo(context, windows, shown, keys):
    owed(context, "苏州恒锐精密制造有限公司", 1_000_000, "PO-20261", date(2026, 12, 1))
    dialog = shown()
    dialog.memo.setText("PO-20261")
    windows.press(dialog, "5000", (Qt.Key.Key_S, ALT), SAVE)
    assert balances(context)["PO-20261"] == 1_000_000


def test_what_the_parties_agreed_is_kept_as_agreed(context, windows, shown, keys):
    windows.press(shown(keys[1:2]), "10000", (Qt.Key.Key_A, ALT), SAVE)
    assert receipts_of(context.store, FIRM)[0].rule == "agreed"


@pytest.mark.parametrize(
    ("key", "kind", "said"),
    [
        (Qt.Key.Key_1, "payment", "重新计算"),
        (Qt.Key.Key_2, "credit_note", "不变"),
        (Qt.Key.Key_3, "offset", "不变"),
    ],
)
def test_each_kind_says_what_it_does_to_the_clock(context, windows, shown, key, kind, said):
    dialog = shown()
    windows.press(dialog, (key, ALT))
    assert said in dialog.clock.text()
    windows.press(dialog, SAVE)
    assert receipts_of(context.store, FIRM)[0].kind == kind


def test_what_came_late_says_what_it_would_move_and_is_shared_anew_with_one_key(context, windows, keys):
    book_for_debtor(context.desk, "苏州恒锐精密制造有限公司", 13_640_000, date(2026, 11, 15))
    rooms = Rooms(context, windows.show(QWidget()))
    rooms.receipt(keys[1:2])
    dialog = windows.show(rooms.open["receipt", keys[1]])
    dialog.day.set_day(date(2026, 11, 12))
    dialog.day.changed.emit(dialog.day.day)
    dialog.amount.setFocus()
    windows.press(dialog, "1000")
    assert "此后已有 1 笔回款" in dialog.late.text()
    assert "¥2,000.00 会抵充到别处" in dialog.late.text()
    windows.press(dialog, SAVE)
    replay = windows.show(rooms.open["replay", FIRM, "CNY"])
    assert replay.model.count() == 2
    windows.press(replay, SAVE)
    shares = {row.received_on: row.shares for row in receipts_of(context.store, FIRM) if row.can_be_reversed}
    assert shares[date(2026, 11, 12)] == ((keys[0], "PO-1", 100_000),)
    assert not replay_of(context.store, FIRM, TODAY).differs


def test_money_in_its_order_of_days_proposes_nothing(context, windows, keys):
    rooms = Rooms(context, windows.show(QWidget()))
    rooms.replay(FIRM)
    assert not rooms.open


def test_an_advance_is_set_off_with_one_key(context, windows, shown, keys):
    book_for_claim(context.desk, keys[0], 14_640_000)
    assert shown(keys[1:2]).set_off.isVisible()
    dialog = windows.show(SetOffDialog(context, FIRM))
    assert dialog.amount.fen == 1_000_000
    windows.press(dialog, SAVE)
    assert balances(context) == {"PO-1": 0, "PO-2": 4_000_000}
    assert receipts_of(context.store, FIRM)[0].is_set_off


def test_no_more_is_set_off_than_is_ticked(context, windows, keys):
    book_for_claim(context.desk, keys[0], 14_640_000)
    dialog = windows.show(SetOffDialog(context, FIRM))
    windows.press(dialog, "10000.01", SAVE)
    assert dialog.amount_field.note.text()
    assert balances(context)["PO-2"] == 5_000_000


def test_a_missing_slip_is_filed_and_then_it_can_be_proved(context, windows, shown, keys, tmp_path):
    book_for_claim(context.desk, keys[0], 100_000)
    slip = tmp_path / "回单.pdf"
    slip.write_bytes(b"%PDF-1.4 slip")
    dialog = shown()
    assert dialog.booked.model.rows[0].wants_slip
    dialog.booked.table.setFocus()
    with ask.answering(slip):
        windows.press(dialog, "e")
    assert not receipts_of(context.store, FIRM)[0].wants_slip


def test_money_that_is_in_the_books_already_is_said_before(context, windows, shown, keys):
    book_for_claim(context.desk, keys[0], 500_000, TODAY)
    dialog = shown()
    windows.press(dialog, "5000")
    assert "已登记过一笔同样的回款 ¥5,000.00" in dialog.late.text()
    windows.press(dialog, "0")
    assert dialog.late.text() == ""
    windows.press(dialog, (Qt.Key.Key_Backspace,), SAVE)
    assert len(receipts_of(context.store, FIRM)) == 2
