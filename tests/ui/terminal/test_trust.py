"""``journal``, ``disclosures``, ``purpose``, ``person-data`` and ``erase-person``."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from openpyxl import load_workbook

from tests.reports.reading import text_of
from tests.ui.terminal.conftest import Commands


def verbs(run: Commands, *line: object) -> list[str]:
    return [each["verb"] for each in run("journal", *line)["entries"]]


def test_the_journal_says_who_did_what_the_newest_first(run: Commands) -> None:
    run("debtor", "甲公司", "--phone", "13812345678")
    run("debtor", "甲公司", "--phone", "13912345678")
    assert verbs(run) == ["set_debtor", "set_debtor"]
    assert verbs(run, "--find", "138") == ["set_debtor", "set_debtor"]
    assert verbs(run, "--find", "乙公司") == []
    assert verbs(run, "--who", "nobody") == verbs(run, "--verb", "none") == []
    assert [each["entry"] for each in run("journal", "--before", "2")["entries"]] == [1]
    assert len(run("journal", "--limit", "1")["entries"]) == 1


def test_one_entry_shows_its_values_before_and_after_masked_unless_asked(run: Commands) -> None:
    run("debtor", "甲公司", "--phone", "13812345678")
    run("debtor", "甲公司", "--phone", "13912345678")
    (value,) = run("journal", "2")["values"]
    assert (value["table"], value["column"]) == ("debtor", "phone")
    assert (value["before"], value["after"]) == ("138****5678", "139****5678")
    assert run("journal", "2", "--unmasked")["values"][0]["after"] == "13912345678"
    assert run("journal", "99").told == {"entries": [], "values": []}


def test_days_are_those_in_china(run: Commands) -> None:
    run("debtor", "甲公司", "--phone", "1")
    stamp = run("journal")["entries"][0]["at"]
    assert verbs(run, "--to", "2020-01-01") == []
    assert verbs(run, "--from", "2020-01-01", "--to", "2199-12-31") == ["set_debtor"]
    assert stamp.endswith("Z")


def test_the_journal_goes_into_a_workbook_and_that_is_a_disclosure(run: Commands, tmp_path: Path) -> None:
    run("debtor", "甲公司", "--phone", "13812345678")
    run("journal", "--xlsx", tmp_path / "j.xlsx")
    sheet = load_workbook(tmp_path / "j.xlsx").active
    assert sheet is not None
    told = {str(cell.value) for line in sheet.iter_rows() for cell in line}
    assert "138****5678" in told
    (made,) = run("disclosures")["disclosures"]
    assert (made["kind"], made["file"], made["purpose"]) == ("export_journal", "j.xlsx", None)


def test_a_journal_whose_end_was_cut_off_is_known_by_what_has_left(firm: Commands, tmp_path: Path) -> None:
    made = firm("letters", "--kind", "demand", "--claims", "1", "--out", tmp_path / "out")["letters"]
    firm("claims", "--xlsx", tmp_path / "a.xlsx")
    manifest = str(tmp_path / "a.xlsx.manifest.json")
    (foot,) = re.findall(r"[0-9a-f]{16}", text_of(Path(made[0]["file"]).read_bytes()))
    told = ("verify", "--against", manifest, "--against", foot)
    assert firm(*told)["ok"] is True
    with closing(sqlite3.connect(firm.data / "qingzhang.db")) as below:
        below.execute("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
        below.commit()
    (firm.data / "verified.json").unlink()
    assert firm("verify")["ok"] is True  # an export changes no row, and nothing here remembers it
    (firm.data / "verified.json").unlink()
    answer = firm(*told, status=3)
    assert [(each["what"], each["where"]) for each in answer["damage"]] == [("chain", manifest)]
    for nothing in (tmp_path / "a.xlsx", tmp_path / "none", "9f2c"):
        assert firm("verify", "--against", nothing, status=1).codes == ["not_a_manifest"]


def test_copies_of_letters_and_agreements_are_disclosures_each_time_they_leave(
    firm: Commands, tmp_path: Path
) -> None:
    letters = ("letters", "--kind", "demand", "--claims", "1,3", "--out", tmp_path / "out")
    firm(*letters)
    firm(*letters)
    (once,) = firm("disclosures")["disclosures"]
    assert (once["kind"], once["file"], once["rows"], once["personal"]) == ("export_letters", "out", 2, True)
    next((tmp_path / "out").glob("*.pdf")).unlink()
    firm(*letters)
    firm(*letters, "--one-file")
    firm("plan", "1", "--instalments", "2", "--first", "2027-01-15", "--out", tmp_path / "plan.pdf")
    told = [(each["kind"], each["rows"]) for each in firm("disclosures")["disclosures"]]
    assert told == [
        ("export_plan", None),
        ("export_letters", 2),
        ("export_letters", 1),
        ("export_letters", 2),
    ]


def test_a_purpose_is_stated_once_and_holds_until_another_is(run: Commands, tmp_path: Path) -> None:
    run("debtor", "甲公司", "--phone", "1")
    for name in ("a", "b"):
        run("journal", "--xlsx", tmp_path / f"{name}.xlsx")
        run("purpose", "export_journal", f"审计 {name}")
    run("journal", "--xlsx", tmp_path / "c.xlsx")
    told = {each["file"]: each["purpose"] for each in run("disclosures")["disclosures"]}
    assert told == {"a.xlsx": "审计 a", "b.xlsx": "审计 a", "c.xlsx": "审计 b"}
    assert run("purpose", "import_ledger", "x", status=1).codes == ["unknown_export"]
    assert run("purpose", "export_claims", " ", status=1).codes == ["no_reason"]


def known(run: Commands) -> None:
    """Wang Jianguo is a contact who was called, and once guaranteed."""
    run("import", run.ledger("甲公司,1,100.00,,2026-09-01"))
    run("debtor", "甲公司", "--contact", "王建国", "--phone", "13812345678")
    run("contact", "甲公司", "--add", "王建国", "--channel", "phone", "--value", "13812345678")
    run("guarantor", "甲公司", "王建国", "--person")


def test_everything_of_one_person_is_found_and_taken_along(run: Commands, tmp_path: Path) -> None:
    known(run)
    found = run("person-data", "王建国")["records"]
    assert {each["table"]: each["held"] for each in found} == {
        "contact": False,
        "debtor": False,
        "guarantor": True,
    }
    run("person-data", "王建国", "--out", tmp_path / "out")
    sheet = load_workbook(tmp_path / "out" / "person.xlsx").active
    assert sheet is not None
    assert "13812345678" in {str(cell.value) for line in sheet.iter_rows() for cell in line}
    assert run("disclosures")["disclosures"][0]["kind"] == "export_person"
    assert run("person-data", "王建", "--out", tmp_path / "none", status=1).codes == ["no_such_person"]


def test_a_person_is_named_no_longer_where_no_claim_holds_the_name(run: Commands) -> None:
    known(run)
    done = run("erase-person", "王建国", "--why", "本人要求")
    assert (done["erased"], done["held"]) == (2, 1)
    assert [each["table"] for each in run("person-data", "王建国")["records"]] == ["guarantor"]
    (contact, debtor) = run("person-data", done["pseudonym"])["records"]
    assert "value" not in contact["values"]
    assert "phone" not in debtor["values"]
    assert run("verify")["ok"]
    assert run("erase-person", "没有", "--why", "x", status=1).codes == ["no_such_person"]
    assert run("erase-person", "王建国", "--why", " ", status=1).codes == ["no_reason"]


def test_an_export_leaves_in_the_clear_only_for_a_purpose(run: Commands, tmp_path: Path) -> None:
    run("debtor", "甲公司", "--phone", "13812345678")
    file = tmp_path / "j.xlsx"
    assert run("journal", "--xlsx", file, "--unmasked", status=1).codes == ["no_purpose"]
    assert not file.exists()
    run("claims", "--xlsx", file, "--with-personal-data", " ", status=2)
    run("journal", "--xlsx", file, "--with-personal-data", "年度审计")
    sheet = load_workbook(file).active
    assert sheet is not None
    assert "13812345678" in {str(cell.value) for line in sheet.iter_rows() for cell in line}
    (made,) = run("disclosures")["disclosures"]
    assert (made["personal"], made["purpose"]) == (True, "年度审计")


def test_texts_that_name_a_person_are_told_and_why_they_stay(run: Commands) -> None:
    known(run)
    run(
        "call",
        "1",
        "--outcome",
        "connected",
        "--person",
        "李会",
        "--confirmed",
        "full",
        "--note",
        "王建国已离职",
    )
    told = {(each["table"], each["column"]): each["why"] for each in run("person-data", "王建国")["mentions"]}
    assert told[("call", "note")] == "conduct"
    kept = run("erase-person", "王建国", "--why", "本人要求")["kept"]
    assert {(each["table"], each["column"]) for each in kept} == {("call", "note"), ("journal", "body")}
