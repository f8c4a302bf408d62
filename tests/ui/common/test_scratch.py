"""Copies in clear for other programs: private, and swept at the next start of the same books alone."""

import tempfile

import pytest

from ui.common.scratch import scratch_folder, sweep_scratch


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path, monkeypatch):
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))


def test_a_copy_lies_where_only_its_owner_looks(tmp_path):
    assert scratch_folder(tmp_path, "open").stat().st_mode & 0o777 == 0o700


def test_the_next_start_takes_away_what_a_crash_left(tmp_path):
    mine, others = (scratch_folder(tmp_path / name, "open") for name in "ab")
    copy = mine / "letter.pdf"
    copy.write_bytes(b"%PDF")
    copy.chmod(0o400)
    assert sweep_scratch(tmp_path / "a") == 1
    assert (mine.exists(), others.exists()) == (False, True)
