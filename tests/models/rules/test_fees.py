from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.fees import fee_steps, fees, whole_yuan
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


# The same article read band by band, as the order lists it (13(1), 14(1), 14(2)): limit, rate in thousandths
CASE_BANDS = [(10_000, 0), (100_000, 25), (200_000, 20), (500_000, 15), (1_000_000, 10), (2_000_000, 9)]
CASE_BANDS += [(5_000_000, 8), (10_000_000, 7), (20_000_000, 6), (10**12, 5)]
ENFORCEMENT_BANDS = [(10_000, 0), (500_000, 15), (5_000_000, 10), (10_000_000, 5), (10**12, 1)]
PRESERVATION_BANDS = [(1_000, 0), (100_000, 10), (10**12, 5)]


def by_bands(amount: Decimal, least: int, bands: list[tuple[int, int]]) -> Decimal:
    fee, below = Decimal(least), Decimal(0)
    for limit, rate in bands:
        fee += max(Decimal(0), min(amount, limit) - below) * rate / 1000
        below = Decimal(limit)
    return fee.quantize(Decimal("0.01"), ROUND_HALF_UP)


@given(st.integers(0, 10**11))
def test_the_quick_forms_are_the_bands_of_the_order(fen: int) -> None:
    amount, found = Decimal(fen) / 100, fees(fen)
    assert Decimal(found.case) / 100 == by_bands(amount, 50, CASE_BANDS)
    assert Decimal(found.enforcement) / 100 == by_bands(amount, 50, ENFORCEMENT_BANDS)
    assert Decimal(found.preservation) / 100 == min(Decimal(5000), by_bands(amount, 30, PRESERVATION_BANDS))


@pytest.mark.parametrize(
    ("assets", "fee"), [("800000", "5900.00"), ("112000000", "300000.00"), ("0", "25.00")]
)
def test_a_bankruptcy_petition_costs_half_and_300000_at_most(assets: str, fee: str) -> None:
    assert yuan(fees(parse_yuan(assets)).bankruptcy) == fee


def test_each_fee_shows_how_it_came_about() -> None:
    formulas = {step.fee: step.formula for step in fee_steps(parse_yuan("50000"))}
    assert formulas == {
        "case": "2.5% × 50,000.00 - 200 = 1,050.00",
        "case_half": "1,050.00 ÷ 2 = 525.00",
        "payment_order": "1,050.00 ÷ 3 = 350.00",
        "preservation": "1% × 50,000.00 + 20 = 520.00",
        "enforcement": "1.5% × 50,000.00 - 100 = 650.00",
        "bankruptcy": "1,050.00 ÷ 2 = 525.00",
    }
    assert fee_steps(0)[0].formula == "50 = 50.00"
    capped = {step.fee: step.formula for step in fee_steps(parse_yuan("1000000"))}["preservation"]
    assert capped == "min(0.5% × 1,000,000.00 + 520, 5,000.00) = 5,000.00"


def test_courts_ask_for_whole_yuan() -> None:
    assert [whole_yuan(fen) for fen in (76_667, 76_649, 76_650)] == [76_700, 76_600, 76_700]


@given(st.integers(0, 10**11))
def test_a_larger_claim_never_costs_less(fen: int) -> None:
    less, more = fees(fen), fees(fen + 10_000)
    assert less.case <= more.case
    assert less.enforcement <= more.enforcement
    assert less.preservation <= more.preservation
