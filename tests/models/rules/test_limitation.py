from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reference import calendar
from models.rules.limitation import EVENT_KINDS, ClaimEvent, Clock, both, period_end, run

DUE = date(2023, 9, 30)


def clock(due: date | None, *events: tuple[str, str], **options) -> Clock:
    happened = [ClaimEvent(code, date.fromisoformat(on)) for code, on in events]
    return run(due, happened, calendar=calendar(), **options)


# domain handbook §1.4
@pytest.mark.parametrize(
    ("due", "nominal", "rolled"),
    [
        ("2023-09-30", "2026-09-30", "2026-09-30"),
        ("2023-10-01", "2026-10-01", "2026-10-08"),
        ("2020-02-29", "2023-02-28", "2023-02-28"),
        ("2023-02-14", "2026-02-14", "2026-02-14"),
        ("2023-09-20", "2026-09-20", "2026-09-20"),
    ],
)
def test_limitation_ends_three_years_after_the_due_date(due: str, nominal: str, rolled: str) -> None:
    ends = clock(date.fromisoformat(due))
    assert (str(ends.last_day), str(ends.rolled_last_day)) == (nominal, rolled)


def test_a_last_day_in_a_year_that_is_not_out_is_not_rolled() -> None:
    saturday = clock(date(2024, 11, 20))
    assert saturday.last_day == saturday.rolled_last_day == date(2027, 11, 20)


@pytest.mark.parametrize("code", sorted(EVENT_KINDS))
def test_every_event_of_the_table_interrupts_while_the_clock_runs(code: str) -> None:
    ends = clock(DUE, (code, "2025-06-01"))
    assert ends.last_day == date(2028, 6, 1)
    assert ends.events[0].interrupts
    assert ends.events[0].why.code == "limitation_interrupts"


def test_events_are_judged_in_the_order_they_happened() -> None:
    ends = clock(DUE, ("D3", "2026-09-30"), ("P1", "2025-01-01"))
    assert [event.code for event in ends.events] == ["P1", "D3"]
    assert ends.last_day == date(2029, 9, 30)


def test_a_demand_before_the_due_date_interrupts_nothing() -> None:
    ends = clock(DUE, ("D3", "2023-09-01"))
    assert ends.last_day == date(2026, 9, 30)
    assert (ends.events[0].interrupts, ends.events[0].why.code) == (False, "limitation_before_start")


def test_a_demand_after_the_end_comes_too_late() -> None:
    ends = clock(DUE, ("D3", "2026-10-01"))
    assert ends.last_day == date(2026, 9, 30)
    assert (ends.events[0].interrupts, ends.events[0].why.code) == (False, "limitation_too_late")


def test_a_demand_on_the_rolled_last_day_is_in_time() -> None:
    ends = clock(date(2023, 10, 1), ("D3", "2026-10-08"))
    assert ends.events[0].interrupts


@pytest.mark.parametrize("code", ["P1", "P2", "P3", "A2"])
def test_a_debtor_that_pays_or_promises_after_the_end_loses_its_defence(code: str) -> None:
    ends = clock(DUE, (code, "2026-11-01"))
    assert ends.last_day == date(2029, 11, 1)
    assert (ends.events[0].interrupts, ends.events[0].revives) == (False, True)


def test_instalments_of_one_debt_run_from_the_last_one() -> None:
    assert clock(DUE, last_instalment_on=date(2024, 3, 31)).last_day == date(2027, 3, 31)


def test_an_undated_claim_has_no_clock_until_it_is_demanded() -> None:
    still = clock(None, ("P1", "2024-05-01"))
    assert (still.last_day, still.cap_on) == (None, None)
    assert still.events[0].why.code == "limitation_not_started"
    begun = clock(None, ("D3", "2024-05-01"), ("D3", "2025-05-01"))
    assert [event.interrupts for event in begun.events] == [False, True]
    assert begun.last_day == date(2028, 5, 1)
    assert clock(None, ("D3", "2024-05-01")).last_day == date(2027, 5, 16)


def test_a_suit_over_an_undated_claim_leaves_no_grace() -> None:
    assert clock(None, ("C1", "2024-05-01")).last_day == date(2027, 5, 1)


# 法释〔2018〕12号 1-3
@pytest.mark.parametrize(("due", "last_day"), [("2015-09-30", "2017-09-30"), ("2015-10-01", "2018-10-01")])
def test_a_claim_that_had_lapsed_under_the_two_year_rule_stays_lapsed(due: str, last_day: str) -> None:
    assert str(clock(date.fromisoformat(due)).last_day) == last_day


def test_twenty_years_are_a_warning_not_an_end() -> None:
    demands = [("D3", f"{year}-01-01") for year in range(2003, 2024)]
    ends = clock(date(2002, 1, 1), *demands)
    assert ends.cap_on == date(2022, 1, 1)
    assert ends.last_day == date(2026, 1, 1)
    assert ends.beyond_cap


def test_what_can_be_proved_may_end_earlier_than_what_is_claimed() -> None:
    events = [
        ClaimEvent("P1", date(2024, 5, 1), provable=True),
        ClaimEvent("P2", date(2025, 5, 1), provable=False),
    ]
    assert both(DUE, events, calendar=calendar()) == (date(2028, 5, 1), date(2027, 5, 1))


def test_an_unknown_event_is_not_taken() -> None:
    with pytest.raises(ValueError, match="X9"):
        ClaimEvent("X9", DUE)


days = st.dates(date(2018, 1, 1), date(2030, 1, 1))


@given(days, st.lists(st.tuples(st.sampled_from(sorted(EVENT_KINDS)), days), max_size=8))
def test_an_event_never_moves_the_last_day_back(due: date, drawn: list[tuple[str, date]]) -> None:
    events = [ClaimEvent(code, on) for code, on in drawn]
    ends = run(due, events, calendar=calendar())
    bare = run(due, [], calendar=calendar())
    assert ends.last_day is not None
    assert bare.last_day is not None
    assert ends.last_day >= bare.last_day
    assert ends.rolled_last_day >= ends.last_day
    moved = [event.on for event in ends.events if event.interrupts or event.revives]
    assert ends.last_day == period_end(moved[-1] if moved else due)
