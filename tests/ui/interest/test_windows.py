"""Interest in the window: a claim's derivation, the terms of a debtor, the calculator."""

from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from models.actions.terms import TermsDraft, set_terms
from models.queries.claims import claim_rows
from models.queries.interest import interest_of
from models.queries.terms import terms_rows
from models.rules.bearing import Agreed
from models.rules.day_count import Terms
from tests.ui.rooms import TODAY
from ui.common import ask
from ui.interest.calculator import LOAN, CalculatorWindow
from ui.interest.derivation_window import DerivationWindow
from ui.interest.rate_choice import RateChoice
from ui.interest.terms_dialog import TermsDialog

SAVE = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
COPY = (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def debtor_of(context, claim):
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[claim])
    return row.debtor_id


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))


@pytest.mark.parametrize(
    "spec", ["fixed:lpr1y*1.5", "lpr1y", "lpr5y*1.3", "year:6", "day:0.05", "pboc*1.5+lpr1y*1.5", "pboc3y*2"]
)
def test_a_rate_comes_back_as_it_was_shown(dressed, spec):
    chosen = RateChoice(spec)
    assert chosen.spec.removesuffix("*1") == spec


def test_a_rate_that_cannot_be_read_is_none(dressed):
    chosen = RateChoice()
    chosen.value.setText("一点五")
    assert chosen.spec is None
    assert RateChoice("", optional=True).spec == ""


def test_the_derivation_of_a_claim_shows_what_the_query_reckons(context, keys, windows):
    window = windows.show(DerivationWindow(context, keys[0]))
    found = interest_of(context.store, keys[0], TODAY, TODAY)
    assert window.view.total.text() == context.formats.money(found.total_fen)
    assert "18条第4款" in window.source.text()
    assert len(window.view.cells()) == len(found.steps)


def test_another_day_is_reckoned_at_once(context, keys, windows):
    window = windows.show(DerivationWindow(context, keys[0]))
    before = window.view.total.text()
    window.on.set_day(date(2026, 12, 31))
    window.on.changed.emit(window.on.day)
    assert window.view.total.text() != before
    window.on.set_day(date(2026, 1, 1))
    window.on.changed.emit(window.on.day)
    assert window.view.total.text() == "—"
    assert "2026-10-05" in window.view.doubts.text()


def test_the_table_and_the_sentence_are_copied(context, keys, windows):
    window = windows.show(DerivationWindow(context, keys[0]))
    windows.press(window, COPY)
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].startswith("项目\t起\t")
    assert lines[-1].startswith("合计")
    window.sentence_menu().actions()[0].trigger()
    assert "逾期付款利息计算如下" in QApplication.clipboard().text()


def test_a_derivation_is_exported(context, keys, windows, tmp_path):
    window = windows.show(DerivationWindow(context, keys[0]))
    target = tmp_path / "利息.xlsx"
    with ask.answering(target):
        window.write_workbook()
    assert "逾期利息计算表" in str(load_workbook(target).active["A1"].value)


def test_terms_are_kept_by_keys_and_change_the_interest_shown(context, keys, windows):
    shown = windows.show(DerivationWindow(context, keys[0]))
    dialog = windows.show(TermsDialog(context, debtor_of(context, keys[0])))
    choose(dialog.rate.kinds, "day")
    dialog.rate.value.setText("0.1")
    dialog.grace.setValue(6)
    dialog.place.setText("合同第 8 条")
    choose(dialog.cap.kinds, "lpr1y")
    dialog.cap.value.setText("4")
    windows.press(dialog, SAVE)
    (row,) = terms_rows(context.store)
    assert row.agreed == Agreed("day:0.1", Terms(), 6, "lpr1y*4")
    assert "合同第 8 条" in shown.source.text()
    assert "2026年10月11日" in shown.view.rate.text()


def test_a_rate_without_a_number_is_not_kept(context, keys, windows):
    dialog = windows.show(TermsDialog(context, debtor_of(context, keys[0])))
    dialog.rate.value.clear()
    windows.press(dialog, SAVE)
    assert terms_rows(context.store) == []
    assert dialog.rate_field.note.isVisible()


def test_a_version_is_voided_with_its_reason(context, keys, windows):
    debtor = debtor_of(context, keys[0])
    set_terms(context.desk, debtor, TermsDraft(Agreed("year:6")))
    dialog = windows.show(TermsDialog(context, debtor))
    (row,) = terms_rows(context.store)
    with ask.answering("抄错"):
        dialog._void(row)
    (gone,) = terms_rows(context.store, void=True)
    assert (gone.voided, gone.void_why) == (True, "抄错")


@pytest.fixture
def calculator(context, windows):
    window = windows.show(CalculatorWindow(context))
    window.principal.set_fen(320_000_00)
    window.start.set_day(date(2025, 8, 1))
    window.end.set_day(date(2025, 9, 30))
    return window


def test_the_calculator_gives_the_worked_figure(calculator):
    calculator.rate.set_spec("day:0.05")
    calculator.reckon()
    assert calculator.view.total.text() == "¥9,600.00"  # domain V10


def test_the_ceiling_of_a_loan_is_told(calculator):
    calculator.rate.set_spec("year:24")
    choose(calculator.debt, LOAN)
    calculator.contract_on.set_day(date(2025, 6, 1))
    calculator.reckon()
    assert calculator.answer.result.lines[0].percent == 12
    assert "12.00%" in calculator.view.doubts.text()


def test_payments_are_read_and_a_slip_is_told(calculator):
    calculator.paid.setText("2025-08-31=100,000；2025-09-10=5000")
    calculator.reckon()
    assert [each.on.day for each in calculator.answer.result.payments] == [31, 10]
    calculator.paid.setText("八月付十万")
    calculator.reckon()
    assert calculator.answer is None
    assert calculator.paid_field.note.isVisible()


def test_variants_stand_side_by_side_and_come_back(calculator, windows, tmp_path):
    calculator.rate.set_spec("day:0.05")
    calculator.reckon()
    windows.press(calculator, SAVE)
    calculator.rate.set_spec("year:6")
    calculator.reckon()
    windows.press(calculator, SAVE)
    assert [each.answer.question.spec for each in calculator.variants] == ["day:0.05", "year:6"]
    calculator.show_variant(1)
    assert calculator.view.total.text() == "¥9,600.00"
    target = tmp_path / "方案.xlsx"
    with ask.answering(target):
        calculator.write_workbook()
    assert len(load_workbook(target).sheetnames) == 2


def test_the_same_numbers_as_the_command(calculator, windows):
    calculator.rate.set_spec("lpr1y*1.5")
    calculator.start.set_day(date(2019, 8, 20))
    calculator.end.set_day(date(2020, 8, 20))
    calculator.principal.set_fen(100_000_00)
    calculator.reckon()
    assert calculator.view.total.text() == "¥6,092.26"  # domain V7 × 1.5


def test_the_current_step_stands_in_full_below_its_table(context, keys, windows):
    window = windows.show(DerivationWindow(context, keys[0]))
    first, *_, last = window.view.cells()
    assert window.view.whole.text().split("\n")[0] == first[7]
    window.view.table.setFocus()
    windows.press(window.view.table, (Qt.Key.Key_End,))
    assert window.view.whole.text() == "\n".join(last[7:])
    window.on.set_day(date(2026, 1, 1))
    window.on.changed.emit(window.on.day)
    assert window.view.whole.text() == ""


def test_a_calculator_without_variants_says_what_they_are_for(context, windows):
    window = windows.show(CalculatorWindow(context))
    assert "Ctrl+Enter" in window.compared.currentWidget().hint.text()
    window.add_variant()
    assert window.compared.currentWidget() is window.table
