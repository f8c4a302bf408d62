"""Cells are taken by column as they stand in their rows."""

from __future__ import annotations

import pytest

from models.ledger.grid import Grid, Value, blanks, columns_of, distinct_of
from models.ledger.proposal import Part


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


@pytest.mark.parametrize(
    ("cell", "is_there"),
    [("A1", True), ("B4", True), ("三月!B2", True), ("四月!A1", True), ("C1", False), ("A5", False), ("五月!A1", False),
     ("四月!B3", False)],
)  # fmt: skip
def test_a_cell_is_there_or_not(cell: str, is_there: bool) -> None:
    parts = (Part("三月", 0, 1), Part("四月", 2, 1))
    grid = Grid([["甲", "乙"]] * 4, "三月、四月", parts=parts)
    assert grid.has(cell) is is_there
    assert (grid.corrected({cell: "丙"}).rows != grid.rows) is is_there
