"""The memo of a contact says what was noted, and seals what proves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from models.rules.facts import CreditorFacts, DebtorFacts, ItemFacts
from models.rules.memo import MemoFacts
from models.rules.problems import Refused
from reports.render import render
from tests.reports.reading import text_of

SHA = "ab" * 32
MEMO = MemoFacts(
    creditor=CreditorFacts(name="苏南精工机械有限公司"),
    debtor=DebtorFacts(name="苏州恒锐精密制造有限公司"),
    items=(ItemFacts("PO-1", None, None, date(2026, 10, 4), 47, 18_640_000, 0, 18_640_000),),
    currency="CNY",
    total_fen=18_640_000,
    channel="phone",
    outcome="connected",
    at=datetime(2026, 11, 20, 2, 24, tzinfo=UTC),
    logged_at=datetime(2026, 11, 20, 2, 30, tzinfo=UTC),
    by="林晓",
    person="王建国",
    role="finance",
    asked="您是否确认，截至 2026 年 11 月 20 日，贵公司仍有 186,400.00 元货款未支付？",
    confirmed="part",
    confirmed_fen=5_000_000,
    reason="cash_flow",
    promises=((3_000_000, date(2026, 11, 27)), (2_000_000, date(2026, 12, 5))),
    proof_name="通话.m4a",
    proof_sha256=SHA,
)


def said(facts: MemoFacts, language: str = "zh_CN") -> str:
    return "".join(text_of(render("call_memo", facts, language)).split())


def test_it_says_who_when_what_and_the_hash_of_the_recording() -> None:
    text = said(MEMO)
    for part in (
        "催收沟通记录", "苏州恒锐精密制造有限公司", "2026-11-2010:24", "王建国", "财务", "186,400.00元货款未支付",
        "确认部分欠款¥50,000.00", "2026年11月27日¥30,000.00", "2026年12月5日¥20,000.00", "通话.m4a", SHA,
    ):  # fmt: skip
        assert part in text


def test_what_was_not_noted_is_not_there() -> None:
    text = said(replace(MEMO, confirmed=None, reason=None, promises=(), proof_name=None, proof_sha256=None))
    assert not any(label in text for label in ("对方答复", "逾期原因", "还款承诺", "SHA-256", "已告知录音"))


def test_it_is_set_in_english_too() -> None:
    text = said(replace(MEMO, channel="wechat", outcome="sent"), "en")
    assert "Recordofacontact" in text
    assert "WeChat·sent" in text


def test_a_code_of_the_clerks_own_stands_as_it_is() -> None:
    assert "会计小王" in said(replace(MEMO, role="会计小王"))


def test_what_no_font_can_draw_is_refused_by_its_place() -> None:
    with pytest.raises(Refused) as refused:
        render("call_memo", replace(MEMO, note="\U0001fae0"), "zh_CN")
    assert refused.value.problems[0].where == "note"
