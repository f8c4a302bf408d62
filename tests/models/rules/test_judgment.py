"""The doubled part after a judgment: 民诉法 264, 法释〔2014〕8号; worked cases V11 of the domain handbook §2.6."""

from __future__ import annotations

from datetime import date

import pytest

from models.reference import rates
from models.rules.judgment import Judged, after_judgment, doubled
from models.rules.late_rate import parse
from models.rules.money import parse_yuan, yuan
from models.rules.problems import Refused


@pytest.mark.parametrize(
    ("base", "start", "until", "total"),
    [("1013800", "2025-01-01", "2025-04-01", "15967.35"), ("500000", "2025-01-01", "2026-01-01", "31937.50")],
)
def test_v11_the_doubled_part_by_days(base: str, start: str, until: str, total: str) -> None:
    judged = [Judged(parse_yuan(base), date.fromisoformat(start))]
    assert yuan(doubled(judged, date.fromisoformat(until)).total_fen) == total


def test_each_judged_instalment_is_late_from_its_own_day() -> None:
    judged = [Judged(1_000_000, date(2025, 1, 1)), Judged(2_000_000, date(2025, 1, 11))]
    found = doubled(judged, date(2025, 1, 21))
    assert [(line.days, line.base_fen, line.amount_fen) for line in found.lines] == [
        (10, 1_000_000, 1_750),
        (10, 3_000_000, 5_250),
    ]


def test_money_paid_lowers_the_base_from_its_day_on() -> None:
    judged = [Judged(3_000_000, date(2025, 1, 1))]
    found = doubled(judged, date(2025, 1, 21), paid=[(date(2025, 1, 11), 2_000_000)])
    assert [(line.days, line.base_fen) for line in found.lines] == [(10, 3_000_000), (10, 1_000_000)]


def test_money_paid_in_time_leaves_nothing_late() -> None:
    judged = [Judged(3_000_000, date(2025, 1, 1))]
    assert doubled(judged, date(2025, 6, 1), paid=[(date(2024, 12, 1), 3_000_000)]).lines == ()
    assert doubled(judged, date(2024, 12, 1)).total_fen == 0


# 破产法解释三 3: none after the petition was accepted
def test_the_doubled_part_stops_at_bankruptcy() -> None:
    judged = [Judged(1_000_000, date(2025, 1, 1))]
    assert doubled(judged, date(2026, 1, 1), bankrupt_on=date(2025, 1, 11)).total_fen == 1_750
    assert doubled(judged, date(2025, 1, 10), count_end=True).total_fen == 1_750


def test_what_is_no_judged_sum_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        doubled([Judged(0, date(2025, 1, 1))], date(2025, 2, 1))
    assert refused.value.problems[0].code == "judged_sum_not_above_zero"


# 法释〔2014〕8号 4: the judged debt is paid first, the doubled part last
def test_short_money_pays_the_judged_debt_before_the_doubled_part() -> None:
    def owed(paid: int):
        return after_judgment(
            10_000_000,
            100_000,
            date(2024, 1, 1),
            date(2024, 7, 1),
            date(2024, 12, 31),
            parse("year:3.65"),
            rates(),
            paid=[(date(2024, 10, 9), paid)],
        )

    # 282 days of interest at 10,000 fen a day; costs 100,000; doubled part 100 days on 10,100,000
    short = owed(5_000_000)
    assert short.general.payments[0].interest_fen == 282 * 1_000
    assert short.general.principal_left_fen == 10_000_000 - (5_000_000 - 100_000 - 282_000)
    assert short.doubled.lines[0].base_fen == 10_100_000
    assert short.doubled.lines[1].base_fen == short.general.principal_left_fen
    assert short.doubled.paid_fen == 0
    enough = owed(10_000_000 + 100_000 + 282_000 + 100_000)
    assert enough.general.principal_left_fen == 0
    assert (enough.doubled.paid_fen, enough.doubled.left_fen) == (100_000, 176_750 - 100_000)
