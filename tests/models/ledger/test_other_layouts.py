"""Lists of other shapes: running balances, groups, columns of two sides, projects."""

from __future__ import annotations

from datetime import date

from tests.models.ledger.grids import balances, named, read, skipped


def test_a_running_balance_is_told_apart_where_customers_change_and_credits_have_a_side() -> None:
    proposal = read(
        """
        核算项目|凭证日期|凭证号|借方金额|贷方金额|余额方向|余额
        01 甲公司|2026-01-05|记-5|10,000.00||借|10,000.00
        01 甲公司|2026-02-05|记-9||4,000.00|借|6,000.00
        02 乙公司|2026-03-05|记-11|500.00||借|500.00
        02 乙公司|2026-03-06|记-12||700.00|贷|200.00
        """
    )
    assert balances(proposal) == [600000, 0, -20000]


def test_open_items_with_words_of_postings_keep_their_own_balance() -> None:
    proposal = read(
        """
        客户|单号|借方|贷方|余额
        甲|1|100|30|70
        甲|2|50||50
        甲|3|70|20|50
        """
    )
    assert balances(proposal) == [7000, 5000, 5000]
    assert proposal.columns["balance"] == "余额"


def test_an_ageing_detail_in_english_with_groups_and_totals() -> None:
    proposal = read(
        """
        ABC Trading Ltd|
        As of October 31, 2026|
        |Type|Date|Num|Name|Due Date|Aging|Open Balance
        Current|
        |Invoice|10/05/2026|1071|Cook, Brian|11/04/2026||120.00
        |Invoice|10/15/2026|1072|Ellis & Sons|11/14/2026||1,000.00
        Total Current|||||||1,120.00
        1 - 30|
        |Invoice|09/13/2026|1066|Cook, Brian|10/13/2026|18|80.50
        |Credit Memo|09/20/2026|1067|Cook, Brian|09/20/2026|41|-30.50
        Total 1 - 30|||||||50.00
        TOTAL|||||||1,170.00
        """
    )
    assert [(row.debtor, row.number) for row in proposal.rows][1] == ("Ellis & Sons", "1072")
    assert skipped(proposal) == {4: "note", 7: "subtotal", 8: "note", 11: "subtotal", 12: "total"}
    assert proposal.total_fen == proposal.stated_total_fen == 117000
    assert proposal.as_of == date(2026, 10, 31)
    assert named(proposal) == {}


def test_a_closing_balance_in_two_columns_is_debit_less_credit() -> None:
    proposal = read(
        """
        客户编码|客户名称|期初余额||本期发生||期末余额|
        ||借方|贷方|借方|贷方|借方|贷方
        001|甲|100||50|20|130|
        002|乙||30|10|||20
        合计||100|30|60|20|130|20
        """
    )
    assert balances(proposal) == [13000, -2000]
    assert proposal.total_fen == proposal.stated_total_fen == 11000


def test_short_headings_of_an_english_list_with_decimal_commas() -> None:
    proposal = read(
        """
        Customer|Name 1|Reference|Doc. Date|Net Due Dt|Amt in loc.cur.|LCurr|Doc. No.|Type
        10001|ACME GMBH|R1|2026/08/31|2026/09/30|1.234,56|EUR|18000001|RV
        10001|ACME GMBH|R2|2026/08/30|2026/09/30|234,50-|EUR|18000002|DG
        """
    )
    assert [(row.number, row.balance_fen, row.debtor_code) for row in proposal.rows] == [
        ("18000001", 123456, "10001"),
        ("18000002", -23450, "10001"),
    ]
    assert proposal.totals == {"EUR": 100006}


def test_a_project_list_of_a_building_firm() -> None:
    proposal = read(
        """
        项目名称|甲方名称|合同额|已开票金额|累计已收款|应收未收款|最迟付款日|项目经理|联系电话
        A区|甲公司|100|80|50|30|2026-05-01|李|13800138000
        """
    )
    (row,) = proposal.rows
    assert (row.debtor, row.contract, row.amount_fen, row.paid_fen, row.balance_fen, row.owner) == (
        "甲公司",
        "A区",
        8000,
        5000,
        3000,
        "李",
    )


def test_a_second_line_of_headings_that_names_nothing_is_a_heading() -> None:
    proposal = read("客户|单号|余额|逾期|\n||元|本金|罚息\n甲|1|100|5|1")
    assert skipped(proposal) == {2: "heading"}
    assert proposal.total_fen == 10000
    assert proposal.problems == ()
