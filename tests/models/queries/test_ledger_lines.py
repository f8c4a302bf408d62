from __future__ import annotations

from models.ledger.ledger_rows import LedgerRows
from models.ledger.proposal import LedgerRow
from models.queries.ledger_lines import Line, Lines

ROWS = LedgerRows.of([
    LedgerRow(2, "甲公司", amount_fen=1000, paid_fen=400, balance_fen=600),
    LedgerRow(3, "乙公司", amount_fen=700, balance_fen=700, currency="USD"),
])  # fmt: skip
CREDIT = LedgerRow(4, "丙公司", amount_fen=-500, paid_fen=-200, balance_fen=-300)


def test_what_a_row_new_to_the_books_says_was_paid_is_all_new() -> None:
    assert list(Lines.all_new(ROWS)) == [
        Line(ROWS[0], "new", None, 1000, 400, 400, ()),
        Line(ROWS[1], "new", None, 700, 0, 0, ()),
    ]


def test_a_credit_is_booked_with_what_is_left_of_it_and_its_neighbours_with_their_own_sums() -> None:
    lines = Lines.all_new(LedgerRows.of([*ROWS, CREDIT]))
    assert [(line.amount_fen, line.paid_fen, line.more_paid_fen) for line in lines] == [
        (1000, 400, 400),
        (700, 0, 0),
        (-300, 0, 0),
    ]


def test_no_rows_are_no_lines() -> None:
    assert list(Lines.all_new(LedgerRows.of([]))) == []


def test_a_doubt_more_stands_beside_the_row_it_is_of() -> None:
    once = Lines.all_new(ROWS).with_doubts({3: "similar_name"})
    twice = once.with_doubts({3: "same_number"})
    assert [line.doubts for line in twice] == [(), ("similar_name", "same_number")]


def test_balances_are_added_up_in_one_currency() -> None:
    lines = Lines.all_new(ROWS)
    assert (lines.balance_fen("CNY"), lines.balance_fen("USD"), lines.balance_fen("EUR")) == (600, 700, 0)
