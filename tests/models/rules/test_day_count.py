from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.day_count import ACTUAL, Terms, span
from models.rules.problems import Refused

days = st.dates(date(2015, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "terms", "formula"),
    [
        ("2023-08-21", "2024-07-22", Terms(), "336 ÷ 365"),
        ("2023-08-21", "2024-07-22", Terms(360), "336 ÷ 360"),
        ("2023-12-01", "2024-03-01", Terms(ACTUAL), "(31 ÷ 365 + 60 ÷ 366)"),
        ("2023-09-01", "2024-03-01", Terms(counting="months"), "6 ÷ 12"),
        ("2020-06-26", "2022-06-26", Terms(counting="months"), "2"),
        ("2020-06-26", "2022-08-01", Terms(360, counting="months"), "(2 + 1 ÷ 12 + 6 ÷ 360)"),
        ("2024-01-31", "2024-02-29", Terms(counting="months"), "1 ÷ 12"),
        ("2024-02-29", "2025-02-28", Terms(counting="months"), "1"),
        ("2024-01-01", "2024-01-01", Terms(counting="months"), "0"),
    ],
)
def test_a_stretch_is_counted_as_its_terms_say(start: str, end: str, terms: Terms, formula: str) -> None:
    assert str(span(date.fromisoformat(start), date.fromisoformat(end), terms)) == formula


def test_a_calendar_year_is_one_year_on_its_own_days() -> None:
    for year in (2023, 2024):
        assert span(date(year, 1, 1), date(year + 1, 1, 1), Terms(ACTUAL)).years == 1


def test_a_basis_nobody_uses_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        Terms(366)
    assert refused.value.problems[0].code == "basis_unknown"


@given(days, days, days, st.sampled_from([365, 360, ACTUAL]))
def test_a_stretch_counted_by_days_is_the_sum_of_its_parts(a: date, b: date, c: date, basis: int) -> None:
    first, middle, last = sorted((a, b, c))
    terms = Terms(basis)
    assert (
        span(first, middle, terms).years + span(middle, last, terms).years == span(first, last, terms).years
    )


@given(days, st.integers(0, 2000), st.sampled_from([365, 360, ACTUAL]))
def test_months_and_days_never_shrink_with_time(start: date, length: int, basis: int) -> None:
    terms = Terms(basis, counting="months")
    shorter = span(start, date.fromordinal(start.toordinal() + length), terms).years
    longer = span(start, date.fromordinal(start.toordinal() + length + 1), terms).years
    assert shorter <= longer
