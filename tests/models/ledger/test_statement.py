"""What the banks' exports say came in, and why the other rows are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from models.ledger.grid import Grid
from models.ledger.statement import Statement, read_statement, understand_statement
from models.ledger.statement_headings import looks_like_statement
from models.rules.problems import Refused
from tests.models.ledger.statements import BANKS, EXPORTS, FIRM, HEAD, OTHER, TODAY, export, grid


def read(sheet: Grid) -> Statement:
    return understand_statement(sheet, TODAY)


def named(name: str) -> Statement:
    return read_statement(EXPORTS / f"{name}.csv", TODAY, in_child=False)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("icbc", [(4, date(2026, 11, 2), FIRM, 10_000_000), (6, date(2026, 11, 4), OTHER, 9_235_050)]),
        ("ccb", [(2, date(2026, 11, 3), FIRM, 5_000_000)]),
        ("cmb", [(3, date(2026, 11, 5), FIRM, 3_600_000), (4, date(2026, 11, 6), None, 1_234)]),
        ("abc", [(2, date(2026, 11, 7), OTHER, 800_000)]),
        ("boc", [(3, date(2026, 11, 9), FIRM, 2_000_000), (5, date(2026, 11, 11), "Acme Valves Inc.", 123_456)]),
        ("by_hand", [(4, date(2026, 11, 13), OTHER, 1_200_000)]),
        ("journal", [(4, date(2026, 11, 2), FIRM, 50_000), (6, date(2026, 11, 4), OTHER, 70_000),
                     (7, date(2026, 11, 5), FIRM, 5_000)]),
    ],
)  # fmt: skip
def test_only_money_that_came_in_becomes_a_line(name: str, lines: list[object]) -> None:
    found = [(line.row, line.on, line.payer, line.amount_fen) for line in named(name).lines]
    assert found == lines


@pytest.mark.parametrize("name", [*BANKS, "by_hand", "journal"])
def test_every_row_is_a_line_skipped_with_why_or_has_a_problem(name: str) -> None:
    statement = named(name)
    below = export(name).rows[statement.heading_row :]
    assert statement.rows_read == sum(any(row) for row in below)


def test_what_went_out_and_totals_are_named() -> None:
    assert [(each.row, each.why) for each in named("icbc").skipped] == [(5, "outgoing"), (7, "total")]


def test_account_memo_and_number_are_text_with_every_digit() -> None:
    first, second = named("icbc").lines
    assert (first.account, first.memo, first.reference) == ("1102 0000 0100 0131", "货款；PO-1", None)
    assert (second.account, second.memo) == ("3901000222", "汇款；尾款")
    assert named("abc").lines[0].account == "001020"
    assert named("ccb").lines[0].reference == "1001-A"


def test_each_line_has_its_currency() -> None:
    assert [line.currency for line in named("boc").lines] == ["CNY", "USD"]


def test_bad_cells_are_named_and_their_rows_left_out() -> None:
    found = [(each.cell, each.code, each.value) for each in named("by_hand").problems]
    assert found == [("A3", "bank_day_unreadable", "11月12日"), ("C5", "not_a_sum", "见回单")]


def test_a_day_to_come_and_a_currency_nobody_knows_are_problems() -> None:
    head = [*HEAD, "币种"]
    statement = read(grid(head, ["2026-11-21", FIRM, "1", 5, "", 5, "", "a", ""],
                          ["2026-11-19", FIRM, "1", 5, "", 5, "", "b", "贝壳"]))  # fmt: skip
    assert [(each.cell, each.code) for each in statement.problems] == [
        ("A2", "bank_day_to_come"),
        ("I3", "currency_unknown"),
    ]
    assert not statement.lines


def test_in_the_firms_own_journal_debit_is_what_came_in_and_that_is_said() -> None:
    assert [each.code for each in named("journal").warnings] == ["bank_journal"]


def test_a_row_missing_between_two_others_shows_in_the_balance() -> None:
    rows = [["2026-11-01", FIRM, "1", 10, "", 110, "", "a"], ["2026-11-02", FIRM, "1", 20, "", 130, "", "b"],
            ["2026-11-03", FIRM, "1", 30, "", 260, "", "c"], ["2026-11-04", FIRM, "1", 40, "", 300, "", "d"],
            ["2026-11-05", FIRM, "1", "", 50, 250, "", "e"]]  # fmt: skip
    assert [(each.cell, each.code) for each in read(grid(HEAD, *rows)).warnings] == [
        ("F4", "bank_balance_breaks")
    ]
    assert [each.cell for each in read(grid(HEAD, *reversed(rows))).warnings] == ["F5"]


def test_a_total_that_does_not_agree_is_said_with_both_sums() -> None:
    total = ["合计", "", "", 99, 0, "", "", ""]
    (warning,) = read(grid(HEAD, ["2026-11-01", FIRM, "1", 10, "", 110, "", "a"], total)).warnings
    assert (warning.cell, warning.code, warning.params["difference"]) == ("D3", "bank_total_differs", "89.00")


def test_a_total_without_a_word_is_found_by_adding_up() -> None:
    rows = [["2026-11-01", FIRM, "1", 10, "", 110, "", "a"], ["2026-11-02", FIRM, "1", 20, "", 130, "", "b"]]
    statement = read(grid(HEAD, *rows, ["", "", "", 30, "", "", "", ""]))
    assert [(each.row, each.why) for each in statement.skipped] == [(4, "total")]


def test_a_sum_below_zero_takes_a_payment_back_and_is_said() -> None:
    statement = read(grid(HEAD, ["2026-11-01", FIRM, "1", -10, "", 110, "冲正", "a"]))
    assert not statement.lines
    assert [each.why for each in statement.skipped] == ["reversed"]
    assert [each.code for each in statement.warnings] == ["bank_reversed"]


def test_an_account_kept_as_a_quantity_is_not_believed() -> None:
    statement = read(grid(HEAD, ["2026-11-01", FIRM, 6.222e18, 10, "", 110, "", "a"]))
    assert statement.lines[0].account is None
    assert [each.code for each in statement.warnings] == ["number_lost_digits"]


@pytest.mark.parametrize("name", [*BANKS, "journal"])
def test_a_statement_is_told_from_a_ledger(name: str) -> None:
    assert looks_like_statement(export(name))


@pytest.mark.parametrize(
    "head",
    [
        "客户名称,单据编号,开票日期,到期日,应收金额,已收金额,未收余额",
        "日期,凭证号,摘要,借方,贷方,方向,余额",
        "客户,日期,金额,备注",
        "日期,凭证号,往来单位名称,摘要,借方金额,贷方金额,方向,余额",
    ],
)
def test_a_ledger_is_told_from_a_statement(head: str) -> None:
    assert not looks_like_statement(grid([*head.split(",")], ["甲", "1", "2", "3"]))


def test_what_has_no_day_and_no_money_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read(grid(["客户名称", "单据编号", "地址"], ["甲", "1", "苏州"]))
    assert refused.value.problems[0].code == "bank_no_headings"


def test_the_sheet_that_looks_like_a_statement_is_read(tmp_path: Path) -> None:
    file = tmp_path / "流水.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["说明", "请勿修改"])
    sheet = book.create_sheet("明细")
    for row in export("ccb").rows:
        sheet.append(list(row))
    book.save(file)
    statement = read_statement(file, TODAY, in_child=False)
    assert (statement.sheet, [line.amount_fen for line in statement.lines]) == ("明细", [5_000_000])


def test_the_file_is_opened_in_a_process_of_its_own() -> None:
    assert [line.payer for line in read_statement(EXPORTS / "icbc.csv", TODAY).lines] == [FIRM, OTHER]
