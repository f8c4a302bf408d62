"""``letters``: a run is issued whole, its PDFs are copied out as often as wanted."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

import pypdfium2
import pytest

from reports.render import render
from tests.ui.terminal.conftest import CREDITOR, Answer, Commands
from ui.terminal import main as terminal


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "出件" / "今天"


def all_claims(run: Commands) -> str:
    return ",".join(each["id"] for each in run("claims")["claims"])


def issue(run: Commands, out: Path, *more: str, kind: str = "demand", status: int = 0) -> Answer:
    whom = () if "--due" in more or "--claims" in more else ("--claims", all_claims(run))
    return run("letters", "--kind", kind, *whom, "--out", out, *more, status=status)


def files(out: Path) -> list[str]:
    return sorted(file.name for file in out.iterdir())


def words(file: str) -> str:
    """All text of a PDF without its spaces: typesetting sets them between Chinese and figures."""
    pages = pypdfium2.PdfDocument(file)
    try:
        return "".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    finally:
        pages.close()


def test_a_run_is_one_letter_a_debtor_with_all_its_claims(firm: Commands, out: Path) -> None:
    answer = issue(firm, out)
    told = [
        (each["letter"], each["number"], each["debtor"], each["claims"], each["total"])
        for each in answer["letters"]
    ]
    assert told == [
        ("1", "苏精催字〔2026〕第0001号", "苏州恒锐精密制造有限公司", ["1", "2"], "2500.00"),
        ("2", "苏精催字〔2026〕第0002号", "无锡蓝科新能源有限公司", ["3"], "300.00"),
    ]
    assert answer["batch"] == "1"


def test_a_debtor_without_an_address_is_skipped(firm: Commands, out: Path) -> None:
    (skipped,) = issue(firm, out)["skipped"]
    assert (skipped["debtor"], skipped["why"]) == ("常州无址贸易有限公司", "no_address")


def test_the_folder_gets_one_whole_pdf_a_letter_and_nothing_else(firm: Commands, out: Path) -> None:
    answer = issue(firm, out)
    assert files(out) == sorted(Path(each["file"]).name for each in answer["letters"])
    for each in answer["letters"]:
        content = Path(each["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == each["sha256"]
        assert each["number"] in words(each["file"])


def test_each_letter_carries_the_head_of_the_journal_it_was_issued_on(firm: Commands, out: Path) -> None:
    (newest,) = firm("journal", "--limit", "1")["entries"]
    made = issue(firm, out)["letters"]
    assert made
    assert all(newest["hash"][:16] in words(each["file"]) for each in made)


def test_all_letters_can_go_into_one_file(firm: Commands, out: Path) -> None:
    answer = issue(firm, out, "--one-file")
    (name,) = files(out)
    assert {Path(each["file"]).name for each in answer["letters"]} == {name}
    assert all(each["number"] in words(str(out / name)) for each in answer["letters"])
    again = issue(firm, out, "--one-file")
    assert files(out) == [name]
    assert {each["file"] for each in again["skipped"][:2]} == {str(out / name)}


def test_the_same_letters_again_on_the_same_day_make_no_second_one(firm: Commands, out: Path) -> None:
    first = issue(firm, out)
    before = {file.name: file.stat().st_mtime_ns for file in out.iterdir()}
    again = issue(firm, out)
    assert (again["batch"], again["letters"]) == (None, [])
    told = [(each["why"], each["letter"], each["file"]) for each in again["skipped"][:2]]
    assert told == [("issued_today", each["letter"], each["file"]) for each in first["letters"]]
    assert {file.name: file.stat().st_mtime_ns for file in out.iterdir()} == before


def test_a_missing_copy_is_made_again_from_what_is_stored(firm: Commands, out: Path) -> None:
    first = issue(firm, out)["letters"][0]
    Path(first["file"]).unlink()
    issue(firm, out)
    assert hashlib.sha256(Path(first["file"]).read_bytes()).hexdigest() == first["sha256"]
    (out / "other").mkdir()
    issue(firm, out / "other")
    assert len(files(out / "other")) == 2


def test_all_that_is_due_again_is_the_same_letters_too(firm: Commands, out: Path) -> None:
    first = issue(firm, out, "--due")
    assert len(first["letters"]) == 2
    for file in out.iterdir():
        file.unlink()
    again = issue(firm, out, "--due")
    assert again["letters"] == []
    assert [each["letter"] for each in again["skipped"] if each["why"] == "issued_today"] == ["1", "2"]
    assert len(files(out)) == 2


def test_what_was_paid_in_between_makes_no_second_letter_and_no_copy(firm: Commands, out: Path) -> None:
    first = issue(firm, out)["letters"][0]
    firm("receipt", "1000.00", "--claim", "1")
    Path(first["file"]).unlink()
    again = firm("letters", "--kind", "demand", "--claims", "1,2", "--out", out)
    assert (again["letters"], again["skipped"][0]["why"], again["skipped"][0]["letter"]) == (
        [],
        "issued_today",
        "1",
    )
    firm("receipt", "1500.00", "--claim", "2")
    again = firm("letters", "--kind", "demand", "--claims", "1,2", "--out", out)
    assert (again["letters"], again["skipped"][0]["letter"], again["skipped"][0]["file"]) == ([], "1", None)
    assert not Path(first["file"]).exists()


def test_on_another_day_the_same_claims_get_a_new_letter(firm: Commands, out: Path) -> None:
    issue(firm, out)
    firm.today = "2026-12-20"
    assert [each["number"] for each in issue(firm, out)["letters"]] == [
        "苏精催字〔2026〕第0003号",
        "苏精催字〔2026〕第0004号",
    ]


def test_numbers_begin_anew_each_year(firm: Commands, out: Path) -> None:
    issue(firm, out)
    firm.today = "2027-01-04"
    assert issue(firm, out)["letters"][0]["number"] == "苏精催字〔2027〕第0001号"


def test_due_are_claims_thirty_days_overdue_that_were_not_told_of_late(firm: Commands, out: Path) -> None:
    firm("import", firm.ledger("无锡蓝科新能源有限公司,B-2,5.00,,2026-11-20", name="more.csv"))
    answer = issue(firm, out, "--due")
    assert [each["claims"] for each in answer["letters"]] == [["1", "2"], ["3"]]
    firm.today = "2026-12-01"
    assert [each["debtor"] for each in issue(firm, out, "--due")["skipped"]] == ["常州无址贸易有限公司"]


def test_a_claim_that_falls_due_later_the_same_day_gets_its_own_letter(firm: Commands, out: Path) -> None:
    issue(firm, out, "--due")
    firm("import", firm.ledger("无锡蓝科新能源有限公司,B-9,5.00,,2026-09-20", name="more.csv"))
    assert [each["claims"] for each in issue(firm, out, "--due")["letters"]] == [["5"]]
    assert issue(firm, out, "--due")["letters"] == []


@pytest.mark.parametrize(("row", "why"), [
    ("甲,1,100.00,100.00,2026-09-01,", "settled"),
    ("甲,1,-5.00,,2026-09-01,", "settled"),
    ("甲,1,100.00,,2026-12-20,", "not_due"),
    ("甲,1,100.00,,2026-09-01,是", "disputed"),
])  # fmt: skip
def test_what_cannot_be_demanded_is_left_out(run: Commands, out: Path, row: str, why: str) -> None:
    run("creditor", *CREDITOR)
    run("import", run.ledger(row, head="客户,单号,金额,已付,到期日,是否有争议"))
    run("debtor", "甲", "--address", "x")
    assert issue(run, out, "--claims", "1")["skipped"][0]["why"] == why
    assert files(out) == []


def test_a_reminder_goes_out_before_the_due_date(firm: Commands, out: Path) -> None:
    firm("import", firm.ledger("无锡蓝科新能源有限公司,B-2,5.00,,2026-12-02", name="more.csv"))
    answer = issue(firm, out, "--due", kind="reminder")
    assert [each["claims"] for each in answer["letters"]] == [["5"]]


def test_an_incomplete_creditor_is_told_of_every_field_at_once(run: Commands, out: Path) -> None:
    run("import", run.ledger("甲,1,100.00,,2026-09-01"))
    answer = issue(run, out, status=1)
    assert answer.codes == ["creditor_incomplete"] * 5
    assert [each["where"] for each in answer["problems"]] == ["name", "address", "phone", "bank", "account"]
    assert len(answer.err.splitlines()) == 5


def test_an_unknown_claim_refuses_the_whole_run(firm: Commands, out: Path) -> None:
    assert issue(firm, out, "--claims", "1,999", status=1).codes == ["unknown_id"]
    assert issue(firm, out, "--claims", "", status=1).codes == ["no_claims"]
    assert files(out) == []


def test_leftovers_of_interrupted_copying_are_swept_also_when_nothing_is_issued(
    firm: Commands, out: Path
) -> None:
    out.mkdir(parents=True)
    (out / ".qz-77-x.pdf.part").write_bytes(b"half")
    (out / "mine.part").write_bytes(b"not ours")
    issue(firm, out, "--claims", "4")
    assert files(out) == ["mine.part"]


def test_a_run_whose_paper_fails_leaves_nothing_and_no_number_is_spent_twice(
    firm: Commands, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = []

    def failing(kind: str, facts: object, language: object = "zh_CN") -> bytes:
        calls.append(kind)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return render(kind, facts, language)

    line = [
        "--data",
        str(firm.data),
        "--today",
        firm.today,
        "--json",
        "letters",
        "--kind",
        "demand",
        "--claims",
        "1,3",
    ]
    assert terminal.run(terminal.parse([*line, "--out", str(out)]), failing) != 0
    capsys.readouterr()
    assert (files(out), firm("evidence", "1")["complete"]) == ([], "0/6")
    assert firm("verify")["checked"]["files"] == 0
    assert not [file for file in (firm.data / "vault").rglob("*") if file.is_file()]
    assert [each["number"][-5:] for each in issue(firm, out)["letters"]] == ["0001号", "0002号"]


def test_a_folder_that_cannot_be_made_issues_nothing(firm: Commands, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert issue(firm, tmp_path / "file" / "deeper", status=1).codes == ["folder_unusable"]
    assert issue(firm, tmp_path / "file", status=1).codes == ["folder_unusable"]
    assert firm("evidence", "1")["complete"] == "0/6"


@pytest.mark.parametrize(
    "name", ["名" * 120, "<ACME> GmbH", "R&D 公司", "𠮷田商店" * 20, "../../etc", "CON", "a/b\\c:d*e?"]
)
def test_names_of_files_are_whole_and_at_most_200_bytes(run: Commands, out: Path, name: str) -> None:
    run("creditor", *CREDITOR)
    file = run.data.parent / "names.json"
    run("import", run.ledger(f'"{name}",1,100.00,,2026-09-01'))
    run("debtor", name, "--address", "x")
    (letter,) = issue(run, out)["letters"]
    assert letter["debtor"] == name
    assert [Path(letter["file"]).name] == files(out)
    assert len(files(out)[0].encode()) <= 200
    assert not file.exists()


def test_the_letter_counts_as_evidence_of_its_claims(firm: Commands, out: Path) -> None:
    letter = issue(firm, out)["letters"][0]
    for claim in letter["claims"]:
        (slot,) = [each for each in firm("evidence", claim)["slots"] if each["slot"] == "demand"]
        assert [item["sha256"] for item in slot["items"]] == [letter["sha256"]]


def test_two_currencies_of_a_debtor_are_two_letters(run: Commands, out: Path) -> None:
    run("creditor", *CREDITOR)
    head = "客户,单号,金额,币种,到期日"
    run("import", run.ledger("甲,1,100.00,CNY,2026-09-01", "甲,2,40.00,USD,2026-09-01", head=head))
    run("debtor", "甲", "--address", "x")
    letters = issue(run, out)["letters"]
    assert [(each["currency"], each["total"]) for each in letters] == [("CNY", "100.00"), ("USD", "40.00")]
    assert "40.00" in words(letters[1]["file"])


def test_a_second_demand_states_interest_with_its_table_and_the_demand_before(
    firm: Commands, out: Path
) -> None:
    issue(firm, out)
    later = "2026-12-31"
    run = firm("letters", "--kind", "demand2", "--due", "--out", out / "2", today=later)
    assert [each["debtor"] for each in run["letters"]] == [
        "苏州恒锐精密制造有限公司",
        "无锡蓝科新能源有限公司",
    ]
    said = words(run["letters"][0]["file"])
    sums = [firm("interest-of", claim, today=later)["total"] for claim in ("1", "2")]
    assert all(each in said for each in sums)
    assert "我司曾于2026年11月30日发函催付（苏精催字〔2026〕第0001号）" in said
    assert "逾期付款利息计算表" in said


def test_no_second_demand_is_due_before_the_day_to_pay_by_has_passed(firm: Commands, out: Path) -> None:
    issue(firm, out)
    assert firm("letters", "--kind", "demand2", "--due", "--out", out, today="2026-12-05")["letters"] == []


def test_a_demand_states_interest_where_it_is_asked_to(firm: Commands, out: Path) -> None:
    answer = issue(firm, out, "--with-interest")
    total = firm("interest-of", "3")["total"]
    said = words(answer["letters"][1]["file"])
    assert total in said
    assert "利息计算表" not in said
