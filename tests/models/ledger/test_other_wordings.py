"""Ledgers whose wording is unlike the known ones: other programs, other hands, other languages."""

from __future__ import annotations

from datetime import date

import pytest

from models.ledger.grid import Grid
from models.ledger.proposal import FIELDS
from models.ledger.understanding import understand
from tests.models.ledger.grids import balances, grid, named, read, skipped


def test_a_hand_kept_list_of_debts() -> None:
    proposal = read(
        """
        欠款单位|送货日期|单号|货款|已付|尚欠|何时付清|经手人
        甲公司|2026.3.1|S1|1000|200|800|2026.5.1|老王
        乙公司|2026.3.2|S2|500||500|2026.5.2|老王
        """
    )
    assert proposal.columns["debtor"] == "欠款单位"
    assert proposal.columns["paid"] == "已付"
    assert proposal.columns["balance"] == "尚欠"
    assert balances(proposal) == [80000, 50000]
    assert proposal.rows[0].issued_on == date(2026, 3, 1)


def test_a_group_row_names_the_customer_of_the_rows_below() -> None:
    proposal = read(
        """
        单位全名|单据编号|单据日期|应收增加|应收减少|应收余额
        苏州甲公司|||||
        |XS-1|2026-01-05|100.00||100.00
        |XS-2|2026-02-05|50.00|20.00|30.00
        无锡乙公司|||||
        |XS-3|2026-03-05|70.00|0|70.00
        合计||||20.00|200.00
        """
    )
    assert [row.debtor for row in proposal.rows] == ["苏州甲公司", "苏州甲公司", "无锡乙公司"]
    assert skipped(proposal) == {2: "group", 5: "group", 7: "total"}
    assert proposal.total_fen == proposal.stated_total_fen == 20000


def test_postings_with_a_running_balance_add_up_to_debits_less_credits() -> None:
    proposal = read(
        """
        科目：1122 应收账款|客户：杭州甲公司
        日期|凭证号|摘要|借方金额|贷方金额|方向|余额
        2026-01-01||期初余额|||借|500.00
        2026-01-10|记-1|销售|1,000.00||借|1,500.00
        2026-01-20|记-2|收款||700.00|借|800.00
        2026-02-03|记-3|销售|200.00||借|1,000.00
        2026-02-28||本月合计|1,200.00|700.00|借|1,000.00
        """
    )
    assert [row.debtor for row in proposal.rows] == ["杭州甲公司"] * 2
    assert balances(proposal) == [30000, 20000]
    assert "balance" not in proposal.columns
    assert skipped(proposal) == {3: "opening", 5: "receipt", 7: "subtotal"}
    assert named(proposal)["G3"] == "opening_not_read"


def test_an_ageing_table_is_not_summed_across_its_buckets() -> None:
    proposal = read(
        """
        客户|信用额度|应收余额|未到期|1-30天|31-60天|61-90天|90天以上|逾期合计
        甲公司|100000|600|100|200|300|||500
        乙公司|100000|50||||50||50
        合计||650|100|200|300|50||550
        """
    )
    assert proposal.columns == {"debtor": "客户", "balance": "应收余额"}
    assert balances(proposal) == [60000, 5000]
    assert proposal.stated_total_fen == 65000


def test_sums_in_the_document_currency_go_before_those_in_yuan() -> None:
    proposal = read(
        """
        Customer|Name 1|Document Number|Due date|Amount in doc. curr.|Document currency|Local amount|Local Currency
        1001|ACME|90001|2026-03-01|1,000.00|USD|7,100.00|CNY
        1002|甲公司|90002|2026-03-02|50.00|CNY|50.00|CNY
        """
    )
    assert proposal.totals == {"CNY": 5000, "USD": 100000}
    assert proposal.columns["currency"] == "Document currency"
    assert proposal.columns["debtor"] == "Name 1"


def test_sums_in_yuan_alone_do_not_take_the_currency_of_the_document() -> None:
    proposal = read(
        """
        客户名称|单据号|原币币种|本币金额|本币余额
        甲公司|1|美元|7100|7100
        """
    )
    assert proposal.totals == {"CNY": 710000}


def test_two_heading_rows_of_original_and_local_currency() -> None:
    proposal = read(
        """
        客户|单据号|币种|应收金额||已收金额||余额|
        |||原币|本币|原币|本币|原币|本币
        甲公司|A1|USD|100|700|40|280|60|420
        """
    )
    assert proposal.totals == {"USD": 6000}


def test_a_unit_above_the_table_holds_for_every_sum() -> None:
    proposal = read(
        """
        应收账款明细|单位：万元
        客户名称|单号|应收金额|未收金额
        甲公司|1|1.5|0.75
        乙公司|2|20000元|20000元
        """
    )
    assert balances(proposal) == [750000, 2000000]


def test_a_unit_in_the_heading_holds_for_its_column() -> None:
    proposal = read("客户|单号|余额（千元）\n甲|1|12.5\n乙|2|-3")
    assert balances(proposal) == [1250000, -300000]


def test_a_currency_above_the_table_or_in_the_heading_counts() -> None:
    assert read("币种：美元|\n客户|单号|余额\n甲|1|5\n乙|2|6").totals == {"USD": 1100}
    assert read("客户|单号|余额(EUR)\n甲|1|5\n乙|2|6").totals == {"EUR": 1100}


def test_an_unknown_currency_is_no_yuan() -> None:
    proposal = read("客户|单号|币种|余额\n甲|1|贝壳|5\n乙|2||6")
    assert named(proposal) == {"C2": "currency_unknown"}
    assert proposal.totals == {"CNY": 600}


@pytest.mark.parametrize(
    ("sheet", "title", "debtor"),
    [
        ("明细", "客户名称：宁波甲有限公司", "宁波甲有限公司"),
        ("宁波甲有限公司", "应收明细账", "宁波甲有限公司"),
        ("甲机械", "宁波甲机械（中国）有限公司 往来明细", "宁波甲机械（中国）有限公司"),
        ("Sheet1", "与温州乙集团往来对账", None),
        ("Sheet1", "温州乙公司应收款明细", "温州乙公司"),
        ("甲机械", "核算单位：苏州自家有限公司", "甲机械"),
    ],
)
def test_a_sheet_of_one_customer_is_named_by_title_or_tab(sheet: str, title: str, debtor: str | None) -> None:
    proposal = read(f"{title}|\n单据号|开票日期|金额\nA1|2026-01-02|100\nA2|2026-01-03|50", sheet=sheet)
    assert "debtor_from_title" in named(proposal).values()
    if debtor:
        assert {row.debtor for row in proposal.rows} == {debtor}


def test_a_ledger_without_any_customer_has_no_rows_but_can_be_matched() -> None:
    proposal = read("单据号|金额\nA1|100\nA2|50", sheet="Sheet1")
    assert proposal.missing == ("debtor",)
    assert proposal.rows == ()
    assert [each.heading for each in proposal.headings] == ["单据号", "金额"]


def test_the_clerks_matching_goes_before_the_words() -> None:
    table = grid("客户|简称|号|款一|款二\n甲公司|甲|1|100|90\n乙公司|乙|2|50|40")
    proposal = understand(table, {"debtor": "简称", "number": "号", "amount": "款一", "balance": "款二"})
    assert [row.debtor for row in proposal.rows] == ["甲", "乙"]
    assert balances(proposal) == [9000, 4000]
    assert [row.paid_fen for row in proposal.rows] == [1000, 1000]


def test_a_column_can_be_left_out() -> None:
    table = grid("客户|单号|应收金额|未收金额|备注\n甲公司|1|100|90|x")
    proposal = understand(table, {"balance": None, "memo": None})
    assert proposal.rows[0].balance_fen == 10000
    assert proposal.rows[0].memo is None


def test_a_saved_matching_that_no_longer_fits_is_named() -> None:
    proposal = understand(grid("客户|单号|余额\n甲公司|1|90"), {"balance": "尚欠款项"})
    assert named(proposal) == {"": "ledger_unknown_heading"}
    assert balances(proposal) == [9000]


def test_corrections_are_read_in_place_of_the_cells() -> None:
    table = grid("客户|单号|到期日|余额\n甲公司|1|八月底|待确认\n乙公司|2|2026-08-01|5")
    assert named(understand(table)) == {"D2": "not_a_sum", "C2": "not_a_day"}
    mended = understand(table, corrections={"D2": "43,800.00", "C2": "2026-08-31"})
    assert named(mended) == {}
    assert mended.rows[0].due_on == date(2026, 8, 31)
    assert mended.total_fen == 4380500


def test_merged_names_hold_for_their_rows_and_merged_sums_do_not() -> None:
    table = grid(
        "客户|合同|单号|余额\n甲公司|H1|1|100\n|||\n||3|50\n乙公司|H2|4|70",
        merged=[(1, 0, 3, 0), (1, 1, 3, 1), (1, 3, 2, 3)],
        merged_known=True,
    )
    proposal = understand(table)
    assert [(row.row, row.debtor, row.contract) for row in proposal.rows] == [
        (2, "甲公司", "H1"),
        (4, "甲公司", "H1"),
        (5, "乙公司", "H2"),
    ]
    assert proposal.total_fen == 22000


def test_a_blank_customer_is_taken_from_above_and_said() -> None:
    proposal = read("客户|单号|余额\n甲公司|1|100\n|2|50")
    assert [row.debtor for row in proposal.rows] == ["甲公司", "甲公司"]
    assert named(proposal) == {"A3": "debtor_from_above"}


def test_a_subtotal_without_a_word_is_found_by_adding_up() -> None:
    proposal = read(
        """
        客户|单号|到期日|余额
        甲公司|1|2026-01-01|100
        甲公司|2|2026-01-02|50.5
        |||150.5
        乙公司|3|2026-01-03|70
        乙公司|4|2026-01-04|30
        |||100
        |||250.5
        """
    )
    assert skipped(proposal) == {4: "subtotal", 7: "subtotal", 8: "total"}
    assert proposal.total_fen == proposal.stated_total_fen == 25050


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("小  计", "subtotal"),
        ("甲公司合计", "subtotal"),
        ("本页合计", "subtotal"),
        ("过次页", "subtotal"),
        ("承前页", "opening"),
        ("上年结转", "opening"),
        ("合   计：", "total"),
        ("总计", "total"),
        ("合计（大写）：伍拾元整", "total"),
        ("Grand Total", "total"),
        ("合计12笔", "total"),
    ],
)
def test_rows_of_sums_are_known_by_their_words(words: str, why: str) -> None:
    proposal = read(f"客户|单号|余额\n甲公司|1|30\n甲公司|2|25\n{words}||50")
    assert skipped(proposal) == {4: why}
    assert proposal.total_fen == 5500


@pytest.mark.parametrize(
    "name",
    ["宁波天合计量设备有限公司", "小计科技（苏州）有限公司", "总计划咨询有限公司", "北京累计信息有限公司"],
)
def test_a_firm_whose_name_holds_such_a_word_stays_a_debtor(name: str) -> None:
    proposal = read(f"客户|单号|余额\n{name}|1|30\n{name}|2|25")
    assert balances(proposal) == [3000, 2500]


def test_a_difference_from_the_files_own_total_is_named_with_both() -> None:
    proposal = read("客户|单号|余额\n甲公司|1|30\n合计||50")
    (warning,) = proposal.warnings
    assert (warning.cell, warning.code) == ("C3", "total_differs")
    assert (warning.params["stated"], warning.params["read"], warning.params["difference"]) == (
        "50.00",
        "30.00",
        "20.00",
    )


def test_a_paid_column_with_dashes_means_nothing_paid() -> None:
    proposal = read("客户|单号|应收|实收\n甲|1|30|-\n乙|2|25|--\n丙|3|20|5")
    assert balances(proposal) == [3000, 2500, 1500]
    assert [row.paid_fen for row in proposal.rows] == [0, 0, 500]


def test_a_balance_that_disagrees_is_kept_and_said() -> None:
    proposal = read("客户|单号|应收|已收|未收\n甲|1|100|30|60")
    row = proposal.rows[0]
    assert (row.amount_fen, row.paid_fen, row.balance_fen) == (10000, 4000, 6000)
    assert named(proposal) == {"E2": "sums_disagree"}


def test_a_column_of_direction_turns_credits() -> None:
    proposal = read("客户|单号|方向|余额\n甲|1|借|100\n乙|2|贷|40")
    assert balances(proposal) == [10000, -4000]


def test_a_row_settled_on_a_day_is_paid_whole() -> None:
    proposal = read("customer|invoice no|amount|settled date\nA|1|100|3/15/2013\nB|2|50|")
    assert [(row.paid_fen, row.balance_fen) for row in proposal.rows] == [(10000, 0), (0, 5000)]
    assert proposal.rows[0].settled_on == date(2013, 3, 15)


def test_hidden_rows_are_read_and_said() -> None:
    proposal = read("客户|单号|余额\n甲|1|100", hidden_rows=3)
    assert [(each.code, each.value) for each in proposal.warnings] == [("hidden_rows_read", "3")]


def test_the_signature_is_that_of_the_headings_alone() -> None:
    one = read("客户|单号|余额\n甲|1|100")
    two = read("十月|台账|\n客户|单 号|余额\n乙|2|7\n丙|3|8")
    other = read("客户|单号|未收\n甲|1|100")
    assert one.signature == two.signature != other.signature


def test_every_field_of_a_mapping_is_one_of_the_contract() -> None:
    proposal = read("客户|单号|余额|方向|年|月|日\n甲|1|100|借|2026|1|2")
    assert set(proposal.columns) <= set(FIELDS)
    assert proposal.columns["issued_on"] == "年/月/日"
    assert proposal.rows[0].issued_on == date(2026, 1, 2)


def test_a_sheet_without_headings_is_refused() -> None:
    from models.rules.problems import Refused

    with pytest.raises(Refused, match="ledger_no_headings"):
        understand(Grid([["a", 1], ["b", 2]]))
