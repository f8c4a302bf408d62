from __future__ import annotations

from datetime import date

import pytest

from models.reference import calendar, rates
from models.rules.holiday_text import read_holidays


def test_the_shipped_holidays_reach_from_2004_to_2026() -> None:
    assert calendar().years == frozenset(range(2004, 2027))


# domain handbook §10.1: days off with the weekends beside them, and weekend days worked
YEARS = """
2019 H: 01-01; 02-04..02-10; 04-05..04-07; 05-01..05-04; 06-07..06-09; 09-13..09-15; 10-01..10-07 | W: 02-02 02-03 04-28 05-05 09-29 10-12
2020 H: 01-01; 01-24..02-02; 04-04..04-06; 05-01..05-05; 06-25..06-27; 10-01..10-08 | W: 01-19 04-26 05-09 06-28 09-27 10-10
2021 H: 01-01..01-03; 02-11..02-17; 04-03..04-05; 05-01..05-05; 06-12..06-14; 09-19..09-21; 10-01..10-07 | W: 02-07 02-20 04-25 05-08 09-18 09-26 10-09
2022 H: 01-01..01-03; 01-31..02-06; 04-03..04-05; 04-30..05-04; 06-03..06-05; 09-10..09-12; 10-01..10-07; 12-31 | W: 01-29 01-30 04-02 04-24 05-07 10-08 10-09
2023 H: 01-01..01-02; 01-21..01-27; 04-05; 04-29..05-03; 06-22..06-24; 09-29..10-06; 12-30..12-31 | W: 01-28 01-29 04-23 05-06 06-25 10-07 10-08
2024 H: 01-01; 02-10..02-17; 04-04..04-06; 05-01..05-05; 06-10; 09-15..09-17; 10-01..10-07 | W: 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12
2025 H: 01-01; 01-28..02-04; 04-04..04-06; 05-01..05-05; 05-31..06-02; 10-01..10-08 | W: 01-26 02-08 04-27 09-28 10-11
2026 H: 01-01..01-03; 02-15..02-23; 04-04..04-06; 05-01..05-05; 06-19..06-21; 09-25..09-27; 10-01..10-07 | W: 01-04 02-14 02-28 05-09 09-20 10-10
"""  # noqa: E501


@pytest.mark.parametrize("line", YEARS.split("\n")[1:-1])
def test_the_days_of_a_year_are_those_of_the_state_council(line: str) -> None:
    china, year = calendar(), int(line[:4])
    shipped = {day: "off" for day in china.holidays if day.year == year}
    shipped |= {day: "work" for day in china.worked_weekends if day.year == year}
    assert read_holidays(line).days == shipped


# domain handbook §2.3: first day, percent x 100: one year, over five years
LPR_CHANGES = [
    ("2019-08-20", 425, 485),
    ("2019-09-20", 420, 485),
    ("2019-11-20", 415, 480),
    ("2020-02-20", 405, 475),
    ("2020-04-20", 385, 465),
    ("2021-12-20", 380, 465),
    ("2022-01-20", 370, 460),
    ("2022-05-20", 370, 445),
    ("2022-08-22", 365, 430),
    ("2023-06-20", 355, 420),
    ("2023-08-21", 345, 420),
    ("2024-02-20", 345, 395),
    ("2024-07-22", 335, 385),
    ("2024-10-21", 310, 360),
    ("2025-05-20", 300, 350),
]


def test_the_prime_rate_changes_on_these_days_alone() -> None:
    one, five = rates().series["lpr1y"], rates().series["lpr5y"]
    days = [one.starts[0], *one.changes(one.starts[0], date(2026, 9, 21))]
    found = [(day.isoformat(), one.on(day), five.on(day)) for day in days]
    steps = [row for row, before in zip(found, [("", 0, 0), *found], strict=False) if row[1:] != before[1:]]
    assert steps == LPR_CHANGES


def test_no_prime_rate_before_the_first_and_the_last_goes_on() -> None:
    series = rates().series["lpr1y"]
    assert series.on(date(2019, 8, 19)) is None
    assert series.on(date(2030, 1, 1)) == 300
    assert rates().verified_until == date(2026, 9, 20)
    assert rates().confidence[date(2026, 9, 20)] == "V1"


def test_the_tables_say_which_they_are() -> None:
    assert rates().version == "2026-11-22"
    assert "2026-09-20" in rates().source


# domain handbook §2.4: first day, then the five terms in percent x 100
BENCHMARK = [
    ("2011-07-07", 610, 656, 665, 690, 705),
    ("2012-06-08", 585, 631, 640, 665, 680),
    ("2012-07-06", 560, 600, 615, 640, 655),
    ("2014-11-22", 560, 560, 600, 600, 615),
    ("2015-03-01", 535, 535, 575, 575, 590),
    ("2015-05-11", 510, 510, 550, 550, 565),
    ("2015-06-28", 485, 485, 525, 525, 540),
    ("2015-08-26", 460, 460, 500, 500, 515),
    ("2015-10-24", 435, 435, 475, 475, 490),
]


def test_the_benchmark_has_five_tiers() -> None:
    series = [rates().series[name] for name in ("pboc6m", "pboc1y", "pboc3y", "pboc5y", "pbocover5y")]
    days = series[0].starts
    assert [(day.isoformat(), *(tier.on(day) for tier in series)) for day in days] == BENCHMARK
    assert {tier.starts for tier in series} == {days}
