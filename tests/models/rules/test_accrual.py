from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reference import rates
from models.rules.accrual import Accrual
from models.rules.caps import loan_cap
from models.rules.day_count import ACTUAL, Terms
from models.rules.interest import interest
from models.rules.late_rate import parse
from models.rules.payment_order import PRINCIPAL_FIRST
from models.rules.problems import Refused

SPECS = ["lpr1y", "lpr5y*1.3", "fixed:lpr1y*1.5", "pboc*1.3+lpr1y*1.5", "pboc3y+lpr1y", "fixed:pboc+lpr1y"]
SPECS += ["year:12", "day:0.05"]
CAP = loan_cap(date(2019, 3, 1), date(2025, 6, 1), rates())


@given(
    st.sampled_from(SPECS),
    st.integers(0, 10**10),
    st.dates(date(2019, 8, 20), date(2026, 11, 1)),
    st.integers(-1, 2500),
    st.sampled_from([365, 360, ACTUAL]),
    st.booleans(),
    st.sampled_from(["each", "total"]),
    st.sampled_from(["days", "months"]),
    st.booleans(),
)
def test_many_debts_at_once_come_out_as_each_alone(
    spec: str, base: int, start: date, length: int, basis: int, count_end, rounding, counting, capped: bool
) -> None:
    if "pboc" in spec:
        start -= timedelta(days=1500)
    terms, cap = Terms(basis, count_end, rounding, counting), CAP if capped else ()
    end = start + timedelta(days=length)
    found = Accrual(parse(spec), rates(), terms, cap).fen(base, start, end)
    if length < 0:
        assert found == 0
    else:
        alone = interest(base, start, end, parse(spec), rates(), terms=terms, cap=cap)
        assert found == alone.total_fen


@pytest.mark.parametrize("spec", ["lpr1y", "pboc", "pboc+lpr1y"])
def test_a_day_before_the_tables_is_refused(spec: str) -> None:
    with pytest.raises(Refused) as refused:
        Accrual(parse(spec), rates()).fen(100, date(2011, 1, 1), date(2026, 1, 1))
    assert refused.value.problems[0].code == "rate_not_published"


@given(
    st.sampled_from(SPECS),
    st.integers(1, 10**9),
    st.dates(date(2019, 8, 20), date(2026, 1, 1)),
    st.integers(0, 900),
    st.lists(st.tuples(st.integers(-60, 900), st.integers(1, 10**9)), max_size=4),
    st.booleans(),
    st.sampled_from(["each", "total"]),
    st.booleans(),
    st.none() | st.integers(-30, 950),
)
def test_payments_that_lower_the_principal_come_out_as_one_by_one(
    spec: str, base: int, start: date, length: int, paid, count_end: bool, rounding, capped: bool, fixed
) -> None:
    terms, cap = Terms(365, count_end, rounding), CAP if capped else ()
    end = start + timedelta(days=length)
    sums = [(start + timedelta(days=min(day, length)), fen) for day, fen in paid]
    since = None if fixed is None else start + timedelta(days=fixed)
    found = Accrual(parse(spec), rates(), terms, cap).falling(base, start, end, sums, since)
    alone = interest(
        base,
        start,
        end,
        parse(spec),
        rates(),
        terms=terms,
        cap=cap,
        paid=sums,
        order=PRINCIPAL_FIRST,
        since=since,
    )
    assert found == alone.total_fen
