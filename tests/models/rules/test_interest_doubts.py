from __future__ import annotations

from datetime import date

import pytest

from models.reference import rates
from models.rules.caps import loan_cap
from models.rules.interest import interest
from models.rules.interest_doubts import Circumstances, compared, doubts
from models.rules.late_rate import parse

START, END = date(2024, 1, 1), date(2024, 6, 1)


def told(spec: str, known: Circumstances = Circumstances(), start: date = START, **rest) -> list[str]:  # noqa: B008
    cap = loan_cap(known.loan_on, END, rates()) if known.loan_on else ()
    result = interest(10_000_000, start, END, parse(spec), rates(), cap=cap, **rest)
    return [each.code for each in doubts(start, parse(spec), result, rates(), known)]


# domain handbook §2.6: warn where a daily rate x 365 exceeds 1.3 x (LPR x 1.5): here 6.7275 %
@pytest.mark.parametrize(
    ("spec", "codes"),
    [
        ("day:0.0184", []),
        ("day:0.0185", ["interest_rate_high"]),
        ("year:6.72", []),
        ("year:6.73", ["interest_rate_high"]),
    ],
)
def test_damages_above_130_per_cent_of_the_loss_are_told(spec: str, codes: list[str]) -> None:
    assert told(spec) == codes


@pytest.mark.parametrize(
    ("spec", "loan_on", "codes"),
    [
        ("year:14.2", date(2023, 7, 1), []),
        ("year:14.21", date(2023, 7, 1), ["interest_rate_capped"]),
        ("day:0.05", date(2023, 7, 1), ["interest_rate_capped"]),
        ("year:30", date(2019, 7, 1), ["interest_rate_capped", "interest_loan_natural"]),
        ("year:37", date(2019, 7, 1), ["interest_rate_capped", "interest_loan_void"]),
        ("year:12", date(2019, 7, 1), []),
    ],
)
def test_the_ceilings_of_private_loans_are_told(spec: str, loan_on: date, codes: list[str]) -> None:
    assert told(spec, Circumstances(loan_on=loan_on)) == codes


# 款项支付条例 17: no lower than the one-year LPR at signing, 3.55 % on 2023-07-01
@pytest.mark.parametrize(
    ("spec", "codes"),
    [("year:3.54", ["interest_rate_below_sme_floor"]), ("year:3.55", []), ("lpr1y", [])],
)
def test_a_rate_below_what_binds_a_large_debtor_is_told(spec: str, codes: list[str]) -> None:
    assert told(spec, Circumstances(sme_on=date(2023, 7, 1))) == codes


def test_what_stopped_and_what_was_paid_too_much_are_told() -> None:
    stopped = told("year:3", bankrupt_on=date(2024, 2, 1), paid=[(date(2024, 1, 2), 99_999_999)])
    assert stopped == ["interest_stopped_by_bankruptcy", "interest_overpaid"]


# V5: a pleading of 9,990.00 where 450,000 x 0.1 % x 222 days is 99,900.00
@pytest.mark.parametrize(
    ("pleaded", "codes"),
    [
        (9_990_000, []),
        (999_000, ["interest_pleaded_digit"]),
        (99_900_000, ["interest_pleaded_digit"]),
        (9_990, ["interest_pleaded_digit"]),
        (9_990_001, ["interest_pleaded_differs"]),
        (0, ["interest_pleaded_differs"]),
    ],
)
def test_a_sum_somebody_pleaded_is_held_against_ours(pleaded: int, codes: list[str]) -> None:
    assert [each.code for each in compared(pleaded, 9_990_000)] == codes


def test_a_slipped_digit_names_its_factor() -> None:
    assert compared(999_000, 9_990_000)[0].params["factor"] == "10"
    assert compared(9_990_000_000, 9_990_000)[0].params["factor"] == "1000"
