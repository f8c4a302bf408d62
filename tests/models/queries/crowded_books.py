"""Books in which much happened, on few days, so that many claims come to stand alike."""

from __future__ import annotations

import random
from datetime import date, timedelta

from models.actions.desk import Desk
from models.queries.matters import DONE, HANDED, SKIPPED, SNOOZED
from models.rules.claim_state import REASONS
from models.store.unit import Unit
from models.tables import Call, CallClaim, Claim, DayMark, Debtor, Dispute, LegalEvent, Promise

TODAY = date(2026, 11, 20)
DEBTORS, CLAIMS = 40, 160
DUE = tuple(TODAY - timedelta(days=late) for late in (-40, -2, 0, 20, 50, 130, 950, 1120))
ENTERED = tuple(TODAY - timedelta(days=ago) for ago in (5, 60, 1000, 1300))
SAID = tuple(TODAY - timedelta(days=ago) for ago in (0, 3, 40))


def filled(desk: Desk, seed: int) -> None:
    """Fill an empty portfolio; the same at every run of one seed."""
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
