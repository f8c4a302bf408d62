"""``mailed`` and ``delivered``: what the arrival of a letter does to the clock, as the contract's table has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.terminal.conftest import Answer, Commands

WAYBILL = "1234567890123"
NEVER = ("2029-09-01", "2029-09-01")
"""Both last days of a claim due on 2026-09-01 as long as nothing moves them."""

INTERRUPTED = ("2029-12-05", "2029-09-01")
PROVED = ("2029-12-05", "2029-12-05")


@pytest.fixture
def sent(firm: Commands, tmp_path: Path) -> Commands:
    """Letter 1 demands claims 1 and 2 of 苏州恒锐, letter 2 reminds 无锡蓝科 of claim 3."""
    firm("letters", "--kind", "demand", "--claims", "1", "--out", tmp_path / "out")
    firm("letters", "--kind", "reminder", "--claims", "3", "--out", tmp_path / "out")
    firm.today = "2026-12-10"
    return firm


def clock(answer: Answer) -> tuple[str, str]:
    return answer["limitation_on"], answer["provable_on"]


def deliver(run: Commands, result: str, source: str, proof: Path | None = None, letter: str = "1") -> Answer:
    run("mailed", letter, "--waybill", WAYBILL, "--on", "2026-12-01", "--address-source", source)
    more = ("--proof", proof) if proof else ()
    return run("delivered", letter, "--result", result, "--on", "2026-12-05", *more)


def test_posting_alone_moves_no_clock(sent: Commands) -> None:
    answer = sent("mailed", "1", "--waybill", WAYBILL, "--on", "2026-12-01")
    assert answer.told == {"letter": "1", "limitation_on": NEVER[0], "provable_on": NEVER[1]}


@pytest.mark.parametrize("source", ["agreed", "registered", "last_used", "other"])
@pytest.mark.parametrize("result", ["signed", "refused", "returned", "lost"])
def test_what_became_of_a_demand_moves_the_clock_or_does_not(
    sent: Commands, result: str, source: str
) -> None:
    arrived = result in ("signed", "refused") or (result == "returned" and source in ("agreed", "registered"))
    assert clock(deliver(sent, result, source)) == (INTERRUPTED if arrived else NEVER)


@pytest.mark.parametrize("result", ["signed", "refused", "returned"])
def test_an_arrival_is_provable_with_waybill_letter_and_proof(
    sent: Commands, tmp_path: Path, result: str
) -> None:
    proof = tmp_path / "track.png"
    proof.write_bytes(b"seen")
    assert clock(deliver(sent, result, "agreed", proof)) == PROVED


@pytest.mark.parametrize("result", ["signed", "refused", "returned", "lost"])
def test_a_reminder_moves_no_clock_whatever_became_of_it(sent: Commands, tmp_path: Path, result: str) -> None:
    proof = tmp_path / "track.png"
    proof.write_bytes(b"seen")
    answer = deliver(sent, result, "agreed", proof, letter="2")
    assert answer["limitation_on"] == answer["provable_on"] == "2029-08-15"


def test_a_letter_handed_over_counts_but_is_not_provable(sent: Commands, tmp_path: Path) -> None:
    proof = tmp_path / "slip.png"
    proof.write_bytes(b"seen")
    answer = sent("delivered", "1", "--result", "signed", "--on", "2026-12-05", "--proof", proof)
    assert (clock(answer), answer.codes) == (INTERRUPTED, ["delivered_unposted"])


@pytest.mark.parametrize("result", ["returned", "lost"])
def test_what_was_never_posted_cannot_come_back(sent: Commands, result: str) -> None:
    assert sent("delivered", "1", "--result", result, status=1).codes == ["not_mailed"]


def test_an_address_known_as_registered_needs_no_telling(sent: Commands) -> None:
    sent("debtor", "苏州恒锐精密制造有限公司", "--address-source", "registered")
    sent("mailed", "1", "--waybill", WAYBILL, "--on", "2026-12-01")
    answer = sent("delivered", "1", "--result", "returned", "--on", "2026-12-05")
    assert clock(answer) == INTERRUPTED


@pytest.mark.parametrize(("line", "code"), [
    (("mailed", "1", "--waybill", "x"), "bad_waybill"),
    (("mailed", "1", "--waybill", WAYBILL, "--on", "2026-12-11"), "after_today"),
    (("mailed", "1", "--waybill", WAYBILL, "--on", "2026-11-29"), "before_issue"),
    (("mailed", "9", "--waybill", WAYBILL), "unknown_id"),
    (("mailed", "x", "--waybill", WAYBILL), "unknown_id"),
    (("delivered", "9", "--result", "signed"), "unknown_id"),
    (("delivered", "1", "--result", "signed", "--on", "2026-12-11"), "after_today"),
    (("delivered", "1", "--result", "signed", "--on", "2026-11-29"), "before_issue"),
    (("delivered", "1", "--result", "signed", "--proof", "/nowhere"), "file_unreadable"),
])  # fmt: skip
def test_what_cannot_be_is_refused(sent: Commands, line: tuple[str, ...], code: str) -> None:
    before = sent.everything()
    assert sent(*line, status=1).codes == [code]
    assert sent.everything() == before


def test_delivery_before_posting_is_refused(sent: Commands) -> None:
    sent("mailed", "1", "--waybill", WAYBILL, "--on", "2026-12-05")
    answer = sent("delivered", "1", "--result", "signed", "--on", "2026-12-04", status=1)
    assert answer.codes == ["before_mailing"]


def test_a_mail_number_belongs_to_one_letter(sent: Commands) -> None:
    sent("mailed", "1", "--waybill", WAYBILL, "--on", "2026-12-01")
    assert sent("mailed", "2", "--waybill", WAYBILL, "--on", "2026-12-01", status=1).codes == ["waybill_used"]


def test_a_receipt_moves_the_clock_on_its_day_and_its_reversal_takes_that_back(sent: Commands) -> None:
    booked = sent("receipt", "10.00", "--claim", "1", "--on", "2026-12-05")
    assert (sent.one("A-1")["limitation_on"], sent.one("A-1")["provable_on"]) == INTERRUPTED
    sent("reverse", booked["receipt"], "--why", "bounced")
    assert (sent.one("A-1")["limitation_on"], sent.one("A-1")["provable_on"]) == NEVER


def test_a_receipt_is_provable_with_its_slip(sent: Commands, tmp_path: Path) -> None:
    slip = tmp_path / "slip.pdf"
    slip.write_bytes(b"paid")
    sent("receipt", "10.00", "--claim", "1", "--on", "2026-12-05")
    sent("attach", "1", slip, "--kind", "payment")
    assert sent.one("A-1")["provable_on"] == "2029-12-05"


def test_a_receipt_by_ledger_moves_the_clock_only_where_its_day_is_given(run: Commands) -> None:
    run("import", run.ledger("甲,1,100.00,30.00,2026-09-01"))
    assert run.one("1")["limitation_on"] == "2029-09-01"
    head = "客户,单号,金额,到期日,结清日期"
    run("import", run.ledger("乙,2,100.00,2026-09-01,2026-10-05", head=head))
    assert run.one("2")["limitation_on"] is None
    run("import", run.ledger("乙,2,150.00,2026-09-01,", head=head))
    assert run.one("2")["limitation_on"] == "2029-10-05"
