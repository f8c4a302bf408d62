"""What is owed besides the principal is entered with keys alone, and the receipt pays it first."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.actions.charges import ChargeDraft, book_charge
from models.queries.charges import charge_rows, open_charges
from models.queries.claims import claim_rows
from tests.ui.rooms import TODAY
from ui.common import ask
from ui.receipts.charge_dialog import ChargeDialog
from ui.receipts.receipt_dialog import ReceiptDialog

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SAVE = (Qt.Key.Key_Return, CTRL)


@pytest.fixture
def costs(context, keys):
    return book_charge(
        context.desk, keys[0], ChargeDraft("costs", 50_000, "受理费票据", date(2026, 6, 1))
    ).key


def balance(context, claim):
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[claim], settled=True)
    return row.balance_fen


def test_a_sum_and_who_fixed_it_are_enough(context, windows, keys):
    dialog = windows.show(ChargeDialog(context, keys[0]))
    windows.press(dialog, (Qt.Key.Key_2, ALT), "5983.56")
    dialog.source.setText("（2026）苏0508民初1号")
    windows.press(dialog, SAVE)
    (row,) = charge_rows(context.store)
    assert (row.kind, row.fen, row.owed_on, row.source) == (
        "interest",
        598_356,
        TODAY,
        "（2026）苏0508民初1号",
    )


def test_without_who_fixed_it_nothing_is_entered(context, windows, keys):
    dialog = windows.show(ChargeDialog(context, keys[0]))
    windows.press(dialog, "10", SAVE)
    assert charge_rows(context.store) == []
    assert "请写明" in dialog.source_field.note.text()


def test_a_mistake_is_voided_with_its_reason(context, windows, keys, costs, monkeypatch):
    monkeypatch.setattr(ask, "ask_text", lambda *_: "重复登记")
    dialog = windows.show(ChargeDialog(context, keys[0]))
    dialog._void(costs)
    assert charge_rows(context.store) == []


def test_the_receipt_proposes_costs_first_and_says_so(context, windows, keys, costs):
    dialog = windows.show(ReceiptDialog(context, keys[:1]))
    assert dialog.amount.fen == 13_640_000 + 50_000
    windows.press(dialog, "1000")
    assert "其中费用 ¥500.00" in dialog.sharing.total.text()
    windows.press(dialog, SAVE)
    assert (balance(context, keys[0]), open_charges(context.store)) == (13_640_000 - 50_000, {})


def test_the_parties_may_have_agreed_on_the_principal_first(context, windows, keys, costs):
    dialog = windows.show(ReceiptDialog(context, keys[:1]))
    windows.press(dialog, "1000", (Qt.Key.Key_P, ALT), SAVE)
    assert balance(context, keys[0]) == 13_640_000 - 100_000
    assert open_charges(context.store)[keys[0]][0].fen == 50_000


def test_without_charges_their_columns_and_order_stay_away(context, windows, keys):
    dialog = windows.show(ReceiptDialog(context, keys[:1]))
    table = dialog.sharing.table
    assert not dialog.order.isVisible()
    assert table.table.right.isColumnHidden(table.model.column("beside"))
