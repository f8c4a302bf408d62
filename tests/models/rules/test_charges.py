"""A payment of one claim goes through costs, interest and principal, each to the fen (CC 561)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.rules.charges import ITEMS, OpenCharge, after, item_sums, owed_by, taken_apart
from models.rules.payment_order import PRINCIPAL_FIRST, STATUTE_ORDER

START = date(2026, 1, 1)
charges = st.lists(
    st.builds(
        OpenCharge,
        st.integers(1, 10**6),
        st.sampled_from(sorted(ITEMS)),
        st.integers(0, 400).map(lambda days: START + timedelta(days)),
        st.integers(1, 10**9),
    ),
    max_size=6,
    unique_by=lambda each: each.key,
)


def test_the_penalty_ranks_with_interest_and_the_older_charge_goes_first() -> None:
    held = (
        OpenCharge(1, "penalty", date(2026, 3, 1), 300),
        OpenCharge(2, "interest", date(2026, 2, 1), 200),
        OpenCharge(3, "costs", date(2026, 4, 1), 100),
    )
    paid = taken_apart(450, 1000, owed_by(held, date(2026, 12, 31)))
    assert (dict(paid.charges), paid.principal) == ({3: 100, 2: 200, 1: 150}, 0)


@given(
    charges, st.integers(0, 10**10), st.integers(0, 10**10), st.sampled_from([STATUTE_ORDER, PRINCIPAL_FIRST])
)
def test_its_parts_are_all_of_it_that_is_owed(held, principal, fen, order) -> None:
    paid = taken_apart(fen, principal, tuple(held), order)
    owed = principal + sum(each.fen for each in held)
    assert paid.principal + sum(paid.charges.values()) == min(fen, owed)
    assert all(0 < part <= each.fen for each in held if (part := paid.charges.get(each.key)))
    left = after(held, paid.charges)
    assert sum(item_sums(left).values()) + principal - paid.principal == owed - min(fen, owed)


@given(charges, st.integers(0, 10**10), st.integers(0, 10**10), st.integers(0, 10**9))
def test_more_money_never_pays_less_of_anything(held, principal, fen, more) -> None:
    less, paid = taken_apart(fen, principal, tuple(held)), taken_apart(fen + more, principal, tuple(held))
    assert paid.principal >= less.principal
    assert all(paid.charges.get(key, 0) >= part for key, part in less.charges.items())
