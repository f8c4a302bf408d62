"""The account of a debtor ties to the claims table, whatever happened."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from models.actions.charges import ChargeDraft, book_charge, void_charge
from models.actions.claims import ClaimDraft, register
from models.actions.desk import Desk
from models.actions.exports import export_statement
from models.actions.receipts import book_for_claim, book_for_debtor, reverse
from models.actions.settling import accept_replay, set_off
from models.clock import Clock
from models.queries.charges import charge_rows
from models.queries.claims import aging, claim_rows
from models.queries.receipts import advances_of, receipts_of
from models.queries.statement import statement_of
from models.rules.problems import Refused
from models.store import open_store

TODAY = date(2026, 11, 20)
FIRM = "苏州恒锐精密制造有限公司"
DAYS = st.integers(0, 60).map(lambda back: TODAY - timedelta(days=back))
ACTS = st.one_of(
    st.tuples(st.just("claim"), st.integers(1, 900), st.none() | DAYS),
    st.tuples(st.just("credit"), st.integers(1, 300), st.none() | DAYS),
    st.tuples(st.just("pay"), st.integers(1, 900), DAYS),
    st.tuples(st.just("pay_one"), st.integers(1, 900), DAYS),
    st.tuples(st.just("give_up"), st.integers(1, 200), DAYS),
    st.tuples(st.just("reverse"), st.integers(0, 8), DAYS),
    st.tuples(st.just("set_off"), st.integers(1, 400), DAYS),
    st.tuples(st.just("share_anew"), st.just(0), DAYS),
    st.tuples(st.just("costs"), st.integers(1, 300), DAYS),
    st.tuples(st.just("interest"), st.integers(1, 300), DAYS),
    st.tuples(st.just("void"), st.integers(1, 4), DAYS),
)


def do(desk: Desk, what: str, number: int, on: date | None) -> None:
    """One act of a random history; what is refused leaves everything as it was."""
    day = on or TODAY
    acts = {
        "claim": lambda: register(desk, ClaimDraft(FIRM, number, issued_on=on, due_on=TODAY)),
        "credit": lambda: register(desk, ClaimDraft(FIRM, -number, issued_on=on)),
        "pay": lambda: book_for_debtor(desk, FIRM, number, day),
        "pay_one": lambda: book_for_claim(desk, 1 + number % 3, number, day),
        "give_up": lambda: book_for_debtor(desk, FIRM, number, day, kind="credit_note"),
        "reverse": lambda: reverse(desk, number, "x"),
        "set_off": lambda: set_off(desk, FIRM, number),
        "share_anew": lambda: accept_replay(desk, FIRM, "CNY", "x"),
        "costs": lambda: book_charge(desk, 1 + number % 3, ChargeDraft("costs", number, "x", day)),
        "interest": lambda: book_charge(desk, 1 + number % 3, ChargeDraft("interest", number, "x", day)),
        "void": lambda: void_charge(desk, number, "x"),
    }
    with contextlib.suppress(Refused):
        acts[what]()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, max_size=14), cut=DAYS, last=DAYS)
def test_the_account_ties_to_the_claims_and_to_the_aging_on_every_day(
    tmp_path_factory, acts: list, cut: date, last: date
) -> None:
    store = open_store(tmp_path_factory.mktemp("books"))
    desk = Desk(store, Clock(TODAY), "林晓")
    register(desk, ClaimDraft(FIRM, 500, due_on=TODAY))
    for act in acts:
        do(desk, *act)
    try:
        for day in (last, TODAY):
            found = statement_of(store, 1, None, day, TODAY)
            rows = claim_rows(store, day, TODAY)
            assert found.claims_fen == sum(row.balance_fen for row in rows)
            assert found.claims_fen == aging(rows, day).total.total_fen
            assert found.closing_fen == found.claims_fen + found.charges_fen - found.advance_fen
            assert found.advance_fen >= 0 or day < TODAY
        assert advances_of(store, 1).get("CNY", 0) == statement_of(store, 1, None, TODAY, TODAY).advance_fen
        open_now = sum(each.open_fen for each in charge_rows(store))
        assert statement_of(store, 1, None, TODAY, TODAY).charges_fen == open_now >= 0
        before = statement_of(store, 1, None, cut - timedelta(days=1), TODAY)
        after = statement_of(store, 1, cut, TODAY, TODAY)
        assert after.opening_fen == before.closing_fen
        assert all(row.left_fen >= 0 or row.is_set_off or row.reverses for row in receipts_of(store, 1))
    finally:
        store.close()


def test_each_entry_stands_on_its_day_with_what_was_owed_after_it(desk: Desk) -> None:
    register(desk, ClaimDraft(FIRM, 100_000, "A-1", issued_on=date(2026, 9, 1), due_on=date(2026, 10, 1)))
    register(desk, ClaimDraft(FIRM, 50_000, "A-2", issued_on=date(2026, 10, 5), due_on=date(2026, 11, 5)))
    paid = book_for_debtor(desk, FIRM, 120_000, date(2026, 10, 9))
    book_for_debtor(desk, FIRM, 10_000, date(2026, 11, 2), kind="credit_note")
    reverse(desk, paid.receipt, "退票")
    found = statement_of(desk.store, 1, date(2026, 10, 1), TODAY, TODAY)
    assert found.opening_fen == 100_000
    assert [(line.what, line.debit_fen, line.credit_fen, line.balance_fen) for line in found.lines] == [
        ("claim", 50_000, 0, 150_000),
        ("payment", 0, 120_000, 30_000),
        ("reversal", 120_000, 0, 150_000),
        ("credit_note", 0, 10_000, 140_000),
    ]
    assert found.lines[1].shares == (("A-1", 100_000), ("A-2", 20_000))


def test_the_workbook_states_opening_entries_and_closing(desk: Desk, tmp_path: Path) -> None:
    register(desk, ClaimDraft(FIRM, 100_000, "A-1", issued_on=date(2026, 9, 1), due_on=date(2026, 10, 1)))
    book_for_debtor(desk, FIRM, 120_000, date(2026, 10, 9), "货款")
    file = tmp_path / "对账.xlsx"
    export_statement(desk, file, statement_of(desk.store, 1, None, TODAY, TODAY), "zh_CN")
    cells = [
        [cell for cell in row if cell is not None]
        for row in load_workbook(file).active.iter_rows(values_only=True)
    ]
    told = {row[-1] if isinstance(row[-1], str) else row[0]: row for row in cells if row}
    assert any("货款" in row for row in cells)
    assert any(row[:1] == ["未收债权合计"] and row[-1] == 0 for row in cells), told
    assert any(row[:1] == ["减：预收款"] and row[-1] == -200 for row in cells), told


def test_the_workbook_states_what_is_owed_beside_the_claims(desk: Desk, tmp_path: Path) -> None:
    key, _ = register(desk, ClaimDraft(FIRM, 100_000, "A-1", due_on=date(2026, 10, 1)))
    book_charge(desk, key, ChargeDraft("penalty", 5_000, "和解协议第 3 条", date(2026, 11, 1)))
    file = tmp_path / "对账.xlsx"
    export_statement(desk, file, statement_of(desk.store, 1, None, TODAY, TODAY), "zh_CN")
    rows = [
        [cell for cell in row if cell is not None]
        for row in load_workbook(file).active.iter_rows(values_only=True)
    ]
    assert any("违约金" in row and "和解协议第 3 条" in row for row in rows)
    assert any(row[:1] == ["加：费用、利息和违约金"] and row[-1] == 50 for row in rows)


def test_costs_older_than_their_claim_stand_on_its_day(desk: Desk) -> None:
    key, _ = register(desk, ClaimDraft(FIRM, 100_000, issued_on=date(2026, 11, 5)))
    book_charge(desk, key, ChargeDraft("costs", 5_000, "保全费票据", date(2026, 10, 1)))
    before = statement_of(desk.store, 1, None, date(2026, 11, 1), TODAY)
    after = statement_of(desk.store, 1, date(2026, 11, 2), TODAY, TODAY)
    assert before.closing_fen == after.opening_fen == 0
