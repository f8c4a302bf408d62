from __future__ import annotations

from datetime import date

import pytest

from models.reference import calendar
from models.rules.workdays import Calendar, add_months, add_years

CHINA = calendar()

# domain handbook §1.4: base, months added, nominal last day, rolled last day
PERIODS = [
    ("2023-09-30", 36, "2026-09-30", "2026-09-30"),
    ("2023-10-01", 36, "2026-10-01", "2026-10-08"),
    ("2020-02-29", 36, "2023-02-28", "2023-02-28"),
    ("2023-02-14", 36, "2026-02-14", "2026-02-14"),
    ("2023-09-20", 36, "2026-09-20", "2026-09-20"),
    ("2025-08-31", 6, "2026-02-28", "2026-02-28"),
    ("2025-08-20", 6, "2026-02-20", "2026-02-24"),
]


@pytest.mark.parametrize(("base", "months", "nominal", "rolled"), PERIODS)
def test_a_period_of_months_ends_and_rolls_as_the_civil_code_says(
    base: str, months: int, nominal: str, rolled: str
) -> None:
    last_day = add_months(date.fromisoformat(base), months)
    assert (last_day.isoformat(), CHINA.rolled(last_day).isoformat()) == (nominal, rolled)


@pytest.mark.parametrize(("nominal", "rolled"), [("2026-09-25", "2026-09-28"), ("2025-10-08", "2025-10-09")])
def test_a_period_of_days_rolls_over_the_holidays(nominal: str, rolled: str) -> None:
    assert CHINA.rolled(date.fromisoformat(nominal)) == date.fromisoformat(rolled)


def test_months_count_backwards_too() -> None:
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert add_years(date(2024, 2, 29), -4) == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-20", True),  # a Friday
        ("2026-11-21", False),  # a Saturday
        ("2026-10-01", False),  # National Day
        ("2026-09-20", True),  # a Sunday worked in exchange
        ("2027-01-04", True),  # by the weekday: 2027 is not out
    ],
)
def test_a_day_is_worked_or_not(day: str, works: bool) -> None:
    assert CHINA.is_workday(date.fromisoformat(day)) is works


def test_a_working_day_is_never_its_own_next_working_day() -> None:
    assert CHINA.next_workday(date(2026, 11, 20)) == date(2026, 11, 23)
    assert CHINA.next_workday(date(2026, 9, 30)) == date(2026, 10, 8)


def test_a_last_day_is_never_rolled_in_a_year_that_is_not_out() -> None:
    saturday = date(2027, 11, 20)
    assert CHINA.rolled(saturday) == saturday
    assert not CHINA.published(2027)


def test_a_last_day_stays_where_the_days_off_run_into_a_year_that_is_not_out() -> None:
    off = frozenset({date(2026, 12, 31)})
    short = Calendar(off, frozenset(), frozenset({2026}))
    assert short.rolled(date(2026, 12, 31)) == date(2026, 12, 31)


def test_a_letters_deadline_moves_by_the_weekday_and_says_so_where_the_year_is_not_out() -> None:
    inside = CHINA.deadline(date(2026, 10, 3))
    assert (inside.on, inside.published) == (date(2026, 10, 8), True)
    outside = CHINA.deadline(date(2027, 11, 20))
    assert (outside.on, outside.published) == (date(2027, 11, 22), False)


def test_working_days_are_added_and_counted_alike() -> None:
    start = date(2026, 9, 24)
    end = CHINA.add_workdays(start, 5)
    assert end == date(2026, 10, 9)
    assert CHINA.workdays_between(start, end) == 5
    assert CHINA.workdays_between(end, start) == 0
    assert CHINA.add_workdays(start, 0) == start
