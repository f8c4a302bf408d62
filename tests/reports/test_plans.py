"""The payment-plan agreement."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.rules.facts import CreditorFacts, DebtorFacts, EarlierPlan, GuarantorFacts, PlanTerms
from models.rules.problems import Refused
from reports.plan_values import clause_texts, plan_gaps
from reports.render import render
from reports.style import Language
from tests.reports import samples
from tests.reports.reading import pages_of, text_of

MUST = [
    "债务由来",
    "债务确认",
    "分期安排",
    "收款账户",
    "违约金的处理",
    "加速到期",
    "逾期违约金",
    "费用承担",
    "送达地址",
    "争议解决",
    "其他",
]


def flat(pdf: bytes) -> str:
    return re.sub(r"\s", "", text_of(pdf))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_an_agreement_reads_as_approved(language: Language, approved: Callable[[str, bytes], None]) -> None:
    approved(f"plan.{language}", render("plan", samples.plan(), language))


def test_an_agreement_with_gaps_reads_as_approved(approved: Callable[[str, bytes], None]) -> None:
    bare = samples.plan(creditor=CreditorFacts("苏南精工科技有限公司"), guarantor=None, terms=PlanTerms())
    approved("plan-gaps.zh_CN", render("plan", bare, "zh_CN"))


FULL = PlanTerms(
    penalty="replaced",
    accelerate_after_days=10,
    accelerate_after_count=3,
    late_rate_bp=600,
    allocation="principal_first",
    lawyer_bp=800,
    security="mortgage",
    security_object="锐进路16号3幢厂房（不动产权第0031号）",
    arbitration="苏州仲裁委员会",
    notarise=True,
    electronic_service=False,
    extra="乙方每月5日前向甲方提供上月银行流水。",
)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_supplement_with_every_clause_reads_as_approved(
    language: Language, approved: Callable[[str, bytes], None]
) -> None:
    earlier = EarlierPlan("苏精还字〔2026〕第0007号", date(2026, 9, 1), samples.GUARANTOR.name)
    approved(f"supplement.{language}", render("plan", samples.plan(terms=FULL, earlier=earlier), language))


@pytest.mark.parametrize(
    ("security", "words"),
    [
        ("mortgage", "提供抵押担保"),
        ("pledge", "提供质押担保"),
        ("retention", "所有权属于甲方"),
        ("bill", "作为付款方式"),
    ],
)
def test_each_security_has_its_own_words(security: str, words: str) -> None:
    terms = PlanTerms(security=security, security_object="叉车三台")
    text = flat(render("plan", samples.plan(terms=terms), "zh_CN"))
    assert words in text
    assert "叉车三台" in text
    assert text.count("担保物") == 1


def test_a_supplement_without_the_guarantor_claims_no_consent() -> None:
    earlier = EarlierPlan("苏精还字〔2026〕第0007号", date(2026, 9, 1), samples.GUARANTOR.name)
    text = flat(render("plan", samples.plan(earlier=earlier, guarantor=None), "zh_CN"))
    assert "还款协议之补充协议" in text
    assert "书面同意本次变更" not in text


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_words_of_each_clause_are_those_that_are_printed(language: Language) -> None:
    facts = samples.plan(terms=FULL)
    printed = flat(render("plan", facts, language))
    for name, (_, text) in clause_texts(facts, language).items():
        assert re.sub(r"\s", "", text)[:20] in printed, name


def test_all_clauses_that_must_be_there_are_there_and_numbered_through() -> None:
    text = flat(render("plan", samples.plan(guarantor=None), "zh_CN"))
    at = [text.index(f"条{heading}") for heading in MUST]
    assert at == sorted(at)
    assert "连带责任保证" not in text
    assert "第十一条其他" in text


def test_a_guarantor_gets_a_clause_with_its_words_and_its_date() -> None:
    text = flat(render("plan", samples.plan(), "zh_CN"))
    assert "第九条连带责任保证" in text
    assert "2030年2月25日止" in text
    assert "第八条费用" in text


def test_clauses_name_one_another_by_the_numbers_they_were_given() -> None:
    text = flat(render("plan", samples.plan(terms=PlanTerms(notarise=True)), "zh_CN"))
    assert "第十二条强制执行公证" in text
    assert "债务依第六条提前到期" in text


@pytest.mark.parametrize("penalty", ["kept", "replaced", "waived_if_punctual"])
def test_three_choices_for_the_penalty_are_printed(penalty: str) -> None:
    text = flat(render("plan", samples.plan(terms=PlanTerms(penalty=penalty)), "zh_CN"))
    assert all(choice in text for choice in ("甲、原合同违约金照旧", "乙、以第二条确认", "丙、各期均按时"))


def test_the_agreement_waives_no_limitation_in_advance() -> None:
    assert "诉讼时效" not in text_of(render("plan", samples.plan(), "zh_CN"))


def test_schedule_rows_and_total_are_printed() -> None:
    text = text_of(render("plan", samples.plan(), "zh_CN"))
    for line in ("2026-11-27", "星期五", "28,800.00", "186,400.00", "0.00"):
        assert line in text


def test_interest_has_columns_only_where_it_is_charged() -> None:
    charged = tuple(replace(line, interest_fen=12_345) for line in samples.SCHEDULE)
    assert "利息（元）" not in text_of(render("plan", samples.plan(), "zh_CN"))
    text = text_of(render("plan", samples.plan(instalments=charged), "zh_CN"))
    assert "利息（元）" in text
    assert "493.80" in text


def test_what_is_missing_is_printed_as_a_gap_and_named() -> None:
    facts = samples.plan(creditor=CreditorFacts("苏南精工科技有限公司"), guarantor=None)
    fields = [problem.where for problem in plan_gaps(facts)]
    assert fields == ["creditor.address", "creditor.phone", "creditor.bank", "creditor.account"]
    assert text_of(render("plan", facts, "zh_CN")).count("【待补】") == len(fields)
    assert plan_gaps(samples.plan()) == ()


def test_a_schedule_that_does_not_add_up_is_not_printed() -> None:
    with pytest.raises(Refused, match="total_not_sum"):
        render("plan", samples.plan(instalments=samples.SCHEDULE[:2]), "zh_CN")


def test_many_items_stand_in_a_table_under_the_first_clause() -> None:
    items = samples.many(30)
    total = sum(entry.balance_fen for entry in items)
    whole = (replace(samples.SCHEDULE[0], principal_fen=total, balance_after_fen=0),)
    text = text_of(render("plan", samples.plan(items=items, total_fen=total, instalments=whole), "zh_CN"))
    assert all(str(entry.number) in text for entry in items)


def test_a_person_signs_by_hand_and_a_firm_by_seal() -> None:
    text = flat(render("plan", samples.plan(debtor=samples.PERSON, guarantor=None), "zh_CN"))
    assert "甲方（盖章）" in text
    assert "乙方（签名、捺印）" in text
    assert "公民身份号码320500197903150039" in text


SPOUSES = PlanTerms(debtor_spouse="陈静", guarantor_spouse="王晓梅")


def test_spouses_sign_in_columns_of_their_own_and_say_to_what() -> None:
    person = GuarantorFacts("孙立", is_person=True, until=date(2030, 2, 25))
    facts = samples.plan(debtor=samples.PERSON, guarantor=person, terms=SPOUSES)
    text = flat(render("plan", facts, "zh_CN"))
    assert "乙方配偶陈静已阅知原合同和本协议全文，同意本协议项下债务为夫妻共同债务，与乙方共同偿还。" in text
    assert "丙方配偶王晓梅已阅知本协议全文，同意丙方提供保证，并同意以夫妻共同财产承担保证责任。" in text
    assert "乙方配偶（签名、捺印）" in text
    assert "丙方配偶（签名、捺印）" in text
    assert text.count("本人亲笔签名") == 4


def test_every_one_of_five_who_sign_does_so_on_the_last_page_under_the_last_clause() -> None:
    person = GuarantorFacts("孙立", is_person=True, until=date(2030, 2, 25))
    for language in ("zh_CN", "en"):
        facts = samples.plan(debtor=samples.PERSON, guarantor=person, terms=SPOUSES)
        last = pages_of(render("plan", facts, language))[-1]
        for name in ("苏南精工科技有限公司", "赵立新", "陈静", "孙立", "王晓梅"):
            assert name in last
        assert ("以下无正文" in last) if language == "zh_CN" else ("End of text" in last)


def test_the_straddling_seal_has_its_place_on_every_page_on_screen_only() -> None:
    pages = pages_of(render("plan", samples.plan(), "zh_CN", on_screen=True))
    assert all("骑" in page for page in pages)
    assert "骑" not in text_of(render("plan", samples.plan(), "zh_CN"))


def test_the_signatures_have_the_last_clause_above_them() -> None:
    for count in (1, 8, 14, 20, 26, 36):
        last = samples.SCHEDULE[-1]
        lines = tuple(replace(last, number=number, principal_fen=100) for number in range(1, count + 1))
        items = (samples.item("A-1", samples.TODAY, 100 * count),)
        pages = pages_of(
            render("plan", samples.plan(items=items, instalments=lines, total_fen=100 * count), "zh_CN")
        )
        assert "以下无正文" in re.sub(r"\s", "", pages[-1])
        assert "甲方（盖章）" in pages[-1]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_gap_has_its_sentence(language: str) -> None:
    nothing = samples.plan(
        creditor=CreditorFacts(""),
        debtor=DebtorFacts("乙"),
        guarantor=GuarantorFacts("丙"),
        instalments=samples.SCHEDULE,
    )
    file = Path(__file__).parents[2] / "resources" / "i18n" / "messages" / f"reports.{language}.toml"
    sentences = tomllib.loads(file.read_text(encoding="utf-8"))
    gaps = [problem.code for problem in plan_gaps(nothing)]
    assert len(gaps) == 8
    assert sorted(code for code in sentences if code.startswith("gap_")) == sorted(gaps)


def test_an_agreement_prints_before_anything_of_the_creditor_is_known() -> None:
    text = text_of(render("plan", samples.plan(creditor=CreditorFacts("")), "zh_CN"))
    assert "【待补】" in text
    assert "None" not in text


def test_an_unknown_fact_that_is_no_gap_is_left_out_with_its_label() -> None:
    debtor = DebtorFacts("乙公司", address="苏州")
    text = text_of(render("plan", samples.plan(debtor=debtor), "zh_CN"))
    assert text.count("统一社会信用代码") == 1
    assert "【待补】" not in text
