from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.rules.ageing import BANDS, action_bands, bands_from_ends, days_overdue

ON = date(2026, 11, 20)


@pytest.mark.parametrize(("late", "days"), [(-1, 0), (0, 0), (1, 1), (47, 47)])
def test_a_claim_is_late_from_the_day_after_its_due_date(late: int, days: int) -> None:
    assert days_overdue(ON - timedelta(days=late), ON) == days


def test_a_claim_without_a_due_date_is_never_late() -> None:
    assert days_overdue(None, ON) == 0


@pytest.mark.parametrize(
    ("late", "band"),
    [
        (-3, "not_due"),
        (0, "not_due"),
        (1, "1-14"),
        (14, "1-14"),
        (15, "15-29"),
        (29, "15-29"),
        (30, "30-89"),
        (89, "30-89"),
        (90, "90-179"),
        (179, "90-179"),
        (180, "180+"),
        (4000, "180+"),
    ],
)
def test_the_last_day_of_a_band_belongs_to_it(late: int, band: str) -> None:
    assert action_bands().of(ON - timedelta(days=late), ON) == band


def test_the_action_bands_are_named_as_the_commands_name_them() -> None:
    assert action_bands().names == BANDS
    assert BANDS == ("undated", "not_due", "1-14", "15-29", "30-89", "90-179", "180+")


def test_own_ends_give_the_months_of_the_trade() -> None:
    bands = bands_from_ends((30, 60, 90))
    assert bands.names == ("undated", "not_due", "1-30", "31-60", "61-90", "91+")
    assert [bands.of_days(days) for days in (0, 30, 31, 90, 91)] == [
        "not_due",
        "1-30",
        "31-60",
        "61-90",
        "91+",
    ]
    assert bands.of(None, ON) == "undated"


@pytest.mark.parametrize("ends", [(), (0,), (30, 30), (60, 30), (-1, 5)])
def test_ends_that_do_not_rise_are_refused(ends: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="rising"):
        bands_from_ends(ends)
