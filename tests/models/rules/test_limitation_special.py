"""Starts, obstacles, procedures, refusals and special periods; the general case stands in test_limitation."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reference import calendar
from models.rules.limitation import (
    EVENT_KINDS,
    OBSTACLE,
    OTHER_KINDS,
    PERIODS,
    REFUSAL,
    ClaimEvent,
    Clock,
    Period,
    both,
    period_for,
    run,
)

DUE = date(2023, 9, 30)


def event(code: str, on: str, until: str | None = None, *, provable: bool = True) -> ClaimEvent:
    end = date.fromisoformat(until) if until else None
    return ClaimEvent(code, date.fromisoformat(on), provable, end)


def clock(due: date | None, *events: ClaimEvent, period: Period = PERIODS["export"]) -> Clock:
    return run(due, events, calendar=calendar(), period=period)


def general(due: date | None, *events: ClaimEvent) -> Clock:
    return run(due, events, calendar=calendar())


# CC 594; 海商法 284, 286 (domain handbook §1.7)
@pytest.mark.parametrize(
    ("kind", "last_day"),
    [
        ("sale", "2026-09-30"),
        ("export", "2027-09-30"),
        ("sea_carriage", "2024-09-30"),
        ("charter", "2025-09-30"),
    ],
)
def test_some_kinds_of_claims_have_a_period_of_their_own(kind: str, last_day: str) -> None:
    assert str(clock(DUE, period=period_for(kind)).last_day) == last_day


def test_a_demand_does_not_interrupt_where_only_a_suit_or_consent_does() -> None:
    sea = PERIODS["sea_carriage"]
    demanded = clock(DUE, event("D3", "2024-03-01"), period=sea)
    assert (str(demanded.last_day), demanded.events[0].why.code) == ("2024-09-30", "limitation_demand_idle")
    for code in ("C1", "P1", "P2"):
        assert str(clock(DUE, event(code, "2024-03-01"), period=sea).last_day) == "2025-03-01"


def test_a_special_period_is_never_the_two_years_of_old() -> None:
    assert clock(date(2015, 9, 1)).last_day == date(2019, 9, 1)


# CC 195: from the end of the relevant procedure
def test_a_procedure_restarts_the_clock_on_its_filing_and_then_on_its_end() -> None:
    filed, ended = event("C1", "2025-01-10"), event("C1", "2025-01-10", "2026-03-20")
    assert str(general(DUE, filed).last_day) == "2028-01-10"
    assert str(general(DUE, ended).last_day) == "2029-03-20"
    assert general(DUE, ended).events[0].why.code == "limitation_interrupts_until"


def test_what_happens_during_a_procedure_is_swallowed_by_its_end() -> None:
    ended = general(DUE, event("C1", "2025-01-10", "2026-03-20"), event("D3", "2025-06-01"))
    assert str(ended.last_day) == "2029-03-20"


# CC 194
@pytest.mark.parametrize(
    ("start", "until", "last_day", "code"),
    [
        ("2026-06-01", "2026-08-01", "2027-02-01", "limitation_suspends"),
        ("2026-03-01", "2026-03-31", "2026-09-30", "limitation_obstacle_idle"),
        ("2025-01-01", "2026-04-15", "2026-10-15", "limitation_suspends"),
        ("2026-09-30", "2026-12-31", "2027-06-30", "limitation_suspends"),
        ("2026-10-01", "2026-12-31", "2026-09-30", "limitation_obstacle_idle"),
        ("2026-06-01", None, "2026-09-30", "limitation_obstacle_open"),
    ],
)
def test_an_obstacle_in_the_last_six_months_lets_the_period_end_six_months_after_it(
    start: str, until: str | None, last_day: str, code: str
) -> None:
    ends = general(DUE, event(OBSTACLE, start, until))
    assert (str(ends.last_day), ends.events[0].why.code) == (last_day, code)


def test_a_demand_in_the_time_an_obstacle_gave_is_in_time() -> None:
    ends = general(DUE, event(OBSTACLE, "2026-06-01", "2026-08-01"), event("D3", "2027-01-15"))
    assert str(ends.last_day) == "2030-01-15"
    assert [each.suspends for each in ends.events] == [True, False]


def test_an_obstacle_that_an_interruption_overtook_suspends_nothing() -> None:
    ends = general(DUE, event("D3", "2026-05-20"), event(OBSTACLE, "2026-06-01", "2026-08-01"))
    assert (str(ends.last_day), [each.suspends for each in ends.events]) == ("2029-05-20", [False, False])


# 诉讼时效规定 4
def test_a_refusal_at_the_first_demand_starts_the_clock_of_an_undated_claim() -> None:
    assert str(general(None, event(REFUSAL, "2024-05-01")).last_day) == "2027-05-01"
    in_grace = general(None, event("D3", "2024-05-01"), event(REFUSAL, "2024-05-06"))
    assert str(in_grace.last_day) == "2027-05-06"
    later = general(None, event("D3", "2024-05-01"), event(REFUSAL, "2024-06-01"))
    assert (str(later.last_day), later.events[1].why.code) == ("2027-05-16", "limitation_refusal_idle")
    assert general(DUE, event(REFUSAL, "2024-06-01")).last_day == date(2026, 9, 30)


def test_what_starts_an_undated_clock_counts_though_it_cannot_be_proved() -> None:
    told = [event("D3", "2024-05-01", provable=False), event("P2", "2025-05-01", provable=False)]
    assert both(None, told, calendar=calendar()) == (date(2028, 5, 1), date(2027, 5, 16))


days = st.dates(date(2018, 1, 1), date(2030, 1, 1))
codes = st.sampled_from(sorted(EVENT_KINDS))
spans = st.integers(0, 900)


@st.composite
def drawn_events(draw) -> list[ClaimEvent]:
    found = []
    for code, on, span, provable in draw(
        st.lists(
            st.tuples(st.sampled_from([*sorted(EVENT_KINDS), OBSTACLE]), days, spans, st.booleans()),
            max_size=7,
        )
    ):
        until = date.fromordinal(on.toordinal() + span) if span > 300 else None
        found.append(ClaimEvent(code, on, provable, until))
    return found


periods = st.sampled_from([period_for(kind) for kind in ("sale", *PERIODS)])


@given(days, drawn_events(), codes, days, periods)
def test_one_more_interruption_never_shortens_the_clock(due, events, code, on, period) -> None:
    before = run(due, events, calendar=calendar(), period=period)
    after = run(due, [*events, ClaimEvent(code, on)], calendar=calendar(), period=period)
    assert after.last_day >= before.last_day


@given(days, drawn_events(), days, spans, periods)
def test_one_more_obstacle_never_shortens_the_clock(due, events, on, span, period) -> None:
    before = run(due, events, calendar=calendar(), period=period)
    obstacle = ClaimEvent(OBSTACLE, on, until=date.fromordinal(on.toordinal() + span))
    after = run(due, [*events, obstacle], calendar=calendar(), period=period)
    assert after.last_day >= before.last_day


@given(st.none() | days, drawn_events(), st.randoms())
def test_the_order_in_which_events_are_told_does_not_matter(due, events, random) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)
    assert general(due, *events).last_day == general(due, *shuffled).last_day


@given(st.none() | days, drawn_events(), periods)
def test_what_can_be_proved_never_ends_later_than_what_is_claimed(due, events, period) -> None:
    claimed, provable = both(due, events, calendar=calendar(), period=period)
    assert (claimed is None) == (provable is None)
    assert claimed is None or provable <= claimed


def test_codes_that_do_not_interrupt_are_known_too() -> None:
    assert set(OTHER_KINDS) == {"S1", "R1"}
    assert not set(OTHER_KINDS) & set(EVENT_KINDS)
