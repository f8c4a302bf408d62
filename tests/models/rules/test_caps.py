from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from models.reference import rates
from models.rules.caps import loan_cap, loan_cap_percent, loss_line_percent


# domain handbook §2.3
@pytest.mark.parametrize(
    ("contract_on", "percent"),
    [
        ("2020-08-20", "15.40"),
        ("2022-01-20", "14.80"),
        ("2023-06-19", "14.60"),
        ("2023-06-20", "14.20"),
        ("2024-10-21", "12.40"),
        ("2025-05-20", "12.00"),
    ],
)
def test_a_private_loan_bears_four_times_the_prime_rate_at_most(contract_on: str, percent: str) -> None:
    assert loan_cap_percent(date.fromisoformat(contract_on), rates()) == Fraction(percent)


def test_damages_are_measured_at_thirty_per_cent_over_the_loss() -> None:
    assert loss_line_percent(date(2025, 5, 20), rates()) == Fraction("5.85")
    assert loss_line_percent(date(2019, 8, 19), rates()) is None
    assert loan_cap_percent(date(2019, 8, 19), rates()) is None


# 民间借贷规定 31: an older contract is split at 2020-08-20, from which the day of suing counts
@pytest.mark.parametrize(
    ("contract_on", "sued_on", "expected"),
    [
        ("2020-08-20", "2025-06-01", [("2020-08-20", "15.40")]),
        ("2023-06-20", "2025-06-01", [("2023-06-20", "14.20")]),
        ("2019-03-01", "2025-06-01", [("2019-03-01", "24"), ("2020-08-20", "12")]),
        ("2018-01-01", "2019-06-01", [("2018-01-01", "24"), ("2020-08-20", "15.40")]),
    ],
)
def test_the_ceiling_of_a_loan_follows_the_day_of_its_contract(
    contract_on: str, sued_on: str, expected: list[tuple[str, str]]
) -> None:
    steps = loan_cap(date.fromisoformat(contract_on), date.fromisoformat(sued_on), rates())
    assert [(step.start.isoformat(), step.percent) for step in steps] == [
        (start, Fraction(percent)) for start, percent in expected
    ]
