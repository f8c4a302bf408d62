"""Which of two debts weighs heavier: by what delay costs, as the terms have it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from models.reference import rates
from models.rules.bearing import Agreed, House
from models.rules.burden import burden_percent

ON = date(2026, 9, 21)
PERCENT = [
    # what, kind, agreed, percent a year: LPR of that day 3.00 % (data of the shared rates)
    ("nothing agreed: 1.5 LPR", "sale", None, Fraction(9, 2)),
    ("works: LPR without uplift", "construction", None, Fraction(3)),
    ("0.03 % a day", "sale", Agreed("day:0.03"), Fraction(1095, 100)),
    ("0.04 % a day", "sale", Agreed("day:0.04"), Fraction(146, 10)),
    ("agreed a year", "sale", Agreed("year:2"), Fraction(2)),
    ("a cap in the contract", "sale", Agreed("day:0.05", cap="year:6"), Fraction(6)),
    ("a loan under 4 LPR", "loan", Agreed("year:24"), Fraction(12)),
]


@pytest.mark.parametrize(
    ("kind", "agreed", "percent"), [case[1:] for case in PERCENT], ids=[case[0] for case in PERCENT]
)
def test_the_burden_is_what_delay_costs_a_year(kind: str, agreed: Agreed | None, percent: Fraction) -> None:
    assert burden_percent(kind, agreed, ON, rates(), House(Decimal("1.5"))) == percent


def test_equal_terms_weigh_alike_whatever_the_days_of_grace() -> None:
    terms = [Agreed("fixed:lpr1y*1.3", grace_days=days) for days in (0, 30)]
    assert len({burden_percent("sale", each, ON, rates(), House()) for each in terms}) == 1


def test_where_no_rate_can_be_named_there_is_none() -> None:
    assert burden_percent("sale", None, ON, rates(), House(), "USD") == 0
