"""``people``, ``person``, ``assign``, ``write-off``, approvals and cases."""

from __future__ import annotations

import pytest

from tests.ui.terminal.conftest import Commands


@pytest.fixture
def books(run: Commands) -> Commands:
    """甲 owes 100.00; this user is not told."""
    run("import", run.ledger("重庆甲公司,INV-1,100.00,2026-10-01", head="客户,单号,金额,到期日"))
    return run


def test_alone_claims_are_handed_over_and_written_off_at_once(books: Commands) -> None:
    claim = books("claims")["claims"][0]["id"]
    assert books("assign", claim, "周敏", "--note", "每周三联系")["owner"] == "周敏"
    done = books("write-off", claim, "--why", "已注销", "--amount", "40")
    assert (done["approval"], done["receipt"] is not None) == (None, True)
    assert books("claims")["claims"][0]["balance"] == "60.00"


def test_with_people_a_write_off_waits_for_another(books: Commands) -> None:
    user = books("people")["user"]
    books("person", user, "--roles", "supervisor")
    told = books("person", "钱会", "--roles", "finance,clerk")
    assert [each["name"] for each in told["people"]] == sorted([user, "钱会"])
    claim = books("claims")["claims"][0]["id"]
    asked = books("write-off", claim, "--why", "已注销")["approval"]
    assert [each["id"] for each in books("approvals")["approvals"]] == [asked]
    assert books("approve", asked, status=1).codes == ["approval_own"]
    assert books("withdraw", asked)["decision"] == "withdrawn"
    assert books("approvals")["approvals"] == []
    assert [each["what"] for each in books("approvals", "--all")["approvals"]] == ["write_off"]
    assert books("refuse", asked, "--why", "迟了", status=1).codes == ["approval_decided"]


def test_a_case_from_opening_to_closing(books: Commands) -> None:
    opened = books("case", "重庆甲公司", "--open", "甲公司专案", "--goal", "年内收回")["case"]
    assert books("claims")["claims"][0]["stage"] == "task_force"
    books("case-member", opened["id"], "陆法", "legal")
    books("case-entry", opened["id"], "measure", "上门", "--owner", "陆法", "--due", "2026-12-05")
    (entry,) = books("cases")["cases"][0]["entries"]
    assert (entry["owner"], entry["late"]) == ("陆法", False)
    books("case-done", entry["id"])
    assert [each["person"] for each in books("case-member", opened["id"], "陆法")["case"]["members"]] != [
        "陆法"
    ]
    closed = books("case", "重庆甲公司", "--close", "收回")["case"]
    assert (closed["outcome"], closed["entries"][0]["done_on"]) == ("收回", "2026-11-30")
    assert books("cases")["cases"] == []
    assert books("case", "重庆甲公司", "--goal", "又来", status=1).codes == ["no_open_case"]
