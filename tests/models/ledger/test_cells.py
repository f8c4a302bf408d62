"""Every way a sum, a day, a number is written in ledgers, and what it is."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ledger.cells import Unreadable, has_lost_digits, is_yes, read_column, text
from models.ledger.days import as_of, day_reader, is_order_certain, order_of
from models.ledger.grid import Value, address, position
from models.rules.money import grouped, yuan


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        (48877.64, 4887764),
        (1.005, 101),
        (0.1 + 0.2, 30),
        (-3200, -320000),
        (14846, 1484600),
        ("12,500.00", 1250000),
        ("￥12,500.00", 1250000),
        ("¥ 12,500", 1250000),
        ("１８，６００", 1860000),
        ("36,480元", 3648000),
        ("人民币36480元整", 3648000),
        (" 23\xa0450.00 ", 2345000),
        ("（3,200.00）", -320000),
        ("(3,200.00)", -320000),
        ("1,846.50-", -184650),
        ("1,234.56-", -123456),  # domain handbook §9.3, §9.4
        ("(1,000.00)", -100000),
        ("４０００", 400000),
        ("-1,846.50", -184650),
        ("−5", -500),
        ("1.5万", 1500000),
        ("1.5万元", 1500000),
        ("0.02亿", 200000000),
        ('="00123.40"', 12340),
        ("\t77.10", 7710),
        (".5", 50),
        ("5.", 500),
        ("12,3456.78", 12345678),
        (None, None),
        ("", None),
        ("-", None),
        ("--", None),
        ("—", None),
        ("/", None),
    ],
)
def test_a_sum_is_read_to_the_fen(written: Value, fen: int | None) -> None:
    assert read_column([written], 1) == [fen]


@pytest.mark.parametrize(
    "written",
    [
        "待确认",
        "肆拾叁万捌仟",
        "约1.5万",
        "1.2.3",
        "12,34,5",
        "15%",
        "1-2",
        "(5",
        "#N/A",
        True,
        float("inf"),
        1e20,
        "1e5",
    ],
)
def test_what_is_no_sum_is_never_nought(written: Value) -> None:
    assert isinstance(read_column([written], 1)[0], Unreadable)


def test_a_unit_scales_all_but_what_names_its_own() -> None:
    assert read_column([1.5, "2", "3元", "1亿", None], 10_000) == [1500000, 2000000, 300, 10000000000, None]


def test_a_column_with_decimal_commas_is_read_so() -> None:
    assert read_column(["1.234,56-", "1.234", "7,5", "1.000.000,00"], 1) == [-123456, 123400, 750, 100000000]
    assert read_column(["1,234.56", "1,234", "7.5"], 1) == [123456, 123400, 750]


@given(st.integers(-(10**13), 10**13))
def test_what_the_program_writes_it_reads(fen: int) -> None:
    assert read_column([yuan(fen), grouped(fen), fen / 100], 1) == [fen, fen, fen]


@given(st.text())
def test_any_text_is_a_sum_blank_or_unreadable(written: str) -> None:
    (read,) = read_column([written], 1)
    assert read is None or isinstance(read, int | Unreadable)


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("00000496", "00000496"),
        ("\t26332000000012344367", "26332000000012344367"),
        ("'00012", "00012"),
        ('="000019"', "000019"),
        (' ="a""b" ', 'a"b'),
        ("　甲公司　", "甲公司"),
        ("\ufeff甲", "甲"),
        (13800138000.0, "13800138000"),
        (12.5, "12.5"),
        (1001, "1001"),
        ("", None),
        ("  ", None),
        (None, None),
        (date(2026, 1, 2), "2026-01-02"),
        ("<ACME> GmbH", "<ACME> GmbH"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_text_keeps_every_sign_that_is_its_own(written: Value, clean: str | None) -> None:
    assert text(written) == clean


@pytest.mark.parametrize("written", ["2.6332E+19", "2.6332e+19", "1E+17", 2.6332e19, 1234567890123456789.0])
def test_a_number_that_lost_digits_is_known(written: Value) -> None:
    assert has_lost_digits(written)


@pytest.mark.parametrize("written", ["26332000000012344367", "E12", "3E5X", 13800138000.0, "", None, "1E5"])
def test_a_whole_number_is_not_taken_for_a_lost_one(written: Value) -> None:
    assert not has_lost_digits(written)


@pytest.mark.parametrize(
    ("written", "yes"),
    [
        ("是", True),
        ("Yes", True),
        ("ＹＥＳ", True),
        (1, True),
        ("√", True),
        ("否", False),
        ("No", False),
        ("", False),
        (0.0, False),
        (None, False),
    ],
)
def test_a_dispute_is_marked_by_yes(written: Value, yes: bool) -> None:
    assert is_yes(written) is yes


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-06-03", "2026-06-03"),
        ("2026/7/3", "2026-07-03"),
        ("2026年7月14日", "2026-07-14"),
        ("2026 年 7 月 14 日", "2026-07-14"),
        ("20260831", "2026-08-31"),
        (20260831, "2026-08-31"),
        ("2026.5.18", "2026-05-18"),
        ("26.8.31", "2026-08-31"),
        ("26/9/30", "2026-09-30"),
        ("２０２６－０８－３１", "2026-08-31"),
        ("46239", "2026-08-05"),
        (46239.0, "2026-08-05"),
        (45900, "2025-08-31"),
        ("2026-08-31 00:00:00", "2026-08-31"),
        ("2026-08-31T10:20:30Z", "2026-08-31"),
        ("31.08.2026", "2026-08-31"),
        ("31-Aug-2026", "2026-08-31"),
        ("Aug 31, 2026", "2026-08-31"),
        (datetime.fromisoformat("2026-08-31 12:00"), "2026-08-31"),
        (date(2026, 8, 31), "2026-08-31"),
    ],
)
def test_a_day_is_read_however_it_is_written(written: Value, day: str) -> None:
    order = order_of([written], chinese=not (isinstance(written, str) and written.startswith("31.")))
    assert day_reader(order, False)(written) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("待定", "not_a_day"),
        ("8月底", "not_a_day"),
        ("2026-08", "month_only"),
        ("2026年8月", "month_only"),
        ("2026-13-02", "no_such_day"),
        ("2026-02-30", "no_such_day"),
        ("月结30天", "not_a_day"),
        (12, "not_a_day"),
        (True, "not_a_day"),
    ],
)
def test_what_is_no_day_is_not_guessed(written: Value, code: str) -> None:
    assert day_reader("ymd", False)(written) == code


@pytest.mark.parametrize("written", ["", "-", "/", None, 0, "0000-00-00", "00.00.0000"])
def test_a_blank_day_is_no_trouble(written: Value) -> None:
    assert day_reader("ymd", False)(written) is None


def test_days_from_1904_are_four_years_later() -> None:
    assert day_reader("ymd", True)(44777.0) == date(2026, 8, 5)


@pytest.mark.parametrize(
    ("column", "chinese", "order"),
    [
        (["1/2/2013", "1/26/2013"], False, "mdy"),
        (["1/2/2013", "26/1/2013"], False, "dmy"),
        (["1.2.2013", "2.3.2013"], False, "dmy"),
        (["1/2/2013", "2/3/2013"], False, "mdy"),
        (["26/1/2", "26/10/11"], True, "ymd"),
        (["1/26/13", "2/28/13"], False, "mdy"),
        (["31.10.2026", "01.02.2026"], True, "dmy"),
    ],
)
def test_the_order_is_that_in_which_most_are_days(column: list[Value], chinese: bool, order: str) -> None:
    assert order_of(column, chinese) == order


def test_an_order_that_the_column_does_not_show_is_not_certain() -> None:
    assert not is_order_certain(["1/2/2013", "2/3/2013"], "mdy")
    assert is_order_certain(["1/26/2013", "2/3/2013"], "mdy")
    assert is_order_certain(["2/2/2013"], "mdy")
    assert is_order_certain(["2026-01-02"], "ymd")


@pytest.mark.parametrize(
    ("titles", "day"),
    [
        (["应收账款明细表（2026年10月）", "截止日期：2026年10月31日"], "2026-10-31"),
        (["计算日期：2026-10-31", "币别：人民币"], "2026-10-31"),
        (["更新日期：2026/10/31"], "2026-10-31"),
        (["期间：2026.01—2026.10"], "2026-10-31"),
        (["期间：2026-01-01至2026-09-30"], "2026-09-30"),
        (["期间：2026年1-10月"], "2026-10-31"),
        (["2026年1月—9月应收账款"], "2026-09-30"),
        (["31.10.2026", "Customer Line Item Display"], "2026-10-31"),
        (["As of 2026-10-31"], "2026-10-31"),
        (["应收账款明细表（2026年2月）"], "2026-02-28"),
        (["2026年应收账款台账"], None),
        (["打印时间：2026-11-02 09:14"], None),
        ([], None),
    ],
)
def test_the_day_of_a_ledger_stands_in_its_titles(titles: list[str], day: str | None) -> None:
    assert as_of(titles) == (day and date.fromisoformat(day))


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_an_address_leads_back_to_its_cell(row: int, column: int) -> None:
    assert position(address(row, column)) == (row, column)
