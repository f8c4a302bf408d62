from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.call_sheet import CallSheetFacts, SheetLine
from models.rules.privacy import PERSONAL, hidden, is_personal, masked, masked_text
from models.tables import ACCOUNTED


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("13812345678", "138****5678"),
        ("王建国", "王**"),
        ("0512-88", "051****8"),
        ("", ""),
        ("a@b.cn", "a*****"),
    ],
)
def test_a_value_keeps_so_much_that_it_is_known_again_by_who_knows_it(value: str, shown: str) -> None:
    assert masked(value) == shown


@given(st.text(min_size=2))
def test_a_mask_never_shows_the_whole(value: str) -> None:
    assert len(value) == value.count("*") or masked(value) != value


def test_every_personal_column_is_one_of_its_table() -> None:
    columns = {table._meta.table_name: set(table._meta.columns) for table in ACCOUNTED}
    assert {name: told - columns[name] for name, told in PERSONAL.items() if told - columns[name]} == {}


def test_a_column_of_another_table_is_not_personal() -> None:
    assert is_personal("contact", "name")
    assert not is_personal("setting", "value")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("王五 13812345678 已付", "王五 138****5678 已付"),
        ("电138 1234 5678、0512-88001234", "电138****5678、051****1234"),
        ("身份证11010519491231002X。", "身份证110****002X。"),
        ("转 6222021234567890123", "转 622****0123"),
        ("请寄 wang.wu@example.com.cn", "请寄 wan****m.cn"),
    ],
)
def test_what_tells_of_a_person_is_masked_within_a_text(text: str, shown: str) -> None:
    assert masked_text(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "PO13812345678",
        "91320594MA1XXXXX12",
        "2026112013812345678",
        "2026-11-20 付 1380.00",
        "110105194913310021 不是日期",
    ],
)
def test_a_number_of_another_kind_stays(text: str) -> None:
    assert masked_text(text) == text


def sheet(why: str, phone: str | None) -> CallSheetFacts:
    line = SheetLine("今天", "王五 13812345678", why, "王五", phone, "CNY", 1, "30 天")
    return CallSheetFacts(date(2026, 11, 20), "林晓", "苏南精工 0512-88001234", (line,))


def test_all_parts_of_what_is_printed_are_hidden() -> None:
    (line,) = hidden(sheet("承诺未付，见 13912345678", "0512-8800 0123")).lines
    assert (line.debtor, line.why, line.phone) == (
        "王五 138****5678",
        "承诺未付，见 139****5678",
        "051****0123",
    )
    assert (line.person, line.late) == ("王五", "30 天")


def test_facts_in_which_nothing_tells_of_a_person_are_not_copied() -> None:
    line = SheetLine("今天", "甲公司", "到期", None, None, "CNY", 1, "30 天")
    facts = CallSheetFacts(date(2026, 11, 20), "林晓", None, (line,))
    assert hidden(facts) is facts
