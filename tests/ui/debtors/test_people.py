"""The people of a debtor and what is known of it, kept from its window."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt

from models.actions import calls, contacts
from models.queries.contacts import contacts_of, flags_of
from tests.ui.rooms import TODAY
from ui.common import ask
from ui.common.choices import Choice
from ui.debtors.bankruptcy_dialog import BankruptcyDialog
from ui.debtors.contact_dialog import ContactDialog
from ui.debtors.debtor_dialog import DebtorDialog
from ui.debtors.people_window import PeopleWindow

FIRM = 1
CTRL = Qt.KeyboardModifier.ControlModifier
NEW, SAVE = (Qt.Key.Key_N, CTRL), (Qt.Key.Key_Return, CTRL)
TAB = (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def window(context, keys, windows):
    return windows.show(PeopleWindow(context, FIRM))


def labels(window):
    return [label.text() for label in window.findChildren(type(window.hint)) if not label.isHidden()]


def test_a_contact_is_added_by_keys(context, windows, window):
    windows.press(window, NEW)
    (dialog,) = window.findChildren(ContactDialog)
    windows.show(dialog)
    windows.press(dialog, "李静", TAB, TAB, TAB, "0512-8800 0131", SAVE)
    (row,) = contacts_of(context.store, FIRM)
    assert (row.name, row.value, row.channel) == ("李静", "0512-8800 0131", "phone")
    assert "李静" in labels(window)


def test_who_asks_to_be_left_alone_wants_a_reason(context, windows, window):
    dialog = windows.show(ContactDialog(context, FIRM))
    dialog.name.setText("赵立新")
    dialog.value.setText("0512-1")
    dialog.alone.click()
    windows.press(dialog, SAVE)
    assert contacts_of(context.store, FIRM) == []
    assert dialog.fields["do_not_call_why"].note.text()
    dialog.why.setText("本人要求只收邮件")
    windows.press(dialog, SAVE)
    assert contacts_of(context.store, FIRM)[0].do_not_call_why == "本人要求只收邮件"


def test_a_contact_is_corrected_verified_and_ended(context, windows, window):
    contacts.add_contact(context.desk, FIRM, contacts.ContactDraft("李静", "0512-1"))
    window.refresh()
    (row,) = contacts_of(context.store, FIRM)
    dialog = windows.show(ContactDialog(context, FIRM, held=row))
    dialog.value.setText("0512-2")
    windows.press(dialog, SAVE)
    press(window, "今天核实无误")
    (row,) = contacts_of(context.store, FIRM)
    assert (row.value, row.verified_on) == ("0512-2", TODAY)
    press(window, "停用")
    assert contacts_of(context.store, FIRM) == []
    assert [each.value for each in contacts_of(context.store, FIRM, ended=True)] == ["0512-2"]


def press(window, words):
    from PySide6.QtWidgets import QAbstractButton

    live = [each for each in window.list.findChildren(QAbstractButton) if each.accessibleName() == words]
    live[0].click()


def test_what_is_known_is_set_with_its_source_and_ended(context, window):
    choice = next(each for each in window.list.findChildren(Choice) if each.text() == "委托律师")
    with ask.answering("律师函"):
        choice.click()
    assert [(row.kind, row.why) for row in flags_of(context.store, FIRM)] == [("lawyer", "律师函")]
    press(window, "委托律师")
    assert flags_of(context.store, FIRM) == []


def test_a_bankruptcy_is_noted_and_the_day_of_acceptance_told_later(context, window, windows):
    press(window, "破产受理")
    (dialog,) = window.findChildren(BankruptcyDialog)
    windows.show(dialog)
    dialog.why.setText("法院公告")
    windows.press(dialog, SAVE)
    assert "破产案件已受理·法院公告·没有受理日，利息没有停止" in labels(window)
    press(window, "补填受理日、法院、案号")
    later = window.findChildren(BankruptcyDialog)[-1]
    windows.show(later)
    later.on.setText("2026-11-02")
    later.court.setText("苏州市中级人民法院")
    later.number.setText("（2026）苏05破申12号")
    windows.press(later, SAVE)
    (row,) = flags_of(context.store, FIRM)
    told = (row.why, row.accepted_on, row.court, row.case_number)
    assert told == ("法院公告", date(2026, 11, 2), "苏州市中级人民法院", "（2026）苏05破申12号")
    press(window, "破产受理")
    assert flags_of(context.store, FIRM) == []


def test_a_bankruptcy_that_is_not_noted_leaves_its_choice_open(window):
    press(window, "破产受理")
    (dialog,) = window.findChildren(BankruptcyDialog)
    dialog.close()
    assert not next(
        each for each in window.list.findChildren(Choice) if each.text() == "破产受理"
    ).isChecked()


def test_reach_and_promises_stand_at_its_head(context, keys, window):
    at = datetime(2026, 11, 10, 2, tzinfo=UTC)
    told = calls.Talk("connected", person="李静", promise_fen=100, promise_on=date(2026, 11, 12), at=at)
    calls.log_call(context.desk, keys[:2], told)
    window.refresh()
    assert window.about.text().startswith("上午接通 1/1，下午接通 0/0")
    assert window.about.text().endswith("承诺兑现 0/1")


def test_the_debtors_window_leads_to_its_people(context, keys, windows):
    dialog = windows.show(DebtorDialog(context, FIRM))
    windows.press(dialog, (Qt.Key.Key_T, CTRL))
    assert dialog.findChildren(PeopleWindow)
