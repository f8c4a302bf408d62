from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.store.rows import Plain, canonical, in_json, insert, woven

_WORDS = ("", "'", "it's", "二\n行", "100%", "?", "\0", "a\0b", "x" * 201, '"q"\\')
_CELLS = st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.sampled_from(_WORDS))
_COLUMNS = st.integers(1, 90).flatmap(
    lambda count: st.lists(
        st.one_of(_CELLS.map(lambda one: [one] * count), st.lists(_CELLS, min_size=count, max_size=count)),
        min_size=1,
        max_size=12,
    )
)


@given(_COLUMNS)
def test_rows_stand_in_the_table_and_in_the_journal_as_they_were_told(told: list[list[Plain]]) -> None:
    columns = {"id": range(1, len(told[0]) + 1), **{f"c{at}": values for at, values in enumerate(told)}}
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"CREATE TABLE t ({','.join(columns)})")
    insert(connection, "t", columns)
    rows = [list(row) for row in zip(*columns.values(), strict=True)]
    assert [list(row) for row in connection.execute("SELECT * FROM t ORDER BY id")] == rows
    connection.close()
    assert f"[{in_json(columns)}]" == canonical(rows)


def test_a_long_word_that_repeats_does_not_outgrow_a_statement() -> None:
    count = 50
    columns: dict[str, list[Plain]] = {"id": list(range(count))}
    columns |= {f"c{at}": ["🀄" * 200] * count for at in range(20)} | {"memo": ["注" * 100_000] * count}
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"CREATE TABLE t ({','.join(columns)})")
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1_000_000)
    insert(connection, "t", columns)
    assert connection.execute("SELECT count(*), length(min(memo)) FROM t").fetchone() == (count, 100_000)
    connection.close()


def test_columns_of_other_lengths_are_not_woven() -> None:
    assert woven([[1, 2], ["a", "b"]]) == [1, "a", 2, "b"]
    with pytest.raises(ValueError, match="size"):
        woven([[1, 2], [3]])
