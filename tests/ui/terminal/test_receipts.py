"""``receipt`` and ``reverse``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.terminal.conftest import Commands


@pytest.fixture
def owing(run: Commands) -> Commands:
    """甲 owes 100.00 due first, 250.00 due later and 40.00 in dollars; 乙 owes 9.00."""
    head = "客户,单号,金额,币种,到期日"
    run("import", run.ledger(
        "甲,1,250.00,CNY,2026-10-01", "甲,2,100.00,CNY,2026-09-01", "甲,3,40.00,USD,2026-09-01", "乙,4,9.00,CNY,",
        head=head,
    ))  # fmt: skip
    return run


def test_a_receipt_for_a_claim_lowers_its_balance_alone(owing: Commands) -> None:
    answer = owing("receipt", "60.00", "--claim", owing.one("1")["id"])
    assert answer.told == {
        "receipt": "1",
        "shares": [{"claim": owing.one("1")["id"], "amount": "60.00"}],
        "left": "0.00",
        "rule": "for_one",
        "why": "Entered for this one claim.",
    }
    assert (owing.one("1")["balance"], owing.one("2")["balance"]) == ("190.00", "100.00")


def test_what_a_claim_does_not_take_is_left_as_an_advance(owing: Commands) -> None:
    before = owing("aging")["total"]
    answer = owing("receipt", "120.00", "--claim", owing.one("2")["id"])
    assert (answer["shares"][0]["amount"], answer["left"]) == ("100.00", "20.00")
    aging = owing("aging")
    assert float(before["total"]) - float(aging["total"]["total"]) == 100
    assert "credit" not in aging["bands"]
    assert not [each for each in owing("claims", "--all")["claims"] if each["balance"].startswith("-")]


def test_money_of_a_debtor_pays_what_fell_due_first(owing: Commands) -> None:
    answer = owing("receipt", "130.00", "--debtor", "甲")
    shares = {each["claim"]: each["amount"] for each in answer["shares"]}
    assert shares == {owing.one("2")["id"]: "100.00", owing.one("1")["id"]: "30.00"}
    assert answer["left"] == "0.00"


def test_money_of_a_debtor_pays_claims_of_its_own_currency(owing: Commands) -> None:
    answer = owing("receipt", "50.00", "--debtor", "甲", "--currency", "usd")
    assert (answer["shares"], answer["left"]) == (
        [{"claim": owing.one("3")["id"], "amount": "40.00"}],
        "10.00",
    )
    assert owing.one("1")["balance"] == "250.00"


def test_a_receipt_is_in_its_claims_currency(owing: Commands) -> None:
    owing("receipt", "15.00", "--claim", owing.one("3")["id"])
    assert (owing.one("3")["balance"], owing.one("3")["currency"]) == ("25.00", "USD")
    other = owing("receipt", "5.00", "--claim", owing.one("1")["id"], "--currency", "USD", status=1)
    assert other.codes == ["other_currency"]


def test_a_reversal_takes_back_its_own_shares(owing: Commands) -> None:
    before = owing.everything()
    first = owing("receipt", "130.00", "--debtor", "甲")
    answer = owing("reverse", first["receipt"], "--why", "bounced")
    taken = {each["claim"]: each["amount"] for each in answer["shares"]}
    assert taken == {each["claim"]: f"-{each['amount']}" for each in first["shares"]}
    assert owing.everything() == before


def test_later_receipts_are_not_moved_by_a_reversal(owing: Commands) -> None:
    first = owing("receipt", "100.00", "--debtor", "甲")
    owing("receipt", "50.00", "--debtor", "甲")
    owing("reverse", first["receipt"], "--why", "bounced")
    assert (owing.one("2")["balance"], owing.one("1")["balance"]) == ("100.00", "200.00")


def test_a_receipt_is_reversed_once_and_with_a_reason(owing: Commands) -> None:
    first = owing("receipt", "10.00", "--debtor", "甲")["receipt"]
    assert owing("reverse", first, "--why", " ", status=1).codes == ["no_reason"]
    second = owing("reverse", first, "--why", "bounced")["receipt"]
    assert owing("reverse", first, "--why", "bounced", status=1).codes == ["already_reversed"]
    assert owing("reverse", second, "--why", "bounced", status=1).codes == ["is_reversal"]


def test_a_back_dated_receipt_takes_what_is_open_now(owing: Commands) -> None:
    owing("receipt", "100.00", "--debtor", "甲", "--on", "2026-11-20")
    answer = owing("receipt", "10.00", "--debtor", "甲", "--on", "2026-10-05")
    assert answer["shares"] == [{"claim": owing.one("1")["id"], "amount": "10.00"}]
    assert owing("claims", "--as-of", "2026-10-10")["balance"] == "349.00"


def test_a_receipt_after_today_is_refused(owing: Commands) -> None:
    answer = owing("receipt", "10.00", "--debtor", "甲", "--on", "2026-12-01", status=1)
    assert answer.codes == ["after_today"]
    assert owing("claims")["balance"] == "359.00"


def test_a_paid_claim_leaves_the_list_but_not_the_books(owing: Commands) -> None:
    owing("receipt", "9.00", "--debtor", "乙")
    assert owing("claims", "--find", "乙")["count"] == 0
    assert owing("claims", "--find", "乙", "--all")["claims"][0]["stage"] == "settled"


def test_money_on_a_credit_is_left_as_an_advance(run: Commands) -> None:
    run("import", run.ledger("甲,R,-30.00,,"))
    answer = run("receipt", "10.00", "--claim", run.one("R")["id"])
    assert (answer["shares"], answer["left"]) == ([], "10.00")


@pytest.mark.parametrize("line", [
    ("receipt", "1.00", "--claim", "999"),
    ("receipt", "1.00", "--claim", "abc"),
    ("receipt", "1.00", "--debtor", "没有的公司"),
    ("reverse", "999", "--why", "x"),
])  # fmt: skip
def test_what_is_not_there_is_refused(owing: Commands, line: tuple[str, ...]) -> None:
    assert owing(*line, status=1).codes[0] in ("unknown_id", "unknown_debtor")


@pytest.mark.parametrize(
    "sum_text", ["0", "0.00", "-5", "1.005", "1,00", "1e3", "1" + "0" * 30, "", "NaN", "￥5"]
)
def test_what_is_no_sum_is_wrong_usage(owing: Commands, sum_text: str) -> None:
    answer = owing("receipt", "--debtor", "甲", "--", sum_text, status=2)
    assert answer.out == ""


@pytest.mark.parametrize(("kind", "moves"), [("payment", True), ("credit_note", False), ("offset", False)])
def test_only_a_payment_moves_the_clock(owing: Commands, kind: str, moves: bool) -> None:
    before = owing.one("2")
    answer = owing("receipt", "60", "--debtor", "甲", "--on", "2026-11-20", "--kind", kind)
    after = owing.one("2")
    assert (answer["rule"], after["balance"]) == ("earlier_due", "40.00")
    assert (after["limitation_on"] != before["limitation_on"]) is moves
    assert answer.codes == ([] if moves else ["receipt_moves_no_clock"])


def test_a_number_in_the_memo_is_a_designation_unless_told_otherwise(run: Commands) -> None:
    run("import", run.ledger("甲,HR-1001,250.00,,2026-10-01", "甲,HR-1002,100.00,,2026-09-01"))
    named = run("receipt", "10", "--debtor", "甲", "--memo", "货款 HR-1001")
    assert (named["rule"], named["shares"][0]["claim"]) == ("designated", run.one("HR-1001")["id"])
    other = run("receipt", "10", "--debtor", "甲", "--memo", "HR-1001", "--statute")
    assert other["shares"][0]["claim"] == run.one("HR-1002")["id"]


@pytest.mark.parametrize("way", ["designated", "agreed"])
def test_claims_may_be_named_to_go_first(owing: Commands, way: str) -> None:
    later = owing.one("1")["id"]
    answer = owing("receipt", "10", "--debtor", "甲", f"--{way}", later)
    assert (answer["rule"], answer["shares"]) == (way, [{"claim": later, "amount": "10.00"}])


def test_shares_settled_by_hand_need_a_reason(owing: Commands) -> None:
    later = owing.one("1")["id"]
    line = ("receipt", "10", "--debtor", "甲", "--share", f"{later}=10")
    assert owing(*line, status=1).codes == ["no_reason"]
    assert owing(*line, "--why", "对账函约定")["rule"] == "by_hand"
    assert owing("receipts", "--debtor", "甲")["receipts"][0]["why"] == "对账函约定"
    assert owing("receipt", "10", "--debtor", "甲", "--share", "x", status=2).out == ""


def test_what_has_expired_is_passed_over_and_said(run: Commands) -> None:
    run("import", run.ledger("甲,旧,250.00,,2020-10-01", "甲,新,100.00,,2026-09-01"))
    answer = run("receipt", "120", "--debtor", "甲")
    assert (answer.codes, answer["left"]) == (["receipt_passed_over"], "20.00")


def test_an_advance_and_a_credit_are_set_off(run: Commands) -> None:
    run("import", run.ledger("甲,1,250.00,,2026-10-01", "甲,R,-30.00,,"))
    run("receipt", "50", "--claim", run.one("R")["id"])
    answer = run("set-off", "甲")
    assert {each["claim"]: each["amount"] for each in answer["shares"]} == {
        run.one("1")["id"]: "80.00", run.one("R")["id"]: "-30.00",
    }  # fmt: skip
    assert (answer["left"], run.one("1")["balance"]) == ("0.00", "170.00")
    assert run("set-off", "甲", status=1).codes == ["nothing_to_set_off"]
    run("reverse", answer["receipt"], "--why", "误抵")
    credit = run.one("R")["id"]
    only = run("set-off", "甲", "--credits", credit, "--amount", "10")
    assert {each["amount"] for each in only["shares"]} == {"10.00", "-10.00"}


def test_money_entered_late_is_told_and_shared_anew(owing: Commands) -> None:
    owing("receipt", "100", "--debtor", "甲", "--on", "2026-11-20")
    late = owing("receipt", "60", "--debtor", "甲", "--on", "2026-11-02")
    assert late.codes == ["receipt_late"]
    assert owing("replay", "甲")["differs"]
    assert owing("replay", "甲", "--accept", status=1).codes == ["no_reason"]
    assert len(owing("replay", "甲", "--accept", "--why", "补录")["booked"]) == 2
    assert not owing("replay", "甲")["differs"]


def test_receipts_are_listed_and_found(owing: Commands, tmp_path: Path) -> None:
    owing("receipt", "10", "--debtor", "甲", "--on", "2026-11-01", "--memo", "货款")
    owing("receipt", "9", "--debtor", "乙", "--on", "2026-11-20")
    assert [each["amount"] for each in owing("receipts")["receipts"]] == ["9.00", "10.00"]
    assert owing("receipts", "--find", "货款")["count"] == 1
    assert owing("receipts", "--from", "2026-11-02", "--to", "2026-11-30")["count"] == 1
    assert owing("receipts", "--without-slip")["count"] == 2
    slip = tmp_path / "slip.pdf"
    slip.write_bytes(b"%PDF slip")
    owing("prove", "receipt", "1", slip)
    assert [each["receipt"] for each in owing("receipts", "--without-slip")["receipts"]] == ["2"]


def test_the_account_ties_to_the_claims(owing: Commands, tmp_path: Path) -> None:
    owing("receipt", "400", "--debtor", "甲", "--on", "2026-11-01")
    answer = owing("statement", "甲", "--xlsx", tmp_path / "account.xlsx")
    assert (answer["claims"], answer["advance"], answer["closing"]) == ("0.00", "50.00", "-50.00")
    assert answer["lines"][-1]["balance"] == "-50.00"
    assert (tmp_path / "account.xlsx").exists()
    before = owing("statement", "甲", "--to", "2026-10-31")
    assert before["closing"] == before["claims"] == "350.00"
    assert owing("statement", "甲", "--from", "2026-11-01")["opening"] == "350.00"
    assert owing("statement", "甲", "--from", "2026-11-02", "--to", "2026-11-01", status=1).codes == [
        "statement_days"
    ]
    assert owing("statement", "丙", status=1).codes == ["unknown_debtor"]


def test_an_equal_receipt_of_the_day_is_booked_and_said(owing: Commands) -> None:
    first = owing("receipt", "60.00", "--debtor", "甲", "--on", "2026-11-02")
    again = owing("receipt", "60.00", "--claim", owing.one("1")["id"], "--on", "2026-11-02")
    (warning,) = again["warnings"]
    assert (warning["code"], warning["where"]) == ("receipt_twin", again["receipt"])
    assert f"no. {first['receipt']}" in warning["message"]


@pytest.mark.parametrize(
    "other",
    [
        ("receipt", "60.00", "--debtor", "甲", "--on", "2026-11-03"),
        ("receipt", "60.01", "--debtor", "甲", "--on", "2026-11-02"),
        ("receipt", "60.00", "--debtor", "甲", "--on", "2026-11-02", "--currency", "USD"),
        ("receipt", "60.00", "--debtor", "乙", "--on", "2026-11-02"),
        ("receipt", "60.00", "--debtor", "甲", "--on", "2026-11-02", "--kind", "credit_note"),
    ],
)
def test_another_day_sum_currency_debtor_or_kind_is_no_second_time(
    owing: Commands, other: tuple[str, ...]
) -> None:
    owing("receipt", "60.00", "--debtor", "甲", "--on", "2026-11-02")
    warnings = owing(*other).told.get("warnings", [])
    assert "receipt_twin" not in [each["code"] for each in warnings]


def test_a_receipt_taken_back_may_be_booked_again(owing: Commands) -> None:
    first = owing("receipt", "60.00", "--debtor", "甲", "--on", "2026-11-02")
    owing("reverse", first["receipt"], "--why", "wrong debtor")
    again = owing("receipt", "60.00", "--debtor", "甲", "--on", "2026-11-02")
    assert "receipt_twin" not in [each["code"] for each in again.told.get("warnings", [])]


def test_a_ledger_that_tells_of_money_booked_on_another_claim_is_said(owing: Commands) -> None:
    owing("receipt", "60.00", "--claim", owing.one("2")["id"], "--on", "2026-11-02")
    head = "客户,单号,应收金额,已收金额,到期日"
    told = owing("import", owing.ledger("甲,1,250.00,60.00,2026-10-01", head=head))
    assert "receipt_twin" in [each["code"] for each in told["warnings"]]
