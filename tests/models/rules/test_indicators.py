"""The worked figures of domain.md §9.1 and §9.2."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.indicators import Period, counted_back, indicators, loss_rates, provision, rounded
from models.rules.money import parse_yuan, yuan
from models.rules.problems import Refused

# §9.2: 90 days, credit sales 9,000,000, opening 2,800,000, closing 3,200,000, of which 2,100,000 not yet due
QUARTER = Period(90, 900_000_000, 280_000_000, 320_000_000, 210_000_000)


@pytest.mark.parametrize(
    ("name", "value", "formula"),
    [
        ("dso", "32.00", "3,200,000.00 ÷ 9,000,000.00 × 90"),
        ("best_dso", "21.00", "2,100,000.00 ÷ 9,000,000.00 × 90"),
        ("delay", "11.00", "32.00 - 21.00"),
        ("cei", "88.66", "8,600,000.00 ÷ 9,700,000.00"),
        ("turnover", "3.00", "9,000,000.00 ÷ ((2,800,000.00 + 3,200,000.00) ÷ 2)"),
        ("turnover_days", "30.00", "90 ÷ 3.00"),
        ("overdue", "34.38", "1,100,000.00 ÷ 3,200,000.00"),
    ],
)
def test_a_quarter_has_its_indicators(name: str, value: str, formula: str) -> None:
    found = {each.name: each for each in indicators(QUARTER)}
    assert (rounded(found[name].value), found[name].formula) == (value, formula)


# §9.2: 3,200,000 open; November 2,500,000 in 30 days, October 3,000,000 in 31
def test_days_outstanding_are_counted_back_month_by_month() -> None:
    months = [(250_000_000, 30), (300_000_000, 31)]
    assert rounded(counted_back(320_000_000, months) or Fraction(0)) == "37.23"
    assert counted_back(250_000_000, months) == 30
    assert counted_back(0, []) == 0
    assert counted_back(550_000_001, months) is None


# §9.1: balances of 0-1 … 5+ years at 5/10/30/50/80/100 %
def test_an_allowance_is_the_sum_of_its_bands() -> None:
    balances = ("5000000", "800000", "300000", "120000", "50000", "30000")
    percents = (5, 10, 30, 50, 80, 100)
    found = provision(
        [(parse_yuan(sum_), Fraction(rate)) for sum_, rate in zip(balances, percents, strict=True)]
    )
    assert [yuan(fen) for fen in found] == [
        "250000.00", "80000.00", "90000.00", "60000.00", "40000.00", "30000.00",
    ]  # fmt: skip
    assert yuan(sum(found)) == "550000.00"


# §9.1: transitions 20 %, 50 %, 60 %, 100 %
def test_what_rolls_on_multiplies_to_what_is_lost() -> None:
    found = loss_rates([Fraction(each) for each in (20, 50, 60, 100)])
    assert [rounded(each) for each in found] == ["6.00", "30.00", "60.00", "100.00"]
    assert loss_rates([]) == ()


@pytest.mark.parametrize(
    ("period", "code"),
    [
        (Period(0, 1, 1, 1, 1), "indicator_not_above_zero"),
        (Period(90, 0, 1, 1, 1), "indicator_not_above_zero"),
        (Period(90, 1, -1, 1, 1), "indicator_not_above_zero"),
        (Period(90, 1, 1, 1, 2), "indicator_not_due_too_much"),
    ],
)
def test_a_period_that_cannot_be_is_refused(period: Period, code: str) -> None:
    with pytest.raises(Refused) as refused:
        indicators(period)
    assert refused.value.problems[0].code == code


def test_what_divides_by_nothing_is_left_out() -> None:
    assert [each.name for each in indicators(Period(90, 100, 0, 0, 0))] == ["dso", "best_dso", "delay", "cei"]


rates = st.lists(st.integers(0, 100).map(Fraction), max_size=6)


@given(rates)
def test_an_older_band_never_loses_less(transitions: list[Fraction]) -> None:
    found = loss_rates(transitions)
    assert list(found) == sorted(found)
