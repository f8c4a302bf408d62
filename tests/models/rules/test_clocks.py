from __future__ import annotations

from datetime import date

import pytest

from models.reference import calendar
from models.rules.clocks import ALARM_DAYS, ENTERED, KINDS, MUST_BE_SET, alarms_of, level, running
from ui.problems import LANGUAGES, catalogue


# domain handbook §1.4 (calendar vectors), §1.6, §1.7, §6.2
@pytest.mark.parametrize(
    ("kind", "base", "last_day", "rolled", "act_by", "extinguishes"),
    [
        ("construction_priority", "2025-05-20", "2026-11-20", "2026-11-20", "2026-11-20", True),
        ("preserved_deposit", "2025-10-01", "2026-10-01", "2026-10-01", "2026-09-24", False),
        ("preserved_movable", "2024-02-29", "2026-02-28", "2026-02-28", "2026-02-21", False),
        ("preserved_land", "2023-11-20", "2026-11-20", "2026-11-20", "2026-11-13", False),
        ("enforcement", "2024-10-01", "2026-10-01", "2026-10-08", "2026-10-01", False),
        ("bill_acceptor", "2024-06-30", "2026-06-30", "2026-06-30", "2026-06-30", True),
        ("cheque_drawer", "2025-08-31", "2026-02-28", "2026-02-28", "2026-02-28", True),
        ("bill_recourse", "2025-08-20", "2026-02-20", "2026-02-24", "2026-02-20", True),
        ("bill_rerecourse", "2025-11-30", "2026-02-28", "2026-02-28", "2026-02-28", True),
        ("appeal", "2026-09-10", "2026-09-25", "2026-09-28", "2026-09-25", False),
        ("appeal", "2025-09-23", "2025-10-08", "2025-10-09", "2025-10-08", False),
        ("sue_after_preservation", "2026-09-01", "2026-10-01", "2026-10-08", "2026-10-01", False),
        ("mail_query", "2025-12-20", "2026-12-20", "2026-12-20", "2026-11-20", False),
    ],
)
def test_each_kind_ends_as_its_article_says(kind, base, last_day, rolled, act_by, extinguishes) -> None:
    found = running(KINDS[kind], date.fromisoformat(base), calendar=calendar())
    assert tuple(map(str, (found.last_day, found.rolled_last_day, found.act_by))) == (
        last_day,
        rolled,
        act_by,
    )
    assert found.kind.extinguishes == extinguishes


def test_a_day_set_by_a_court_is_never_moved() -> None:
    found = running(KINDS["bankruptcy_filing"], None, until=date(2026, 10, 1), calendar=calendar())
    assert found.last_day == found.rolled_last_day == date(2026, 10, 1)
    assert found.why.code == "clock_set"


@pytest.mark.parametrize("kind", sorted(MUST_BE_SET))
def test_a_kind_without_a_length_needs_its_last_day(kind: str) -> None:
    with pytest.raises(ValueError, match=kind):
        running(ENTERED[kind], date(2026, 1, 1), calendar=calendar())


@pytest.mark.parametrize("left", [-1, 0, 7, 8, 30, 31, 90, 91, 180, 181])
def test_urgency_rises_as_the_end_comes_near(left: int) -> None:
    assert level(left) >= level(left + 1)


def test_alarm_days_are_read_as_typed_or_are_the_house_s() -> None:
    assert alarms_of("7, 60,30") == (60, 30, 7)
    for unreadable in ("", "soon", "0,-3"):
        assert alarms_of(unreadable) == ALARM_DAYS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_worded_with_its_source_and_its_step(language: str) -> None:
    words = catalogue(language)
    fixed = set(KINDS) - {"limitation", "guarantee"}
    wanted = {f"clock_{key}" for key in KINDS} | {f"clock_source_{key}" for key in KINDS}
    assert wanted | {f"move_{key}" for key in fixed} <= set(words)
