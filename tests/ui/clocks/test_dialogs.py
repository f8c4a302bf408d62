"""Events, proof, deadlines, guarantors and security are set down in their windows."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton

from models.actions.plans import make_plan, sign
from models.queries.claims import claim_rows
from models.queries.clocks import Clocks
from models.queries.evidence import pieces_of
from models.queries.guarantors import guarantor_rows, security_rows
from models.queries.limitations import Limitations
from models.rules.instalments import schedule
from tests.ui.rooms import TODAY
from ui.clocks.claim_window import ClaimClockWindow
from ui.clocks.consent_dialog import ConsentDialog
from ui.clocks.deadline_dialog import DeadlineDialog
from ui.clocks.event_dialog import EventDialog
from ui.clocks.guarantor_dialog import GuarantorDialog
from ui.clocks.guarantors_window import GuarantorsWindow
from ui.clocks.proof_dialog import ProofDialog
from ui.clocks.small_dialogs import ActDialog, SecurityDialog
from ui.common import ask

SAVE = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def days(context, claim):
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[claim])
    return tuple(map(str, Limitations(context.store).of(row)))


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))


def test_an_event_shows_what_it_does_before_it_is_saved(context, windows, late, paper):
    dialog = windows.show(EventDialog(context, [late], None, "D3"))
    dialog.on.set_day(date(2025, 6, 1))
    dialog.on.changed.emit(dialog.on.day)
    rows = dialog.outcome.rows.values
    assert (rows["按主张"].text(), rows["可证明"].text()) == ("2027-01-15 → 2028-06-01", "2027-01-15")
    assert "不足，还缺 邮单存根" in rows["证据"].text()
    dialog.pick.set_path(paper)
    assert rows["可证明"].text() == "2027-01-15 → 2028-06-01"
    assert rows["证据"].text() == "尚可，还缺 约定或登记地址、有权签收人的身份"
    for item in ("good_address", "entitled_signer"):
        dialog.items.boxes[item].setChecked(True)
    assert rows["证据"].text() == "充分"
    windows.press(dialog, SAVE)
    assert days(context, late) == ("2028-06-01", "2028-06-01")
    assert [piece.name for piece in pieces_of(context.store, late)] == ["回执.pdf"]


def test_only_procedures_and_obstacles_have_an_end(context, windows, late):
    dialog = windows.show(EventDialog(context, [late], None, "D1"))
    assert not dialog.until_field.isVisible()
    choose(dialog.kind, "C1")
    assert dialog.until_field.label.text() == "程序终结日，未终结则留空"
    choose(dialog.kind, "S1")
    dialog.on.set_day(date(2026, 8, 1))
    dialog.until.set_day(date(2026, 10, 1))
    dialog.until.changed.emit(dialog.until.day)
    assert dialog.outcome.rows.values["按主张"].text() == "2027-01-15 → 2027-04-01"


def test_an_event_without_its_day_is_not_saved(context, windows, late):
    dialog = windows.show(EventDialog(context, [late]))
    dialog.on.set_day(None)
    windows.press(dialog, SAVE)
    assert dialog.on_field.note.text() == "请填写日期，如 2026-11-20"
    assert days(context, late)[0] == "2027-01-15"


def test_what_was_typed_is_thrown_away_only_when_said(context, windows, late, paper):
    dialog = windows.show(EventDialog(context, [late]))
    dialog.pick.set_path(paper)
    with ask.answering(False):
        dialog.close()
    assert dialog.isVisible()
    with ask.answering(True):
        dialog.close()
    assert not dialog.isVisible()


def test_the_missing_file_is_filed_with_the_event(context, windows, unslipped, paper):
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[unslipped])
    (event,) = Limitations(context.store).events[unslipped]
    dialog = windows.show(ProofDialog(context, row.debtor, event))
    assert dialog.rows.values["还缺"].text() == "银行回单"
    windows.press(dialog, SAVE)
    assert dialog.hint.text() == "请先选择文件"
    with ask.answering(paper):
        dialog.pick.choose.click()
    windows.press(dialog, SAVE)
    assert days(context, unslipped) == ("2028-06-01", "2028-06-01")


def test_a_deadline_tells_its_last_day_and_its_article(context, windows, late):
    dialog = windows.show(DeadlineDialog(context, late))
    choose(dialog.kind, "preserved_deposit")
    dialog.base.set_day(date(2025, 12, 1))
    dialog.base.changed.emit(dialog.base.day)
    assert "至 2026-12-01" in dialog.told.text()
    assert "民诉解释第485条" in dialog.told.text()
    windows.press(dialog, SAVE)
    board = Clocks(context.store, claim_rows(context.store, TODAY, TODAY), TODAY).rows(30)
    assert [(row.kind, str(row.act_by)) for row in board] == [("preserved_deposit", "2026-11-24")]


def test_a_deadline_a_court_sets_is_refused_without_its_day(context, windows, late):
    dialog = windows.show(DeadlineDialog(context, late))
    choose(dialog.kind, "bankruptcy_filing")
    windows.press(dialog, SAVE)
    assert "由法院或管理人确定" in dialog.hint.text()
    dialog.until.set_day(date(2026, 12, 20))
    windows.press(dialog, SAVE)
    assert not dialog.isVisible()


def test_the_words_of_a_clause_choose_the_mode(context, windows, guaranteed, paper):
    dialog = windows.show(GuarantorDialog(context, guaranteed[1], None))
    assert "按一般保证" in dialog.told.text()
    windows.press(dialog, "陈国强")
    dialog.person.setChecked(True)
    dialog.words.setText("债务人不履行债务时承担保证责任")
    assert dialog.mode.currentData() == "joint"
    choose(dialog.agreed, "months")
    dialog.months.setValue(24)
    dialog.pick.set_path(paper)
    windows.press(dialog, SAVE)
    row = guarantor_rows(context.store)[-1]
    assert (row.name, row.is_person, row.pledge.mode, row.pledge.months) == ("陈国强", True, "joint", 24)


def test_a_nameless_guarantor_is_refused(context, windows, guaranteed):
    dialog = windows.show(GuarantorDialog(context, guaranteed[1], None))
    windows.press(dialog, SAVE)
    assert "没有填写保证人姓名" in dialog.hint.text()
    assert len(guarantor_rows(context.store)) == 1


def test_a_guarantor_is_corrected_without_losing_its_acts(context, windows, guaranteed, paper):
    (held,) = guarantor_rows(context.store)
    act = windows.show(ActDialog(context, held))
    choose(act.what, "claimed")
    act.on.set_day(date(2026, 10, 1))
    act.pick.set_path(paper)
    windows.press(act, SAVE)
    dialog = windows.show(GuarantorDialog(context, guaranteed[1], guarantor_rows(context.store)[0]))
    choose(dialog.mode, "general")
    windows.press(dialog, SAVE)
    (row,) = guarantor_rows(context.store)
    assert (row.pledge.mode, [each.what for each in row.acts]) == ("general", ["claimed"])


def test_the_window_of_a_debtor_tells_how_each_guarantor_stands(context, windows, guaranteed):
    window = windows.show(GuarantorsWindow(context, guaranteed[1]))
    assert [each.clock.state for each in window.found.standing] == ["open"]
    security = windows.show(SecurityDialog(context, guaranteed[1]))
    security.thing.setText("玉山镇厂房")
    windows.press(security, SAVE)
    assert [thing.object for thing in window.found.security] == ["玉山镇厂房"]
    buttons = [each for each in window.list.findChildren(QPushButton) if each.accessibleName() == "作废"]
    for button, why in zip(buttons, ("不是保证人", "已注销"), strict=True):
        with ask.answering(why):
            button.click()
    assert guarantor_rows(context.store) == []
    assert security_rows(context.store) == []


def test_the_reckoning_of_a_claim_names_its_events_and_voids_them(context, windows, guaranteed):
    claim = guaranteed[0]
    dialog = windows.show(EventDialog(context, [claim], None, "D4"))
    windows.press(dialog, SAVE)
    window = windows.show(ClaimClockWindow(context, claim))
    assert [event.code for event in window.story.entered] == ["D4"]
    assert window.proof.isEnabled()
    with ask.answering("录错"):
        window._void(window.story.entered[0])
    assert window.story.entered == ()
    assert not window.proof.isEnabled()


@pytest.fixture
def supplemented(context, guaranteed, paper):
    """A plan over the guaranteed claim, signed without the guarantor."""
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[guaranteed[0]])
    lines = schedule(row.balance_fen, 3, date(2026, 12, 8), "month")
    plan = make_plan(context.desk, [row.id], lines, lambda *_: b"%PDF plan").plan
    sign(context.desk, plan, paper)
    return guaranteed[1]


def pressed(window, words):
    """Press the button of these words."""
    next(
        each
        for each in window.list.findChildren(QAbstractButton)
        if words in (each.text(), each.accessibleName())
    ).click()


def test_a_consent_that_came_back_is_noted_and_voided_where_its_guarantor_stands(
    context, windows, supplemented, paper
):
    window = windows.show(GuarantorsWindow(context, supplemented))
    pressed(window, "登记书面同意")
    dialog = windows.show(window.findChildren(ConsentDialog)[-1])
    windows.press(dialog, SAVE)
    assert dialog.signed_field.note.text() == "请填写日期，如 2026-11-20"
    dialog.signed.set_day(TODAY)
    dialog.until.set_day(date(2029, 2, 8))
    windows.press(dialog, SAVE)
    (row,) = guarantor_rows(context.store)
    assert [(each.until, each.provable, each.returned_on) for each in row.consents] == [
        (date(2029, 2, 8), False, TODAY)
    ]
    assert [str(each.clock.period.last_day) for each in window.found.standing] == ["2029-02-08"]
    assert window.found.plans == {row.id: []}
    with ask.answering("录错"):
        pressed(window, "作废这个行为")
    assert [each.void_why for each in guarantor_rows(context.store)[0].consents] == ["录错"]
