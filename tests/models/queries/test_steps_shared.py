"""Claims that stand alike are reckoned once: each must get what the rules say of it alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from models.actions.desk import Desk
from models.queries.claims import ClaimRow, claim_rows
from models.queries.limitations import Limitations
from models.queries.matters import DONE, HANDED, SKIPPED, SNOOZED
from models.queries.views import Views
from models.rules.claim_state import REASONS
from models.rules.dunning import all_steps
from models.store.unit import Unit
from models.tables import Call, CallClaim, Claim, DayMark, Debtor, Dispute, LegalEvent, Promise

TODAY = date(2026, 11, 20)
DEBTORS, CLAIMS = 40, 160
DUE = tuple(TODAY - timedelta(days=late) for late in (-40, -2, 0, 20, 50, 130, 950, 1120))
ENTERED = tuple(TODAY - timedelta(days=ago) for ago in (5, 60, 1000, 1300))
SAID = tuple(TODAY - timedelta(days=ago) for ago in (0, 3, 40))


def filled(desk: Desk, seed: int) -> None:
    """Books in which much happened, on few days, so that many claims come to stand alike."""
    chance = random.Random(seed)
    with desk.act("fill") as unit:
        for key in range(1, DEBTORS + 1):
            unit.add(Debtor, name=f"公司{key}", initials="GS")
        for key in range(1, CLAIMS + 1):
            _claim(unit, chance, key)
        for _ in range(CLAIMS // 2):
            _happens(unit, chance, chance.randrange(CLAIMS) + 1)
        for debtor in chance.sample(range(1, DEBTORS + 1), DEBTORS // 2):
            _marks(unit, chance, debtor)


def _claim(unit: Unit, chance: random.Random, key: int) -> None:
    unit.add(
        Claim,
        debtor=key % DEBTORS + 1,
        kind=chance.choice(("sale", "export", "sea_carriage")),
        due_on=chance.choice((*DUE, None)),
        amount_fen=chance.choice((100, 5_000_000)),
        currency="CNY",
        disputed=chance.random() < 0.1,
        stage_set=chance.choice((None, None, None, "task_force", "legal")),
        registered_on=chance.choice(ENTERED),
    )


def _happens(unit: Unit, chance: random.Random, claim: int) -> None:
    on = chance.choice(SAID)
    what = chance.randrange(4)
    if what == 0:
        event = {"code": chance.choice(("D1", "P2", "S1")), "shows": "", "entered_by": "x"}
        unit.add(LegalEvent, claim=claim, happened_on=on, entered_at=unit.at, **event)
    elif what == 1:
        given = {"reason": "quality", "fen": chance.choice((50, 100)), "due_on": on, "opened_by": "x"}
        unit.add(Dispute, claim=claim, opened_on=on, opened_at=unit.at, **given)
    else:
        debtor = claim % DEBTORS + 1
        outcome = chance.choice(("connected", "no_answer"))
        at = unit.at - timedelta(days=(TODAY - on).days + 1)
        call = unit.add(Call, debtor=debtor, at=at, outcome=outcome, logged_at=unit.at, logged_by="x")
        unit.add(CallClaim, call=call, claim=claim)
        if what == 3:
            unit.add(Promise, call=call, debtor=debtor, fen=100, due_on=on)


def _marks(unit: Unit, chance: random.Random, debtor: int) -> None:
    for reason in chance.sample(REASONS, 3):
        mark = {"kind": chance.choice((DONE, HANDED, SKIPPED, SNOOZED)), "marked_on": chance.choice(SAID)}
        unit.add(DayMark, debtor=debtor, reason=reason, marked_at=unit.at, marked_by="x", **mark)


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
        assert views.steps_and_end(row)[1] == min(filter(None, days), default=None)
