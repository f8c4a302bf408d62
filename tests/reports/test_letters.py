"""Letters and their reply slip, as the addressee gets them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from models.reference import chains
from models.rules.facts import Deadline, ItemFacts
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.money import grouped
from models.rules.problems import Refused
from reports.checks import missing_glyphs
from reports.render import render
from reports.style import Language
from reports.wording import wording
from tests.reports import samples
from tests.reports.reading import fonts_of, pages_of, text_of

ODD_NAMES = [
    "<ACME> GmbH",
    "<b>ACME",
    "R&D 公司",
    "𠮷田商店",
    "㛃华贸易",
    "ACME中国&Söhne有限公司",
    ("寰宇国际" * 20 + "International Holdings (Group) 精密制造股份有限公司")[:120],
    "甲" * 120,
]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("kind", ["demand", "reminder"])
def test_a_letter_reads_as_approved(
    kind: str, language: Language, approved: Callable[[str, bytes], None]
) -> None:
    approved(f"{kind}.{language}", render(kind, samples.letter(kind), language))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_second_demand_with_its_interest_table_reads_as_approved(
    language: Language, approved: Callable[[str, bytes], None]
) -> None:
    approved(f"demand2.{language}", render("demand2", samples.second(), language))


def test_a_demand_with_interest_reads_as_approved(approved: Callable[[str, bytes], None]) -> None:
    interest = samples.bearing(samples.THREE, "fixed:lpr1y*1.5", rule="R3", place=None)
    approved("demand-interest.zh_CN", render("demand", samples.letter(interest=interest), "zh_CN"))


def test_where_a_bankruptcy_stopped_the_interest_its_table_says_the_day_and_the_article() -> None:
    stopped = samples.bearing(samples.THREE, stopped_on=date(2026, 11, 2))
    said = flat(render("demand2", samples.second(interest=stopped), "zh_CN"))
    assert (
        "计至2026年11月2日（该日破产申请被受理，依《中华人民共和国企业破产法》第四十六条第二款停止计息）"
        in said
    )
    assert "当日不计" not in said


def test_a_second_demand_without_interest_has_no_table_of_it() -> None:
    said = flat(render("demand2", samples.letter("demand2"), "zh_CN"))
    assert "利息计算表" not in said
    assert "附件一" not in said


def test_interest_that_is_not_the_sum_of_its_items_is_refused() -> None:
    facts = samples.second()
    assert facts.interest is not None
    wrong = replace(facts, interest=replace(facts.interest, total_fen=facts.interest.total_fen + 1))
    with pytest.raises(Refused):
        render("demand2", wrong, "zh_CN")


@pytest.mark.parametrize(
    ("spec", "basis", "words"),
    [
        ("day:0.05", {"rule": "R4"}, "第十七条，按每日0.05%，自到期次日起算"),
        ("lpr1y*1.5", {"rule": "R3", "by_reference": True}, "参照《最高人民法院关于审理买卖合同"),
        ("pboc*1.5+lpr1y*1.5", {"rule": "R2"}, "2019年8月19日及以前按中国人民银行"),
        ("fixed:lpr5y", {"rule": "R6"}, "按违约发生时全国银行间同业拆借中心公布的五年期以上"),
        ("year:6", {"rule": "R1", "year_days": 0, "rounding": "total"}, "按每年实际天数计，合计后四舍五入至分"),
        ("year:6", {"rule": "R1", "counting": "months", "grace_days": 5}, "自到期后5日宽限期届满次日起算"),
        ("year:6", {"rule": "R7", "capped": True, "count_end": True}, "已付部分不再计息，利率超过上限的"),
    ],
)  # fmt: skip
def test_the_basis_of_interest_is_printed_under_its_table(
    spec: str, basis: dict[str, object], words: str
) -> None:
    facts = samples.second(interest=samples.bearing(samples.THREE, spec, **basis))
    assert flat_words(words) in flat(render("demand2", facts, "zh_CN"))
    assert "Annex" in text_of(render("demand2", facts, "en"))


def test_a_letter_to_a_person_reads_as_approved(approved: Callable[[str, bytes], None]) -> None:
    facts = samples.letter(debtor=samples.PERSON, claim_kind="loan")
    approved("demand-person.zh_CN", render("demand", facts, "zh_CN"))


@pytest.mark.parametrize("kind", ["demand", "reminder"])
@pytest.mark.parametrize(
    ("language", "certain", "likely"),
    [
        ("zh_CN", "我司另收到贵司款项120,000.00元，待核对入账", "另收到可能为贵司所付的款项50.00元"),
        ("en", "also received CNY 120,000.00 from you", "also received CNY 50.00 that may be yours"),
    ],
)
def test_money_that_waits_in_the_bank_is_said_under_the_table(
    kind: str, language: Language, certain: str, likely: str
) -> None:
    said = flat(render(kind, samples.letter(kind, waiting_fen=12_000_000, maybe_waiting_fen=5_000), language))
    assert flat_words(certain) in said
    assert flat_words(likely) in said
    assert flat_words(certain) not in flat(render(kind, samples.letter(kind), language))


def flat(pdf: bytes) -> str:
    """What a PDF says, its lines and spaces gone."""
    return flat_words(text_of(pdf))


def flat_words(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_an_odd_name_prints_verbatim_and_can_be_copied(name: str, language: Language) -> None:
    facts = samples.letter(debtor=replace(samples.FIRM, name=name))
    letter, slip = render("demand", facts, language), render("demand", facts, language)
    assert name in text_of(letter)
    assert text_of(slip).count(name) >= 2


def test_a_character_no_font_has_stops_the_letter_and_is_named() -> None:
    facts = samples.letter(debtor=replace(samples.FIRM, name="某某\U0002ebf1公司"))
    with pytest.raises(Refused) as refused:
        render("demand", facts, "zh_CN")
    (problem,) = refused.value.problems
    assert (problem.code, problem.where, problem.params["character"]) == (
        "glyph_missing",
        "debtor.name",
        "U+2EBF1",
    )
    assert missing_glyphs(samples.letter()) == ()


def test_line_feeds_in_a_name_print_as_spaces() -> None:
    facts = samples.letter(debtor=replace(samples.FIRM, name="恒锐精密\n制造\t公司"))
    assert "恒锐精密 制造 公司" in text_of(render("demand", facts, "zh_CN"))


def test_marks_that_leave_no_ink_are_left_out() -> None:
    facts = samples.letter(debtor=replace(samples.FIRM, name="\u200fACME\u200e 公\u200b司"))
    assert "ACME 公司" in text_of(render("demand", facts, "zh_CN"))


def test_a_demand_without_a_day_to_pay_by_is_not_printed() -> None:
    with pytest.raises(Refused, match="deadline_missing"):
        render("demand", samples.letter(deadline=None), "zh_CN")


def test_a_total_that_is_not_the_sum_of_its_rows_is_not_printed() -> None:
    with pytest.raises(Refused, match="total_not_sum"):
        render("demand", samples.letter(total_fen=1), "zh_CN")


def test_a_number_in_the_table_is_not_parted_beside_long_contract_names() -> None:
    items = tuple(
        replace(entry, contract=f"采购框架合同-2026-第{place}批次-补充协议")
        for place, entry in enumerate(samples.THREE)
    )
    text = "".join(pages_of(render("demand", samples.letter(items=items), "zh_CN")))
    assert all(str(entry.number) in text for entry in items)
    assert "采购框架合同-2026-第1批次-补充协议" in text.replace("\n", "")


@pytest.mark.parametrize(("count", "letter_pages"), [(1, 1), (3, 1), (25, 2), (120, 5)])
def test_a_letter_takes_no_more_pages_than_it_needs_and_counts_them(count: int, letter_pages: int) -> None:
    pages = pages_of(render("demand", samples.letter(items=samples.many(count)), "zh_CN"))
    assert len(pages) == letter_pages + 1
    for number, page in enumerate(pages[:-1], 1):
        assert f"第 {number} 页 共 {letter_pages} 页" in re.sub(r"\s+", " ", page)
    assert "之附件 第 1 页 共 1 页" in re.sub(r"\s+", " ", pages[-1])


def test_the_table_head_is_repeated_and_the_total_has_rows_above_it() -> None:
    pages = pages_of(render("demand", samples.letter(items=samples.many(120)), "zh_CN"))[:-1]
    with_rows = [page for page in pages if re.search(r"CT-26\d{4}", page)]
    assert all("单据号" in page for page in with_rows)
    totals = [page for page in pages if "合计 120" in re.sub(r"\s+", " ", page)]
    assert len(totals) == 1
    assert len(re.findall(r"CT-26\d{4}", totals[0])) >= 2
    assert "人民币" in totals[0]


@pytest.mark.parametrize("count", range(1, 60, 4))
def test_the_signature_is_never_alone(count: int) -> None:
    pages = pages_of(render("demand", samples.letter(items=samples.many(count)), "zh_CN"))[:-1]
    assert "不构成对任何权利的放弃" in pages[-1].replace("\n", "")
    assert sum("联系人" in page for page in pages) == 1


@pytest.mark.parametrize("count", [1, 3, 25, 120])
def test_totals_are_the_sums_of_their_rows_in_figures_and_words(count: int) -> None:
    facts = samples.letter(items=samples.many(count))
    text = text_of(render("demand", facts, "zh_CN"))
    assert text.count(grouped(facts.total_fen)) >= 4
    for entry in facts.items:
        assert grouped(entry.balance_fen) in text


def test_one_day_to_pay_by_with_its_weekday_and_no_second_period() -> None:
    text = text_of(render("demand", samples.letter(), "zh_CN")).replace(" ", "")
    assert "最迟于2026年12月8日（星期二，含当日）" in text
    assert not re.search(r"收到本函后.{0,6}日内", text)


def test_a_deadline_in_a_year_without_published_holidays_is_marked() -> None:
    facts = samples.letter(deadline=Deadline(date(2028, 1, 12), published=False))
    assert "放假安排未公布" in text_of(render("demand", facts, "zh_CN"))
    assert "not yet published" in text_of(render("demand", facts, "en"))


def test_what_is_unknown_is_left_out_with_its_label() -> None:
    bare = replace(samples.CREDITOR, uscc=None, latin_name=None, postcode=None, email=None, contact=None)
    debtor = replace(samples.FIRM, uscc=None)
    facts = samples.letter(
        items=(samples.item(None, None, 500_000, contract=None),), creditor=bare, debtor=debtor
    )
    text = text_of(render("demand", facts, "zh_CN"))
    for label in ("统一社会信用代码", "联系人", "邮 箱", "单据号", "合同编号", "None"):
        assert label not in text
    assert "关于催付货款 5,000.00 元的函" in text


def test_several_contracts_stand_in_the_table_and_not_in_the_subject() -> None:
    items = (
        samples.item("A1", date(2026, 10, 1), 100, contract="C-1"),
        samples.item("A2", date(2026, 10, 1), 100, contract="C-2"),
    )
    text = text_of(render("demand", samples.letter(items=items), "zh_CN"))
    assert "关于催付货款 2.00 元的函" in text
    assert "C-1" in text
    assert "合同编号" in text


def test_another_currency_shows_its_code_and_no_capitals() -> None:
    text = text_of(render("demand", samples.letter(currency="USD"), "zh_CN"))
    assert "USD 186,400.00" in text
    assert "人民币" not in text
    english = text_of(render("demand", samples.letter(currency="USD"), "en"))
    assert "Principal outstanding: USD 186,400.00." in english
    assert "¥" not in text


def test_what_is_not_due_yet_is_not_demanded() -> None:
    items = (
        *samples.THREE,
        ItemFacts("LATER", "HR-2026-031", None, date(2026, 12, 30), 0, 77_700, 0, 77_700),
    )
    text = text_of(render("demand", samples.letter(items=items), "zh_CN")).replace(" ", "")
    assert "其中已到期的款项186,400.00元" in text
    assert "其余款项请按各自到期日付清" in text


@pytest.mark.parametrize(
    ("claim_kind", "articles"),
    [
        ("sale", "第六百二十六条、第六百二十八条"),
        ("loan", "第六百七十五条、第六百七十六条"),
        ("lease", "第七百二十一条"),
        ("unknown", "第五百七十九条）"),
    ],
)
def test_the_legal_basis_follows_the_kind_of_claim(claim_kind: str, articles: str) -> None:
    assert articles in text_of(render("demand", samples.letter(claim_kind=claim_kind), "zh_CN"))


def test_the_letter_threatens_nothing_a_creditor_may_not_do() -> None:
    text = text_of(render("demand", samples.letter(), "zh_CN"))
    assert not [
        word for word in ("征信", "黑名单", "失信", "公安", "立案", "律师函", "后果自负") if word in text
    ]


def test_the_slip_parts_receipt_from_acknowledgement() -> None:
    slip = pages_of(render("demand", samples.letter(), "zh_CN"))[-1].replace("\n", "").replace(" ", "")
    first, second = slip.split(
        "二\u3000欠款确认与付款承诺" if "二\u3000欠款" in slip else "二欠款确认与付款承诺"
    )
    assert "签收人（签名）" in first
    assert "确认并承诺" not in first
    assert "签署日期" in second
    assert "人民币壹拾捌万陆仟肆佰元整（¥186,400.00）" in second
    assert second.count("□") == 3
    assert second.count("同意") == 3


def test_a_reminder_has_no_slip_no_law_and_no_consequence() -> None:
    pages = pages_of(render("reminder", samples.letter("reminder"), "zh_CN"))
    assert len(pages) == 1
    assert not [word for word in ("民法典", "支付令", "诉讼", "最迟", "回执") if word in pages[0]]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_font_is_embedded_and_no_helvetica_listed(language: Language) -> None:
    fonts = fonts_of(render("demand", samples.letter(), language))
    assert fonts
    assert not [name for name in fonts if "Helvetica" in name]
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())


def test_the_foot_carries_the_head_of_the_journal() -> None:
    assert "9f2c41d07be8a653" in text_of(render("demand", samples.letter(), "zh_CN"))
    assert "记录校验" not in text_of(render("demand", samples.letter(journal_head=None), "zh_CN"))


def test_the_same_facts_give_the_same_bytes() -> None:
    assert render("demand", samples.letter(), "zh_CN") == render("demand", samples.letter(), "zh_CN")


def test_the_seal_ring_is_on_the_screen_and_never_on_paper() -> None:
    assert "盖章处" in text_of(render("demand", samples.letter(), "zh_CN", on_screen=True))
    assert "盖章处" not in text_of(render("demand", samples.letter(), "zh_CN"))


def test_english_letters_hold_no_full_width_marks_of_their_own() -> None:
    english = replace(
        samples.CREDITOR, name="Sunan Ltd", address="88 Xingcheng Road", bank="ICBC", contact="Lin Xiao"
    )
    debtor = replace(samples.FIRM, name="ACME GmbH", address="1 Main Street")
    text = text_of(
        render("demand", samples.letter(creditor=english, debtor=debtor, number="SJ-D-2026-0187"), "en")
    )
    assert not re.findall(r"[\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]", text)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh_CN", "请贵司随复函一并提供盖章的对账单；提供该文件不影响贵司提出异议。"),
        ("en", "please send us with your reply a statement of account under your seal or signature;"),
    ],
)
@pytest.mark.parametrize("kind", ["reminder", "demand", "demand2", "final", "statement"])
def test_a_letter_asks_for_the_document_that_would_prove_the_debt_best(
    kind: str, language: Language, words: str
) -> None:
    facts = samples.of_kind(kind)
    asking = "".join(text_of(render(kind, replace(facts, wanted="sealed_statement"), language)).split())
    assert "".join(words.split()) in asking
    assert "".join(words.split()) not in "".join(text_of(render(kind, facts, language)).split())


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("kind", [name for name, held in LETTER_KINDS.items() if held.may_request])
def test_asking_for_a_document_takes_no_page_more(kind: str, language: Language) -> None:
    facts = samples.of_kind(kind)
    asking = render(kind, replace(facts, wanted="sealed_statement"), language)
    assert len(pages_of(asking)) == len(pages_of(render(kind, facts, language)))


def test_every_document_a_debtor_can_give_has_its_words() -> None:
    theirs = {each.key for each in chains().documents.values() if each.holder == "opponent"}
    for language in ("zh_CN", "en"):
        words = wording("letter", language)
        assert {key for key in theirs if f"document.{key}" not in words} == set()
