from __future__ import annotations

from datetime import date

import pytest

from models.reference import calendar
from models.rules.holiday_text import read_holidays
from models.rules.problems import Refused

# The days of 2026 as the State Council's notice words them (domain handbook §10.1)
NOTICE = """国务院办公厅关于2026年
部分节假日安排的通知
各省、自治区、直辖市人民政府：
经国务院批准，现将2026年元旦等节日放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、
10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班。
2025年11月4日
"""
LINE = (
    "2026 H: 01-01..01-03; 02-15..02-23; 04-04..04-06; 05-01..05-05; 06-19..06-21; 09-25..09-27; 10-01..10-07"
    " | W: 01-04 02-14 02-28 05-09 09-20 10-10"
)


@pytest.mark.parametrize("text", [NOTICE, LINE, f"- {LINE}", "\ufeff" + LINE])
def test_the_year_2026_is_read_from_the_notice_and_from_one_line(text: str) -> None:
    china = calendar()
    shipped = {day: "off" for day in china.holidays if day.year == 2026}
    shipped |= {day: "work" for day in china.worked_weekends if day.year == 2026}
    found = read_holidays(text)
    assert (dict(found.days), found.doubts) == (shipped, ())


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-01..2027-01-03 H\n2027-01-04 W",
        "day,kind,holiday\n2027-01-01,off,New Year\n2027-01-02,off\n2027-01-03,OFF\n\n# exchange\n2027-01-04,work",
        "2027-01-01\toff\n2027-01-02 至 2027-01-03, off\n2027-1-4;work",
        "2027 H: 01-01..01-03 | W: 01-04",
    ],
)
def test_a_table_and_ranges_are_read_alike(text: str) -> None:
    found = read_holidays(text).days
    assert [(day.isoformat(), kind) for day, kind in sorted(found.items())] == [
        ("2027-01-01", "off"),
        ("2027-01-02", "off"),
        ("2027-01-03", "off"),
        ("2027-01-04", "work"),
    ]


def test_a_notice_without_its_title_needs_the_year() -> None:
    line = "一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。1月28日（周六）、29日（周日）上班。"
    with pytest.raises(Refused) as refused:
        read_holidays(line)
    assert refused.value.problems[0].code == "holiday_line_unreadable"
    found = read_holidays(line, year=2023).days
    assert [day.isoformat() for day in sorted(found)] == [
        "2022-12-31",
        "2023-01-01",
        "2023-01-02",
        "2023-01-28",
        "2023-01-29",
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["holiday_text_empty"]),
        ("hello", ["holiday_text_empty"]),
        ("2027-13-01,off", ["holiday_line_unreadable"]),
        ("2027-01-01,maybe\n2027/01/02 off", ["holiday_line_unreadable"] * 2),
        ("2027-01-03..2027-01-01 H", ["holiday_line_unreadable"]),
        ("2027-01-01..2027-03-01 H", ["holiday_line_unreadable"]),
        ("2027-01-01 H\n2027-01-01 W", ["holiday_day_twice"]),
        ("2027年放假通知\n元旦：1月1日至3日放假。1月4日、1月9日", ["holiday_line_unreadable"]),
    ],
)
def test_a_text_that_says_no_days_is_refused_by_its_lines(text: str, codes: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        read_holidays(text)
    assert [problem.code for problem in refused.value.problems] == codes


def test_what_looks_odd_is_told() -> None:
    found = read_holidays("2027-01-01 H\n2027-01-05 W")
    assert [(doubt.code, doubt.where) for doubt in found.doubts] == [
        ("holiday_worked_weekday", "2027-01-05"),
        ("holiday_year_short", "2027"),
    ]


def test_a_year_counts_as_published_once_it_can_be_whole() -> None:
    some = calendar().with_own(read_holidays("2027-01-01 H\n2027-01-03 W").days)
    assert not some.published(2027)
    assert (some.is_workday(date(2027, 1, 1)), some.is_workday(date(2027, 1, 3))) == (False, True)
    whole = calendar().with_own(read_holidays(NOTICE.replace("2026", "2027")).days)
    assert whole.published(2027)
    assert whole.rolled(date(2027, 10, 2)) == date(2027, 10, 8)


def test_the_clerks_word_stands_where_both_name_a_day() -> None:
    assert not calendar().is_workday(date(2026, 10, 7))
    mended = calendar().with_own({date(2026, 10, 7): "work", date(2026, 10, 10): "off"})
    assert mended.is_workday(date(2026, 10, 7))
    assert not mended.is_workday(date(2026, 10, 10))
    assert calendar().with_own({}) is calendar()
