from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.rules.classification import classify

ON = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("days_left", "found"), [(8, "normal"), (7, "watch"), (0, "watch"), (-1, "bad"), (-400, "bad")]
)
def test_the_class_follows_the_days_left(days_left: int, found: str) -> None:
    assert classify(ON + timedelta(days=days_left), ON) == found


def test_a_claim_without_a_due_date_is_watched() -> None:
    assert classify(None, ON) == "watch"


def test_the_days_of_watching_are_a_setting() -> None:
    assert classify(ON + timedelta(days=8), ON, watch_days=10) == "watch"
