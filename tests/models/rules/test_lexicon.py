"""Words that must not be said, and those that may: domain rules of what a private creditor may truthfully say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reference import lexicon
from models.rules.lexicon import hits, sums_in
from models.rules.money import grouped, yuan

IN_TIME = ("in_time",)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("再不付，后果自负！", "threat"),
        ("后 果·自 负", "threat"),
        ("让你在这个行业混不下去", "threat"),
        ("You will REGRET this", "threat"),
        ("你就是个无赖", "insult"),
        ("全城都知道你是老赖", "insult"),
        ("这里是法院派来的", "false_status"),
        ("明天就通知你单位", "spreading"),
        ("We will tell your family.", "spreading"),
        ("不还就等着坐牢", "false_consequence"),
        ("可以先去网贷还上", "new_debt"),
        ("不给钱就举报", "extortion"),
        ("将上征信", "credit_bureau"),
        ("列入失信名单", "court_list"),
        ("我们已经报警", "police"),
        ("我司已起诉", "case_on_file"),
        ("法院专递", "court_like"),
    ],
)
def test_these_are_found(text: str, topic: str) -> None:
    assert [hit.topic for hit in hits(text, lexicon(), IN_TIME)] == [topic]


@pytest.mark.parametrize(
    "text",
    [
        "如未在 11 月 30 日前付款，我司将依法申请支付令或提起诉讼并申请财产保全。",
        "经生效裁判确定而仍不履行的，我司将申请强制执行，人民法院可依法采取限制消费、纳入失信名单等措施。",
        "将通过国家拖欠中小企业款项投诉平台反映。",
        "Please let us know when payment can be expected; otherwise we shall apply to the court.",
        "The courtyard behind the crooked lane",
    ],
)
def test_what_is_true_and_conditional_may_be_said(text: str) -> None:
    assert hits(text, lexicon(), IN_TIME) == ()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("我司已起诉", "case_filed"),
        ("我司已报案", "reported"),
        ("已被列入失信名单", "judged"),
        ("老赖", "listed"),
    ],
)
def test_a_fact_on_file_makes_words_true(text: str, fact: str) -> None:
    assert hits(text, lexicon(), IN_TIME)
    assert not hits(text, lexicon(), (*IN_TIME, fact))


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("尚欠 186,400.00 元", 18_640_000),
        ("尚欠18.64万元", 18_640_000),
        ("￥1，000", 100_000),
        ("RMB 20.5", 2_050),
        ("1.2亿元", 12_000_000_000),
    ],
)
def test_a_sum_is_read_as_people_write_it(text: str, fen: int) -> None:
    assert sums_in(text) == (fen,)


@pytest.mark.parametrize("text", ["2026 年 11 月 20 日", "第 14 条", "3 元 4 角 5.678 个", ""])
def test_not_every_figure_is_a_debt(text: str) -> None:
    assert sums_in(text) in ((), (300,))


@given(st.integers(1, 10**13))
def test_every_way_to_write_a_sum_is_that_sum(fen: int) -> None:
    assert sums_in(f"欠{grouped(fen)}元") == sums_in(f"CNY {yuan(fen)}") == (fen,)
