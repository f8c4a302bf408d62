"""``worklist``, ``day``, ``snooze``, ``skip``, ``done`` and ``policy``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reports.reading import text_of
from tests.ui.terminal.conftest import Commands

ONE = "苏州恒锐精密制造有限公司"


@pytest.fixture
def owing(run: Commands) -> Commands:
    """Two debtors whose calls and letters are due; entered on the day itself."""
    run("import", run.ledger(f"{ONE},A-1,1000.00,0,2026-11-14", "无锡蓝科,B-1,300.00,0,2026-10-20"))
    return run


def reasons(run: Commands, debtor: str = ONE, **more: str) -> list[str]:
    return [each["reason"] for each in run("worklist", **more)["items"] if each["debtor"] == debtor]


def test_a_row_has_its_score_and_the_terms_that_make_it(owing: Commands) -> None:
    item = owing("worklist")["items"][0]
    assert list(item["terms"]) == ["amount", "age", "clock", "promise", "chance"]
    assert abs(sum(map(float, item["terms"].values())) - item["score"]) < 1


def test_what_is_put_off_comes_back_on_its_day(owing: Commands) -> None:
    told = owing("snooze", ONE, "call_due", "--until", "2026-12-02")
    assert (told["until"], told["left"]) == ("2026-12-02", [])
    assert reasons(owing, today="2026-12-01") == []
    assert reasons(owing, today="2026-12-02") == ["call_due"]


def test_the_third_time_in_a_row_needs_a_reason(owing: Commands) -> None:
    for day, until in (("2026-11-30", "2026-12-01"), ("2026-12-01", "2026-12-02")):
        owing("snooze", ONE, "call_due", "--until", until, today=day)
    again = ("snooze", ONE, "call_due", "--until", "2026-12-03")
    assert owing(*again, today="2026-12-02", status=1).codes == ["snooze_needs_reason"]
    owing(*again, "--why", "财务休假", today="2026-12-02")
    assert owing("day", today="2026-12-02")["resting"][0]["why"] == "财务休假"


def test_a_step_left_out_makes_room_for_the_next(owing: Commands) -> None:
    owing("skip", ONE, "call_due", "--why", "已当面谈过")
    assert reasons(owing) == []
    assert reasons(owing, today="2026-12-20") == ["letter_due"]


def test_a_clock_is_not_left_out_and_waits_a_week_at_most(run: Commands) -> None:
    run("import", run.ledger(f"{ONE},A-1,1000.00,0,2023-12-20"))
    assert run("skip", ONE, "limitation", status=1).codes == ["cannot_skip"]
    assert run("snooze", ONE, "limitation", "--until", "2026-12-20", status=1).codes == ["snooze_too_far"]
    assert run("snooze", ONE, "limitation", "--until", "2026-12-03")["until"] == "2026-12-03"


def test_a_day_not_ahead_and_a_debtor_not_known_are_refused(owing: Commands) -> None:
    assert owing("snooze", ONE, "call_due", "--until", "2026-11-30", status=1).codes == ["snooze_not_ahead"]
    assert owing("done", "没有这家", "call_due", status=1).codes == ["unknown_debtor"]


def test_the_day_tells_what_was_seen_to_and_what_comes(owing: Commands) -> None:
    owing("call", owing.one("A-1")["id"], "--outcome", "no_answer")
    owing("done", "无锡蓝科", "letter_due")
    told = owing("day")
    assert [(each["reason"], each["how"]) for each in told["done"]] == [
        ("call_due", "call"),
        ("letter_due", "done"),
    ]
    assert told["open"] == []
    assert told["coming"][0]["on"] == "2026-12-01"


def test_the_policy_is_printed_set_kept_and_set_back(owing: Commands, tmp_path: Path) -> None:
    policy = owing("policy")["policy"]
    assert [each["days"] for each in policy["levels"]] == [-3, 15, 30, 45, 90, 180]
    policy["levels"][1]["days"] = 20
    file = tmp_path / "policy.json"
    file.write_text(json.dumps(policy), encoding="utf-8")
    seen = owing("policy", "--set", file, "--dry-run")
    assert [each["debtor"] for each in seen["gone"]] == [ONE]
    assert owing("policy")["versions"] == []
    told = owing("policy", "--set", file, "--note", "放宽电话")
    assert told["versions"][0]["note"] == "放宽电话"
    assert reasons(owing) == []
    owing("policy", "--reset")
    assert reasons(owing) == ["call_due"]
    assert len(owing("policy")["versions"]) == 2


def test_a_policy_that_cannot_hold_is_refused_with_all_reasons(owing: Commands, tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text("[]", encoding="utf-8")
    assert owing("policy", "--set", file, status=1).codes == ["policy_unreadable"]
    levels = [{"key": "call", "action": "shout", "days": 5}, {"key": "letter", "action": "letter", "days": 5}]
    file.write_text(json.dumps({"levels": levels}), encoding="utf-8")
    assert owing("policy", "--set", file, status=1).codes == ["policy_unknown_action", "policy_not_rising"]


def test_the_call_sheet_names_whom_to_ring(owing: Commands, tmp_path: Path) -> None:
    owing("debtor", ONE, "--contact", "王建国", "--phone", "0512-8800 0123")
    owing("day", "--pdf", tmp_path / "sheet.pdf")
    said = text_of((tmp_path / "sheet.pdf").read_bytes())
    assert "王建国 0512-8800 0123" in " ".join(said.split())
    assert "1,300.00" in said
