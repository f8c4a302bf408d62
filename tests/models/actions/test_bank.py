"""Lines of a statement in the books: taken once, booked, set aside, learnt from, and all of it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.actions.bank import (
    Wish,
    assign,
    book_certain,
    book_lines,
    proposals,
    set_aside,
    take_back,
    take_statement,
)
from models.actions.charges import ChargeDraft, book_charge
from models.actions.desk import Desk
from models.actions.receipts import book_for_debtor, reverse
from models.actions.undoing import undo
from models.ledger.grid import Value
from models.ledger.statement import understand_statement
from models.queries.bank import bank_book, waiting_money
from models.queries.claims import claim_rows
from models.queries.parties import debtor_named
from models.queries.receipts import receipts_of
from models.rules.problems import Refused
from models.store.verify import verify
from models.tables import DebtorAccount, OtherName
from tests.models.ledger.statements import FIRM, HEAD, OTHER, TODAY, grid

Claim = Callable[..., int]


def row(
    payer: str, fen: float, memo: str = "", *, day: str = "2026-11-18", account: str = "", ref: str = ""
) -> list[Value]:
    return [day, payer, account, fen, "", "", memo, ref]


def take(desk: Desk, *rows: list[Value]) -> tuple[int, ...]:
    return take_statement(desk, understand_statement(grid(HEAD, *rows), TODAY), "流水.csv").lines


def balances(desk: Desk) -> dict[str | None, int]:
    return {each.number: each.balance_fen for each in claim_rows(desk.store, TODAY, TODAY, settled=True)}


def refused(problem: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [each.code for each in problem.value.problems]


@pytest.fixture
def owing(desk: Desk, claim: Claim) -> Desk:
    """FIRM owes 1,000.00 due first and 3,000.00 due later; OTHER owes 500.00."""
    claim(FIRM, 300_000, date(2026, 10, 20), number="HR-2")
    claim(FIRM, 100_000, date(2026, 10, 1), number="HR-1")
    claim(OTHER, 50_000, date(2026, 9, 1), number="HS-1")
    return desk


# --- taking ----------------------------------------------------------------------------------------------


def test_an_overlapping_statement_brings_nothing_twice(owing: Desk) -> None:
    first = [row(FIRM, 10, ref="a"), row(FIRM, 20, ref="b")]
    assert len(take(owing, *first)) == 2
    taken = take_statement(
        owing,
        understand_statement(grid(HEAD, row(OTHER, 5, day="2026-11-19"), *reversed(first)), TODAY),
        "x.csv",
    )
    assert (len(taken.lines), taken.same) == (1, 2)


def test_equal_lines_of_one_file_are_told_apart(owing: Desk) -> None:
    twice = [row(FIRM, 10), row(FIRM, 10)]
    assert len(take(owing, *twice)) == 2
    assert take(owing, *twice) == ()
    assert len(take(owing, *twice, row(FIRM, 10))) == 1


def test_a_line_that_differs_only_in_its_memo_is_taken_and_said(owing: Desk) -> None:
    take(owing, row(FIRM, 10, "货款"))
    taken = take_statement(owing, understand_statement(grid(HEAD, row(FIRM, 10, "还款")), TODAY), "x.csv")
    assert len(taken.lines) == 1
    assert [each.code for each in taken.doubts] == ["bank_alike"]


def test_taking_a_statement_can_be_undone_until_a_line_was_dealt_with(owing: Desk) -> None:
    lines = take(owing, row(FIRM, 10))
    undo(owing, owing.store.journal_head()[0])
    assert bank_book(owing.store, TODAY, every=True).rows == ()
    lines = take(owing, row(FIRM, 10))
    taking = owing.store.journal_head()[0]
    set_aside(owing, lines, "退款")
    with pytest.raises(Refused) as problem:
        undo(owing, taking)
    assert refused(problem) == ["bank_lines_worked_on"]


# --- booking ---------------------------------------------------------------------------------------------


def test_money_of_a_known_payer_pays_in_the_order_of_the_statute(owing: Desk) -> None:
    (line,) = take(owing, row(FIRM, 1500, "货款", account="1102"))
    booked = book_lines(owing, [line])
    assert balances(owing) == {"HR-1": 0, "HR-2": 250_000, "HS-1": 50_000}
    (receipt,) = receipts_of(owing.store, debtor_named(owing.store, FIRM).id)  # type: ignore[union-attr]
    assert (receipt.source, receipt.memo, receipt.received_on) == ("bank", "货款", date(2026, 11, 18))
    assert (booked.lines[0].receipt, booked.lines[0].linked) == (receipt.id, False)
    assert [each.account for each in DebtorAccount.select()] == ["1102"]


def test_what_a_line_would_pay_beside_the_principal_is_said_apart(owing: Desk) -> None:
    (first,) = [
        each.id for each in claim_rows(owing.store, owing.today, owing.today) if each.number == "HR-1"
    ]
    book_charge(owing, first, ChargeDraft("costs", 200_00, "受理费", date(2026, 11, 1)))
    book_charge(owing, first, ChargeDraft("penalty", 100_00, "判决", date(2026, 11, 1)))
    take(owing, row(FIRM, 1500, "货款"))
    (line,) = proposals(owing)
    assert (line.costs_fen, line.interest_fen) == (200_00, 100_00)
    assert sum(fen for _, fen in line.shares) == 1500_00


def test_what_the_memo_names_is_paid_first(owing: Desk) -> None:
    (line,) = take(owing, row(FIRM, 1500, "付HR-2"))
    book_lines(owing, [line])
    assert balances(owing) == {"HR-1": 100_000, "HR-2": 150_000, "HS-1": 50_000}


def test_an_equal_sum_alone_designates_nothing(owing: Desk) -> None:
    (line,) = take(owing, row(FIRM, 3000, "货款"))
    book_lines(owing, [line])
    assert balances(owing) == {"HR-1": 0, "HR-2": 100_000, "HS-1": 50_000}


def test_lines_of_one_debtor_are_shared_one_after_the_other(owing: Desk) -> None:
    lines = take(owing, row(FIRM, 700, day="2026-11-18"), row(FIRM, 700, day="2026-11-17"))
    assert [[fen for _, fen in each.shares] for each in proposals(owing)] == [[70_000], [30_000, 40_000]]
    book_lines(owing, lines)
    assert balances(owing)["HR-2"] == 260_000


def test_all_that_is_certain_is_booked_in_one_act_and_the_rest_waits(owing: Desk) -> None:
    take(owing, row(FIRM, 100), row("苏州恒锐精密制造（有限公司）", 200), row("路人", 300), row(OTHER, 500))
    before = owing.store.journal_head()[0]
    assert len(book_certain(owing).lines) == 2
    assert owing.store.journal_head()[0] == before + 1
    assert [each.row.amount_fen for each in proposals(owing)] == [20_000, 30_000]
    with pytest.raises(Refused) as problem:
        book_certain(owing)
    assert refused(problem) == ["bank_nothing_certain"]


def test_a_line_of_nobody_is_refused_and_the_others_with_it(owing: Desk) -> None:
    lines = take(owing, row(FIRM, 100), row("路人", 300))
    with pytest.raises(Refused) as problem:
        book_lines(owing, lines)
    assert refused(problem) == ["bank_line_without_debtor"]
    assert balances(owing)["HR-1"] == 100_000


def test_a_line_is_booked_once(owing: Desk) -> None:
    lines = take(owing, row(FIRM, 100))
    book_lines(owing, lines)
    with pytest.raises(Refused) as problem:
        book_lines(owing, lines)
    assert refused(problem) == ["bank_line_settled"]


def test_the_clerk_may_name_one_claim_or_settle_the_shares(owing: Desk) -> None:
    one, two, three = take(owing, row(FIRM, 500), row(FIRM, 600), row(FIRM, 700))
    keys = {each.number: each.id for each in claim_rows(owing.store, TODAY, TODAY)}
    book_lines(owing, [one], Wish(claim=keys["HR-2"]))
    book_lines(owing, [two], Wish(shares={keys["HR-1"]: 10_000}))
    assert balances(owing) == {"HR-1": 90_000, "HR-2": 250_000, "HS-1": 50_000}
    with pytest.raises(Refused) as problem:
        book_lines(owing, [three], Wish(debtor=FIRM, claim=keys["HS-1"]))
    assert refused(problem) == ["bank_debtor_of_claim"]
    with pytest.raises(Refused) as problem:
        book_lines(owing, [three], Wish(shares={keys["HR-1"]: 95_000}))
    assert "share_exceeds_balance" in refused(problem)


# --- what is learnt --------------------------------------------------------------------------------------


def test_a_name_the_clerk_chose_for_is_known_next_time(owing: Desk) -> None:
    (line,) = take(owing, row("锐进精密", 100, account="77"))
    book_lines(owing, [line], Wish(debtor=FIRM))
    take(owing, row("锐进精密", 200), row("赵六", 300, account="77"))
    assert [(each.row.debtor, each.row.match.confidence) for each in proposals(owing)] == [
        (FIRM, "certain")
    ] * 2


def test_a_stranger_who_names_a_claim_teaches_nothing(owing: Desk) -> None:
    (line,) = take(owing, row("赵六", 100, "HS-1货款", account="77"))
    assert proposals(owing)[0].row.match.confidence == "likely"
    book_lines(owing, [line])
    assert not OtherName.select().count()
    assert not DebtorAccount.select().count()


def test_a_name_chosen_for_another_debtor_goes_over_to_it(owing: Desk) -> None:
    first, second = take(owing, row("锐进精密", 100), row("锐进精密", 200))
    book_lines(owing, [first], Wish(debtor=FIRM))
    book_lines(owing, [second], Wish(debtor=OTHER))
    take(owing, row("锐进精密", 300))
    assert proposals(owing)[0].row.debtor == OTHER


# --- money that is in the books already --------------------------------------------------------------------


def test_a_receipt_booked_by_hand_is_linked_and_counts_once(owing: Desk) -> None:
    by_hand = book_for_debtor(owing, FIRM, 70_000, date(2026, 11, 16)).receipt
    (line,) = take(owing, row(FIRM, 700))
    (proposed,) = proposals(owing)
    assert proposed.row.already == (by_hand, date(2026, 11, 16))
    assert proposed.shares == ()
    (settled,) = book_lines(owing, [line]).lines
    assert (settled.receipt, settled.linked, balances(owing)["HR-1"]) == (by_hand, True, 30_000)
    undo(owing, owing.store.journal_head()[0])
    assert proposals(owing)[0].row.already == (by_hand, date(2026, 11, 16))
    assert balances(owing)["HR-1"] == 30_000


@pytest.mark.parametrize(("day", "fen"), [(date(2026, 11, 14), 70_000), (date(2026, 11, 18), 70_001)])
def test_a_receipt_of_another_day_or_sum_is_other_money(owing: Desk, day: date, fen: int) -> None:
    book_for_debtor(owing, FIRM, fen, day)
    take(owing, row(FIRM, 700))
    assert proposals(owing)[0].row.already is None


def test_one_receipt_serves_one_line_and_a_new_one_can_be_wanted(owing: Desk) -> None:
    book_for_debtor(owing, FIRM, 10_000, date(2026, 11, 18))
    first, second = take(owing, row(FIRM, 100, ref="a"), row(FIRM, 100, ref="b"))
    assert [each.row.already is None for each in proposals(owing)] == [False, True]
    assert not book_lines(owing, [first], Wish(new=True)).lines[0].linked
    assert book_lines(owing, [second]).lines[0].linked
    assert balances(owing)["HR-1"] == 80_000


# --- aside, chosen, back -----------------------------------------------------------------------------------


def test_a_line_set_aside_needs_a_reason_and_can_wait_again(owing: Desk) -> None:
    lines = take(owing, row("税务局", 100))
    with pytest.raises(Refused) as problem:
        set_aside(owing, lines, " ")
    assert refused(problem) == ["no_reason"]
    set_aside(owing, lines, "退税")
    assert proposals(owing) == []
    take_back(owing, lines)
    assert [each.row.id for each in proposals(owing)] == list(lines)


def test_a_line_assigned_waits_for_its_debtor_and_counts_as_certain(owing: Desk) -> None:
    (line,) = take(owing, row("路人", 300))
    assert waiting_money(owing.store, TODAY) == {}
    assign(owing, [line], FIRM)
    debtor = debtor_named(owing.store, FIRM)
    assert debtor is not None
    (waiting,) = waiting_money(owing.store, TODAY).values()
    assert (waiting.certain_fen, waiting.likely_fen) == (30_000, 0)
    assign(owing, [line], None)
    assert waiting_money(owing.store, TODAY) == {}


def test_a_booking_undone_reverses_waits_again_and_forgets(owing: Desk) -> None:
    (line,) = take(owing, row("锐进精密", 100, account="77"))
    assign(owing, [line], FIRM)
    book_lines(owing, [line])
    undo(owing, owing.store.journal_head()[0])
    assert balances(owing)["HR-1"] == 100_000
    assert (OtherName.select().count(), DebtorAccount.select().count()) == (0, 0)
    (waiting,) = proposals(owing)
    assert (waiting.row.state, waiting.row.debtor) == ("waiting", FIRM)
    assert not verify(owing.store, owing.clock.now()).damage


def test_a_reversed_receipt_lets_its_line_wait_again(owing: Desk) -> None:
    (line,) = take(owing, row(FIRM, 100))
    receipt = book_lines(owing, [line]).lines[0].receipt
    reverse(owing, receipt, "退票")
    assert [(each.row.id, each.row.debtor) for each in proposals(owing)] == [(line, FIRM)]


@pytest.mark.parametrize("act", ["aside", "assign"])
def test_a_choice_is_undone_unless_something_came_after(owing: Desk, act: str) -> None:
    (line,) = take(owing, row("路人", 300))
    if act == "aside":
        set_aside(owing, [line], "退款")
    else:
        assign(owing, [line], FIRM)
    done = owing.store.journal_head()[0]
    undo(owing, done)
    (waiting,) = proposals(owing)
    assert (waiting.row.state, waiting.row.debtor) == ("waiting", None)
    assign(owing, [line], OTHER)
    with pytest.raises(Refused) as problem:
        undo(owing, done)
    assert refused(problem) == ["changed_since"]
