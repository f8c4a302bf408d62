"""What was fixed beside the principal stands apart in a letter, and the letter asks for all of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from models.rules.facts import FixedInterest, GuarantorFacts
from models.rules.money import grouped
from reports.render import render
from reports.style import Language
from tests.reports import samples
from tests.reports.reading import pages_of, text_of


def flat(pdf: bytes) -> str:
    """What a PDF says, its lines and spaces gone."""
    return re.sub(r"\s+", "", text_of(pdf))


@pytest.mark.parametrize(
    ("language", "stated", "asked"),
    [
        (
            "zh_CN",
            "另有已确定而尚未支付的费用1,200.00元、利息300.00元和违约金500.50元。以上合计",
            "将上列本金、费用、利息和违约金合计¥188,400.50付至",
        ),
        (
            "en",
            "Also fixed and unpaid: costs CNY 1,200.00, interest CNY 300.00 and penalty CNY 500.50.",
            "to pay principal, costs, interest and penalty, CNY 188,400.50,",
        ),
    ],
)
def test_a_demand_states_what_was_fixed_beside_the_principal_and_asks_for_all(
    language: Language, stated: str, asked: str
) -> None:
    charges = (("costs", 1_200_00), ("interest", 300_00), ("penalty", 500_50))
    said = text_of(render("demand", replace(samples.letter("demand"), charges=charges), language))
    plain = re.sub(r"\s+", "" if language == "zh_CN" else " ", said)
    assert stated in plain
    assert asked in plain


def test_fixed_and_accruing_interest_stand_apart_and_add_up() -> None:
    facts = replace(samples.second(), charges=(("interest", 300_00),))
    assert facts.interest is not None
    grand = facts.total_fen + 300_00 + facts.interest.total_fen
    said = flat(render("demand2", facts, "zh_CN"))
    assert "另有已确定而尚未支付的利息300.00元。连同上述款项和此外暂计至2026年11月20日的利息" in said
    assert f"将上列本金和利息合计¥{grouped(grand)}，连同此后" in said


def test_the_table_of_interest_says_for_which_days_a_sum_was_fixed() -> None:
    facts = samples.second()
    assert facts.interest is not None
    fixed = (FixedInterest("HR-1001", date(2026, 10, 15), 300_00),)
    said = flat(render("demand2", replace(facts, interest=replace(facts.interest, fixed=fixed)), "zh_CN"))
    assert "单据HR-1001截至2026年10月15日的利息300.00元已另行确定，本表自次日起计算。" in said


@pytest.mark.parametrize("kind", ["demand", "demand2", "final", "before_action", "lawyer_draft", "guarantor"])
def test_where_not_all_is_due_what_was_fixed_is_asked_for_with_what_is_due(kind: str) -> None:
    behind = GuarantorFacts("苏州联保有限公司", address="江苏省苏州市") if kind == "guarantor" else None
    facts = samples.letter(kind, charges=(("costs", 1_200_00),), guarantor=behind)
    items = (*facts.items[:2], replace(facts.items[2], due_on=date(2026, 12, 24), days_overdue=0))
    said = flat(render(kind, replace(facts, items=items), "zh_CN"))
    assert "费用1,200.00元" in said
    assert "以及费用1,200.00元" in said


CHARGES = (("costs", 1_200_00), ("penalty", 500_50))
STATED = "费用1,200.00元和违约金500.50元"


@pytest.mark.parametrize(
    ("kind", "also"),
    [
        ("reminder", "另列的费用和违约金1,700.50元请一并安排"),
        ("statement", "其中已到期的款项186,400.00元以及费用和违约金1,700.50元，请贵司予以支付"),
        ("statement_moves", "期末余额中，货款本金以外已确定而尚未支付的有费用"),
        (
            "statement_seal",
            "尚欠货款本金、费用和违约金合计人民币壹拾捌万捌仟壹佰元零伍角（¥188,100.50），同意于",
        ),
        ("acceleration", "将全部未付款项，即上列本金、费用和违约金合计¥188,100.50，付至"),
        ("plan_default", "将已到期各期的未付款项合计48,800.00元以及费用和违约金1,700.50元付至"),
        ("acknowledgement", "以上合计人民币壹拾捌万捌仟壹佰元零伍角（¥188,100.50）"),
        ("assignment", "已确定的费用和违约金以及其他依法、依约应付的逾期付款违约金或者利息随债权一并转让"),
    ],
)
def test_every_letter_that_lists_what_is_owed_states_what_is_fixed_beside_it(kind: str, also: str) -> None:
    pages = flat(render(kind, samples.of_kind(kind, charges=CHARGES), "zh_CN"))
    assert STATED in pages
    assert also in pages
    assert "只列" not in pages


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize(
    "kind", ["statement_seal", "acknowledgement", "demand", "acceleration", "plan_default"]
)
def test_what_is_not_stated_stays_reserved(kind: str, language: Language) -> None:
    said = flat(render(kind, samples.of_kind(kind, charges=CHARGES), language))
    assert re.search("除上列各项外|Beyondthesumsstated|beyondthesumsstated", said)


def test_the_slip_acknowledges_what_is_fixed_and_keeps_what_accrues_apart() -> None:
    said = flat(render("demand2", replace(samples.second(), charges=CHARGES), "zh_CN"))
    slip = said[said.index("二欠款确认与付款承诺") :]
    assert f"货款本金¥186,400.00，连同已确定而尚未支付的{STATED}，合计人民币壹拾捌万捌仟壹佰元零伍角" in slip
    assert "除上述各项外，依法、依约应付的逾期付款违约金或者利息不因本确认而免除或变更" in slip


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize(("kind", "pages"), [("statement_seal", 1), ("acknowledgement", 1), ("demand", 2)])
def test_a_page_that_was_one_stays_one(kind: str, pages: int, language: Language) -> None:
    charges = (("costs", 1_200_00), ("interest", 300_00), ("penalty", 500_50))
    assert len(pages_of(render(kind, samples.of_kind(kind, charges=charges), language))) == pages


def test_the_fields_of_a_statement_grow_with_what_stands_in_them() -> None:
    charges = (("costs", 98_765_432_109_87), ("interest", 300_00), ("penalty", 500_50))
    words = flat(render("statement_seal", samples.of_kind("statement_seal", charges=charges), "zh_CN"))
    assert words.index("前付清。") < words.index("经办人（签名）")


def test_money_received_and_not_applied_is_said_beside_the_account() -> None:
    account = replace(samples.ACCOUNT, advance_fen=2_00)
    said = flat(render("statement_seal", samples.of_kind("statement_seal", account=account), "zh_CN"))
    assert "已收款项中2.00元为预收，尚未冲抵上列款项" in said
