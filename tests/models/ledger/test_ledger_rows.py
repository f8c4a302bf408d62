from __future__ import annotations

from models.ledger.ledger_rows import LedgerRows
from models.ledger.proposal import LedgerRow

ROWS = [LedgerRow(at, f"第{at}公司", number=f"XS{at}", amount_fen=at, balance_fen=at) for at in (2, 3, 5)]


def test_rows_told_by_their_columns_are_the_same_rows() -> None:
    rows = LedgerRows.of(ROWS)
    assert list(rows) == ROWS
    assert (len(rows), rows[1], rows[-1], list(rows[1:])) == (3, ROWS[1], ROWS[2], ROWS[1:])
    assert rows.column("balance_fen") == [2, 3, 5]


def test_no_rows_have_every_column() -> None:
    assert list(LedgerRows.of([])) == []
    assert not LedgerRows.of([]).column("number")


def test_rows_are_equal_however_they_are_kept() -> None:
    assert LedgerRows.of(ROWS) == ROWS
    assert LedgerRows.of(ROWS) == LedgerRows.of(tuple(ROWS))
    assert LedgerRows.of(ROWS) != ROWS[:2]
    assert LedgerRows.of(ROWS) != [*ROWS[:2], ROWS[1]]
