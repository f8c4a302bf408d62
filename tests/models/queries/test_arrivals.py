"""When the folder is looked into."""

from datetime import datetime

import pytest

from models.clock import CHINA
from models.queries.arrivals import look_is_due


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, at(20, 3), True),
        (at(20, 6, 59), at(20, 7), True),
        (at(20, 7), at(20, 7, 1), False),
        (at(19, 17), at(20, 6, 59), False),
        (at(19, 17), at(20, 7, 30), True),
        (at(20, 9), at(20, 23, 59), False),
        (at(20, 9), at(21, 6), False),
        (at(17, 9), at(20, 6), True),
    ],
)
def test_a_look_is_due_once_the_hour_has_come(last, now, due):
    assert look_is_due(last, now, 7) is due


def test_the_hour_is_that_of_china():
    midnight_in_london = datetime.fromisoformat("2026-11-20T00:00:00+00:00")
    assert look_is_due(at(20, 7, 30), midnight_in_london, 8)
