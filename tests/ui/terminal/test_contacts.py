"""``guard``, ``contact``, ``flag`` and ``promises``; messages, visits and several promises of ``call``."""

from __future__ import annotations

import pytest

from tests.ui.terminal.conftest import CREDITOR, Commands

FIRM = "甲公司"
NOON = "2026-11-30T12:00:00"


@pytest.fixture
def claim(run: Commands) -> str:
    run("creditor", *CREDITOR)
    run("import", run.ledger(f"{FIRM},1,1000.00,,2026-09-01"))
    return str(run.one("1")["id"])


def rules(run: Commands, *more: object) -> list[str]:
    return [each["rule"] for each in run("guard", FIRM, "--at", NOON, *more)["findings"]]


def text(run: Commands, words: str) -> list[object]:
    file = run.data.parent / "message.txt"
    file.write_text(words, encoding="utf-8")
    return ["--channel", "wechat", "--text", file]


@pytest.mark.usefixtures("claim")
def test_a_call_at_noon_may_be_made(run: Commands) -> None:
    assert run("guard", FIRM, "--at", NOON).told == {"may": "yes", "findings": []}


@pytest.mark.usefixtures("claim")
def test_what_speaks_against_a_contact_is_told_with_its_source(run: Commands) -> None:
    told = run("guard", FIRM, "--at", NOON, "--role", "supplier")
    (finding,) = told["findings"]
    assert (told["may"], finding["rule"], finding["severity"], finding["with_reason"]) == (
        "no", "G04", "block", False,
    )  # fmt: skip
    assert "1032" in finding["source"]
    assert finding["message"]


@pytest.mark.usefixtures("claim")
def test_a_message_is_read_before_it_goes_out(run: Commands) -> None:
    who = run("guard", FIRM, "--at", NOON, *text(run, "请付款"))["findings"][0]["message"].split(
        "sends it: "
    )[1]
    sender = who.rstrip(".").replace(" · ", " ")
    assert rules(run, *text(run, f"{sender}：尚欠 1,000.00 元，请付款。")) == []
    assert rules(run, *text(run, f"{sender}：尚欠 900 元，不还就等着坐牢。")) == ["G06", "G10"]
    assert rules(run, *text(run, f"{sender}：已被列入失信名单")) == ["G07"]
    assert rules(run, *text(run, f"{sender}：已被列入失信名单"), "--fact", "judged") == []


def test_after_limitation_a_suit_is_not_threatened(run: Commands, claim: str) -> None:
    late = "2029-12-01"
    told = run("guard", FIRM, "--at", f"{late}T12:00:00", today=late)
    assert [each["rule"] for each in told["findings"]] == ["G17"]
    assert told["may"] == "yes"
    run("call", claim, "--outcome", "connected", "--confirmed", "full")
    assert run("guard", FIRM, "--at", "2029-11-20T12:00:00", today="2029-11-20")["findings"] == []


@pytest.mark.usefixtures("claim")
def test_a_contact_is_added_verified_left_alone_and_ended(run: Commands) -> None:
    run("contact", FIRM, "--add", "王建国", "--value", "0512-1", "--role", "finance")
    run("contact", FIRM, "--verify", "1", "--on", "2026-11-20")
    run("contact", FIRM, "--add", "赵立新", "--value", "0512-2", "--do-not-call", "只收邮件")
    first, second = run("contact", FIRM)["contacts"]
    assert (first["name"], first["verified_on"], first["do_not_call"]) == ("王建国", "2026-11-20", None)
    assert second["do_not_call"] == "只收邮件"
    assert rules(run, "--person", "赵立新") == ["G05"]
    run("contact", FIRM, "--end", "2")
    assert [each["name"] for each in run("contact", FIRM)["contacts"]] == ["王建国"]
    assert rules(run, "--person", "赵立新") == []
    assert run("contact", FIRM, "--end", "2", status=1).codes == ["contact_ended"]


@pytest.mark.parametrize(
    ("said", "code"),
    [(("--add", " ", "--value", "1"), "no_name"), (("--add", "王"), "contact_no_value"),
     (("--add", "王", "--value", "1", "--do-not-call", " "), "contact_needs_why"), (("--end", "9"), "unknown_id")],
)  # fmt: skip
@pytest.mark.usefixtures("claim")
def test_half_a_contact_is_refused(run: Commands, said: tuple[str, ...], code: str) -> None:
    assert run("contact", FIRM, *said, status=1).codes == [code]


@pytest.mark.usefixtures("claim")
def test_what_is_known_of_a_debtor_binds_until_it_is_ended(run: Commands) -> None:
    assert run("flag", FIRM, "bankrupt", status=1).codes == ["contact_needs_why"]
    run("flag", FIRM, "bankrupt", "--why", "法院公告")
    (flag,) = run("flag", FIRM, "bankrupt", "--why", "苏州中院公告")["flags"]
    assert flag["why"] == "苏州中院公告"
    assert rules(run) == ["G14"]
    told = run(
        "flag",
        FIRM,
        "bankrupt",
        "--accepted",
        "2026-11-02",
        "--court",
        "苏州中院",
        "--case-number",
        "破申12号",
    )
    (flag,) = told["flags"]
    assert (flag["why"], flag["accepted_on"]) == ("苏州中院公告", "2026-11-02")
    assert (flag["court"], flag["case_number"]) == ("苏州中院", "破申12号")
    assert run("flag", FIRM, "lawyer", "--why", "x", "--court", "y", status=1).codes == [
        "contact_not_bankrupt"
    ]
    assert run("flag", FIRM, "bankrupt", "--accepted", "2027-01-01", status=1).codes == ["after_today"]
    assert run("flag", FIRM, "bankrupt", "--end")["flags"] == []
    assert rules(run) == []


def test_calls_of_the_day_are_counted_messages_are_not(run: Commands, claim: str) -> None:
    for _ in range(3):
        run("call", claim, "--outcome", "no_answer", "--at", "2026-11-30T10:00:00")
    run("call", claim, "--outcome", "sent", "--channel", "sms", "--at", "2026-11-30T10:00:00")
    assert rules(run) == ["G02"]
    told = run("contact", FIRM)
    assert (told["morning"], told["afternoon"]) == ("0/3", "0/0")


def test_several_promises_stand_side_by_side_and_money_serves_the_first(run: Commands, claim: str) -> None:
    run(
        "call",
        claim,
        "--outcome",
        "connected",
        "--promise",
        "300.00@2026-12-05",
        "--promise",
        "400.00@2026-12-20",
    )
    run("receipt", "500.00", "--claim", claim, "--on", "2026-12-04", today="2026-12-06")
    told = run("promises", "--debtor", FIRM, today="2026-12-21")
    assert [(each["amount"], each["paid"], each["state"]) for each in told["promises"]] == [
        ("300.00", "300.00", "kept"), ("400.00", "200.00", "part"),
    ]  # fmt: skip
    (rate,) = told["debtors"]
    assert (rate["kept"], rate["part"], rate["missed"], rate["kept_percent"]) == (1, 1, 0, "71")
    assert told["clerks"][0]["kept"] == 1


def test_a_promise_replaced_in_time_is_no_broken_one(run: Commands, claim: str) -> None:
    run("call", claim, "--outcome", "connected", "--promise", "300.00@2026-12-05")
    run("call", claim, "--outcome", "connected", "--promise", "300.00@2026-12-10", today="2026-12-04")
    run("call", claim, "--outcome", "connected", "--promise", "300.00@2027-01-10", today="2026-12-15")
    states = [each["state"] for each in run("promises", today="2026-12-15")["promises"]]
    assert states == ["replaced", "missed", "open"]


def test_a_message_that_asks_with_its_picture_is_a_provable_demand(run: Commands, claim: str) -> None:
    picture = run.data.parent / "chat.png"
    picture.write_bytes(b"png")
    sent = ("call", claim, "--outcome", "sent", "--channel", "wechat", "--asks-payment", "--identity-checked")
    bare = run(*sent)
    assert (bare["limitation_on"], bare["provable_on"]) == ("2029-11-30", "2029-09-01")
    proved = run(*sent, "--recording", picture)
    assert proved["provable_on"] == "2029-11-30"
    assert run("call", claim, "--outcome", "sent", "--channel", "sms", today="2026-12-05")[
        "limitation_on"
    ] == "2029-11-30"  # fmt: skip


def test_a_way_and_its_outcome_must_fit(run: Commands, claim: str) -> None:
    assert run("call", claim, "--outcome", "busy", "--channel", "visit", status=1).codes == [
        "unknown_outcome"
    ]
    assert run("call", claim, "--outcome", "sent", status=1).codes == ["unknown_outcome"]


def test_the_memo_lies_with_the_evidence(run: Commands, claim: str) -> None:
    answer = run("call", claim, "--outcome", "connected", "--person", "王", "--confirmed", "full", "--memo")
    slots = run("evidence", claim)["slots"]
    (item,) = [item for slot in slots for item in slot["items"]]
    assert (item["evidence"], item["kind"]) == (answer["memo"], "demand")
    assert run("verify")["ok"] is True


def letters(run: Commands, *more: object) -> tuple[list[str], list[str]]:
    told = run("letters", "--kind", "demand", "--claims", "1", "--out", run.data.parent / "out", *more)
    return [each["debtor"] for each in told["letters"]], [each["why"] for each in told["skipped"]]


@pytest.mark.parametrize(("flag", "opens"), [("bankrupt", False), ("illegal_debt", False), ("lawyer", True)])
@pytest.mark.usefixtures("claim")
def test_a_letter_is_guarded_too(run: Commands, flag: str, opens: bool) -> None:
    run("debtor", FIRM, "--address", "苏州 1 号")
    run("flag", FIRM, flag, "--why", "公告")
    assert letters(run) == ([], [f"contact_{flag}"])
    why = ("--override-why", "律师请我们直接寄送")
    assert letters(run, *why) == (([FIRM], []) if opens else ([], [f"contact_{flag}"]))
