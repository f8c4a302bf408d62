from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from models.reference import rates
from models.rules.late_rate import LateRate, Part, parse, steps, tier
from models.rules.problems import Refused

LPR = Part("lpr1y", Decimal(1))


@pytest.mark.parametrize(
    ("spec", "rate"),
    [
        ("lpr1y", LateRate("floating", prime=LPR)),
        (" LPR5Y*1.30 ", LateRate("floating", prime=Part("lpr5y", Decimal("1.30")))),
        ("fixed:lpr1y", LateRate("fixed", prime=LPR)),
        ("pboc*1.3", LateRate("floating", benchmark=Part("pboc", Decimal("1.3")))),
        ("pboc3y+lpr1y", LateRate("floating", benchmark=Part("pboc3y", Decimal(1)), prime=LPR)),
        ("pbocover5y", LateRate("floating", benchmark=Part("pbocover5y", Decimal(1)))),
        ("year:12", LateRate("year", Decimal(12))),
        ("day:0.05", LateRate("day", Decimal("0.05"))),
    ],
)
def test_a_rate_is_read_as_it_is_written(spec: str, rate: LateRate) -> None:
    assert parse(spec) == rate


@pytest.mark.parametrize(
    "spec",
    [
        "",
        "lpr",
        "lpr1y*",
        "lpr1y*-1",
        "lpr1y*1e3",
        "lpr1y*nan",
        "lpr1y+pboc",
        "lpr1y+lpr5y",
        "+lpr1y",
        "pboc2y",
        "pboc+lpr1y+lpr1y",
        "fixed:year:12",
        "year:",
        "year:-3",
        "day:5%",
    ],
)
def test_what_is_no_rate_is_refused(spec: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(spec)
    assert refused.value.problems[0].code == "rate_unreadable"


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("2018-07-01", "pboc6m"),
        ("2018-07-02", "pboc1y"),
        ("2019-01-01", "pboc1y"),
        ("2019-01-02", "pboc3y"),
        ("2021-01-01", "pboc3y"),
        ("2022-01-01", "pboc5y"),
        ("2023-01-01", "pboc5y"),
        ("2023-01-02", "pbocover5y"),
    ],
)
def test_the_benchmark_tier_follows_the_length_of_the_delay(end: str, name: str) -> None:
    assert tier(date(2018, 1, 1), date.fromisoformat(end)) == name


def test_a_named_tier_is_kept_however_long_the_delay() -> None:
    long = steps(parse("pboc1y"), date(2012, 1, 1), date(2012, 2, 1), rates())
    assert [step.percent for step in long] == [Fraction("6.56")]


def test_a_benchmark_alone_ends_in_august_2019() -> None:
    with pytest.raises(Refused) as refused:
        steps(parse("pboc"), date(2019, 8, 1), date(2019, 9, 1), rates())
    assert refused.value.problems[0].params["day"] == "2019-08-20"
    assert len(steps(parse("pboc"), date(2019, 8, 1), date(2019, 8, 20), rates())) == 1


def test_a_day_before_every_table_is_refused() -> None:
    with pytest.raises(Refused):
        steps(parse("pboc"), date(2011, 7, 6), date(2011, 8, 1), rates())
