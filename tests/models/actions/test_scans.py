"""What a scanner leaves in its folder waits until somebody decides."""

from __future__ import annotations

import pytest

from models.actions.scans import file_scan, file_waiting, set_scan_aside
from models.queries.evidence import pieces_of
from models.queries.scans import waiting_scans
from models.rules.problems import Refused


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "scans"
    made.mkdir()
    (made / "a.pdf").write_bytes(b"first")
    (made / ".hidden.pdf").write_bytes(b"x")
    (made / "empty.pdf").write_bytes(b"")
    (made / "half.pdf.part").write_bytes(b"x")
    (made / "link.pdf").symlink_to(made / "a.pdf")
    (made / "more").mkdir()
    return made


def names(desk, folder):
    return [each.path.name for each in waiting_scans(desk.store, folder)]


def test_only_whole_regular_files_wait(desk, folder):
    assert names(desk, folder) == ["a.pdf"]


def test_a_filed_scan_waits_no_longer_and_stays_where_it_is(desk, claim, folder):
    key = claim()
    file_scan(desk, file_waiting(desk, folder, "a.pdf"), [key], "delivery")
    assert [(each.name, each.kind) for each in pieces_of(desk.store, key)] == [("a.pdf", "delivery")]
    assert names(desk, folder) == []
    assert (folder / "a.pdf").read_bytes() == b"first"


def test_a_new_file_of_the_same_name_waits_again(desk, folder):
    set_scan_aside(desk, folder / "a.pdf", "空白页")
    assert names(desk, folder) == []
    (folder / "a.pdf").write_bytes(b"another page")
    assert names(desk, folder) == ["a.pdf"]


def test_setting_aside_needs_a_reason(desk, folder):
    with pytest.raises(Refused) as raised:
        set_scan_aside(desk, folder / "a.pdf", " ")
    assert raised.value.problems[0].code == "no_reason"


def test_a_refused_filing_leaves_the_file_waiting(desk, folder):
    with pytest.raises(Refused):
        file_scan(desk, folder / "a.pdf", [999], "delivery")
    assert names(desk, folder) == ["a.pdf"]


def test_a_file_that_does_not_wait_is_named(desk, folder):
    with pytest.raises(Refused) as raised:
        file_waiting(desk, folder, "b.pdf")
    assert raised.value.problems[0].code == "no_such_scan"
