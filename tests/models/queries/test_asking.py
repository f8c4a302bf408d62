"""The claims that are not even read would have said nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.actions.demo import fill
from models.actions.desk import Desk
from models.queries.asking import asking
from models.queries.claims import claim_rows
from models.queries.views import Views
from models.queries.worklist import Worklist, list_of, worklist
from models.rules.policy import DEFAULT_LADDER, DEFAULT_POLICY, Level, Policy
from models.store import Store
from models.tables import Guarantor
from tests.models.queries.crowded_books import TODAY, filled

DAYS = tuple(TODAY + timedelta(days=days) for days in (0, 1, 60, 400))
SCOPED = Policy((
    *DEFAULT_LADDER,
    Level("call", "call", -20, industries=("建筑",)),
    Level("letter", "letter", 3, kinds=("export",)),
    Level("reminder", "reminder", -10, debtors=("公司7",)),
    Level("legal", "legal", 10, least_fen=1_000, kinds=("sea_carriage",)),
))  # fmt: skip
POLICIES = (DEFAULT_POLICY, SCOPED)


def of_all(store: Store, day, policy: Policy) -> Worklist:
    """The list of a day made of every claim."""
    return list_of(store, Views(store, day, policy=policy), claim_rows(store, day, day))


def told(found: Worklist) -> tuple:
    """What the clerk sees of it."""
    return found.items, found.resting, found.coming


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("seed", range(3))
def test_the_list_is_that_of_all_claims(desk: Desk, seed: int, policy: Policy) -> None:
    filled(desk, seed)
    with desk.act("guarantee") as unit:
        unit.add(Guarantor, debtor=5, name="担保人", mode="joint", unclear_period=False)
    for day in DAYS:
        assert told(worklist(desk.store, day, policy=policy)) == told(of_all(desk.store, day, policy))


@pytest.mark.parametrize("policy", POLICIES)
def test_the_sample_has_the_same_list_and_most_of_its_claims_are_not_read(desk: Desk, policy: Policy) -> None:
    fill(desk, 300)
    found = worklist(desk.store, TODAY, policy=policy)
    assert told(found) == told(of_all(desk.store, TODAY, policy))
    assert len(found.rows) < 300


def test_a_settled_claim_is_not_asked_for(desk: Desk) -> None:
    fill(desk, 300)
    open_ones = {row.id for row in claim_rows(desk.store, TODAY, TODAY)}
    views = Views(desk.store, TODAY)
    assert asking(desk.store, views, TODAY) - views.told <= open_ones
