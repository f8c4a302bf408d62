from __future__ import annotations

import pytest

from models.rules.problems import Refused
from tests.ui.terminal.conftest import Call, codes

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
    assert low["derivation"][0]["source"] == "保障中小企业款项支付条例第17条"
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


@pytest.mark.parametrize(
    ("line", "problem"),
    [
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
