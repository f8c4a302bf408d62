"""Ledgers made for one difficulty each give exactly their claims."""

from __future__ import annotations

from datetime import date

import pytest

from models.ledger.grid import Area, Grid, Value
from models.ledger.understanding import understand
from tests.models.ledger.crafted_ledgers import LEDGERS
from tests.models.ledger.grids import balances, grid, named, read, skipped
from tests.models.ledger.harder_ledgers import HARDER

ALL = {**LEDGERS, **HARDER}


@pytest.mark.parametrize("name", ALL)
def test_a_crafted_ledger_gives_exactly_its_claims(name: str) -> None:
    text, expected, left = ALL[name]
    proposal = read(text)
    found = [(row.debtor, row.number, row.issued_on, row.due_on, row.balance_fen) for row in proposal.rows]
    assert found == expected
    below = {row: why for row, why in skipped(proposal).items() if row > proposal.heading_row}
    assert below == left
    assert proposal.problems == ()


@pytest.mark.parametrize("name", ALL)
def test_no_row_of_a_crafted_ledger_vanishes(name: str) -> None:
    sheet = grid(ALL[name][0])
    proposal = understand(sheet)
    filled = [at for at, row in enumerate(sheet.rows, 1) if any(row) and at > proposal.heading_row]
    told = [row.row for row in proposal.rows] + [
        each.row for each in proposal.skipped if each.row > proposal.heading_row
    ]
    assert sorted(told) == filled


def test_merged_headings_and_customers_of_a_workbook() -> None:
    rows: list[list[Value]] = [
        ["应收款明细", "", "", "", "", ""],
        ["客户", "发票", "", "金额", "", ""],
        ["", "号码", "日期", "应收", "已收", "未收"],
        ["大运河酒业", "001", date(2026, 1, 1), 100.0, 30.0, 70.0],
        ["", "002", date(2026, 1, 2), 50.0, "", 50.0],
        ["小运河酒业", "003", date(2026, 1, 3), 20.0, "", 20.0],
    ]
    merged: list[Area] = [(0, 0, 0, 5), (1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 5), (3, 0, 4, 0)]
    proposal = understand(Grid(rows, merged=merged, merged_known=True))
    assert [(row.debtor, row.number, row.balance_fen) for row in proposal.rows] == [
        ("大运河酒业", "001", 7000),
        ("大运河酒业", "002", 5000),
        ("小运河酒业", "003", 2000),
    ]
    assert proposal.columns["number"] == "号码"
    assert named(proposal) == {}


def test_numbers_of_days_and_long_numbers_kept_as_quantities() -> None:
    rows: list[list[Value]] = [
        ["客户", "数电票号码", "开票日期", "到期日", "金额"],
        ["甲", 2.6332000000012345e19, 46023.0, 46053.5, 88.8],
        ["乙", "26332000000012345678", 46024, "46054", 11.2],
    ]
    proposal = understand(Grid(rows))
    assert [(row.issued_on, row.due_on) for row in proposal.rows] == [
        (date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 1, 2), date(2026, 2, 1)),
    ]
    assert named(proposal) == {"B2": "number_lost_digits"}
    assert proposal.rows[1].number == "26332000000012345678"


def test_a_settled_row_that_is_open_is_named_at_its_cell() -> None:
    proposal = read("客户|单号|应收金额|已收金额|结清日期\n甲|1|100||2026-03-01\n乙|2|50|50|2026-03-02")
    assert balances(proposal) == [10000, 0]
    assert named(proposal) == {"E2": "settled_but_open"}


@pytest.mark.parametrize("written", ["'甲公司", "\u200e甲公司", "甲\u202d公司"])
def test_a_mark_dropped_from_a_name_is_said(written: str) -> None:
    proposal = understand(Grid([["客户", "单号", "余额"], [written, "1", 5.0]]))
    assert proposal.rows[0].debtor == "甲公司"
    assert named(proposal) == {"A2": "marks_dropped"}


@pytest.mark.parametrize(
    ("name", "totals"),
    [
        ("Taiwan: traditional headings, sums without decimals", {"TWD": 5090000}),
        ("Hong Kong: other words of the trade in traditional characters", {"HKD": 1750000}),
        ("SAP line items: points for thousands, minus behind, stars of sums, lines of dashes",
         {"CNY": 98000000, "EUR": 1124950}),
        ("an export of Oracle: transactions, classes and remaining sums", {"GBP": 100000, "USD": 210000}),
    ],
)  # fmt: skip
def test_sums_stand_in_the_currency_the_ledger_says(name: str, totals: dict[str, int]) -> None:
    assert read(ALL[name][0]).totals == totals


def test_the_lost_digits_and_the_doubtful_code_of_a_web_systems_file_are_named() -> None:
    name = "a web system's file: tabs before numbers, equal signs, noughts and one lost number"
    assert named(read(ALL[name][0])) == {"C2": "uscc_doubtful", "D3": "number_lost_digits"}


def test_a_year_over_month_and_day_holds_for_the_whole_account() -> None:
    proposal = read("2026年||客户|单号|余额\n月|日|||\n2|30|甲|1|5\n3|1|甲|2|7")
    assert [row.issued_on for row in proposal.rows] == [None, date(2026, 3, 1)]
    assert named(proposal) == {"B3": "no_such_day"}


def test_a_lone_line_is_no_customer_unless_its_sum_follows() -> None:
    text = "Customer: Elm Ltd|||\nType|Num|Due Date|Open Balance\nSee page two|||\nInvoice|7|2026-01-31|5.00"
    assert skipped(read(text)) == {3: "note"}
