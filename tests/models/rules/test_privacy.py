from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.privacy import PERSONAL, is_personal, masked
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
