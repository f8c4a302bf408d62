"""A ledger of movements imported month by month doubles nothing: the books follow its closing balance."""

from __future__ import annotations

from datetime import date

import pytest

from models.actions.desk import Desk
from models.actions.imports import take_over
from models.queries.claims import claim_rows
from models.queries.comparison import Comparison, compare
from tests.models.ledger.grids import read

HEADINGS = "客户名称|日期|凭证号|摘要|借方|贷方|余额\n"
JANUARY = """甲公司|2026-01-05|记-3|销售|5000||5000
甲公司|2026-01-20|记-9|销售|3000||8000
甲公司|2026-01-25|收-2|收款||1000|7000
乙公司|2026-01-08|收-1|预收货款||2000|-2000
"""
FEBRUARY_A = """甲公司|2026-02-03|收-4|收款||3000|4000
甲公司|2026-02-11|记-2|销售|800||4800
"""
FEBRUARY_B = """乙公司|2026-02-08|记-1|发货|2500||500
"""


def imported(desk: Desk, text: str) -> Comparison:
    comparison = compare(desk.store, read(HEADINGS + text), desk.today)
    take_over(desk, comparison, "明细账.xlsx")
    return comparison


def owed(desk: Desk) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in claim_rows(desk.store, desk.today, desk.today):
        found[row.debtor] = found.get(row.debtor, 0) + row.balance_fen // 100
    return found


def in_february() -> str:
    lines = JANUARY.splitlines(keepends=True)
    return "".join((*lines[:3], FEBRUARY_A, lines[3], FEBRUARY_B))


def test_the_same_ledger_twice_changes_nothing(desk: Desk) -> None:
    imported(desk, JANUARY)
    again = imported(desk, JANUARY)
    assert [line.outcome for line in again.lines] == ["same"] * len(again.lines)
    assert again.missing == ()
    assert owed(desk) == {"甲公司": 7000, "乙公司": -2000}


def test_next_months_ledger_brings_what_is_new_and_pays_what_was_paid(desk: Desk) -> None:
    imported(desk, JANUARY)
    comparison = imported(desk, in_february())
    assert owed(desk) == {"甲公司": 4800, "乙公司": 500}
    assert comparison.missing == ()
    assert comparison.count("new") == 2


def test_an_advance_that_an_invoice_used_up_is_no_credit_any_more(desk: Desk) -> None:
    imported(desk, JANUARY)
    assert [
        row.balance_fen for row in claim_rows(desk.store, desk.today, desk.today) if row.debtor == "乙公司"
    ] == [-200000]
    imported(desk, in_february())
    rows = [row for row in claim_rows(desk.store, desk.today, desk.today) if row.debtor == "乙公司"]
    assert [(row.number, row.balance_fen) for row in rows] == [("记-1", 50000)]


def test_a_receipt_keeps_its_day_where_it_paid_a_claim_whole(desk: Desk) -> None:
    imported(desk, in_february())
    rows = read(HEADINGS + in_february()).rows
    assert {row.number: row.settled_on for row in rows if not row.balance_fen} == {"记-9": date(2026, 2, 3)}


@pytest.mark.parametrize("months", [1, 2, 3])
def test_any_number_of_imports_ends_at_the_files_balance(desk: Desk, months: int) -> None:
    for _ in range(months):
        imported(desk, JANUARY)
    for _ in range(months):
        imported(desk, in_february())
    assert owed(desk) == {"甲公司": 4800, "乙公司": 500}


def test_an_advance_without_a_number_that_was_used_up_is_not_missing(desk: Desk) -> None:
    imported(desk, "乙公司|2026-01-08||预收货款||2000|-2000\n")
    comparison = imported(
        desk, "乙公司|2026-01-08||预收货款||2000|-2000\n乙公司|2026-02-08||发货|2500||500\n"
    )
    assert (comparison.missing, comparison.count("changed")) == ((), 1)
    assert owed(desk) == {"乙公司": 500}


def test_of_two_equal_advances_only_the_one_used_up_goes(desk: Desk) -> None:
    advances = "乙公司|2026-01-08||预收货款||2000|-2000\n乙公司|2026-01-09||预收货款||2000|-4000\n"
    imported(desk, advances)
    comparison = imported(desk, advances + "乙公司|2026-02-08||发货|2000||-2000\n")
    assert comparison.missing == ()
    assert owed(desk) == {"乙公司": -2000}
    again = imported(desk, advances + "乙公司|2026-02-08||发货|2000||-2000\n")
    assert (again.count("new"), again.missing) == (0, ())
    assert owed(desk) == {"乙公司": -2000}
