from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.rules.generations import kept

FIRST = date(2026, 1, 1)
DAYS = st.integers(0, 800).map(lambda days: FIRST + timedelta(days))


def daily(days: int) -> list[tuple[int, date]]:
    return [(number, FIRST + timedelta(number)) for number in range(days)]


def test_a_year_of_days_keeps_twelve_days_ten_weeks_and_nine_months() -> None:
    made = daily(365)
    stay = sorted(kept(made))
    assert stay[-12:] == list(range(353, 365))
    # Ten weeks end on a Sunday, but for the one under way; nine months on their last day, but for the one under way.
    assert [made[number][1] for number in stay if number < 353] == [
        date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 31),
        date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 8), date(2026, 11, 15),
        date(2026, 11, 22), date(2026, 11, 29), date(2026, 11, 30), date(2026, 12, 6), date(2026, 12, 13),
    ]  # fmt: skip


def test_of_a_day_gone_by_the_newest_stays() -> None:
    made = [(number, FIRST) for number in range(4)] + [
        (number, FIRST + timedelta(9)) for number in range(4, 10)
    ]
    assert kept(made) == {3, *range(4, 10)}


def test_of_this_day_the_six_newest_stay() -> None:
    assert kept([(number, FIRST) for number in range(9)]) == {3, 4, 5, 6, 7, 8}


def test_years_without_work_take_nothing_away() -> None:
    assert kept([(1, date(2020, 5, 1)), (2, date(2026, 5, 1))]) == {1, 2}


def test_a_clock_set_back_takes_nothing_away_that_came_later() -> None:
    made = [*daily(30), (30, date(2001, 1, 1))]
    assert {30, *range(19, 30)} <= kept(made)


@given(st.lists(DAYS, min_size=1))
def test_the_newest_always_stays_and_what_stays_would_stay_again(days: list[date]) -> None:
    made = list(enumerate(days))
    stay = kept(made)
    assert len(days) - 1 in stay
    assert len(stay) <= 12 + 10 + 9 + 6
    assert kept([one for one in made if one[0] in stay]) == stay
