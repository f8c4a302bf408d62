"""Which files of a folder are ledgers, and when one is complete."""

import os
from pathlib import Path

import pytest

from models.ledger.watched_folder import ledgers_in, lying_still, unchanged
from models.rules.problems import Refused

NOW_NS = 1_800_000_000_000_000_000


def put(folder: Path, name: str, *, age_s: int = 3600, content: str = "客户,金额") -> Path:
    """A file written so long before now."""
    file = folder / name
    file.write_text(content, "utf-8")
    os.utime(file, ns=(NOW_NS - age_s * 10**9, NOW_NS - age_s * 10**9))
    return file


def names(folder: Path) -> list[str]:
    return [look.path.name for look in ledgers_in(folder)]


@pytest.mark.parametrize(
    "name", ["~$应收.xlsx", ".应收.xlsx", "应收.tmp", "应收.xlsx.part", "说明.pdf", "应收"]
)
def test_what_is_no_ledger_is_passed_over(tmp_path, name):
    put(tmp_path, name)
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["应收.XLSX", "FBL5N.xls", "导出.csv", "a.ods", "b.xlsb", "c.txt", "d.htm"])
def test_every_ending_of_an_export_is_taken(tmp_path, name):
    put(tmp_path, name)
    assert names(tmp_path) == [name]


def test_subfolders_and_links_are_not_read(tmp_path):
    (tmp_path / "旧.xlsx").mkdir()
    put(tmp_path / "旧.xlsx", "内.xlsx")
    (tmp_path / "链接.xlsx").symlink_to(tmp_path / "旧.xlsx" / "内.xlsx")
    assert names(tmp_path) == []


def test_the_newest_comes_last(tmp_path):
    for name, age_s in (("b.csv", 30), ("a.csv", 20), ("c.csv", 40)):
        put(tmp_path, name, age_s=age_s)
    assert names(tmp_path) == ["c.csv", "b.csv", "a.csv"]


@pytest.mark.parametrize("gone", ["not there", "a file.csv"])
def test_what_cannot_be_listed_is_a_sentence(tmp_path, gone):
    put(tmp_path, "a file.csv")
    with pytest.raises(Refused) as refusal:
        ledgers_in(tmp_path / gone)
    assert refusal.value.problems[0].code == "watch_folder_gone"


@pytest.mark.parametrize(("age_s", "looked_at_twice"), [(3600, False), (10, False), (9, True), (-500, True)])
def test_a_file_written_to_just_now_or_by_a_clock_ahead_is_looked_at_twice(tmp_path, age_s, looked_at_twice):
    put(tmp_path, "a.csv", age_s=age_s)
    pauses: list[int] = []
    looks = ledgers_in(tmp_path)
    assert lying_still(looks, NOW_NS, pauses.append) == (looks, [])
    assert pauses == ([2] if looked_at_twice else [])


def test_one_that_grows_meanwhile_is_not_complete_and_holds_up_no_other(tmp_path):
    put(tmp_path, "b.csv", age_s=5)
    put(tmp_path, "a.csv", age_s=3)
    still, young = ledgers_in(tmp_path)
    found = lying_still([still, young], NOW_NS, lambda _: put(tmp_path, "a.csv", age_s=1, content="more"))
    assert found == ([still], [young])


def test_a_file_that_is_gone_is_not_unchanged(tmp_path):
    file = put(tmp_path, "a.csv")
    (look,) = ledgers_in(tmp_path)
    assert unchanged(look)
    file.unlink()
    assert not unchanged(look)
