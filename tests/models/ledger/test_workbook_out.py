"""Workbooks that go out hold what they say: numbers, days, text that stays text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from models.ledger.proposal import FIELDS
from models.ledger.reading import propose
from models.ledger.sheet_out import Column
from models.ledger.template import write_template
from models.ledger.workbook_out import write_aging, write_claims
from models.rules.facts import AgingFacts, AgingLine
from models.rules.problems import Refused
from tests.models.ledger.made_tables import write_table

BANDS = ("undated", "not_due", "1-14", "15-29", "30-89", "90-179", "180+")
HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+86 512",
    "-1",
    "@SUM(A1)",
    "<ACME> GmbH",
    "<b>ACME",
    "R&D 公司",
    "𠮷田商店",
    "㛃华贸易",
    "{{debtor}}",
    "'; DROP TABLE claim;--",
    "公" * 120,
    "00012",
    "2.6E+19",
    "#N/A",
]


@dataclass
class Line:
    debtor: str = "甲公司"
    number: str | None = "001"
    contract: str | None = None
    issued_on: date | None = date(2026, 1, 2)
    due_on: date | None = date(2026, 11, 1)
    days_overdue: int = 29
    amount_fen: int = 10050
    paid_fen: int = 50
    balance_fen: int = 10000
    currency: str = "CNY"
    owner: str | None = "林晓"


def cells(path: Path, sheet: int = 0) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(path).worksheets[sheet].values)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_the_text_it_is(tmp_path: Path, text: str) -> None:
    write_table(tmp_path / "a.xlsx", [Column("名称")], [[text]])
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]["A4"]
    assert cell.value == text
    assert cell.data_type != "f"


def test_what_looks_like_a_formula_is_marked_as_text_for_excel(tmp_path: Path) -> None:
    write_table(tmp_path / "a.xlsx", [Column("名称")], [["=1+1"], ["甲"]])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [sheet["A4"].quotePrefix, sheet["A5"].quotePrefix] == [True, False]


def test_control_characters_go_and_too_long_a_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, [Column("名称")], [["甲\x07\x00乙\ud800"]])
    assert cells(path)[3] == ("甲乙",)
    with pytest.raises(Refused, match="sheet_text_too_long"):
        write_table(tmp_path / "b.xlsx", [Column("名称")], [["长" * 32_768]])
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_sums_are_numbers_and_days_are_days(tmp_path: Path) -> None:
    columns = [Column("名称"), Column("余额", "money"), Column("到期日", "day"), Column("天数", "whole")]
    write_table(
        tmp_path / "a.xlsx",
        columns,
        [["甲", -123456789012345, date(2026, 2, 28), 7]],
        ["合计", 5, None, None],
    )
    rows = cells(tmp_path / "a.xlsx")
    assert rows[3] == ("甲", -1234567890123.45, datetime.fromisoformat("2026-02-28"), 7)
    assert rows[4] == ("合计", 0.05, None, None)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert sheet.freeze_panes == "B4"
    assert sheet.auto_filter.ref == "A3:D4"


def test_no_sum_and_no_text_is_cut(tmp_path: Path) -> None:
    name, fen = "某某" * 40 + "有限公司", -12_345_678_901_234_56
    write_claims(
        tmp_path / "a.xlsx", [Line(debtor=name, amount_fen=fen, balance_fen=fen)], date(2026, 11, 30)
    )
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    heads = {cell.value: cell for cell in sheet[4]}
    assert sheet.column_dimensions[heads["未收余额"].column_letter].width >= len("-12,345,678,901,234.56")
    assert sheet["A5"].value == name
    assert sheet["A5"].alignment.wrap_text
    assert not sheet["B5"].alignment.wrap_text
    assert sheet.row_dimensions[5].height is None


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_aging_has_its_bands_in_their_colours_and_adds_up(tmp_path: Path, language: str) -> None:
    lines = (
        AgingLine("甲公司", (0, 100, 0, 0, 200, 0, 300), 600, 400),
        AgingLine("乙公司", (5, 0, 0, 0, 0, 0, 0), 5, 0),
    )
    facts = AgingFacts(
        date(2026, 11, 30), None, "debtor", BANDS, lines, (5, 100, 0, 0, 200, 0, 300), 605, -5, 600
    )
    write_aging(
        tmp_path / "a.xlsx", facts, [Line(), Line(balance_fen=-500, due_on=None, days_overdue=0)], language
    )
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [sheet.cell(7, column).value for column in range(2, 10)] == [6.05, 0.05, 1, 0, 0, 2, 0, 3]
    assert [sheet.cell(row, 2).value for row in (8, 9)] == [-0.05, 6]
    fills = [sheet.cell(4, column).fill.fgColor.rgb for column in range(4, 10)]
    assert len(set(fills)) == 6
    assert sheet["I5"].fill.fgColor.rgb == fills[-1] == "00EBD5F0"
    claims = cells(tmp_path / "a.xlsx", 1)
    assert [row[9] for row in claims[4:7]] == [100, -5, 95]


def test_bands_with_other_ends_take_the_colour_of_the_step_they_begin_in(tmp_path: Path) -> None:
    bands = ("undated", "not_due", "1-30", "31-60", "61-90", "91+")
    facts = AgingFacts(date(2026, 11, 30), "某公司", "owner", bands, (), (0,) * 6, 0, 0, 0)
    write_aging(tmp_path / "a.xlsx", facts, [])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    heads = [sheet.cell(4, column).value for column in range(3, 9)]
    assert heads == ["无到期日", "未到期", "1–30 天", "31–60 天", "61–90 天", "91 天以上"]
    assert sheet["E4"].fill.fgColor.rgb == "00FFF6CC"


def test_a_list_of_claims_can_be_dropped_in_again(tmp_path: Path) -> None:
    write_claims(
        tmp_path / "a.xlsx",
        [Line(), Line(number="002", currency="USD", paid_fen=0, amount_fen=700, balance_fen=700)],
        date(2026, 11, 30),
    )
    proposal = propose(tmp_path / "a.xlsx", in_child=False)
    assert proposal.totals == {"CNY": 10000, "USD": 700}
    assert proposal.as_of == date(2026, 11, 30)
    assert proposal.rows[0][1:] == propose(tmp_path / "a.xlsx", in_child=False).rows[0][1:]
    assert (proposal.rows[0].number, proposal.rows[0].owner, proposal.rows[0].paid_fen) == ("001", "林晓", 50)


def test_the_template_names_every_field_and_reads_back_what_is_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    write_template(path)
    blank = propose(path, in_child=False)
    assert set(blank.columns) == set(FIELDS)
    assert (blank.sheet, blank.rows, blank.problems) == ("应收台账", (), ())
    book = openpyxl.load_workbook(path)
    sheet = book["应收台账"]
    where = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.cell(2, where["单据号"]).number_format == "@"
    for heading, value in {
        "客户名称": "甲公司",
        "单据号": "007",
        "到期日": date(2026, 5, 1),
        "应收金额": 12.5,
    }.items():
        sheet.cell(2, where[heading]).value = value
    book.save(path)
    (row,) = propose(path, in_child=False).rows
    assert (row.debtor, row.number, row.due_on, row.balance_fen) == ("甲公司", "007", date(2026, 5, 1), 1250)


def test_nothing_is_left_where_a_file_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_template(tmp_path / "nowhere" / "x.xlsx")
    assert list(tmp_path.iterdir()) == []
