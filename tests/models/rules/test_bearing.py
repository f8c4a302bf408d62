"""What a claim bears by agreement, by law, and under which ceiling."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from models.reference import rates
from models.rules.bearing import Agreed, Bearing, bearing, lower
from models.rules.late_rate import RateStep
from models.rules.problems import Refused

DUE, TODAY = date(2025, 3, 31), date(2026, 11, 20)


def of(kind: str = "sale", agreed: Agreed | None = None, **more: object) -> Bearing:
    return bearing(kind, DUE, agreed, rates(), TODAY, **more)  # type: ignore[arg-type]


def test_without_agreement_a_sale_bears_what_the_interpretation_says() -> None:
    found = of()
    assert (found.spec, found.start, found.proposal.rule) == ("fixed:lpr1y*1.5", date(2025, 4, 1), "R3")


def test_construction_bears_the_lpr_without_uplift() -> None:
    assert of("construction").spec == "lpr1y"


def test_days_of_grace_put_the_first_day_off() -> None:
    assert of(agreed=Agreed("day:0.05", grace_days=10)).start == date(2025, 4, 11)


def test_what_was_agreed_comes_before_the_law() -> None:
    found = of(agreed=Agreed("day:0.05"))
    assert (found.spec, found.proposal.rule) == ("day:0.05", "R1")


def test_a_loan_without_its_contract_day_has_no_rate_yet() -> None:
    assert of("loan", Agreed("year:24")).rate is None


def test_a_loan_stays_under_four_times_the_lpr_of_its_contract_day() -> None:
    found = of("loan", Agreed("year:24", on=date(2020, 9, 1)))
    assert [step.percent for step in found.cap] == [Fraction("15.4")]


def test_the_contract_day_of_a_loan_may_be_that_of_its_issue() -> None:
    assert of("loan", Agreed("year:24"), signed_on=date(2025, 5, 20)).cap[0].percent == 12


def test_the_lpr_is_no_rate_for_dollars() -> None:
    found = of(currency="USD")
    assert (found.rate, found.proposal.confidence) == (None, "ask")
    assert of(agreed=Agreed("year:8"), currency="USD").spec == "year:8"


@pytest.mark.parametrize(
    ("cap", "percents"),
    [
        ("year:10", [Fraction(10)]),
        ("day:0.03", [Fraction("10.95")]),
        ("fixed:lpr1y*4", [Fraction("15.4")]),
    ],
)
def test_an_agreed_cap_is_percent_a_year(cap: str, percents: list[Fraction]) -> None:
    found = of(agreed=Agreed("day:0.1", cap=cap, on=date(2020, 9, 1)))
    assert [step.percent for step in found.cap] == percents


def test_a_floating_cap_moves_with_the_lpr() -> None:
    found = of(agreed=Agreed("day:0.1", cap="lpr1y*4"))
    assert (found.cap[0].start, found.cap[0].percent) == (date(2019, 8, 20), 17)
    assert found.cap[-1].percent == 12


def test_of_two_ceilings_the_lower_one_counts_on_each_day() -> None:
    one = [RateStep(date(2020, 1, 1), Fraction(24)), RateStep(date(2020, 8, 20), Fraction(12))]
    other = [RateStep(date(2020, 3, 1), Fraction(15))]
    assert [(step.start.month, step.percent) for step in lower(one, other)] == [(1, 24), (3, 15), (8, 12)]


@pytest.mark.parametrize(
    "wrong", [{"rate": "lpr"}, {"rate": "lpr1y", "cap": "4x"}, {"rate": "lpr1y", "grace_days": -1}]
)
def test_what_cannot_be_reckoned_with_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(Refused):
        Agreed(**wrong)  # type: ignore[arg-type]
