"""The account of a debtor in its window: in order of day, tied to the claims, each line open to what is behind it."""

from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from models.actions.receipts import book_for_claim
from tests.ui.rooms import owed
from ui.common import ask
from ui.receipts.account_window import AccountWindow

FIRM = 1


@pytest.fixture
def shown(context, keys, windows):
    book_for_claim(context.desk, keys[0], 640_000, date(2026, 11, 2), "货款")
    return windows.show(AccountWindow(context, FIRM))


def test_every_entry_stands_with_what_was_owed_after_it(shown):
    assert [(row.line.what, row.line.balance_fen) for row in shown.model.rows] == [
        ("claim", 13_640_000), ("claim", 18_640_000), ("payment", 18_000_000),
    ]  # fmt: skip
    assert "期末 ¥180,000.00" in shown.sums.text()
    assert "相符" in shown.tie.text()


def test_from_a_day_on_the_rest_is_the_opening_balance(shown):
    shown.first.set_day(date(2026, 11, 1))
    shown.first.changed.emit(shown.first.day)
    assert [row.line.what for row in shown.model.rows] == ["payment"]
    assert "期初 ¥186,400.00" in shown.sums.text()


def test_days_the_wrong_way_round_are_said(shown):
    shown.last.set_day(date(2026, 11, 1))
    shown.first.set_day(date(2026, 11, 2))
    shown.first.changed.emit(shown.first.day)
    assert "2026-11-02 晚于" in shown.hint.text()


def test_enter_opens_the_claim_or_the_receipt(shown, qtbot, windows):
    shown.table.setFocus()
    shown.table.go_to(0)
    with qtbot.waitSignal(shown.claim_requested) as claim:
        windows.press(shown, (Qt.Key.Key_Return,))
    shown.table.go_to(2)
    with qtbot.waitSignal(shown.receipt_requested) as receipt:
        windows.press(shown, (Qt.Key.Key_Return,))
    assert (claim.args, receipt.args) == ([1], [1])


def test_it_is_copied_and_written_as_a_workbook(shown, windows, tmp_path):
    windows.press(
        shown, (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    )
    assert "6,400.00" in QGuiApplication.clipboard().text()
    with ask.answering(tmp_path / "对账.xlsx"):
        windows.press(shown, (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier))
    cells = [
        cell
        for row in load_workbook(tmp_path / "对账.xlsx").active.iter_rows(values_only=True)
        for cell in row
    ]
    assert 180_000 in cells


def test_what_is_booked_elsewhere_is_shown_at_once(shown, context, keys):
    context.act(lambda _progress: book_for_claim(context.desk, keys[0], 100))
    assert len(shown.model.rows) == 4


def test_each_currency_has_its_own_account(context, keys, windows):
    owed(context, "苏州恒锐精密制造有限公司", 700, "US-1", currency="USD")
    window = windows.show(AccountWindow(context, FIRM))
    window.currency.buttons["USD"].click()
    assert [row.line.number for row in window.model.rows] == ["US-1"]
