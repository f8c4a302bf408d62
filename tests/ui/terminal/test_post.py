"""The commands of the post, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.reading import text_of
from tests.ui.terminal.conftest import Commands

FIRST, SECOND = "1078334211507", "EA123456785CN"


@pytest.fixture
def sent(firm: Commands, tmp_path: Path) -> Commands:
    """Letter 1 demands claims 1 and 2 of 苏州恒锐, letter 2 reminds 无锡蓝科 of claim 3."""
    firm("letters", "--kind", "demand", "--claims", "1", "--out", tmp_path / "out")
    firm("letters", "--kind", "reminder", "--claims", "3", "--out", tmp_path / "out")
    firm.today = "2026-12-10"
    return firm


def test_numbers_come_in_a_column(sent: Commands, tmp_path: Path) -> None:
    column = tmp_path / "numbers.txt"
    column.write_text(f"{FIRST}\tx\n\n{SECOND}\n", encoding="utf-8")
    told = sent("waybills", "1,2", "--file", column, "--on", "2026-12-01")
    assert [each["waybill"] for each in told["letters"]] == [FIRST, SECOND]


def test_numbers_and_letters_must_match(sent: Commands) -> None:
    assert sent("waybills", "1,2", "--numbers", FIRST, status=1).codes == ["waybills_unequal"]
    assert sent("waybills", "1,2", "--numbers", f"{FIRST},{FIRST}", status=1).codes == ["waybill_twice"]
    assert sent("delivery", "1")["attempts"] == []


def test_every_attempt_is_told_with_the_next_address(sent: Commands, tmp_path: Path) -> None:
    debtor = sent("claims", "--all")["claims"][0]["debtor"]
    sent("mailed", "1", "--waybill", FIRST, "--on", "2026-12-01")
    sent("delivered", "1", "--result", "returned_moved", "--on", "2026-12-05")
    added = sent("address", debtor, "--add", "登记路 1 号", "--source", "registered", "--postcode", "215100")
    assert sent("delivery", "1")["next_address"] == "登记路 1 号"
    sent("mailed", "1", "--waybill", SECOND, "--on", "2026-12-06", "--again")
    stub = tmp_path / "stub.jpg"
    stub.write_bytes(b"\xff\xd8 stub")
    sent("delivery-proof", "1", stub, "--kind", "stub", "--attempt", "2")
    told = sent("delivered", "1", "--result", "signed_mail_room", "--on", "2026-12-08", "--signer", "门卫")
    assert told["limitation_on"] == "2029-12-08"
    first, second = sent("delivery", "1")["attempts"]
    assert (first["arrived"], second["arrived"], second["signer"]) == ("no", "yes", "门卫")
    assert [proof["kind"] for proof in second["proofs"]] == ["stub"]
    key = next(each["key"] for each in added["addresses"] if each["address"] == "登记路 1 号")
    left = sent("address", debtor, "--end", key)["addresses"]
    assert [each["source"] for each in left if each["address"] == "登记路 1 号"] == ["last_used"]


def test_open_post_is_listed_with_the_end_of_its_year(sent: Commands) -> None:
    sent("mailed", "1", "--waybill", FIRST, "--on", "2026-12-01")
    (row,) = sent("open-post", "--days", "9")["letters"]
    assert (row["what"], row["days"], row["until"]) == ("no_result", 9, "2027-12-01")
    assert sent("open-post", "--days", "10")["letters"] == []


def test_a_label_a_list_and_a_file_are_written(sent: Commands, tmp_path: Path) -> None:
    sent("mailed", "1", "--waybill", FIRST, "--on", "2026-12-01")
    sent("post-offset", "ems_76x130", "--printer", "热敏", "--right", "0.5", "--page", tmp_path / "c.pdf")
    told = sent("post", "1", "--form", "ems_76x130", "--printer", "热敏", "--out", tmp_path / "l.pdf")
    assert (told["right"], told["letters"]) == (0.5, 1)
    listed = sent("posting-list", "1", "--out", tmp_path / "p.pdf")
    assert listed["batch"] == "JJ-20261210-01"
    sent("mail-csv", "1", "--out", tmp_path / "m.csv")
    assert FIRST in text_of((tmp_path / "p.pdf").read_bytes())
    assert FIRST in (tmp_path / "m.csv").read_text("utf-8-sig")
    assert (tmp_path / "c.pdf").is_file()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("post", "1", "--form", "fax"), "unknown_form_key"),
        (("post", "1", "--form", "label_70x37", "--first", "25"), "first_label"),
        (("post", "99", "--form", "dl"), "unknown_id"),
        (("posting-list", "1"), "not_mailed"),
    ],
)
def test_what_cannot_be_printed_is_refused_by_name(
    sent: Commands, tmp_path: Path, line: tuple[str, ...], code: str
) -> None:
    assert code in sent(*line, "--out", tmp_path / "x.pdf", status=1).codes
    assert not (tmp_path / "x.pdf").exists()


def test_an_offset_beside_the_steps_is_refused(sent: Commands) -> None:
    assert sent("post-offset", "dl", "--right", "0.3", status=1).codes == ["offset_step"]


def test_a_form_of_ones_own_is_added_and_dropped(sent: Commands, tmp_path: Path) -> None:
    file = tmp_path / "form.toml"
    file.write_text(
        'key = "old"\nname = "详情单"\nuse = "waybill"\nwidth = 230\nheight = 127\n'
        'place = [{ what = "to_name", x = 30, y = 40, width = 80 }]\n',
        encoding="utf-8",
    )
    assert "old" in [form["form"] for form in sent("post-forms", "--add", file)["forms"]]
    assert "old" not in [form["form"] for form in sent("post-forms", "--drop", "old")["forms"]]


def test_the_effect_is_told_and_written(sent: Commands, tmp_path: Path) -> None:
    told = sent("letter-effect", "--xlsx", tmp_path / "e.xlsx", today="2027-03-01")
    assert {each["kind"] for each in told["kinds"]} == {"demand", "reminder"}
    assert [window["days"] for window in told["kinds"][0]["windows"]] == [7, 15, 30]
    assert (tmp_path / "e.xlsx").is_file()
