"""The board and the acts behind it, as commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.terminal.conftest import Commands

DEBTOR = "苏州恒锐精密制造有限公司"
TODAY = "2026-11-30"


@pytest.fixture
def books(run: Commands) -> Commands:
    """Two claims: one due long ago, one this summer."""
    run("import", run.ledger(f"{DEBTOR},A-1,1000.00,0,2024-01-15", f"{DEBTOR},A-2,2000.00,0,2026-08-20"))
    return run


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    file = tmp_path / "slip.pdf"
    file.write_bytes(b"%PDF-1.4")
    return file


def test_clocks_tells_every_deadline_nearest_first(books: Commands) -> None:
    answer = books("clocks")
    assert answer["count"] == 2
    first = answer["clocks"][0]
    assert {key: first[key] for key in ("kind", "claims", "last_day", "provable_on", "days_left", "step", "state")} == {
        "kind": "limitation", "claims": ["1"], "last_day": "2027-01-15", "provable_on": "2027-01-15", "days_left": 46,
        "step": "call", "state": "open",
    }  # fmt: skip
    assert books("clocks", "--within", "30")["clocks"] == []
    assert books("clocks", "--kind", "enforcement")["count"] == 0


def test_an_event_tells_both_days_before_and_after(books: Commands, slip: Path) -> None:
    answer = books("event", "1", "D4", "--on", "2026-05-20")
    assert (answer["before"], answer["limitation_on"], answer["provable_on"]) == (
        {"limitation_on": "2027-01-15", "provable_on": "2027-01-15"}, "2029-05-20", "2027-01-15",
    )  # fmt: skip
    assert (answer["proof"], answer["missing"][0]) == ("none", "message_record")
    assert [row["claims"] for row in books("clocks", "--unproved")["clocks"]] == [["1"]]
    proved = books("prove", "entered", answer["event"], slip, "--shows", "message_record", "account_identity")
    assert proved["claims"] == [{"claim": "1", "limitation_on": "2029-05-20", "provable_on": "2029-05-20"}]
    assert books.one("A-1")["provable_on"] == "2029-05-20"


def test_an_event_with_its_file_is_provable_at_once(books: Commands, slip: Path) -> None:
    answer = books("event", "1", "C1", "--on", "2026-05-20", "--file", slip, "--shows", "filing_receipt")
    assert (answer["proof"], answer["provable_on"], answer["events"][0]["source"]) == (
        "strong",
        "2029-05-20",
        "entered",
    )


def test_an_event_is_voided_with_a_reason(books: Commands) -> None:
    answer = books("event", "1", "D4", "--on", "2026-05-20")
    assert books("event", "1", "--void", answer["event"], status=1).codes == ["no_reason"]
    assert books("event", "1", "--void", answer["event"], "--why", "twice")["limitation_on"] == "2027-01-15"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("event", "9", "D1"), "unknown_id"),
        (("event", "1"), "event_unknown_here"),
        (("event", "1", "D1", "--on", "2026-12-01"), "after_today"),
        (("event", "1", "D1", "--until", "2026-11-01", "--on", "2026-10-01"), "event_has_no_end"),
        (("event", "1", "D1", "--shows", "signed_slip"), "proof_needs_file"),
        (("prove", "receipt", "9", "/nowhere"), "unknown_id"),
        (("joint", "1"), "joint_needs_two"),
        (("guarantor", "nobody", "甲"), "unknown_debtor"),
        (("guarantor", DEBTOR, " "), "guarantee_missing_name"),
        (("guarantor-act", "9", "claimed"), "unknown_id"),
        (("security", DEBTOR, "mortgage"), "security_missing_object"),
        (("deadline", "bankruptcy_filing", "--claim", "1"), "deadline_needs_end"),
        (("deadline", "other", "--until", "2026-12-31"), "deadline_needs_subject"),
        (("deadline", "--done", "9"), "unknown_id"),
    ],
)
def test_what_cannot_be_is_refused(books: Commands, line: tuple[str, ...], code: str) -> None:
    before = books.everything()
    assert books(*line, status=1).codes == [code]
    assert books.everything() == before


def test_joint_claims_are_interrupted_together(books: Commands) -> None:
    books("joint", "1,2")
    books("event", "2", "D1", "--on", "2026-10-01")
    assert books.one("A-1")["limitation_on"] == "2029-10-01"
    books("joint", "1,2", "--apart")
    assert books.one("A-1")["limitation_on"] == "2027-01-15"


def test_guarantors_stand_until_the_right_act(books: Commands, slip: Path) -> None:
    added = books("guarantor", DEBTOR, "保证甲", "--mode", "joint", "--contract", "", "--phone", "0512")
    clock = next(each for each in added["clocks"] if each["claims"] == ["2"])
    assert (clock["last_day"], clock["must"], clock["state"]) == ("2027-02-20", "claim_guarantor", "open")
    acted = books("guarantor-act", added["guarantor"], "claimed", "--on", "2026-10-01", "--file", slip)
    states = {each["claims"][0]: (each["state"], each["debt_last_day"]) for each in acted["clocks"]}
    assert states == {"1": ("lapsed", None), "2": ("locked", "2029-10-01")}
    assert books("guarantors", "--debtor", DEBTOR)["guarantors"][0]["acts"][0]["provable"] is True
    replaced = books("guarantor", DEBTOR, "保证甲", "--mode", "general", "--replaces", added["guarantor"])
    assert [each["kind"] for each in replaced["clocks"]] == ["general", "general"]
    books("guarantor-act", replaced["guarantor"], "void", "--why", "wrong party")
    assert books("guarantors")["guarantors"] == []
    assert books("verify")["ok"]


def test_the_worklist_names_a_guarantee_that_will_be_lost(books: Commands) -> None:
    books("guarantor", DEBTOR, "保证甲", "--mode", "joint")
    (item,) = [each for each in books("worklist")["items"] if each["reason"] == "guarantee"]
    assert (item["claims"], item["since"], item["action"]) == (["2"], "2027-02-20", "step_guarantee_joint")


def test_security_and_deadlines_stand_on_the_board(books: Commands) -> None:
    books("security", DEBTOR, "mortgage", "厂房", "--amount", "800000", "--registered", "2022-03-08")
    told = books("deadline", "preserved_deposit", "--claim", "1", "--from", "2025-12-15")
    assert (told["last_day"], told["act_by"], told["extinguishes"]) == ("2026-12-15", "2026-12-08", False)
    kinds = [row["kind"] for row in books("clocks", "--within", "60")["clocks"]]
    assert kinds == ["preserved_deposit", "mortgage", "limitation"]
    books("deadline", "--done", told["deadline"])
    thing = books("guarantors")["security"][0]["security"]
    assert books("security", DEBTOR, "--void", thing, "--why", "released")["security"] == []
    assert [row["kind"] for row in books("clocks", "--within", "60")["clocks"]] == ["limitation"]
