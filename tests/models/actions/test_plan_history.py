"""The time line of a claim tells the whole life of its agreement, each event on its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.plans import send, sign
from models.actions.post import deliver, mail
from models.queries.timeline import timeline
from tests.models.actions import test_plans
from tests.models.actions.test_plans import called, made
from ui.problems import worded

agreed, scan = test_plans.agreed, test_plans.scan


def of_plan(desk: Desk, claim: int) -> list[tuple[date, str, list[dict[str, str]]]]:
    """Day, code and facts of the plan's entries, oldest first."""
    entries = [each for each in timeline(desk.store, claim, desk.today) if each.group == "plan"]
    for entry in entries:
        assert all(worded(line.code, "en", line.params) for line in (*entry.title, *entry.lines))
    return [(each.on, each.title[1].code, [dict(line.params) for line in each.lines]) for each in entries][
        ::-1
    ]


def test_a_plan_given_to_the_debtor_is_told(
    firm: Desk, on: Callable[[date], Desk], claim: Callable[..., int]
) -> None:
    key = claim()
    plan = made(on(test_plans.MADE), key).plan
    send(on(test_plans.SIGNED), plan)
    told = of_plan(on(test_plans.SIGNED), key)
    assert (test_plans.SIGNED, "timeline_plan_sent", []) in told


def test_a_notice_that_arrived_and_a_supplement_are_told(
    agreed: tuple[int, int], on: Callable[[date], Desk], scan: Path
) -> None:
    claim, _ = agreed
    desk = on(date(2026, 10, 20))
    letter = called(desk, claim)
    mail(desk, letter, "1078334211507", address_source="agreed")
    assert "timeline_plan_accelerated" not in [code for _, code, _ in of_plan(desk, claim)]
    deliver(on(date(2026, 10, 24)), letter, "refused", date(2026, 10, 23), scan)
    (code,) = [
        each for each in of_plan(on(date(2026, 10, 24)), claim) if each[1] == "timeline_plan_accelerated"
    ]
    assert code[0] == date(2026, 10, 23)
    assert code[2][0]["number"]


def test_a_supplement_replaces_the_plan_on_the_day_it_is_signed(
    agreed: tuple[int, int], on: Callable[[date], Desk], scan: Path
) -> None:
    claim, plan = agreed
    desk = on(date(2026, 10, 20))
    later = made(desk, claim, 4, date(2026, 11, 30), replaces=plan, guarantor=test_plans.BEHIND).plan
    assert "timeline_plan_replaced" not in [code for _, code, _ in of_plan(desk, claim)]
    sign(desk, later, scan)
    told = of_plan(desk, claim)
    number = next(facts[0]["number"] for _, code, facts in told if code == "timeline_plan_replaced")
    new = [facts for _, code, facts in told if code == "timeline_plan_made"][-1]
    assert number == new[0]["number"]
    assert (date(2026, 10, 20), "timeline_plan_replaced") in [(day, code) for day, code, _ in told]
    assert len(new) == 2
