"""Cells are taken by column as they stand in their rows."""

from __future__ import annotations

import pytest

from models.ledger.grid import Value, blanks, columns_of, distinct_of


@pytest.mark.parametrize("count", [0, 1, 499, 500, 501, 1_234])
def test_columns_hold_what_the_rows_hold(count: int) -> None:
    rows: list[list[Value]] = [[n, f"第{n}行", None] for n in range(count)]
    assert columns_of(rows) == ([list(column) for column in zip(*rows, strict=True)])


@pytest.mark.parametrize("where", [1, 499, 500, 700])
def test_rows_of_another_width_are_no_columns(where: int) -> None:
    wide: list[Value] = ["甲", 1]
    rows: list[list[Value]] = [*[wide] * where, ["乙"], wide, wide]
    with pytest.raises(ValueError, match="zip"):
        columns_of(rows)


def test_a_column_is_blank_where_nothing_but_spaces_stands() -> None:
    assert blanks(["甲", "", None, 0, " \u3000", False]) == [1, 2, 4]
    assert blanks([1.5, 0, True]) == []


def test_distinct_values_keep_their_order() -> None:
    assert list(distinct_of(["乙", "甲", "乙", None, "甲"])) == ["乙", "甲", None]
