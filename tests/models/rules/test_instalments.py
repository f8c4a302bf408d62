from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reference import calendar
from models.rules.day_count import ACTUAL, Terms
from models.rules.instalments import Instalment, adds_up, difference, free, rebalance, schedule
from models.rules.problems import Refused

FIRST = date(2026, 12, 8)


def principals(instalments: tuple[Instalment, ...]) -> list[int]:
    return [each.principal_fen for each in instalments]


def test_five_hundred_thousand_goes_into_five_months() -> None:
    plan = schedule(50_000_000, 5, FIRST, "month")
    assert principals(plan) == [10_000_000] * 5
    assert [each.due_on.isoformat() for each in plan] == [
        "2026-12-08",
        "2027-01-08",
        "2027-02-08",
        "2027-03-08",
        "2027-04-08",
    ]
    assert [each.balance_after_fen for each in plan] == [40_000_000, 30_000_000, 20_000_000, 10_000_000, 0]


def test_the_last_instalment_takes_the_odd_fen() -> None:
    assert principals(schedule(80_000_000, 3, FIRST, "quarter")) == [26_666_667, 26_666_667, 26_666_666]


def test_months_are_counted_from_the_first_day_without_drift() -> None:
    days = [each.due_on for each in schedule(400, 4, date(2027, 1, 31), "month")]
    assert days == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)]


def test_a_rhythm_of_days_counts_days() -> None:
    assert [each.due_on.day for each in schedule(300, 3, date(2026, 11, 1), 10)] == [1, 11, 21]


def test_days_off_stand_unless_moving_is_asked_for() -> None:
    holiday = date(2026, 10, 1)
    assert schedule(100, 1, holiday, "month")[0].due_on == holiday
    moved = schedule(100, 1, holiday, "month", roll=calendar())[0]
    assert (moved.due_on, moved.moved_from, moved.published) == (date(2026, 10, 8), holiday, True)


def test_a_day_off_in_a_year_that_is_not_out_stands_and_says_so() -> None:
    saturday = date(2027, 11, 20)
    kept = schedule(100, 1, saturday, "month", roll=calendar())[0]
    assert (kept.due_on, kept.moved_from, kept.published) == (saturday, None, False)


def test_a_first_payment_is_the_first_instalment() -> None:
    assert principals(schedule(100_000, 4, FIRST, "month", first_payment_fen=40_000)) == [
        40_000,
        20_000,
        20_000,
        20_000,
    ]


def test_a_rising_plan_asks_little_first() -> None:
    assert principals(schedule(60_000, 3, FIRST, "month", shape="rising")) == [10_000, 20_000, 30_000]


def test_interest_runs_on_the_open_principal_by_actual_days() -> None:
    plan = schedule(
        10_000_000, 2, date(2026, 12, 31), "month", annual_rate_bp=450, interest_from=date(2026, 12, 1)
    )
    # 100,000 x 4.5 % x 30 / 365 = 369.86; 50,000 x 4.5 % x 31 / 365 = 191.10
    assert [each.interest_fen for each in plan] == [36_986, 19_110]


def test_without_a_day_interest_runs_from_the_first_instalment() -> None:
    plan = schedule(10_000_000, 2, date(2026, 12, 31), "month", annual_rate_bp=450)
    assert [each.interest_fen for each in plan] == [0, 19_110]


@pytest.mark.parametrize(
    ("total", "count", "every", "options", "code"),
    [
        (6, 4, "month", {}, "instalment_too_small"),
        (2, 3, "month", {}, "instalment_too_small"),
        (100, 0, "month", {}, "instalment_count"),
        (10**9, 601, "month", {}, "instalment_count"),
        (100, 2, 0, {}, "instalment_rhythm"),
        (100, 2, "month", {"annual_rate_bp": -1}, "instalment_rate"),
        (100, 2, "month", {"first_payment_fen": 100}, "first_payment_out_of_range"),
        (100, 1, "month", {"first_payment_fen": 50}, "first_payment_out_of_range"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_by_name(total: int, count: int, every, options, code: str) -> None:
    with pytest.raises(Refused) as refused:
        schedule(total, count, FIRST, every, **options)
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize(("first", "count"), [(date(9990, 1, 1), 600), (date(2199, 12, 1), 2)])
def test_a_plan_beyond_the_calendar_is_refused(first: date, count: int) -> None:
    with pytest.raises(Refused):
        schedule(10**9, count, first, "quarter")


def test_changing_one_instalment_shares_the_rest_over_the_later_ones() -> None:
    plan = rebalance(schedule(50_000, 5, FIRST, "month"), 2, 4_000)
    assert principals(plan) == [10_000, 4_000, 12_000, 12_000, 12_000]
    assert adds_up(plan, 50_000)
    assert plan[-1].balance_after_fen == 0


def test_changing_the_last_instalment_leaves_a_difference() -> None:
    plan = rebalance(schedule(50_000, 5, FIRST, "month"), 5, 9_000)
    assert difference(plan, 50_000) == -1_000
    assert not adds_up(plan, 50_000)


def test_a_change_that_leaves_nothing_for_the_others_is_refused() -> None:
    with pytest.raises(Refused):
        rebalance(schedule(50_000, 5, FIRST, "month"), 2, 40_000)


# A level instalment by the textbook formula P x i x (1 + i)^n / ((1 + i)^n - 1), i = rate / 12
@pytest.mark.parametrize(
    ("principal", "rate_bp", "count", "level"),
    [(100_000_00, 600, 12, 8_606_64), (1_000_000_00, 490, 360, 5_307_27), (12_000_00, 0, 12, 1_000_00)],
)
def test_a_level_instalment_is_that_of_the_textbook(
    principal: int, rate_bp: int, count: int, level: int
) -> None:
    plan = schedule(principal, count, FIRST, "month", shape="annuity", annual_rate_bp=rate_bp)
    sums = {each.principal_fen + each.interest_fen for each in plan[:-1]}
    assert sums == {level}
    assert abs(plan[-1].principal_fen + plan[-1].interest_fen - level) < count
    assert adds_up(plan, principal)


def test_a_level_instalment_by_days_stays_level_over_uneven_months() -> None:
    plan = schedule(
        100_000_00,
        6,
        date(2026, 1, 31),
        "month",
        shape="annuity",
        annual_rate_bp=1200,
        interest_from=date(2026, 1, 1),
        terms=Terms(ACTUAL),
    )
    assert len({each.principal_fen + each.interest_fen for each in plan[:-1]}) == 1
    assert plan[0].interest_fen == 98_630  # 100,000 x 12 % x 30 / 365
    assert adds_up(plan, 100_000_00)


def test_equal_principal_bears_interest_on_the_rest_by_months() -> None:
    # 等额本金: 1,000,000 over 360 months at 4.9 %; the first month costs 1,000,000 x 4.9 % / 12
    plan = schedule(
        1_000_000_00,
        360,
        date(2026, 2, 1),
        "month",
        annual_rate_bp=490,
        interest_from=date(2026, 1, 1),
        terms=Terms(counting="months"),
    )
    assert (plan[0].principal_fen, plan[0].interest_fen) == (2_777_78, 4_083_33)
    assert plan[1].interest_fen == 4_071_99


def test_a_day_moved_on_bears_interest_by_days_but_not_by_months() -> None:
    def interest_of(terms: Terms) -> int:
        first = date(2026, 10, 1)
        since = date(2026, 9, 1)
        plan = schedule(
            3_650_000,
            1,
            first,
            "month",
            roll=calendar(),
            annual_rate_bp=1000,
            interest_from=since,
            terms=terms,
        )
        return plan[0].interest_fen

    assert interest_of(Terms()) == 37_000  # 37 days, to 8 October
    assert interest_of(Terms(counting="months")) == 30_417


def test_a_first_payment_comes_before_a_level_rest() -> None:
    plan = schedule(
        100_000, 4, FIRST, "month", shape="annuity", first_payment_fen=40_000, annual_rate_bp=1200
    )
    assert principals(plan)[0] == 40_000
    assert plan[1].principal_fen + plan[1].interest_fen == plan[2].principal_fen + plan[2].interest_fen
    assert adds_up(plan, 100_000)


def test_interest_never_runs_before_its_first_day() -> None:
    plan = schedule(
        200_000, 2, date(2026, 1, 1), "month", annual_rate_bp=3650, interest_from=date(2026, 1, 22)
    )
    assert [each.interest_fen for each in plan] == [0, 1_000]


def test_days_and_sums_may_be_settled_freely() -> None:
    given_days = [(date(2027, 2, 1), 60_000), (date(2026, 12, 1), 40_000)]
    plan = free(100_000, given_days, annual_rate_bp=3650)
    assert [(each.number, each.due_on.month, each.principal_fen) for each in plan] == [
        (1, 12, 40_000),
        (2, 2, 60_000),
    ]
    assert plan[1].interest_fen == 60_000 * 62 // 1000


@pytest.mark.parametrize(
    ("given_days", "code"),
    [
        ([(date(2026, 12, 1), 40_000)], "instalments_differ"),
        ([(date(2026, 12, 1), 40_000), (date(2026, 12, 1), 60_000)], "instalment_days"),
        ([(date(2026, 12, 1), 100_000), (date(2027, 1, 1), 0)], "instalment_too_small"),
        ([], "instalment_count"),
    ],
)
def test_free_instalments_that_do_not_fit_are_refused(given_days, code: str) -> None:
    with pytest.raises(Refused) as refused:
        free(100_000, given_days)
    assert refused.value.problems[0].code == code


@given(st.integers(10**4, 10**11), st.integers(1, 60), st.integers(0, 3600), st.sampled_from(["month", 10]))
def test_a_level_plan_is_level_and_adds_up(total: int, count: int, rate_bp: int, every) -> None:
    try:
        plan = schedule(total, count, FIRST, every, shape="annuity", annual_rate_bp=rate_bp)
    except Refused:
        assert total < 10**7
        return
    assert adds_up(plan, total)
    assert len({each.principal_fen + each.interest_fen for each in plan[:-1]}) <= 1
    assert plan[-1].balance_after_fen == 0


@given(st.integers(1, 10**13), st.integers(1, 60), st.sampled_from(["equal", "rising"]))
def test_a_plan_always_adds_up(total: int, count: int, shape) -> None:
    try:
        plan = schedule(total, count, FIRST, "month", shape=shape)
    except Refused:
        assert total < count * count * (count + 1)
        return
    assert adds_up(plan, total)
    assert plan[-1].balance_after_fen == 0
    assert min(principals(plan)) >= 1
