"""The list of receipts: found, proved and taken back by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.actions.charges import ChargeDraft, book_charge
from models.actions.receipts import book_for_claim
from models.queries.claims import claim_rows
from models.queries.receipts import receipt_rows
from tests.ui.rooms import TODAY
from ui.common import ask
from ui.receipts.receipts_window import ReceiptsWindow


@pytest.fixture
def shown(context, keys, windows):
    for place, key in enumerate(keys, 1):
        book_for_claim(context.desk, key, place * 1_000, date(2026, 11, place), f"第{place}笔")
    window = windows.show(ReceiptsWindow(context, 2))
    window.table.setFocus()
    return window


def test_the_receipt_that_was_asked_for_is_current(shown):
    assert shown.current.id == 2


def test_it_is_found_by_typing(shown):
    shown.finder.setText("海晟")
    assert [shown.model.row_at(place).id for place in range(shown.model.count())] == [3]
    assert "¥30.00" in shown.told.text()


def test_delete_takes_it_back_with_a_reason(shown, context, windows):
    with ask.answering("录入错误"):
        windows.press(shown, (Qt.Key.Key_Delete,))
    assert receipt_rows(context.store)[0].reverses == 2
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[2])
    assert row.paid_fen == 0


def test_a_missing_slip_is_marked_and_filed_by_one_key(shown, context, windows, tmp_path, qtbot):
    slip = tmp_path / "回单.pdf"
    slip.write_bytes(b"%PDF-1.4 slip")
    windows.press(shown, "u")
    assert shown.model.count() == 3
    shown.table.go_to_id(2)
    with ask.answering(slip):
        windows.press(shown, "e")
    assert [row.id for row in receipt_rows(context.store) if row.wants_slip] == [3, 1]
    assert shown.model.count() == 2
    windows.press(shown, "u")
    shown.table.go_to_id(2)
    with qtbot.waitSignal(shown.file_opened):
        windows.press(shown, (Qt.Key.Key_Return,))


def test_the_account_is_one_key_away(shown, windows, qtbot):
    with qtbot.waitSignal(shown.account_requested) as asked:
        windows.press(shown, "t")
    assert asked.args == [1]


def test_what_a_receipt_paid_beside_the_principal_is_named(context, keys, windows):
    book_charge(context.desk, keys[0], ChargeDraft("costs", 50_00, "受理费票据", date(2026, 11, 1)))
    book_for_claim(context.desk, keys[0], 80_00, TODAY)
    window = windows.show(ReceiptsWindow(context))
    (row,) = window.all_rows
    number = row.charges[0].number
    assert window.columns.shares(row) == f"{number} 30.00、{number} 费用 50.00"
