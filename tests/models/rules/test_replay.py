from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.allocation import Debt, allocate
from models.rules.replay import Move, Owed, Posted, replay_differs

JAN, FEB, MARCH, APRIL = (date(2026, month, 1) for month in (1, 2, 3, 4))


def owed(name: str, fen: int, due_on: date = JAN, arisen_on: date | None = None) -> Owed:
    return Owed(Debt(name, fen, due_on=due_on), arisen_on)


def posted(
    name: str, on: date, fen: int, shares: dict[str, int], rule: str = "earlier_due", **rest
) -> Posted:
    return Posted(name, on, fen, shares, rule, **rest)


OLD, NEW = owed("old", 100, JAN), owed("new", 100, FEB)


def test_money_entered_late_would_have_paid_the_debt_due_first() -> None:
    # entered in this order: the March money paid the old debt, then February's money came to light
    march = posted("march", MARCH, 100, {"old": 100})
    february = posted("february", FEB, 100, {"new": 100}, "single", entered=1)
    found = replay_differs([march, february], [OLD, NEW])
    assert found.differs
    assert found.moves == (Move("february", "new", "old", 100), Move("march", "old", "new", 100))
    assert found.shares == {"february": {"old": 100}, "march": {"new": 100}}


def test_what_was_shared_in_time_is_left_alone() -> None:
    february = posted("february", FEB, 60, {"old": 60})
    march = posted("march", MARCH, 60, {"old": 40, "new": 20}, entered=1)
    assert not replay_differs([march, february], [OLD, NEW]).differs


def test_a_debt_that_turned_out_due_earlier_takes_from_the_advance_first() -> None:
    found = replay_differs([posted("march", MARCH, 150, {"old": 100})], [OLD, NEW])
    assert found.moves == (Move("march", None, "new", 50),)


def test_money_back_to_the_advance_has_no_debt_to_go_to() -> None:
    found = replay_differs(
        [
            posted("march", MARCH, 150, {"old": 100, "new": 50}),
        ],
        [owed("old", 100)],
    )
    assert found.moves == (Move("march", "new", None, 50),)


@pytest.mark.parametrize("rule", ["designated", "agreed", "by_hand", "for_one"])
def test_what_somebody_chose_stands(rule: str) -> None:
    assert not replay_differs([posted("march", MARCH, 80, {"new": 80}, rule)], [OLD, NEW]).differs


def test_a_debt_that_had_not_arisen_takes_no_earlier_money() -> None:
    later = owed("later", 100, APRIL, arisen_on=APRIL)
    assert not replay_differs([posted("march", MARCH, 150, {"old": 100})], [OLD, later]).differs


def test_without_receipts_nothing_is_proposed() -> None:
    assert not replay_differs([], [OLD]).differs


debts = st.lists(st.tuples(st.integers(1, 500), st.sampled_from([JAN, FEB, MARCH])), min_size=1, max_size=4)
receipts = st.lists(st.tuples(st.sampled_from([FEB, MARCH, APRIL]), st.integers(1, 500)), max_size=5)


@given(debts, receipts, st.randoms())
def test_the_order_of_entry_never_matters_to_a_replay(drawn, paid, chance) -> None:
    all_owed = [owed(str(n), fen, due_on) for n, (fen, due_on) in enumerate(drawn)]
    booked = [posted(str(n), on, fen, {}) for n, (on, fen) in enumerate(paid)]
    shuffled = list(booked)
    chance.shuffle(shuffled)
    assert replay_differs(booked, all_owed) == replay_differs(shuffled, all_owed)


@given(debts, receipts)
def test_moves_lead_from_the_posted_shares_to_those_of_the_replay(drawn, paid) -> None:
    all_owed = [owed(str(n), fen, due_on) for n, (fen, due_on) in enumerate(drawn)]
    open_fen = {each.debt.id: each.debt.principal_fen for each in all_owed}
    booked = []
    for number, (on, fen) in enumerate(paid):  # booked in the order drawn, whatever its days
        there = [Debt(each.debt.id, open_fen[each.debt.id], due_on=each.debt.due_on) for each in all_owed]
        found = allocate(fen, [debt for debt in there if debt.principal_fen], on=on)
        for share in found.shares:
            open_fen[share.debt] -= share.amount
        shares = {share.debt: share.amount for share in found.shares}
        booked.append(posted(str(number), on, fen, shares, found.rule, entered=number))
    result = replay_differs(booked, all_owed)
    for receipt in booked:
        shares = dict(receipt.shares)
        for move in (each for each in result.moves if each.receipt == receipt.id):
            assert move.fen > 0
            if move.from_:
                shares[move.from_] -= move.fen
            if move.to:
                shares[move.to] = shares.get(move.to, 0) + move.fen
        assert {key: fen for key, fen in shares.items() if fen} == dict(result.shares[receipt.id])
