"""``review``, ``review-set``, ``review-sign``, ``registration`` and ``sign-off``."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.actions.desk import Desk
from models.actions.people import set_person
from models.clock import Clock
from models.store.store import open_store
from tests.ui.terminal.conftest import Commands

ONE = "苏州恒锐精密制造有限公司"
END = "2026-11-30"


@pytest.fixture
def owing(run: Commands) -> Commands:
    """One bad claim, one watched, one normal; the day is the last of November."""
    run("import", run.ledger(
        f"{ONE},A-1,1000.00,0,2026-10-20", "无锡蓝科,B-1,300.00,0,2026-12-03", "常州鼎丰,C-1,50.00,0,2027-03-01"
    ))  # fmt: skip
    return run


@pytest.fixture
def signed(owing: Commands) -> Commands:
    """November, signed."""
    owing("review-set", 1, "--class", "bad", "--cause", "operating", "--due", "2027-01-29")
    owing("review-sign", "--accept")
    return owing


def classes(answer) -> dict[str, tuple[int, str]]:
    return {each["class"]: (each["count"], each["balance"]) for each in answer["classes"]}


def test_the_exceptions_are_listed_with_what_is_proposed(owing: Commands) -> None:
    told = owing("review")
    assert told["as_of"] == END
    assert [(each["claim"], each["class"], each["measure"], each["lacks"]) for each in told["lines"]] == [
        ("1", "bad", "demand", ["cause", "owner"]),
        ("2", "watch", "remind", ["owner"]),
    ]
    assert classes(told) == {"normal": (1, "50.00"), "watch": (1, "300.00"), "bad": (1, "1000.00")}
    assert told["ledger"] == "1350.00"


def test_a_bad_claim_without_a_cause_keeps_the_month_open(owing: Commands) -> None:
    refused = owing("review-sign", "--accept", status=1)
    assert refused.codes == ["review_lines_open"]
    assert owing("review")["left"] == 2, "what was refused has decided nothing"


def test_a_receipt_after_the_signature_changes_nothing_even_back_dated(signed: Commands) -> None:
    before = signed("review")
    signed("receipt", "1000.00", "--claim", 1, "--on", "2026-11-10", today="2026-12-02")
    after = signed("review", "--month", "2026-11", today="2026-12-02")
    assert after.told == before.told
    assert after["signed_by"]


def test_a_signed_month_is_changed_by_a_supplement_only(signed: Commands) -> None:
    refused = signed("review-set", 1, "--class", "watch", "--note", "x", status=1)
    assert refused.codes == ["review_signed"]
    why = "收到抵押物"
    told = signed("review-set", 1, "--class", "watch", "--supplement", why)
    assert (told["supplements"][0]["class"], told["supplements"][0]["why"]) == ("watch", why)
    assert told["lines"][0]["class"] == "bad"


def test_the_next_month_goes_on_from_the_one_before(signed: Commands) -> None:
    told = signed("review", today="2026-12-31")
    assert told["compared_with"] == "2026-11"
    assert [(each["claim"], each["why"]) for each in told["lines"]] == [("2", ["changed", "bad"])]
    went = {(each["from"], each["to"]): (each["before"], each["now"]) for each in told["moves"]}
    assert went == {("normal", "normal"): ("50.00", "50.00"), ("watch", "bad"): ("300.00", "300.00"),
                    ("bad", "bad"): ("1000.00", "1000.00")}  # fmt: skip


def test_a_supplement_is_what_the_next_month_compares_with(signed: Commands) -> None:
    signed("review-set", 1, "--class", "watch", "--supplement", "收到抵押物")
    told = signed("review", today="2026-12-31")
    assert {each["claim"]: each["before"] for each in told["lines"]} == {"1": "watch", "2": "watch"}


def test_months_are_signed_in_their_order(signed: Commands) -> None:
    assert signed("review-sign", "--month", "2026-10", "--accept", status=1).codes == ["review_later_signed"]


def test_a_month_to_come_is_not_reviewed(owing: Commands) -> None:
    assert owing("review", "--month", "2026-12", status=1).codes == ["month_ahead"]
    assert owing("review", "--month", "2026-1x", status=1).codes == ["month_unreadable"]


def test_a_better_class_needs_a_reason(owing: Commands) -> None:
    assert owing("review-set", 1, "--class", "normal", status=1).codes == ["better_class_needs_why"]
    told = owing("review-set", 1, "--class", "normal", "--note", "款已在途，有付款凭证")
    assert (told["lines"][0]["class"], told["lines"][0]["settled"]) == ("normal", True)


def test_the_day_of_an_open_review_stands_until_it_is_moved(owing: Commands) -> None:
    owing("review-set", 1, "--class", "bad", "--cause", "other", today="2026-11-20")
    assert owing("review")["as_of"] == "2026-11-20"
    assert owing("review-sign", "--as-of-today", "--accept")["as_of"] == END


def test_the_minutes_come_as_pdf_and_workbook(signed: Commands, tmp_path: Path) -> None:
    signed("review", "--pdf", tmp_path / "m.pdf", "--xlsx", tmp_path / "m.xlsx")
    assert (tmp_path / "m.pdf").read_bytes().startswith(b"%PDF")
    book = load_workbook(tmp_path / "m.xlsx")
    assert book.sheetnames == ["Classes", "Bad", "Watch"]
    assert [cell.value for cell in book["Bad"][5]][:4] == [ONE, "A-1", "CNY", 1000]


def test_late_registrations_are_listed_with_their_delay(run: Commands) -> None:
    sheet = run.ledger(f"{ONE},A-1,1000.00,0,2026-12-20")
    run("import", sheet)
    told = run("registration")
    assert (told["count"], told["late"], told["lacking"]) == (1, 0, 1)
    assert told["claims"][0]["missing"] == ["deal_day", "contract", "contact", "address", "evidence"]


def test_a_list_with_gaps_is_signed_with_a_note_and_stays_as_it_was(run: Commands) -> None:
    run("import", run.ledger(f"{ONE},A-1,1000.00,0,2026-12-20"))
    assert run("sign-off", "sweep", status=1).codes == ["sign_off_needs_note"]
    signed = run("sign-off", "sweep", "--note", "已催业务员补合同")
    run("debtor", ONE, "--address", "苏州", "--phone", "0512-1")
    again = run("registration")
    assert again["claims"] == signed["claims"]
    assert again["signed_lists"][0]["period"] == "2026-11"
    assert run("registration", "--quarter", "2026Q4")["signed"] is None
    assert run("sign-off", "sweep", "--note", "x", status=1).codes == ["list_already_signed"]


def test_where_people_are_set_up_only_a_supervisor_signs(owing: Commands) -> None:
    store = open_store(owing.data)
    desk = Desk(store, Clock(), "王主管")
    set_person(desk, "王主管", ["supervisor"])
    store.close()
    assert owing("review-sign", "--accept", status=1).codes == ["not_a_person"]
    assert owing("sign-off", "sweep", "--note", "x", status=1).codes == ["not_a_person"]
