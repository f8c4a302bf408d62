from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from models.reference import rates
from models.rules.derivation import Step, derivation, percent_text
from models.rules.interest import Terms, interest
from models.rules.late_rate import parse
from models.rules.reasons import Reason


def steps(spec: str, terms: Terms, *, source: Reason | None = None, **rest) -> tuple[Step, ...]:
    days = (date(2024, 1, 1), date(2024, 9, 1))
    result = interest(10_000_000, *days, parse(spec), rates(), terms=terms, **rest)
    return derivation(result, parse(spec), terms, source=source)


def test_the_steps_stand_in_the_order_of_days() -> None:
    # domain handbook §3: costs 500, interest 5,983.56, principal 23,516.44 of 30,000
    paid = [(date(2024, 7, 1), 3_000_000)]
    found = steps("year:12", Terms(), costs_fen=50_000, paid=paid)
    assert [(step.what, step.start.isoformat(), step.formula) for step in found] == [
        ("interest", "2024-01-01", "100,000.00 × 12.00% × 182 ÷ 365 = 5,983.56"),
        ("payment", "2024-07-01", "30,000.00 = 500.00 + 5,983.56 + 23,516.44"),
        ("interest", "2024-07-01", "76,483.56 × 12.00% × 62 ÷ 365 = 1,559.01"),
        ("total", "2024-01-01", "5,983.56 + 1,559.01 = 7,542.57"),
    ]


def test_a_step_names_rate_publication_and_source() -> None:
    found = steps("lpr1y*1.5", Terms())
    assert [step.quote.params for step in found if step.quote] == [
        {"published_on": "2023-08-21", "percent": "3.45", "multiple": "1.5"},
        {"published_on": "2024-07-22", "percent": "3.35", "multiple": "1.5"},
    ]
    assert {step.source.code for step in found[:-1]} == {"article_sale_18_4"}
    assert found[-1].source.code == "derived_rounding_each"
    assert steps("year:12", Terms())[0].source.code == "article_agreed"
    chosen = steps("lpr1y*1.5", Terms(), source=Reason("late_source_construction"))
    assert chosen[0].source.code == "late_source_construction"


def test_an_agreed_order_of_payment_is_shown_as_it_was_taken() -> None:
    order = ("principal", "interest", "costs")
    days = (date(2024, 1, 1), date(2024, 2, 1))
    paid = [(date(2024, 1, 11), 10_050_000)]
    result = interest(
        10_000_000, *days, parse("year:3.65"), rates(), paid=paid, costs_fen=100_000, order=order
    )
    step = derivation(result, parse("year:3.65"), Terms(), order=order)[1]
    assert (step.source.code, step.formula) == (
        "article_payment_agreed",
        "100,500.00 = 100,000.00 + 100.00 + 400.00",
    )


def test_a_rate_by_the_day_shows_days_alone() -> None:
    step = steps("day:0.05", Terms(360))[0]
    assert (step.per, step.formula) == ("day", "100,000.00 × 0.05% × 244 = 12,200.00")


def test_a_total_rounded_once_says_where_the_lines_differ() -> None:
    found = interest(
        48_565_275,
        date(2023, 8, 21),
        date(2025, 6, 19),
        parse("lpr1y"),
        rates(),
        terms=Terms(360, rounding="total"),
    )
    last = derivation(found, parse("lpr1y"), Terms(360, rounding="total"))[-1]
    assert last.formula.endswith(" ≈ 29,788.73")
    assert last.source.code == "derived_rounding_total"


def test_no_interest_has_no_total() -> None:
    nothing = interest(0, date(2024, 1, 1), date(2024, 2, 1), parse("year:1"), rates())
    assert derivation(nothing, parse("year:1"), Terms()) == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(3), "3.00"),
        (Fraction("5.175"), "5.175"),
        (Fraction(154, 3650), "0.04219178"),
        (Fraction(0), "0.00"),
    ],
)
def test_a_percentage_has_at_least_two_decimals(value: Fraction, text: str) -> None:
    assert percent_text(value) == text
