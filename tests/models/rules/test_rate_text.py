from __future__ import annotations

from datetime import date

import pytest

from models.reference import rates
from models.rules.interest import interest
from models.rules.late_rate import parse
from models.rules.problems import Refused
from models.rules.rate_text import read_rates


def test_rates_are_read_as_they_are_published() -> None:
    text = "published_on,one_year_percent,five_year_percent\n2026-10-20,3.00,3.50,V1\n\n# next\n2026-11-20 2.9% 3.4%"
    assert read_rates(text) == {date(2026, 10, 20): (300, 350), date(2026, 11, 20): (290, 340)}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["rate_text_empty"]),
        ("2026-10-20,3.00\n2026-13-20,3.00,3.50", ["rate_line_unreadable"] * 2),
        ("2026-10-20,3.00,3.50\n2026-10-20,3.10,3.50", ["rate_day_twice"]),
    ],
)
def test_what_is_no_rate_is_refused_by_its_lines(text: str, codes: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        read_rates(text)
    assert [problem.code for problem in refused.value.problems] == codes


def test_rates_entered_by_hand_go_on_from_those_shipped() -> None:
    tables = rates().with_own({date(2026, 10, 20): (290, 340), date(2026, 9, 20): (100, 100)})
    assert tables.verified_until == date(2026, 10, 20)
    assert (tables.own_from, tables.confidence[date(2026, 10, 20)]) == (date(2026, 10, 20), "OWN")
    found = interest(3_650_000, date(2026, 10, 10), date(2026, 10, 30), parse("lpr1y"), tables)
    assert [line.amount_fen for line in found.lines] == [3_000, 2_900]
    assert found.unverified
    assert rates().series["lpr1y"].on(date(2026, 10, 20)) == 300


def test_without_later_rates_the_tables_stay_as_they_are() -> None:
    assert rates().with_own({date(2026, 9, 20): (100, 100)}) is rates()
