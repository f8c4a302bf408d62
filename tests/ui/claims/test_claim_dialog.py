"""A claim is registered and corrected with keys alone; each field says what is wrong with it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.queries.claims import claim_rows
from models.queries.parties import debtors
from tests.ui.rooms import TODAY
from ui.claims.claim_dialog import ClaimDialog
from ui.common import ask

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAVE, NEXT = (Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Return, CTRL | SHIFT)
TAB = (Qt.Key.Key_Tab,)


@pytest.fixture
def shown(context, keys, windows):
    return lambda claim=None: windows.show(ClaimDialog(context, claim))


def rows(context):
    return claim_rows(context.store, TODAY, TODAY, settled=True)


def test_a_debtor_and_an_amount_make_a_claim(context, windows, shown):
    windows.press(shown(), "宁波海晟机电设备有限公司", TAB, "1200", SAVE)
    row = rows(context)[-1]
    assert (row.debtor, row.amount_fen, row.kind, row.currency) == (
        "宁波海晟机电设备有限公司",
        120_000,
        "sale",
        "CNY",
    )
    assert row.owner == "林晓"


def test_days_may_be_words(context, windows, shown):
    windows.press(shown(), "新公司", TAB, "1", TAB, TAB, "周三", TAB, "+30", SAVE)
    row = rows(context)[-1]
    assert row.issued_on == date(2026, 11, 18)
    assert row.due_on == date(2026, 12, 18)


def test_a_debtor_is_found_by_its_initials(context, windows, shown, keys):
    dialog = shown()
    windows.press(dialog, "nbh")
    popup = dialog.form.debtor.completer().popup()
    windows.qtbot.keyClick(popup, Qt.Key.Key_Down)
    windows.qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.form.debtor.text() == "宁波海晟机电设备有限公司"
    assert not dialog.form.fields["debtor"].note.text()
    windows.press(dialog, TAB, "1", SAVE)
    assert rows(context)[-1].debtor_id == rows(context)[len(keys) - 1].debtor_id


def test_a_new_debtor_is_told_and_made(context, windows, shown):
    dialog = shown()
    windows.press(dialog, "<b>新</b>公司")
    assert "新债务人" in dialog.form.fields["debtor"].note.text()
    windows.press(dialog, TAB, "1", SAVE)
    assert "<b>新</b>公司" in [each.name for each in debtors(context.store)]


def test_each_field_says_what_is_missing(context, windows, shown, keys):
    dialog = shown()
    windows.press(dialog, SAVE)
    assert dialog.form.fields["debtor"].note.text()
    assert dialog.form.fields["amount"].note.text()
    assert dialog.focusWidget() is dialog.form.debtor
    assert len(rows(context)) == len(keys)


@pytest.mark.parametrize(("field", "typed"), [("amount", "12x"), ("issued_on", "32日"), ("due_on", "某天")])
def test_what_cannot_be_read_is_said_at_its_field(context, windows, shown, keys, field, typed):
    dialog = shown()
    windows.press(dialog, "新公司", TAB, "1")
    dialog.form.fields[field].edit.setFocus()
    dialog.form.fields[field].edit.selectAll()
    windows.press(dialog, typed, SAVE)
    assert typed in dialog.form.fields[field].note.text()
    assert len(rows(context)) == len(keys)


def test_due_before_issued_is_refused_at_the_due_day(windows, shown):
    dialog = shown()
    windows.press(dialog, "新公司", TAB, "1", TAB, TAB, "2026-11-10", TAB, "2026-11-01", SAVE)
    assert dialog.form.fields["due_on"].note.text()
    assert dialog.isVisible()


def test_several_claims_are_entered_one_after_the_other(context, windows, shown, keys):
    dialog = shown()
    windows.press(dialog, "新公司", TAB, "100", NEXT)
    assert "已登记 1 笔" in dialog.hint.text()
    windows.press(dialog, "200", NEXT, "300", SAVE)
    assert [(row.debtor, row.amount_fen) for row in rows(context)[len(keys) :]] == [
        ("新公司", 10_000),
        ("新公司", 20_000),
        ("新公司", 30_000),
    ]


def test_a_claim_is_corrected_where_it_stands(context, windows, shown, keys):
    dialog = shown(keys[0])
    assert dialog.form.number.text() == "PO-1"
    windows.press(dialog, "999.99", SAVE)
    row = rows(context)[0]
    assert (row.id, row.amount_fen, row.number, row.due_on) == (keys[0], 99_999, "PO-1", date(2026, 10, 4))


def test_saved_carries_the_key(qtbot, windows, shown, keys):
    dialog = shown(keys[1])
    with qtbot.waitSignal(dialog.saved) as told:
        windows.press(dialog, "1", SAVE)
    assert told.args == [keys[1]]


def test_leaving_asks_about_what_was_typed(context, windows, shown, keys):
    dialog = shown()
    windows.press(dialog, "新公司")
    with ask.answering(False):
        windows.press(dialog, (Qt.Key.Key_Escape,))
    assert dialog.isVisible()
    with ask.answering(True):
        windows.press(dialog, (Qt.Key.Key_Escape,))
    assert len(rows(context)) == len(keys)


def test_leaving_untouched_asks_nothing(qtbot, windows, shown):
    dialog = shown()
    with qtbot.waitSignal(dialog.destroyed):
        windows.press(dialog, (Qt.Key.Key_Escape,))
