"""How late a claim was registered, in working days of China (product.md row 1)."""

from datetime import date

import pytest

from models.reference import calendar
from models.rules.registration import Delays, period_of, period_with


@pytest.mark.parametrize(
    ("issued_on", "registered_on", "delay", "late"),
    [
        (date(2026, 11, 18), date(2026, 11, 18), 0, 0),
        (date(2026, 11, 18), date(2026, 11, 20), 2, 0),
        (date(2026, 11, 18), date(2026, 11, 23), 3, 1),
        (date(2026, 11, 20), date(2026, 11, 24), 2, 0),
        (date(2026, 9, 30), date(2026, 10, 9), 2, 0),
        (None, date(2026, 11, 18), None, 0),
        (date(2026, 11, 20), date(2026, 11, 18), 0, 0),
    ],
)
def test_only_working_days_count(issued_on, registered_on, delay, late):
    delays = Delays(calendar(), 2)
    assert delays.of(issued_on, registered_on) == delay
    assert delays.late(issued_on, registered_on) == late


@pytest.mark.parametrize(
    ("kind", "text", "first", "last"),
    [
        ("sweep", "2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("audit", "2026Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("audit", "2026Q1", date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_a_period_has_its_days(kind, text, first, last):
    found = period_of(kind, text)
    assert (found.first, found.last) == (first, last)
    assert period_with(kind, last) == found


@pytest.mark.parametrize(("kind", "text"), [("sweep", "2026Q4"), ("audit", "2026-11"), ("sweep", "2026-13")])
def test_other_words_are_no_period(kind, text):
    with pytest.raises(ValueError, match=r"2026|month"):
        period_of(kind, text)
