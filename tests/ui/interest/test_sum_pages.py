"""Court fees, capitals and working days on the pages of the calculator: by keys, the same as the commands."""

import json
from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from main import main
from models.actions.published import add_holidays
from models.rules.fees import fee_steps
from models.rules.money import yuan
from ui.common import ask
from ui.interest.calculator import (
    CAPITALS,
    FEES,
    FILING,
    INDICATORS,
    INTEREST,
    JUDGED,
    WORKDAY,
    CalculatorWindow,
)

COPY = (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def calculator(context, windows):
    return windows.show(CalculatorWindow(context))


def typed(edit, words):
    edit.setText(words)
    edit.textEdited.emit(words)


def test_ctrl_and_a_figure_turn_to_a_page_and_its_edit_takes_the_keys(calculator, windows):
    for key, name in (
        (Qt.Key.Key_2, JUDGED),
        (Qt.Key.Key_3, FEES),
        (Qt.Key.Key_4, CAPITALS),
        (Qt.Key.Key_5, WORKDAY),
        (Qt.Key.Key_6, FILING),
        (Qt.Key.Key_7, INDICATORS),
        (Qt.Key.Key_1, INTEREST),
    ):
        windows.press(calculator, (key, CTRL))
        assert calculator.which.value == name
        first = calculator.answers.first if calculator.answers else calculator.principal
        assert calculator.focusWidget() is first


@pytest.mark.parametrize("amount", ["10000", "500000", "896000", "20000000"])
def test_fees_are_those_of_the_command(calculator, capsys, amount):
    calculator.turn_to(FEES)
    typed(calculator.answers.amount, amount)
    assert main(["--json", "--lang", "zh_CN", "fees", amount]) == 0
    told = json.loads(capsys.readouterr().out)
    for row, step in zip(calculator.answers.rows, fee_steps(int(amount) * 100), strict=True):
        assert yuan(row[2]) == told[step.fee]
        assert yuan(row[3]) == told["whole_yuan"][step.fee]
    assert [row[1] for row in calculator.answers.rows] == [each["formula"] for each in told["derivation"]]
    assert calculator.sentences()[0][1] == told["sentence"]


def test_fees_are_copied_as_table_and_sentence_and_go_into_a_workbook(calculator, windows, tmp_path):
    calculator.turn_to(FEES)
    typed(calculator.answers.amount, "500,000")
    windows.press(calculator, COPY)
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].startswith("费用\t算式")
    assert lines[1].split("\t")[2] == "8,800.00"  # domain.md 6.4
    calculator.sentence_menu().actions()[0].trigger()
    assert "案件受理费为8,800.00元" in QApplication.clipboard().text()
    calculator.sentence_menu().actions()[1].trigger()
    assert "CNY 8,800.00" in QApplication.clipboard().text()
    target = tmp_path / "诉讼费用.xlsx"
    with ask.answering(target):
        calculator.write_workbook()
    assert 8800 in [cell.value for row in load_workbook(target).active for cell in row]


def test_a_sum_below_zero_or_unreadable_gives_no_fees(calculator, windows):
    calculator.turn_to(FEES)
    typed(calculator.answers.amount, "-1")
    assert calculator.answers.rows == []
    assert "不能为负" in calculator.answers.field.note.text()
    typed(calculator.answers.amount, "五十万")
    assert (calculator.answers.rows, calculator.sentences()) == ([], [])
    QApplication.clipboard().setText("before")
    windows.press(calculator, COPY)
    assert QApplication.clipboard().text() == "before"


def test_capitals_are_written_and_words_on_paper_compared(calculator):
    calculator.turn_to(CAPITALS)
    page = calculator.answers
    typed(page.amount, "1680.32")
    assert page.rows[0][1] == "人民币壹仟陆佰捌拾元零叁角贰分"  # domain.md 5.5
    typed(page.paper, "壹仟陆佰捌拾元叁角贰分")
    assert "一致" in page.paper_field.note.text()
    typed(page.paper, "壹仟陆佰捌拾元叁角")
    assert "应写作：人民币壹仟陆佰捌拾元零叁角贰分" in page.paper_field.note.text()
    page.day.set_day(date(2026, 1, 15))
    page.reckon()
    assert page.rows[-1][1] == "贰零贰陆年零壹月壹拾伍日"


@pytest.mark.parametrize(
    ("day", "works", "following", "known"),
    [
        ("2026-10-01", "休息日", "2026-10-08", "已公布"),
        ("2026-09-20", "工作日", "2026-09-21", "已公布"),
        ("2027-10-01", "工作日", "2027-10-04", "尚未公布"),
        ("2003-10-01", "工作日", "2003-10-02", "没有该年的放假资料"),
    ],
)
def test_a_day_is_answered_and_an_unknown_year_says_so(calculator, day, works, following, known):
    calculator.turn_to(WORKDAY)
    typed(calculator.answers.day, day)
    (first, second, third) = calculator.answers.rows
    assert (first[1], second[1]) == (works, following)
    assert known in third[1]


def test_a_day_beyond_all_periods_is_refused(calculator):
    calculator.turn_to(WORKDAY)
    typed(calculator.answers.day, "9999-12-31")
    assert calculator.answers.rows == []
    assert "1950" in calculator.answers.field.note.text()


def test_holidays_entered_meanwhile_are_reckoned_with(calculator, context):
    calculator.turn_to(WORKDAY)
    typed(calculator.answers.day, "2027-01-04")
    assert calculator.answers.rows[0][1] == "工作日"
    context.bus.changed.emit(add_holidays(context.desk, "元旦：2027年1月4日放假", year=2027).changes)
    assert calculator.answers.rows[0][1] == "休息日"


@pytest.fixture
def judged(calculator):
    """domain.md V11: 1,013,800 late by 90 days bears a doubled part of 15,967.35."""
    calculator.turn_to(JUDGED)
    page = calculator.answers
    page.principal.set_fen(101_380_000)
    page.start.set_day(date(2026, 1, 1))
    page.late.set_day(date(2026, 3, 1))
    page.end.set_day(date(2026, 5, 30))
    page.rate.set_spec("year:6")
    page.reckon()
    return page


def test_the_doubled_part_after_a_judgment_is_that_of_the_command(judged, capsys):
    line = [
        "judgment",
        "--principal",
        "1013800",
        "--interest-from",
        "2026-01-01",
        "--late-from",
        "2026-03-01",
    ]
    assert main(["--json", *line, "--to", "2026-05-30", "--rate", "year:6"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["doubled"] == "15967.35"
    doubled = judged.rows[-1]
    assert (doubled[3], doubled[6]) == ("90", 1_596_735)
    assert "0.0175% × 90" in doubled[7]
    assert "第264条" in doubled[8]
    assert yuan(judged.rows[0][6]) == told["interest"]
    assert f"{told['total_left'][:3]}" in judged.note.text().replace(",", "")


def test_after_the_last_verified_rate_the_page_of_judgments_says_so(judged):
    judged.rate.set_spec("lpr1y")
    judged.end.set_day(date(2026, 11, 20))
    judged.reckon()
    assert "2026-09-20" in judged.note.text()


def test_from_the_acceptance_of_a_bankruptcy_petition_nothing_accrues(judged, calculator):
    judged.bankrupt.set_day(date(2026, 3, 31))
    judged.reckon()
    assert judged.rows[-1][3] == "30"
    calculator.turn_to(INTEREST)
    calculator.start.set_day(date(2026, 1, 1))
    calculator.end.set_day(date(2026, 11, 20))
    calculator.rate.set_spec("day:0.05")
    calculator.bankrupt.set_day(date(2026, 1, 11))
    calculator.reckon()
    assert calculator.answer.result.days == 10
    assert "2026-01-11" in calculator.view.doubts.text()


def test_what_is_missing_for_a_judgment_is_asked_for(calculator):
    calculator.turn_to(JUDGED)
    assert calculator.answers.rows == []
    assert "履行期届满次日" in calculator.answers.note.text()


def filing(calculator):
    """domain.md V1 (§2.6), filed as §6.7 asks with a petition accepted on its last day."""
    calculator.turn_to(FILING)
    page = calculator.answers
    page.principal.set_fen(48_565_275)
    page.accepted.set_day(date(2025, 6, 19))
    page.start.set_day(date(2023, 8, 21))
    page.costs.set_fen(880_000)
    page.reckon()
    return page


def test_a_claim_filed_in_bankruptcy_is_split_as_the_command_splits_it(calculator, windows, capsys):
    page = filing(calculator)
    line = ["claim-filing", "--principal", "485652.75", "--accepted-on", "2025-06-19", "--costs", "8800"]
    assert main(["--json", "--lang", "zh_CN", *line, "--from", "2023-08-21", "--rate", "lpr1y"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["interest"], told["total"], told["until"]) == ("29380.66", "523833.41", "2025-06-18")
    split = page.rows[: len(told["lines"])]
    assert [(yuan(row[6]), row[7], row[8]) for row in split] == [
        (each["amount"], each["formula"], each["source"]) for each in told["lines"]
    ]
    assert [row[7] for row in page.rows[6:]] == [each["formula"] for each in told["derivation"]]
    assert calculator.sentences()[0][1] == told["sentence"] == page.note.text()
    windows.press(calculator, COPY)
    assert "第46条" in QApplication.clipboard().text()


def test_formula_and_source_of_the_current_row_are_told_whole_below(calculator):
    page = filing(calculator)
    page.table.go_to(5)
    assert page.whole.text().splitlines() == [page.rows[5][7], page.rows[5][8]]
    page.accepted.set_day(None)
    page.reckon()
    assert page.whole.text() == ""


def test_a_filing_follows_what_is_typed(calculator):
    page = filing(calculator)
    page.as_penalty.setChecked(True)
    by_name = {row[0]: row[6] for row in page.rows[:6]}
    assert (by_name["利息"], by_name["违约金"]) == (0, 2_938_066)
    page.late.set_day(date(2025, 6, 9))
    page.reckon()
    assert page.rows[4][6] == (48_565_275 + 880_000) * 175 * 10 // 10**6  # ten days at 0.0175 %
    page.accepted.set_day(None)
    page.reckon()
    assert "受理日" in page.note.text()


def test_the_indicators_of_a_quarter_and_an_allowance_are_reckoned_as_typed(calculator):
    calculator.turn_to(INDICATORS)  # worked figures of domain.md 9.1 and 9.2
    page = calculator.answers
    assert "赊销额" in page.note.text()
    for edit, fen in ((page.sales, 900_000_000), (page.opening, 280_000_000), (page.closing, 320_000_000)):
        edit.set_fen(fen)
    page.not_due.set_fen(210_000_000)
    typed(page.months, "2,500,000=30；3,000,000=31")
    typed(page.bands, "5000000=5; 800000=10; 300000=30; 120000=50; 50000=80; 30000=100")
    typed(page.roll, "20; 50; 60; 100")
    told = [row[1] for row in page.rows]
    assert told[:8] == [
        "32.00 天",
        "21.00 天",
        "11.00 天",
        "88.66%",
        "3.00 次",
        "30.00 天",
        "34.38%",
        "37.23 天",
    ]
    assert (told[14], told[15:]) == ("550,000.00", ["6.00%", "30.00%", "60.00%", "100.00%"])
    typed(page.roll, "20; x")
    assert page.rows == []
    assert "“x”" in page.note.text()
