"""Ledgers of movements become open items: receipts are set against invoices, and the balance is the control."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from models.ledger.matching import match
from models.ledger.proposal import LedgerRow, Proposal, Settlement
from models.ledger.understanding import understand
from tests.models.ledger.grids import balances, grid, named, read, skipped


def paid(proposal: Proposal) -> list[tuple[int, int | None, int, str]]:
    """(receipt row, claim row, yuan, how) of every settlement."""
    return [(each.row, each.claim_row, each.fen // 100, each.how) for each in proposal.settlements]


U8 = """
    往来明细账
    客户名称|日期|凭证号|单据号|摘要|借方|贷方|方向|余额
    华兴|2026-01-05|记-3|FP26010005|销售|5000||借|5000
    华兴|2026-01-20|记-9|FP26010020|销售|3000||借|8000
    华兴|2026-02-02|记-4|FP26020002|销售|3000||借|11000
    华兴|2026-02-15|记-11||收到 FP26020002 货款||3000|借|8000
    华兴|2026-03-01|记-2||收款||3000|借|5000
    华兴|2026-03-09|记-6||收款||1200|借|3800
    永盛|2026-01-08|记-4|FP26010008|销售|700||借|700
    永盛|2026-02-08|记-7||收款||1000|贷|300
    """


def test_a_receipt_pays_what_it_names_then_its_own_sum_then_the_oldest() -> None:
    proposal = read(U8)
    assert paid(proposal) == [
        (6, 5, 3000, "number"),
        (7, 4, 3000, "amount"),
        (8, 3, 1200, "oldest"),
        (10, 9, 700, "oldest"),
        (10, None, 300, "oldest"),
    ]
    assert [(row.row, row.paid_fen, row.balance_fen) for row in proposal.rows] == [
        (3, 120000, 380000),
        (4, 300000, 0),
        (5, 300000, 0),
        (9, 70000, 0),
        (10, 0, -30000),
    ]
    assert named(proposal) == {}


def test_a_claim_paid_on_one_day_carries_it_and_one_paid_in_part_does_not() -> None:
    days = {row.row: row.settled_on for row in read(U8).rows}
    assert days == {3: None, 4: date(2026, 3, 1), 5: date(2026, 2, 15), 9: date(2026, 2, 8), 10: None}


def test_every_row_is_a_claim_a_used_up_receipt_or_a_credit() -> None:
    proposal = read(U8)
    assert skipped(proposal) == {6: "receipt", 7: "receipt", 8: "receipt"}
    assert proposal.total_fen == 350000


def test_what_the_clerk_says_goes_before_everything() -> None:
    proposal = understand(grid(U8), settlements={7: [3], 8: [4, 5], 10: []})
    assert paid(proposal) == [
        (6, 5, 3000, "number"),
        (7, 3, 3000, "clerk"),
        (8, 4, 1200, "clerk"),
        (10, None, 1000, "clerk"),
    ]
    assert proposal.total_fen == 350000


def test_a_claim_of_somebody_else_cannot_be_paid_and_it_is_said() -> None:
    proposal = understand(grid(U8), settlements={8: [9]})
    assert named(proposal) == {"A8": "settlement_unknown"}
    assert (8, None, 1200, "clerk") in paid(proposal)


def test_money_before_its_invoice_pays_it_when_it_comes() -> None:
    proposal = read(
        """
        客户|日期|摘要|借方|贷方|余额
        甲|2026-01-03|预收货款||5000|-5000
        甲|2026-01-20|发货|8000||3000
        """
    )
    assert balances(proposal) == [300000]
    assert proposal.rows[0].paid_fen == 500000


def test_a_red_entry_cancels_the_invoice_it_names() -> None:
    proposal = read(
        """
        客户|日期|发票号|摘要|借方|贷方|余额
        甲|2026-01-03|00418876|销售|5000||5000
        甲|2026-01-09|00418877|销售|2000||7000
        甲|2026-01-20|00418890|冲红发票00418877|-2000||5000
        """
    )
    assert [(row.number, row.balance_fen) for row in proposal.rows] == [("00418876", 500000), ("00418877", 0)]
    assert paid(proposal) == [(4, 3, 2000, "number")]
    assert proposal.rows[1].settled_on is None


def test_a_red_entry_that_names_nothing_stands_as_a_credit() -> None:
    proposal = read(
        """
        客户|日期|发票号|摘要|借方|贷方|余额
        甲|2026-01-03|00418876|销售|5000||5000
        甲|2026-01-20|00418890|折让|-200||4800
        甲|2026-02-20|||800||5600
        """
    )
    assert balances(proposal) == [500000, -20000, 80000]


def test_a_receipt_taken_back_is_paid_by_that_receipt() -> None:
    proposal = read(
        """
        客户|日期|摘要|借方|贷方|余额
        甲|2026-01-03|销售|5000||5000
        甲|2026-02-03|收承兑汇票||3000|2000
        甲|2026-02-28|汇票拒付退回||-3000|5000
        """
    )
    assert [(row.row, row.balance_fen) for row in proposal.rows] == [(2, 500000), (4, 0)]
    assert proposal.total_fen == 500000


def test_a_voucher_number_that_comes_back_every_month_names_nothing() -> None:
    proposal = read(
        """
        客户|日期|凭证号|借方|贷方|余额
        甲|2026-01-03|记-5|400||400
        甲|2026-02-03|记-5|900||1300
        甲|2026-03-03|记-5||900|400
        """
    )
    assert paid(proposal) == [(4, 3, 900, "amount")]


def test_a_memo_may_name_a_voucher() -> None:
    proposal = read(
        """
        客户|日期|凭证号|摘要|借方|贷方|余额
        甲|2026-01-03|记-5|销售|400||400
        甲|2026-02-03|记-8|销售|900||1300
        甲|2026-03-03|记-2|冲记-8号||500|800
        """
    )
    assert paid(proposal) == [(4, 3, 500, "number")]


def test_a_contract_in_every_memo_names_no_invoice() -> None:
    proposal = read(
        """
        客户|日期|单号|摘要|借方|贷方|余额
        甲|2026-01-03|S-1001|HT20260088 发货|400||400
        甲|2026-02-03|S-1002|HT20260088 发货|900||1300
        甲|2026-03-03||HT20260088 收款||100|1200
        """
    )
    assert paid(proposal) == [(4, 2, 100, "oldest")]


def test_debits_and_credits_without_a_balance_are_movements_too() -> None:
    proposal = read(
        """
        客户|日期|单号|应收增加|应收减少
        甲|2026-01-03|S1|400|
        甲|2026-02-03|S2|900|
        甲|2026-03-03|R1||400
        """
    )
    assert balances(proposal) == [0, 90000]


def test_a_list_of_what_came_in_up_to_now_is_none() -> None:
    proposal = read("客户|单号|应收金额|已收金额\n甲|1|400|\n甲|2||100\n")
    assert proposal.settlements == ()
    assert named(proposal) == {"C3": "sum_missing"}


def test_one_column_of_sums_with_its_side_and_a_running_balance() -> None:
    proposal = read(
        """
        客户|日期|单号|借贷方向|金额|余额
        甲|2026-01-03|S1|借|400|400
        甲|2026-02-03|S2|借|900|1300
        甲|2026-03-03|R1|贷|1000|300
        """
    )
    assert balances(proposal) == [0, 30000]
    assert named(proposal) == {}


def test_an_opening_is_a_claim_where_more_came_in_than_was_invoiced() -> None:
    proposal = read(
        """
        客户|日期|凭证号|摘要|借方|贷方|余额
        甲|2026-01-01||期初余额|||9000
        甲|2026-01-10|记-1|销售|1000||10000
        甲|2026-01-20|记-2|收款||6000|4000
        """
    )
    assert [(row.row, row.number, row.amount_fen, row.balance_fen) for row in proposal.rows] == [
        (2, "期初余额", 900000, 300000),
        (3, "记-1", 100000, 100000),
    ]
    assert proposal.rows[0].due_on is None
    assert named(proposal) == {"G2": "opening_as_claim"}
    assert proposal.total_fen == 400000


def test_an_opening_that_the_sums_do_not_need_is_said_and_the_control_knows_it() -> None:
    proposal = read(
        """
        客户|日期|凭证号|摘要|借方|贷方|余额
        甲|2026-01-01||上年结转|||9000
        甲|2026-01-10|记-1|销售|1000||10000
        甲|2026-01-20|记-2|收款||600|9400
        """
    )
    assert balances(proposal) == [40000]
    assert named(proposal) == {"G2": "opening_not_read"}


def test_one_posting_after_an_opening_is_told_from_an_open_item() -> None:
    proposal = read(
        """
        客户|日期|凭证号|摘要|借方|贷方|余额
        甲|||期初余额|||500
        甲|2026-01-10|记-1|销售|1000||1500
        乙|||期初余额|||80
        乙|2026-01-11|记-2|销售|20||100
        """
    )
    assert balances(proposal) == [100000, 2000]


def test_a_closing_balance_that_the_postings_do_not_reach_is_named_with_its_cell() -> None:
    proposal = read(
        """
        客户|日期|借方|贷方|余额
        甲|2026-01-03|400||400
        甲|2026-02-03|900||1300
        甲|2026-03-03||100|1200
        乙|2026-01-03|400||900
        乙|2026-01-04|100||1000
        """
    )
    assert named(proposal) == {"E6": "closing_differs"}
    (warning,) = proposal.warnings
    assert (warning.params["stated"], warning.params["read"]) == ("1,000.00", "500.00")


def test_a_balance_of_the_whole_sheet_is_controlled_at_its_end() -> None:
    proposal = read(
        """
        日期|客户|借方|贷方|余额
        2026-01-03|甲|400||400
        2026-01-04|乙|100||500
        2026-01-05|甲||150|350
        2026-01-06|乙|10||360
        """
    )
    assert balances(proposal) == [25000, 10000, 1000]
    assert named(proposal) == {}


POSTINGS = st.lists(
    st.tuples(
        st.sampled_from("甲乙"),
        st.integers(-50, 50),
        st.integers(-50, 50),
        st.sampled_from(["", "S1001", "S1002"]),
    ),
    max_size=25,
)


@given(POSTINGS)
def test_matching_keeps_every_debtors_sum_and_no_credit_is_spent_twice(
    given_rows: list[tuple[str, int, int, str]],
) -> None:
    postings = [
        LedgerRow(at, debtor, number=number or None, amount_fen=a, paid_fen=p, balance_fen=a - p)
        for at, (debtor, a, p, number) in enumerate(given_rows, 1)
    ]
    matched = match(postings)
    for debtor in "甲乙":
        before = sum(row.balance_fen for row in postings if row.debtor == debtor)
        assert sum(row.balance_fen for row in matched.rows if row.debtor == debtor) == before
    used_up = {row.row for row in matched.used_up}
    assert {row.row for row in matched.rows} | used_up == {row.row for row in postings}
    assert not {row.row for row in matched.rows} & used_up
    assert all(row.amount_fen - row.paid_fen == row.balance_fen for row in matched.rows)
    for posting in postings:
        spent = sum(each.fen for each in matched.settlements if each.row == posting.row)
        assert spent == max(posting.paid_fen, 0) + max(-posting.amount_fen, 0)
    assert all(each.fen > 0 for each in matched.settlements)


def test_matching_again_gives_the_same() -> None:
    one, two = read(U8), read(U8)
    assert one.settlements == two.settlements
    assert isinstance(one.settlements[0], Settlement)
