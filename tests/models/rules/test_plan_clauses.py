"""What an agreement says and may not say."""

from __future__ import annotations

from fractions import Fraction

import pytest

from models.rules.facts import EarlierPlan, PlanTerms
from models.rules.plan_clauses import CLAUSES, clause_names, forbidden, terms_problems
from tests.reports import samples


def codes(terms: PlanTerms, rate_bp: int = 0, cap: Fraction | None = None) -> list[str]:
    return [problem.code for problem in terms_problems(terms, rate_bp, cap)]


@pytest.mark.parametrize(("words", "code"), [
    ("乙方放弃诉讼时效利益。", "plan_waives_limitation"),
    ("乙方不得以超过诉讼时效为由抗辩。", None),
    ("乙方承诺不主张任何诉讼时效抗辩。", "plan_waives_limitation"),
    ("The debtor waives the statute of limitation.", "plan_waives_limitation"),
    ("逾期未还的，抵押物归甲方所有。", "plan_forfeits_security"),
    ("到期不能清偿的，质押财产直接过户给甲方。", "plan_forfeits_security"),
    ("到期不能清偿的，甲方就抵押物拍卖的价款优先受偿。", None),
    ("乙方放弃请求减少违约金的权利。", "plan_waives_adjustment"),
    ("乙方不得以违约金过高为由请求调整。", "plan_waives_adjustment"),
    ("各期应付日不再调整。", None),
    ("乙方放弃上诉权。", "plan_waives_hearing"),
    ("乙方每月5日前提供银行流水。", None),
])  # fmt: skip
def test_what_no_agreement_may_say_is_found(words: str, code: str | None) -> None:
    assert [problem.code for problem in forbidden(words)] == ([code] if code else [])


def test_a_refusal_names_the_words_it_is_about() -> None:
    (problem,) = forbidden("其他。乙方放弃诉讼时效利益，特此约定。")
    assert "时效" in problem.params["words"]


def test_a_court_and_an_arbitration_are_not_both() -> None:
    assert codes(PlanTerms(court="甲法院", arbitration="乙仲裁委员会")) == ["plan_two_forums"]
    assert codes(PlanTerms(arbitration="乙仲裁委员会")) == []


def test_security_needs_its_object() -> None:
    assert codes(PlanTerms(security="pledge", security_object=" ")) == ["plan_security_unnamed"]


@pytest.mark.parametrize(("late_bp", "rate_bp", "found"), [
    (1201, 0, ["plan_rate_over_cap"]), (1200, 1200, []), (0, 1300, ["plan_rate_over_cap"]),
])  # fmt: skip
def test_a_loan_bears_four_times_the_lpr_at_most(late_bp: int, rate_bp: int, found: list[str]) -> None:
    assert codes(PlanTerms(late_rate_bp=late_bp), rate_bp, Fraction(12)) == found


def test_clauses_are_there_on_their_conditions() -> None:
    bare = samples.plan(guarantor=None, terms=PlanTerms())
    assert clause_names(bare) == [clause.name for clause in CLAUSES if clause.must]
    earlier = EarlierPlan("1", samples.TODAY)
    full = samples.plan(
        terms=PlanTerms(
            security="bill", security_object="票据", notarise=True, extra="附", debtor_spouse="周宁"
        ),
        earlier=earlier,
    )
    assert clause_names(full) == [clause.name for clause in CLAUSES]
