from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.fees import fees
from models.rules.money import parse_yuan, yuan

# 诉讼费用交纳办法 13-16; domain handbook §6.4
TABLE = """
10000 50.00 25.00 16.67 120.00 50.00
50000 1050.00 525.00 350.00 520.00 650.00
100000 2300.00 1150.00 766.67 1020.00 1400.00
200000 4300.00 2150.00 1433.33 1520.00 2900.00
500000 8800.00 4400.00 2933.33 3020.00 7400.00
800000 11800.00 5900.00 3933.33 4520.00 10400.00
1000000 13800.00 6900.00 4600.00 5000.00 12400.00
2000000 22800.00 11400.00 7600.00 5000.00 22400.00
5000000 46800.00 23400.00 15600.00 5000.00 52400.00
20000000 141800.00 70900.00 47266.67 5000.00 87400.00
"""


@pytest.mark.parametrize("row", TABLE.split("\n")[1:-1])
def test_court_fees_follow_the_table(row: str) -> None:
    amount, *expected = row.split()
    found = fees(parse_yuan(amount))
    sums = (found.case, found.case_half, found.payment_order, found.preservation, found.enforcement)
    assert [yuan(fen) for fen in sums] == expected


def test_preservation_reaches_its_cap_at_896000() -> None:
    assert fees(parse_yuan("895800")).preservation == 499_900
    assert fees(parse_yuan("896000")).preservation == 500_000
    assert fees(parse_yuan("896001")).preservation == 500_000


def test_the_smallest_sums_pay_the_least_fee() -> None:
    found = fees(0)
    assert (found.case, found.preservation, found.enforcement) == (5_000, 3_000, 5_000)


def test_no_fee_for_a_sum_below_zero() -> None:
    with pytest.raises(ValueError, match="below zero"):
        fees(-1)


@given(st.integers(0, 10**11))
def test_a_larger_claim_never_costs_less(fen: int) -> None:
    less, more = fees(fen), fees(fen + 10_000)
    assert less.case <= more.case
    assert less.enforcement <= more.enforcement
    assert less.preservation <= more.preservation
