"""One sheet a month or a customer: all of the same headings are one ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl

from models.ledger.grid import Grid
from models.ledger.proposal import Proposal
from models.ledger.reading import propose, read_grid
from models.ledger.sheets import chosen
from models.ledger.understanding import understand
from tests.models.ledger.grids import balances, grid, named, skipped


def together(sheets: Mapping[str, str], corrections: Mapping[str, str] | None = None) -> Proposal:
    return understand(chosen(book(sheets), None), corrections=corrections)


def book(sheets: Mapping[str, str]) -> list[Grid]:
    return [replace(grid(text), sheet=name) for name, text in sheets.items()]


CUSTOMERS = {
    "华兴": "苏州华兴纺织有限公司 对账单\n单据号|日期|金额\nH1|2026-01-05|100\nH2|2026-02-05|50\n合计||150",
    "永盛": "无锡永盛商贸有限公司 对账单\n单据号|日期|金额\nY1|2026-01-09|70\n合计||75",
}


def test_a_sheet_for_each_customer_is_read_with_the_customer_of_its_title() -> None:
    proposal = together(CUSTOMERS)
    assert [(row.row, row.debtor, row.number) for row in proposal.rows] == [
        (3, "苏州华兴纺织有限公司", "H1"),
        (4, "苏州华兴纺织有限公司", "H2"),
        (8, "无锡永盛商贸有限公司", "Y1"),
    ]
    assert proposal.row_name(8) == "永盛 3"
    assert proposal.sheet == "华兴、永盛"


def test_the_total_of_each_sheet_is_its_own_control() -> None:
    proposal = together(CUSTOMERS)
    codes = named(proposal)
    assert codes == {
        "华兴!A1": "debtor_from_title",
        "永盛!A1": "debtor_from_title",
        "永盛!C4": "total_differs",
    }
    assert proposal.stated_total_fen == 22500
    assert skipped(proposal) == {5: "total", 6: "title", 7: "heading", 9: "total"}


def test_a_correction_finds_its_cell_on_its_sheet() -> None:
    mended = together(CUSTOMERS, {"永盛!C3": "75"})
    assert balances(mended) == [10000, 5000, 7500]
    assert "total_differs" not in named(mended).values()


def test_months_of_movements_are_matched_across_their_sheets() -> None:
    headings = "客户|日期|凭证号|摘要|借方|贷方|余额"
    january = "甲|2026-01-05|记-1|销售|500||500\n甲|2026-01-09|记-2|销售|300||800"
    february = "甲|||上月结转|||800\n甲|2026-02-05|记-1|收款||500|300"
    proposal = together(
        {"1月": f"2026年1月\n{headings}\n{january}", "2月": f"2026年2月\n{headings}\n{february}"}
    )
    assert [(row.number, row.balance_fen, row.settled_on) for row in proposal.rows] == [
        ("记-1", 0, date(2026, 2, 5)),
        ("记-2", 30000, None),
    ]
    assert named(proposal) == {}
    assert proposal.as_of == date(2026, 2, 28)


def test_two_states_of_one_list_are_not_added_up() -> None:
    october = "客户|单号|日期|余额\n甲|1|2026-01-05|100\n乙|2|2026-01-06|50"
    october += "\n丁|4|2026-01-07|20\n戊|5|2026-01-08|10"
    november = october + "\n丙|3|2026-11-02|70"
    proposal = together({"应收10月": october, "应收11月": november})
    assert proposal.parts == ()
    assert proposal.total_fen == 25000
    assert [(each.code, each.value) for each in proposal.warnings] == [("other_sheets_alike", "应收10月")]


def test_sheets_in_other_units_or_currencies_are_not_added_up() -> None:
    proposal = together({"国内": "客户|单号|余额\n甲|1|100", "出口": "币种：美元\n客户|单号|余额\n乙|2|50"})
    assert proposal.parts == ()
    assert named(proposal) == {"": "other_sheets_alike"}


def test_a_blank_customer_is_never_taken_from_another_sheet() -> None:
    proposal = together({"一": "客户|单号|余额\n甲|1|100", "二": "客户|单号|余额\n|2|50\n乙|3|60"})
    assert named(proposal) == {"二!A2": "debtor_missing"}
    assert balances(proposal) == [10000, 6000]


def test_hidden_sheets_are_named_and_read_only_when_asked_for(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for name, row in (("应收", ("甲", "1", 100)), ("应收旧账", ("乙", "2", 50))):
        sheet = made.create_sheet(name)
        sheet.append(("客户", "单号", "余额"))
        sheet.append(row)
    made["应收旧账"].sheet_state = "hidden"
    del made["Sheet"]
    path = tmp_path / "x.xlsx"
    made.save(path)
    proposal = propose(path, in_child=False)
    assert [(each.code, each.value) for each in proposal.warnings] == [("hidden_sheets_not_read", "应收旧账")]
    assert balances(proposal) == [10000]
    assert balances(propose(path, sheet="应收旧账", in_child=False)) == [5000]


def test_several_sheets_cross_the_pipe_with_their_names(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for name, number in (("一月", "1"), ("二月", "2")):
        sheet = made.create_sheet(name)
        sheet.append(("客户", "单号", "余额"))
        sheet.append(("甲", number, 100))
        sheet.append(("甲", number + "5", "待定"))
    del made["Sheet"]
    path = tmp_path / "x.xlsx"
    made.save(path)
    proposal = propose(path)
    assert proposal == understand(read_grid(path))
    assert [each.cell for each in proposal.problems] == ["一月!C3", "二月!C3"]
    assert proposal.cell_name("C", 6) == "二月!C3"
