"""Names and missing claims, settled by commands."""

from __future__ import annotations

from tests.ui.terminal.conftest import Commands

HEAD = "客户,客户编码,单号,金额"
OLD, NEW = "苏州甲公司", "甲公司（苏州）"


def both(run: Commands) -> None:
    """Two debtors with one code."""
    run("import", run.ledger(f"{OLD},K7,1,100.00", head=HEAD))
    run("import", run.ledger(f"{NEW},K7,2,50.00", head=HEAD))


def debtors(run: Commands) -> list[str]:
    return [each["debtor"] for each in run("claims", "--all")["claims"]]


def test_an_import_names_what_looks_alike(run: Commands) -> None:
    run("import", run.ledger(f"{OLD},K7,1,100.00", head=HEAD))
    answer = run("import", run.ledger(f"{NEW},K7,2,50.00", head=HEAD), "--dry-run")
    assert answer["alike"] == [{"name": NEW, "known": OLD, "why": "same_code", "rows": [2]}]


def test_a_name_is_taken_for_a_debtor_and_stays_so(run: Commands) -> None:
    run("import", run.ledger(f"{OLD},K7,1,100.00", head=HEAD))
    second = run.ledger(f"{NEW},K7,1,100.00", f"{NEW},K7,2,50.00", head=HEAD)
    answer = run("import", second, "--same-as", f"{NEW} = {OLD}")
    assert (answer["new"], answer["same"], answer["doubtful"]) == (1, 1, 0)
    assert debtors(run) == [OLD, OLD]
    assert run("names")["other_names"] == [{"name": NEW, "debtor": OLD}]
    assert run("import", second)["same"] == 2


def test_a_name_is_not_taken_for_somebody_unknown(run: Commands) -> None:
    file = run.ledger(f"{NEW},K7,1,100.00", head=HEAD)
    assert run("import", file, "--same-as", f"{NEW}=谁", status=1).codes == ["unknown_debtor"]
    assert run("import", file, "--same-as", NEW, status=2).told == {}


def test_two_debtors_are_merged_and_parted_again(run: Commands) -> None:
    both(run)
    assert run("names")["names"] == [{"name": NEW, "known": OLD, "why": "same_code"}]
    answer = run("merge", NEW, "--into", OLD)
    assert (answer["debtor"], answer["moved"]) == (OLD, {"claim": 1})
    assert (debtors(run), run("names")["names"]) == ([OLD, OLD], [])
    assert len(run("unmerge", answer["act"])["debtors"]) == 2
    assert debtors(run) == [OLD, NEW]
    assert run("verify")["ok"] is True


def test_a_receipt_finds_the_debtor_by_its_other_name(run: Commands) -> None:
    both(run)
    run("merge", NEW, "--into", OLD)
    assert run("receipt", "120.00", "--debtor", NEW)["left"] == "0.00"


def test_different_credit_codes_are_merged_only_when_told(run: Commands) -> None:
    both(run)
    run("debtor", OLD, "--uscc", "91320594MA1XK2A15Q")
    run("debtor", NEW, "--uscc", "91320594MA1XK2A23J")
    assert run("merge", NEW, "--into", OLD, status=1).codes == ["uscc_differs"]
    run("merge", NEW, "--into", OLD, "--although-uscc-differs")
    assert debtors(run) == [OLD, OLD]


def test_a_merge_worked_on_since_says_what_and_when(run: Commands) -> None:
    both(run)
    act = run("merge", NEW, "--into", OLD)["act"]
    run("call", run.one("2")["id"], "--outcome", "busy")
    refused = run("unmerge", act, status=1)
    assert refused.codes == ["later_work"]
    assert "2 of 苏州甲公司: a call of 20" in refused.err


def test_names_apart_are_never_suggested_until_forgotten(run: Commands) -> None:
    both(run)
    run("apart", NEW, OLD)
    assert run("names")["names"] == []
    run("forget", OLD, NEW)
    assert len(run("names")["names"]) == 1


def test_a_spelling_is_forgotten(run: Commands) -> None:
    both(run)
    run("merge", NEW, "--into", OLD)
    assert run("forget", NEW)["forgotten"] == [NEW]
    assert run("forget", NEW, status=1).codes == ["no_other_name"]


def months(run: Commands, *options: str) -> str:
    """A ledger of three claims and the next one, which names one of them; returns the batch of the second."""
    run("import", run.ledger("甲,1,100.00,,2026-09-01", "甲,2,50.00,,2026-09-01", "乙,3,7.00,,2026-09-01"))
    return str(run("import", run.ledger("甲,2,50.00,,2026-09-01"), *options)["batch"])


def test_missing_claims_stay_unless_told(run: Commands) -> None:
    batch = months(run)
    assert run("claims")["balance"] == "157.00"
    assert [(each["number"], each["answer"]) for each in run("missing", batch)["claims"]] == [
        ("1", None),
        ("3", None),
    ]
    assert run("missing", "99", status=1).codes == ["unknown_id"]


def test_all_missing_claims_are_answered_with_the_import(run: Commands) -> None:
    batch = months(run, "--missing", "paid")
    assert run("claims")["balance"] == "50.00"
    run("undo", batch)
    assert run("claims")["balance"] == "157.00"


def test_missing_claims_are_answered_later(run: Commands) -> None:
    batch = months(run)
    one = run.one("1")["id"]
    answer = run("missing", batch, "--as", "paid", "--claims", one, "--on", "2026-11-05")["claims"][0]
    assert (answer["answer"], answer["on"], answer["balance"]) == ("paid", "2026-11-05", "0.00")
    run("reverse", answer["receipt"], "--why", "看错了")
    assert run("claims")["balance"] == "157.00"
    run("missing", batch, "--as", "credited", "--claims", "all", "--why", "退货")
    assert run("claims")["balance"] == "150.00"


def test_an_answer_names_its_claims(run: Commands) -> None:
    batch = months(run)
    assert run("missing", batch, "--as", "paid", status=1).codes == ["answer_without_claims"]


def test_what_was_left_open_is_said_next_time(run: Commands) -> None:
    months(run, "--missing", "open")
    again = run("import", run.ledger("甲,2,50.00,,2026-09-01"))["missing_claims"]
    assert [(each["number"], each["left_open"]) for each in again] == [("1", True), ("3", True)]


def test_what_another_ledger_may_hold_is_not_answered_in_bulk(run: Commands) -> None:
    run("import", run.ledger("乙,3,7.00", head="客户名称,发票号,金额"))
    file = run.ledger("甲,2,50.00,,2026-09-01")
    answer = run("import", file, "--missing", "paid")
    assert [each["elsewhere"] for each in answer["missing_claims"]] == [True]
    assert run("claims")["balance"] == "57.00"
