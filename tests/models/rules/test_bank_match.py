"""Whose money a bank's line is, how sure that is, and what its memo designates (CC 560)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.bank_match import Expected, Incoming, KnownDebtor, Match, Register
from models.rules.bank_memo import OpenClaim

A, B, C = "苏州恒锐精密制造有限公司", "宁波海晟机电设备有限公司", "宁波海晟机电（集团）有限公司"
DEBTORS = (
    KnownDebtor(1, A, ("恒锐精密",), ("1102 0000 0100 0131",)),
    KnownDebtor(2, B, (), ("3901000222", "8888")),
    KnownDebtor(3, C, (), ("8888",)),
    KnownDebtor(4, "王芳"),
)
CLAIMS = (
    OpenClaim(11, 1, "26322000001184625518", "HR-2026-031", date(2026, 10, 4), 3_640_000),
    OpenClaim(12, 1, "26322000001190735601", "HR-2026-031", date(2026, 10, 11), 9_000_000),
    OpenClaim(13, 1, "PO-7788", None, date(2026, 9, 1), 500_000),
    OpenClaim(14, 1, "US-1001", None, date(2026, 9, 1), 500_000, "USD"),
    OpenClaim(21, 2, "PO-3001", "海晟销2026-08", date(2026, 10, 1), 9_235_050),
    OpenClaim(22, 2, "2026", None, None, 77),
    OpenClaim(31, 3, "PO-3002", None, date(2026, 10, 1), 100),
)
LETTERS = {"苏精催字〔2026〕第0187号": [11, 12]}
EXPECTED = (
    Expected("promise", 1, 1_000_000, date(2026, 11, 27)),
    Expected("instalment", 2, 300_000, date(2026, 11, 30)),
)


def plain(name: str) -> str:
    return name.replace("（", "").replace("）", "").replace("(", "").replace(")", "").removesuffix("有限公司")


def register(*apart: tuple[str, str]) -> Register:
    return Register(
        DEBTORS, CLAIMS, LETTERS, EXPECTED, likeness=plain, apart=set(apart), own_name="苏南精工科技有限公司"
    )


def matched(payer: str | None = None, fen: int = 123, **more: object) -> Match:
    return register().match(Incoming(date(2026, 11, 20), fen, payer=payer, **more))  # type: ignore[arg-type]


def codes(match: Match) -> list[str]:
    return [reason.code for reason in match.why]


@pytest.mark.parametrize(
    ("line", "debtor", "confidence", "code"),
    [
        ({"payer": A}, 1, "certain", "bank_name"),
        ({"payer": f" {A} "}, 1, "certain", "bank_name"),
        ({"payer": "恒锐精密"}, 1, "certain", "bank_other_name"),
        ({"payer": "李四", "account": "1102000001000131"}, 1, "certain", "bank_account"),
        ({"account": "3901000222"}, 2, "certain", "bank_account"),
        ({"payer": B, "account": "8888"}, 2, "certain", "bank_name"),
        ({"payer": "苏州恒锐精密制造(有限公司)"}, 1, "likely", "bank_similar_name"),
        ({"payer": "苏州恒锐精密制造有限公司苏州分公司"}, 1, "likely", "bank_similar_name"),
        ({"payer": "苏州恒锐精密"}, 1, "likely", "bank_similar_name"),
        ({"payer": "王芳"}, 4, "certain", "bank_name"),
        ({"payer": "赵六", "memo": "代付 PO-7788 货款"}, 1, "likely", "bank_memo_number"),
        ({"memo": "合同hr-2026-031尾款"}, 1, "likely", "bank_memo_contract"),
        ({"memo": "苏精催字[2026]第0187号"}, 1, "likely", "bank_memo_letter"),
        ({"account": "8888"}, None, "unknown", "bank_several"),
        ({"payer": "宁波海晟机电"}, None, "unknown", "bank_several"),
        ({"payer": "宁波海晟机电", "memo": "PO-3001"}, 2, "likely", "bank_similar_name"),
        ({"payer": "某公司"}, None, "unknown", "bank_unknown_payer"),
        ({}, None, "unknown", "bank_no_payer"),
        ({"payer": "某公司", "fen": 9_235_050}, None, "unknown", "bank_only_sum"),
        ({"memo": "结息"}, None, "unknown", "bank_interest"),
        ({"payer": "苏南精工科技有限公司"}, None, "unknown", "bank_own_transfer"),
        ({"payer": "某公司", "memo": "2026年货款"}, None, "unknown", "bank_unknown_payer"),
    ],
)  # fmt: skip
def test_who_paid_and_how_sure_that_is(
    line: dict[str, object], debtor: int | None, confidence: str, code: str
) -> None:
    match = matched(**line)  # type: ignore[arg-type]
    assert (match.debtor, match.confidence, codes(match)[0]) == (debtor, confidence, code)


def test_a_name_and_an_account_of_two_debtors_are_not_certain() -> None:
    match = matched(A, account="3901000222")
    assert (match.debtor, match.confidence, match.candidates) == (1, "likely", (2,))


def test_a_known_payer_whose_memo_names_anothers_claim_is_looked_at() -> None:
    match = matched(A, memo="代付 PO-3001")
    assert (match.debtor, match.confidence, match.designated) == (1, "likely", ())
    assert codes(match)[-1] == "bank_memo_of_other"


def test_names_the_clerk_said_are_two_are_not_suggested() -> None:
    payer = "苏州恒锐精密"
    first, second = sorted((payer, A))
    assert register((first, second)).match(Incoming(date(2026, 11, 20), 5, payer=payer)).debtor is None


def test_the_debtor_the_clerk_chose_stands_whatever_the_name() -> None:
    match = matched(B, chosen=1, memo="PO-7788")
    assert (match.debtor, match.confidence, match.designated) == (1, "certain", (13,))
    assert codes(match)[0] == "bank_chosen"


@pytest.mark.parametrize(
    ("memo", "designated"),
    [
        ("PO-7788", (13,)),
        ("付po-7788、26322000001184625518货款", (13, 11)),
        ("发票尾号184625518", (11,)),
        ("合同HR-2026-031", (11, 12)),
        ("苏精催字〔2026〕第0187号", (11, 12)),
        ("PO-77881", ()),
        ("US-1001", ()),
        ("货款", ()),
        ("20261004", ()),
        (None, ()),
    ],
)
def test_numbers_in_the_memo_designate_claims_in_their_order(
    memo: str | None, designated: tuple[int, ...]
) -> None:
    assert matched(A, memo=memo).designated == designated


@pytest.mark.parametrize(
    ("fen", "code"),
    [
        (9_000_000, "bank_sum_claim"),
        (13_140_000, "bank_sum_balance"),
        (1_000_000, "bank_sum_promise"),
        (13_140_001, "bank_sum_exceeds"),
    ],
)
def test_what_the_sum_equals_is_told_and_designates_nothing(fen: int, code: str) -> None:
    match = matched(A, fen)
    assert codes(match) == ["bank_name", code]
    assert match.designated == ()


def test_an_instalment_due_is_told_with_its_day() -> None:
    (reason,) = [each for each in matched(B, 300_000).why if each.code == "bank_sum_instalment"]
    assert reason.params == {"day": "2026-11-30"}


def test_money_of_a_debtor_who_owes_nothing_is_said_to_be_so() -> None:
    assert codes(matched("王芳")) == ["bank_name", "bank_nothing_open"]


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=60), st.integers(1, 10**12))
def test_whatever_a_bank_writes_only_a_known_name_or_account_is_certain(
    payer: str, account: str, memo: str, fen: int
) -> None:
    match = matched(payer, fen, account=account, memo=memo)
    known = {name for debtor in DEBTORS for name in debtor.names}
    accounts = {number.replace(" ", "") for debtor in DEBTORS for number in debtor.accounts}
    if match.confidence == "certain":
        assert payer.strip() in known or account.replace(" ", "").replace("-", "") in accounts
    assert (match.debtor is None) == (match.confidence == "unknown")
    assert match.why
