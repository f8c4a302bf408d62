"""The list of debtors and the card, by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.actions.charges import ChargeDraft, book_charge
from models.actions.claims import set_owner
from models.actions.parties import set_debtor
from models.actions.receipts import book_for_claim
from models.queries.parties import debtors
from tests.ui.rooms import TODAY
from ui.debtors.acts import debtor_acts
from ui.debtors.merge_dialog import MergeDialog
from ui.debtors.workspace import DebtorsWorkspace

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(context, keys, windows):
    made = DebtorsWorkspace(context)
    made.resize(1232, 900)
    windows.show(made)
    made.table.setFocus()
    return made


def names(page):
    return [page.model.row_at(place).row.name for place in range(page.model.count())]


def test_every_debtor_is_in_the_list_with_what_it_owes(page, context):
    assert sorted(names(page)) == [each.name for each in debtors(context.store)]
    line = page.model.row_at(0)
    assert page.status.values["claims"].text() == str(sum(each.claims for each in page.lines))
    assert page.model.columns[page.model.column("claims")].text(line) == str(line.claims)


def test_initials_leave_one_debtor_and_enter_opens_its_card(page, qtbot):
    wanted = page.lines[-1]
    qtbot.keyClicks(page.finder, wanted.row.initials)
    assert names(page) == [wanted.row.name]
    qtbot.keyClick(page.finder, KEY.Key_Return)
    assert page.pages.currentWidget() is page.card
    assert page.card.name.text() == wanted.row.name


def test_nothing_found_says_so_and_clears(page):
    page.finder.setText("没有这家")
    assert page.stack.currentWidget() is page.nothing_found
    page.nothing_found.button.click()
    assert page.model.count() == len(page.lines)


def test_the_next_debtor_and_back_by_keys(page, qtbot):
    page.show_debtor(page.model.id_at(0))
    qtbot.waitUntil(page.card.isVisible)
    qtbot.keyClick(page.card, KEY.Key_Down, ALT)
    assert page.card.card.debtor.id == page.model.id_at(1)
    qtbot.keyClick(page.card, KEY.Key_Up, ALT)
    assert page.card.card.debtor.id == page.model.id_at(0)
    qtbot.keyClick(page.card, KEY.Key_Escape)
    assert page.pages.currentIndex() == 0


@pytest.mark.parametrize("act", debtor_acts(), ids=lambda act: act.name)
def test_each_act_has_a_key_in_the_list_and_on_the_card(page, qtbot, act):
    asked = []
    page.act_requested.connect(lambda name, debtor, claims: asked.append((name, debtor, len(claims))))
    line, key = page.model.row_at(0), KEY.Key_F2 if act.key == "F2" else KEY(ord(act.key))
    page.table.go_to(0)
    qtbot.keyClick(page.table.right, key)
    page.show_debtor(line.id)
    qtbot.keyClick(page.card, key)
    assert asked == [(act.name, line.id, line.claims)] * 2


def test_a_card_without_open_claims_asks_for_no_call(page, context, qtbot):
    line = page.model.row_at(0)
    for view in shown_card(page, line.id).claims:
        book_for_claim(context.desk, view.row.id, view.row.balance_fen)
    shown_card(page, line.id)
    asked = []
    page.act_requested.connect(lambda *told: asked.append(told))
    qtbot.keyClick(page.card, KEY.Key_C)
    assert asked == []
    assert not page.card.call.isEnabled()


def shown_card(page, debtor):
    page.show_debtor(debtor)
    return page.card.card


def test_a_card_tells_how_late_claims_were_paid(page, context):
    line = page.model.row_at(0)
    view = shown_card(page, line.id).claims[0]
    book_for_claim(context.desk, view.row.id, view.row.balance_fen, TODAY)
    card = shown_card(page, line.id)
    (paid,) = card.behaviour.paid
    assert paid.settled_on == TODAY
    assert page.card.figures.late.value.text() == context.formats.days(paid.days_late)
    assert str(paid.days_late) in page.card.bars.accessibleName()


def test_money_paid_in_advance_has_its_own_figure(page, context):
    line = page.model.row_at(0)
    view = shown_card(page, line.id).claims[0]
    assert page.card.figures.waiting.isHidden()
    book_for_claim(context.desk, view.row.id, view.row.balance_fen + 700)
    shown_card(page, line.id)
    assert page.card.figures.waiting.value.text() == "¥7.00"


def test_what_was_fixed_beside_the_principal_is_said_under_the_balance(page, context):
    line = page.model.row_at(0)
    view = shown_card(page, line.id).claims[0]
    book_charge(context.desk, view.row.id, ChargeDraft("costs", 50_00, "受理费票据"))
    shown_card(page, line.id)
    assert page.card.figures.open.line.text().endswith("另有费用、利息和违约金 ¥50.00")


def test_a_related_debtor_says_why_and_leads_to_its_card(page, context):
    one, other = page.lines[0], page.lines[1]
    for line in (one, other):
        set_debtor(context.desk, line.row.name, phone="0512-8800 0199")
    page.show_debtor(one.id)
    found = page.card.card.related
    assert [each.debtor_id for each in found] == [other.id]
    page.card.related.debtor_chosen.emit(other.id)
    assert page.card.card.debtor.id == other.id


def test_a_change_of_a_claim_is_seen_in_the_list(page, context):
    line = page.model.row_at(0)
    changes = set_owner(context.desk, [view.row.id for view in shown_card(page, line.id).claims], "周敏")
    page.show_list()
    context.bus.changed.emit(changes)
    assert page.model.row_at(page.model.place_of(line.id)).owners == ("周敏",)


def test_two_debtors_are_made_one_by_keys(page, context, windows, qtbot):
    kept, gone = page.lines[0], page.lines[1]
    dialog = windows.show(MergeDialog(context, kept.id))
    dialog.finder.setText(gone.row.name)
    dialog.fill()
    assert dialog.chosen.row.name == gone.row.name
    qtbot.keyClick(dialog, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [each.name for each in debtors(context.store)] == [kept.row.name]


def test_nobody_is_merged_without_being_chosen(page, context, windows):
    dialog = windows.show(MergeDialog(context, page.lines[0].id))
    assert dialog.model.count() == 1
    assert dialog.chosen is None
    assert not dialog.primary.isEnabled()


def test_different_codes_need_a_second_yes(page, context, windows):
    kept, gone = page.lines[0], page.lines[1]
    set_debtor(context.desk, kept.row.name, uscc="91320594MA1X0000X0")
    set_debtor(context.desk, gone.row.name, uscc="91320594MA1X0001X0")
    dialog = windows.show(MergeDialog(context, kept.id))
    dialog.finder.setText(gone.row.name)
    dialog.fill()
    dialog.press_primary()
    assert len(debtors(context.store)) == 2
    dialog.press_primary()
    assert len(debtors(context.store)) == 1


def test_the_day_of_an_old_payment_counts_for_its_own_year(page, context):
    line = page.model.row_at(0)
    view = shown_card(page, line.id).claims[0]
    book_for_claim(context.desk, view.row.id, view.row.balance_fen, date(2025, 1, 2))
    assert shown_card(page, line.id).behaviour.mean_days is None
