"""Worked cases of the domain handbook §2.6. V5 is a pleading that slipped a digit, here with its product."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reference import rates
from models.rules.caps import loan_cap
from models.rules.day_count import ACTUAL
from models.rules.interest import Interest, Terms, interest
from models.rules.late_rate import parse
from models.rules.money import parse_yuan, yuan
from models.rules.problems import Refused

USUAL = Terms()


def accrued(principal: str, start: str, end: str, rate: str, terms: Terms = USUAL, **rest) -> Interest:
    days = (date.fromisoformat(start), date.fromisoformat(end))
    return interest(parse_yuan(principal), *days, parse(rate), rates(), terms=terms, **rest)


def amounts(result: Interest) -> list[tuple[int, str]]:
    return [(line.days, yuan(line.amount_fen)) for line in result.lines]


V1 = ("485652.75", "2023-08-21", "2025-06-19", "lpr1y")


def test_v1_a_report_of_a_lawyers_tool_in_four_lines() -> None:
    result = accrued(*V1)
    assert amounts(result) == [(336, "15423.80"), (91, "4056.20"), (211, "8703.16"), (30, "1197.50")]
    assert (yuan(result.total_fen), result.days) == ("29380.66", 668)
    assert [line.percent for line in result.lines] == [Fraction(n, 100) for n in (345, 335, 310, 300)]


def test_v1_on_360_days_differs_by_a_fen_when_only_the_total_is_rounded() -> None:
    assert yuan(accrued(*V1, Terms(360)).total_fen) == "29788.72"
    assert yuan(accrued(*V1, Terms(360, rounding="total")).total_fen) == "29788.73"


@pytest.mark.parametrize(
    ("basis", "count_end", "total"),
    [
        (365, True, "179937.61"),
        (360, True, "182436.75"),
        (365, False, "178948.95"),
        (360, False, "181434.35"),
    ],
)
def test_v2_a_concrete_suppliers_half_year(basis: int, count_end: bool, total: str) -> None:
    result = accrued("6973215.42", "2023-09-01", "2024-02-29", "lpr1y*1.5", Terms(basis, count_end))
    assert yuan(result.total_fen) == total
    assert result.days == (182 if count_end else 181)


BY_MONTHS = Terms(counting="months")


# V2 and V3: the sums as they were pleaded, by months and by years
@pytest.mark.parametrize(
    ("principal", "start", "end", "rate", "terms", "total"),
    [
        (
            "6973215.42",
            "2023-09-01",
            "2024-02-29",
            "year:5.175",
            Terms(365, True, counting="months"),
            "180431.95",
        ),
        (
            "6973215.42",
            "2023-09-01",
            "2024-02-29",
            "fixed:lpr1y*1.5",
            Terms(360, True, counting="months"),
            "180431.95",
        ),
        ("102000", "2020-06-26", "2022-06-26", "fixed:lpr1y", BY_MONTHS, "7854.00"),
    ],
)
def test_months_and_years_are_counted_as_such(
    principal: str, start: str, end: str, rate: str, terms: Terms, total: str
) -> None:
    assert yuan(accrued(principal, start, end, rate, terms).total_fen) == total


@pytest.mark.parametrize(
    ("basis", "count_end", "total"),
    [
        (365, True, "179937.61"),
        (360, True, "182436.75"),
        (365, False, "178948.95"),
        (360, False, "181434.35"),
    ],
)
def test_v2_by_days_the_basis_and_the_last_day_decide(*, basis: int, count_end: bool, total: str) -> None:
    terms = Terms(basis, count_end)
    found = accrued("6973215.42", "2023-09-01", "2024-02-29", "year:5.175", terms)
    assert yuan(found.total_fen) == total


def test_the_days_of_each_calendar_year_are_divided_by_its_own() -> None:
    # 31 days of 2023 over 365 and 60 of 2024 over 366, at 10 %
    result = accrued("133590", "2023-12-01", "2024-03-01", "year:10", Terms(ACTUAL))
    assert yuan(result.total_fen) == yuan(113_460 + 219_000)


# V12: 24 % agreed on a private loan of 2020-09-01; 民间借贷规定 25
def test_a_private_loan_bears_no_more_than_its_ceiling() -> None:
    cap = loan_cap(date(2020, 9, 1), date(2026, 11, 20), rates())
    result = accrued("200000", "2020-09-01", "2021-09-01", "year:24", cap=cap)
    assert yuan(result.total_fen) == "30800.00"
    assert [(line.percent, line.capped) for line in result.lines] == [(Fraction("15.4"), True)]
    assert not accrued("200000", "2020-09-01", "2021-09-01", "year:15.4", cap=cap).lines[0].capped


def test_a_rate_by_the_day_meets_the_ceiling_over_365_days() -> None:
    cap = loan_cap(date(2025, 6, 1), date(2026, 11, 20), rates())
    result = accrued("100000", "2025-06-01", "2026-06-01", "day:0.1", Terms(360), cap=cap)
    assert yuan(result.total_fen) == "12000.00"


def test_an_older_loan_is_split_where_the_ceiling_changed() -> None:
    # 民间借贷规定 31: 24 % until 2020-08-19, then four times the LPR of the day of suing
    cap = loan_cap(date(2019, 3, 1), date(2025, 6, 1), rates())
    result = accrued("36500", "2020-08-10", "2020-08-30", "year:36", cap=cap)
    assert amounts(result) == [(10, "240.00"), (10, "120.00")]


# 企业破产法 46: interest ends the day before the petition is accepted
def test_interest_stops_when_a_bankruptcy_petition_is_accepted() -> None:
    result = accrued("36500", "2025-01-01", "2025-12-31", "year:10", bankrupt_on=date(2025, 1, 11))
    assert (result.total_fen, result.days, result.stopped_on) == (10_000, 10, date(2025, 1, 11))
    before = accrued("36500", "2025-01-01", "2025-12-31", "year:10", bankrupt_on=date(2024, 12, 1))
    assert (before.total_fen, before.days) == (0, 0)
    after = accrued("36500", "2025-01-01", "2025-01-11", "year:10", bankrupt_on=date(2025, 1, 11))
    assert after.stopped_on is None


def test_money_after_the_acceptance_lowers_what_is_owed_but_not_the_interest() -> None:
    paid = [(date(2025, 3, 1), 20_000)]
    result = accrued("36500", "2025-01-01", "2025-12-31", "year:10", bankrupt_on=date(2025, 1, 11), paid=paid)
    assert (result.total_fen, result.interest_left_fen, result.principal_left_fen) == (10_000, 0, 3_640_000)


def test_another_order_of_payment_may_be_agreed() -> None:
    paid = [(date(2025, 1, 11), 1_000_000)]
    order = ("principal", "interest", "costs")
    result = accrued("36500", "2025-01-01", "2025-01-21", "year:10", paid=paid, costs_fen=500, order=order)
    assert (result.payments[0].principal_fen, result.payments[0].interest_fen) == (1_000_000, 0)
    assert (result.costs_left_fen, result.total_fen) == (500, 10_000 + 7_260)


def test_each_line_names_the_publication_it_follows() -> None:
    result = accrued("100000", "2023-09-05", "2024-08-01", "lpr1y*1.5")
    quotes = [line.quote for line in result.lines if line.quote]
    assert [(quote.published_on.isoformat(), quote.rate_bp) for quote in quotes] == [
        ("2023-08-21", 345),
        ("2024-07-22", 335),
    ]


# V3, V5, V6, V10, V11, V12
@pytest.mark.parametrize(
    ("principal", "start", "end", "rate", "total"),
    [
        ("102000", "2020-06-26", "2022-06-26", "year:3.85", "7854.00"),
        ("102000", "2020-06-26", "2022-06-26", "lpr1y", "7783.86"),
        ("450000", "2022-02-18", "2022-09-28", "day:0.1", "99900.00"),
        ("5600000", "2024-05-10", "2024-06-20", "day:0.033", "75768.00"),
        ("320000", "2025-08-01", "2025-09-30", "day:0.05", "9600.00"),
        ("1013800", "2025-01-01", "2025-04-01", "day:0.0175", "15967.35"),
        ("500000", "2025-01-01", "2026-01-01", "day:0.0175", "31937.50"),
        ("200000", "2020-09-01", "2021-09-01", "year:15.4", "30800.00"),
    ],
)
def test_a_worked_case_comes_out_to_the_fen(
    principal: str, start: str, end: str, rate: str, total: str
) -> None:
    assert yuan(accrued(principal, start, end, rate).total_fen) == total


# V7
@pytest.mark.parametrize(
    ("rate", "lines", "total"),
    [
        ("lpr1y", ["360.96", "701.92", "1046.03", "665.75", "1286.85"], "4061.51"),
        ("lpr1y*1.5", ["541.44", "1052.88", "1569.04", "998.63", "1930.27"], "6092.26"),
    ],
)
def test_v7_the_first_year_of_the_prime_rate(rate: str, lines: list[str], total: str) -> None:
    result = accrued("100000", "2019-08-20", "2020-08-20", rate)
    assert [amount for _, amount in amounts(result)] == lines
    assert (yuan(result.total_fen), result.days) == (total, 366)


def test_a_rate_by_the_day_ignores_the_basis() -> None:
    assert accrued("1000", "2025-01-01", "2025-02-01", "day:0.05", Terms(360)).total_fen == 1550


def test_a_fixed_rate_is_that_of_the_first_day() -> None:
    result = accrued("100000", "2019-08-20", "2020-08-20", "fixed:lpr1y*1.5")
    assert [(line.days, line.percent) for line in result.lines] == [(366, Fraction(6375, 1000))]


def test_a_new_line_begins_only_where_the_rate_changes() -> None:
    result = accrued("100000", "2022-08-22", "2023-06-20", "lpr1y")
    assert len(result.lines) == 1


def test_the_benchmark_gives_way_to_the_prime_rate_in_august_2019() -> None:
    result = accrued("100000", "2019-08-10", "2019-08-30", "pboc*1.3+lpr1y*1.5")
    assert [(line.start.isoformat(), line.days, line.percent) for line in result.lines] == [
        ("2019-08-10", 10, Fraction("5.655")),
        ("2019-08-20", 10, Fraction("6.375")),
    ]


# domain handbook §3: P 100,000, 12 %, costs 500; 30,000 paid after 182 days
def test_a_payment_pays_costs_then_interest_then_principal() -> None:
    paid = [(date(2024, 7, 1), 3_000_000)]
    result = accrued("100000", "2024-01-01", "2024-07-01", "year:12", costs_fen=50_000, paid=paid)
    payment = result.payments[0]
    assert (payment.costs_fen, payment.interest_fen, payment.principal_fen) == (50_000, 598_356, 2_351_644)
    assert (result.costs_left_fen, result.interest_left_fen, result.principal_left_fen) == (0, 0, 7_648_356)


def test_a_payments_own_day_bears_no_interest_on_what_it_paid() -> None:
    paid = [(date(2025, 1, 11), 50_000_00 + 328_77)]
    result = accrued("100000", "2025-01-01", "2025-01-21", "year:12", paid=paid)
    assert [(line.days, line.base_fen) for line in result.lines] == [(10, 10_000_000), (10, 5_000_000)]
    assert (result.total_fen, result.interest_left_fen) == (32_877 + 16_438, 16_438)


def test_a_payment_of_interest_alone_breaks_no_line() -> None:
    result = accrued("100000", "2025-01-01", "2025-01-21", "year:12", paid=[(date(2025, 1, 11), 10_000)])
    assert amounts(result) == [(20, "657.53")]
    assert result.interest_left_fen == 55_753


def test_a_payment_before_the_first_day_lowers_what_bears_interest() -> None:
    result = accrued("100000", "2025-01-01", "2026-01-01", "year:10", paid=[(date(2024, 12, 1), 4_000_000)])
    assert (result.total_fen, result.principal_left_fen) == (600_000, 6_000_000)


def test_what_exceeds_the_debt_is_left() -> None:
    result = accrued("100", "2025-01-01", "2025-01-11", "year:10", paid=[(date(2025, 1, 1), 10_500)])
    assert (result.payments[0].left_fen, result.total_fen, result.lines, result.days) == (500, 0, (), 10)


def test_no_day_bears_no_interest() -> None:
    result = accrued("100", "2025-01-01", "2025-01-01", "lpr1y")
    assert (result.total_fen, result.days, result.lines) == (0, 0, ())
    assert accrued("36500", "2025-01-01", "2025-01-01", "year:10", Terms(count_end=True)).total_fen == 1000


@pytest.mark.parametrize(
    ("end", "rate", "doubtful"),
    [
        ("2026-09-21", "lpr1y", False),
        ("2026-09-22", "lpr1y", True),
        ("2026-11-20", "year:12", False),
        ("2026-11-20", "fixed:lpr1y", False),
    ],
)
def test_a_rate_beyond_the_last_verified_one_is_told(end: str, rate: str, doubtful: bool) -> None:
    assert accrued("100", "2026-09-01", end, rate).unverified is doubtful


@pytest.mark.parametrize(
    ("start", "end", "rest", "code"),
    [
        ("2025-01-02", "2025-01-01", {}, "interest_end_before_start"),
        ("2025-01-01", "2025-01-02", {"costs_fen": -1}, "interest_sum_below_zero"),
        ("2025-01-01", "2025-01-02", {"paid": [(date(2025, 1, 1), 0)]}, "interest_sum_below_zero"),
        ("2025-01-01", "2025-01-02", {"paid": [(date(2025, 1, 3), 1)]}, "interest_payment_after_end"),
        ("2019-08-19", "2019-08-21", {}, "rate_not_published"),
    ],
)
def test_what_cannot_be_computed_is_refused_by_name(start: str, end: str, rest, code: str) -> None:
    with pytest.raises(Refused) as refused:
        accrued("100", start, end, "lpr1y", **rest)
    assert refused.value.problems[0].code == code


payments = st.lists(
    st.tuples(st.dates(date(2023, 1, 1), date(2025, 12, 31)), st.integers(1, 10**7)), max_size=5
)


@given(st.integers(0, 10**9), st.integers(0, 10**6), payments, st.sampled_from(["each", "total"]))
def test_nothing_is_lost_between_what_was_owed_and_what_is_left(
    principal: int, costs: int, paid, rounding
) -> None:
    result = interest(
        principal,
        date(2023, 6, 1),
        date(2025, 12, 31),
        parse("lpr1y*1.5"),
        rates(),
        terms=Terms(rounding=rounding),
        costs_fen=costs,
        paid=paid,
    )
    left = result.costs_left_fen + result.interest_left_fen + result.principal_left_fen
    used = sum(fen for _, fen in paid) - sum(payment.left_fen for payment in result.payments)
    assert principal + costs + result.total_fen == left + used
    assert min(result.costs_left_fen, result.interest_left_fen, result.principal_left_fen) >= 0
    if rounding == "each":
        assert result.total_fen == sum(line.amount_fen for line in result.lines)


@given(st.dates(date(2020, 1, 1), date(2026, 1, 1)), st.integers(1, 900))
def test_one_day_more_never_means_less_interest(start: date, days: int) -> None:
    def total(length: int) -> int:
        end = date.fromordinal(start.toordinal() + length)
        return interest(10**8, start, end, parse("lpr1y"), rates()).total_fen

    assert total(days) <= total(days + 1)


rate_specs = st.sampled_from(
    ["lpr1y", "lpr5y*1.3", "pboc*1.3+lpr1y*1.5", "year:12", "day:0.05", "fixed:lpr1y"]
)


@given(st.dates(date(2019, 8, 20), date(2026, 1, 1)), st.integers(0, 900), st.integers(1, 400), rate_specs)
def test_a_later_start_never_gives_more_interest(start: date, length: int, later: int, spec: str) -> None:
    end = date.fromordinal(start.toordinal() + later + length)
    moved = date.fromordinal(start.toordinal() + later)
    for counting in ("days", "months"):
        terms = Terms(counting=counting, rounding="total")
        all_of_it = interest(10**8, start, end, parse(spec), rates(), terms=terms)
        rest = interest(10**8, moved, end, parse(spec), rates(), terms=terms)
        assert rest.total_fen <= all_of_it.total_fen


@given(
    st.dates(date(2019, 8, 20), date(2025, 1, 1)),
    st.integers(0, 600),
    st.integers(0, 600),
    st.sampled_from(["lpr1y*1.5", "year:12", "day:0.05"]),
    st.sampled_from([365, 360, ACTUAL]),
)
def test_splitting_a_stretch_changes_nothing_before_rounding(
    start: date, first: int, second: int, spec: str, basis: int
) -> None:
    # a principal that every divisor of a year divides: no fen is ever rounded
    principal = 365 * 366 * 360 * 100 * 100_000
    middle = date.fromordinal(start.toordinal() + first)
    end = date.fromordinal(middle.toordinal() + second)

    def total(a: date, b: date) -> int:
        return interest(principal, a, b, parse(spec), rates(), terms=Terms(basis)).total_fen

    assert total(start, middle) + total(middle, end) == total(start, end)


@given(payments, st.randoms(), st.sampled_from(["each", "total"]))
def test_the_order_in_which_payments_are_entered_never_matters(paid, chance, rounding) -> None:
    def found(entered) -> Interest:
        days = (date(2023, 6, 1), date(2025, 12, 31))
        terms = Terms(rounding=rounding)
        return interest(10**7, *days, parse("lpr1y"), rates(), terms=terms, paid=entered, costs_fen=5_000)

    shuffled = list(paid)
    chance.shuffle(shuffled)
    assert found(shuffled) == found(paid)


@given(st.sampled_from(["lpr1y*1.5", "fixed:lpr1y*1.5", "year:12", "day:0.05"]), st.integers(1, 800))
def test_days_for_which_a_sum_was_fixed_bear_nothing_more_and_the_rest_bears_as_before(
    spec: str, cut: int
) -> None:
    start, end, terms = date(2023, 3, 1), date(2025, 5, 9), Terms(rounding="total")
    whole = interest(100_000_00, start, end, parse(spec), rates(), terms=terms)
    since = start + timedelta(days=cut)
    rest = interest(100_000_00, start, end, parse(spec), rates(), terms=terms, since=since)
    days = max(0, (end - since).days)
    assert rest.days == sum(line.days for line in rest.lines) == days
    assert all(line.start >= since for line in rest.lines)
    percents = [line.percent for line in whole.lines if line.end > since]
    assert [
        line.percent for line in rest.lines
    ] == percents  # a rate fixed at breach stays that of the breach
