"""Figures of the domain handbook that stand between the rules; each case names its section.

What belongs to one rule stands with it: interest (§2.6) in test_interest, court fees (§6.4) in test_fees, and so on.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from models.reference import calendar, post_forms, rates
from models.rules.clocks import KINDS, running
from models.rules.instalments import schedule
from models.rules.interest import Terms, interest
from models.rules.interest_doubts import annual_percent
from models.rules.late_rate import parse
from models.rules.money import yuan


# §1.4: the weekday of each nominal last day, and whether it is worked
@pytest.mark.parametrize(
    ("nominal", "weekday", "works"),
    [
        ("2026-09-30", "Wed", True),
        ("2026-10-01", "Thu", False),
        ("2023-02-28", "Tue", True),
        ("2026-02-14", "Sat", True),
        ("2026-09-20", "Sun", True),
        ("2026-02-28", "Sat", True),
        ("2026-02-20", "Fri", False),
        ("2026-09-25", "Fri", False),
        ("2025-10-08", "Wed", False),
    ],
)
def test_a_last_day_is_worked_or_not_whatever_its_weekday(nominal: str, weekday: str, works: bool) -> None:
    day = date.fromisoformat(nominal)
    assert (f"{day:%a}", calendar().is_workday(day)) == (weekday, works)


# §1.4: fifteen days from a base, the base not counted, then moved over the holidays
@pytest.mark.parametrize(
    ("base", "nominal", "rolled"),
    [("2026-09-10", "2026-09-25", "2026-09-28"), ("2025-09-23", "2025-10-08", "2025-10-09")],
)
def test_fifteen_days_end_and_roll(base: str, nominal: str, rolled: str) -> None:
    last_day = date.fromisoformat(base) + timedelta(days=15)
    assert (str(last_day), str(calendar().rolled(last_day))) == (nominal, rolled)


# §1.6, §1.7, §6.1, §6.2, §6.7: each period from 2024-01-10 to its nominal last day
@pytest.mark.parametrize(
    ("kind", "last_day"),
    [
        ("construction_priority", "2025-07-10"),  # 18 months, 建工解释(一) 41
        ("preserved_deposit", "2025-01-10"),  # a year, 民诉解释 485
        ("preserved_movable", "2026-01-10"),  # two years
        ("preserved_land", "2027-01-10"),  # three years
        ("sue_after_preservation", "2024-02-09"),  # 30 days, 民诉法 104
        ("preservation_review", "2024-01-15"),  # 5 days, 财产保全规定 25
        ("enforcement", "2026-01-10"),  # two years, 民诉法 250
        ("notarised_enforcement", "2026-01-10"),  # two years, 公证债权文书执行规定 9
        ("bill_acceptor", "2026-01-10"),  # two years, 票据法 17
        ("bill_sight", "2026-01-10"),
        ("cheque_drawer", "2024-07-10"),  # six months
        ("bill_recourse", "2024-07-10"),
        ("bill_rerecourse", "2024-04-10"),  # three months
        ("bankruptcy_objection", "2024-01-25"),  # 15 days, 破产解释三 8
        ("deregistration_objection", "2024-01-30"),  # 20 days, 公司法 240
        ("payment_order_to_suit", "2024-01-17"),  # 7 days, 民诉解释 438
        ("labour_arbitration", "2025-01-10"),
        ("mail_query", "2025-01-10"),  # a year from posting, 邮政法 49
    ],
)
def test_a_period_is_as_long_as_its_article_says(kind: str, last_day: str) -> None:
    assert str(running(KINDS[kind], date(2024, 1, 10), calendar=calendar()).last_day) == last_day


# §6.2: renewal at least 7 days before a seizure ends, told 30, 15 and 7 days ahead
@pytest.mark.parametrize("kind", ["preserved_deposit", "preserved_movable", "preserved_land"])
def test_a_seizure_is_renewed_a_week_before_it_ends(kind: str) -> None:
    assert (KINDS[kind].act_before, KINDS[kind].alarms) == (7, (30, 15, 7))


# §2.6: how many days lie between the first day of interest and the last, which is not counted
@pytest.mark.parametrize(
    ("vector", "start", "end", "days"),
    [
        ("V1", "2023-08-21", "2025-06-19", 668),
        ("V2", "2023-09-01", "2024-02-29", 181),
        ("V5", "2022-02-18", "2022-09-28", 222),
        ("V6", "2024-05-10", "2024-08-05", 87),  # the example counts 86
        ("V7", "2019-08-20", "2020-08-20", 366),
        ("V10", "2025-08-01", "2025-09-30", 60),
        ("§3", "2024-01-01", "2024-07-01", 182),
    ],
)
def test_the_days_of_a_vector_are_counted_with_its_last_left_out(
    vector: str, start: str, end: str, days: int
) -> None:
    found = interest(100, date.fromisoformat(start), date.fromisoformat(end), parse("year:5"), rates())
    assert found.days == days, vector


# §2.5: what a rate by the day comes to over a year
@pytest.mark.parametrize(
    ("daily", "basis", "yearly"),
    [("0.05", 365, "18.25"), ("0.05", 360, "18"), ("0.1", 365, "36.5"), ("0.0175", 365, "6.3875")],
)
def test_a_rate_by_the_day_is_so_much_a_year(daily: str, basis: int, yearly: str) -> None:
    start = date(2025, 1, 1)
    end = start + timedelta(days=basis)

    def borne(spec: str) -> int:
        return interest(10**8, start, end, parse(spec), rates(), terms=Terms(basis)).total_fen

    assert borne(f"day:{daily}") == borne(f"year:{yearly}")
    if basis == 365:
        assert annual_percent(Fraction(daily), parse(f"day:{daily}")) == Fraction(yearly)


# Opening table, last row: 500,000 on the 15th of five months; 800,000 by quarter over a year
@pytest.mark.parametrize(
    ("total", "count", "every", "each", "last"),
    [
        (50_000_000, 5, "month", "100000.00", "2027-04-15"),
        (80_000_000, 4, "quarter", "200000.00", "2027-09-15"),
    ],
)
def test_a_usual_plan_is_split_evenly(total: int, count: int, every, each: str, last: str) -> None:
    plan = schedule(total, count, date(2026, 12, 15), every)
    assert {yuan(instalment.principal_fen) for instalment in plan} == {each}
    assert (str(plan[-1].due_on), plan[-1].balance_after_fen) == (last, 0)


# Annex A: the prime rate was published on the 20th but for these days
LATER = """
2019-10-21 2020-06-22 2020-09-21 2020-12-21 2021-02-22 2021-03-22 2021-06-21 2021-09-22 2021-11-22 2022-02-21
2022-03-21 2022-08-22 2022-11-21 2023-05-22 2023-08-21 2024-01-22 2024-04-22 2024-07-22 2024-10-21 2025-04-21
2025-07-21 2025-09-22 2025-12-22 2026-02-24 2026-06-22
"""


def test_the_prime_rate_was_published_month_by_month_on_the_days_of_the_annex() -> None:
    later = {text[:7]: text for text in LATER.split()}
    months = [f"{year}-{month:02}" for year in range(2019, 2027) for month in range(1, 13)]
    wanted = [later.get(month, f"{month}-20") for month in months if "2019-08" <= month <= "2026-09"]
    assert [str(day) for day in rates().series["lpr1y"].starts] == wanted
    # §2.3: the days that calendars get wrong
    assert {"2026-09-20", "2026-06-22", "2021-02-22"} <= set(wanted)


# §5.4: mm; machine reading 90 x 26 upper left, barcode 55-160 mm from the right within 20 mm of the bottom
@pytest.mark.parametrize(
    ("key", "width", "height"),
    [("dl", 220, 110), ("zl", 230, 120), ("c5", 229, 162), ("c4", 324, 229), ("ems_76x130", 76, 130)],
)
def test_a_form_of_the_post_has_its_size_and_its_blank_zones(key: str, width: int, height: int) -> None:
    form = next(form for form in post_forms() if form.key == key)
    assert (form.width, form.height) == (width, height)
    zones = [(zone.x, zone.y, zone.width, zone.height) for zone in form.zones[:2]]
    envelope = [(0, 0, 90, 26), (width - 160, height - 20, 105, 20)]
    assert zones == (envelope if form.use == "envelope" else [])
