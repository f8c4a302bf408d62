from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.common.day_words import parse_day

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026/1/5", date(2026, 1, 5)),
        ("2026年1月5日", date(2026, 1, 5)),
        ("20261231", date(2026, 12, 31)),
        ("11-20", date(2026, 11, 20)),
        ("11-19", date(2027, 11, 19)),
        ("12月5号", date(2026, 12, 5)),
        ("2-29", date(2028, 2, 29)),
        ("+7", date(2026, 11, 27)),
        ("＋７", date(2026, 11, 27)),
        ("+2w", date(2026, 12, 4)),
        ("-3", date(2026, 11, 17)),
        ("7天后", date(2026, 11, 27)),
        ("in 3 days", date(2026, 11, 23)),
        ("今天", date(2026, 11, 20)),
        ("后天", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 21)),
        ("周五", date(2026, 11, 27)),
        ("周一", date(2026, 11, 23)),
        ("星期天", date(2026, 11, 22)),
        ("下周五", date(2026, 11, 27)),
        ("下周一", date(2026, 11, 23)),
        ("下下周一", date(2026, 11, 30)),
        ("本周三", date(2026, 11, 18)),
        ("next Friday", date(2026, 11, 27)),
        ("fri", date(2026, 11, 27)),
        ("月底", date(2026, 11, 30)),
        ("下月底", date(2026, 12, 31)),
        ("下月5日", date(2026, 12, 5)),
        ("下个月 5 号", date(2026, 12, 5)),
        ("5日", date(2026, 12, 5)),
        ("25号", date(2026, 11, 25)),
        ("年底", date(2026, 12, 31)),
        ("+1m", date(2026, 12, 20)),
    ],
)
def test_a_day_is_understood_as_a_clerk_means_it(typed, meant):
    assert parse_day(typed, FRIDAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("11-19", date(2026, 11, 19)),
        ("12-01", date(2025, 12, 1)),
        ("周五", date(2026, 11, 20)),
        ("5日", date(2026, 11, 5)),
        ("25日", date(2026, 10, 25)),
        ("2-29", date(2024, 2, 29)),
    ],
)
def test_a_receipt_lies_in_the_past(typed, meant):
    assert parse_day(typed, FRIDAY, past=True) == meant


@pytest.mark.parametrize(
    "typed", ["", "2026-13-02", "2026-02-30", "99日", "0日", "尽快", "+", "13-40", "+99999999"]
)
def test_what_is_no_day_is_none(typed):
    assert parse_day(typed, FRIDAY) is None


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 9999))
def test_plus_days_counts_days(today, days):
    assert parse_day(f"+{days}", today) == today + timedelta(days)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from("一二三四五六日"))
def test_a_weekday_lies_within_the_coming_week(today, weekday):
    meant = parse_day(f"周{weekday}", today)
    assert 1 <= (meant - today).days <= 7
    assert "一二三四五六日"[meant.weekday()] == weekday


@given(st.text(max_size=12), st.dates(date(1, 1, 2), date(9998, 12, 1)), st.booleans())
def test_nothing_typed_breaks_it(typed, today, past):
    assert parse_day(typed, today, past=past) is None or isinstance(parse_day(typed, today, past=past), date)
