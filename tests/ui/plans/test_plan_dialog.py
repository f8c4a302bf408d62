"""A plan is made with four values, adds up to the fen, and is saved with its agreement."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from models.actions import parties
from models.queries.plans import plan_rows
from tests.ui.rooms import PDF, owed
from ui.common import ask
from ui.common.pages import PdfPages
from ui.plans.plan_dialog import PlanDialog

CTRL = Qt.KeyboardModifier.ControlModifier
SAVE = (Qt.Key.Key_Return, CTRL)
TAB = (Qt.Key.Key_Tab,)


@pytest.fixture
def shown(context, keys, windows):
    return lambda claims=None: windows.show(PlanDialog(context, claims or keys[:2]))


def plan(context):
    (row,) = plan_rows(context.store, context.today)
    return row


def test_number_and_first_day_are_enough(context, windows, shown, tmp_path):
    dialog = shown()
    target = tmp_path / "协议.pdf"
    with ask.answering(None, target):
        windows.press(dialog, "5", TAB, "2026-12-08", SAVE, (Qt.Key.Key_S, CTRL))
    made = plan(context)
    assert [line.due_on for line in made.instalments][:2] == [date(2026, 12, 8), date(2027, 1, 8)]
    assert len(made.instalments) == 5
    assert sum(line.principal_fen for line in made.instalments) == 18_640_000
    assert made.state == "draft"
    assert target.read_bytes() == PDF


def test_half_a_million_in_five_equal_parts_takes_four_acts(context, windows, shown):
    claim = owed(context, "台州精工模具有限公司", 50_000_000, "PO-9")
    with ask.answering(None):
        windows.press(shown([claim]), "5", TAB, "12-08", SAVE)
    made = plan(context)
    assert [line.principal_fen for line in made.instalments] == [10_000_000] * 5
    assert [line.due_on.day for line in made.instalments] == [8] * 5


def test_a_second_plan_over_the_same_claims_is_warned_of(context, windows, shown, keys):
    with ask.answering(None):
        windows.press(shown(), SAVE)
    assert plan(context).number in shown().others.text()
    assert shown(keys[2:]).others.isHidden()


def test_a_guarantee_that_ends_too_early_is_doubted(shown):
    dialog = shown()
    dialog.guarantor.there.setChecked(True)
    dialog.guarantor.until.setText("2027-01-01")
    dialog.guarantor.until.changed.emit(dialog.guarantor.until.day)
    assert "六个月" in dialog.guarantor.until_field.note.text()


def test_the_total_is_what_is_open(shown):
    dialog = shown()
    assert dialog.fields.total.fen == 18_640_000
    assert dialog.schedule.verdict.text() == "等于欠款"


def test_a_changed_instalment_shares_the_rest_over_the_later_ones(shown):
    dialog = shown()
    dialog.schedule.model.edited.emit(1, "principal", "40000")
    assert [line.principal_fen for line in dialog.lines] == [4_000_000, 7_320_000, 7_320_000]
    assert dialog.schedule.verdict.text() == "等于欠款"


def test_the_last_one_changed_leaves_a_difference_and_nothing_is_saved(context, windows, shown):
    dialog = shown()
    dialog.schedule.model.edited.emit(3, "principal", "62133.33")
    assert dialog.schedule.verdict.text() == "差 ¥0.01"
    windows.press(dialog, SAVE)
    assert plan_rows(context.store, context.today) == []
    assert "本金之和" in dialog.hint.text()


def test_more_than_is_owed_is_refused_and_the_schedule_stands(shown):
    dialog = shown()
    before = dialog.lines
    dialog.schedule.model.edited.emit(1, "principal", "999999")
    assert dialog.lines == before
    assert dialog.hint.text()


def test_an_amount_can_be_typed_into_the_table(windows, shown):
    dialog = shown()
    table = dialog.schedule.table
    table.right.setFocus()
    table.right.setCurrentIndex(dialog.schedule.model.index(0, dialog.schedule.model.column("principal")))
    windows.qtbot.keyClicks(table.right, "4")
    editor = dialog.focusWidget()
    windows.qtbot.keyClicks(editor, "0000")
    windows.qtbot.keyClick(editor, Qt.Key.Key_Return)
    windows.qtbot.waitUntil(lambda: dialog.lines[0].principal_fen == 4_000_000)


def test_days_off_move_or_stay_as_chosen_and_keep_what_was_typed(shown):
    dialog = shown()
    dialog.schedule.model.edited.emit(1, "principal", "40000")
    assert "2026-12-20 周日 是休息日，已顺延至 2026-12-21 周一" in dialog.holidays.words.text()
    dialog.holidays.keep_button.click()
    assert dialog.lines[0].due_on == date(2026, 12, 20)
    assert dialog.lines[0].principal_fen == 4_000_000
    dialog.holidays.move_button.click()
    assert dialog.lines[0].due_on == date(2026, 12, 21)


def test_a_year_whose_holidays_are_not_out_is_named(shown):
    assert "2027 年节假日未公布" in shown().holidays.words.text()


def test_a_first_day_in_the_past_is_said_at_the_field_and_refused(context, windows, shown):
    dialog = shown()
    windows.press(dialog, "2", TAB, "2026-11-01", SAVE)
    assert "已经过去" in dialog.fields.labelled[dialog.fields.first_on].note.text()
    assert plan_rows(context.store, context.today) == []


def test_rising_instalments_first_payment_and_interest(shown):
    dialog = shown()
    dialog.fields.shape.choose("rising")
    assert [line.principal_fen for line in dialog.lines] == [3_106_667, 6_213_333, 9_320_000]
    dialog.fields.first_payment.set_fen(640_000)
    dialog.fields.first_payment.changed.emit(640_000)
    assert dialog.lines[0].principal_fen == 640_000
    dialog.fields.rate.set_bp(360)
    dialog.fields.rate.changed.emit(360)
    assert dialog.lines[0].interest_fen == 56_992
    assert dialog.lines[0].due_on == date(2026, 12, 21)


def test_the_clauses_become_the_terms_of_the_agreement(context, windows, shown):
    dialog = shown()
    dialog.clauses.penalty.setCurrentIndex(2)
    dialog.clauses.days.setValue(10)
    dialog.clauses.late.setChecked(True)
    dialog.clauses.late_rate.set_bp(450)
    dialog.clauses.notarise.setChecked(True)
    dialog.clauses.seat.setText("苏州工业园区人民法院")
    with ask.answering(None):
        windows.press(dialog, SAVE)
    kind, facts, language, on_screen = context.render.asked[-1]
    assert (kind, language, on_screen) == ("plan", "zh_CN", False)
    terms = facts.terms
    assert (terms.penalty, terms.accelerate_after_days) == ("waived_if_punctual", 10)
    assert (terms.late_rate_bp, terms.notarise, terms.roll_holidays) == (450, True, True)
    assert terms.court == "苏州工业园区人民法院"


def test_late_interest_ticked_needs_its_rate(context, windows, shown):
    dialog = shown()
    dialog.clauses.late.setChecked(True)
    windows.press(dialog, SAVE)
    assert plan_rows(context.store, context.today) == []
    assert "年利率" in dialog.hint.text()


def test_a_guarantor_is_named_and_stands_three_years_beyond_the_last_instalment(context, windows, shown):
    dialog = shown()
    dialog.guarantor.there.setChecked(True)
    windows.press(dialog, SAVE)
    assert "名称" in dialog.hint.text()
    dialog.guarantor.name.setText("李四")
    dialog.guarantor.is_person.setChecked(True)
    assert "保证人地址" in dialog.gaps.words.text()
    with ask.answering(None):
        windows.press(dialog, SAVE)
    guarantor = context.render.asked[-1][1].guarantor
    assert (guarantor.name, guarantor.is_person, guarantor.until) == ("李四", True, date(2030, 2, 20))


def test_the_preview_shows_the_places_of_seals_and_draws_no_number(context, windows, shown):
    dialog = shown()
    windows.press(dialog, (Qt.Key.Key_P, CTRL))
    assert context.render.asked[-1][3] is True
    assert dialog.pages.view.count == 2
    assert plan_rows(context.store, context.today) == []
    dialog.pages.close()


def test_the_agreement_with_a_foreign_debtor_is_english(context, windows, shown):
    parties.set_debtor(context.desk, "苏州恒锐精密制造有限公司", letter_language="en")
    with ask.answering(None):
        windows.press(shown(), SAVE)
    assert context.render.asked[-1][2] == "en"


def test_what_nobody_knows_yet_is_named_before(context, shown, keys):
    assert "债务人地址" in shown(keys[2:]).gaps.words.text()


def test_a_gap_leads_to_the_window_that_fills_it(qtbot, context, shown, keys):
    dialog = shown(keys[2:])
    with qtbot.waitSignal(dialog.debtor_requested) as told:
        dialog.gaps.fill_debtor.click()
    assert told.args == [2]
    assert dialog.gaps.fill_creditor.isHidden()
    context.act(lambda _: parties.set_creditor(context.desk, bank=""))
    assert "本单位开户行" in dialog.gaps.words.text()
    with qtbot.waitSignal(dialog.creditor_requested):
        dialog.gaps.fill_creditor.click()


def test_without_a_printer_the_agreement_is_safe_and_says_so(windows, context, shown):
    dialog = shown()
    with ask.answering(LookupError):
        windows.press(dialog, SAVE)
    assert "没有打印机" in dialog.saved_page.said.text()
    assert plan(context).number in dialog.saved_page.title.text()


def test_the_very_pages_go_to_the_printer(windows, shown, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog = shown()
    with ask.answering(printer):
        windows.press(dialog, SAVE)
    assert dialog.saved_page.said.text() == "已送到打印机"
    assert PdfPages((tmp_path / "printed.pdf").read_bytes()).count == 2


def test_an_address_filled_in_beside_the_window_closes_the_gap(context, shown, keys):
    dialog = shown(keys[2:])
    context.act(lambda _: parties.set_debtor(context.desk, "宁波海晟机电设备有限公司", address="宁波"))
    assert "债务人地址" not in dialog.gaps.words.text()


def test_leaving_asks_once_something_was_chosen(context, windows, shown):
    dialog = shown()
    windows.press(dialog, "4")
    with ask.answering(False):
        windows.press(dialog, (Qt.Key.Key_Escape,))
    assert dialog.isVisible()
    with ask.answering(True):
        windows.press(dialog, (Qt.Key.Key_Escape,))
    assert plan_rows(context.store, context.today) == []


def test_claims_of_two_debtors_are_refused(shown, keys):
    assert "2 个债务人" in shown(keys).hint.text()


def test_days_and_sums_the_parties_settled_are_typed_one_by_one(context, windows, shown):
    """A day typed over makes the schedule the parties' own; the last instalment takes what is left."""
    dialog = shown()
    dialog.schedule._typed(2, "due", "2027-03-31 周三")
    dialog.schedule._typed(1, "principal", "100000")
    assert dialog.fields.is_free
    assert [(line.due_on, line.principal_fen) for line in dialog.lines][1:] == [
        (date(2027, 2, 20), 6_213_334),
        (date(2027, 3, 31), 2_426_666),
    ]
    with ask.answering(None):
        windows.press(dialog, SAVE)
    assert sum(line.principal_fen for line in plan(context).instalments) == 18_640_000


def test_two_of_one_day_are_refused_and_nothing_moves(shown):
    dialog = shown()
    before = dialog.lines
    dialog.schedule._typed(2, "due", str(before[0].moved_from or before[0].due_on))
    assert dialog.lines == before
    assert dialog.hint.text()


def test_another_shape_shares_anew(windows, shown):
    dialog = shown()
    before = dialog.lines
    dialog.schedule._typed(2, "due", "2027-03-31")
    dialog.fields.shape.choose("equal")
    assert dialog.lines == before
