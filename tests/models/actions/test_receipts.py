"""Money in the books: how it is shared, by whose word, and what is kept with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.actions.desk import Desk
from models.actions.guarantors import SecurityDraft, add_security
from models.actions.receipts import Wish, book_for_claim, book_for_debtor, reverse
from models.actions.settling import ADVANCE, accept_replay, set_off, set_off_of
from models.actions.undoing import undo
from models.queries.claims import claim_rows
from models.queries.limitations import Limitations
from models.queries.parties import debtor_named
from models.queries.receipts import advances_of, receipt_rows, receipts_of
from models.queries.replay import replay_of
from models.queries.timeline import timeline
from models.rules.problems import Refused
from models.store.verify import verify

TODAY = date(2026, 11, 20)
FIRM = "苏州恒锐精密制造有限公司"
Claim = Callable[..., int]


def balances(desk: Desk) -> dict[int, int]:
    return {row.id: row.balance_fen for row in claim_rows(desk.store, TODAY, TODAY, settled=True)}


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


@pytest.fixture
def two(desk: Desk, claim: Claim) -> tuple[int, int]:
    """1,000.00 due first, 3,000.00 due later."""
    return (
        claim(FIRM, 100_000, date(2026, 10, 1), number="HR-1001", contract="C-7"),
        claim(FIRM, 300_000, date(2026, 10, 20), number="HR-1002"),
    )


def firm(desk: Desk) -> int:
    held = debtor_named(desk.store, FIRM)
    assert held
    return held.id


# --- by whose word -------------------------------------------------------------------------------------------


def test_a_number_in_the_memo_is_the_debtors_designation(desk: Desk, two: tuple[int, int]) -> None:
    booked = book_for_debtor(desk, FIRM, 50_000, memo="货款 HR-1002")
    assert (booked.shares, booked.rule) == (((two[1], 50_000),), "designated")


def test_a_memo_without_a_number_designates_nothing(desk: Desk, two: tuple[int, int]) -> None:
    booked = book_for_debtor(desk, FIRM, 50_000, memo="货款")
    assert (booked.shares, booked.rule) == (((two[0], 50_000),), "earlier_due")


def test_the_clerk_may_say_that_the_memo_designates_nothing(desk: Desk, two: tuple[int, int]) -> None:
    booked = book_for_debtor(desk, FIRM, 50_000, memo="HR-1002", wish=Wish(designated=()))
    assert booked.shares == ((two[0], 50_000),)


def test_what_the_parties_agreed_goes_before_the_memo(desk: Desk, two: tuple[int, int]) -> None:
    booked = book_for_debtor(desk, FIRM, 350_000, memo="HR-1001", wish=Wish(agreed=[two[1]]))
    assert (booked.shares, booked.rule) == (((two[1], 300_000), (two[0], 50_000)), "agreed")


def test_what_is_secured_waits(desk: Desk, two: tuple[int, int]) -> None:
    add_security(desk, firm(desk), SecurityDraft("mortgage", "厂房", contract="C-7"))
    booked = book_for_debtor(desk, FIRM, 50_000)
    assert (booked.shares, booked.rule) == (((two[1], 50_000),), "least_secured")


def test_security_for_everything_leaves_the_order_of_days(desk: Desk, two: tuple[int, int]) -> None:
    add_security(desk, firm(desk), SecurityDraft("mortgage", "厂房", fen=33_333))
    assert book_for_debtor(desk, FIRM, 50_000).rule == "earlier_due"


def test_what_has_expired_takes_nothing_of_itself(desk: Desk, claim: Claim, two: tuple[int, int]) -> None:
    old = claim(FIRM, 10_000, date(2020, 1, 1))
    booked = book_for_debtor(desk, FIRM, 50_000)
    assert (booked.shares, booked.passed_over) == (((two[0], 50_000),), (old,))
    assert book_for_debtor(desk, FIRM, 10_000, wish=Wish(designated=[old])).shares == ((old, 10_000),)


def test_a_change_by_hand_is_kept_with_its_reason(desk: Desk, two: tuple[int, int]) -> None:
    with pytest.raises(Refused) as refused:
        book_for_debtor(desk, FIRM, 50_000, wish=Wish(shares={two[1]: 50_000}))
    assert codes(refused) == ["no_reason"]
    book_for_debtor(desk, FIRM, 50_000, wish=Wish(shares={two[1]: 50_000}, why="对账函约定"))
    (row,) = receipts_of(desk.store, firm(desk))
    assert (row.rule, row.why) == ("by_hand", "对账函约定")


def test_shares_typed_as_proposed_are_no_change(desk: Desk, two: tuple[int, int]) -> None:
    booked = book_for_debtor(desk, FIRM, 50_000, wish=Wish(shares={two[0]: 50_000, two[1]: 0}))
    assert booked.rule == "earlier_due"


@pytest.mark.parametrize(("kind", "moves"), [("payment", True), ("credit_note", False), ("offset", False)])
def test_only_a_payment_without_a_slip_asks_for_one(
    desk: Desk, two: tuple[int, int], kind: str, moves: bool
) -> None:
    book_for_claim(desk, two[0], 5_000, kind=kind)
    (row,) = receipt_rows(desk.store)
    assert row.wants_slip is moves


# --- setting off -----------------------------------------------------------------------------------------------


def test_an_advance_pays_a_claim_that_comes_later(desk: Desk, claim: Claim, two: tuple[int, int]) -> None:
    book_for_debtor(desk, FIRM, 450_000)
    later = claim(FIRM, 70_000, date(2026, 12, 1))
    done = set_off(desk, FIRM)
    assert (done.shares, done.left_fen) == (((later, 50_000),), 0)
    assert balances(desk)[later] == 20_000
    assert advances_of(desk.store, firm(desk)) == {}
    assert verify(desk.store, desk.clock.now()).ok


def test_a_set_off_moves_no_clock(desk: Desk, claim: Claim) -> None:
    due = claim(FIRM, 100_000, date(2026, 10, 1))
    claim(FIRM, -30_000, None)
    (before,) = claim_rows(desk.store, TODAY, TODAY, claims=[due])
    clock = Limitations(desk.store).of(before)
    set_off(desk, FIRM)
    (after,) = claim_rows(desk.store, TODAY, TODAY, claims=[due])
    assert (after.balance_fen, Limitations(desk.store).of(after)) == (70_000, clock)


def test_advance_and_credits_are_used_in_turn(desk: Desk, claim: Claim, two: tuple[int, int]) -> None:
    credit = claim(FIRM, -30_000, None)
    book_for_claim(desk, two[0], 120_000)
    known = set_off_of(desk, FIRM)
    assert (known.sources, known.most_fen) == ({ADVANCE: 20_000, credit: 30_000}, 50_000)
    done = set_off(desk, FIRM, 35_000)
    assert dict(done.shares) == {two[1]: 35_000, credit: -15_000}
    assert (balances(desk)[credit], done.left_fen) == (-15_000, 0)


def test_only_the_sources_named_are_used(desk: Desk, claim: Claim, two: tuple[int, int]) -> None:
    credit = claim(FIRM, -30_000, None)
    book_for_claim(desk, two[0], 120_000)
    done = set_off(desk, FIRM, sources=[credit])
    assert (dict(done.shares), done.left_fen) == ({two[1]: 30_000, credit: -30_000}, 20_000)


def test_a_set_off_is_taken_back_whole(desk: Desk, claim: Claim, two: tuple[int, int]) -> None:
    credit = claim(FIRM, -30_000, None)
    before = balances(desk)
    undo(desk, desk.store.journal_head()[0] if set_off(desk, FIRM) else 0)
    assert balances(desk) == before
    done = set_off(desk, FIRM, sources=[credit])
    reverse(desk, done.receipt, "误抵")
    assert balances(desk) == before


@pytest.mark.parametrize(("fen", "code"), [
    (None, "nothing_to_set_off"), (1, "nothing_to_set_off"),
])  # fmt: skip
def test_without_anything_to_its_credit_nothing_is_set_off(
    desk: Desk, two: tuple[int, int], fen: int | None, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        set_off(desk, FIRM, fen)
    assert codes(refused) == [code]


def test_no_more_is_set_off_than_there_is(desk: Desk, claim: Claim, two: tuple[int, int]) -> None:
    claim(FIRM, -30_000, None)
    with pytest.raises(Refused) as refused:
        set_off(desk, FIRM, 30_001)
    assert codes(refused) == ["set_off_too_much"]
    with pytest.raises(Refused) as refused:
        set_off(desk, FIRM, sources=[two[0]])
    assert codes(refused) == ["no_credit_there"]


def test_an_advance_that_was_used_keeps_its_receipt(desk: Desk, claim: Claim, two: tuple[int, int]) -> None:
    paid = book_for_claim(desk, two[0], 120_000)
    done = set_off(desk, FIRM)
    before = balances(desk)
    with pytest.raises(Refused) as refused:
        reverse(desk, paid.receipt, "退票")
    assert (codes(refused), balances(desk)) == (["advance_used"], before)
    reverse(desk, done.receipt, "退票")
    reverse(desk, paid.receipt, "退票")
    assert advances_of(desk.store, firm(desk)) == {}


# --- in the order of days -------------------------------------------------------------------------------------------


def test_late_money_is_shared_anew_in_one_act(desk: Desk, two: tuple[int, int]) -> None:
    november = book_for_debtor(desk, FIRM, 100_000, date(2026, 11, 1))
    october = book_for_debtor(desk, FIRM, 60_000, date(2026, 10, 10))
    assert (november.shares, october.shares) == (((two[0], 100_000),), ((two[1], 60_000),))
    before, head = balances(desk), desk.store.journal_head()[0]
    done = accept_replay(desk, FIRM, "CNY", "补录十月回款")
    assert desk.store.journal_head()[0] == head + 1
    assert balances(desk) == before  # the same money, other shares
    assert {old for old, _ in done.receipts} == {november.receipt, october.receipt}
    stands = {row.received_on: row for row in receipts_of(desk.store, firm(desk)) if row.can_be_reversed}
    assert [(claim, fen) for claim, _, fen in stands[date(2026, 10, 10)].shares] == [(two[0], 60_000)]
    assert not replay_of(desk.store, firm(desk), TODAY).differs
    assert verify(desk.store, desk.clock.now()).ok
    with pytest.raises(Refused) as refused:
        accept_replay(desk, FIRM, "CNY", "再来")
    assert codes(refused) == ["replay_same"]


def test_sharing_anew_needs_a_reason(desk: Desk, two: tuple[int, int]) -> None:
    with pytest.raises(Refused) as refused:
        accept_replay(desk, FIRM, "CNY", " ")
    assert codes(refused) == ["no_reason"]


def test_what_was_set_off_stands_in_a_replay(desk: Desk, claim: Claim, two: tuple[int, int]) -> None:
    claim(FIRM, -30_000, None)
    set_off(desk, FIRM)
    book_for_debtor(desk, FIRM, 200_000)
    assert not replay_of(desk.store, firm(desk), TODAY).differs


def test_the_history_of_a_claim_tells_a_credit_note_from_a_payment(desk: Desk, two: tuple[int, int]) -> None:
    book_for_claim(desk, two[0], 5_000, kind="credit_note")
    told = [entry for entry in timeline(desk.store, two[0], TODAY) if entry.group == "receipt"]
    assert [[reason.code for reason in (*entry.title, *entry.lines)] for entry in told] == [
        ["receipt_kind_credit_note", "receipt_lowered"]
    ]
