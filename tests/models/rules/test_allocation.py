from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.allocation import (
    RECEIPT_KINDS,
    Allocation,
    Debt,
    Share,
    allocate,
    interrupts_limitation,
    ranking,
)
from models.rules.problems import Refused
from models.rules.reasons import Reason

ON = date(2026, 11, 20)
BEFORE = date(2026, 10, 1)
LATER = date(2026, 12, 1)
LAKH = 10_000_000


def debt(name: str, principal: int = LAKH, due_on: date | None = BEFORE, **rest) -> Debt:
    return Debt(name, principal, due_on=due_on, **rest)


def paid(result: Allocation) -> dict[str, int]:
    return {share.debt: share.amount for share in result.shares}


# The six worked examples of CC 560 (2): A and B owe 100,000 each, 30,000 is paid
STATUTE = [
    ("due_first", debt("A", due_on=LATER), debt("B"), {"B": 3_000_000}),
    ("least_secured", debt("A"), debt("B", secured_fen=LAKH), {"A": 3_000_000}),
    ("least_secured", debt("A", secured_fen=LAKH), debt("B", secured_fen=LAKH // 2), {"B": 3_000_000}),
    (
        "heavier_burden",
        debt("A", burden_percent=Decimal("0.03")),
        debt("B", burden_percent=Decimal("0.04")),
        {"B": 3_000_000},
    ),
    ("earlier_due", debt("A"), debt("B", due_on=date(2026, 9, 1)), {"B": 3_000_000}),
    ("pro_rata", debt("A"), debt("B"), {"A": 1_500_000, "B": 1_500_000}),
]


@pytest.mark.parametrize(("rule", "a", "b", "expected"), STATUTE)
def test_several_debts_are_paid_in_the_order_of_the_civil_code(
    rule: str, a: Debt, b: Debt, expected: dict[str, int]
) -> None:
    result = allocate(3_000_000, [a, b], on=ON)
    assert (paid(result), result.left, result.rule) == (expected, 0, rule)


def test_equal_rank_shares_in_proportion() -> None:
    result = allocate(3_000_000, [debt("A", 10_000_000), debt("B", 6_000_000)], on=ON)
    assert paid(result) == {"A": 1_875_000, "B": 1_125_000}


def test_within_a_debt_costs_go_before_interest_before_principal() -> None:
    result = allocate(3_000_000, [Debt("A", LAKH, 50_000, 598_356)], on=ON)
    assert result.shares == (Share("A", costs=50_000, interest=598_356, principal=2_351_644),)
    assert result.rule == "single"


def test_what_the_debtor_designated_is_paid_first() -> None:
    debts = [debt("A"), debt("B", due_on=LATER), debt("C")]
    result = allocate(LAKH + 5, debts, designated=["B"], on=ON)
    assert paid(result) == {"B": LAKH, "A": 3, "C": 2}
    assert result.rule == "designated"


def test_what_was_agreed_goes_before_what_was_designated() -> None:
    debts = [debt("A"), debt("B", due_on=LATER), debt("C")]
    result = allocate(LAKH + 5, debts, agreed=["C"], designated=["B"], on=ON)
    assert (paid(result), result.rule) == ({"C": LAKH, "B": 5}, "agreed")


def test_another_order_within_a_debt_may_be_agreed() -> None:
    order = ("principal", "interest", "costs")
    result = allocate(110, [Debt("A", 100, costs_fen=20, interest_fen=30)], on=ON, order=order)
    assert result.shares == (Share("A", costs=0, interest=10, principal=100),)
    with pytest.raises(Refused) as refused:
        allocate(110, [debt("A")], on=ON, order=("principal",))
    assert refused.value.problems[0].code == "payment_order_unknown"


def test_an_expired_debt_is_passed_over_unless_it_is_named() -> None:
    debts = [debt("A", expired=True), debt("B")]
    result = allocate(LAKH + 7, debts, on=ON)
    assert (paid(result), result.left, result.passed_over) == ({"B": LAKH}, 7, ("A",))
    named = allocate(LAKH + 7, debts, on=ON, designated=["A"])
    assert (paid(named), named.passed_over) == ({"A": LAKH, "B": 7}, ())


def test_the_reason_kept_with_a_receipt_names_the_rule() -> None:
    assert allocate(5, [debt("A"), debt("B")], on=ON).why == Reason("allocation_pro_rata")


def test_only_a_payment_is_the_debtors_own_act() -> None:
    assert [kind for kind in RECEIPT_KINDS if interrupts_limitation(kind)] == ["payment"]


def test_what_no_debt_takes_is_left() -> None:
    result = allocate(2 * LAKH + 7, [debt("A"), debt("B")], on=ON)
    assert (result.left, result.rule) == (7, "in_full")


def test_without_a_debt_all_is_left() -> None:
    assert allocate(7, [], on=ON).left == 7


def test_a_debt_is_due_on_its_due_date() -> None:
    result = allocate(1, [debt("A", due_on=LATER), debt("B", due_on=ON)], on=ON)
    assert paid(result) == {"B": 1}


def test_an_undated_debt_waits_for_the_dated_ones() -> None:
    result = allocate(1, [debt("A", due_on=None), debt("B", due_on=LATER)], on=ON)
    assert paid(result) == {"B": 1}


def test_the_rule_named_is_the_one_that_decided_at_the_last_fen() -> None:
    debts = [debt("A"), debt("B", secured_fen=5), debt("C", due_on=LATER)]
    assert allocate(LAKH, debts, on=ON).rule == "least_secured"
    assert allocate(2 * LAKH, debts, on=ON).rule == "due_first"


@pytest.mark.parametrize(
    ("amount", "debts", "designated", "code"),
    [
        (0, [debt("A")], [], "payment_not_above_zero"),
        (5, [debt("A"), debt("A")], [], "debt_named_twice"),
        (5, [debt("A", -1)], [], "debt_below_zero"),
        (5, [debt("A")], ["Z"], "designation_unknown"),
    ],
)
def test_what_cannot_be_shared_is_refused_by_name(amount: int, debts, designated, code: str) -> None:
    with pytest.raises(Refused) as refused:
        allocate(amount, debts, designated=designated, on=ON)
    assert [problem.code for problem in refused.value.problems] == [code]


sums = st.integers(0, 10**9)
days = st.sampled_from([BEFORE, ON, LATER, None])
debts_drawn = st.lists(st.tuples(sums, sums, sums, days, sums), max_size=6)


@given(st.integers(1, 10**10), debts_drawn)
def test_shares_and_what_is_left_are_the_payment(amount: int, drawn) -> None:
    debts = [Debt(str(n), p, c, i, due_on, s) for n, (p, c, i, due_on, s) in enumerate(drawn)]
    result = allocate(amount, debts, on=ON)
    open_fen = {each.id: each.open_fen for each in debts}
    assert sum(share.amount for share in result.shares) + result.left == amount
    assert all(0 < share.amount <= open_fen[share.debt] for share in result.shares)
    assert result.left == max(0, amount - sum(open_fen.values()))


def test_owing_alone_weighs_heavier_than_owing_jointly() -> None:
    """(2021)浙0726民初82号, domain.md §3."""
    debts = [
        Debt("together", 1000, due_on=date(2026, 1, 1), joint=True),
        Debt("alone", 1000, due_on=date(2026, 2, 1)),
    ]
    found = allocate(500, debts, on=date(2026, 3, 1))
    assert ([share.debt for share in found.shares], found.rule) == (["alone"], "heavier_burden")


def test_the_ranking_names_what_puts_each_debt_where_it_stands() -> None:
    """CC 560: designated, due first, least secured, heavier burden, earlier due; equal ones share; expired last."""
    day, burden = date(2026, 1, 1), Fraction(5)
    debts = [
        Debt("late", 1, due_on=day, burden_percent=burden),
        Debt("twin", 1, due_on=day, burden_percent=burden),
        Debt("early", 1, due_on=date(2025, 1, 1), burden_percent=burden),
        Debt("heavy", 1, due_on=day, burden_percent=Fraction(9)),
        Debt("secured", 1, due_on=date(2024, 1, 1), covered=Fraction(1)),
        Debt("coming", 1, due_on=date(2027, 1, 1)),
        Debt("old", 1, due_on=date(2015, 1, 1), expired=True),
        Debt("named", 1, due_on=date(2027, 5, 1)),
    ]
    found = ranking(debts, date(2026, 11, 20), designated=["named"])
    assert [(each.place, each.debt.id, each.because) for each in found] == [
        (1, "named", "designated"),
        (2, "heavy", "first"),
        (3, "early", "heavier_burden"),
        (4, "late", "earlier_due"),
        (4, "twin", "pro_rata"),
        (5, "secured", "least_secured"),
        (6, "coming", "due_first"),
        (7, "old", "expired"),
    ]
