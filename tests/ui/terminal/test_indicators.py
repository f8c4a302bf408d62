"""Worked figures of domain.md §9.1 and §9.2 by command."""

from __future__ import annotations

import pytest

from models.rules.problems import Refused
from tests.ui.terminal.conftest import Call

QUARTER = (
    *("indicators", "--days", "90", "--sales", "9000000", "--opening", "2800000"),
    *("--closing", "3200000", "--not-due", "2100000"),
)


def test_a_quarter_is_told_in_its_indicators(call: Call) -> None:
    answer = call(*QUARTER, "--month", "2500000=30", "3000000=31")
    assert {
        name: answer[name] for name in ("dso", "best_dso", "delay", "cei", "turnover", "counted_back")
    } == {
        "dso": "32.00",
        "best_dso": "21.00",
        "delay": "11.00",
        "cei": "88.66",
        "turnover": "3.00",
        "counted_back": "37.23",
    }
    assert answer["formulas"]["cei"] == "8,600,000.00 ÷ 9,700,000.00"
    assert call(*QUARTER, "--month", "2500000=30")["counted_back"] is None


def test_an_allowance_and_its_rates_of_loss_are_told(call: Call) -> None:
    bands = ("5000000=5", "800000=10", "300000=30", "120000=50", "50000=80", "30000=100")
    answer = call("provision", *bands, "--roll", "20", "50", "60", "100")
    assert (answer["total"], answer["loss_rates"]) == ("550000.00", ["6.00", "30.00", "60.00", "100.00"])
    assert answer["bands"][1] == {"balance": "800000.00", "percent": "10.00", "amount": "80000.00"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ((*QUARTER, "--month", "2500000"), "pair_unreadable"),
        ((*QUARTER, "--month", "2500000=0"), "pair_unreadable"),
        (("provision", "x=5"), "pair_unreadable"),
        (("provision", "5"), "pair_unreadable"),
        (("provision", "5=101"), "percent_outside"),
        (("provision", "5=5%"), "percent_outside"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(call: Call, line: tuple[str, ...], code: str) -> None:
    with pytest.raises(Refused) as refused:
        call(*line)
    assert refused.value.problems[0].code == code
