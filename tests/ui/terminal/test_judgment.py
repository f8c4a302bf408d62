from __future__ import annotations

from tests.ui.terminal.conftest import Call


def test_a_judgment_tells_interest_and_the_doubled_part(call: Call) -> None:
    # 282 days at 10.00 a day were due when 50,000 came in; the doubled part runs from July on 101,000
    answer = call(
        *("judgment", "--principal", "100000", "--costs", "1000", "--interest-from", "2024-01-01"),
        *(
            "--late-from",
            "2024-07-01",
            "--to",
            "2024-12-31",
            "--rate",
            "year:3.65",
            "--paid",
            "2024-10-09=50000",
        ),
    )
    assert (answer["costs_left"], answer["interest_left"], answer["principal_left"]) == (
        "0.00",
        "446.71",
        "53820.00",
    )
    assert answer["doubled_lines"][0] == {
        "from": "2024-07-01",
        "to": "2024-10-09",
        "days": 100,
        "base": "101000.00",
        "amount": "1767.50",
        "formula": "101,000.00 × 0.0175% × 100 = 1,767.50",
    }
    assert (answer["doubled"], answer["doubled_left"], answer["total_left"]) == (
        "2549.24",
        "2549.24",
        "56815.95",
    )


def test_nothing_is_doubled_after_bankruptcy(call: Call) -> None:
    line = ("judgment", "--principal", "100000", "--interest-from", "2024-01-01", "--late-from", "2024-07-01")
    answer = call(*line, "--to", "2024-12-31", "--rate", "lpr1y", "--bankrupt-on", "2024-07-01")
    assert (answer["doubled"], answer["doubled_lines"]) == ("0.00", [])
