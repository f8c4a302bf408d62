from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.money import parse_yuan
from models.rules.uppercase import amount_in_words_en, says, uppercase, uppercase_day

# 正确填写票据和结算凭证的基本规定: its six examples, then worked cases
SUMS = [
    ("1409.50", "壹仟肆佰零玖元伍角"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
    ("107000.53", "壹拾万柒仟元零伍角叁分"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ("325.04", "叁佰贰拾伍元零肆分"),
    ("0", "零元整"),
    ("0.05", "伍分"),
    ("0.50", "伍角"),
    ("0.55", "伍角伍分"),
    ("10", "壹拾元整"),
    ("15", "壹拾伍元整"),
    ("110", "壹佰壹拾元整"),
    ("100.01", "壹佰元零壹分"),
    ("1001", "壹仟零壹元整"),
    ("1010", "壹仟零壹拾元整"),
    ("20000.05", "贰万元零伍分"),
    ("100000", "壹拾万元整"),
    ("10000001", "壹仟万零壹元整"),
    ("100001000", "壹亿零壹仟元整"),
    ("1000000000.01", "壹拾亿元零壹分"),
    ("123456789.12", "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分"),
    ("1000000000000", "壹万亿元整"),
]


@pytest.mark.parametrize(("figure", "text"), SUMS)
def test_a_sum_in_capitals_follows_the_rules_for_bills(figure: str, text: str) -> None:
    assert uppercase(parse_yuan(figure)) == f"人民币{text}"


# bill dates: domain handbook §5.5
@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2026-01-15", "贰零贰陆年零壹月壹拾伍日"),
        ("2026-10-20", "贰零贰陆年零壹拾月零贰拾日"),
        ("2025-02-03", "贰零贰伍年零贰月零叁日"),
        ("2024-12-31", "贰零贰肆年壹拾贰月叁拾壹日"),
        ("2024-03-30", "贰零贰肆年叁月零叁拾日"),
        ("2024-11-10", "贰零贰肆年壹拾壹月零壹拾日"),
        ("2024-09-29", "贰零贰肆年玖月贰拾玖日"),
    ],
)
def test_a_day_in_capitals_leaves_no_room_before_it(day: str, text: str) -> None:
    assert uppercase_day(date.fromisoformat(day)) == text


def test_a_sum_below_zero_has_no_capitals() -> None:
    with pytest.raises(ValueError, match="below zero"):
        uppercase(-1)
    with pytest.raises(ValueError, match="below zero"):
        amount_in_words_en(-1, "CNY")


def _read(text: str) -> int:
    """Fen of a sum in capitals, read the other way round."""
    digits = {char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")}
    units = {"拾": 10, "佰": 100, "仟": 1000}
    total = section = digit = 0
    for char in text.removeprefix("人民币"):
        if char in digits:
            digit = digits[char]
        elif char in units:
            section, digit = section + digit * units[char], 0
        elif char in "万亿元":
            total, section, digit = _closed(total, section + digit, char), 0, 0
        elif char in "角分":
            total, digit = total + digit * (10 if char == "角" else 1), 0
    return total


def _closed(total: int, section: int, unit: str) -> int:
    if unit == "元":
        return (total + section) * 100
    if unit == "万":
        return total + section * 10_000
    return (total + section) * 100_000_000


@given(st.integers(min_value=0, max_value=10**15))
def test_capitals_read_back_to_the_same_sum(fen: int) -> None:
    assert _read(uppercase(fen)) == fen


@given(st.integers(min_value=1, max_value=10**15))
def test_capitals_never_double_a_zero_nor_end_with_one(fen: int) -> None:
    text = uppercase(fen)
    assert "零零" not in text
    assert "零元" not in text
    assert text.endswith("整") == (fen % 100 == 0)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("186400", "Renminbi one hundred and eighty-six thousand four hundred yuan only"),
        (
            "187599.70",
            "Renminbi one hundred and eighty-seven thousand five hundred and ninety-nine yuan "
            "and seventy fen",
        ),
        ("0", "Renminbi zero yuan only"),
        ("0.05", "Renminbi five fen"),
        ("1000001.01", "Renminbi one million and one yuan and one fen"),
        ("20013", "Renminbi twenty thousand and thirteen yuan only"),
        ("1100000000", "Renminbi one billion one hundred million yuan only"),
    ],
)
def test_a_letter_in_english_spells_renminbi_out(figure: str, text: str) -> None:
    assert amount_in_words_en(parse_yuan(figure), "CNY") == text


def test_other_currencies_keep_code_and_figures() -> None:
    assert amount_in_words_en(123456, "USD") == "USD 1,234.56"


# domain handbook §5.5, the column of forms that are accepted beside the one printed
@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("1409.50", "人民币壹仟肆佰零玖元伍角整"),
        ("1680.32", "人民币壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "人民币壹拾万零柒仟元伍角叁分"),
        ("107000.53", "壹拾万柒仟圆伍角叁分"),
        ("0.50", "伍角整"),
        ("186400", "人民币 壹拾捌万陆仟肆佰圆正"),
        ("1000000000.01", "壹拾亿元零壹分"),
    ],
)
def test_other_admitted_forms_of_a_sum_are_read_as_it(figure: str, text: str) -> None:
    assert says(text, parse_yuan(figure))


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("325.04", "叁佰贰拾伍元肆分"),  # the 零 before 分 is mandatory
        ("16409.02", "壹万陆仟肆佰零玖元零贰分整"),  # no 整 after 分
        ("10", "拾元整"),
        ("10", "壹拾元"),  # 整 is mandatory after 元
        ("1001", "壹仟壹元整"),
        ("186400", "壹拾捌万陆仟肆佰元零整"),
        ("200", "两佰元整"),
    ],
)
def test_forms_the_rules_do_not_admit_are_not_read(figure: str, text: str) -> None:
    assert not says(text, parse_yuan(figure))


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_what_is_printed_says_its_own_sum_and_no_other(fen: int, other: int) -> None:
    assert says(uppercase(fen), fen)
    assert says(uppercase(fen), other) == (fen == other)
