"""What ships as data is what was published: prime and benchmark rates, days off. Domain handbook §2.3, §2.4, §10.1."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.reference import calendar, rates
from models.rules.rates import RateTables

LPR = """
2019-08-20 425 485
2019-09-20 420 485
2019-11-20 415 480
2020-02-20 405 475
2020-04-20 385 465
2021-12-20 380 465
2022-01-20 370 460
2022-05-20 370 445
2022-08-22 365 430
2023-06-20 355 420
2023-08-21 345 420
2024-02-20 345 395
2024-07-22 335 385
2024-10-21 310 360
2025-05-20 300 350
"""
PBOC = """
2011-07-07 610 656 665 690 705
2012-06-08 585 631 640 665 680
2012-07-06 560 600 615 640 655
2014-11-22 560 560 600 600 615
2015-03-01 535 535 575 575 590
2015-05-11 510 510 550 550 565
2015-06-28 485 485 525 525 540
2015-08-26 460 460 500 500 515
2015-10-24 435 435 475 475 490
"""
OFF = {
    2019: "01-01 02-04..02-10 04-05..04-07 05-01..05-04 06-07..06-09 09-13..09-15 10-01..10-07",
    2020: "01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08",
    2021: "01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07",
    2022: "01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07 12-31",
    2023: "01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06 12-30..12-31",
    2024: "01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07",
    2025: "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
    2026: "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
}
WORKED = {
    2019: "02-02 02-03 04-28 05-05 09-29 10-12",
    2020: "01-19 04-26 05-09 06-28 09-27 10-10",
    2021: "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    2022: "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    2023: "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    2024: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    2025: "01-26 02-08 04-27 09-28 10-11",
    2026: "01-04 02-14 02-28 05-09 09-20 10-10",
}


def changes(tables: RateTables, *names: str) -> list[list[str]]:
    """Each day on which one of these series changed, with the rates from that day on."""
    series = [tables.series[name] for name in names]
    found: list[list[str]] = []
    for place, start in enumerate(series[0].starts):
        now = [str(each.rates_bp[place]) for each in series]
        if not found or found[-1][1:] != now:
            found.append([start.isoformat(), *now])
    return found


def days(year: int, told: str) -> set[date]:
    """``01-01 02-04..02-10`` as days."""
    found = set()
    for part in told.split():
        first, _, last = part.partition("..")
        day, end = date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last or first}")
        while day <= end:
            found.add(day)
            day += timedelta(days=1)
    return found


def test_the_prime_rates_change_on_the_days_published() -> None:
    assert changes(rates(), "lpr1y", "lpr5y") == [line.split() for line in LPR.split("\n")[1:-1]]


def test_the_benchmark_rates_before_are_those_of_the_central_bank() -> None:
    told = changes(rates(), "pboc6m", "pboc1y", "pboc3y", "pboc5y", "pbocover5y")
    assert told[-9:] == [line.split() for line in PBOC.split("\n")[1:-1]]


def test_the_rates_are_verified_until_the_last_day_found() -> None:
    assert rates().verified_until == date(2026, 9, 20)


@pytest.mark.parametrize("year", OFF)
def test_the_days_off_and_the_weekend_days_worked_are_those_of_the_notice(year: int) -> None:
    china = calendar()
    told = days(year, OFF[year])
    assert {day for day in china.holidays if day.year == year} == told
    assert {day for day in china.worked_weekends if day.year == year} == days(year, WORKED[year])
