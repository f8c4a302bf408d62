"""Claims a ledger no longer names: nothing closes them but the clerk's word."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from models.actions.claims import ClaimDraft, register
from models.actions.desk import Desk
from models.actions.imports import undo
from models.actions.missing import answer_missing
from models.actions.receipts import book_for_claim, reverse
from models.actions.undoing import undo as take_back
from models.queries.claims import claim_rows
from models.queries.events import claim_events
from models.queries.missing import CREDITED, OPEN, PAID, USED, MissingAnswer, missing_of
from models.rules.problems import Refused
from models.store.verify import verify
from tests.models.made import compared, imported, row, table

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
DAY = date(2026, 11, 2)


def balances(desk: Desk) -> list[int]:
    return [each.balance_fen for each in claim_rows(desk.store, desk.today, desk.today, settled=True)]


def second_month(desk: Desk, **more: object) -> int:
    """Of claims 1 and 2 the next ledger names only the second; returns its batch."""
    imported(desk, row("甲", "1", 100_00, paid=30_00), row("甲", "2", 50_00))
    return imported(desk, row("甲", "2", 50_00), **more).batch  # type: ignore[arg-type]


def test_without_an_answer_a_missing_claim_stays(desk: Desk) -> None:
    batch = second_month(desk)
    assert balances(desk) == [70_00, 50_00]
    (missing,) = missing_of(desk.store, batch)
    assert (missing.id, missing.number, missing.balance_fen, missing.answer) == (1, "1", 70_00, None)


def test_paid_is_a_receipt_by_ledger_of_all_that_is_open(desk: Desk) -> None:
    second_month(desk, answers={1: MissingAnswer(PAID, DAY)})
    assert balances(desk) == [0, 50_00]
    receipt = desk.store.database.execute_sql(
        "SELECT received_on, amount_fen, source, kind, day_known FROM receipt ORDER BY id DESC LIMIT 1"
    ).fetchone()
    assert receipt == ("2026-11-02", 70_00, "ledger", "payment", 1)


def test_paid_on_a_day_unknown_counts_from_the_ledgers_day_and_interrupts_nothing(desk: Desk) -> None:
    second_month(desk, answers={1: MissingAnswer(PAID)})
    assert balances(desk) == [0, 50_00]
    assert claim_events(desk.store).get(1, []) == []


def test_a_payment_on_a_day_known_interrupts_and_a_credit_note_does_not(desk: Desk) -> None:
    second_month(desk, answers={1: MissingAnswer(PAID, DAY)})
    assert [event.on for event in claim_events(desk.store)[1]] == [DAY]
    batch = imported(desk, row("甲", "9", 1_00)).batch
    answer_missing(desk, batch, {2: MissingAnswer(CREDITED, DAY, "退货")})
    assert balances(desk)[:2] == [0, 0]
    assert claim_events(desk.store).get(2, []) == []


def test_still_open_changes_nothing_and_is_remembered_for_the_next_ledger(desk: Desk) -> None:
    second_month(desk, answers={1: MissingAnswer(OPEN, why="客户说十二月付")})
    assert balances(desk) == [70_00, 50_00]
    again = compared(desk, row("甲", "2", 50_00))
    assert again.left_open == {1: MissingAnswer(OPEN, None, "客户说十二月付")}


def test_a_claim_is_answered_after_the_import_too(desk: Desk) -> None:
    batch = second_month(desk)
    receipts = answer_missing(desk, batch, {1: MissingAnswer(PAID, DAY)}).receipts
    assert list(receipts) == [1]
    assert [each.answer for each in missing_of(desk.store, batch)] == [MissingAnswer(PAID, DAY)]
    assert balances(desk) == [0, 50_00]


@pytest.mark.parametrize("kind", [PAID, CREDITED])
def test_its_receipt_is_reversed_like_any_other(desk: Desk, kind: str) -> None:
    batch = second_month(desk)
    receipts = answer_missing(desk, batch, {1: MissingAnswer(kind, DAY)}).receipts
    reverse(desk, receipts[1], "看错了")
    assert balances(desk) == [70_00, 50_00]
    assert {each[-1] for each in table(desk, "receipt")[-2:]} == {
        {"paid": "payment"}.get(kind, "credit_note")
    }


@pytest.mark.parametrize("at_once", [True, False])
def test_undoing_the_import_takes_its_answers_back(desk: Desk, at_once: bool) -> None:
    answers = {1: MissingAnswer(PAID, DAY)}
    batch = second_month(desk, answers=answers if at_once else {})
    if not at_once:
        answer_missing(desk, batch, answers)
    undo(desk, batch)
    assert balances(desk) == [70_00, 50_00]
    assert compared(desk, row("甲", "2", 50_00)).left_open == {}
    assert verify(desk.store, NOW).ok


def test_undoing_after_an_answer_was_reversed_leaves_both_in_the_books(desk: Desk) -> None:
    batch = second_month(desk)
    receipts = answer_missing(desk, batch, {1: MissingAnswer(PAID, DAY)}).receipts
    reverse(desk, receipts[1], "看错了")
    undo(desk, batch)
    assert balances(desk) == [70_00, 50_00]
    assert verify(desk.store, NOW).ok


def test_answers_are_undone_by_their_own_entry(desk: Desk) -> None:
    batch = second_month(desk)
    answer_missing(desk, batch, {1: MissingAnswer(PAID, DAY)})
    take_back(desk, desk.store.journal_head()[0])
    assert balances(desk) == [70_00, 50_00]
    assert [each.answer for each in missing_of(desk.store, batch)] == [None]


@pytest.mark.parametrize(
    ("claim", "answer", "code"),
    [
        (1, MissingAnswer("lost"), "unknown_missing_answer"),
        (2, MissingAnswer(PAID), "not_missing"),
        (99, MissingAnswer(PAID), "not_missing"),
        (1, MissingAnswer(PAID, date(2026, 11, 21)), "after_today"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(
    desk: Desk, claim: int, answer: MissingAnswer, code: str
) -> None:
    batch = second_month(desk)
    before = desk.store.journal_head()
    with pytest.raises(Refused, match=code):
        answer_missing(desk, batch, {claim: answer})
    assert desk.store.journal_head() == before


def test_a_claim_settled_meanwhile_needs_no_answer(desk: Desk) -> None:
    batch = second_month(desk)
    book_for_claim(desk, 1, 70_00)
    with pytest.raises(Refused, match="missing_settled"):
        answer_missing(desk, batch, {1: MissingAnswer(PAID)})
    answer_missing(desk, batch, {1: MissingAnswer(OPEN)})


def test_an_open_credit_is_not_paid(desk: Desk) -> None:
    imported(desk, row("甲", "1", -20_00), row("甲", "2", 50_00))
    batch = imported(desk, row("甲", "2", 50_00)).batch
    with pytest.raises(Refused, match="missing_is_credit"):
        answer_missing(desk, batch, {1: MissingAnswer(PAID)})


def test_an_import_that_is_not_there_or_was_undone_has_no_answers(desk: Desk) -> None:
    batch = second_month(desk)
    with pytest.raises(Refused, match="unknown_id"):
        answer_missing(desk, 99, {1: MissingAnswer(PAID)})
    undo(desk, batch)
    with pytest.raises(Refused, match="already_undone"):
        answer_missing(desk, batch, {1: MissingAnswer(PAID)})


def test_of_a_currency_it_does_not_use_a_ledger_says_nothing(desk: Desk) -> None:
    imported(desk, row("甲", "1"), row("甲", "2", currency="USD"))
    assert [held.id for held in compared(desk, row("乙", "3")).missing] == [1]
    assert [held.id for held in compared(desk, row("乙", "3", currency="USD")).missing] == [2]


def test_claims_of_another_ledgers_debtors_are_missing_but_marked(desk: Desk) -> None:
    imported(desk, row("甲", "1"), row("乙", "2"), shape="苏州")
    by_hand, _ = register(desk, ClaimDraft(debtor="丙", amount_fen=5_00, due_on=None))
    found = compared(desk, row("甲", "9"), shape="无锡")
    assert [held.id for held in found.missing] == [1, 2, by_hand]
    assert found.elsewhere == {2, by_hand}
    assert compared(desk, row("甲", "9"), shape="苏州").elsewhere == {by_hand}


def test_a_row_of_another_currency_is_another_claim(desk: Desk) -> None:
    imported(desk, row("甲", "1"))
    (line,) = compared(desk, row("甲", "1", currency="USD")).lines
    assert (line.outcome, line.doubts) == ("new", ("other_currency",))


def test_a_credit_that_the_ledger_has_used_up_is_proposed_as_such_and_taken_out(desk: Desk) -> None:
    imported(desk, row("甲", None, -100_00), row("甲", "2", 250_00), row("乙", None, -9_00))
    comparison = compared(desk, row("甲", "2", 250_00, paid=100_00))
    assert (len(comparison.missing), comparison.used_up) == (2, {1})
    imported(desk, row("甲", "2", 250_00, paid=100_00), answers={1: MissingAnswer(USED)})
    assert balances(desk) == [0, 150_00, -9_00]
    advances = "SELECT sum(amount_fen) - (SELECT sum(fen) FROM share) FROM receipt"
    assert desk.store.database.execute_sql(advances).fetchone() == (0,)
    assert claim_events(desk.store, [1]).get(1, []) == []
    assert verify(desk.store, now=NOW).damage == ()


@pytest.mark.parametrize(("kind", "claim", "code"), [
    (USED, 2, "missing_no_credit"), (PAID, 1, "missing_is_credit"), (CREDITED, 1, "missing_is_credit"),
])  # fmt: skip
def test_only_a_credit_is_used_up_and_only_a_debt_paid(desk: Desk, kind: str, claim: int, code: str) -> None:
    imported(desk, row("甲", None, -100_00), row("甲", "2", 50_00))
    batch = imported(desk, row("甲", "3", 50_00)).batch
    with pytest.raises(Refused, match=code):
        answer_missing(desk, batch, {claim: MissingAnswer(kind)})
