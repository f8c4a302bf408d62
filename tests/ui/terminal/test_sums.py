from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from models.rules.problems import Refused
from ui.terminal.sums import add_commands

Call = Callable[..., dict]


@pytest.fixture
def call() -> Call:
    """Run one command as its line is typed; options before it are those of the program."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang")
    add_commands(parser.add_subparsers(required=True))

    def run(*line: str) -> dict:
        parsed = parser.parse_args(line)
        return parsed.handler(parsed)

    return run


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.where) for problem in refused.value.problems]


V1 = ("interest", "--principal", "485652.75", "--from", "2023-08-21", "--to", "2025-06-19", "--rate")


def test_interest_shows_its_lines(call: Call) -> None:
    answer = call(*V1, "lpr1y")
    assert {
        key: answer[key] for key in ("total", "days", "costs_left", "interest_left", "principal_left")
    } == {
        "total": "29380.66",
        "days": 668,
        "costs_left": "0.00",
        "interest_left": "29380.66",
        "principal_left": "485652.75",
    }
    assert answer["lines"][0] == {
        "from": "2023-08-21",
        "to": "2024-07-22",
        "days": 336,
        "base": "485652.75",
        "annual_percent": "3.45",
        "amount": "15423.80",
    }
    assert answer["doubts"] == []


def test_options_of_interest_reach_the_rule(call: Call) -> None:
    assert call(*V1, "lpr1y", "--basis", "360")["total"] == "29788.72"
    assert call(*V1, "lpr1y", "--basis", "360", "--round", "total")["total"] == "29788.73"
    assert call(*V1, "lpr1y", "--count-end")["days"] == 669


def test_interest_takes_costs_and_payments_wherever_they_stand(call: Call) -> None:
    line = (
        "interest",
        "--principal",
        "100000",
        "--from",
        "2024-01-01",
        "--to",
        "2024-09-01",
        "--rate",
        "year:12",
    )
    line += ("--costs", "500", "--paid", "2024-07-01=30000", "2024-08-01=1", "--paid", "2024-08-02=1")
    answer = call(*line)
    assert [line["base"] for line in answer["lines"]] == ["100000.00", "76483.56"]
    assert (answer["costs_left"], answer["principal_left"]) == ("0.00", "76483.56")
    assert "抵充费用500.00元、利息5,983.56元、本金23,516.44元" in answer["sentence"]


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        ("lpr1y", "按全国银行间同业拆借中心公布的一年期贷款市场报价利率，随其调整分段计算"),
        ("lpr5y*1.30", "五年期以上贷款市场报价利率的1.3倍，"),
        (
            "fixed:lpr1y*1.5",
            "按2023年8月21日适用的全国银行间同业拆借中心公布的一年期贷款市场报价利率的1.5倍（年利率5.175%）",
        ),
        (
            "pboc*1.3+lpr1y*1.5",
            "2019年8月19日及以前按中国人民银行公布的同期同类贷款基准利率的1.3倍，2019年8月20日起",
        ),
        ("year:12", "按年利率12%计算，一年按365日计"),
        ("day:0.05", "按每日0.05%计算，利息合计"),
    ],
)
def test_the_sentence_for_a_complaint_names_the_rate(call: Call, rate: str, words: str) -> None:
    sentence = call(*V1, rate)["sentence"]
    assert sentence.startswith(
        "以本金485,652.75元为基数，自2023年8月21日起计算至2025年6月19日（当日不计），共668日，"
    )
    assert words in sentence
    assert sentence.endswith(
        "。自2025年6月19日起至实际付清之日止的利息，以尚欠本金485,652.75元为基数，按同一标准另行计算。"
    )


def test_a_rate_by_the_day_is_told_as_a_year_too(call: Call) -> None:
    answer = call(*V1, "day:0.05")
    assert answer["lines"][0]["annual_percent"] == "18.25"
    assert [doubt.code for doubt in answer["doubts"]] == ["interest_rate_high"]


def test_interest_warns_of_rates_not_yet_verified_and_of_what_was_paid_too_much(call: Call) -> None:
    line = ("interest", "--principal", "100", "--from", "2026-09-01", "--to", "2026-11-20", "--rate", "lpr1y")
    answer = call(*line, "--paid", "2026-09-01=120")
    assert [doubt.code for doubt in answer["doubts"]] == ["interest_rate_unverified", "interest_overpaid"]
    assert answer["doubts"][1].params == {"amount": "20.00"}


def warned(answer: dict) -> list[str]:
    return [doubt.code for doubt in answer["doubts"]]


def test_interest_counts_months_and_keeps_to_the_ceiling_of_a_loan(call: Call) -> None:
    # V2: a concrete supplier pleaded 180,431 by months; V12: 15.4 % on a loan of 2020-09-01
    line = (
        "interest",
        "--principal",
        "6973215.42",
        "--from",
        "2023-09-01",
        "--to",
        "2024-02-29",
        "--count-end",
    )
    by_months = call(*line, "--rate", "year:5.175", "--count", "months")
    assert by_months["total"] == "180431.95"
    assert by_months["derivation"][0]["formula"] == "6,973,215.42 × 5.175% × 6 ÷ 12 = 180,431.95"
    loan = (
        "interest",
        "--principal",
        "200000",
        "--from",
        "2020-09-01",
        "--to",
        "2021-09-01",
        "--rate",
        "year:24",
    )
    capped = call(*loan, "--loan-on", "2020-09-01")
    assert (capped["total"], warned(capped)) == ("30800.00", ["interest_rate_capped"])
    assert "超过司法保护上限，按年利率15.40%计算" in capped["sentence"]
    assert capped["derivation"][0]["source"] == "民间借贷规定第25、31条的上限"


def test_interest_stops_where_a_bankruptcy_petition_is_accepted(call: Call) -> None:
    answer = call(*V1, "lpr1y", "--bankrupt-on", "2023-08-31")
    assert (answer["days"], warned(answer)) == (10, ["interest_stopped_by_bankruptcy"])
    assert answer["sentence"].count("破产申请于2023年8月31日受理") == 1
    assert "实际付清" not in answer["sentence"]


def test_a_pleaded_sum_is_held_against_the_reckoning(call: Call) -> None:
    # V5: 450,000 x 0.1 % x 222 days was pleaded as 9,990
    line = (
        "interest",
        "--principal",
        "450000",
        "--from",
        "2022-02-18",
        "--to",
        "2022-09-28",
        "--rate",
        "day:0.1",
    )
    assert warned(call(*line, "--pleaded", "9990"))[-1] == "interest_pleaded_digit"
    assert warned(call(*line, "--pleaded", "99900")) == ["interest_rate_high"]


def test_a_small_firms_floor_and_another_order_reach_the_rule(call: Call) -> None:
    low = call(*V1, "year:3", "--sme-on", "2023-07-01", "--basis", "actual")
    assert warned(low) == ["interest_rate_below_sme_floor"]
    line = (
        *V1,
        "year:3",
        "--costs",
        "500",
        "--paid",
        "2023-09-01=400",
        "--order",
        "principal,interest,costs",
    )
    assert call(*line)["costs_left"] == "500.00"


def test_the_sentences_stand_in_both_languages_and_for_letters_too(call: Call) -> None:
    sentences = call(*V1, "pboc*1.3+lpr1y*1.5", "--paid", "2024-01-01=1000000")["sentences"]
    assert sentences["complaint"]["en"].startswith(
        "On a principal of 485,652.75 from 21 August 2023 to 19 June 2025"
    )
    assert sentences["letter"]["zh_CN"].startswith("逾期付款利息计算如下：以本金485,652.75元为基数")
    assert "超出欠款" in sentences["complaint"]["zh_CN"]
    assert sentences["letter"]["en"].startswith(
        "Interest for late payment is owed as follows. On a principal"
    )


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
    assert call("uppercase", "1,409.50") == {"text": "人民币壹仟肆佰零玖元伍角"}
    assert call("uppercase", "2026-01-15") == {"text": "贰零贰陆年零壹月壹拾伍日"}


PAYMENT = {
    "amount": "30000.00",
    "on": "2026-11-20",
    "debts": [
        {"id": "A", "principal": "100000.00", "costs": "0.00", "interest": "0.00", "due_on": "2026-10-01"}
        | {"secured": "0.00", "burden_percent": "0.03"},
        {"id": "B", "principal": "100000.00", "costs": "10.00", "interest": "5.00", "due_on": "2026-10-01"}
        | {"secured": "0.00", "burden_percent": "0.04"},
    ],
    "designated": [],
}


def test_allocate_reads_a_file_and_standard_input(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = {
        "shares": [{"debt": "B", "costs": "10.00", "interest": "5.00", "principal": "29985.00"}],
        "left": "0.00",
        "rule": "heavier_burden",
        "why": "担保相同，优先抵充债务人负担较重的债务（民法典第560条第2款）。",
        "passed_over": [],
    }
    file = tmp_path / "payment.json"
    file.write_text(json.dumps(PAYMENT), encoding="utf-8")
    assert call("allocate", str(file)) == expected
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(PAYMENT)))
    assert call("allocate", "-") == expected


def test_sums_written_as_json_numbers_lose_nothing(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    debts = '[{"id": 7, "principal": 0.1}, {"id": 8, "principal": 0.2}]'
    text = f'{{"amount": 0.3, "on": "2026-11-20", "debts": {debts}}}'
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    answer = call("allocate", "-")
    assert {share["debt"]: share["principal"] for share in answer["shares"]} == {"7": "0.10", "8": "0.20"}
    assert answer["left"] == "0.00"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", ("allocation_json_unreadable", None)),
        ("[]", ("allocation_json_unreadable", None)),
        ('{"amount": "1", "on": "2026-11-20"}', ("allocation_field_missing", "debts")),
        ('{"debts": [], "on": "2026-11-20"}', ("allocation_field_missing", "amount")),
        ('{"amount": "1", "debts": [3], "on": "2026-11-20"}', ("allocation_field_missing", "debts[0]")),
        (
            '{"amount": "1", "debts": [{"id": "A"}], "on": "2026-11-20"}',
            ("allocation_field_missing", "debts[0].principal"),
        ),
        ('{"amount": "x", "debts": [], "on": "2026-11-20"}', ("sum_unreadable", "amount")),
        (
            '{"amount": "1", "on": "2026-11-20",'
            ' "debts": [{"id": "A", "principal": "1", "burden_percent": "NaN"}]}',
            ("number_unreadable", "debts[0].burden_percent"),
        ),
    ],
)
def test_a_file_that_says_no_payment_is_refused(
    call: Call, monkeypatch: pytest.MonkeyPatch, text: str, problem: tuple[str, str | None]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    with pytest.raises(Refused) as refused:
        call("allocate", "-")
    assert codes(refused) == [problem]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (("allocate", "/nowhere/payment.json"), ("allocation_file_unreadable", "/nowhere/payment.json")),
        (("uppercase", "-5"), ("uppercase_below_zero", "amount")),
        (("uppercase", "1.005"), ("sum_unreadable", "amount")),
        (("fees", "-5"), ("fees_below_zero", "amount")),
        (("workday", "2026-02-30"), ("day_unreadable", "day")),
        (("workday", "20260230"), ("day_unreadable", "day")),
        (("workday", "9999-12-31"), ("day_unreadable", "day")),
        (("limitation", "--due", "2023-01-01", "--event", "X1=2024-01-01"), ("event_unknown", "event")),
        (("limitation", "--due", "2023-01-01", "--event", "D3"), ("pair_unreadable", "event")),
        ((*V1, "lpr"), ("rate_unreadable", "rate")),
        ((*V1, "lpr1y", "--paid", "2024-01-01"), ("pair_unreadable", "paid")),
        ((*V1, "lpr1y", "--costs", "-1"), ("interest_sum_below_zero", None)),
        ((*V1, "lpr1y", "--order", "costs,interest"), ("payment_order_unknown", "order")),
    ],
)
def test_a_bad_value_is_refused_by_name(
    call: Call, line: tuple[str, ...], problem: tuple[str, str | None]
) -> None:
    with pytest.raises(Refused) as refused:
        call(*line)
    assert codes(refused) == [problem]
