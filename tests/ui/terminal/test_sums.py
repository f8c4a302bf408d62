from __future__ import annotations

import pytest

from models.rules.problems import Refused
from tests.ui.terminal.conftest import Call, codes


def test_limitation_says_what_each_event_did(call: Call) -> None:
    line = (
        "limitation",
        "--due",
        "2023-10-01",
        "--event",
        "D3=2023-09-01",
        "D3=2025-01-01",
        "--event",
        "P1=2029-01-01",
    )
    answer = call(*line)
    assert (answer["last_day"], answer["rolled_last_day"], answer["cap_on"]) == (
        "2032-01-01",
        "2032-01-01",
        "2043-10-01",
    )
    assert [(event["interrupts"], event["revives"]) for event in answer["events"]] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    assert "自 2025-01-01 起重新计算，至 2028-01-01 届满" in answer["events"][1]["why"]
    assert [doubt.code for doubt in answer["doubts"]] == ["limitation_year_unpublished"]


def test_limitation_without_events_rolls_over_the_holidays(call: Call) -> None:
    answer = call("limitation", "--due", "2023-10-01")
    assert (answer["last_day"], answer["rolled_last_day"], answer["events"]) == (
        "2026-10-01",
        "2026-10-08",
        [],
    )


def test_limitation_speaks_english_too(call: Call) -> None:
    answer = call("--lang", "en", "limitation", "--due", "2023-10-01", "--event", "P1=2025-01-01")
    assert answer["events"][0]["why"].startswith("Part payment")


def test_limitation_of_instalments_runs_from_the_last(call: Call) -> None:
    assert (
        call("limitation", "--due", "2023-01-01", "--last-instalment", "2023-12-01")["last_day"]
        == "2026-12-01"
    )


def test_guarantee_says_by_when_and_against_whom(call: Call) -> None:
    answer = call("guarantee", "--due", "2025-08-20", "--kind", "general")
    assert (answer["last_day"], answer["rolled_last_day"], answer["must"]) == (
        "2026-02-20",
        "2026-02-24",
        "sue_debtor",
    )
    assert (
        call("guarantee", "--due", "2025-08-20", "--kind", "joint", "--months", "12")["last_day"]
        == "2026-08-20"
    )


def test_an_agreement_that_counts_for_nothing_is_told(call: Call) -> None:
    answer = call("guarantee", "--due", "2025-08-20", "--kind", "joint", "--until", "2025-08-01")
    assert (answer["last_day"], [doubt.code for doubt in answer["doubts"]]) == (
        "2026-02-20",
        ["guarantee_not_agreed"],
    )


@pytest.mark.parametrize(
    ("day", "works", "published", "following"),
    [
        ("2026-09-30", True, True, "2026-10-08"),
        ("2026-09-20", True, True, "2026-09-21"),
        ("2026-10-01", False, True, "2026-10-08"),
        ("2027-01-02", False, False, "2027-01-04"),
    ],
)
def test_workday_answers_for_every_year(
    call: Call, day: str, works: bool, published: bool, following: str
) -> None:
    assert call("workday", day) == {"workday": works, "published": published, "next_workday": following}


def test_fees_and_capitals_are_those_of_the_rules(call: Call) -> None:
    answer = call("fees", "800000")
    assert "案件受理费为11,800.00元" in answer.pop("sentence")
    assert {name: text for name, text in answer.items() if isinstance(text, str)} == {
        "case": "11800.00",
        "case_half": "5900.00",
        "payment_order": "3933.33",
        "preservation": "4520.00",
        "enforcement": "10400.00",
        "bankruptcy": "5900.00",
    }
    assert answer["whole_yuan"]["payment_order"] == "3933.00"
    assert answer["derivation"][2] == {
        "fee": "payment_order",
        "formula": "11,800.00 ÷ 3 = 3,933.33",
        "source": "诉讼费用交纳办法第14条第3项：三分之一",
    }
    assert call("uppercase", "1,409.50") == {
        "text": "人民币壹仟肆佰零玖元伍角",
        "english": "Renminbi one thousand four hundred and nine yuan and fifty fen",
    }
    assert call("uppercase", "2026-01-15") == {"text": "贰零贰陆年零壹月壹拾伍日"}
    assert call("uppercase", "1680.32", "--check", "壹仟陆佰捌拾元叁角贰分")["same"] is True
    assert call("uppercase", "1680.32", "--check", "壹仟陆佰捌拾元叁角")["same"] is False


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (("uppercase", "-5"), ("uppercase_below_zero", "amount")),
        (("uppercase", "1.005"), ("sum_unreadable", "amount")),
        (("fees", "-5"), ("fees_below_zero", "amount")),
        (("workday", "2026-02-30"), ("day_unreadable", "day")),
        (("workday", "20260230"), ("day_unreadable", "day")),
        (("workday", "9999-12-31"), ("day_unreadable", "day")),
        (("limitation", "--due", "2023-01-01", "--event", "X1=2024-01-01"), ("event_unknown", "event")),
        (("limitation", "--due", "2023-01-01", "--event", "D3"), ("pair_unreadable", "event")),
    ],
)
def test_a_bad_value_is_refused_by_name(
    call: Call, line: tuple[str, ...], problem: tuple[str, str | None]
) -> None:
    with pytest.raises(Refused) as refused:
        call(*line)
    assert codes(refused) == [problem]
