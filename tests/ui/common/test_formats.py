from datetime import UTC, date, datetime

import pytest

from ui.common.formats import Formats

ZH, EN = Formats("zh_CN"), Formats("en")


@pytest.mark.parametrize(
    ("fen", "chinese", "english"),
    [
        (0, "0", "¥0"),
        (93_50, "94", "¥94"),
        (9_999_00, "9,999", "¥9,999"),
        (123_000_00, "12.3 万", "¥123.0k"),
        (38_600_000_00, "3,860 万", "¥38.60M"),
        (1_234_567_890_10, "12.35 亿", "¥1.23B"),
        (-38_600_000_00, "-3,860 万", "-¥38.60M"),
    ],
)
def test_a_sum_at_a_glance(fen, chinese, english):
    assert (ZH.short(fen), EN.short(fen)) == (chinese, english)


@pytest.mark.parametrize(
    ("days", "chinese", "english"),
    [
        (None, "无到期日", "no due date"),
        (-3, "3 天后到期", "due in 3 d"),
        (0, "今天到期", "due today"),
        (47, "逾期 47 天", "47 d overdue"),
        (999, "逾期 999 天", "999 d overdue"),
        (1000, "逾期 2.7 年", "2.7 y overdue"),
        (1041, "逾期 2.9 年", "2.9 y overdue"),
    ],
)
def test_a_delay_in_words(days, chinese, english):
    assert (ZH.overdue(days), EN.overdue(days)) == (chinese, english)


def test_another_currency_keeps_its_sign_or_code():
    assert ZH.money(-12_345_67, "USD") == "-$12,345.67"
    assert EN.money(100, "SGD") == "SGD 1.00"
    assert ZH.short(38_600_000_00, "SGD") == "SGD 3,860 万"


def test_bands_are_named_by_their_days():
    assert [ZH.band(*ends) for ends in ((-1, 0), (1, 14), (180, None))] == ["未到期", "1–14 天", "180 天以上"]
    assert EN.band(180, None) == "180+ days"


def test_moments_are_told_in_chinas_time():
    late = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)
    assert ZH.moment(late) == "11-21 00:30"
    assert ZH.moment(late, date(2027, 1, 1)) == "2026-11-21 00:30"


def test_days_are_written_and_read_aloud():
    day = date(2026, 11, 20)
    assert (ZH.day_and_weekday(day), ZH.long_day(day)) == ("2026-11-20 周五", "2026 年 11 月 20 日")
    assert (EN.day_and_weekday(day), EN.long_day(day)) == ("2026-11-20 Fri", "20 November 2026")


def test_facts_are_joined_without_holes():
    assert ZH.joined(["机械制造", "", "3 笔"]) == "机械制造·3 笔"
    assert EN.joined(["Machinery", "3 claims"]) == "Machinery, 3 claims"


def test_file_sizes():
    assert [ZH.size(size) for size in (12, 2_100, 2_130_000, 3 * 10**9)] == [
        "12 B",
        "2.1 kB",
        "2.1 MB",
        "3.0 GB",
    ]
