from __future__ import annotations

from datetime import date

import pytest

from models.reference import calendar, rates


def test_the_shipped_holidays_reach_from_2004_to_2026() -> None:
    assert calendar().years == frozenset(range(2004, 2027))


# domain handbook §10.1, 2026
OFF_2026 = ["01-01", "01-03", "02-15", "02-23", "04-06", "05-05", "06-19", "09-27", "10-07"]
WORKED_2026 = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]


def test_the_days_of_2026_are_those_of_the_state_council() -> None:
    china = calendar()
    assert {date.fromisoformat(f"2026-{day}") for day in OFF_2026} <= china.holidays
    assert sorted(day.strftime("%m-%d") for day in china.worked_weekends if day.year == 2026) == WORKED_2026
    assert sum(day.year == 2026 for day in china.holidays) == 33


# domain handbook §2.3: first day, percent x 100, one year
LPR_CHANGES = [
    ("2019-08-20", 425),
    ("2019-09-20", 420),
    ("2019-11-20", 415),
    ("2020-02-20", 405),
    ("2020-04-20", 385),
    ("2021-12-20", 380),
    ("2022-01-20", 370),
    ("2022-08-22", 365),
    ("2023-06-20", 355),
    ("2023-08-21", 345),
    ("2024-07-22", 335),
    ("2024-10-21", 310),
    ("2025-05-20", 300),
]


@pytest.mark.parametrize(("first", "rate_bp"), LPR_CHANGES)
def test_the_prime_rate_changes_on_its_day(first: str, rate_bp: int) -> None:
    assert rates().series["lpr1y"].on(date.fromisoformat(first)) == rate_bp


def test_no_prime_rate_before_the_first_and_the_last_goes_on() -> None:
    series = rates().series["lpr1y"]
    assert series.on(date(2019, 8, 19)) is None
    assert series.on(date(2030, 1, 1)) == 300
    assert rates().verified_until == date(2026, 9, 20)
    assert rates().confidence[date(2026, 9, 20)] == "V1"


def test_the_tables_say_which_they_are() -> None:
    assert rates().version == "2026-11-22"
    assert "2026-09-20" in rates().source


def test_the_benchmark_has_five_tiers() -> None:
    day = date(2015, 10, 24)
    tiers = ("pboc6m", "pboc1y", "pboc3y", "pboc5y", "pbocover5y")
    assert [rates().series[tier].on(day) for tier in tiers] == [435, 435, 475, 475, 490]
    assert [rates().series[tier].on(date(2011, 7, 7)) for tier in tiers] == [610, 656, 665, 690, 705]
