"""Facts as words."""

from __future__ import annotations

from datetime import date

import pytest

from reports import values as say


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百零一"),
        (509, "五百零九"),
        (577, "五百七十七"),
        (785, "七百八十五"),
        (1010, "一千零一十"),
    ],
)
def test_numerals_are_written_as_statutes_write_them(number: int, text: str) -> None:
    assert say.numeral(number) == text


def test_articles_are_named_with_their_paragraph() -> None:
    assert say.articles(("509(1)", "577"), "zh_CN") == "第五百零九条第一款、第五百七十七条"
    assert say.articles(("509(1)", "577", "579"), "en") == "509(1), 577 and 579"


def test_days_carry_their_weekday() -> None:
    assert say.day(date(2026, 11, 20), "en") == "20 November 2026"
    assert say.weekday(date(2026, 12, 8), "zh_CN") == "星期二"


def test_account_numbers_stand_in_groups_of_four() -> None:
    assert say.account_number("1102026009000012345")[0].chars == "1102 0260 0900 0012 345"
    assert say.account_number("NRA-12")[0].chars == "NRA-12"
