"""Each kind of letter as its addressee gets it, what it must never say, and what it must not leave out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from models.reference import lexicon
from models.rules.facts import BankruptcyFacts, LetterLook
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.lexicon import hits
from models.rules.money import grouped
from models.rules.problems import Refused
from reports.letter_values import letter_gaps
from reports.render import render
from reports.style import Language
from reports.wording import letter_wording
from tests.reports import samples
from tests.reports.reading import pages_of, text_of

APPROVED_ELSEWHERE = ("demand", "demand2", "reminder")
OTHERS = [kind for kind in LETTER_KINDS if kind not in APPROVED_ELSEWHERE]


def said(kind: str, language: Language = "zh_CN", **more: object) -> str:
    """The letter's text without white."""
    return re.sub(r"\s", "", text_of(render(kind, samples.of_kind(kind, **more), language)))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("kind", OTHERS)
def test_a_letter_of_every_kind_reads_as_approved(
    kind: str, language: Language, approved: Callable[[str, bytes], None]
) -> None:
    approved(f"{kind}.{language}", render(kind, samples.of_kind(kind), language))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_no_wording_says_a_word_of_the_lexicon_unconditionally(kind: str, language: Language) -> None:
    text = "\n".join(letter_wording(kind, language).texts())
    found = [hit.topic for hit in hits(text, lexicon(), {"in_time"})]
    assert found == (["court_like"] if (kind, language) == ("lawyer_draft", "zh_CN") else [])


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_what_asks_for_the_money_claims_the_whole_debt_and_waives_nothing(kind: str) -> None:
    if LETTER_KINDS[kind].interrupts == "D3":
        assert re.search(r"不构成对任何权利的放弃|不因未列而放弃|不因对账而免除或变更", said(kind))
        assert "186,400.00" in said(kind)


def test_the_court_is_named_only_on_condition_of_an_effective_judgment() -> None:
    for kind in LETTER_KINDS:
        words = said(kind)
        assert ("失信" in words) == (kind == "before_action")
    assert "经生效裁判确定而仍不履行的" in said("before_action")


def test_a_general_guarantor_is_not_told_to_pay() -> None:
    general = replace(samples.BEHIND, joint=False)
    words = said("guarantor", guarantor=general)
    assert "第六百八十七条第二款" in words
    assert "请求您承担保证责任" in words
    assert "第六百八十八条" not in words
    assert "现就保证范围内债务的全部" not in words
    assert "第六百八十八条第二款" in said("guarantor")


@pytest.mark.parametrize("joint", [True, False])
def test_a_guarantor_of_a_bankrupt_debtor_must_answer_and_no_suit_against_the_debtor_is_threatened(
    joint: bool,
) -> None:
    known = BankruptcyFacts(date(2026, 11, 2), "苏州市中级人民法院", "（2026）苏05破31号")
    words = said("guarantor", guarantor=replace(samples.BEHIND, joint=joint), bankruptcy=known)
    assert (
        "债务人的破产案件已由苏州市中级人民法院于2026年11月2日受理，案号为（2026）苏05破31号。截至" in words
    )
    assert ("第六百八十七条第二款第二项" in words) is not joint
    assert "现就保证范围内债务的全部，请求您承担保证责任" in words
    assert "186,400.00元付至下列账户" in words
    assert "对债务人的债权，我司依法向管理人申报" in words
    assert not re.search("对债务人(和您)?提起诉讼|有权拒绝", words)
    bare = said("guarantor", bankruptcy=BankruptcyFacts())
    assert "债务人的破产案件已受理。截至" in bare


def test_a_guarantor_told_of_a_change_is_asked_for_consent_and_never_to_pay() -> None:
    words = said("guarantor_change")
    assert "不要求您支付任何款项" in words
    assert "第六百九十五条" in words
    assert "工商银行" not in words
    for line in samples.SCHEDULE:
        assert line.due_on.isoformat() in words
        assert grouped(line.principal_fen) in words
    slip = words[words.index("对债务变更的意见") :]
    assert "同意上述变更" in slip
    assert "本人签名" in slip


def test_where_the_consent_is_sent_to_is_a_gap_while_nobody_knows_it() -> None:
    facts = samples.of_kind("guarantor_change", creditor=replace(samples.CREDITOR, address=None))
    assert [problem.where for problem in letter_gaps(facts)] == ["creditor.address"]
    assert "【待补】" in text_of(render("guarantor_change", facts, "zh_CN", on_screen=True))
    with pytest.raises(Refused, match="letter_gap"):
        render("guarantor_change", facts, "zh_CN")


def test_a_letter_to_a_guarantor_is_addressed_to_it_and_names_the_debtor() -> None:
    words = said("guarantor")
    assert words.index("赵立新（身份证件号码") < words.index("苏州恒锐精密制造有限公司（下称债务人）")


def test_a_payment_after_an_assignment_goes_to_the_assignee() -> None:
    words = said("assignment")
    assert "户名江南商业保理有限公司" in words
    assert "1102026009000012345" not in words


@pytest.mark.parametrize(("kind", "field"), [("dispute_reply", "answer"), ("assignment", "assignee_account")])
def test_what_the_clerk_must_fill_in_is_shown_as_a_gap_and_never_printed(kind: str, field: str) -> None:
    facts = samples.of_kind(kind)
    facts = replace(facts, said=tuple(pair for pair in facts.said if pair[0] != field))
    assert [problem.where for problem in letter_gaps(facts)] == [field]
    assert "【待补】" in text_of(render(kind, facts, "zh_CN", on_screen=True))
    with pytest.raises(Refused, match="letter_gap"):
        render(kind, facts, "zh_CN")


def test_an_account_that_is_not_known_is_a_gap() -> None:
    facts = samples.letter(creditor=replace(samples.CREDITOR, account=None))
    assert "【待补】" in text_of(render("demand", facts, "zh_CN", on_screen=True))
    with pytest.raises(Refused, match="letter_gap"):
        render("demand", facts, "zh_CN")


def test_the_firms_own_words_stand_in_the_place_of_the_programs() -> None:
    own = (("closing", "请按期付清，谢谢{{debtor}}。\n\n{{objection}}"), ("title", "催收函"))
    words = re.sub(r"\s", "", text_of(render("demand", samples.letter(words=own), "zh_CN")))
    assert "请按期付清，谢谢苏州恒锐精密制造有限公司。" in words
    assert "申请支付令" not in words
    assert "催收函" in words


def test_the_paragraphs_of_own_words_stay_apart() -> None:
    own = (("closing", "第一段。\n\n第二段。"),)
    text = text_of(render("demand", samples.letter(words=own), "zh_CN"))
    pages = "".join(pages_of(render("demand", samples.letter(words=own), "zh_CN")))
    assert "第一段。第二段。" not in pages.replace(" ", "")
    assert "第二段。" in text.replace(" ", "")


def test_a_field_that_does_not_exist_is_a_gap_in_its_place() -> None:
    own = (("closing", "请与{{manager}}联系。"),)
    facts = samples.letter(words=own)
    assert "请与【待补】联系" in re.sub(r"\s", "", text_of(render("demand", facts, "zh_CN", on_screen=True)))
    with pytest.raises(Refused, match="field_unknown"):
        render("demand", facts, "zh_CN")


def test_own_words_are_never_read_as_anything_but_words() -> None:
    own = (("closing", "{0.__class__} %s <b>粗</b> {{debtor}}"),)
    assert "{0.__class__}%s<b>粗</b>" in re.sub(
        r"\s", "", text_of(render("demand", samples.letter(words=own), "zh_CN"))
    )


def test_a_lawyers_letter_is_marked_as_a_draft_and_has_no_letterhead_and_no_signature() -> None:
    words = said("lawyer_draft")
    assert "仅供律师审核" in words
    assert "不得寄发" in words
    assert "SUNANPRECISION" not in words
    assert "联系人" not in words


@pytest.mark.parametrize("kind", ["statement", "statement_moves", "statement_seal"])
def test_a_statement_never_says_that_it_only_checks_accounts(kind: str) -> None:
    words = said(kind)
    assert not re.search("仅为?复核|并非催款|不作为催款", words)
    assert "请贵司予以支付" in words


def test_a_statement_to_be_sealed_is_one_page_with_two_fields_and_a_day_to_pay_by() -> None:
    pages = pages_of(render("statement_seal", samples.of_kind("statement_seal"), "zh_CN"))
    words = re.sub(r"\s", "", pages[0])
    assert len(pages) == 1
    assert "核对相符" in words
    assert "核对不符" in words
    assert "日前付清" in words


def test_a_statement_shows_opening_movements_and_closing() -> None:
    words = said("statement_moves")
    for fen in ("286,400.00", "100,000.00", "186,400.00", "226,400.00"):
        assert fen in words


def test_an_address_for_a_window_stands_41_to_62_mm_from_the_top_and_nothing_beside_it() -> None:
    facts = samples.letter(look=LetterLook(window=True))
    found = _rows(render("demand", facts, "zh_CN"))
    top = min(y for y, text in found if "锐" in text)
    assert 41 <= top <= 58
    beside = [text for y, text in found if 62.5 < y < 79.5]
    assert beside == []


def _rows(pdf: bytes) -> list[tuple[float, str]]:
    """Text of the first page with its upper edge in mm, left half only."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        text = page.get_textpage()
        rows = []
        for place in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(place)
            if left < 112 / 25.4 * 72:
                rows.append(
                    ((page.get_height() - top) / 72 * 25.4, text.get_text_bounded(left, bottom, right, top))
                )
        return rows
    finally:
        document.close()
