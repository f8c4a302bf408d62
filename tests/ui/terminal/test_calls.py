"""``call``: what is kept of it, and what it does to the clock."""

from __future__ import annotations

import pytest

from tests.ui.terminal.conftest import Commands


@pytest.fixture
def claim(run: Commands) -> str:
    run("import", run.ledger("甲,1,100.00,,2026-09-01", "甲,2,50.00,,2026-09-01"))
    return str(run.one("1")["id"])


def test_only_the_outcome_is_required(run: Commands, claim: str) -> None:
    answer = run("call", claim, "--outcome", "busy")
    assert answer.told == {
        "call": "1", "promise": None, "limitation_on": "2029-09-01", "provable_on": "2029-09-01",
    }  # fmt: skip


def test_what_a_complete_record_misses_is_a_warning(run: Commands, claim: str) -> None:
    answer = run("call", claim, "--outcome", "connected")
    assert answer.codes == ["call_without_person", "call_without_answer"]
    assert all(each["message"] and set(each) == {"code", "message", "where"} for each in answer["warnings"])


def test_a_whole_record_warns_of_nothing(run: Commands, claim: str) -> None:
    recording = run.data.parent / "talk.mp3"
    recording.write_bytes(b"hello")
    answer = run(
        "call", claim, "--outcome", "connected", "--person", "王经理", "--role", "财务，总监", "--confirmed", "full",
        "--reason", "cash_flow", "--promise", "60.00@2026-12-05", "--recording", recording, "--recording-announced",
        "--note", "答应月初付", "--at", "2026-11-29T10:00:00+08:00",
    )  # fmt: skip
    assert (answer["promise"], answer.codes) == ("1", [])
    (slot,) = [each for each in run("evidence", claim)["slots"] if each["slot"] == "demand"]
    assert [item["kind"] for item in slot["items"]] == ["recording"]


@pytest.mark.parametrize(("said", "moves"), [
    (("--confirmed", "full"), True),
    (("--confirmed", "part", "--amount", "20.00"), True),
    (("--promise", "20.00@2026-12-05"), True),
    (("--confirmed", "denied"), False),
    (("--confirmed", "evaded"), False),
    ((), False),
])  # fmt: skip
def test_what_was_said_moves_the_clock_or_does_not(
    run: Commands, claim: str, said: tuple[str, ...], moves: bool
) -> None:
    answer = run("call", claim, "--outcome", "connected", *said)
    assert answer["limitation_on"] == ("2029-11-30" if moves else "2029-09-01")
    assert answer["provable_on"] == "2029-09-01"


@pytest.mark.parametrize("outcome", ["no_answer", "busy", "dead_number"])
def test_nobody_on_the_line_moves_no_clock(run: Commands, claim: str, outcome: str) -> None:
    assert run("call", claim, "--outcome", outcome)["limitation_on"] == "2029-09-01"


def test_an_acknowledgement_is_provable_with_its_recording(run: Commands, claim: str) -> None:
    recording = run.data.parent / "talk.mp3"
    recording.write_bytes(b"hello")
    answer = run("call", claim, "--outcome", "connected", "--confirmed", "full", "--recording", recording)
    assert (answer["limitation_on"], answer["provable_on"]) == ("2029-11-30", "2029-11-30")


def test_a_call_falls_on_its_day_in_china(run: Commands, claim: str) -> None:
    answer = run(
        "call", claim, "--outcome", "connected", "--confirmed", "full", "--at", "2026-11-19T16:30:00Z"
    )
    assert answer["limitation_on"] == "2029-11-20"


def test_a_call_moves_the_clock_of_its_claim_alone(run: Commands, claim: str) -> None:
    run("call", claim, "--outcome", "connected", "--confirmed", "full")
    assert (run.one("1")["limitation_on"], run.one("2")["limitation_on"]) == ("2029-11-30", "2029-09-01")


@pytest.mark.parametrize(("said", "code"), [
    (("--outcome", "busy", "--confirmed", "full"), "nobody_spoke"),
    (("--outcome", "no_answer", "--promise", "5.00@2026-12-05"), "nobody_spoke"),
    (("--outcome", "connected", "--confirmed", "part"), "part_needs_amount"),
    (("--outcome", "connected", "--promise", "5.00@2026-11-01"), "promise_in_the_past"),
    (("--outcome", "connected", "--at", "2026-12-01T09:00:00+08:00"), "after_today"),
    (("--outcome", "connected", "--recording", "/nowhere/talk.mp3"), "file_unreadable"),
    (("--outcome", "connected", "--recording", "/"), "not_a_file"),
])  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    run: Commands, claim: str, said: tuple[str, ...], code: str
) -> None:
    before = run.everything()
    assert run("call", claim, *said, status=1).codes == [code]
    assert run.everything() == before
    assert run("verify")["checked"]["journal"] == 1


def test_a_promise_not_kept_stands_first_on_the_worklist(run: Commands, claim: str) -> None:
    run("call", claim, "--outcome", "connected", "--promise", "20.00@2026-12-05")
    item = run("worklist", today="2026-12-06")["items"][0]
    assert {name: item[name] for name in ("reason", "debtor", "claims", "since")} == {
        "reason": "promise_broken", "debtor": "甲", "claims": [claim], "since": "2026-12-05",
    }  # fmt: skip
    run("receipt", "20.00", "--claim", claim, "--on", "2026-12-04", today="2026-12-06")
    assert "promise_broken" not in [each["reason"] for each in run("worklist", today="2026-12-06")["items"]]


@pytest.mark.parametrize(
    ("way", "lacking"),
    [
        (("--channel", "wechat", "--outcome", "sent"), ["message_without_address"]),
        (("--channel", "wechat", "--outcome", "sent", "--reached", "wx-1"), []),
        (("--channel", "visit", "--outcome", "no_answer"), ["meeting_without_place"]),
        (("--channel", "visit", "--outcome", "no_answer", "--place", "厂区"), []),
    ],
)
def test_a_way_that_does_not_say_where_is_warned_of(
    run: Commands, claim: str, way: tuple[str, ...], lacking: list[str]
) -> None:
    assert run("call", claim, *way).codes == lacking


def test_the_memo_of_an_earlier_call_is_filed_once(run: Commands, claim: str) -> None:
    run("call", claim, "--outcome", "connected", "--person", "王", "--confirmed", "full")
    first = run("memo", "1")
    assert (first["name"], run("memo", "1")["evidence"]) == ("memo-1.pdf", first["evidence"])
    assert run("memo", "9", status=1).codes == ["unknown_id"]
