"""批量催款函, by keys, down to the files in the vault and the numbers in the books."""

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from models.actions.contacts import set_flag
from models.actions.parties import set_creditor, set_debtor
from models.actions.terms import TermsDraft, set_terms
from models.queries.attempts import attempts
from models.queries.letter_rows import letter_rows
from models.queries.letter_runs import run_rows
from models.queries.parties import debtor_named
from models.rules.bearing import Agreed
from ui.common.ask import answering
from ui.letters.letter_wizard import CHECK, PRINT, REGISTER, LetterWizard

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wizard(context, claims, shown):
    """The window opened on all six claims."""
    return shown(LetterWizard(context, claims))


def letters(context):
    """All letters, oldest first."""
    return letter_rows(context.store)[::-1]


def press(qtbot, wizard, key):
    """A key with Ctrl."""
    qtbot.keyClick(wizard, key, CTRL)


def issue_to(qtbot, wizard, folder):
    """Export, which issues and saves."""
    with answering(folder):
        qtbot.keyClick(wizard, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)


def pdf_printer(path):
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_it_opens_at_the_pages_with_everyone_who_can_get_one(wizard):
    assert wizard.step == CHECK
    assert wizard.primary.text() == "打印 5 封"
    assert wizard.hint.text() == "5 封可打印·合计 ¥15,000.00"
    assert wizard.model.rows[-1].mark == "无收件地址"


def test_five_demands_are_issued_printed_posted_and_registered(context, qtbot, wizard, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.common.paper.DPI", 40)
    with answering(pdf_printer(tmp_path / "printed.pdf")):
        press(qtbot, wizard, Qt.Key.Key_P)
    assert wizard.step == PRINT
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == 10
    made = letters(context)
    assert [row.number[-6:] for row in made] == [f"第000{n}号" for n in range(1, 6)]
    assert all(context.store.folder.vault.holds(row.sha256) for row in made)
    press(qtbot, wizard, Qt.Key.Key_Return)
    assert wizard.step == REGISTER
    for number in ("1078334211501", "1078334211502", "1078334211503", "1078334211504"):
        qtbot.keyClicks(wizard.waybill_page.scan, number)
        qtbot.keyClick(wizard.waybill_page.scan, Qt.Key.Key_Return)
    qtbot.keyClicks(wizard.waybill_page.scan, "EE123456785CN")
    qtbot.keyClick(wizard.waybill_page.scan, Qt.Key.Key_Return)
    wizard.waybill_page.carrier.setCurrentIndex(1)
    press(qtbot, wizard, Qt.Key.Key_Return)
    assert [row.state for row in letters(context)] == ["mailed"] * 5
    sent = attempts(context.store, [row.id for row in letters(context)])
    assert {each.carrier for tried in sent.values() for each in tried} == {"registered"}
    assert letters(context)[4].waybill == "EE123456785CN"


def test_a_column_is_pasted_and_its_faults_are_marked_at_once(context, qtbot, wizard, tmp_path):
    issue_to(qtbot, wizard, tmp_path)
    press(qtbot, wizard, Qt.Key.Key_Return)
    page = wizard.waybill_page
    QGuiApplication.clipboard().setText("1078334211501\n1078334211501\nEE123456784CN\nshort\n1078334211505\n")
    qtbot.keyClick(page.scan, Qt.Key.Key_V, CTRL)
    assert [entry.problem.code if entry.problem else None for entry in page.list.entries] == [
        "waybill_twice", "waybill_twice", "waybill_check_digit", "bad_waybill", None,
    ]  # fmt: skip
    assert not wizard.primary.isEnabled()
    press(qtbot, wizard, Qt.Key.Key_Return)
    assert {row.state for row in letters(context)} == {"issued"}


def test_the_fault_of_the_number_gone_to_is_said_whole(qtbot, wizard, tmp_path):
    issue_to(qtbot, wizard, tmp_path)
    press(qtbot, wizard, Qt.Key.Key_Return)
    page = wizard.waybill_page
    page.take(["1078334211501", "1078334211501", "short"])
    page.table.go_to(1)
    assert page.said.text() == "单号 1078334211501 在名单里出现了两次，一封函件一个单号，请核对。"
    page.table.go_to(2)
    assert "“SHORT”不像邮件单号" in page.said.text()
    page.table.go_to(3)
    assert page.said.text() == "已填 3 / 5·3 个有误"


def test_exporting_leaves_one_file_a_letter(context, qtbot, wizard, tmp_path):
    issue_to(qtbot, wizard, tmp_path / "out")
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 5
    assert len(letters(context)) == 5


def test_an_unticked_debtor_gets_none(context, qtbot, wizard, tmp_path):
    qtbot.keyClick(wizard.check_page.list, Qt.Key.Key_Space)
    assert wizard.primary.text() == "打印 4 封"
    issue_to(qtbot, wizard, tmp_path)
    assert "甲一公司" not in {row.debtor for row in letters(context)}


def test_an_address_that_is_mended_brings_its_letter_in(context, qtbot, wizard):
    qtbot.keyClick(wizard.check_page.list, Qt.Key.Key_End)
    with qtbot.waitSignal(wizard.debtor_requested):
        qtbot.keyClick(wizard.check_page.list, Qt.Key.Key_Return)
    context.act(lambda _: set_debtor(context.desk, "己六公司", address="解放路 6 号"))
    assert wizard.primary.text() == "打印 6 封"


def test_where_none_is_due_it_says_so_and_all_overdue_can_be_taken(context, claim, qtbot, shown):
    claim("甲一公司", 100_00, date(2026, 11, 10))
    wizard = shown(LetterWizard(context))
    assert "没有应寄" in wizard.check_page.preview.nothing.label.text()
    assert not wizard.primary.isEnabled()
    qtbot.keyClick(wizard.back, Qt.Key.Key_Space)
    qtbot.keyClick(wizard.choose_page.scope.buttons["overdue"], Qt.Key.Key_Space)
    press(qtbot, wizard, Qt.Key.Key_Return)
    assert wizard.step == CHECK
    assert wizard.primary.text() == "打印 1 封"


def test_what_was_unticked_stays_so_when_the_list_is_asked_anew(context, qtbot, wizard):
    qtbot.keyClick(wizard.check_page.list, Qt.Key.Key_Space)
    context.act(lambda _: set_debtor(context.desk, "乙二公司", postcode="215000"))
    assert wizard.primary.text() == "打印 4 封"


def test_a_firm_that_never_said_who_it_is_fills_in_the_form_first(context, claims, qtbot, shown):
    set_creditor(context.desk, bank="")
    wizard = shown(LetterWizard(context, claims))
    page = wizard.check_page
    assert page.middle.currentIndex() == 1
    assert not wizard.primary.isEnabled()
    qtbot.keyClicks(page.form.edits["bank"], "ICBC Suzhou")
    qtbot.keyClick(page.keep, Qt.Key.Key_Space)
    assert page.middle.currentIndex() == 0
    assert wizard.primary.isEnabled()


def test_what_is_typed_in_the_form_outlives_news_of_a_debtor(context, claims, qtbot, shown):
    set_creditor(context.desk, bank="")
    wizard = shown(LetterWizard(context, claims))
    qtbot.keyClicks(wizard.check_page.form.edits["bank"], "ICBC")
    context.act(lambda _: set_debtor(context.desk, "乙二公司", phone="0512"))
    assert wizard.check_page.form.edits["bank"].text() == "ICBC"


def test_without_a_printer_the_letters_stand_and_can_be_saved(context, qtbot, wizard, tmp_path):
    with answering(LookupError):
        press(qtbot, wizard, Qt.Key.Key_P)
    assert len(letters(context)) == 5
    assert "没有打印机" in wizard.print_page.words.text()
    with answering(tmp_path / "pdf"):
        wizard.print_page.save.click()
    assert len(list((tmp_path / "pdf").glob("*.pdf"))) == 5


def test_printing_goes_on_from_the_letter_that_failed(context, qtbot, wizard, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.common.paper.DPI", 40)
    with answering(pdf_printer(tmp_path / "all.pdf")):
        press(qtbot, wizard, Qt.Key.Key_P)
    wizard.print_page.number.setValue(4)
    with answering(pdf_printer(tmp_path / "rest.pdf")):
        qtbot.keyClick(wizard.print_page.again, Qt.Key.Key_Space)
    assert len(pypdfium2.PdfDocument(tmp_path / "rest.pdf")) == 4


def test_a_day_to_pay_by_that_is_gone_stops_the_run(context, qtbot, wizard):
    day = wizard.check_page.options.day
    day.clear()
    qtbot.keyClicks(day, "2026-11-20")
    assert not wizard.primary.isEnabled()
    day.clear()
    qtbot.keyClicks(day, "2027-03-01")
    assert wizard.primary.isEnabled()
    assert "2027 年节假日未公布" in wizard.check_page.options.day_field.note.text()


def test_the_pages_shown_are_of_the_letter_chosen(qtbot, wizard):
    preview = wizard.check_page.preview
    qtbot.waitUntil(lambda: preview.view.count == 2)
    qtbot.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert preview.parts.value == "slip"
    qtbot.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert wizard.check_page.list.current.recipient.debtor == "乙二公司"
    assert "催讨" in wizard.check_page.options.item.text()


def test_a_rate_above_the_usual_line_is_said_before_the_letter_goes_out(context, claims, shown):
    """domain.md §2.6: 0.1 % a day is 36.5 % a year, above 1.95 times the LPR (合同编通则解释 65)."""
    set_terms(context.desk, 1, TermsDraft(Agreed("day:0.1")))
    wizard = shown(LetterWizard(context, claims[:1]))
    said = wizard.check_page.options.doubts
    assert not said.isVisible()
    wizard.check_page.options.interest.setChecked(True)
    wizard.check_page.show_current()
    assert "年利率 36.50%" in said.text()
    assert said.isVisible()


def test_what_the_contact_guard_holds_back_goes_out_for_a_reason_that_is_kept(
    context, claims, qtbot, shown, tmp_path
):
    held = debtor_named(context.store, "甲一公司")
    set_flag(context.desk, held.id, "lawyer", "律师函 2026-11-01")
    wizard = shown(LetterWizard(context, claims))
    options = wizard.check_page.options
    assert len(wizard.model.ticked) == 4
    assert options.why_field.isVisible()
    options.why.setFocus()
    options.why.setText("律师同意直接寄送")
    qtbot.keyClick(options.why, Qt.Key.Key_Return)
    assert len(wizard.model.ticked) == 5
    issue_to(qtbot, wizard, tmp_path / "out")
    assert "甲一公司" in {row.debtor for row in letters(context)}
    assert run_rows(context.store)[0].override_why == "律师同意直接寄送"


def test_where_the_guard_holds_nothing_back_no_reason_is_asked_for(wizard):
    assert not wizard.check_page.options.why_field.isVisible()


def test_before_anything_is_printed_nobody_is_asked_whether_it_came_out_well(
    context, qtbot, wizard, tmp_path
):
    issue_to(qtbot, wizard, tmp_path)
    again = LetterWizard(context, letters=[row.id for row in letters(context)], at=PRINT)
    qtbot.addWidget(again)
    assert (again.primary.text(), again.print_page.go_on.text()) == ("下一步", "打印")
    again.print_page.printing.printed = 2
    again.print_page.refresh()
    assert again.print_page.go_on.text() == "继续打印"
