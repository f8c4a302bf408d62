"""Each choice shows its words; what no agreement may say is refused; a supplement tells what is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.actions import plans
from models.actions.parties import set_debtor
from models.queries.claims import claim_rows
from models.queries.plans import plan_rows
from models.rules.facts import GuarantorFacts, PlanTerms
from models.rules.instalments import schedule
from tests.ui.rooms import PDF
from ui.common import ask
from ui.plans.plan_dialog import PlanDialog

CTRL = Qt.KeyboardModifier.ControlModifier
SAVE = (Qt.Key.Key_Return, CTRL)


@pytest.fixture
def shown(context, keys, windows):
    return lambda **more: windows.show(PlanDialog(context, keys[:2], **more))


@pytest.fixture
def agreed(context, keys, tmp_path):
    """A signed plan with a guarantor and a clause of its own."""
    lines = schedule(18_640_000, 3, date(2026, 12, 10), "month")
    made = plans.make_plan(
        context.desk,
        keys[:2],
        lines,
        context.render,
        terms=PlanTerms(extra="每月报送流水", lawyer_bp=800, penalty="replaced"),
        guarantor=GuarantorFacts("赵立新", until=date(2030, 2, 10), is_person=True),
    )
    scan = tmp_path / "签署版.pdf"
    scan.write_bytes(PDF)
    plans.sign(context.desk, made.plan, scan)
    return made.plan


def test_the_words_of_a_choice_stand_beside_it(shown):
    clauses = shown().clauses
    assert "甲、原合同违约金照旧计算" in clauses.body.text()
    clauses.penalty.setCurrentIndex(2)
    assert "丙、各期均按时足额支付" in clauses.body.text()
    clauses.security.setCurrentIndex(1)
    clauses.security_object.setText("厂房")
    clauses.security_object.textEdited.emit("厂房")
    assert (clauses.heading.text(), "厂房" in clauses.body.text()) == ("第九条　担保物", True)


def test_a_choice_not_taken_says_so(windows, shown):
    dialog = shown()
    dialog.clauses.notarise.setFocus()
    assert dialog.clauses.heading.text() == "不写入协议"
    windows.press(dialog, (Qt.Key.Key_Space,))
    assert "强制执行公证" in dialog.clauses.heading.text()


def test_what_no_agreement_may_say_is_told_at_once_and_not_saved(context, windows, shown):
    dialog = shown()
    dialog.clauses.extra.setFocus()
    windows.press(dialog, "乙方放弃诉讼时效抗辩")
    assert "民法典第197条" in dialog.clauses.refusal.text()
    windows.press(dialog, SAVE)
    assert "民法典第197条" in dialog.hint.text()
    assert plan_rows(context.store, context.today) == []


def test_every_choice_is_kept(context, windows, shown):
    dialog = shown()
    clauses = dialog.clauses
    clauses.lates.setValue(3)
    clauses.allocation.setCurrentIndex(1)
    clauses.lawyer.setChecked(True)
    clauses.lawyer_share.set_bp(500)
    clauses.security.setCurrentIndex(3)
    clauses.security_object.setText("注塑机两台")
    clauses.forum.setCurrentIndex(1)
    clauses.seat.setText("苏州仲裁委员会")
    clauses.electronic.setChecked(False)
    with ask.answering(None):
        windows.press(dialog, SAVE)
    (row,) = plan_rows(context.store, context.today)
    assert row.terms == PlanTerms(
        accelerate_after_count=3, allocation="principal_first", lawyer_bp=500, security="retention",
        security_object="注塑机两台", arbitration="苏州仲裁委员会", electronic_service=False, roll_holidays=True,
    )  # fmt: skip


def test_a_supplement_begins_with_what_was_agreed(context, windows, shown, agreed):
    dialog = shown(replaces=agreed)
    assert dialog.clauses.terms(False).extra == "每月报送流水"
    assert dialog.clauses.terms(False).penalty == "replaced"
    assert dialog.guarantor.guarantor.name == "赵立新"
    assert dialog.others.isHidden()
    with ask.answering(None):
        windows.press(dialog, SAVE)
    made = plan_rows(context.store, context.today)[0]
    assert made.replaces == plan_rows(context.store, context.today)[1].number
    assert context.render.asked[-1][1].earlier.guaranteed_by == "赵立新"


def test_a_supplement_without_the_guarantor_says_what_is_lost(shown, agreed):
    dialog = shown(replaces=agreed)
    dialog.fields.count.setValue(6)
    dialog.guarantor.there.setChecked(False)
    assert "2030-02-10" in dialog.others.text()
    assert "第695条" in dialog.others.text()


def test_a_second_plan_over_one_in_force_becomes_its_supplement_by_one_key(windows, shown, agreed):
    dialog = shown()
    assert "请改为补充协议" in dialog.others.text()
    windows.press(dialog, (Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier))
    assert (dialog.replaces, dialog.windowTitle()) == (agreed, "补充协议")
    assert dialog.guarantor.guarantor.name == "赵立新"
    assert dialog.amend.isHidden()


def test_what_was_typed_before_it_became_a_supplement_stays(windows, shown, agreed):
    dialog = shown()
    dialog.fields.count.setValue(7)
    dialog.amend.click()
    assert (dialog.fields.count.value(), dialog.guarantor.guarantor) == (7, None)
    assert "的补充协议" in dialog.about.text()


def test_over_a_plan_that_waits_for_signature_no_supplement_is_offered(context, windows, shown):
    with ask.answering(None):
        windows.press(shown(), SAVE)
    dialog = shown()
    assert "请先作废旧的" in dialog.others.text()
    assert dialog.amend.isHidden()


def test_the_spouse_of_a_firm_is_not_asked_for(shown):
    dialog = shown()
    assert dialog.clauses.spouse.isHidden()
    dialog.guarantor.there.setChecked(True)
    assert dialog.guarantor.spouse_field.isHidden()
    dialog.guarantor.is_person.setChecked(True)
    assert not dialog.guarantor.spouse_field.isHidden()


def test_spouses_of_persons_sign_too(context, keys, windows, shown):
    set_debtor(
        context.desk, claim_rows(context.store, context.today, context.today)[0].debtor, is_person=True
    )
    dialog = shown()
    dialog.clauses.spouse.setFocus()
    windows.press(dialog, "陈静")
    assert "乙方配偶陈静" in dialog.clauses.body.text()
    dialog.guarantor.there.setChecked(True)
    dialog.guarantor.name.setText("孙立")
    dialog.guarantor.is_person.setChecked(True)
    dialog.guarantor.spouse_name.setText("王晓梅")
    windows.press(dialog, SAVE)
    (row,) = plan_rows(context.store, context.today)
    assert (row.terms.debtor_spouse, row.terms.guarantor_spouse) == ("陈静", "王晓梅")
    assert {"debtor_spouse", "guarantor_spouse"} <= {step.code for step in row.unchecked}
