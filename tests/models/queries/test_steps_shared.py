"""Claims that stand alike are reckoned once: each must get what the rules say of it alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from models.actions.desk import Desk
from models.queries.claims import ClaimRow, claim_rows
from models.queries.limitations import Limitations
from models.queries.views import Views
from models.rules.dunning import all_steps
from tests.models.queries.crowded_books import TODAY, filled


@pytest.fixture(params=range(3))
def rows(request: pytest.FixtureRequest, desk: Desk) -> Iterator[list[ClaimRow]]:
    filled(desk, request.param)
    with desk.store.reading():
        yield claim_rows(desk.store, TODAY, TODAY)


def test_every_claim_gets_the_steps_of_its_own_state(desk: Desk, rows: list[ClaimRow]) -> None:
    views = Views(desk.store, TODAY)
    shared = [views.steps_and_end(row) for row in rows]
    alone = [all_steps(views.of(row).state, views.policy_for(row)) for row in rows]
    assert [steps for steps, _ in shared] == alone
    assert len({id(steps) for steps, _ in shared}) < len(rows)


def test_every_claim_ends_on_the_nearer_day_of_its_own_clocks(desk: Desk, rows: list[ClaimRow]) -> None:
    limitations, views = Limitations(desk.store), Views(desk.store, TODAY)
    for row in rows:
        clocks = limitations.clocks(row)
        days = clocks.claimed.last_day, clocks.provable.last_day
        assert limitations.of(row) == days
        end, told = min(filter(None, days), default=None), views.steps_and_end(row)[1]
        assert told == end or (views.far < told <= end)
