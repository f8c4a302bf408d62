"""What happened on a few claims is read as if all were: what counts for them jointly is there too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from models.actions.desk import Desk
from models.queries.claims import claim_rows
from models.queries.events import claim_events
from models.queries.interest import interest_of_rows
from models.queries.limitations import Limitations
from models.tables import Claim, LegalEvent


def demanded(desk: Desk, claim: int, on: date) -> None:
    with desk.act("add_event") as unit:
        unit.add(
            LegalEvent,
            claim=claim,
            code="D1",
            happened_on=on,
            shows="",
            entered_at=unit.at,
            entered_by=desk.who,
        )


def test_a_demand_on_a_joint_claim_is_read_for_the_other_alone(desk: Desk, claim: Callable[..., int]) -> None:
    one, other, third = (claim(due_on=date(2025, 3, day)) for day in (1, 2, 3))
    demanded(desk, one, date(2026, 5, 6))
    demanded(desk, third, date(2026, 7, 8))
    with desk.act("join") as unit:
        for key in (one, other):
            unit.change(Claim, key, joint_group="甲")
    whole, some = claim_events(desk.store), claim_events(desk.store, [other])
    assert some[other] == whole[other] != []
    assert third not in some
    (row,) = claim_rows(desk.store, desk.today, desk.today, claims=[other])
    assert Limitations(desk.store, [other]).of(row) == Limitations(desk.store).of(row)


def test_the_claims_of_one_debtor_are_as_among_all(desk: Desk, claim: Callable[..., int]) -> None:
    mine = [claim("甲公司", 100), claim("甲公司", 300)]
    claim("乙公司", 200)
    rows = {row.id: row for row in claim_rows(desk.store, desk.today, desk.today)}
    debtor = rows[mine[0]].debtor_id
    assert claim_rows(desk.store, desk.today, desk.today, debtor=debtor) == [rows[key] for key in mine]
    assert claim_rows(desk.store, desk.today, desk.today, claims=mine[:1]) == [rows[mine[0]]]


def test_what_was_paid_on_a_few_claims_is_not_looked_for_among_all_receipts(
    desk: Desk, claim: Callable[..., int]
) -> None:
    key, asked = claim(), list[str]()
    (row,) = claim_rows(desk.store, desk.today, desk.today, claims=[key])
    connection = desk.store.database.connection()
    connection.set_trace_callback(asked.append)
    claim_events(desk.store, [key])
    interest_of_rows(desk.store, [row], desk.today, desk.today)
    connection.set_trace_callback(None)
    about_money = [each for each in asked if "receipt r" in each]
    steps = [step[3] for each in about_money for step in connection.execute(f"EXPLAIN QUERY PLAN {each}")]
    assert len(about_money) == 3
    assert [step for step in steps if " r " in step and "PRIMARY KEY" not in step] == []
